"""What ``--help`` says of flaregen and of each command, with every option and its default."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from flaregen import cli

_GOLDEN = Path(__file__).with_name("help.txt")
# Each option is one line, whatever the terminal.
_WIDE: dict[str, Any] = {**cli.flaregen.context_settings, "terminal_width": 1000}
_WIDE |= {"max_content_width": 1000}


def _pages() -> Iterator[str]:
    above = click.Context(cli.flaregen, info_name="flaregen", **_WIDE)
    yield cli.flaregen.get_help(above)
    for name in cli.COMMANDS:
        command = cli.flaregen.get_command(above, name)
        assert command is not None
        yield command.get_help(click.Context(command, above, name, **_WIDE))


def test_help_is_what_it_was(accept: bool) -> None:
    text = "\n\n".join(_pages()) + "\n"
    if accept:
        _GOLDEN.write_text(text, encoding="utf-8")
    assert text == _GOLDEN.read_text(encoding="utf-8"), "make golden accepts this"
