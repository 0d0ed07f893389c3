"""What the docs say of an operation apart from its contract."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.schemas.extract import notes


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({}, ()),
        ({"deprecated": False, "x-cfPlanAvailability": {"free": True, "pro": True}}, ()),
        ({"deprecated": True}, ("Deprecated.",)),
        (
            {"x-cfDeprecation": {"description": " Use tunnels. ", "eol": "2024-02-04"}},
            ("Deprecated. Use tunnels. It ends on 2024-02-04.",),
        ),
        (
            {"x-api-token-group": ["DNS Write", "Zone Read", 7]},
            ("The token needs one of: DNS Write, Zone Read.",),
        ),
        (
            {"x-cfPermissionsRequired": {"enum": ["#zone:read"]}},
            ("Permissions: #zone:read.",),
        ),
        (
            {"x-cfPlanAvailability": {"business": False, "enterprise": True, "free": False}},
            ("Plans: enterprise.",),
        ),
        ({"x-cfPlanAvailability": {"free": False}}, ("Plans: none.",)),
        (
            {"x-cfPermissionsRequired": "x", "x-api-token-group": {}, "x-cfDeprecation": []},
            (),
        ),
    ],
)
def test_notes(raw: Any, said: tuple[str, ...]) -> None:
    assert notes(raw) == said
