"""Random schemas, and the same in other words: what is rewritten admits the same values."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flaregen.document import JSONObject
from tests.support.openapi import ref

Schema = dict[str, Any]
_NAMES, _WORDS = "abcdef", ("red", "green", "blue", "black")
_BOUNDS = ("minLength", "maxLength", "minimum", "maximum", "pattern", "minItems")


@dataclass(slots=True)
class Writer:
    """Writes schemas at random, and rewrites them; ``components`` are those it referred to."""

    chance: random.Random
    components: JSONObject = field(default_factory=dict)

    def schema(self, depth: int = 0) -> Schema:
        simple = (self._text, self._number, self._boolean, self._values)
        inside = (self._object, self._list, self._map, self._union, self._nullable)
        kinds: tuple[Callable[[int], Schema], ...] = (*simple, *(inside if depth < 4 else ()))
        return self.chance.choice(kinds)(depth + 1)

    def respelled(self, schema: Schema, often: float = 0.4) -> Schema:
        """The same schema, what is inside of it first."""
        found = dict(schema)
        for key in ("oneOf", "anyOf"):
            if key in found:
                found[key] = [self.respelled(member, often) for member in found[key]]
        for key in ("items", "additionalProperties"):
            if isinstance(found.get(key), dict):
                found[key] = self.respelled(found[key], often)
        if "properties" in found:
            inside = found["properties"].items()
            found["properties"] = {name: self.respelled(one, often) for name, one in inside}
        while self.chance.random() < often:
            found = self.chance.choice(_REWRITES)(self, found)
        return found

    def _some(self, values: Any) -> list[Any]:
        return self.chance.sample(list(values), self.chance.randint(1, len(values)))

    def _text(self, _depth: int) -> Schema:
        found: Schema = {"type": "string"}
        more = {"minLength": 2, "maxLength": 9, "pattern": "^a", "format": "uuid"}
        return found | {k: v for k, v in more.items() if self.chance.random() < 0.2}

    def _number(self, _depth: int) -> Schema:
        found: Schema = {"type": self.chance.choice(("integer", "number"))}
        more = {"minimum": 2, "maximum": 9, "multipleOf": 3}
        return found | {k: v for k, v in more.items() if self.chance.random() < 0.2}

    def _boolean(self, _depth: int) -> Schema:
        return {"type": "boolean"}

    def _words(self, _depth: int) -> Schema:
        return {"type": "string", "enum": self._some(_WORDS)}

    def _values(self, depth: int) -> Schema:
        numbers = {"type": "integer", "enum": self._some((1, 2, 3))}
        return self.chance.choice((numbers, self._words(depth)))

    def _object(self, depth: int) -> Schema:
        names = self._some(_NAMES)[:3]
        found: Schema = {"type": "object", "properties": {n: self.schema(depth) for n in names}}
        found |= {"required": self._some(names)} if self.chance.random() < 0.5 else {}
        return found | ({"additionalProperties": False} if self.chance.random() < 0.2 else {})

    def _list(self, depth: int) -> Schema:
        return {"type": "array", "items": self.schema(depth)}

    def _map(self, depth: int) -> Schema:
        return {"type": "object", "additionalProperties": self.schema(depth)}

    def _union(self, depth: int) -> Schema:
        texts = self.chance.choice((self._text, self._words))
        kinds = (texts, self._number, self._boolean, self._list)
        members = [kind(depth) for kind in self.chance.sample(kinds, 3)]
        if self.chance.random() < 0.4:
            members = [self._object(depth) | {"additionalProperties": False} for _ in "ab"]
            for member, word in zip(members, _WORDS, strict=False):
                member["properties"]["kind"] = {"type": "string", "enum": [word]}
                member["required"] = sorted({*member.get("required", ()), "kind"})
        return {self.chance.choice(("oneOf", "anyOf")): members}

    def _nullable(self, depth: int) -> Schema:
        found = self.schema(depth)
        if not isinstance(found.get("type"), str):
            return {"anyOf": [found, {"type": "null"}]}
        values = {"enum": [*found["enum"], None]} if "enum" in found else {}
        return {**found, "type": [found["type"], "null"], **values}

    # Other words. Each gives the schema back where it has none for it.

    def _referred(self, schema: Schema) -> Schema:
        name = f"Named{len(self.components)}"
        self.components[name] = schema
        return ref(name)

    def _wrapped(self, schema: Schema) -> Schema:
        return {self.chance.choice(("allOf", "anyOf", "oneOf")): [schema]}

    def _with_nothing(self, schema: Schema) -> Schema:
        members: list[Schema] = [schema, {}]
        self.chance.shuffle(members)
        return {"allOf": members}

    def _in_parts(self, schema: Schema) -> Schema:
        plain = schema.keys() <= {"type", "properties", "required"}
        if not plain or schema.get("type") != "object":
            return schema
        inside = list(schema["properties"].items())
        at = self.chance.randint(0, len(inside))
        parts: list[Schema] = [
            {"type": "object", "properties": dict(some)} for some in (inside[:at], inside[at:])
        ]
        required = [{"required": schema["required"]}] if "required" in schema else []
        if self.chance.random() < 0.5:
            return {**parts[0], "allOf": [parts[1], *required]}
        return {"allOf": [*map(self._referred, parts), *required]}

    def _bounds_apart(self, schema: Schema) -> Schema:
        found = [key for key in _BOUNDS if key in schema]
        if not found or not isinstance(schema.get("type"), str):
            return schema
        key = self.chance.choice(found)
        rest = {name: one for name, one in schema.items() if name != key}
        return {"allOf": [rest, {key: schema[key]}]}

    def _types_listed(self, schema: Schema) -> Schema:
        named = schema.get("type")
        return {**schema, "type": [named]} if isinstance(named, str) else schema

    def _null_apart(self, schema: Schema) -> Schema:
        named = schema.get("type")
        if not isinstance(named, list) or "null" not in named[1:]:
            return schema
        found = {**schema, "type": next(one for one in named if one != "null")}
        if "enum" in found:
            found["enum"] = [value for value in found["enum"] if value is not None]
        null = self.chance.choice(({"type": "null"}, {"const": None}, {"enum": [None]}))
        return {"anyOf": self.chance.sample([found, null], 2)}

    def _values_apart(self, schema: Schema) -> Schema:
        if schema.keys() != {"type", "enum"} or schema["type"] not in ("string", "integer"):
            return schema
        return {self.chance.choice(("oneOf", "anyOf")): [{"const": v} for v in schema["enum"]]}

    def _nested(self, schema: Schema) -> Schema:
        for key in ("oneOf", "anyOf"):
            if schema.keys() == {key} and len(schema[key]) > 2:
                return {key: [schema[key][0], {key: schema[key][1:]}]}
        return schema

    def _shuffled(self, schema: Schema) -> Schema:
        found = dict(self.chance.sample(list(schema.items()), len(schema)))
        for key in ("oneOf", "anyOf", "required", "enum"):
            if key in found:
                found[key] = self.chance.sample(found[key], len(found[key]))
        return found

    def _said_in_vain(self, schema: Schema) -> Schema:
        match schema.get("type"):
            case "string":
                return {"minLength": 0, **schema}
            case "array":
                return {"minItems": 0, "uniqueItems": False, **schema}
            case "object":
                return {"additionalProperties": True, "minProperties": 0, **schema}
            case "boolean":
                return {**schema, "enum": [False, True]}
            case "number":
                return {"anyOf": [{**schema, "type": "integer"}, schema]}
            case _:
                return {**schema, "readOnly": False}


_REWRITES = (
    Writer._referred,
    Writer._wrapped,
    Writer._with_nothing,
    Writer._in_parts,
    Writer._bounds_apart,
    Writer._types_listed,
    Writer._null_apart,
    Writer._values_apart,
    Writer._nested,
    Writer._shuffled,
    Writer._said_in_vain,
)
