"""Patterns that choose operations: what each one means, and which operations it matches."""

from __future__ import annotations

import pytest

from flaregen.openapi.endpoints import endpoints
from flaregen.openapi.patterns import Pattern, Patterns
from tests.reading.documents import document

_KNOWN = list(
    endpoints(
        document(
            paths={
                "/zones/{zone_id}/rules": {
                    "get": {"operationId": "list-rules", "tags": ["Rules", "Zones"]},
                    "post": {"operationId": "make-rule", "tags": ["Rules"]},
                },
                "/zones/{zone_id}/rules/{id}": {"get": {"tags": ["Rules of\na zone"]}},
                "/accounts": {"get": {"operationId": "list-accounts"}},
            }
        )
    )
)


def _chosen(*texts: str) -> list[str]:
    return [str(one) for one in Patterns.parse(texts).choose(_KNOWN)]


_RULES = ["GET /zones/{zone_id}/rules", "POST /zones/{zone_id}/rules"]
_RULE = "GET /zones/{zone_id}/rules/{id}"


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("list-rules", _RULES[:1]),
        ("list-*", [_RULES[0], "GET /accounts"]),
        ("list-rule", []),
        ("*", [*_RULES, _RULE, "GET /accounts"]),
        ("tag:Rules", _RULES),
        ("tag: Zones", _RULES[:1]),
        ("tag:Rules*", [*_RULES, _RULE]),
        ("/zones/{any}/rules", _RULES),
        ("/zones/*", [*_RULES, _RULE]),
        ("get /zones/{z}/rules", _RULES[:1]),
        ("GET /*", [_RULES[0], _RULE, "GET /accounts"]),
        ("* /accounts", ["GET /accounts"]),
        ("POST *", _RULES[1:]),
        ("DELETE *", []),
    ],
)
def test_a_pattern(text: str, chosen: list[str]) -> None:
    assert _chosen(text) == chosen
    assert _chosen(f" {text} ") == chosen
    everything = _chosen("*")
    for excluded in (f"!{text}", f"! {text}"):
        assert _chosen("*", excluded) == [one for one in everything if one not in chosen]
        assert _chosen(excluded, "*") == _chosen("*", excluded)
        assert _chosen(excluded) == []


def test_which_patterns_choose_anything() -> None:
    found = Patterns.parse(("tag:Rules", "nothing", "!nothing"))
    assert found.matching(_KNOWN) == ["tag:Rules", "!nothing"]


@pytest.mark.parametrize(("text", "one"), [("a", True), ("a*", False), ("/a", False), ("*", False)])
def test_what_names_one_operation(text: str, *, one: bool) -> None:
    assert Pattern.parse(text).names_one is one
