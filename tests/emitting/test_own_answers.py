"""Whether the class of a task can hold what a model answers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from flaregen.emitting.method_package import CatalogueTask, Method, OwnCall
from flaregen.emitting.own_answers import fills
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Anything, Array, Field, Object, Scalar, Schema, Union

_AT = Pointer()
_TEXT = Scalar(pointer=_AT, kind="string")
_ANY = Anything(pointer=_AT)


def _object(*names: str, **inside: Schema) -> Object:
    members = {**dict.fromkeys(names, _TEXT), **inside}
    fields = tuple(Field(name, schema, required=False) for name, schema in members.items())
    return Object(pointer=_AT, fields=fields)


def _list(items: Schema) -> Array:
    return Array(pointer=_AT, items=items)


def _either(*members: Schema) -> Union:
    return Union(pointer=_AT, members=members)


_TASK = _object("response", "choices", usage=_object("tokens"))


@pytest.mark.parametrize(
    ("answer", "known", "expected"),
    [
        (_object("response"), _TASK, True),
        (_object("id", "choices"), _TASK, True),
        (_object("output", usage=_object("tokens")), _TASK, False),
        (_object("results"), _TASK, False),
        (_list(_object("label")), _list(_object("label", "score")), True),
        (_list(_object("mask")), _list(_object("label", "score")), False),
        (_object("response"), _list(_object("label")), False),
        (_either(_object("response"), _object("choices")), _TASK, True),
        (_either(_object("response"), _object("output")), _TASK, False),
        (_object("output"), _either(_TASK, _object("output")), True),
        (_ANY, _TASK, True),
        (_TEXT, _ANY, True),
        (_TEXT, _TEXT, True),
        (_TEXT, _TASK, False),
    ],
)
def test_an_answer_fills_a_class_or_is_apart(answer: Schema, known: Schema, expected: bool) -> None:
    assert fills(answer, known) is expected


def _own(*models: str, keywords: tuple[str, ...] = (), event: str = "") -> OwnCall:
    return OwnCall("Name", frozenset(models), keywords, "Answer", event)


@pytest.mark.parametrize(
    ("own", "whole", "streams"),
    [
        ([], "AB", "AB"),
        ([_own("1")], "AB", "AB"),
        # Of a signature that no call can mean checkers complain.
        ([_own("1"), _own("2", "4")], "B", "AB"),
        ([_own("1", "2", "3")], "", "AB"),
        ([_own("1", "2", event="Event")], "B", "B"),
        ([_own("1", "2", keywords=("input",))], "AB", "AB"),
    ],
)
def test_a_task_has_a_signature_where_a_call_can_mean_it(
    own: list[OwnCall], whole: str, streams: str
) -> None:
    tasks = (CatalogueTask("A", ("1", "2"), "", ""), CatalogueTask("B", ("3",), "", ""))
    method = SimpleNamespace(own=own, catalogue=tasks)
    assert "".join(one.alias for one in Method.by_task(method)) == whole
    assert "".join(one.alias for one in Method.by_task(method, streams=True)) == streams
