"""The imports of a module are all that its source names, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flaregen.emitting import importing
from flaregen.emitting.importing import IMPORTS, LATER_IMPORTS, with_imports
from flaregen.names import reserved
from tests.support.concepts import CONCEPTS, Concept, emitted, write

_KNOWN = {"Box": "boxes", "Crate": "components.crate", "OwnLid": "models.lid Lid as OwnLid"}
_NEAR = {"Shelf": "shelves", "Name": "names *"}


def _lines(source: str, place: str = IMPORTS) -> list[str]:
    text = with_imports(f"{place}\n\n{source}", "..", _KNOWN, _NEAR)
    return text.removesuffix(source).rstrip("\n").split("\n")


def test_lines_are_sorted_in_sections() -> None:
    source = "x: Mapping[str, Any] | Timeout | File | Box | Shelf = field(default=UNSET)"
    assert _lines(source) == [
        "from collections.abc import Mapping",
        "from dataclasses import field",
        "from typing import Any",
        "",
        "from httpx2 import Timeout",
        "",
        "from .._runtime.binary import File",
        "from .._runtime.models import UNSET",
        "from ..boxes import Box",
        "from .shelves import Shelf",
    ]


def test_no_class_of_a_document_has_a_name_that_is_imported() -> None:
    found = {name for name in importing._MODULES if name[:1].isupper()}
    # Modules of models alone import from groups.
    assert found <= reserved.MODELS
    assert found - {*importing._RUNTIME["groups"]} <= reserved.CLASSES


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x: OwnLid | Name", ["from ..models.lid import Lid as OwnLid", "from .names import *"]),
        ("from .other import Box, Shelf\nx: Box | Shelf | int", [""]),
        ("class Box(Crate): ...", ["from ..components.crate import Crate"]),
        ("Box: TypeAlias = int", ["from typing import TypeAlias"]),
        ("class A:\n    Box: int\n    y: int", [""]),
        ("x: _boxes.Box", [""]),
        ("paged: str\nx = paged(1)", ["from .._runtime.pages import paged"]),
        ("def f(field: str) -> int: ...", [""]),
        (
            '"""A Box."""\n# A Box.\nx: Literal["Box", \'a "Shelf"\']',
            ["from typing import Literal"],
        ),
        (
            'x = {"a": Required["Box"]}',
            ["from typing import Required", "", "from ..boxes import Box"],
        ),
    ],
)
def test_what_is_named_is_imported(source: str, lines: list[str]) -> None:
    assert _lines(source) == lines


def test_what_annotations_alone_need_is_for_type_checkers() -> None:
    source = (
        f"{IMPORTS}\nif TYPE_CHECKING:\n    {LATER_IMPORTS}\nRUN = Operation()\nx: Box | Stream"
    )
    assert with_imports(source, "..", _KNOWN, _NEAR).split("\n")[:7] == [
        "from typing import TYPE_CHECKING",
        "",
        "from .._runtime.operations import Operation",
        "if TYPE_CHECKING:",
        "    from .._runtime.streams import Stream",
        "    from ..boxes import Box",
        "RUN = Operation()",
    ]


@pytest.mark.parametrize("concept", CONCEPTS, ids=str)
def test_no_module_imports_what_it_does_not_use(concept: Concept, tmp_path: Path) -> None:
    write(tuple(one for one in emitted(concept) if "_runtime" not in one.path.parts), tmp_path)
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--ignore-noqa", "--quiet"]
    command += ["--target-version=py311", "--select=F401,F821", str(tmp_path)]
    # The modules of keywords take their options from the folder.
    command += [f"--exclude={tmp_path}/*/keywords/__init__.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.stdout
