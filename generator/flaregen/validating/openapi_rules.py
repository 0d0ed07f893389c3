"""The rules of OpenAPI that no schema of it can express."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from flaregen.diagnostic import Problem, Severity
from flaregen.document import JSON, Document, as_list, as_object
from flaregen.openapi.anatomy import Part, parts, walk, whole
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.endpoints import endpoints, path_parameters
from flaregen.openapi.references import References
from flaregen.pointer import Pointer
from flaregen.validating.defaults import misfit

Tokens: TypeAlias = tuple[str, ...]
Found: TypeAlias = tuple[Tokens, Problem, Severity]

_NOT_LOOKED_INTO = frozenset({"headers", "callbacks", "webhooks", "examples"})
_OF_REQUESTS = frozenset({"requestBody", "requestBodies"})
_SUBSCHEMAS = ("allOf", "anyOf", "oneOf", "not", "items", "properties")


def schema_parts(document: Document) -> Iterator[Part]:
    """The schemas of components, parameters, bodies and answers, without those inside of others."""
    for part in walk(whole(document.root)):
        if part.kind == "schema" and _is_outermost(part.tokens):
            yield part


def _is_outermost(tokens: Tokens) -> bool:
    if tokens[:2] == ("components", "schemas"):
        return len(tokens) == 3
    return tokens[-1] == "schema" and _NOT_LOOKED_INTO.isdisjoint(tokens)


def _repeated(path: str) -> Iterator[Found]:
    for name, count in Counter(path_parameters(path)).items():
        if name and count > 1:
            message = f"The path has {{{name}}} {count} times. One argument fills all of them."
            problem = Problem("repeated-path-parameter", message, "give each a name of its own")
            yield ("paths", path), problem, "warning"


class Rules:
    """The rules for one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._references = References(document)
        self._operations: dict[str, str] = {}

    def of_operations(self) -> Iterator[tuple[Tokens, Callable[[], Iterator[Found]]]]:
        """The place of each operation and path, and what is wrong there."""
        yield ("tags",), self._tags
        for endpoint in endpoints(self._document):
            tokens = endpoint.pointer.tokens
            yield tokens, partial(self._operation_id, tokens, endpoint.operation_id, str(endpoint))
            yield tokens, partial(self._path, tokens)
        chosen = {pointer.tokens[1] for pointer in self._document.operations or ()}
        for path in as_object(self._document.root.get("paths")):
            if self._document.operations is None or path in chosen:
                yield ("paths", path), partial(self._twice, ("paths", path))
                yield ("paths", path), partial(_repeated, path)

    def _tags(self) -> Iterator[Found]:
        tags = as_list(self._document.root.get("tags"))
        names = [tag.get("name") for tag in tags if isinstance(tag, dict)]
        for name in (name for name, count in Counter(map(str, names)).items() if count > 1):
            message = f'The tag "{name}" is declared twice.'
            yield ("tags",), Problem("duplicate-tag", message, "remove one of them"), "error"

    def _operation_id(self, tokens: Tokens, name: str | None, label: str) -> Iterator[Found]:
        if name is None:
            return
        first = self._operations.setdefault(name, label)
        if first != label:
            message = f'The operationId "{name}" is already used by {first}.'
            advice = "give each operation an operationId of its own"
            problem = Problem("duplicate-operation-id", message, advice)
            yield (*tokens, "operationId"), problem, "error"

    def _path(self, tokens: Tokens) -> Iterator[Found]:
        """Parameters that the path has and nobody declares, and the other way round."""
        yield from self._twice(tokens)
        holders = (tokens, tokens[:-1])
        declared = [parameter for holder in holders for parameter in self._parameters(holder)]
        names = {name for name, place in declared if place == "path"}
        held = {*path_parameters(tokens[1])} - {""}
        advice = "a path has {name} for each parameter that is in: path, and for no other"
        for name in sorted(held - names):
            place = dict(declared).get(name)
            other = f"that parameter is in: {place}" if place else "no parameter declares it"
            message = f"The path has {{{name}}}, but {other}."
            yield tokens, Problem("path-parameter", message, advice), "error"
        for name in sorted(names - held):
            message = f'The parameter "{name}" is in: path, but the path does not contain it.'
            yield tokens, Problem("path-parameter", message, advice), "error"

    def _twice(self, tokens: Tokens) -> Iterator[Found]:
        for (name, _), count in Counter(self._parameters(tokens)).items():
            if count > 1:
                message = f'The parameter "{name}" is declared twice.'
                problem = Problem("duplicate-parameter", message, "remove one of them")
                yield (*tokens, "parameters"), problem, "error"

    def _parameters(self, holder: Tokens) -> list[tuple[str, str]]:
        """The names of parameters, and where they are."""
        listed = self._references.at(Pointer(holder)).get("parameters")
        found = [self._references.resolve(one) for one in (listed.elements() if listed else ())]
        named = [(cursor.text("name"), cursor.text("in")) for cursor in found]
        return [(name, place) for name, place in named if name and place]

    def of_schema(self, root: Part) -> Iterator[Found]:
        """What is wrong with the defaults of a schema, and with what it requires.

        Inline schemas of requests are only asked for their form, as openapi-spec-validator does.
        """
        if not _OF_REQUESTS.isdisjoint(root.tokens):
            return
        at = self._references.node(root.pointer)
        if "allOf" in root.node:
            yield from self._required(at)
        pending = [root]
        while pending:
            part = pending.pop()
            if "default" in part.node:
                yield from self._default(self._references.node(part.pointer))
            pending += [
                below for below in parts(part) if below.tokens[len(part.tokens)] in _SUBSCHEMAS
            ]

    def _required(self, at: Cursor) -> Iterator[Found]:
        listed = at.get("required")
        names = [element.value for element in listed.elements()] if listed else []
        missing = {str(name) for name in names}
        missing -= self._properties(at, set()) if missing else set()
        if missing:
            message = (
                f"A required property is not among the properties: {', '.join(sorted(missing))}."
            )
            # JSON Schema allows it, so that it may well be meant.
            problem = Problem("unknown-required", message, "name the property, or correct it")
            yield (*at.pointer.tokens, "required"), problem, "warning"

    def _properties(self, at: Cursor, seen: set[int]) -> set[str]:
        """The properties that a schema has itself or by its parts, references followed."""
        node = self._references.behind(at)
        if id(node.value) in seen:
            return set()
        seen.add(id(node.value))
        properties = node.get("properties")
        found = {key for key, _ in properties.items()} if properties else set[str]()
        for keyword in ("allOf", "anyOf", "oneOf"):
            for member in child.elements() if (child := node.get(keyword)) else ():
                found |= self._properties(member, seen)
        for keyword in ("items", "not"):
            if child := node.get(keyword):
                found |= self._properties(child, seen)
        return found

    def _default(self, at: Cursor) -> Iterator[Found]:
        default: JSON = at.value["default"] if isinstance(at.value, dict) else None
        for tokens, problem in misfit(self._references, (at,), default):
            message = f"The default does not match its schema. {problem.message}"
            place = (*at.pointer.tokens, "default", *tokens)
            # OpenAPI 3.0 demands that it does, but to a client it is a sentence of the docs.
            yield place, Problem("bad-default", message, problem.help), "warning"
