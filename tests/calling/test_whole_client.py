"""One client of all operations that the newest full document has: its types and its names.

It takes minutes, so that ``make whole`` runs it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from flaregen import config as configuration
from flaregen.config import Config
from flaregen.names.named import NamedOperation
from flaregen.pipeline import generate
from flaregen.understanding import Reading, models_by_name, read
from tests.conftest import SHARED
from tests.support.concepts import write

_DOCUMENTS = sorted(SHARED.glob("upstream/full/*.json.gz"))
_MODULES_FOR_PYRIGHT = 40
_DIGEST = re.compile(r"[0-9A-Fa-f]{8}(?=(Params|Response|Chunk)?$)")
"""Tells apart names that are cut after 80 characters, or that say the same of other contents."""
_WORD_WITH_NUMBER = re.compile(r"(?:[A-Z]?[a-z]*|[A-Z]+)_?\d+")
_BEFORE_NUMBER = re.compile(r"[Ff]ield_?(?=\d)")
"""What begins with a number has this before it."""
_STATUS = re.compile(r"[a-z]*[1-5]\d\d")

pytestmark = [
    pytest.mark.skipif(not _DOCUMENTS, reason="needs ../shared/upstream"),
    pytest.mark.long,
]


@cache
def _config(document: Path) -> Config:
    return replace(
        configuration.load(None),
        operations=("*",),
        overlays=(),
        names=None,
        spec=str(document),
        package="whole_cloudflare",
    )


@cache
def _reading(document: Path) -> Reading:
    return read(_config(document))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package is."""
    path = tmp_path_factory.mktemp("whole")
    newest = _DOCUMENTS[-1]
    write(generate(_config(newest), _reading(newest)), path)
    return path


def test_mypy_finds_nothing(folder: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-incremental",
        "-p",
        "whole_cloudflare",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Success: no issues found in "), done.stdout[-3000:]
    assert int(done.stdout.split()[-3]) > 1000


def test_pyright_finds_nothing_in_a_sample(folder: Path) -> None:
    modules = sorted((folder / "whole_cloudflare").rglob("*.py"))
    sample = modules[:: len(modules) // _MODULES_FOR_PYRIGHT][:_MODULES_FOR_PYRIGHT]
    assert len(sample) == _MODULES_FOR_PYRIGHT
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, *map(str, sample)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("0 errors"), done.stdout[-3000:]


@pytest.mark.parametrize("document", _DOCUMENTS[-2:], ids=lambda path: path.name[:10])
def test_no_name_has_a_number_of_its_own(document: Path) -> None:
    """Names come from what the document says: every number in one is in its text."""
    reading = _reading(document)
    text = re.sub(r"[^a-z0-9]", "", reading.document.source.content.decode().lower())
    names = {name for operation in reading.operations for name in _names(operation)}
    for _, models in models_by_name(_config(document), reading):
        names |= {name for answer in models.answers for name in (answer.name, answer.module)}
    assert len(names) > 10_000
    plain = {name: _DIGEST.sub("", _BEFORE_NUMBER.sub("", name)) for name in names}
    numbered = {
        name: word.lower().replace("_", "")
        for name, rest in plain.items()
        for word in _WORD_WITH_NUMBER.findall(rest)
    }
    assert len(numbered) > 100
    assert not {
        name: word
        for name, word in numbered.items()
        if word not in text and not _STATUS.fullmatch(word)
    }


def _names(operation: NamedOperation) -> Iterator[str]:
    yield from (
        operation.method,
        operation.module,
        operation.params_union,
        operation.response_union,
    )
    yield from (str(one.argument) for one in operation.parameters)
    for resource in operation.resources:
        yield from (resource.path, resource.cls)
    for task in operation.tasks:
        yield task.module
        for cls in (*task.nested, *(variant.cls for variant in task.variants)):
            yield cls.name
            yield from (str(field.name) for field in cls.fields)
        if task.response:
            yield task.response.name
