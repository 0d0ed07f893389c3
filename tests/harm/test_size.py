"""Documents that would take all time or memory: each is built, or refused in these words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.harm.documents import POINTER, document, obj, text
from tests.harm.running import build, run
from tests.support.openapi import ref

pytestmark = pytest.mark.long

_BODY = f"{POINTER}/requestBody/content/application~1json/schema"
_ADVICE = (
    "name what is repeated in components and refer to it, or remove the nested allOf and oneOf "
    "that multiply each other"
)
_TOO_MANY = "the schema unfolds into more than 20,000 nodes"
_TOO_WIDE = "the schema has more than 500 members in allOf, anyOf or oneOf"


def _doubled(make: Any, levels: int = 60) -> dict[str, Any]:
    """A0 consists of A1 twice, A1 of A2 twice, and so on: two to the power of sixty nodes."""
    steps = {f"A{level}": make(ref(f"A{level + 1}")) for level in range(levels)}
    return document(ref("A0"), components={**steps, f"A{levels}": obj(x=text())})


def _body(schema: Any) -> dict[str, Any]:
    return document(schema)


def _wide(keyword: str, count: int) -> dict[str, Any]:
    members = [
        {"title": f"T{n}", "required": [f"p{n}"], **obj(**{f"p{n}": text()})} for n in range(count)
    ]
    return _body({keyword: members})


def _many(count: int) -> dict[str, Any]:
    return obj(**{f"p{number}": text() for number in range(count)})


_CHAIN = {f"A{step}": ref(f"A{step + 1}") for step in range(10_000)}
_MUTUAL = {f"A{n}": obj(**{f"p{m}": ref(f"A{m}") for m in range(12)}) for n in range(12)}
_ALIKE = {"\u2713" * count: text() for count in range(1, 3_000)}

_REFUSED: dict[str, tuple[dict[str, Any], str, str, str, str]] = {
    "ten objects of three thousand properties": (
        _body(obj(**{f"o{number}": _many(3_000) for number in range(10)})),
        "schema-too-large",
        f"{_BODY}/properties/o6/properties/p1992",
        _TOO_MANY,
        _ADVICE,
    ),
    "a hundred and fifty lists in each other": (
        _doubled(lambda inner: {"type": "array", "items": inner}, levels=150),
        "schema-too-large",
        "/components/schemas/A100/items",
        "the schema is nested more than 100 deep",
        _ADVICE,
    ),
    "a hundred thousand properties": (
        _body(_many(100_000)),
        "too-wide",
        f"{_BODY}/properties",
        "There are 100,000 properties; flaregen accepts at most 5,000.",
        "split it into smaller parts",
    ),
    "a hundred thousand properties of an answer": (
        document(result=_many(100_000)),
        "too-wide",
        f"{POINTER}/responses/200/content/application~1json/schema/properties/result/properties",
        "There are 100,000 properties; flaregen accepts at most 5,000.",
        "split it into smaller parts",
    ),
    "one of ten thousand": (
        _wide("oneOf", 10_000),
        "too-wide",
        f"{_BODY}/oneOf",
        "There are 10,000 oneOf; flaregen accepts at most 500.",
        "split it into smaller parts",
    ),
    "all of ten thousand": (
        _wide("allOf", 10_000),
        "too-wide",
        f"{_BODY}/allOf",
        "There are 10,000 allOf; flaregen accepts at most 500.",
        "split it into smaller parts",
    ),
    "twenty thousand parameters": (
        document(
            parameters=[
                {"name": f"q{number}", "in": "query", "schema": text()} for number in range(20_000)
            ]
        ),
        "too-wide",
        f"{POINTER}/parameters",
        "There are 20,000 parameters; flaregen accepts at most 200.",
        "split it into smaller parts",
    ),
    "a chain of ten thousand references": (
        document(ref("A0"), components={**_CHAIN, "A10000": obj(x=text())}),
        "reference-chain",
        "/components/schemas/A24/$ref",
        "There are more than 25 references in a row.",
        "refer to the target directly",
    ),
    "three thousand names without a letter": (
        _body(obj(**_ALIKE)),
        "names-alike",
        _BODY,
        "2,999 properties would all be called 'field_'",
        "a property is named by the Latin letters and digits in it; give them some",
    ),
}


def test_each_of_twelve_in_each_is_read_once(tmp_path: Path) -> None:
    done = build(tmp_path, document(ref("A0"), components=_MUTUAL))
    assert done.code == 0, done.err


@pytest.mark.parametrize("name", _REFUSED)
def test_refused(name: str, tmp_path: Path) -> None:
    root, code, pointer, message, help_ = _REFUSED[name]
    done = build(tmp_path, root)
    assert done.code == 2
    head, *rest = done.err.splitlines()
    assert head.startswith(f"error[{code}] spec.json:1:")
    assert head.endswith(f" {pointer}")
    assert rest == [f"  {message}", f"  help: {help_}"]
    assert done.out == ""


_BUILT: dict[str, dict[str, Any]] = {
    "a hundred thousand members of an enum": _body(
        obj(a={"type": "string", "enum": [f"v{number}" for number in range(100_000)]})
    ),
    "one of four hundred": _wide("oneOf", 400),
    # Each is read once, however many ways lead to it.
    "objects of objects": _doubled(lambda inner: obj(a=inner, b=inner)),
    "all of all of": _doubled(lambda inner: {"allOf": [inner, inner]}),
    "one of one of": _doubled(lambda inner: {"oneOf": [inner, inner]}),
    "four thousand properties": _body(_many(4_000)),
    "thirty thousand models": {
        **(models := document()),
        "paths": {
            **models["paths"],
            **{
                f"/accounts/{{account_id}}/ai/run/@cf/m{number}": {
                    "post": {"tags": ["Workers AI T"], "responses": {"200": {"description": ""}}}
                }
                for number in range(30_000)
            },
        },
    },
    "a description of two million words": _body(
        obj(a={"type": "string", "description": "word " * 2_000_000})
    ),
    "a description that is one word": _body(
        obj(a={"type": "string", "description": '"\\' * 1_000_000})
    ),
    "a name of ten thousand letters": _body(
        obj(**{"x" * 10_000: text(), "x" * 10_001: obj(**{"y" * 10_000: text()})})
    ),
    "a default of two hundred thousand numbers": _body(
        obj(a={"type": "array", "items": {"type": "integer"}, "default": [*range(200_000)]})
    ),
    "a pattern that takes for ever": _body(
        obj(a={"type": "string", "pattern": "(a+)+$", "default": "a" * 60 + "b"})
    ),
}


@pytest.mark.parametrize("name", _BUILT)
def test_built(name: str, tmp_path: Path) -> None:
    done = build(tmp_path, _BUILT[name])
    assert done.code == 0, done.err[:1000]


def _next_to(schema: Any, components: dict[str, Any] | None = None, **paths: Any) -> dict[str, Any]:
    """What harms is in an operation that nobody asked for."""
    root = document(components=components)
    answer = {"description": "", "content": {"application/json": {"schema": schema}}}
    other = {"get": {"responses": {"200": answer}}}
    return {**root, "paths": {**root["paths"], "/other": other, **paths}}


def _nested(inner: Any, levels: int) -> Any:
    for _ in range(levels):
        inner = {"oneOf": [inner, {"not": inner}] if levels < 20 else [inner]}
    return inner


_REST: dict[str, tuple[dict[str, Any], str]] = {
    "all of all of": (
        _next_to(
            ref("A0"),
            {f"A{n}": {"allOf": [ref(f"A{min(n + 1, 60)}")] * 2} for n in range(60)}
            | {"A60": obj(x=text())},
        ),
        "",
    ),
    "ninety levels that are wrong": (
        _next_to(_nested({"type": "wrong"}, 90)),
        "has 1 error",
    ),
    "sixteen levels, each twice": (_next_to(_nested({"type": "wrong"}, 12)), "error"),
    "a hundred thousand properties": (_next_to(_many(100_000)), "has 1 error"),
    "more than a build looks at": (_next_to([1] * 700_000), "is too large"),
    "a hundred thousand members of an enum, one of them twice": (
        _next_to({"type": "string", "enum": [*(f"v{n}" for n in range(100_000)), "v0"]}),
        "",
    ),
    "a default of two hundred thousand numbers": (
        _next_to({"type": "array", "items": {"type": "integer"}, "default": [*range(200_000)]}),
        "",
    ),
    "a pattern that takes for ever": (
        _next_to({"type": "string", "pattern": "(a+)+$", "default": "a" * 60 + "b"}),
        "",
    ),
    "a pattern that is much larger than it looks": (
        _next_to({"type": "string", "pattern": "((a{1000}){1000}){1000}"}),
        "",
    ),
    "twenty thousand answers without a description": (
        _next_to({}, **{f"/p{n}": {"get": {"responses": {"200": {}}}} for n in range(20_000)}),
        "has at least 5,000 errors",
    ),
    "fifteen thousand operations of the same names": (
        _next_to(
            {},
            **{
                f"/p{n}": {"get": {"operationId": f"o{n % 7_500}", "responses": {}}}
                for n in range(15_000)
            },
        ),
        "has at least 5,000 errors",
    ),
    "two thousand circles of all of": (
        _next_to({}, {f"A{n}": {"allOf": [ref(f"A{n ^ 1}")]} for n in range(4_000)}),
        "errors",
    ),
    "three thousand in one circle": (
        _next_to({}, {f"A{n}": {"allOf": [ref(f"A{(n + 1) % 3_000}")]} for n in range(3_000)}),
        "has 1 error",
    ),
    "nothing that has any form": (
        _next_to([1, 2, 3], **{"/x": 5, "/y": {"get": 7, "post": {"parameters": {"a": 1}}}}),
        "errors",
    ),
}


@pytest.mark.parametrize("name", _REST)
def test_harm_next_to_what_was_asked_for_stops_no_build(name: str, tmp_path: Path) -> None:
    root, expected = _REST[name]
    done = build(tmp_path, root)
    assert done.code == 0, done.err[:1000]
    assert "error[" not in done.err
    assert expected in done.err
    assert len(done.err) < 2_000


def test_five_thousand_dangling_references_are_all_reported(tmp_path: Path) -> None:
    missing = {f"p{number}": ref(f"B{number}") for number in range(5_000)}
    present = {f"A{number}": {} for number in range(5_000)}
    done = build(tmp_path, document(obj(**missing), components=present))
    assert done.code == 2
    assert done.err.count("error[dangling-reference]") == 5_000


def test_two_thousand_schemas_in_one_circle_of_all_of(tmp_path: Path) -> None:
    circle = {f"A{n}": {"allOf": [ref(f"A{(n + 1) % 2_000}")]} for n in range(2_000)}
    (tmp_path / "spec.json").write_text(json.dumps(document(components=circle)))
    done = run(tmp_path, "validate", "spec.json")
    assert done.code == 1
    assert done.err.startswith("error[endless-schema] spec.json:1:")
    assert "#/components/schemas/A1999 -> #/components/schemas/A0." in done.err
