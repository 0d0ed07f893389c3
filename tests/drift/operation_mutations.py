"""Edits of known meaning outside of schemas: parameters, bodies, responses, operations, paths.

Each puts a fragment into an operation, or next to it, once as it was and once as it is;
None stands for no fragment. As with schemas, the levels are written down by meaning.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

B, W, I = "breaking", "warning", "info"  # noqa: E741  a table reads better so
SUCCESS, FAILURE, MEDIA = "226", "418", "application/x-edited"
Put = Callable[[dict[str, Any], Any], dict[str, Any]]
"""An operation with a fragment in it."""


@dataclass(frozen=True)
class OperationEdit:
    """``at`` is a place in the operation, with ``{list}`` for the length of a list it has."""

    name: str
    put: Put
    before: Any
    after: Any
    at: str
    level: str

    def __repr__(self) -> str:
        return self.name

    def place(self, operation: dict[str, Any]) -> str:
        lists = ("parameters", "tags")
        return self.at.format(**{name: len(operation.get(name, ())) for name in lists})


def _appended(key: str) -> Put:
    def put(operation: dict[str, Any], fragment: Any) -> dict[str, Any]:
        added = [] if fragment is None else [fragment]
        return {**operation, key: [*operation.get(key, ()), *added]}

    return put


def _set(key: str) -> Put:
    def put(operation: dict[str, Any], fragment: Any) -> dict[str, Any]:
        rest = {name: value for name, value in operation.items() if name != key}
        return rest if fragment is None else {**rest, key: fragment}

    return put


def _response(status: str, *inside: str) -> Put:
    """A response, or something of a name in one that both sides have."""

    def put(operation: dict[str, Any], fragment: Any) -> dict[str, Any]:
        made: Any = {} if fragment is None else {status: fragment}
        if inside:
            section, name = inside
            made = {
                status: {"description": "", section: {} if fragment is None else {name: fragment}}
            }
        return {**operation, "responses": {**operation.get("responses", {}), **made}}

    return put


def _sent_as(operation: dict[str, Any], fragment: Any) -> dict[str, Any]:
    content = {"application/json": {}, **({} if fragment is None else {MEDIA: fragment})}
    return {**operation, "requestBody": {"content": content}}


def _there(
    name: str, put: Put, fragment: Any, at: str, levels: tuple[str, str]
) -> list[OperationEdit]:
    """It came, and it went."""
    return [
        OperationEdit(f"{name} added", put, None, fragment, at, levels[0]),
        OperationEdit(f"{name} removed", put, fragment, None, at, levels[1]),
    ]


def _turned(
    names: tuple[str, str], put: Put, pair: tuple[Any, Any], at: str, levels: tuple[str, str]
) -> list[OperationEdit]:
    """An edit and its opposite."""
    one, other = pair
    return [
        OperationEdit(names[0], put, one, other, at, levels[0]),
        OperationEdit(names[1], put, other, one, at, levels[1]),
    ]


def _query(**more: Any) -> dict[str, Any]:
    return {"in": "query", "name": "edited", "schema": {"type": "string"}, **more}


def _list(**more: Any) -> dict[str, Any]:
    return _query(schema={"type": "array", "items": {"type": "string"}}, **more)


def _bounded(length: int) -> dict[str, Any]:
    return {"schema": {"type": "string", "maxLength": length}}


_PARAMETER, _PLACE = _appended("parameters"), "/parameters/{parameters}"
_PARAMETERS: list[OperationEdit] = [
    *_there("optional parameter", _PARAMETER, _query(), _PLACE, (I, W)),
    *_there("required parameter", _PARAMETER, _query(required=True), _PLACE, (B, W)),
    *_there("header parameter", _PARAMETER, _query() | {"in": "header"}, _PLACE, (I, W)),
    *_there("cookie parameter", _PARAMETER, _query() | {"in": "cookie"}, _PLACE, (I, W)),
    *_turned(
        ("parameter became required", "parameter became optional"),
        _PARAMETER,
        (_query(), _query(required=True)),
        _PLACE,
        (B, I),
    ),
    *_turned(
        ("query to header", "header to query"),
        _PARAMETER,
        (_query(), _query() | {"in": "header"}),
        _PLACE,
        (W, W),
    ),
    *_turned(
        ("required query to cookie", "required cookie to query"),
        _PARAMETER,
        (_query(required=True), _query(required=True) | {"in": "cookie"}),
        _PLACE,
        (B, B),
    ),
    *_turned(
        ("style changed", "style changed back"),
        _PARAMETER,
        (_list(style="form"), _list(style="spaceDelimited")),
        f"{_PLACE}/style",
        (B, B),
    ),
    *_turned(
        ("no longer exploded", "exploded"),
        _PARAMETER,
        (_list(explode=True), _list(explode=False)),
        f"{_PLACE}/explode",
        (B, B),
    ),
    *_turned(
        ("reserved characters allowed", "reserved characters refused"),
        _PARAMETER,
        (_query(), _query(allowReserved=True)),
        f"{_PLACE}/allowReserved",
        (I, B),
    ),
    *_turned(
        ("empty value allowed", "empty value refused"),
        _PARAMETER,
        (_query(), _query(allowEmptyValue=True)),
        f"{_PLACE}/allowEmptyValue",
        (I, B),
    ),
    *_turned(
        ("parameter deprecated", "parameter reinstated"),
        _PARAMETER,
        (_query(), _query(deprecated=True)),
        _PLACE,
        (I, I),
    ),
    *_turned(
        ("parameter tightened", "parameter loosened"),
        _PARAMETER,
        (_query(**_bounded(9)), _query(**_bounded(5))),
        f"{_PLACE}/schema/maxLength",
        (B, I),
    ),
]

_BODY = _set("requestBody")
_BODIES: list[OperationEdit] = [
    *_there("optional body", _BODY, {"content": {}}, "/requestBody", (I, B)),
    *_there("required body", _BODY, {"required": True, "content": {}}, "/requestBody", (B, B)),
    *_turned(
        ("body became required", "body became optional"),
        _BODY,
        ({"content": {}}, {"required": True, "content": {}}),
        "/requestBody",
        (B, I),
    ),
    *_there(
        "media type of a body", _sent_as, {}, "/requestBody/content/application~1x-edited", (I, B)
    ),
]

_HEADER, _HEADER_PLACE = (
    _response(SUCCESS, "headers", "X-Edited"),
    "/responses/226/headers/X-Edited",
)
_AS = _response(SUCCESS, "content", MEDIA)
_AS_PLACE = "/responses/226/content/application~1x-edited"
_TEXT: dict[str, Any] = {"schema": {"type": "string"}}
_RESPONSES: list[OperationEdit] = [
    *_there("response", _response(SUCCESS), {"description": ""}, "/responses/226", (I, B)),
    *_there("failure", _response(FAILURE), {"description": ""}, "/responses/418", (I, I)),
    *_there("header", _HEADER, _TEXT, _HEADER_PLACE, (I, W)),
    *_there("required header", _HEADER, {**_TEXT, "required": True}, _HEADER_PLACE, (I, B)),
    *_turned(
        ("header became required", "header became optional"),
        _HEADER,
        (_TEXT, {**_TEXT, "required": True}),
        _HEADER_PLACE,
        (I, B),
    ),
    *_turned(
        ("header tightened", "header loosened"),
        _HEADER,
        (_bounded(9), _bounded(5)),
        f"{_HEADER_PLACE}/schema/maxLength",
        (I, B),
    ),
    *_there("media type of a response", _AS, _TEXT, _AS_PLACE, (I, B)),
    *_turned(
        ("schema of a media type set", "schema of a media type removed"),
        _AS,
        ({}, _TEXT),
        f"{_AS_PLACE}/schema",
        (I, W),
    ),
    *_there(
        "link",
        _response(SUCCESS, "links", "edited"),
        {"operationId": "x"},
        "/responses/226/links/edited",
        (I, I),
    ),
]

_KEY: dict[str, Any] = {"edited-key": []}
_OTHER: dict[str, Any] = {"edited-login": ["read"]}
_OPERATIONS: list[OperationEdit] = [
    *_turned(("deprecated", "reinstated"), _set("deprecated"), (None, True), "", (I, I)),
    *_turned(
        ("operationId changed", "operationId changed back"),
        _set("operationId"),
        ("edited-one", "edited-other"),
        "/operationId",
        (I, I),
    ),
    *_there("tag", _appended("tags"), "Edited", "/tags/{tags}", (I, I)),
    *_turned(
        ("summary changed", "summary changed back"),
        _set("summary"),
        ("One.", "Other."),
        "/summary",
        (I, I),
    ),
    *_turned(
        ("security alternative added", "security alternative removed"),
        _set("security"),
        ([_KEY], [_KEY, _OTHER]),
        "/security/1",
        (I, B),
    ),
    *_turned(
        ("scope added", "scope removed"),
        _set("security"),
        ([_OTHER], [{"edited-login": ["read", "write"]}]),
        "/security/0/edited-login/1",
        (B, I),
    ),
    *_turned(
        ("server of an operation added", "server of an operation removed"),
        _set("servers"),
        ([{"url": "https://a.test"}], [{"url": "https://a.test"}, {"url": "https://b.test"}]),
        "/servers/1",
        (I, B),
    ),
    *_there("callback", _set("callbacks"), {"done": {}}, "/callbacks/done", (I, B)),
]

OPERATION_EDITS: list[OperationEdit] = [*_PARAMETERS, *_BODIES, *_RESPONSES, *_OPERATIONS]


@dataclass(frozen=True)
class PathEdit:
    """Something under a key of ``paths``; ``at`` is a place below ``/paths``, escaped."""

    name: str
    before: Any
    after: Any
    at: str
    level: str

    def __repr__(self) -> str:
        return self.name


_ANSWERS: dict[str, Any] = {"responses": {"226": {"description": ""}}}
_ONE = {"/edited/one": {"get": _ANSWERS}}
_BOTH = {"/edited/one": {"get": _ANSWERS, "put": _ANSWERS}}


def _held(name: str) -> dict[str, Any]:
    parameter = {"in": "path", "name": name, "required": True, "schema": {"type": "string"}}
    return {f"/edited/{{{name}}}": {"get": {"parameters": [parameter], **_ANSWERS}}}


def _identified(path: str) -> dict[str, Any]:
    return {path: {"get": {"operationId": "edited", **_ANSWERS}}}


PATH_EDITS: list[PathEdit] = [
    PathEdit("path added", {}, _ONE, "~1edited~1one", I),
    PathEdit("path removed", _ONE, {}, "~1edited~1one", B),
    PathEdit("operation added", _ONE, _BOTH, "~1edited~1one/put", I),
    PathEdit("operation removed", _BOTH, _ONE, "~1edited~1one/put", B),
    PathEdit("path parameter renamed", _held("one"), _held("other"), "~1edited~1{other}", I),
    PathEdit(
        "operation moved",
        _identified("/edited/one"),
        _identified("/edited/other"),
        "~1edited~1other/get",
        B,
    ),
]
