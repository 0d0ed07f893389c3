"""Rules of what is announced: deprecation, sunset dates, stability."""

from __future__ import annotations

from flaregen.document import JSON, JSONObject
from flaregen.drift.change import Level
from flaregen.drift.rules.rule import Example, Rule

_OK: JSONObject = {"responses": {"200": {"description": "Fine."}}}


def _example(before: JSONObject, after: JSONObject) -> Example:
    return Example("operation", {**_OK, **before}, {**_OK, **after})


def _paths(item: JSON) -> JSONObject:
    return {"paths": {"/a": item, "/b": {"get": _OK}}}


def _gone(**marks: JSON) -> Example:
    item: JSONObject = {"get": {**_OK, **marks}}
    return Example("document", _paths(item), {"paths": {"/b": {"get": _OK}}})


def _everywhere(name: str, message: str, level: Level, example: Example, **more: str) -> Rule:
    """Announcements weigh the same in every direction."""
    return Rule(name, message, example, request=level, response=level, neutral=level, **more)


RULES: tuple[Rule, ...] = (
    _everywhere(
        "deprecated",
        "{subject} is deprecated{until}",
        "info",
        _example({}, {"deprecated": True}),
        mirror="reinstated",
    ),
    _everywhere(
        "reinstated",
        "{subject} is no longer deprecated",
        "info",
        _example({"deprecated": True}, {}),
        mirror="deprecated",
    ),
    Rule(
        "deprecated-removed",
        "{subject} removed, as announced",
        _gone(deprecated=True),
        request="info",
        neutral="info",
        alone="adding something that is deprecated from the start is an ordinary addition",
        why="It was deprecated, and its sunset date, where it has one, has passed.",
    ),
    Rule(
        "removed-before-sunset",
        "{subject} removed before its sunset on {old}",
        _gone(deprecated=True, **{"x-sunset": "9999-12-31"}),
        request="breaking",
        neutral="breaking",
        alone="adding something that is deprecated from the start is an ordinary addition",
    ),
    _everywhere(
        "sunset-unreadable",
        "{subject}: the sunset date {new} is no date",
        "breaking",
        _example({}, {"deprecated": True, "x-sunset": "soon"}),
        alone="a date that can be read again needs no remark",
        why="Nobody can plan with it. The form is `2030-12-31` or an RFC 3339 time.",
    ),
    _everywhere(
        "sunset-removed",
        "{subject}: the sunset date {old} was withdrawn",
        "breaking",
        _example({"deprecated": True, "x-sunset": "9999-12-31"}, {"deprecated": True}),
        mirror="sunset-set",
        why="It stays deprecated, but until when nobody knows any more.",
    ),
    _everywhere(
        "sunset-set",
        "{subject}: sunset set to {new}",
        "info",
        _example({"deprecated": True}, {"deprecated": True, "x-sunset": "9999-12-31"}),
        mirror="sunset-removed",
    ),
    _everywhere(
        "sunset-earlier",
        "{subject}: sunset brought forward from {old} to {new}",
        "breaking",
        _example(
            {"deprecated": True, "x-sunset": "9999-12-31"},
            {"deprecated": True, "x-sunset": "9998-12-31"},
        ),
        mirror="sunset-later",
    ),
    _everywhere(
        "sunset-later",
        "{subject}: sunset put off from {old} to {new}",
        "info",
        _example(
            {"deprecated": True, "x-sunset": "9998-12-31"},
            {"deprecated": True, "x-sunset": "9999-12-31"},
        ),
        mirror="sunset-earlier",
    ),
    _everywhere(
        "stability-decreased",
        "{subject}: stability decreased from {old} to {new}",
        "breaking",
        _example({"x-stability-level": "stable"}, {"x-stability-level": "beta"}),
        mirror="stability-increased",
        why="What was promised is promised no more. Levels: draft, alpha, beta, stable; without "
        "a mark it is stable. What is draft or alpha on both sides may change at will: all its "
        "changes are information.",
    ),
    _everywhere(
        "stability-increased",
        "{subject}: stability increased from {old} to {new}",
        "info",
        _example({"x-stability-level": "beta"}, {"x-stability-level": "stable"}),
        mirror="stability-decreased",
    ),
    _everywhere(
        "stability-unreadable",
        "{subject}: stability changed from {old} to {new}, one of which is no level",
        "breaking",
        _example({}, {"x-stability-level": "solid"}),
        mirror="stability-unreadable",
        why="Nobody knows what is promised.",
    ),
)
