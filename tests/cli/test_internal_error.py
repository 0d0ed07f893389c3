"""What is said of an exception that nobody expected."""

from __future__ import annotations

import platform

from flaregen import __version__
from flaregen.cli.internal_error import internal_error


def _fail(depth: int) -> None:
    if depth:
        _fail(depth - 1)
    raise ValueError("a\n  b" + "c" * 600)


def test_the_whole_message() -> None:
    try:
        _fail(20)
    except ValueError as error:
        (said,) = internal_error(error).diagnostics
    assert said.code == "internal-error"
    assert said.message == f"ValueError: a b{'c' * 497}"
    asked, versions, *places = (said.help or "").splitlines()
    assert asked == (
        "this is a fault of flaregen: report it with the command, the document if you may, "
        "and these lines"
    )
    system = f"Python {platform.python_version()}, {platform.system()}"
    assert versions == f"flaregen {__version__}, {system}"
    line = _fail.__code__.co_firstlineno + 3
    assert places == [f"{__file__}:{line} in _fail", *[f"{__file__}:{line - 1} in _fail"] * 7]
