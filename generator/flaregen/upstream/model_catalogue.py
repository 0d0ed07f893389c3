"""Following the models: what the service lists and says of each, as the paths of the pin.

And whether a pinned path says of a model what the service says, words and form apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic
from flaregen.document import JSON, Document, JSONObject, as_object, member_at
from flaregen.drift.compare import compare
from flaregen.drift.rules import RULES
from flaregen.live.service import ListedModel
from flaregen.openapi.endpoints import Endpoint, endpoints, last_parameter
from flaregen.openapi.media_types import JSON_TYPE
from flaregen.openapi.references import follow
from flaregen.pointer import Pointer
from flaregen.schemas.extract import extract
from flaregen.selecting.reach import prune, reach
from flaregen.selecting.refinements import Refinement, refinements
from flaregen.selecting.select import select
from flaregen.upstream.model_paths import (
    Template,
    is_name,
)
from flaregen.upstream.model_schemas import BrokenSchemaError, followed
from flaregen.upstream.schema_parts import replaced
from flaregen.upstream.slicing import written

_ANSWERED = ("responses", "200", "content")


def says_the_same(document: Document, pointer: Pointer, made: JSONObject, today: date) -> bool:
    """Whether an operation of a document says what one that was made of the service's schemas does.

    How files travel is more than those schemas say: where it differs, the document is right.
    """
    own = resolved(document, pointer)
    sent, other = (as_object(member_at(one, "requestBody", "content")) for one in (own, made))
    if sent.keys() != other.keys():
        return True
    answer = member_at(made, *_ANSWERED, JSON_TYPE)
    answered = {**as_object(member_at(own, *_ANSWERED)), JSON_TYPE: answer}
    new = replaced(made, _ANSWERED, answered) if answer is not None else made
    expanded = (as_object(_expanded(one, document.root)) for one in (own, new))
    before, after = (_alone(document, pointer, one) for one in expanded)
    rules = (RULES[change.id] for change in compare(before, after, today))
    return all(rule.wording or rule.owner in ("title", "component") for rule in rules)


def _alone(document: Document, pointer: Pointer, operation: JSONObject) -> Document:
    """The document with one operation and no other."""
    _, path, method = pointer.tokens
    root: JSONObject = {**document.root, "paths": {path: {method: operation}}}
    return replace(document, root=root, operations=None)


def _expanded(node: JSON, root: JSONObject) -> JSON:
    """An operation with the schemas that it refers to in their places; what recurs stays."""
    if not isinstance(node, dict):
        return node
    return {
        key: _inlined(value, root) if key == "schema" else _expanded(value, root)
        for key, value in node.items()
    }


def _inlined(schema: JSON, root: JSONObject) -> JSON:
    with suppress(BrokenSchemaError):
        return followed(schema, root)
    return schema


def resolved(document: Document, pointer: Pointer) -> JSONObject:
    """An operation with its body and its answer in place of references to them."""
    raw = as_object(document.at(pointer))
    found = {**raw}
    if "requestBody" in raw:
        found["requestBody"] = follow(document, pointer.child("requestBody"))[1]
    answers = raw.get("responses")
    if isinstance(answers, dict) and "200" in answers:
        answer = follow(document, pointer.child("responses", "200"))[1]
        found["responses"] = {**answers, "200": answer}
    return found


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The models of a pin: the operation that takes their names, and what it has of each."""

    document: Document
    template: Template
    known: Mapping[str, Refinement]


def catalogue_of(document: Document, config: Config) -> Catalogue | None:
    """The models of a document; None where no operation takes their names."""
    selection = select(document, config.operations)
    operations = {
        operation.pointer: operation for operation in extract(selection, document, config.wire)
    }
    # Names of models have slashes. Literal paths next to those of other parameters are no models.
    found = [
        (endpoint, listed)
        for endpoint in endpoints(selection)
        if last_parameter(endpoint.path) in config.wire.slashed
        and (listed := _listed(document, endpoint))
    ]
    if not found:
        return None
    endpoint, listed = max(found, key=lambda one: len(one[1]))
    template = Template(
        path=endpoint.path,
        method=endpoint.method,
        operation=resolved(document, endpoint.pointer),
        titles=tuple(task.title for task in operations[endpoint.pointer].tasks),
        envelope=config.wire.envelope,
        deprecation=config.wire.deprecation_date,
        version=document.version,
    )
    return Catalogue(document, template, {refinement.value: refinement for refinement in listed})


def _listed(document: Document, endpoint: Endpoint) -> tuple[Refinement, ...]:
    slashed = [last_parameter(endpoint.path)]
    return refinements(document, endpoint.path, endpoint.method, slashed)


def with_models_of(
    pinned: Document, content: bytes, names: Iterable[str], chosen: Iterable[Endpoint]
) -> bytes:
    """Upstream's document with the paths of models that a pin has from the service.

    They are those of the operations that are chosen in upstream's document: the pin may have been
    made for others. Components that both have are upstream's. The order is that of the pin.
    """
    known = {
        refinement.value: refinement.pointer
        for endpoint in chosen
        for refinement in _listed(pinned, endpoint)
    }
    kept = [known[name] for name in names if name in known]
    own = prune(pinned.root, reach(pinned, kept))
    root = json.loads(content)
    before, reached, now = (as_object(one.get("components")) for one in (pinned.root, own, root))
    components = {
        key: _in_order(before.get(key), {**as_object(reached.get(key)), **as_object(now.get(key))})
        for key in _in_order(before, {**reached, **now})
    }
    root |= {"components": components} if components else {}
    paths = as_object(own.get("paths"))
    models = {path: paths[path] for path in (str(pointer.tokens[1]) for pointer in kept)}
    root["paths"] = _in_order(pinned.root.get("paths"), root["paths"] | models)
    return written(root)


def _in_order(before: JSON, members: JSONObject) -> JSONObject:
    """The members with those that were there before in the order that they had."""
    return {key: members[key] for key in {**as_object(before), **members} if key in members}


def names_to_ask(
    catalogue: Catalogue, listed: Sequence[ListedModel]
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The models of the service and of the document, and problems with names of the service."""
    names = dict.fromkeys((*(model.name for model in listed), *catalogue.known))
    return tuple(filter(is_name, names)), tuple(_odd(name) for name in names if not is_name(name))


def _odd(name: str) -> Diagnostic:
    message = f"the service lists {name!r}, which cannot be a part of a path"
    return Diagnostic("live-odd-name", message, "it is left out", severity="warning")
