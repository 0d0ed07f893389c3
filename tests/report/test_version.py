"""What the document's version says of breaking changes."""

from __future__ import annotations

import pytest

from flaregen.report.version import version_change
from tests.drift.settings import document


@pytest.mark.parametrize(
    ("old", "new", "quiet", "breaking"),
    [
        ("1.0.0", "1.0.0", None, "version-not-bumped"),
        ("1.0.0", "2.0.0", "version-changed", "version-changed"),
        ("1.0.0", "1.1.0", "version-changed", "major-version-not-bumped"),
        ("1.1.0", "1.0.0", "version-changed", "version-decreased"),
        ("0.1.0", "0.2.0", "version-changed", "version-changed"),
        ("0.1.0", "0.1.1", "version-changed", "major-version-not-bumped"),
        ("v1.0.0", "v2.0.0-rc.1+b", "version-changed", "version-changed"),
        ("2026-01", "2026-01", None, None),
        (None, "1.0.0", "version-changed", "version-changed"),
    ],
)
def test_versions(old: str | None, new: str, quiet: str | None, breaking: str | None) -> None:
    first, second = ({"info": {"version": one} if one else {}} for one in (old, new))
    for said, is_breaking in ((quiet, False), (breaking, True)):
        change = version_change(document(first), document(second), breaking=is_breaking)
        assert (change and change.id) == said
        if change is not None:
            assert (change.old, change.new) == (old, new)
            assert (change.old_pointer is None) == (old is None)


@pytest.mark.parametrize("side", ["old", "new"])
def test_an_address_with_a_version_keeps_it(side: str) -> None:
    info = {"info": {"version": "1.0.0"}}
    within = {**info, "servers": [{"url": "https://api.example/v4"}]}
    pair = (within, info) if side == "old" else (info, within)
    old, new = (document(one) for one in pair)
    assert version_change(old, new, breaking=True) is None
