"""The comparison of the pinned document with what the service says of its models.

The schemas of the models become one document with an operation for each model. What the pinned
document says of a model is compared with that, each schema in its direction.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from flaregen.client_drift.symbols import attach
from flaregen.config_file import DriftTable, WireTable
from flaregen.diagnostic import Diagnostic
from flaregen.document import JSON, Document, JSONObject, Source
from flaregen.drift.change import Change, Direction, Python, Reach, Report
from flaregen.drift.comparison import Comparison
from flaregen.drift.context import Context
from flaregen.drift.graph import ComparedPair
from flaregen.drift.merging import merge
from flaregen.drift.rules import RULES
from flaregen.drift.schemas.compare import compare_schemas
from flaregen.live.lookups import (
    SIDES,
    Key,
    LocatedSchema,
    Model,
    Place,
    Score,
    as_it_was,
    by_path,
    by_task,
    nearest,
    scores,
)
from flaregen.live.service import ModelSchemas
from flaregen.names.named import NamedOperation
from flaregen.names.surface import surface
from flaregen.names.symbol import EMPTY
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.endpoints import last_parameter
from flaregen.openapi.media_types import JSON_TYPE
from flaregen.openapi.references import References
from flaregen.pointer import Pointer
from flaregen.report.judge import judge
from flaregen.selecting.gathered import NO_ORIGINS
from flaregen.selecting.refinements import refinements
from flaregen.understanding import Reading


def models_of(reading: Reading) -> dict[str, Model]:
    """The catalogue of a document, by model."""
    found: dict[str, Model] = {}
    for operation in reading.operations:
        found |= {
            name: Model(name, operation, task) for task in operation.tasks for name in task.models
        }
        found |= {
            name: Model(name, operation, None)
            for name in (_with_paths(reading.document, operation) if operation.tasks else ())
            if name not in found
        }
    return found


def _with_paths(document: Document, operation: NamedOperation) -> Iterator[str]:
    """Models that have a path of their own, whatever their task is."""
    raw = operation.operation
    listed = refinements(document, raw.path, raw.method.lower(), [last_parameter(raw.path)])
    yield from (refinement.value for refinement in listed)


def unlisted(names: Iterable[str], known: Mapping[str, Model]) -> Iterator[Diagnostic]:
    """Errors for models that were asked for and that the document does not list."""
    for name in names:
        if name not in known:
            yield Diagnostic(
                code="live-unlisted-model",
                message=f"the document lists no model {name}",
                help="flaregen inspect lists the models of the document",
            )


def no_models() -> Diagnostic:
    return Diagnostic(
        code="live-no-models",
        message="the document lists no models for the configured operations",
        help="choose an operation that has models, or another document",
    )


@dataclass(frozen=True, slots=True)
class Documents:
    """The pinned document as it is read, and as it is without its overlays where it has any.

    ``said`` is what the service said of models when their paths were written.
    """

    reading: Reading
    plain: Document | None = None
    envelope: str = WireTable().envelope
    said: Mapping[str, ModelSchemas] = field(default_factory=dict)


def report(
    documents: Documents,
    answers: Iterable[ModelSchemas],
    unknown: Sequence[str],
    url: str,
    rules: tuple[DriftTable, date],
) -> Report:
    """Judge what differs. The new document of the report is what the service said at ``url``.

    ``unknown`` are models that the service lists and the document does not. Raises KeyError for
    an answer about a model that the document does not list.
    """
    reading = documents.reading
    known = models_of(reading)
    found = [(known[answer.model], answer) for answer in answers]
    new = [_new(name, known) for name in unknown]
    live = _document(found, new, url)
    changes = (
        *_changes(documents, live, [model for model, _ in found]),
        *_added(documents, live, new),
    )
    attached = attach(changes, surface(reading.operations), EMPTY)
    # The service states no version, so that none can be compared.
    judged = judge(live, live, attached, *rules)
    origins = reading.origins, NO_ORIGINS
    # A client is made from the document, which stays as it is until the next pull.
    return replace(judged, old=reading.document, origins=origins, python=Python())


def _new(name: str, known: Mapping[str, Model]) -> Model:
    """A model that nothing is known of, of the operation that has the most."""
    count = Counter(model.operation.operation.path for model in known.values())
    first = max(known.values(), key=lambda one: count[one.operation.operation.path])
    return replace(first, name=name)


def _document(found: list[tuple[Model, ModelSchemas]], new: Iterable[Model], url: str) -> Document:
    paths: dict[str, JSON] = {
        one.path: {one.operation.operation.method.lower(): {"responses": {}}} for one in new
    }
    for model, answer in found:
        sent = _placed(answer.input, model.pointer.child(*SIDES["request"]))
        answered = _placed(answer.output, model.pointer.child(*SIDES["response"]))
        operation: JSONObject = {
            "requestBody": _body(sent),
            "responses": {"200": {"description": "", **_body(answered)}},
        }
        paths[model.path] = {model.operation.operation.method.lower(): operation}
    root: JSONObject = {"openapi": "3.1.0", "info": {}, "paths": paths}
    content = json.dumps(root, indent=2).encode()
    return Document(Source(url, content, "json"), root, "3.1")


def _body(schema: JSON) -> JSONObject:
    return {} if schema is None else {"content": {JSON_TYPE: {"schema": schema}}}


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


@dataclass(frozen=True, slots=True)
class _Pair:
    """What a document says of one direction of a model, and what the service says."""

    model: Model
    direction: Direction
    before: LocatedSchema
    after: Cursor

    @property
    def key(self) -> Key:
        return self.model.path, self.direction


def _changes(documents: Documents, live: Document, models: Sequence[Model]) -> Iterator[Change]:
    """Compare each model with the place of the document that says the most of it.

    What the service said when the pin was written counts as a place: the pin says it otherwise.
    """
    sides = [documents.reading.document, *([documents.plain] if documents.plain else [])]
    own_path = by_path(documents.envelope)
    places: list[tuple[Document, Place]]
    places = [(side, place) for place in (by_task, own_path) for side in sides]
    said_before = [
        (model, documents.said[model.name]) for model in models if model.name in documents.said
    ]
    if said_before:
        before = _document(said_before, (), live.source.name)
        places.insert(0, (before, as_it_was(sides[0], own_path)))
    found: list[dict[Key, _Pair]] = []
    said: list[tuple[Mapping[Key, _Pair], Mapping[Key, Score]]] = []
    same: set[Key] = set()
    for document, place in places:
        pairs = {
            pair.key: pair for pair in _pairs(document, place, live, models) if pair.key not in same
        }
        score = scores(_compared(document, live, pairs.values()))
        # No other place says more than one that says all.
        same |= pairs.keys() - score.keys()
        found.append(pairs)
        said.append((pairs, score))
    keys = dict.fromkeys(key for pairs in found for key in pairs)
    chosen = {key: nearest(key, said) for key in keys}
    for number, (document, _) in enumerate(places):
        own = [found[number][key] for key, one in chosen.items() if one == number]
        copies = {pair.before.schema.pointer: pair.before for pair in own}
        for change in _compared(document, live, own):
            yield _really(document, change, copies)


def _pairs(
    document: Document, place: Place, live: Document, models: Iterable[Model]
) -> Iterator[_Pair]:
    new = References(live)
    for model in models:
        for direction, inside in SIDES.items():
            before = place(document, model, direction)
            after = new.find(model.pointer.child(*inside))
            if before is not None and after is not None:
                yield _Pair(model, direction, before, after)


def _compared(old: Document, new: Document, pairs: Collection[_Pair]) -> tuple[Change, ...]:
    comparison = Comparison(old, new, compare_schemas)
    roots: set[Pointer] = set()
    for pair in pairs:
        raw = pair.model.operation.operation
        entry = Reach(raw.method, pair.model.path, raw.operation_id or None)
        roots.add(pair.after.pointer)
        status = "200" if pair.direction == "response" else None
        compared = ComparedPair(entry=entry, media_type=JSON_TYPE, status=status)
        scope = comparison.scope(compared, Context(pair.direction))
        comparison.visit_alike(scope, pair.before.schema, pair.after)
    comparison.run()
    found = (change for change in merge(comparison) if not _describes_the_task(change, roots))
    # What the service said is kept without words: the pin has words of its own.
    is_kept = any(pair.before.origin for pair in pairs)
    return tuple(change for change in found if not (is_kept and RULES[change.id].wording))


def _really(document: Document, change: Change, copies: Mapping[Pointer, LocatedSchema]) -> Change:
    """A change where the document has what it is about."""
    elsewhere = tuple(_really(document, one, copies) for one in change.elsewhere)
    at = _place(document, change.old_pointer, copies)
    return replace(change, old_pointer=at, elsewhere=elsewhere)


def _place(
    document: Document, at: Pointer | None, copies: Mapping[Pointer, LocatedSchema]
) -> Pointer | None:
    if at is None:
        return None
    return next(
        (copies[pointer].real(document, at) for pointer in at.upwards() if pointer in copies), at
    )


def _added(documents: Documents, live: Document, new: Iterable[Model]) -> tuple[Change, ...]:
    comparison = Comparison(documents.reading.document, live, compare_schemas)
    for model in new:
        method = model.operation.operation.method
        compared = ComparedPair(entry=Reach(method, model.path, None))
        at = comparison.new.find(model.pointer.parent)
        scope = comparison.scope(compared, Context("none"))
        scope.emit("path-added", None, at, after=[method])
    return merge(comparison)


def _describes_the_task(change: Change, roots: set[Pointer]) -> bool:
    """The title, the text and the examples of a variant are the task's, not a model's."""
    rule = RULES[change.id]
    if not (rule.wording or rule.owner == "title") or change.new_pointer is None:
        return False
    return change.new_pointer in roots or change.new_pointer.parent in roots
