"""From an opened document to an understood one: selected, validated and named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.document import Document
from flaregen.names import reviewed
from flaregen.names.identifiers import spelling_of
from flaregen.names.model_names import name_models
from flaregen.names.named import NamedOperation
from flaregen.names.named_models import NamedModels
from flaregen.names.naming import UNNAMED_SCHEMA, Named, name
from flaregen.names.reserved import OPTIONS
from flaregen.names.unsent import models_apart, unpaired, unsent
from flaregen.names.untyped import untyped
from flaregen.openapi.anchors import with_pointers
from flaregen.openapi.endpoints import unread
from flaregen.opening import gather
from flaregen.pointer import Pointer
from flaregen.schemas.extract import extract
from flaregen.schemas.interpret import interpret
from flaregen.schemas.model_groups import model_groups
from flaregen.schemas.operation import Operation
from flaregen.selecting.gathered import NO_ORIGINS, Origins
from flaregen.selecting.select import require_path_items, select
from flaregen.steps import Step, silent
from flaregen.validating.repair import repair
from flaregen.validating.rest_of_document import count_rest
from flaregen.validating.server_check import foreign_servers
from flaregen.validating.validate import validate


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, read as far as its operations. ``remarks`` are findings that stop nothing.

    ``foreign`` are errors about its servers, which stop a build and no comparison.
    ``origins`` say what came from other documents.
    """

    document: Document
    selection: Document
    operations: tuple[NamedOperation, ...]
    remarks: tuple[Diagnostic, ...]
    foreign: tuple[Diagnostic, ...] = ()
    origins: Origins = field(default_factory=lambda: NO_ORIGINS)

    @property
    def hashed(self) -> tuple[Diagnostic, ...]:
        """The remarks on names that end in a hash, with what gives better ones as their help."""
        return tuple(remark for remark in self.remarks if remark.code == UNNAMED_SCHEMA)


class NamingError(DiagnosticError):
    """Everything is right but names, which have to be reviewed."""


def read(config: Config, step: Step = silent) -> Reading:
    """Load and understand, for a client that is to be built.

    Raises DiagnosticError with every error, the servers that are not configured among them.
    """
    gathered = gather(config, step)
    with gathered.placing():
        reading = buildable(gathered.document, config, step)
    remarks = tuple(map(gathered.place, reading.remarks))
    return replace(reading, remarks=remarks, origins=gathered.origins)


def buildable(document: Document, config: Config, step: Step = silent) -> Reading:
    """Understand a corrected document for a client. Raises DiagnosticError as ``read`` does."""
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


def understand(document: Document, config: Config, step: Step = silent) -> Reading:
    """Select, repair, validate, extract and name what is configured of a corrected document.

    Every command that reads a document reads it so. Raises DiagnosticError with every error:
    NamingError where names alone are missing.
    """
    with step("Validating"):
        selection, remarks, foreign = _selected(document, config)
    with step("Naming"):
        operations = extract(selection, document, config.wire)
        named, unclear = _named(operations, selection, config)
    source = document.source
    remarks = (*remarks, *models_apart(operations, source), *unread(document), *unclear)
    left_out = (*unpaired(named, source), *unsent(named, source), *untyped(selection))
    return Reading(document, selection, named, (*remarks, *left_out), foreign)


def unnamed(document: Document, config: Config, step: Step = silent) -> tuple[Operation, ...]:
    """The configured operations of a corrected document. Raises DiagnosticError."""
    with step("Validating"):
        selection, _, _ = _selected(document, config)
    return extract(selection, document, config.wire)


def _selected(
    document: Document, config: Config
) -> tuple[Document, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What is configured, repaired; remarks on it; and errors about its servers.

    Raises DiagnosticError with every error.
    """
    require_path_items(document, config.operations)
    selection, remarks = repair(select(document, config.operations, pinned=config.pinned))
    findings = validate(selection, document)
    foreign = foreign_servers(selection, selection.operations or (), config.service)
    if errors := [finding for finding in findings if finding.severity == "error"]:
        raise DiagnosticError([*errors, *foreign])
    return selection, (*remarks, *findings), foreign


def _named(operations: tuple[Operation, ...], selection: Document, config: Config) -> Named:
    known = reviewed.load(config.names)
    try:
        return name(operations, known, config.scopes, selection)
    except DiagnosticError as error:
        raise NamingError(error.diagnostics) from error


def examine(document: Document, config: Config) -> tuple[Diagnostic, ...]:
    """Every finding of a whole document, and the remarks of a build of what is configured.

    Where no client can be built of it, which ``understand`` says, the document may be right.
    """
    document = with_pointers(document)
    repaired, remarks = repair(document)
    findings = (*remarks, *validate(repaired))
    try:
        own = understand(document, config).remarks
    except (DiagnosticError, UsageError):
        own = ()
    return (*findings, *(remark for remark in own if remark not in findings))


def models_by_name(config: Config, reading: Reading) -> Iterator[tuple[Pointer, NamedModels]]:
    """Models by name, of each operation that has any: paths that refine its own."""
    names, read = reviewed.load(config.names), partial(interpret, reading.document)
    for named in reading.operations:
        operation = named.operation
        if any(task.models for task in named.tasks):
            groups = model_groups(reading.document, operation, config.wire)
            spelling = spelling_of((*operation.tags, operation.summary))
            taken = (*OPTIONS, *(parameter.argument for parameter in named.parameters))
            yield (
                operation.pointer,
                name_models(groups, names, spelling, read, taken),
            )
