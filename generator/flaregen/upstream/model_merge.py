"""What the service says of its models, merged into the pinned document, and named there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from flaregen.diagnostic import Diagnostic
from flaregen.document import JSON, JSONObject, as_object, node_at, texts_in
from flaregen.live.service import Answer, ListedModel, ModelSchemas, Unanswered
from flaregen.openapi.endpoints import with_last_parameter
from flaregen.openapi.references import references
from flaregen.pointer import Pointer
from flaregen.upstream.model_baseline import digests
from flaregen.upstream.model_catalogue import Catalogue, resolved, says_the_same
from flaregen.upstream.model_news import UNMERGED, Before, Followed, ModelNews
from flaregen.upstream.model_paths import (
    Relative,
    family_answers,
    is_unlisted,
    letters,
    new_operation,
    unlisted,
    with_facts,
    with_schemas,
)
from flaregen.upstream.model_schemas import BrokenSchemaError
from flaregen.upstream.operation_merge import merged_operation, sole_components
from flaregen.upstream.schema_merge import Conflict
from flaregen.upstream.schema_parts import Components, replaced

_UNKNOWN = "live-unknown-model"
_SIDES = ("requestBody", "responses")
_Change: TypeAlias = tuple[str, str, str]
"""One of the sides, and the digests of its schema before and now."""


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
    by_name = {model.name: model for model in listed}
    # What is new may be as a model that is known.
    ordered = sorted(answers, key=lambda one: one.model not in catalogue.known)
    work = _Merge(catalogue, by_name, before, today, _alike(catalogue, ordered, before))
    for answer in ordered:
        work.take(answer)
    return work.result()


@dataclass(slots=True)
class _Merge:
    """Goes through the answers; ``operations`` are the models of the new document, by name.

    ``paths`` are those of the models for which a side changed in the same way.
    """

    catalogue: Catalogue
    listed: Mapping[str, ListedModel]
    before: Before
    today: date
    paths: Mapping[_Change, frozenset[str]]
    operations: dict[str, JSONObject] = field(default_factory=dict)
    said: dict[str, ModelSchemas] = field(default_factory=dict)
    edited: dict[str, JSON] = field(default_factory=dict)
    """Components that only changed models use, by reference."""
    problems: list[Diagnostic] = field(default_factory=list)
    alike: dict[tuple[str, str], JSONObject] = field(default_factory=dict)
    """What a model takes and answers, as the document writes it, by the digests of its schemas."""
    relatives: list[Relative] = field(default_factory=list)
    news: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Names of models, by what is said of them in the news."""

    def take(self, answer: Answer) -> None:
        match answer:
            case ModelSchemas():
                self.problems += answer.remarks
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
        for model in sorted(self.news["new"]):
            found[with_last_parameter(template.path, model)] = {
                template.method: self.operations[model]
            }
        self.news["unlisted"] += self._unlisted()
        self.news["deprecated"] += self._deprecated()
        return Followed(
            root=self._with_components({**self.catalogue.document.root, "paths": found}),
            news=ModelNews(**{kind: tuple(sorted(names)) for kind, names in self.news.items()}),
            said=self.said,
            problems=tuple(self.problems),
        )

    def _with_components(self, root: JSONObject) -> JSONObject:
        for reference, content in self.edited.items():
            root = replaced(root, Pointer.parse_fragment(reference).tokens, content)
        return root

    def _deprecated(self) -> Iterator[str]:
        for model, operation in self.operations.items():
            known = self.catalogue.known.get(model)
            was = known is not None and known.deprecated
            if operation.get("deprecated") is True and model in self.listed and not was:
                yield model

    def _unlisted(self) -> Iterator[str]:
        """Those that still answer, and were in the list as far as the document knows."""
        for model in self.operations:
            known = self.catalogue.known.get(model)
            if model in self.said and model not in self.listed:
                yield from () if known and is_unlisted(known.facts) else (model,)

    def _unknown(self, answer: Unanswered) -> None:
        """Gone, unless the list still has it: then the service contradicts itself."""
        if answer.model not in self.listed:
            self.news["gone"].append(answer.model)
        else:
            self.problems.append(_as_it_was(answer.problem))
            self._keep(answer.model)

    def _keep(self, model: str) -> None:
        if (known := self.catalogue.known.get(model)) is not None:
            self.operations[model] = as_object(self.catalogue.document.at(known.pointer))
            if model in self.before.said:
                self.said[model] = self.before.said[model]

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
        operation = with_facts(operation, listed, template) if listed else unlisted(operation)
        self.said.setdefault(answer.model, answer)
        self.operations[answer.model] = operation

    def _operation(self, answer: ModelSchemas) -> JSONObject:
        document, template = self.catalogue.document, self.catalogue.template
        known = self.catalogue.known.get(answer.model)
        if known is None:
            listed = self.listed[answer.model]
            made = with_schemas(new_operation(listed, template), answer, template)
            self.news["new"].append(answer.model)
            answers = family_answers(listed, answer, self.relatives)
            made |= {"responses": answers} if answers else {}
            return made | self.alike.get(digests(answer), {})
        raw = document.at(known.pointer)
        assert isinstance(raw, dict)  # as refinements are
        if (before := self.before.said.get(answer.model)) is not None:
            if digests(before) == digests(answer):
                return self._as_pinned(raw, answer)
            return self._merged(raw, before, answer)
        made = with_schemas(resolved(document, known.pointer), answer, template)
        if says_the_same(document, known.pointer, made, self.today):
            return self._as_pinned(raw, answer)
        if self.before.reviewed:
            self.news["kept"].append(answer.model)
            return self._as_pinned(raw, answer)
        self.news["changed"].append(answer.model)
        return made | self.alike.get(digests(answer), {})

    def _as_pinned(self, operation: JSONObject, answer: ModelSchemas) -> JSONObject:
        own = {key: operation[key] for key in _SIDES if key in operation}
        self.alike[digests(answer)] = own
        known = self.catalogue.known[answer.model]
        responses = as_object(operation.get("responses"))
        self.relatives.append(Relative(str(known.facts.get("task", "")), answer, responses))
        return operation

    def _merged(self, raw: JSONObject, before: ModelSchemas, now: ModelSchemas) -> JSONObject:
        """The operation with what changed; as it is, where some of that has no place in it."""
        root, template = self.catalogue.document.root, self.catalogue.template
        components = [
            Components(root, self.before.corrected, sole_components(root, self.paths[key]))
            for key in _changes(before, now)
        ]
        pair = components[0], components[1]
        title = self._title(before, now)
        found = merged_operation(raw, (before, now), pair, template, title)
        if found.conflicts:
            self.news["kept"].append(now.model)
            self.problems += [_unmerged(now.model, conflict) for conflict in found.conflicts]
            self.said[now.model] = before
            return raw
        if found.operation != raw or found.edited:
            self.news["changed"].append(now.model)
        self.edited |= found.edited
        return self._as_pinned(found.operation, now)

    def _title(self, before: ModelSchemas, now: ModelSchemas) -> str:
        """By the first of the models that changed in the same way: they have one name for it."""
        changed = [change for change in _changes(before, now) if change[1] != change[2]]
        alike = frozenset.intersection(*(self.paths[one] for one in changed))
        known, root = self.catalogue.known, self.catalogue.document.root
        model = next(one for one in known if known[one].pointer.tokens[1] == min(alike))
        others = [one for one in known if one != model]
        return title_of(model, others, titles(root, alike))


