"""What differs between the surfaces of two clients, and what that means to callers.

The clients are written as source here, which reads best.
"""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from flaregen.client_drift.difference import Difference
from flaregen.client_drift.differences import compare
from flaregen.drift.rules import RULES
from flaregen.names.symbol import Surface
from flaregen.rendered import RenderedFile
from tests.support.emitted_surface import emitted_surface

_TASK = """
from __future__ import annotations
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from msgspec import UNSET, UnsetType
from ._runtime.models import Params, Response

@dataclass(frozen=True, kw_only=True)
class DrawResponseItem(Response):
    x: float | None = None

DrawResponse: TypeAlias = list[DrawResponseItem]

@dataclass(frozen=True, kw_only=True)
class DrawParams(Params[DrawResponse]):
    text: str
    from_: str = field(metadata={"wire_name": "from"})
    mode: Literal["fast", "exact"] | UnsetType = UNSET
    size: int | UnsetType = UNSET
"""
_CATALOGUE = (
    'DrawModel: TypeAlias = Literal["@cf/a", "@cf/b"]\nPaintModel: TypeAlias = Literal["@cf/c"]'
)
_RESOURCE = """
class AI(Resource["AIWithRawResponse"]):
    @overload
    def run(self, model_name: str, params: Params[R]) -> R: ...
    def run(self, model_name: str, params: object = None, **fields: object) -> object: ...
class AsyncAI(AsyncResource["AsyncAIWithRawResponse"]):
    def run(self, model_name: str) -> object: ...
"""


def _surface(task: str = _TASK, catalogue: str = _CATALOGUE, resource: str = _RESOURCE) -> Surface:
    files = {"draw.py": task, "catalogue.py": catalogue, "resources/ai.py": resource}
    return emitted_surface(
        RenderedFile(PurePosixPath("p", n), t.encode()) for n, t in files.items()
    )


def breaks(change: Difference) -> bool:
    return RULES[change.rule].level(change.role) == "breaking"


def test_the_same_has_no_changes() -> None:
    assert compare(_surface(), _surface()) == ()


@pytest.mark.parametrize(
    ("said", "breaks_it"), [("list[float]", True), ("str", True), ("Any", False), ("object", False)]
)
def test_an_alias_that_becomes_a_class(said: str, breaks_it: bool) -> None:
    alias = _TASK.replace("list[DrawResponseItem]", said)
    cls = _TASK.replace(
        "DrawResponse: TypeAlias = list[DrawResponseItem]",
        "@dataclass(frozen=True, kw_only=True)\nclass DrawResponse(Response):\n    y: int",
    )
    found = [one for one in compare(_surface(alias), _surface(cls)) if breaks(one)]
    assert [one.symbol.name for one in found] == ["DrawResponse"] * breaks_it


def test_how_a_client_writes_unset_is_no_change() -> None:
    """Clients of earlier versions import the constant by its name."""
    later = _TASK.replace("= UNSET\n", "= msgspec.UNSET\n")
    assert later != _TASK
    assert _surface(later) == _surface()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "    size: int | UnsetType = UNSET\n",
            "",
            [("client-field-removed", "DrawParams.size", True)],
        ),
        (
            "size: int | UnsetType = UNSET",
            "size: int",
            [("client-field-became-required", "DrawParams.size", True)],
        ),
        (
            "text: str\n",
            "text: str | UnsetType = UNSET\n",
            [("client-field-became-optional", "DrawParams.text", False)],
        ),
        (
            "x: float | None = None",
            "x: float",
            [("client-field-became-required", "DrawResponseItem.x", False)],
        ),
        ("size: int |", "size: int | float |", [("client-type-widened", "DrawParams.size", False)]),
        ("x: float |", "x: float | str |", [("client-type-widened", "DrawResponseItem.x", True)]),
        (
            'Literal["fast", "exact"]',
            'Literal["fast"]',
            [("client-literal-removed", "DrawParams.mode", True)],
        ),
        (
            'Literal["fast", "exact"]',
            'Literal["fast", "exact", "new"]',
            [("client-literal-added", "DrawParams.mode", False)],
        ),
        ("size: int |", "size: str |", [("client-type-changed", "DrawParams.size", True)]),
        (
            "size: int |",
            "width: int |",
            [
                ("client-field-removed", "DrawParams.size", True),
                ("client-field-added", "DrawParams.width", False),
            ],
        ),
        (
            "DrawResponseItem",
            "DrawResponsePoint",
            [
                ("client-class-renamed", "DrawResponseItem", True),
            ],
        ),
        ("class DrawParams", "class PaintParams", [("client-class-renamed", "DrawParams", True)]),
    ],
)
def test_classes(before: str, after: str, expected: list[tuple[str, str, bool]]) -> None:
    changes = compare(_surface(), _surface(_TASK.replace(before, after)))
    assert [(c.rule, c.symbol.name, breaks(c)) for c in changes] == expected


