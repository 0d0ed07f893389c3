"""Following the models: what the service lists and says of each, as the paths of the pin."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document, JSONObject, as_object
from flaregen.live.service import Answer, ListedModel, ModelSchemas, Unanswered
from flaregen.openapi.endpoints import endpoints
from flaregen.schemas.extract import extract
from flaregen.selecting.reach import prune, reach
from flaregen.selecting.refinements import Refinement, refinements
from flaregen.selecting.select import select
from flaregen.upstream.model_comparison import resolved, says_the_same
from flaregen.upstream.model_paths import (
    Template,
    is_name,
    new_operation,
    with_facts,
    with_schemas,
)
from flaregen.upstream.model_schemas import BrokenSchemaError, wordless
from flaregen.upstream.slicing import written

_UNKNOWN = "live-unknown-model"
_SIDES = ("requestBody", "responses")


@dataclass(frozen=True, slots=True)
class ModelNews:
    """Names of models, sorted: what a pull of them found.

    ``kept`` are written otherwise than the service has them, by whoever wrote the pin.
    """

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        for kind in ("new", "gone", "deprecated", "changed", "kept"):
            names = getattr(self, kind)
            if names:
                yield f"{kind}: {', '.join(names)}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The models of a pin: the operation that takes their names, and what it has of each."""

    document: Document
    template: Template
    known: Mapping[str, Refinement]


@dataclass(frozen=True, slots=True)
class Before:
    """Digests of what the service said the last time, and whether a person wrote the pin.

    What a person wrote is not what the service says, and right all the same: it stays until the
    service says something else.
    """

    digests: Mapping[str, str]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """The paths of a new pin, what is new, and digests of the schemas that it was made from."""

    root: JSONObject
    news: ModelNews
    digests: Mapping[str, str]
    problems: tuple[Diagnostic, ...]


def catalogue_of(document: Document, config: Config) -> Catalogue:
    """The models of a document. Raises DiagnosticError where no operation takes their names."""
    selection = select(document, config.operations)
    operations = {one.pointer: one for one in extract(selection, document, config.wire)}
    found = []
    for endpoint in endpoints(selection):
        last = endpoint.path.rpartition("{")[2].partition("}")[0]
        listed = refinements(document, endpoint.path, endpoint.method, [last], skip_broken=True)
        if "{" in endpoint.path and listed:
            found.append((len(listed), endpoint, listed))
    if not found:
        raise DiagnosticError([_no_models()])
    _, endpoint, listed = max(found, key=lambda one: one[0])
    template = Template(
        path=endpoint.path,
        method=endpoint.method,
        operation=resolved(document, endpoint.pointer),
        titles=tuple(task.title for task in operations[endpoint.pointer].tasks),
        envelope=config.wire.envelope,
        deprecation=config.wire.deprecation_date,
        version=document.version,
    )
    return Catalogue(document, template, {one.value: one for one in listed})


def _no_models() -> Diagnostic:
    return Diagnostic(
        code="live-no-models",
        message="the document lists no models for the configured operations",
        help="choose an operation that has models, or another document",
    )


def merged(
    catalogue: Catalogue,
    listed: Sequence[ListedModel],
    answers: Iterable[Answer],
    before: Before,
    today: date,
) -> Followed:
    """The document with its models as the service has them.

    What could not be learned stays as it is, and is a problem.
    """
    by_name = {one.name: one for one in listed}
    work = _Merge(catalogue, by_name, before, today)
    # What is new may be as a model that is known.
    for answer in sorted(answers, key=lambda one: one.model not in catalogue.known):
        work.take(answer)
    return work.result()


def with_models_of(pinned: Document, content: bytes, names: Iterable[str], config: Config) -> bytes:
    """Upstream's document with the paths of models that a pin has from the service.

    Components that both have are upstream's.
    """
    known = catalogue_of(pinned, config).known
    kept = [known[one].pointer for one in names if one in known]
    own = prune(pinned.root, reach(pinned, kept))
    root = json.loads(content)
    for section, members in as_object(own.get("components")).items():
        held = root.setdefault("components", {}).setdefault(section, {})
        held |= {key: one for key, one in as_object(members).items() if key not in held}
    paths = as_object(own.get("paths"))
    root["paths"] |= {str(one.tokens[1]): paths[str(one.tokens[1])] for one in kept}
    return written(root)


