"""Tables of the docs say what the code says, and nothing that can be set is missing from them."""

from __future__ import annotations

import re
import runpy
import tomllib
from collections.abc import Iterator
from typing import Any

from workers_ai import AsyncClientOptions, ClientOptions, CloudflareError, RequestOptions

from tests.support.pinned import ROOT

_TABLES = runpy.run_path(str(ROOT / "docs" / "site" / "tables.py"))


def _first_column(page: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def test_every_option_has_a_row() -> None:
    rows = _first_column("client/options.md")
    options = {**ClientOptions.__annotations__, **AsyncClientOptions.__annotations__}
    assert sorted(rows) == sorted([*options, *RequestOptions.__annotations__])


def test_every_error_has_a_row() -> None:
    def below(error: type[Exception]) -> Iterator[str]:
        if not error.__name__.startswith("_"):
            yield error.__name__
        for one in error.__subclasses__():
            yield from below(one)

    ours = {name for name in below(CloudflareError) if name in dir(__import__("workers_ai"))}
    assert {*_first_column("client/errors.md")} == ours


def test_the_example_of_the_configuration_has_every_key() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    example = re.search(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    assert example
    keys = {row[0].strip("`") for row in _TABLES["keys"]()}
    assert {*_flat(tomllib.loads(example[1]), keys)} == keys
    assert keys <= {*_first_column("configuration.md")}


def _flat(table: dict[str, Any], known: set[str], above: str = "") -> Iterator[str]:
    for name, value in table.items():
        key = f"{above}{name}"
        match value:
            case dict() if key not in known:
                yield from _flat(value, known, f"{key}.")
            case [dict(), *_]:
                for one in value:
                    yield from _flat(one, known, f"{key}[].")
            case _:
                yield key
