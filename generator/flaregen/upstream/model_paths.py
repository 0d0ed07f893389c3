"""The path of one model, as the pinned document has it, from what the service says of it.

The family of a model that is new are known models that answer as it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flaregen.document import (
    JSON,
    JSONObject,
    OpenAPIVersion,
    as_list,
    as_object,
    member_at,
    texts_in,
)
from flaregen.live.service import ListedModel, ModelSchemas
from flaregen.openapi.endpoints import last_parameter
from flaregen.openapi.media_types import EVENTS, JSON_TYPE, OCTETS
from flaregen.upstream.model_schemas import as_schema, wordless
from flaregen.upstream.schema_parts import UNIONS, members

_NAME = re.compile(r"[@\w.+-]+(?:/[@\w.+-]+)*", re.ASCII)
_WORD = re.compile(r"[a-z0-9]+")
_FACTS = "x-model"
_ANSWER = ("responses", "200", "content")
_LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Template:
    """The operation that takes the name of any model, and the words that it is written in.

    ``titles`` are those of its variants, ``envelope`` and ``deprecation`` the members that hold
    a result and the date from which a model may be gone.
    """

    path: str
    method: str
    operation: JSONObject
    titles: tuple[str, ...]
    envelope: str
    deprecation: str
    version: OpenAPIVersion


def is_name(model: str) -> bool:
    """Whether the name of a model can be a part of a path as it is."""
    return bool(_NAME.fullmatch(model)) and not {".", ".."} & set(model.split("/"))


def with_schemas(operation: JSONObject, schemas: ModelSchemas, template: Template) -> JSONObject:
    """An operation that takes and answers what the schemas say, and is the same otherwise.

    Examples that there are stay where their media type does. Raises BrokenSchemaError.
    """
    made = {**operation}
    if schemas.input is not None:
        body = as_object(operation.get("requestBody")) or {"required": True}
        content = contents(as_schema(schemas.input, template.version))
        inside: JSONObject = {
            kind: {**as_object(one), **_examples(body, kind)} for kind, one in content.items()
        }
        made["requestBody"] = {**body, "content": inside}
    if schemas.output is not None:
        content = contents(as_schema(schemas.output, template.version))
        if JSON_TYPE in content:
            result = as_object(content[JSON_TYPE])["schema"]
            around = as_object(member_at(operation, *_ANSWER, JSON_TYPE, "schema"))
            schema = _enveloped(result, around, template.envelope)
            content[JSON_TYPE] = {"schema": schema}
            if may_stream(schemas.input):
                content.setdefault(EVENTS, {"schema": result})
        answers = as_object(operation.get("responses"))
        answer = as_object(answers.get("200")) or {"description": "What the model answers."}
        others = {key: value for key, value in answers.items() if not key.startswith("2")}
        made["responses"] = {"200": {**answer, "content": content}, **others}
    return made


def _enveloped(result: JSON, around: JSONObject, envelope: str) -> JSONObject:
    """What is around a result stays, where it can be found."""
    members = as_object(around.get("properties"))
    if envelope in members:
        return {**around, "properties": {**members, envelope: result}}
    parts = as_list(around.get("allOf"))
    ways = (member_at(part, "properties", envelope) for part in parts)
    at = next((n for n, one in enumerate(ways) if one is not None), None)
    if at is not None:
        inside = _enveloped(result, as_object(parts[at]), envelope)
        return {**around, "allOf": [*parts[:at], inside, *parts[at + 1 :]]}
    return {"type": "object", "properties": {envelope: result, "success": {"type": "boolean"}}}


def new_operation(listed: ListedModel, template: Template) -> JSONObject:
    """The operation of a model that the document has none for, without its schemas."""
    given = template.operation
    slug = "-".join(_WORD.findall(listed.name.lower()))
    last = last_parameter(template.path)
    made: JSONObject = {
        "operationId": f"{given.get('operationId', 'run')}-{slug}",
        "summary": f"Run {listed.name}.",
        "tags": [_tag(listed.task, template)],
        "parameters": [
            item for item in as_list(given.get("parameters")) if as_object(item).get("name") != last
        ],
        "responses": given.get("responses", {}),
    }
    return {**made, **({"security": given["security"]} if "security" in given else {})}


def with_facts(operation: JSONObject, listed: ListedModel, template: Template) -> JSONObject:
    """An operation with what the service lists apart from the schemas, and its deprecation."""
    known = as_object(operation.get(_FACTS))
    dated = listed.properties.get(template.deprecation) is not None
    gone = {_LISTED} | (set() if dated else {template.deprecation})
    kept = {k: v for k, v in known.items() if k not in gone}
    facts: JSONObject = {"task": listed.task, **kept, **listed.properties}
    found = {key: value for key, value in operation.items() if dated or key != "deprecated"}
    return {**found, **({"deprecated": True} if dated else {}), _FACTS: facts}


def unlisted(operation: JSONObject) -> JSONObject:
    """An operation of a model that still answers, and that the service does not list."""
    return {**operation, _FACTS: {**as_object(operation.get(_FACTS)), _LISTED: False}}


def is_unlisted(facts: Mapping[str, JSON]) -> bool:
    return facts.get(_LISTED) is False


def _tag(task: str, template: Template) -> str:
    """The task under the title of a variant, which the service may write otherwise."""
    own = next(iter(texts_in(template.operation.get("tags"))), "")
    alike = (title for title in template.titles if letters(title) == letters(task))
    return f"{own} {next(alike, task)}".strip()


def letters(text: str) -> str:
    """What is left of a title or a name where capitals, spaces and signs say nothing."""
    return "".join(_WORD.findall(text.lower()))


def contents(schema: JSONObject) -> JSONObject:
    """The contents by media type; members of a union may each have one of their own."""
    union = next((key for key in ("oneOf", "anyOf") if key in schema), "")
    listed = as_list(schema[union]) if union else [schema]
    kinds: dict[str, list[JSONObject]] = {}
    for member in listed:
        one = as_object(member)
        kinds.setdefault(_media_type(one), []).append(_plain(one))
    found: JSONObject = {}
    either: JSONObject
    whole = _plain(schema) if len(kinds) == 1 else None
    for kind, forms in kinds.items():
        either = forms[0] if len(forms) == 1 else {union: [*forms]}
        if kind != JSON_TYPE:
            found[kind] = _other(kind, kinds.get(JSON_TYPE, []))
        else:
            found[kind] = {"schema": whole or either}
    return found


def _media_type(schema: JSONObject) -> str:
    said = schema.get("x-contentType", schema.get("contentType"))
    if isinstance(said, str):
        return said.lower()
    return OCTETS if schema.get("format") == "binary" else JSON_TYPE


def _plain(schema: JSONObject) -> JSONObject:
    return {k: v for k, v in schema.items() if k not in ("x-contentType", "contentType")}


def _other(kind: str, answers: Sequence[JSONObject]) -> JSONObject:
    """A file, or a stream whose pieces have the members of the whole answer."""
    if kind == EVENTS:
        return {"schema": answers[0]} if len(answers) == 1 else {}
    return {"schema": {"type": "string", "format": "binary"}}


def _examples(body: JSONObject, kind: str) -> JSONObject:
    given = as_object(member_at(body, "content", kind))
    return {key: given[key] for key in ("example", "examples") if key in given}


_STREAM = "stream"
"""The property of a request that asks for a stream, by the documentation of the service."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A known model: its task, what the service says of it, and its answers in the document."""

    task: str
    said: ModelSchemas
    responses: JSONObject