def names_to_ask(
    catalogue: Catalogue, listed: Sequence[ListedModel]
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The models of the service and of the document, and problems with names of the service."""
    names = dict.fromkeys((*(one.name for one in listed), *catalogue.known))
    return tuple(filter(is_name, names)), tuple(_odd(one) for one in names if not is_name(one))


def _odd(name: str) -> Diagnostic:
    message = f"the service lists {name!r}, which cannot be a part of a path"
    return Diagnostic("live-odd-name", message, "it is left out", severity="warning")


@dataclass(slots=True)
class _Merge:
    """Goes through the answers; ``operations`` are the models of the new document, by name."""

    catalogue: Catalogue
    listed: Mapping[str, ListedModel]
    before: Before
    today: date
    operations: dict[str, JSONObject] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    alike: dict[str, JSONObject] = field(default_factory=dict)
    """What a model takes and answers, as the document writes it, by digest."""
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def take(self, answer: Answer) -> None:
        match answer:
            case ModelSchemas():
                self._learned(answer)
            case Unanswered() if answer.problem.code == _UNKNOWN:
                self._unknown(answer)
            case Unanswered():
                self.problems.append(_as_it_was(answer.problem))
                self._keep(answer.model)

    def result(self) -> Followed:
        paths = self.catalogue.document.root["paths"]
        assert isinstance(paths, dict)  # as the catalogue has been read from them
        template, known = self.catalogue.template, self.catalogue.known
        of_models = {str(known[one].pointer.tokens[1]): one for one in known}
        found: JSONObject = {}
        for path, item in paths.items():
            model = of_models.get(path)
            if model is None:
                found[path] = item
            elif model in self.operations and isinstance(item, dict):
                found[path] = {**item, template.method: self.operations[model]}
        for model in sorted(self.new):
            found[template.path_of(model)] = {template.method: self.operations[model]}
        return Followed(
            root={**self.catalogue.document.root, "paths": found},
            news=ModelNews(
                new=tuple(sorted(self.new)),
                gone=tuple(sorted(self.gone)),
                deprecated=tuple(sorted(self._deprecated())),
                changed=tuple(sorted(self.changed)),
                kept=tuple(sorted(self.kept)),
            ),
            digests=dict(sorted(self.digests.items())),
            problems=tuple(self.problems),
        )

    def _deprecated(self) -> Iterator[str]:
        for model, operation in self.operations.items():
            known = self.catalogue.known.get(model)
            if operation.get("deprecated") is True and not (known and known.deprecated):
                yield model

    def _unknown(self, answer: Unanswered) -> None:
        """Gone, unless the list still has it: then the service contradicts itself."""
        if answer.model not in self.listed:
            self.gone.append(answer.model)
        else:
            self.problems.append(_as_it_was(answer.problem))
            self._keep(answer.model)

    def _keep(self, model: str) -> None:
        if (known := self.catalogue.known.get(model)) is not None:
            raw = self.catalogue.document.at(known.pointer)
            self.operations[model] = raw if isinstance(raw, dict) else {}
            if model in self.before.digests:
                self.digests[model] = self.before.digests[model]

    def _learned(self, answer: ModelSchemas) -> None:
        try:
            operation = self._operation(answer)
        except BrokenSchemaError as error:
            message = f"{answer.model}: the service's schema is broken: {error}"
            problem = Diagnostic("live-broken-schema", message, "", severity="warning")
            self.problems.append(_as_it_was(problem))
            self._keep(answer.model)
            return
        template, listed = self.catalogue.template, self.listed.get(answer.model)
        if listed is not None:
            operation = with_facts(operation, listed, template)
        else:
            # It still answers, and is shown to nobody.
            operation = {**operation, "deprecated": True}
        self.digests[answer.model] = _digest(answer)
        self.operations[answer.model] = operation

    def _operation(self, answer: ModelSchemas) -> JSONObject:
        document, template = self.catalogue.document, self.catalogue.template
        known = self.catalogue.known.get(answer.model)
        if known is None:
            listed = self.listed[answer.model]
            made = with_schemas(new_operation(listed, template), answer, template)
            self.new.append(answer.model)
            return made | self.alike.get(_digest(answer), {})
        raw = document.at(known.pointer)
        assert isinstance(raw, dict)  # as refinements are
        made = with_schemas(resolved(document, known.pointer), answer, template)
        if self._stays(known, answer, made):
            self.alike[_digest(answer)] = {key: raw[key] for key in _SIDES if key in raw}
            return raw
        self.changed.append(answer.model)
        return made | self.alike.get(_digest(answer), {})

    def _stays(self, known: Refinement, answer: ModelSchemas, made: JSONObject) -> bool:
        """Whether the service says what it said the last time, or else what the document says."""
        if (before := self.before.digests.get(answer.model)) is not None:
            return before == _digest(answer)
        says = says_the_same(self.catalogue.document, known.pointer, made, self.today)
        if self.before.reviewed and not says:
            self.kept.append(answer.model)
        return says or self.before.reviewed


def _digest(answer: ModelSchemas) -> str:
    sides = [wordless(answer.input), wordless(answer.output)]
    text = json.dumps(sides, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _as_it_was(problem: Diagnostic) -> Diagnostic:
    advice = "; ".join(filter(None, (problem.help, "the pin is as it was for this model")))
    return replace(problem, help=advice)
