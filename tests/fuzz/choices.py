"""A document made of the bytes of a fuzzer: its form is sound enough to get far, its texts are not.

It needs no fuzzer, so that what one has found can be run again everywhere.
"""

from __future__ import annotations

from typing import Any

_WORDS = [
    "text",
    "stream",
    "params",
    "class",
    "__init__",
    "None",
    "str",
    "field",
    "Response",
    "a-b",
    "a_b",
    "A B",
    "messages",
    "@cf/x/y",
    "../../x",
    "CON",
    "{{ x }}",
    '"""',
    "'''",
    "\\",
    "\n",
    "\r\u2028\x85",
    "\u202e",
    "{x}",
    "\ufb01",
    "",
]
_TYPES = ["string", "integer", "number", "boolean", "array", "object"]
_DEEPEST = 5


class Choices:
    """Decisions, taken from bytes one after the other; where they end, each is the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, below: int) -> int:
        if self._at >= len(self._data):
            return 0
        self._at += 1
        return self._data[self._at - 1] % below

    def one_of(self, choices: list[Any]) -> Any:
        return choices[self.number(len(choices))]

    def text(self) -> str:
        """A word that has meant trouble, or text of the fuzzer's own, or both."""
        kind = self.number(4)
        if kind == 0:
            return str(self.one_of(_WORDS))
        taken = self._data[self._at : self._at + self.number(24)]
        self._at += len(taken)
        own = taken.decode("utf-8", "replace")
        return own if kind == 1 else f"{self.one_of(_WORDS)}{own}{self.one_of(_WORDS)}"

    def value(self) -> Any:
        kind = self.number(6)
        if kind == 4:
            return [self.value()]
        if kind == 5:
            return {self.text(): self.value()}
        return [self.text(), self.number(256), None, True][kind]

    def _annotation(self, keyword: str) -> Any:
        match keyword:
            case "maximum":
                return self.number(256)
            case "deprecated":
                return True
            case "default" | "example":
                return self.value()
        return self.text()

    def schema(self, depth: int = 0) -> Any:
        raw: dict[str, Any] = {"title": self.text()} if self.number(2) else {}
        if self.number(3) == 1:
            raw["description"] = self.text()
        for keyword in ("default", "example", "pattern", "format", "maximum", "deprecated"):
            if self.number(16) == 1:
                raw[keyword] = self._annotation(keyword)
        if self.number(12) == 1:
            raw["enum"] = sorted({self.text() for _ in range(self.number(4) + 1)})
        if self.number(16) == 1:
            raw["$ref"] = f"#/components/schemas/{self.one_of(['A', 'B', 'C'])}"
        if depth < _DEEPEST:
            self._compose(raw, depth)
        return raw

    def _compose(self, raw: dict[str, Any], depth: int) -> None:
        kind = self.number(8)
        if kind < 4:
            raw["type"] = "object"
            names = [self.text() for _ in range(self.number(4))]
            raw["properties"] = {name: self.schema(depth + 1) for name in names}
            if required := sorted(set(names[: self.number(4)])):
                raw["required"] = required
        elif kind == 4:
            raw |= {"type": "array", "items": self.schema(depth + 1)}
        elif kind == 5:
            keyword = self.one_of(["oneOf", "anyOf", "allOf"])
            raw[keyword] = [self.schema(depth + 1) for _ in range(self.number(4) + 1)]
        elif kind == 6:
            raw["additionalProperties"] = self.schema(depth + 1)
        else:
            raw["type"] = self.one_of(_TYPES)

    def document(self) -> dict[str, Any]:
        """One operation, whose body, answer and surroundings are the fuzzer's."""
        last = self.one_of(["model_name", "x", "params", "model-name"])
        path = f"/accounts/{{account_id}}/{self.one_of(['ai/run', 'x', 'a/b/c', 'stream'])}/"
        tag = self.text()
        answer = {"type": "object", "properties": {"result": self.schema()}}
        operation = {
            "operationId": "workers-ai-post-run-model",
            "summary": self.text(),
            "description": self.text(),
            "tags": [tag],
            "parameters": [_in_path("account_id"), _in_path(last)],
            "requestBody": {"content": {"application/json": {"schema": self.schema()}}},
            "responses": {"200": {"description": "", "content": {"application/json": {}}}},
        }
        operation["responses"]["200"]["content"]["application/json"]["schema"] = answer
        paths = {f"{path}{{{last}}}": {"post": operation}}
        if self.number(2):
            other = {"tags": [f"{tag} {self.text()}"], "responses": {"200": {"description": ""}}}
            paths[f"{path}{self.text()}"] = {"post": other}
        return {
            "openapi": self.one_of(["3.0.3", "3.1.0"]),
            "info": {"title": self.text(), "version": "1"},
            "servers": [{"url": self.text()}],
            "paths": paths,
            "components": {"schemas": {name: self.schema(2) for name in "ABC"}},
        }


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
