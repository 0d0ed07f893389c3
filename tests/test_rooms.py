"""The order of the generator's rooms: each knows those above it in this list, and no other.

The list is the only place that has the order. What is imported for types alone counts as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import flaregen

_ORDER = """
    __version__ pointer document diagnostic
    rendered resources completion steps portable printable markdown toml_text
    service_url settings_file git_command cache
    openapi texts network reading on_disk generator_version digests drift
    config_file project_metadata config overlays selecting validating schemas names
    opening lock differences understanding emitting write pipeline building
    client_drift report live upstream
    terminal cli __main__
"""
_ROOMS = _ORDER.split()

_EXCEPTIONS = {
    # 2026-11-28: a selection by patterns, and where parts came from, are wanted before any stage.
    ("drift.change", "selecting"),
    ("drift.selection", "selecting"),
    ("drift.sides", "selecting"),
    # 2026-11-28: a side of a comparison may be the folder of a client, which has a lock.
    ("drift.sides", "lock"),
    # 2026-11-28: run as a program, the module prints its page.
    ("report.rules_page", "terminal"),
}
"""Imports that climb; each is to go. One that is gone has to be taken out of here."""


class _Import(NamedTuple):
    module: str
    room: str
    target: str


def test_every_room_has_its_place_in_the_order() -> None:
    root = Path(flaregen.__file__).parent
    rooms = {path.stem for path in root.iterdir() if path.suffix == ".py" or _is_package(path)}
    assert sorted(rooms - {"__init__"}) == sorted(set(_ROOMS) - {"__version__"})


def test_imports_lead_to_rooms_that_come_before() -> None:
    """So there is no circle between rooms either."""
    place = {room: number for number, room in enumerate(_ROOMS)}
    climbs = {
        (found.module, found.target)
        for found in _imports(Path(flaregen.__file__).parent)
        if place[found.target] > place[found.room]
    }
    assert climbs == _EXCEPTIONS


@pytest.mark.parametrize(
    "line",
    [
        "from flaregen.cli.build import build",
        "from flaregen import cli",
        "import flaregen.cli.build",
        "def f():\n    from flaregen.cli import build",
        "if TYPE_CHECKING:\n    from flaregen.cli import build",
    ],
)
def test_every_spelling_of_an_import_is_seen(line: str, tmp_path: Path) -> None:
    (tmp_path / "write").mkdir()
    (tmp_path / "write" / "files.py").write_text(
        f"import os\nfrom flaregen.write import x\n{line}\n"
    )
    assert [*_imports(tmp_path)] == [_Import("write.files", "write", "cli")]


def _is_package(path: Path) -> bool:
    return (path / "__init__.py").is_file()


def _imports(root: Path) -> Iterator[_Import]:
    """Every import of one room by another, in functions and for type checkers, too."""
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        module = ".".join(parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_bytes())):
            for name in _imported(node):
                if name.startswith("flaregen.") and (target := name.split(".")[1]) != parts[0]:
                    yield _Import(module, parts[0], target)


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module="flaregen", names=names):
            return [f"flaregen.{alias.name}" for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case ast.ImportFrom(level=level) if level:
            raise AssertionError("a relative import, which this test does not follow")
    return []
