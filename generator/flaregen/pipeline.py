"""The way of the data, from a document to rendered files. Nothing here prints or writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from flaregen import lock as locking
from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.document import Document
from flaregen.emitting.arrange import arrange
from flaregen.emitting.chosen_models import Models
from flaregen.emitting.examples import examples
from flaregen.emitting.format import format_files
from flaregen.emitting.host_tools import kept_from_formatters
from flaregen.emitting.modeling import model
from flaregen.emitting.package import Package
from flaregen.emitting.project import Calls, project_files, snippet_files
from flaregen.emitting.render import render
from flaregen.emitting.vendoring import notice
from flaregen.lock import Input, Lock, make_lock, render_lock
from flaregen.names import reviewed
from flaregen.names.identifiers import spelling_of
from flaregen.names.model_names import name_models
from flaregen.names.named import NamedOperation
from flaregen.names.named_models import NamedModels
from flaregen.names.naming import name
from flaregen.names.reserved import OPTIONS
from flaregen.names.unpaired import unpaired
from flaregen.names.unsent import unsent
from flaregen.openapi.endpoints import unread
from flaregen.pointer import Pointer
from flaregen.reading.access import Access
from flaregen.reading.load import load
from flaregen.rendered import RenderedFile
from flaregen.resources import templates_directory
from flaregen.schemas.extract import extract
from flaregen.schemas.interpret import Interpreter
from flaregen.schemas.model_groups import model_groups
from flaregen.schemas.operation import Operation
from flaregen.selecting.select import select
from flaregen.validating.repair import repair
from flaregen.validating.rest_of_document import count_rest
from flaregen.validating.server_check import foreign_servers
from flaregen.validating.validate import validate

if TYPE_CHECKING:
    from flaregen.selecting.gather import Starts
    from flaregen.selecting.gathered import Gathered

Step: TypeAlias = Callable[[str], AbstractContextManager[None]]
"""Announces a step by its title and ends with it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, read as far as its operations. ``remarks`` are findings that stop nothing.

    ``foreign`` are errors about its servers, which stop a build and no comparison.
    ``gathered`` says what came from other documents, where that was permitted.
    """

    document: Document
    selection: Document
    operations: tuple[NamedOperation, ...]
    remarks: tuple[Diagnostic, ...]
    foreign: tuple[Diagnostic, ...] = ()
    gathered: Gathered | None = None


class NamingError(DiagnosticError):
    """Everything is right but names, which have to be reviewed."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build would write, the lock included."""

    files: tuple[RenderedFile, ...]
    lock: Lock
    reading: Reading


def silent(_title: str) -> AbstractContextManager[None]:
    return nullcontext()


def read(config: Config, step: Step = silent) -> Reading:
    """Load and understand, for a client that is to be built.

    Raises DiagnosticError with every error, the servers that are not configured among them.
    """
    with step(f"Reading {config.spec}"):
        document = correct(load(config.spec, config.access), config)
    gathered = _gathered(document, config, step) if config.access.remote_refs else None
    if gathered is None:
        reading = _buildable(document, config, step)
    else:
        with gathered.placing():
            reading = _buildable(gathered.document, config, step)
        remarks = tuple(map(gathered.place, reading.remarks))
        reading = replace(reading, remarks=remarks, gathered=gathered)
    return reading


def correct(document: Document, config: Config) -> Document:
    """Lay the configured overlays over a document. Raises DiagnosticError, UsageError."""
    # Imported late: comparisons that need no client do without JSONPath.
    from flaregen.overlays.overlay import apply

    return apply(document, config.overlays, known_as=(config.spec, config.pull.source))


def _gathered(document: Document, config: Config, step: Step) -> Gathered:
    from flaregen.reading.other_documents import OtherDocuments
    from flaregen.selecting.gather import gather

    with step("Following references"):
        others = OtherDocuments(document.source, config.access)
        return gather(document, others, lambda whole: _chosen(whole, config.operations))


def _buildable(document: Document, config: Config, step: Step) -> Reading:
    reading = understand(document, config, step)
    if reading.foreign:
        raise DiagnosticError(reading.foreign)
    with step("Validating the rest"):
        return with_rest(reading, config)


def with_rest(reading: Reading, config: Config) -> Reading:
    """The reading with a remark on what is wrong in the rest of the document."""
    remote_too = not config.access.remote_refs
    rest = count_rest(reading.document, reading.selection, reading.remarks, remote_too=remote_too)
    return replace(reading, remarks=(*reading.remarks, *([rest] if rest else [])))


def read_whole(name: str, access: Access, starts: Starts | None = None) -> Gathered:
    """Load a document with all that it refers to, where that is permitted.

    ``starts`` choose the places whose references are followed, in place of all. Raises
    DiagnosticError.
    """
    return with_references(load(name, access), access, starts)


