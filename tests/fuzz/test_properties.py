"""The harnesses on what hypothesis draws: texts, overlays and documents nearer to real ones.

Unlike the fuzzer it needs nothing installed but the tests, and shrinks what it finds.
"""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.harnesses import (
    fuzz_build,
    fuzz_docstrings,
    fuzz_identifiers,
    fuzz_literals,
    fuzz_load,
    fuzz_overlay,
)

_ODD = [
    *["\\", '"', '"""', "'''", "\\x", "\\N{BULLET}", "{{ x }}", "{% x %}", "{x}", "# type: int"],
    *[
        "\r",
        "\n",
        "\t",
        "\0",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\u00aa",
        "\ufb01",
        "\U0001d499",
    ],
    *["class", "None", "__init__", "self", "stream", "params", "fields", "CON", "../", "-", "_"],
]
_TEXT = st.lists(st.one_of(st.sampled_from(_ODD), st.text(max_size=4)), max_size=5).map("".join)
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**60), 2**60), _TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_TEXT, inner, max_size=3)),
    max_leaves=12,
)
_OBJECT = st.dictionaries(_TEXT, _JSON, max_size=3)
_STEPS = ["", ".paths", "['/a']", ".*", "..*", ".get", "..parameters", "[0]", "[-1]", "[1:]", ".x"]
_QUERY = st.lists(
    st.sampled_from([*_STEPS, "[?@.name=='x']", "[?length(@)>0]", "[?(", "['a"]), max_size=4
).map(lambda steps: "$" + "".join(steps))
_ACTION = st.fixed_dictionaries(
    {"target": _QUERY},
    optional={"update": _JSON, "remove": st.booleans(), "copy": _QUERY, "description": _TEXT},
)
_OVERLAY = st.fixed_dictionaries(
    {
        "overlay": st.sampled_from(["1.0.0", "1.1.0", "1.1", "2"]),
        "info": st.just({"title": "T", "version": "1"}),
        "actions": st.lists(_ACTION, max_size=4),
    },
    optional={"extends": _TEXT, "x-note": _JSON},
)
_DOCUMENT = st.fixed_dictionaries(
    {
        "openapi": st.sampled_from(["3.0.3", "3.1.0", "3.2.0", "2.0"]),
        "info": _OBJECT,
        "paths": st.dictionaries(_TEXT.map("/".__add__), _OBJECT, max_size=2),
    },
    optional={"components": _OBJECT, "tags": _JSON},
)


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value)


@given(st.one_of(_DOCUMENT.map(_encoded), _TEXT.map(str.encode), st.binary(max_size=200)))
def test_load(data: bytes) -> None:
    fuzz_load(data)


@given(st.one_of(_OVERLAY.map(_encoded), _JSON.map(_encoded), st.binary(max_size=100)))
def test_overlay(data: bytes) -> None:
    fuzz_overlay(data)


@given(st.lists(_TEXT, max_size=6).map("\n".join))
def test_identifiers(text: str) -> None:
    fuzz_identifiers(text.encode())


@given(st.one_of(_JSON.map(_encoded), _TEXT.map(str.encode)))
def test_literals(data: bytes) -> None:
    fuzz_literals(data)


@given(st.lists(_TEXT, max_size=6).map("\n".join))
def test_docstrings(text: str) -> None:
    fuzz_docstrings(text.encode())


@settings(max_examples=50)
@given(st.binary(min_size=8, max_size=400))
def test_build(data: bytes) -> None:
    fuzz_build(data)
