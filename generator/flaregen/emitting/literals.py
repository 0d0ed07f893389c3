"""The only ways for text of a document to get into source code: a literal and a docstring.

Whatever the text is, the result is one string token. Characters that a reader
cannot see (controls, bidirectional marks, surrogates, line separators) come out
as escapes, in code and in docstrings alike.
"""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from flaregen.document import JSON
from flaregen.texts import MARK, Texts

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
_QUOTES = '"""'
_WIDTH = 120
_LATER = "\ue000"
"""Around what a docstring is to be made of. It is invisible, so that no text brings it along."""
_TO_WRITE = re.compile(f"{_QUOTES}{_LATER}([^{_LATER}]*){_LATER}{_QUOTES}")
_CLOSING = re.compile('"{3,}|"+$')


def literal(value: JSON) -> str:
    """Python source for a JSON value; evaluates to an equal value."""
    if isinstance(value, str):
        if value.isprintable():
            # As nearly all are, and asking of each character takes its time.
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return '"' + "".join(_visible(char) for char in value) + '"'
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, dict):
        members = (f"{literal(key)}: {literal(item)}" for key, item in value.items())
        return "{" + ", ".join(members) + "}"
    return repr(value)


def wrapped(words: Sequence[str], indent: int, before: int) -> str:
    """Python source for words that are split at white space again, on several lines when many.

    ``before`` is where the first line begins, ``indent`` where the others do.
    """
    text = " ".join(words)
    if before + len(literal(text)) + len(",") <= _WIDTH:
        return literal(text)
    lines = textwrap.wrap(
        text,
        _WIDTH - indent - len(_QUOTES) - len(","),
        initial_indent=" " * (before + len(_QUOTES) - indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
    body = f"\n{' ' * indent}".join(literal(line.strip())[1:-1] for line in lines)
    return f"{_QUOTES}{body}{_QUOTES}"


def docstring(text: str, indent: int = 4, *, compact: bool = False, facts: str = "") -> str:
    """A triple-quoted string that reads like the text, wrapped, for a body indented so far.

    Evaluates to the text but for white space: paragraphs are wrapped, lines of lists
    and tables are kept. ``compact`` closes it on its last line, as for fields. ``facts`` follow
    the text, after several lines as a paragraph.

    Of a text with numbers for words it is a token that ``with_words`` and ``with_docstrings``
    make one of.
    """
    if MARK in text:
        return _postponed([text, indent, compact, facts])
    return _docstring(text, indent, compact, facts)


def _postponed(arguments: list[JSON]) -> str:
    # JSON in ASCII is the inside of a string token, for whoever parses the source before.
    return f"{_QUOTES}{_LATER}{json.dumps(arguments)}{_LATER}{_QUOTES}"


def with_words(source: str, texts: Texts) -> str:
    """Source with words for the numbers in docstrings that are still to be written."""

    def worded(found: re.Match[str]) -> str:
        text, *others = json.loads(found[1])
        return _postponed([texts.into(text), *others])

    return _TO_WRITE.sub(worded, source)


def with_docstrings(source: str) -> str:
    """Source with the docstrings that are still to be written."""
    return _TO_WRITE.sub(lambda found: _docstring(*json.loads(found[1])), source)


def _docstring(text: str, indent: int, compact: bool, facts: str) -> str:  # noqa: FBT001  # the arguments of ``docstring``
    text = _joined(text, facts) if facts else text
    width = _WIDTH - indent
    lines = _documented_lines(text, width - len(_QUOTES))
    if not lines:
        return '""'
    if compact and not _holds_quotes(lines, width):
        # Narrower, so that the last line has room for the quotes.
        lines = _documented_lines(text, width - 2 * len(_QUOTES))
    margin = " " * indent
    body = lines[0] + "".join(f"\n{margin}{line}" if line else "\n" for line in lines[1:])
    closes = (compact or len(lines) == 1) and _holds_quotes(lines, width)
    return f"{_QUOTES}{body}{_QUOTES}" if closes else f"{_QUOTES}{body}\n{margin}{_QUOTES}"


def _joined(text: str, facts: str) -> str:
    if "\n" in text:
        return f"{text}\n\n{facts}"
    stop = "." if text[-1:].isalnum() else ""
    return f"{text}{stop} {facts}".strip()


def _holds_quotes(lines: Sequence[str], width: int) -> bool:
    """Whether the last line has room for the closing quotes, and a single line for both."""
    return len(lines[-1]) + len(_QUOTES) * (2 if len(lines) == 1 else 1) <= width


def _documented_lines(text: str, width: int) -> list[str]:
    lines = list(_wrapped(text, width))
    while lines and not lines[-1]:
        lines.pop()
    return [_documented(line) for line in lines]


def comment(text: str) -> str:
    """One line of text that stays on its line. What makes it Markdown is left as it is."""
    return " ".join("".join(_on_one_line(char) for char in text).split())


def phrase(text: str) -> str:
    """One line for the middle of a docstring that a template writes, which it cannot end.

    Evaluates to what ``comment`` makes of the text.
    """
    return comment(text).replace("\\", "\\\\").replace('"', '\\"')


def _wrapped(text: str, width: int) -> Iterator[str]:
    paragraph: list[str] = []
    for line in [*_lines(text), ""]:
        stripped = line.strip()
        if stripped and not _keeps_its_line(stripped):
            paragraph.append(stripped)
            continue
        if paragraph:
            yield from textwrap.wrap(" ".join(paragraph), width, break_long_words=False)
            yield ""
            paragraph = []
        if stripped:
            yield stripped


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _keeps_its_line(line: str) -> bool:
    """List items, headings, tables and quotes keep their lines."""
    return line.startswith(("- ", "* ", "#", "|", ">", "```"))


def _visible(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    return _escape(char) if _is_invisible(char) else char


def _documented(line: str) -> str:
    """Escape a line of a docstring: three quotes in a row, or one at its end, would close it."""
    text = _CLOSING.sub(lambda quotes: '\\"' * len(quotes[0]), line.replace("\\", "\\\\"))
    if text.isprintable():
        return text  # as nearly all are, and asking of each character takes its time
    return "".join(_escape(char) if _is_invisible(char) else char for char in text)


def _is_invisible(char: str) -> bool:
    """Whether a reader could overlook it, or take it for a space."""
    return char != " " and unicodedata.category(char) in _INVISIBLE


def _on_one_line(char: str) -> str:
    if char in "\n\r\t":
        return " "
    return _escape(char) if _is_invisible(char) else char


def _escape(char: str) -> str:
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
