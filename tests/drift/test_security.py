"""What operations demand of their callers, wherever the documents say it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.drift.compare import compare

from .settings import document

TODAY = date(2026, 1, 1)
KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
A: dict[str, Any] = {"A": []}
B: dict[str, Any] = {"B": []}
BOTH: dict[str, Any] = {"A": [], "B": []}
OPEN: dict[str, Any] = {}


def secured(*operations: Any, root: Any = None, schemes: Any = None) -> Document:
    """Operations with their requirements, and those of the document; None for none."""
    paths = {
        f"/{index}": {"get": {"responses": {}} | ({} if own is None else {"security": own})}
        for index, own in enumerate(operations)
    }
    whole: dict[str, Any] = {"openapi": "3.0.3", "paths": paths}
    if root is not None:
        whole["security"] = root
    if schemes is not None:
        whole["components"] = {"securitySchemes": schemes}
    return document(whole)


def found(old: Document, new: Document) -> list[tuple[str, str, int]]:
    changes = compare(old, new, TODAY)
    return [(one.level, one.id, len(one.operations)) for one in changes]


LOCKED_OUT = ("breaking", "security-removed", 1)
LET_IN = ("info", "security-added", 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (secured(None), secured(None, root=[])),
        (secured(None), secured(None, root=[OPEN])),
        (secured(None, root=[A]), secured([A])),
        (secured([A, B]), secured([B, A])),
        (secured([BOTH]), secured([{"B": [], "A": []}])),
        (secured([A]), secured([A, BOTH])),
        (secured([A], root=[B]), secured([A])),
        (secured([{"A": ["r", "w"]}]), secured([{"A": ["w", "r"]}])),
        (secured([{"A": ["r"]}, {"A": ["w"]}]), secured([{"A": ["w"]}, {"A": ["r"]}])),
    ],
)
def test_the_same_for_callers(old: Document, new: Document) -> None:
    assert found(old, new) == []
    assert found(new, old) == []


@pytest.mark.parametrize(
    ("old", "new", "forth", "back"),
    [
        (secured(None), secured([A]), [LOCKED_OUT], [LET_IN]),
        (secured([OPEN, A]), secured([A]), [LOCKED_OUT], [LET_IN]),
        (secured([A, B]), secured([A]), [LOCKED_OUT], [LET_IN]),
        (secured([A]), secured([BOTH]), [LOCKED_OUT], [LET_IN]),
        (secured([A]), secured([B]), [LOCKED_OUT, LET_IN], [LOCKED_OUT, LET_IN]),
        (secured(None, root=[A]), secured([], root=[A]), [LET_IN], [LOCKED_OUT]),
        (
            secured([{"A": ["r"]}]),
            secured([{"A": ["r", "w"]}]),
            [("breaking", "security-scope-added", 1)],
            [("info", "security-scope-removed", 1)],
        ),
    ],
)
def test_who_is_locked_out(old: Document, new: Document, forth: Any, back: Any) -> None:
    assert found(old, new) == forth
    assert found(new, old) == back


def test_a_scope_more_is_information_for_callers_of_another_alternative() -> None:
    old, new = secured([{"A": ["r"]}]), secured([{"A": ["r", "w"]}, OPEN])
    assert found(old, new) == [("info", "security-scope-added", 1), LET_IN]


def test_what_operations_have_from_the_document_is_one_entry() -> None:
    old, new = secured(None, None, [B]), secured(None, None, [B], root=[A])
    assert found(old, new) == [("breaking", "security-removed", 2)]
    assert found(new, old) == [("info", "security-added", 2)]


def test_a_scheme_under_another_name_locks_nobody_out() -> None:
    old = secured([A], schemes={"A": KEY})
    new = secured([{"Token": []}], schemes={"Token": {**KEY, "description": "A token."}})
    assert found(old, new) == [("info", "security-scheme-renamed", 0)]


def test_messages_say_how_callers_are_let_in() -> None:
    (change,) = compare(secured([OPEN, BOTH]), secured([BOTH]), TODAY)
    assert change.message == "GET /0: calls without authentication are no longer accepted"
    assert (change.old, change.new) == ("without authentication", "with A and B")


def test_the_name_of_a_header_is_the_same_in_any_case() -> None:
    old, new = (secured([A], schemes={"A": {**KEY, "name": name}}) for name in ("X-Key", "x-key"))
    assert found(old, new) == []
    query = {"type": "apiKey", "in": "query"}
    old, new = (secured([A], schemes={"A": {**query, "name": name}}) for name in ("Key", "key"))
    assert found(old, new) == [("breaking", "security-scheme-place-changed", 0)]


def test_an_address_that_is_asked_for_tokens() -> None:
    """Who asks at the old one gets none, as with another server."""

    def flow(**urls: str) -> dict[str, Any]:
        flows = {"password": {"tokenUrl": "https://a.test", "scopes": {}, **urls}}
        return {"A": {"type": "oauth2", "flows": flows}}

    def levels(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
        changes = found(secured([A], schemes=old), secured([A], schemes=new))
        return [(level, rule) for level, rule, _ in changes]

    rule = "security-scheme-url-changed"
    assert levels(flow(), flow(tokenUrl="https://b.test")) == [("breaking", rule)]
    assert levels(flow(), flow(refreshUrl="https://b.test")) == [("info", rule)]
    opened = [{"A": {"type": "openIdConnect", "openIdConnectUrl": url}} for url in ("/a", "/b")]
    assert levels(*opened) == [("breaking", rule)]


def test_a_list_that_an_operation_no_longer_has_is_missing_there() -> None:
    changes = compare(secured([A], root=[B]), secured(None, root=[B]), TODAY)
    assert [(one.message, str(one.new_pointer)) for one in changes] == [
        ("GET /0: calls with B are now accepted", "/paths/~10/get"),
        ("GET /0: calls with A are no longer accepted", "/paths/~10/get"),
    ]
