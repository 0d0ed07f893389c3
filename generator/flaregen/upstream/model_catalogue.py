"""Following the models: what the service lists and says of each, as the paths of the pin."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic
from flaregen.document import JSON, Document, JSONObject, as_object
from flaregen.live.service import ListedModel
from flaregen.openapi.endpoints import Endpoint, endpoints, last_parameter
from flaregen.schemas.extract import extract
from flaregen.selecting.reach import prune, reach
from flaregen.selecting.refinements import Refinement, refinements
from flaregen.selecting.select import select
from flaregen.upstream.model_comparison import resolved
from flaregen.upstream.model_paths import (
    Template,
    is_name,
)
from flaregen.upstream.slicing import written


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
