"""What the service changed of a model, in the operation that the pinned document has of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from flaregen.document import JSON, JSONObject, as_list, as_object, member_at
from flaregen.live.service import ModelSchemas
from flaregen.openapi.media_types import JSON_TYPE
from flaregen.upstream.model_paths import Template, contents
from flaregen.upstream.model_schemas import as_schema
from flaregen.upstream.schema_merge import Conflict, SchemaMerge
from flaregen.upstream.schema_parts import (
    UNIONS,
    Components,
    Edit,
    members,
    replaced,
    with_keyword,
    without_properties,
)


@dataclass(frozen=True, slots=True)
class MergedOperation:
    """An operation, the components that it alone uses and that are edited, and what is left."""

    operation: JSONObject
    edited: Mapping[str, JSON]
    conflicts: tuple[Conflict, ...]


def merged_operation(
    operation: JSONObject,
    change: tuple[ModelSchemas, ModelSchemas],
    components: tuple[Components, Components],
    template: Template,
    title: str,
) -> MergedOperation:
    """An operation with what changed between two answers; all else stays.

    ``components`` are those of the request and of the answer, ``title`` what a schema is called
    that takes the place of a shared one. Raises BrokenSchemaError.
    """
    before, now = change
    request = _Request(SchemaMerge(components[0]), title)
    answer = _Answer(SchemaMerge(components[1]), title)
    made = operation
    if before.input is not None and now.input is not None:
        old, new = (as_schema(one, template.version) for one in (before.input, now.input))
        made = request.merged(made, old, new)
    if before.output is not None and now.output is not None:
        old, new = (as_schema(one, template.version) for one in (before.output, now.output))
        made = answer.merged(made, old, new, template.envelope)
        if answer.retitled and not request.retitled:
            made = request.named(made)
    conflicts = (*request.merge.conflicts, *answer.merge.conflicts)
    return MergedOperation(made, {**components[0].edited, **components[1].edited}, conflicts)


@dataclass(slots=True)
class _Side:
    """The request or the answer.

    ``is_shared`` where it is a component that others use, ``retitled`` once a schema took the
    place of a shared one.
    """

    merge: SchemaMerge
    title: str
    is_shared: bool = False
    retitled: bool = False

    @property
    def components(self) -> Components:
        return self.merge.components

    def edited(self, holder: JSONObject, edit: Edit) -> JSON:
        """A body or an answer, or what it refers to."""
        if "$ref" not in holder:
            return edit(holder)
        self.is_shared = holder["$ref"] not in self.components.sole
        return self.components.through(holder, edit)

    def schema(
        self, change: tuple[JSON, JSON], pinned: JSON, place: str, title: JSONObject
    ) -> JSON:
        """What is pinned with what changed, under a title where it was shared until now."""
        found = self.components.with_labels(pinned, self.merge.merge(change, pinned, place))
        own = as_object(found)
        is_copied = "$ref" in as_object(pinned) and "$ref" not in own
        if found == pinned or not (self.is_shared or is_copied):
            return found
        self.retitled = True
        return {**title, **with_keyword(own, "title", None)}


class _Request(_Side):
    """What a model takes: parameters in the query, and a body."""

    def merged(self, operation: JSONObject, before: JSONObject, now: JSONObject) -> JSONObject:
        listed = as_list(operation.get("parameters"))
        parameters = {str(one["name"]): one for one in map(as_object, listed) if _is_query(one)}
        names = {*parameters}
        if parameters and not any(self._structured(operation.get("requestBody"))):
            names |= {*members(now)} - {*members(before)}
        found = dict(self._query(parameters, names, before, now))
        if found != parameters:
            others = [item for item in listed if not _is_query(as_object(item))]
            operation = {**operation, "parameters": [*others, *found.values()]}
        before, now = (without_properties(one, names) for one in (before, now))
        if before == now or "requestBody" not in operation:
            return operation
        body = self.edited(
            as_object(operation["requestBody"]), lambda body: self._contents(body, (before, now))
        )
        return {**operation, "requestBody": body}

    def named(self, operation: JSONObject) -> JSONObject:
        """A request that is shared gets a name of its own, as groups are called by it."""
        body = self.components.resolved(operation.get("requestBody"))
        kind = next(self._structured(body), None)
        if kind is None:
            return operation
        schema = _schema_of(body, kind)
        if schema.get("$ref", "") in self.components.sole or self._names_forms(schema):
            return operation
        own: JSONObject = {"title": self.title, "allOf": [schema]}
        return {**operation, "requestBody": replaced(body, ("content", kind, "schema"), own)}

    def _structured(self, body: JSON) -> Iterator[str]:
        """The media types of a body that has properties, JSON first."""
        content = as_object(self.components.resolved(body).get("content"))
        for kind in sorted(content, key=lambda one: one != JSON_TYPE):
            schema = as_object(content[kind]).get("schema")
            if kind == JSON_TYPE or self.components.has(schema, lambda own: bool(members(own))):
                yield kind

    def _query(
        self,
        parameters: Mapping[str, JSONObject],
        names: Collection[str],
        before: JSONObject,
        now: JSONObject,
    ) -> Iterator[tuple[str, JSONObject]]:
        for name in dict.fromkeys(
            (*parameters, *(member for member in members(now) if member in names))
        ):
            old, new = members(before).get(name), members(now).get(name)
            known = parameters.get(name)
            if known is None:
                is_required = name in as_list(now.get("required"))
                more: JSONObject = {"required": True} if is_required else {}
                yield name, {"name": name, "in": "query", **more, "schema": new}
            elif old == new or old is None:
                yield name, known
            elif new is not None:
                schema = self.merge.merge((old, new), known.get("schema"), f"input/{name}")
                yield name, {**known, "schema": schema}

    def _contents(self, body: JSONObject, change: tuple[JSONObject, JSONObject]) -> JSONObject:
        kind = next(self._structured(body), "")
        schemas = _json_schemas(change)
        if schemas is None or not kind:
            self.merge.conflicts.append(Conflict("input", *change, body))
            return body
        schema = _schema_of(body, kind)
        title: JSONObject = {} if self._names_forms(schema) else {"title": self.title}
        found = self.schema(schemas, schema, "input", title)
        return replaced(body, ("content", kind, "schema"), found)

    def _names_forms(self, schema: JSONObject) -> bool:
        """Whether a body has no title because its forms have those of their answers."""
        was = self.components.resolved(schema)
        return "title" not in was and any(key in was for key in UNIONS)


class _Answer(_Side):
    """What a model answers in JSON: the member ``envelope`` of an object."""

    def merged(
        self, operation: JSONObject, before: JSONObject, now: JSONObject, envelope: str
    ) -> JSONObject:
        if before == now:
            return operation
        answer = as_object(member_at(operation, "responses", "200"))
        change = _json_schemas((before, now))
        if change is None:
            self.merge.conflicts.append(Conflict("output", before, now, answer))
            return operation
        found = self.edited(answer, lambda answer: self._content(answer, change, envelope))
        return replaced(operation, ("responses", "200"), found)

    def _content(self, answer: JSONObject, change: tuple[JSON, JSON], envelope: str) -> JSONObject:
        schema, title = _schema_of(answer, JSON_TYPE), {"title": self.title}
        found = self.components.edit_at(
            schema,
            ("properties", envelope),
            lambda result: self.schema(change, result, "output", {**title}),
        )
        if found is None:
            self.merge.conflicts.append(Conflict("output", *change, schema))
            return answer
        return replaced(answer, ("content", JSON_TYPE, "schema"), found)


def _json_schemas(change: tuple[JSONObject, JSONObject]) -> tuple[JSONObject, JSONObject] | None:
    """Both in JSON; None without such, and where the media types are not the same."""
    before, now = (contents(one) for one in change)
    if {*before} != {*now} or JSON_TYPE not in before:
        return None
    old, new = (as_object(one[JSON_TYPE]).get("schema") for one in (before, now))
    return as_object(old), as_object(new)


def _schema_of(holder: JSONObject, kind: str) -> JSONObject:
    """The schema of a body or an answer."""
    return as_object(member_at(holder, "content", kind, "schema"))


def _is_query(parameter: JSONObject) -> bool:
    return parameter.get("in") == "query"


def sole_components(root: JSONObject, paths: Collection[str]) -> frozenset[str]:
    """References to the components that only some paths use, each in one place."""
    sites: dict[str, list[tuple[str, ...]]] = {}
    for reference, place in _references(root, ()):
        sites.setdefault(reference, []).append(place)

    def is_sole(reference: str, passed: tuple[str, ...] = ()) -> bool:
        found = sites.get(reference, [])
        users = [place[1] for place in found if place[0] == "paths"]
        owners = [f"#/{'/'.join(place[:3])}" for place in found if place[0] != "paths"]
        if owners:
            (owner, *more) = owners
            return not (users or more or owner in passed) and is_sole(owner, (*passed, owner))
        return bool(users) and len({*users}) == len(users) and {*users} <= {*paths}

    return frozenset(site for site in sites if is_sole(site))


def _references(node: JSON, place: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each ``$ref`` inside, with the first three steps of the way to it."""
    if isinstance(node, list):
        for item in node:
            yield from _references(item, place)
        return
    for key, value in as_object(node).items():
        if key == "$ref" and isinstance(value, str):
            yield value, place
        else:
            yield from _references(value, (*place, key) if len(place) < 3 else place)
