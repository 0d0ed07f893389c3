"""Text of a document, so that a terminal or the log of a job shows it and obeys none of it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from typing import Any

import click

_OURS = f"\x1b{os.urandom(8).hex()}"
"""What a style of ours begins with until it is printed; no document can know it."""
_STYLE = re.compile(rf"{_OURS}(\[[0-9;]*m)")
_ODD = re.compile(r"[^\x20-\x7e\n\t]")
_COMMAND = re.compile(r"^((?:\s|\x1b\[[0-9;]*m)*):(?=:)", re.MULTILINE)
_MANY = 3
_OLD_COMMAND = re.compile(r"#(?=#\w*\[)")


def printable(text: str) -> str:
    """Spell out control and format characters as JSON does, but for line ends and tabs."""
    return _ODD.sub(_spelled, text)


def counted(count: int, noun: str) -> str:
    """A number with its noun: ``1 file``, ``1,200 files``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(names: Sequence[str]) -> str:
    """Names as a phrase, of many the first ones."""
    if len(names) <= _MANY + 1:
        return ", ".join(names)
    return f"{', '.join(names[:_MANY])} and {len(names) - _MANY} more"


def with_article(noun: str) -> str:
    """``an array``, ``a schema``."""
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"


def shortened(text: str, most: int) -> str:
    """The text, with dots in place of what is beyond so many letters."""
    return text if len(text) <= most else f"{text[:most]}..."


def one_line(text: str) -> str:
    """What belongs on one line, so that a name with a line end in it begins no other."""
    return text.replace("\n", "\\n")


def styled(text: str, **style: Any) -> str:  # noqa: ANN401  click's own
    """Text in colours, as click has them. ``for_terminal`` lets them pass, and no others."""
    start, end = click.style("\0", **style).split("\0")
    start, end = (part.replace("\x1b[", f"{_OURS}[") for part in (start, end))
    return f"{start}{text}{end}"


def for_terminal(text: str, *, commands: bool = False) -> str:
    """What may be printed. Unless there are to be ``commands``, no line is one for a CI service.

    GitHub obeys lines that begin with ``::``, and ``##[`` anywhere; Azure Pipelines ``##vso[``,
    TeamCity ``##teamcity[``. The spelling is one that JSON has, too.
    """
    parts = _STYLE.split(text)
    parts[::2] = map(printable, parts[::2])
    parts[1::2] = (f"\x1b{style}" for style in parts[1::2])
    said = "".join(parts)
    if commands:
        return said
    return _OLD_COMMAND.sub(r"\\u0023", _COMMAND.sub(r"\1\\u003a", said))


def _spelled(match: re.Match[str]) -> str:
    char = match[0]
    if char.isprintable():
        return char
    return json.dumps(char)[1:-1] if char != "\x7f" else "\\u007f"
