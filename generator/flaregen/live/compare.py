"""The comparison of the pinned document with what the service says of its models.

The schemas of the models become one document with an operation for each model. The task of
a model in the pinned document is compared with that, each schema in its direction.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from flaregen.client_drift.symbols import attach
from flaregen.config_file import DriftTable
from flaregen.diagnostic import Diagnostic
from flaregen.document import JSON, Document, JSONObject, Source, step
from flaregen.drift.change import Change, Direction, Report
from flaregen.drift.comparison import Comparison, Scope
from flaregen.drift.context import Context
from flaregen.drift.graph import ComparedPair, Entry
from flaregen.drift.merging import merge
from flaregen.drift.rules import RULES
from flaregen.drift.schemas.compare import compare_schemas
from flaregen.live.service import ModelSchemas
from flaregen.names.named import NamedOperation, NamedTask
from flaregen.names.surface import EMPTY, surface
from flaregen.openapi.cursor import Cursor
from flaregen.pipeline import Reading
from flaregen.pointer import Pointer
from flaregen.report.judge import judge
from flaregen.selecting.gathered import NO_ORIGINS

_SENT = ("requestBody", "content", "application/json", "schema")
_ANSWERED = ("responses", "200", "content", "application/json", "schema")


@dataclass(frozen=True, slots=True)
class Model:
    """A model of the catalogue, with its operation and its task."""

    name: str
    operation: NamedOperation
    task: NamedTask

    @property
    def path(self) -> str:
        """The path of the operation with the model in place of its last parameter."""
        before, _, rest = self.operation.operation.path.rpartition("{")
        return before + self.name + rest.partition("}")[2]

    @property
    def pointer(self) -> Pointer:
        return Pointer(("paths", self.path, self.operation.operation.method.lower()))


def models_of(reading: Reading) -> dict[str, Model]:
    """The catalogue of a document, by model."""
    return {
        name: Model(name, operation, task)
        for operation in reading.operations
        for task in operation.tasks
        for name in task.models
    }


def unlisted(names: Iterable[str], known: Mapping[str, Model]) -> Iterator[Diagnostic]:
    """Errors for models that were asked for and that the document does not list."""
    for name in names:
        if name not in known:
            yield Diagnostic(
                code="live-unlisted-model",
                message=f"the document lists no model {name}",
                help="flaregen inspect lists the models that there are",
            )


def report(
    reading: Reading,
    answers: Iterable[ModelSchemas],
    url: str,
    table: DriftTable,
    today: date,
) -> Report:
    """Judge what differs. The new document of the report is what the service said at ``url``.

    Raises KeyError for an answer about a model that the document does not list.
    """
    known = models_of(reading)
    found = [(known[answer.model], answer) for answer in answers]
    live = _document(found, url)
    changes = attach(_changes(reading.document, live, found), surface(reading.operations), EMPTY)
    # The service states no version, so that none can be compared.
    judged = judge(live, live, changes, table, today)
    gathered = reading.gathered
    origins = (gathered.origins if gathered else NO_ORIGINS, NO_ORIGINS)
    return replace(judged, old=reading.document, origins=origins)


def _document(found: list[tuple[Model, ModelSchemas]], url: str) -> Document:
    paths: dict[str, JSON] = {}
    for model, answer in found:
        sent = _placed(answer.input, model.pointer.child(*_SENT))
        answered = _placed(answer.output, model.pointer.child(*_ANSWERED))
        operation: JSONObject = {
            "requestBody": _body(sent),
            "responses": {"200": {"description": "", **_body(answered)}},
        }
        paths[model.path] = {model.operation.operation.method.lower(): operation}
    root: JSONObject = {"openapi": "3.1.0", "info": {}, "paths": paths}
    content = json.dumps(root, indent=2).encode()
    digest = hashlib.sha256(content).hexdigest()
    return Document(Source(url, content, "json", digest), root, "3.1")


def _body(schema: JSON) -> JSONObject:
    return {} if schema is None else {"content": {"application/json": {"schema": schema}}}


def _placed(node: JSON, at: Pointer) -> JSON:
    """A schema whose references count from its own root, as part of a document."""
    if isinstance(node, list):
        return [_placed(item, at) for item in node]
    if not isinstance(node, dict):
        return node
    placed = {key: _placed(value, at) for key, value in node.items()}
    reference = node.get("$ref")
    if isinstance(reference, str) and reference.startswith("#"):
        placed["$ref"] = at.fragment + reference[1:]
    return placed


def _changes(
    old: Document, new: Document, found: list[tuple[Model, ModelSchemas]]
) -> tuple[Change, ...]:
    comparison = Comparison(old, new, compare_schemas)
    roots: set[Pointer] = set()
    for model, _ in found:
        raw = model.operation.operation
        entry = Entry(model.path, raw.method, raw.operation_id or None)
        response = model.task.response
        sides: tuple[tuple[Direction, Cursor | None, tuple[str, ...]], ...] = (
            ("request", _request(comparison.old.root, model.task), _SENT),
            (
                "response",
                _at(comparison.old.root, response.variant.pointer) if response else None,
                _ANSWERED,
            ),
        )
        for direction, before, place in sides:
            after = _at(comparison.new.root, model.pointer.child(*place))
            if before is not None and after is not None:
                roots.add(after.pointer)
                comparison.visit_alike(_scope(comparison, entry, direction), before, after)
    comparison.run()
    return tuple(one for one in merge(comparison) if not _describes_the_task(one, roots))


def _scope(comparison: Comparison, entry: Entry, direction: Direction) -> Scope:
    compared = ComparedPair(entry=entry, media_type="application/json")
    if direction == "response":
        compared.status = "200"
    comparison.pairs.append(compared)
    return Scope(comparison, compared, Context(direction))


def _describes_the_task(change: Change, roots: set[Pointer]) -> bool:
    """The title, the text and the examples of a variant are the task's, not a model's."""
    rule = RULES[change.id]
    if not (rule.wording or rule.owner == "title") or change.new_pointer is None:
        return False
    return change.new_pointer in roots or change.new_pointer.parent in roots


def _request(root: Cursor, task: NamedTask) -> Cursor | None:
    """The variants of a task: one member of a union, or all that have the same title."""
    first = _at(root, task.pointer)
    if first is None or first.parent is None or not task.title:
        return first
    alike = [one for one in first.parent.elements() if one.text("title") == task.title]
    if len(alike) < 2:
        return first
    return Cursor({"oneOf": [one.value for one in alike]}, first.parent.parent, "")


def _at(root: Cursor, pointer: Pointer) -> Cursor | None:
    cursor = root
    for token in pointer.tokens:
        try:
            cursor = Cursor(step(cursor.value, token), cursor, token)
        except KeyError:
            return None
    return cursor
