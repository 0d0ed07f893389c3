"""Text of a document in Markdown, so that it says what it says and does nothing else."""

from __future__ import annotations

import re

from flaregen.emitting.literals import comment

_MARKS = re.compile(r"([\\*_\[\]|#`~!])")


def plain(text: str) -> str:
    """One line of prose: no markup, no HTML, no end of a table's cell."""
    line = comment(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKS.sub(r"\\\1", line)


def span(text: str) -> str:
    """One line as code, between more backticks than it holds in a row."""
    line = comment(text)
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    marks = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{marks}{pad}{line}{pad}{marks}"


def fence(code: str) -> str:
    """The marks around a block of code: more backticks than a line of it starts with."""
    longest = max((len(run) for run in re.findall(r"`+", code)), default=0)
    return "`" * max(3, longest + 1)