def _changes(before: ModelSchemas, now: ModelSchemas) -> list[_Change]:
    return list(zip(_SIDES, digests(before), digests(now), strict=True))


def _alike(
    catalogue: Catalogue, answers: Iterable[Answer], before: Before
) -> dict[_Change, frozenset[str]]:
    """The paths of models for which a side changed from the same to the same."""
    found: dict[_Change, frozenset[str]] = {}
    for answer in answers:
        known, said = catalogue.known.get(answer.model), before.said.get(answer.model)
        if isinstance(answer, ModelSchemas) and known and said:
            for key in _changes(said, answer):
                found[key] = found.get(key, frozenset()) | {str(known.pointer.tokens[1])}
    return found


def _unmerged(model: str, conflict: Conflict) -> Diagnostic:
    return Diagnostic(
        code=UNMERGED,
        message=f"{model}: {conflict.message()}",
        help="the pin is as it was for this model: correct its path in the pin, run flaregen pull "
        "--accept, and pull the models again",
        severity="warning",
    )


def _as_it_was(problem: Diagnostic) -> Diagnostic:
    advice = "; ".join(filter(None, (problem.help, "the pin is as it was for this model")))
    return replace(problem, help=advice)


_WORD = re.compile(r"[A-Za-z0-9]+")


def title_of(model: str, others: Iterable[str], taken: Iterable[str]) -> str:
    """By the name of the model, whole where another model or a title is alike."""
    own = model.rpartition("/")[2]
    alike = [*taken, *(one.rpartition("/")[2] for one in others)]
    words = _WORD.findall(model if letters(own) in map(letters, alike) else own)
    return " ".join(word.capitalize() for word in words)


def titles(root: JSONObject, own: Container[str]) -> Iterator[str]:
    """Those of the components that other paths than the model's ``own`` lead to."""
    paths = as_object(root.get("paths"))
    waiting: list[JSON] = [item for path, item in paths.items() if path not in own]
    found: set[str] = set()
    while waiting:
        new = references(waiting.pop()) - found
        found |= new
        schemas = [node_at(root, Pointer.parse_fragment(one)) for one in new]
        yield from texts_in([as_object(schema).get("title") for schema in schemas])
        waiting += schemas
