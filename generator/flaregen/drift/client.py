"""The client that either document would become."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from flaregen.config import Config
from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document
from flaregen.drift.change import Report
from flaregen.drift.symbols import SymbolIndex, attach, index_of
from flaregen.pipeline import Reading, generate, understand
from flaregen.rendered import RenderedFile
from flaregen.repair import repair
from flaregen.select import select


def with_symbols(report: Report, old: Document, new: Document, config: Config) -> Report:
    """The report with Python names. A document that no client can be made from has none."""
    return attach(report, _index(old, config), _index(new, config))


def _index(document: Document, config: Config) -> SymbolIndex:
    reading = _read(document, config)
    return {} if reading is None else index_of(reading.operations)


def _read(document: Document, config: Config) -> Reading | None:
    try:
        selection, remarks = repair(select(document, config.operations))
        return Reading(document, selection, understand(document, selection, config), remarks)
    except DiagnosticError:
        return None


def code_difference(old: Document, new: Document, config: Config) -> str:
    """A unified diff of the emitted client. Empty where it stays the same.

    A document that no client can be made from counts as one without files.
    """
    before, after = _files(old, config), _files(new, config)
    return "\n".join(
        line
        for path in sorted({*before, *after})
        for line in _difference(path, before.get(path, b""), after.get(path, b""))
    )


def _files(document: Document, config: Config) -> dict[str, bytes]:
    reading = _read(document, config)
    files: tuple[RenderedFile, ...] = () if reading is None else generate(config, reading)
    return {str(file.path): file.content for file in files}


def _difference(path: str, before: bytes, after: bytes) -> Iterator[str]:
    return difflib.unified_diff(
        before.decode().splitlines(),
        after.decode().splitlines(),
        f"old/{path}" if before else "/dev/null",
        f"new/{path}" if after else "/dev/null",
        lineterm="",
    )
