"""Text of a document in Markdown, so that it says what it says and does nothing else.

The marks are those of GitHub Flavored Markdown (github.github.com/gfm). GitHub makes mentions,
references and links of plain text after that, whatever is escaped: a space of no width parts them.
"""

from __future__ import annotations

import re

from flaregen.printable import printable

_NO_WIDTH = "&#8203;"
_SPAN = re.compile(r"`([^`]+)`")
_MARKS = re.compile(r"[\\`*_\[\]|#~!$]")
_LINKS = re.compile(r"(@|\\#|GH(?=-\d)|www(?=\.)|(?:https?|ftp|mailto|xmpp)(?=:))", re.IGNORECASE)
_FIRST = re.compile(r"^(\d{0,9})([-+=.)])")


def prose(text: str) -> str:
    """One line of text, for a paragraph, a list or a table; what is between backticks is code."""
    parts = _SPAN.split(_line(text))
    parts[::2] = map(_escaped, parts[::2])
    parts[1::2] = (code(part, cell=True) if "|" in part else code(part) for part in parts[1::2])
    return _FIRST.sub(r"\1\\\2", "".join(parts))


def code(text: str, *, cell: bool = False) -> str:
    """One line as code, between more backticks than it holds in a row; ``cell`` of a table."""
    line = _line(text)
    if not line:
        return ""
    marks = "`" * (_longest(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{marks}{pad}{line.replace('|', chr(92) + '|') if cell else line}{pad}{marks}"


def block(text: str, language: str = "") -> str:
    """Lines of code, with a fence that none of them closes."""
    marks = fence(text)
    return f"{marks}{language}\n{printable(text).strip(chr(10))}\n{marks}"


def fence(text: str) -> str:
    """The marks around a block: more backticks than the text holds in a row."""
    return "`" * max(3, _longest(text) + 1)


def _longest(text: str) -> int:
    return max(map(len, re.findall(r"`+", text)), default=0)


def _line(text: str) -> str:
    return printable(re.sub(r"\s+", " ", text).strip())


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINKS.sub(rf"\1{_NO_WIDTH}", _MARKS.sub(r"\\\g<0>", text))
