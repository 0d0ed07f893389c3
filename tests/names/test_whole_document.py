"""Operations of the newest full document, each alone: named, written, compiled, nothing lost.

A sample; `FLAREGEN_EVERY=1` takes all of them, which takes minutes. Where it is set, mypy checks
them as well, many packages in one run. They share one runtime, which is the same for all.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from flaregen import config as configuration
from flaregen.document import Document
from flaregen.names.named import NamedOperation
from flaregen.names.naming import name
from flaregen.names.reviewed import ReviewedNames
from flaregen.names.types import is_open
from flaregen.openapi.endpoints import endpoints
from flaregen.pipeline import emit
from flaregen.reading.access import Access
from flaregen.reading.load import load
from flaregen.schemas.extract import extract
from flaregen.schemas.schema import Anything, Array, Map, Object, Recursion, Schema, Union
from flaregen.selecting.select import select
from flaregen.validating.repair import repair
from tests.conftest import SHARED

_DOCUMENTS = sorted(SHARED.glob("upstream/full/*.json.gz"))
_EVERY = int(os.environ.get("FLAREGEN_EVERY", "80"))
_AT_ONCE = 150
"""Packages in one run of mypy."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not _DOCUMENTS, reason="../shared holds no full documents"),
]


@cache
def _newest() -> Document:
    return load(str(_DOCUMENTS[-1]), Access())


@pytest.mark.parametrize("first", range(0, _EVERY, max(_EVERY // 2, 1)))
def test_operations_one_by_one(first: int) -> None:
    found = [str(endpoint) for endpoint in endpoints(_newest())]
    sample = found[first::_EVERY]
    assert len(sample) > 15
    for label in sample:
        operations = _named(label)
        assert list(_lost(operations)) == [], label
        assert _compiled(operations) >= 4, label


@pytest.mark.skipif("FLAREGEN_EVERY" not in os.environ, reason="takes minutes: FLAREGEN_EVERY=1")
@pytest.mark.parametrize("first", range(0, 1600 // _EVERY, _AT_ONCE))
def test_types(first: int, tmp_path: Path) -> None:
    sample = [str(endpoint) for endpoint in endpoints(_newest())][::_EVERY]
    if first >= len(sample):
        return
    for number, label in enumerate(sample[first : first + _AT_ONCE], first):
        _write(_named(label), tmp_path, f"operation_{number}")
    (tmp_path / "every" / "__init__.py").touch()
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert not errors, "\n".join(errors)


def _write(operations: tuple[NamedOperation, ...], folder: Path, package: str) -> None:
    """The package next to others, with the runtime of the first in the folder above it."""
    for file in emit(configuration.load(None), operations):
        _, *rest = file.path.parts
        path = folder.joinpath("every", *([] if "_runtime" in rest else [package]), *rest)
        if file.path.suffix == ".py" and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            own = "_runtime" not in rest
            text = file.content.decode("utf-8")
            text = re.sub(r"from (\.+)_runtime", r"from .\1_runtime", text) if own else text
            path.write_text(text, encoding="utf-8")


def _named(label: str) -> tuple[NamedOperation, ...]:
    config = configuration.load(None)
    selection, _ = repair(select(_newest(), (label,)))
    operations = extract(selection, _newest(), config.wire)
    return name(operations, ReviewedNames(), config.scopes, selection).operations


def _compiled(operations: tuple[NamedOperation, ...]) -> int:
    """How many modules of the package, the runtime apart, are Python."""
    files = [
        file
        for file in emit(configuration.load(None), operations)
        if file.path.suffix == ".py" and "_runtime" not in file.path.parts
    ]
    for file in files:
        compile(file.content, str(file.path), "exec")
    return len(files)


def _lost(operations: tuple[NamedOperation, ...]) -> Iterator[str]:
    """Fields and answers that may be anything although their schemas say what they are."""
    for task in (task for operation in operations for task in operation.tasks):
        for cls in (*task.nested, *(variant.cls for variant in task.variants)):
            for field in cls.fields:
                if is_open(field.type) and not _says_nothing(field.schema):
                    yield f"{cls.name}.{field.wire}"
        answer = task.response
        schema = answer.variant.schema if answer else None
        if answer and answer.type and schema and is_open(answer.type):
            yield from () if _says_nothing(schema) else (answer.name,)


def _says_nothing(schema: Schema) -> bool:
    """Whether something in a schema, down to its objects, has no type, or refers to itself."""
    match schema:
        case Anything() | Recursion():
            return True
        case Array(items=inner) | Map(values=inner):
            return _says_nothing(inner)
        case Object():
            return not schema.fields
        case Union():
            return any(map(_says_nothing, schema.members))
        case _:
            return False


def test_all_operations_in_one_package() -> None:
    """None stops the others: 78 pairs of accounts and zones are one method each."""
    operations = _named("*")
    assert sum(len(operation.operation.pointers) for operation in operations) == 1533
    calls = {(operation.resource, operation.method) for operation in operations}
    assert len(calls) == len(operations) == 1455
    resources = {one.path for operation in operations for one in operation.resources}
    assert not {f"{resource}.{method}" for resource, method in calls} & resources
    assert list(_lost(operations)) == []