def test_a_required_field_that_is_new_breaks() -> None:
    task = _TASK.replace("    text: str\n", "    text: str\n    key: str\n")
    (change,) = compare(_surface(), _surface(task))
    assert (change.rule, change.symbol.name) == ("client-required-field-added", "DrawParams.key")
    assert breaks(change)


def test_models() -> None:
    catalogue = (
        'DrawModel: TypeAlias = Literal["@cf/a", "@cf/c"]\nPaintModel: TypeAlias = Literal["@cf/d"]'
    )
    changes = compare(_surface(), _surface(catalogue=catalogue))
    assert [(c.rule, c.symbol.name, c.before, c.after) for c in changes] == [
        ("client-model-removed", "DrawModel", "@cf/b", ""),
        ("client-model-moved", "PaintModel", "@cf/c", "DrawModel"),
        ("client-model-added", "PaintModel", "", "@cf/d"),
    ]


def test_alias_of_other_values() -> None:
    task = _TASK.replace("TypeAlias = list[DrawResponseItem]", "TypeAlias = list[str]")
    task = task.replace("class DrawResponseItem(Response)", "class Shared(Response)")
    changes = compare(_surface(), _surface(task))
    assert [(c.rule, c.symbol.name) for c in changes] == [
        ("client-class-renamed", "DrawResponseItem"),
        ("client-type-changed", "DrawResponse"),
    ]


def test_class_at_the_place_of_another() -> None:
    """Their fields differ, which is not said again."""
    task = _TASK.replace(
        "class DrawResponseItem(Response):\n    x:", "class Dot(Response):\n    y:"
    )
    task = task.replace("list[DrawResponseItem]", "list[Dot]")
    (change,) = compare(_surface(), _surface(task), {"DrawResponseItem": "Dot"})
    assert (change.rule, change.before, change.after) == (
        "client-class-renamed",
        "DrawResponseItem",
        "Dot",
    )


def test_methods() -> None:
    changes = compare(_surface(), _surface(resource=_RESOURCE.replace("def run", "def call")))
    assert [(c.rule, c.symbol.name) for c in changes] == [
        ("client-method-removed", "client.ai.run"),
        ("client-method-added", "client.ai.call"),
    ]
    changed = _RESOURCE.replace("model_name: str, params: object", "model: str, params: object")
    (change,) = compare(_surface(), _surface(resource=changed))
    assert (change.rule, change.before, change.after) == (
        "client-argument-changed",
        "model_name",
        "model",
    )


def test_the_order_of_keywords_is_no_change() -> None:
    def method(arguments: str) -> Surface:
        written = "model_name: str, params: object = None"
        return _surface(resource=_RESOURCE.replace(written, arguments))

    old = method("last, *, a, b")
    assert compare(old, method("last, *, b, a")) == ()
    (change,) = compare(old, method("b, *, last, a"))
    assert (change.rule, change.after) == ("client-argument-changed", "b, last, a")
