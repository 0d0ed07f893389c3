"""Classes that several may have are in the module of one, as long as modules import each other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from flaregen.names.placement import place_classes

# By class, the component that it is written in.
_WRITTEN = {"Chat": "chat", "Choice": "choice", "Usage": "usage", "Mine": "", "Other": "other"}


def _placed(
    users: Mapping[str, tuple[str, ...]],
    before: Mapping[str, set[str]],
    inside: Mapping[str, tuple[str, ...]],
) -> dict[str, str | None]:
    def components(name: str) -> set[str]:
        return {_WRITTEN[name]} - {""}

    return place_classes(users, components, components, before, lambda name: inside.get(name, ()))


_BOTH = ("Mine", "Chat")


@pytest.mark.parametrize(
    ("before", "home"),
    [
        ({"choice": {"chat"}}, "Chat"),
        ({"choice": {"usage"}, "usage": {"chat"}}, "Chat"),
        ({"choice": {"usage", "other"}, "usage": {"chat"}, "other": {"chat"}}, "Chat"),
        ({"choice": {"chat", "other"}}, None),
        ({"choice": {"chat", ""}}, "Chat"),
        ({"choice": {""}}, None),
        ({"choice": {"usage"}, "usage": {"choice"}}, None),
        ({}, None),
    ],
)
def test_a_class_is_with_the_one_whose_component_alone_leads_to_it(
    before: dict[str, set[str]], home: str | None
) -> None:
    users = {"Chat": ("Chat",), "Mine": ("Mine",), "Choice": _BOTH}
    assert _placed(users, before, {})["Choice"] == home


def test_what_a_shared_class_refers_to_is_shared() -> None:
    users = {"Chat": ("Chat",), "Mine": ("Mine",), "Choice": _BOTH, "Usage": _BOTH}
    found = _placed(users, {"choice": {"chat"}}, {"Usage": ("Choice",)})
    assert found == {"Chat": "Chat", "Mine": "Mine", "Choice": None, "Usage": None}


def test_modules_that_would_import_each_other_share_instead() -> None:
    users = {
        "Chat": ("Chat",),
        "Other": ("Other",),
        "Choice": ("Chat", "Other"),
        "Usage": ("Chat", "Other"),
    }
    before = {"choice": {"chat"}, "usage": {"other"}}
    plain = _placed(users, before, {})
    assert (plain["Choice"], plain["Usage"]) == ("Chat", "Other")
    circle = _placed(users, before, {"Choice": ("Usage",), "Usage": ("Choice",)})
    assert (circle["Choice"], circle["Usage"]) == (None, None)
