"""Import lines, and the names that annotations need."""

from __future__ import annotations

import pytest

from flaregen.emitting.annotation_words import imports_of, words
from flaregen.emitting.importing import merge, of_runtime, render


def test_lines_are_sorted_in_sections() -> None:
    imports = {
        ".b": {"b"},
        "typing": {"TypeAlias", "Any", "TYPE_CHECKING", "cast"},
        "httpx": {"Client"},
        "..a": {"A", "a"},
        "collections.abc": {"Mapping"},
        "unused": set[str](),
    }
    assert render(imports) == (
        "from collections.abc import Mapping",
        "from typing import TYPE_CHECKING, Any, TypeAlias, cast",
        "",
        "from httpx import Client",
        "",
        "from ..a import A, a",
        "from .b import b",
    )


def test_lines_of_one_module_are_merged() -> None:
    lines = ("from a import B, C", "from b import D", "from a import E")
    assert merge(lines) == {"a": {"B", "C", "E"}, "b": {"D"}}


def test_names_of_the_runtime_come_from_their_modules() -> None:
    assert of_runtime(("File", "Stream", "Octets"), "..") == {
        ".._runtime.binary": {"File", "Octets"},
        ".._runtime.streams": {"Stream"},
    }
    with pytest.raises(KeyError):
        of_runtime(("Nothing",), ".")


def test_words_in_texts_do_not_count() -> None:
    annotations = ("Mapping[str, Box | None]", 'Literal["Shelf", \'a "Crate"\']', "Any")
    found = [*words(annotations)]
    assert found == ["Mapping", "str", "Box", "None", "Literal", "Any"]
    assert imports_of({*found, "File"}, {"TypeAlias"}, ".") == {
        "typing": {"Any", "Literal", "TypeAlias"},
        "collections.abc": {"Mapping"},
        "._runtime.binary": {"File"},
    }
