"""What the service changed of a model, in the operation that the pinned document has of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from flaregen.document import JSON, JSONObject, as_list, as_object
from flaregen.live.service import ModelSchemas
from flaregen.openapi.media_types import JSON_TYPE
from flaregen.upstream.model_paths import Template, contents
from flaregen.upstream.model_schemas import as_schema
from flaregen.upstream.schema_merge import Conflict, SchemaMerge
from flaregen.upstream.schema_parts import UNIONS, Components, members, with_keyword


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
    inputs, outputs = ([getattr(one, side) for one in change] for side in ("input", "output"))
    sides = [SchemaMerge(one) for one in components]
    request = _Request(sides[0], title)
    answer = _Answer(sides[1], title, template.envelope)
    made = operation
    if None not in inputs:
        before, now = (as_schema(one, template.version) for one in inputs)
        made = request.merged(made, before, now)
    if None not in outputs:
        before, now = (as_schema(one, template.version) for one in outputs)
        made = answer.merged(made, before, now)
        if answer.retitled and not request.retitled:
            made = request.named(made)
    conflicts = tuple(one for side in sides for one in side.conflicts)
    return MergedOperation(made, {**components[0].edited, **components[1].edited}, conflicts)


@dataclass(slots=True)
class _Request:
    """What a model takes: parameters in the query, and a body."""

    merge: SchemaMerge
    title: str
    retitled: bool = False

    def merged(self, operation: JSONObject, before: JSONObject, now: JSONObject) -> JSONObject:
        parameters = {str(one["name"]): one for one in self._parameters(operation)}
        structured = any(self._structured(operation))
        names = {*parameters}
        if parameters and not structured:
            names |= {*members(now)} - {*members(before)}
        found = dict(self._query(parameters, names, before, now))
        if found != parameters:
            others = [one for one in as_list(operation["parameters"]) if not self._is_query(one)]
            operation = {**operation, "parameters": [*others, *found.values()]}
        left = _without(before, names), _without(now, names)
        if left[0] == left[1] or "requestBody" not in operation:
            return operation
        return {**operation, "requestBody": self._body(as_object(operation["requestBody"]), *left)}

    def named(self, operation: JSONObject) -> JSONObject:
        """A request that is shared gets a name of its own, as groups are called by it."""
        if not any(self._structured(operation)):
            return operation
        body = self.merge.components.resolved(operation.get("requestBody"))
        kind = next(self._structured(operation))
        content = as_object(body.get("content"))
        schema = as_object(as_object(content[kind]).get("schema"))
        if schema.get("$ref", "") in self.merge.components.sole or self._names_forms(schema):
            return operation
        own: JSONObject = {"title": self.title, "allOf": [schema]}
        inside = {**content, kind: {**as_object(content[kind]), "schema": own}}
        return {**operation, "requestBody": {**body, "content": inside}}

    def _parameters(self, operation: JSONObject) -> Iterator[JSONObject]:
        yield from (
            as_object(one) for one in as_list(operation.get("parameters")) if self._is_query(one)
        )

    def _is_query(self, parameter: JSON) -> bool:
        return as_object(parameter).get("in") == "query"

    def _structured(self, operation: JSONObject) -> Iterator[str]:
        """The media types of a body that has properties, JSON first."""
        body = self.merge.components.resolved(operation.get("requestBody"))
        content = as_object(body.get("content"))
        for kind in sorted(content, key=lambda one: one != JSON_TYPE):
            schema = as_object(content[kind]).get("schema")
            if kind == JSON_TYPE or self.merge.components.has(
                schema, lambda own: bool(members(own))
            ):
                yield kind

    def _query(
        self,
        parameters: Mapping[str, JSONObject],
        names: Collection[str],
        before: JSONObject,
        now: JSONObject,
    ) -> Iterator[tuple[str, JSONObject]]:
        for name in (*parameters, *(one for one in members(now) if one in names)):
            old, new = members(before).get(name), members(now).get(name)
            known = parameters.get(name)
            required = name in as_list(now.get("required"))
            if known is None:
                more: JSONObject = {"required": True} if required else {}
                yield name, {"name": name, "in": "query", **more, "schema": new}
            elif old == new or old is None:
                yield name, known
            elif new is not None:
                schema = self.merge.merge((old, new), known.get("schema"), f"input/{name}")
                yield name, {**known, "schema": schema}

    def _body(self, body: JSONObject, before: JSONObject, now: JSONObject) -> JSON:
        if "$ref" in body:
            shared = body["$ref"] not in self.merge.components.sole
            return self.merge.components.through(
                body, lambda target: self._contents(target, (before, now), shared=shared)
            )
        return self._contents(body, (before, now), shared=False)

    def _contents(
        self, body: JSONObject, change: tuple[JSONObject, JSONObject], *, shared: bool
    ) -> JSONObject:
        before, now = (contents(one) for one in change)
        content = as_object(body.get("content"))
        kind = next(self._structured({"requestBody": body}), "")
        old, new = (as_object(one.get(JSON_TYPE)).get("schema") for one in (before, now))
        if {*before} != {*now} or not (kind and isinstance(old, dict) and isinstance(new, dict)):
            self.merge.conflicts.append(Conflict("input", *change, body))
            return body
        schema = as_object(as_object(content[kind]).get("schema"))
        merged = self.merge.merge((old, new), schema, "input")
        found = as_object(self.merge.components.with_labels(schema, merged))
        if found != schema and (shared or ("$ref" in schema and "$ref" not in found)):
            self.retitled = True
            title: JSONObject = {} if self._names_forms(schema) else {"title": self.title}
            found = {**title, **with_keyword(found, "title", None)}
        inside = {**content, kind: {**as_object(content[kind]), "schema": found}}
        return {**body, "content": inside}

    def _names_forms(self, schema: JSONObject) -> bool:
        """Whether a body has no title because its forms have those of their answers."""
        was = self.merge.components.resolved(schema)
        return "title" not in was and any(key in was for key in UNIONS)


@dataclass(slots=True)
class _Answer:
    """What a model answers in JSON: the member ``envelope`` of an object."""

    merge: SchemaMerge
    title: str
    envelope: str
    retitled: bool = False

    def merged(self, operation: JSONObject, before: JSONObject, now: JSONObject) -> JSONObject:
        if before == now:
            return operation
        answers = as_object(operation.get("responses"))
        answer = as_object(answers.get("200"))
        old, new = contents(before), contents(now)
        pair = (as_object(one.get(JSON_TYPE)).get("schema") for one in (old, new))
        change = next(pair), next(pair)
        if {*old} != {*new} or change[0] is None:
            self.merge.conflicts.append(Conflict("output", before, now, answer))
            return operation
        if "$ref" in answer:
            shared = answer["$ref"] not in self.merge.components.sole
            found = self.merge.components.through(
                answer, lambda target: self._content(target, change, shared=shared)
            )
        else:
            found = self._content(answer, change, shared=False)
        return {**operation, "responses": {**answers, "200": found}}

    def _content(
        self, answer: JSONObject, change: tuple[JSON, JSON], *, shared: bool
    ) -> JSONObject:
        content = as_object(answer.get("content"))
        schema = as_object(content.get(JSON_TYPE)).get("schema")

        def edit(own: JSONObject) -> JSON:
            result = self._result(members(own)[self.envelope], change, shared=shared)
            return {**own, "properties": {**members(own), self.envelope: result}}

        found = self.merge.components.edit(schema, lambda own: self.envelope in members(own), edit)
        if found is None:
            self.merge.conflicts.append(Conflict("output", *change, schema))
            return answer
        inside = {**content, JSON_TYPE: {**as_object(content[JSON_TYPE]), "schema": found}}
        return {**answer, "content": inside}

    def _result(self, result: JSON, change: tuple[JSON, JSON], *, shared: bool) -> JSON:
        merged = self.merge.merge(change, result, "output")
        found = self.merge.components.with_labels(result, merged)
        own, was = as_object(found), as_object(result)
        if found == result or not (shared or ("$ref" in was and "$ref" not in own)):
            return found
        self.retitled = True
        return {"title": self.title, **with_keyword(own, "title", None)}


def _without(schema: JSONObject, names: Collection[str]) -> JSONObject:
    if not names:
        return schema
    left = {name: one for name, one in members(schema).items() if name not in names}
    demanded = [one for one in as_list(schema.get("required")) if one not in names]
    return with_keyword({**schema, "properties": left}, "required", demanded or None)


def sole_components(root: JSONObject, paths: Collection[str]) -> frozenset[str]:
    """References to the components that only some paths use, each in one place."""
    sites: dict[str, list[tuple[str, ...]]] = {}
    for reference, place in references(root, ()):
        sites.setdefault(reference, []).append(place)

    def is_sole(reference: str, passed: tuple[str, ...] = ()) -> bool:
        found = sites.get(reference, [])
        users = [place[1] for place in found if place[0] == "paths"]
        owners = [f"#/{'/'.join(place[:3])}" for place in found if place[0] != "paths"]
        if owners:
            (owner, *more) = owners
            return not (users or more or owner in passed) and is_sole(owner, (*passed, owner))
        return bool(users) and len({*users}) == len(users) and {*users} <= {*paths}

    return frozenset(one for one in sites if is_sole(one))


def references(node: JSON, place: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each ``$ref`` inside, with the first three steps of the way to it."""
    if isinstance(node, list):
        for one in node:
            yield from references(one, place)
        return
    for key, value in as_object(node).items():
        if key == "$ref" and isinstance(value, str):
            yield value, place
        else:
            yield from references(value, (*place, key) if len(place) < 3 else place)
