"""Which references lead into a circle."""

from __future__ import annotations

import pytest

from flaregen.openapi.references import References, circular
from tests.names.documents import TEXT, document, obj
from tests.support.openapi import ref


@pytest.mark.parametrize(
    ("components", "expected"),
    [
        ({"A": obj(b=ref("B")), "B": obj(t=TEXT)}, set()),
        ({"A": obj(a=ref("A"))}, {"A"}),
        ({"A": obj(b=ref("B")), "B": obj(a=ref("A")), "C": obj(t=TEXT)}, {"A", "B"}),
        # What leads into a circle, and is not in it.
        (
            {"A": obj(b=ref("B")), "B": obj(b=ref("B")), "C": obj(t=ref("D")), "D": TEXT},
            {"A", "B"},
        ),
        ({"A": obj(x=ref("Missing"))}, set()),
    ],
)
def test_what_leads_into_a_circle(components: dict[str, object], expected: set[str]) -> None:
    found = document({}, **components, All={"allOf": [ref(name) for name in components]})
    names = {one.rpartition("/")[2] for one in circular(found.root, References(found, strict=True))}
    assert names == expected
