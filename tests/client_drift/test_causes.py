"""Which change of the contract explains a difference of two clients."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flaregen.client_drift import causes
from flaregen.client_drift.causes import Cause
from flaregen.client_drift.difference import Difference
from flaregen.drift.change import Change
from flaregen.names.symbol import Symbol
from flaregen.openapi.references import References
from flaregen.pointer import Pointer
from tests.drift.settings import document

BOOKS, MAPS = (Pointer(("paths", path, "get")) for path in ("/books", "/maps"))
SHELF = Pointer(("components", "schemas", "Shelf"))
CLASS = Symbol("Shelf", "class", "response", pointers=(SHELF,), operations=(BOOKS, MAPS))
FIELD = Symbol("Shelf.size", "field", "response", ("int",), (SHELF.child("properties", "size"),))


EMPTY = References(document({}))


def causes_of(changes: tuple[Change, ...]) -> causes.Causes:
    return causes.Causes(changes, (EMPTY, EMPTY))


def change(rule: str, old: Pointer | None, new: Pointer | None) -> Change:
    return Change(rule, "info", "none", "", old, new, ())


def added(place: Pointer) -> Change:
    return change("path-added", None, place.parent)


@pytest.mark.parametrize(
    ("changes", "explained"),
    [((added(BOOKS),), False), ((added(MAPS),), False), ((added(BOOKS), added(MAPS)), True)],
)
def test_class_of_a_component_comes_with_all_its_operations(
    changes: tuple[Change, ...], explained: bool
) -> None:
    cause = causes_of(changes).of(Difference("client-class-added", None, CLASS))
    assert cause == (Cause(changes[0]) if explained else None)


def test_change_inside_of_a_field_explains_it_and_one_elsewhere_does_not() -> None:
    (place,) = FIELD.pointers
    within = place.child("format")
    other = SHELF.child("properties", "other", "format")
    difference = Difference("client-type-widened", FIELD, FIELD)
    changes = tuple(change("format-widened", at, at) for at in (other, within))
    assert causes_of(changes[:1]).of(difference) is None
    assert causes_of(changes).of(difference) == Cause(changes[1])


def test_list_of_what_is_required_explains_a_field() -> None:
    at = SHELF.child("required")
    listed = change("property-became-optional", at, at)
    assert causes_of((listed,)).of(Difference("client-field-became-optional", FIELD, FIELD)) == (
        Cause(listed)
    )


def test_name_of_a_component_gives_way_to_the_class() -> None:
    heir = Symbol("Rack", "class", "response", pointers=(SHELF.parent.child("Rack"),))
    renamed = change("schema-renamed", *CLASS.pointers, *heir.pointers)
    difference = Difference("client-class-renamed", CLASS, heir, "Shelf", "Rack")
    assert causes_of((renamed,)).of(difference) == Cause(renamed, of_a_name=True)


def test_a_type_that_took_the_place_of_another_explains_what_was_inside() -> None:
    place = SHELF.child("properties", "size")
    replaced = change("type-changed", place.child("type"), place.child("type"))
    inside = place.child("properties", "unit")
    inner = Symbol("Unit", "class", "response", (), (inside,))
    cause = causes_of((replaced,)).of(Difference("client-class-removed", inner, None))
    assert cause == Cause(replaced)


def test_around_a_field_are_the_places_that_it_needs_on_its_own_side() -> None:
    flag, body = (SHELF.child("properties", name) for name in ("flag", "body"))
    field, cls = replace(FIELD, context=(flag,)), replace(CLASS, context=(body,))
    here = FIELD.pointers
    added = Difference("client-field-added", None, field, classes=(cls, cls))
    assert added.around == ((body,), (*here, flag))
    gone = Difference("client-field-removed", field, None, classes=(cls, cls))
    assert gone.around == ((*here, flag), (body,))
    assert Difference("client-class-added", None, cls).around == ((), (SHELF, body))