def family_answers(
    model: ListedModel, said: ModelSchemas, known: Iterable[Relative]
) -> JSONObject | None:
    """The answers of the known models that a new one fits best; None where it fits none.

    It fits where all that it answers is what they answer, and it streams where they do.
    """
    fitting = [
        relative
        for relative in known
        if said.output is not None
        and relative.said.output is not None
        and may_stream(relative.said.input) == may_stream(said.input)
        and fits(said.output, relative.said.output)
    ]

    def order(one: Relative) -> tuple[bool, int]:
        return one.task.lower() != model.task.lower(), len(members(one.said.output or {}))

    return min(fitting, key=order).responses if fitting else None


def may_stream(schema: JSONObject | None) -> bool:
    """Whether a request may ask for a stream, in one of its forms."""
    forms = [schema or {}, *(item for key in UNIONS for item in as_list((schema or {}).get(key)))]
    return any(_STREAM in members(as_object(form)) for form in forms)


def fits(new: JSON, known: JSON) -> bool:
    """Whether all values of a schema may be those of another, whose members may be more."""
    one, other = as_object(new), as_object(known)
    if wordless(new) == wordless(known):
        return True
    forms = next((as_list(other[key]) for key in UNIONS if key in other), [])
    if forms:
        return any(fits(new, form) for form in forms)
    if one.get("type") != other.get("type") or not one.get("type"):
        return False
    own, all_ = members(one), members(other)
    if all_ and not own:
        return False
    return (
        all(name in all_ and fits(value, all_[name]) for name, value in own.items())
        and {*map(str, as_list(other.get("required")))} <= {*own}
        and ("items" not in other or fits(one.get("items"), other["items"]))
        and _values(one) <= (_values(other) or _values(one))
    )


def _values(schema: Mapping[str, JSON]) -> frozenset[str]:
    return frozenset(map(str, as_list(schema.get("enum"))))
