"""The way of the data, from a document to rendered files. Nothing here prints or writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from flaregen import lock as locking
from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document
from flaregen.emitting.arrange import arrange
from flaregen.emitting.chosen_models import Models
from flaregen.emitting.examples import examples
from flaregen.emitting.format import format_files
from flaregen.emitting.modeling import model
from flaregen.emitting.package import Package
from flaregen.emitting.project import Calls, project_files, snippet_files
from flaregen.emitting.render import render
from flaregen.emitting.vendoring import notice
from flaregen.lock import Input, Lock, make_lock, render_lock
from flaregen.names import reviewed
from flaregen.names.named import NamedOperation
from flaregen.names.naming import name
from flaregen.names.unpaired import unpaired
from flaregen.names.unsent import unsent
from flaregen.pointer import Pointer
from flaregen.reading.access import Access
from flaregen.reading.load import load
from flaregen.rendered import RenderedFile
from flaregen.resources import templates_directory
from flaregen.schemas.extract import extract
from flaregen.selecting.select import select
from flaregen.validating.repair import repair
from flaregen.validating.server_check import foreign_servers
from flaregen.validating.survey import survey
from flaregen.validating.validate import validate

if TYPE_CHECKING:
    from flaregen.selecting.gather import Starts
    from flaregen.selecting.gathered import Gathered

Step: TypeAlias = Callable[[str], AbstractContextManager[None]]
"""Announces a step by its title and ends with it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, read as far as its operations. ``remarks`` are findings that stop nothing.

    ``gathered`` says what came from other documents, where that was permitted.
    """

    document: Document
    selection: Document
    operations: tuple[NamedOperation, ...]
    remarks: tuple[Diagnostic, ...]
    gathered: Gathered | None = None


@dataclass(frozen=True, slots=True)
class Build:
    """What a build would write, the lock included."""

    files: tuple[RenderedFile, ...]
    lock: Lock
    reading: Reading


def silent(_title: str) -> AbstractContextManager[None]:
    return nullcontext()


def read(config: Config, step: Step = silent) -> Reading:
    """Load, overlay, select, validate, extract, name. Raises DiagnosticError with every error."""
    # Imported late: comparisons that need no client do without JSONPath.
    from flaregen.overlays.overlay import apply

    with step(f"Reading {config.spec}"):
        loaded = load(config.spec, config.access)
        document = apply(loaded, config.overlays, known_as=(config.pull.source,))
    if not config.access.remote_refs:
        return _understood(config, document, step)
    from flaregen.reading.elsewhere import Elsewhere
    from flaregen.selecting.gather import gather

    with step("Following references"):
        elsewhere = Elsewhere(document.source, config.access)
        gathered = gather(document, elsewhere, lambda whole: _chosen(whole, config.operations))
    with gathered.placing():
        reading = _understood(config, gathered.document, step)
    remarks = tuple(map(gathered.place, reading.remarks))
    return replace(reading, remarks=remarks, gathered=gathered)


def read_whole(name: str, access: Access, starts: Starts | None = None) -> Gathered:
    """A document with all that it refers to, where that is permitted.

    ``starts`` choose the places whose references are followed, in place of all. Raises
    DiagnosticError.
    """
    from flaregen.reading.elsewhere import Elsewhere
    from flaregen.selecting.gather import gather
    from flaregen.selecting.gathered import Gathered

    document = load(name, access)
    if not access.remote_refs:
        return Gathered(document)
    return gather(document, Elsewhere(document.source, access), starts)


def _chosen(document: Document, patterns: tuple[str, ...]) -> tuple[Pointer, ...]:
    return select(document, patterns).operations or ()


def _understood(config: Config, document: Document, step: Step) -> Reading:
    with step("Validating"):
        selection, remarks = repair(select(document, config.operations))
        foreign = foreign_servers(selection, selection.operations or (), config.service)
        findings = (*validate(selection, document), *foreign)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise DiagnosticError(errors)
    with step("Naming"):
        named = understand(document, selection, config)
    told = (*unpaired(named, document.source), *unsent(named, document.source))
    said = (*remarks, *findings, *told)
    with step("Validating the rest"):
        rest = survey(document, selection, said, remote_too=not config.access.remote_refs)
    return Reading(document, selection, named, (*said, *([rest] if rest else [])))


def understand(
    document: Document, selection: Document, config: Config
) -> tuple[NamedOperation, ...]:
    """Extract and name. The selection is a repaired one; the document lists the models."""
    operations = extract(selection, document, config.wire)
    return name(operations, reviewed.load(config.names), config.scopes, selection)


def generate(config: Config, reading: Reading, step: Step = silent) -> tuple[RenderedFile, ...]:
    """Model, arrange, render, format."""
    with step("Modelling"):
        package = _arranged(config, reading.operations)
    with step("Rendering"):
        templates = templates_directory()
        rendered = (*render(package, templates), notice(config.package))
        if not config.project:
            return format_files(rendered)
        calls = tuple(_calls(config, reading))
        snippets = snippet_files(package, calls, templates)
        formatted = format_files((*rendered, *snippets))
        files, blocks = formatted[: len(rendered)], formatted[len(rendered) :]
        project = project_files(package, calls, config.version, templates, blocks)
        return (*files, *project)


def _calls(config: Config, reading: Reading) -> Iterator[Calls]:
    for operation in reading.operations:
        models = Models.of(reading.document, operation.operation, config.wire.envelope)
        yield operation, examples(operation, models)


def emit(config: Config, operations: tuple[NamedOperation, ...]) -> tuple[RenderedFile, ...]:
    """The package as it is rendered, not formatted: enough to read its surface from."""
    return render(_arranged(config, operations), templates_directory())


def _arranged(config: Config, operations: tuple[NamedOperation, ...]) -> Package:
    return arrange(
        operations,
        model(operations),
        package=config.package,
        base_url=config.service.base_url,
        scopes=config.scopes,
        slashed=config.wire.slashed,
    )


def build(config: Config, step: Step = silent) -> Build:
    """Everything up to writing."""
    reading = read(config, step)
    gathered = reading.gathered
    with gathered.placing() if gathered else nullcontext():
        files = generate(config, reading, step)
    reached = gathered.reached if gathered else ()
    references = tuple(Input(name, source.sha256) for name, source in reached)
    digest = reading.document.source.sha256
    inputs = locking.inputs_digest(config, sha256=digest, references=references)
    lock = make_lock(inputs, files)
    path = PurePosixPath(config.package, locking.FILE_NAME)
    return Build((*files, RenderedFile(path, render_lock(lock))), lock, reading)
