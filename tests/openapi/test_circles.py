"""Which references lead into a circle."""

from __future__ import annotations

import pytest

from flaregen.openapi.circles import circular
from flaregen.openapi.references import References
from tests.names.documents import TEXT, document, obj


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("components", "expected"),
    [
        ({"A": obj(b=_ref("B")), "B": obj(t=TEXT)}, set()),
        ({"A": obj(a=_ref("A"))}, {"A"}),
        ({"A": obj(b=_ref("B")), "B": obj(a=_ref("A")), "C": obj(t=TEXT)}, {"A", "B"}),
        # What leads into a circle, and is not in it.
        (
            {"A": obj(b=_ref("B")), "B": obj(b=_ref("B")), "C": obj(t=_ref("D")), "D": TEXT},
            {"A", "B"},
        ),
        ({"A": obj(x=_ref("Missing"))}, set()),
    ],
)
def test_what_leads_into_a_circle(components: dict[str, object], expected: set[str]) -> None:
    found = document({}, **components, All={"allOf": [_ref(name) for name in components]})
    names = {one.rpartition("/")[2] for one in circular(found.root, References(found, strict=True))}
    assert names == expected