def with_references(document: Document, access: Access, starts: Starts | None = None) -> Gathered:
    """The same, of a document that was read."""
    from flaregen.reading.other_documents import OtherDocuments
    from flaregen.selecting.gather import gather
    from flaregen.selecting.gathered import Gathered

    if not access.remote_refs:
        return Gathered(document)
    return gather(document, OtherDocuments(document.source, access), starts)


def _chosen(document: Document, patterns: tuple[str, ...]) -> tuple[Pointer, ...]:
    return select(document, patterns).operations or ()


def understand(document: Document, config: Config, step: Step = silent) -> Reading:
    """Select, repair, validate, extract and name what is configured of a corrected document.

    Every command that reads a document reads it so. Raises DiagnosticError with every error:
    NamingError where names alone are missing.
    """
    with step("Validating"):
        selection, remarks = repair(select(document, config.operations))
        findings = validate(selection, document)
        foreign = foreign_servers(selection, selection.operations or (), config.service)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        raise DiagnosticError([*errors, *foreign])
    with step("Naming"):
        operations = extract(selection, document, config.wire)
        named = _named(operations, selection, config)
    source = document.source
    left_out = (*unread(document), *unpaired(named, source), *unsent(named, source))
    return Reading(document, selection, named, (*remarks, *findings, *left_out), foreign)


def _named(
    operations: tuple[Operation, ...], selection: Document, config: Config
) -> tuple[NamedOperation, ...]:
    known = reviewed.load(config.names)
    try:
        return name(operations, known, config.scopes, selection)
    except DiagnosticError as error:
        raise NamingError(error.diagnostics) from error


def examine(document: Document, config: Config) -> tuple[Diagnostic, ...]:
    """Every finding of a whole document, and the remarks of a build of what is configured.

    Where no client can be built of it, which ``understand`` says, the document may be right.
    """
    repaired, remarks = repair(document)
    findings = (*remarks, *validate(repaired))
    try:
        own = understand(document, config).remarks
    except (DiagnosticError, UsageError):
        own = ()
    return (*findings, *(remark for remark in own if remark not in findings))


def generate(config: Config, reading: Reading, step: Step = silent) -> tuple[RenderedFile, ...]:
    """Model, arrange, render, format."""
    with step("Modelling"):
        package = _arranged(config, reading.operations, dict(models_by_name(config, reading)))
    with step("Rendering"):
        templates = templates_directory()
        rendered = (*render(package, config.version, templates), notice(config.package))
        if not config.project:
            return format_files(rendered)
        calls = tuple(_calls(config, reading))
        snippets = snippet_files(package, calls, templates)
        formatted = format_files((*rendered, *snippets))
        files, blocks = formatted[: len(rendered)], formatted[len(rendered) :]
        project = project_files(package, calls, config, templates, blocks)
        return (*files, *project)


def _calls(config: Config, reading: Reading) -> Iterator[Calls]:
    for operation in reading.operations:
        models = Models.of(reading.document, operation.operation, config.wire.envelope)
        yield operation, examples(operation, models)


def emit(config: Config, operations: tuple[NamedOperation, ...]) -> tuple[RenderedFile, ...]:
    """The package as it is rendered, not formatted."""
    return render(_arranged(config, operations, {}), config.version, templates_directory())


def models_by_name(config: Config, reading: Reading) -> Iterator[tuple[Pointer, NamedModels]]:
    """Models by name, of each operation that has any: paths that refine its own."""
    names, interpret = reviewed.load(config.names), Interpreter(reading.document)
    for named in reading.operations:
        operation = named.operation
        if any(task.models for task in named.tasks):
            groups = model_groups(reading.document, operation, config.wire, interpret)
            spelling = spelling_of((*operation.tags, operation.summary))
            taken = (*OPTIONS, *(parameter.argument for parameter in named.parameters))
            yield (
                operation.pointer,
                name_models(groups, names, spelling, interpret, taken),
            )


def _arranged(
    config: Config,
    operations: tuple[NamedOperation, ...],
    by_name: Mapping[Pointer, NamedModels],
) -> Package:
    return arrange(
        operations,
        model(operations),
        package=config.package,
        base_url=config.service.base_url,
        scopes=config.scopes,
        rules=config.wire,
        by_name=by_name,
    )


def emitted(config: Config, reading: Reading, step: Step = silent) -> tuple[RenderedFile, ...]:
    """The files as they are written into a project, the lock left out."""
    return kept_from_formatters(generate(config, reading, step))


def build(config: Config, step: Step = silent) -> Build:
    """Everything up to writing."""
    reading = read(config, step)
    gathered = reading.gathered
    with gathered.placing() if gathered else nullcontext():
        files = emitted(config, reading, step)
    reached = gathered.reached if gathered else ()
    references = tuple(Input(name, source.sha256) for name, source in reached)
    digest = reading.document.source.sha256
    inputs = locking.inputs_digest(config, sha256=digest, references=references)
    lock = make_lock(inputs, files)
    path = PurePosixPath(config.package, locking.FILE_NAME)
    return Build((*files, RenderedFile(path, render_lock(lock))), lock, reading)
