"""The golden concepts, found by listing the folder, and what they are built into."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath
from types import ModuleType

from flaregen import config as configuration
from flaregen.config import Config
from flaregen.pipeline import generate
from flaregen.rendered import RenderedFile
from flaregen.understanding import Reading, read

_GOLDEN = Path(__file__).parents[1] / "golden"
_FIXED = frozenset({"__init__.py", "client.py", "py.typed", "NOTICE.txt", "resources/__init__.py"})
"""Files that hardly depend on the document; ``generated/`` is their golden."""


@dataclass(frozen=True, slots=True)
class Concept:
    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    def __str__(self) -> str:
        return self.name


CONCEPTS = tuple(Concept(path.parent) for path in sorted(_GOLDEN.glob("*/spec.yaml")))


def config_of(concept: Concept) -> Config:
    """The defaults, with the concept's own document and names."""
    names = concept.folder / "names.toml"
    listed = concept.folder / "operations"
    defaults = configuration.load(None)
    return replace(
        defaults,
        operations=tuple(listed.read_text(encoding="utf-8").splitlines())
        if listed.is_file()
        else defaults.operations,
        spec=str(concept.folder / "spec.yaml"),
        overlays=(),
        names=names if names.is_file() else None,
        package=package_of(concept),
    )


def package_of(concept: Concept) -> str:
    """Packages of their own, so that one process can import them all."""
    return f"golden_{concept.name}"


@cache
def reading_of(concept: Concept) -> Reading:
    return read(config_of(concept))


@cache
def emitted(concept: Concept) -> tuple[RenderedFile, ...]:
    return generate(config_of(concept), reading_of(concept))


def schema_dependent(concept: Concept) -> dict[PurePosixPath, bytes]:
    """Content by path inside the package: task modules, unions, variants, models by name.

    Resources and keywords, too, where the concept chooses its operations.
    """
    inside = {PurePosixPath(*file.path.parts[1:]): file.content for file in emitted(concept)}
    chosen = (concept.folder / "operations").is_file()
    folders = {"models", *(("keywords", "resources") if chosen else ())}
    return {
        path: content
        for path, content in inside.items()
        if path.as_posix() not in _FIXED and (len(path.parts) == 1 or path.parts[0] in folders)
    }


def write(files: tuple[RenderedFile, ...], folder: Path) -> None:
    """Put an emitted package on disk, to be imported or checked."""
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


@contextmanager
def imported(files: tuple[RenderedFile, ...], folder: Path, package: str) -> Iterator[ModuleType]:
    """Put an emitted package on disk, and import it; it is on the path within the block."""
    write(files, folder)
    sys.path.insert(0, str(folder))
    yield importlib.import_module(package)
    sys.path.remove(str(folder))
