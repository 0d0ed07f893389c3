"""How long a server asks to wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from flaregen.network import retrying
from flaregen.network.retrying import seconds_to_wait

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0),
        ("7", 7),
        (" 7 ", 7),
        ("-7", 0),
        ("soon", 0),
        ("\u0663", 0),
        ("Thu, 01 Jan 2026 12:00:30 GMT", 30),
        ("Thu, 01 Jan 2026 14:00:30 +0200", 30),
        ("Thu, 01 Jan 2026 12:00:30 -0000", 30),
        ("Thu, 01 Jan 2026 11:59:30 GMT", 0),
        ("Thu, 99 Jan 2026 12:00:30 GMT", 0),
    ],
)
def test_seconds_to_wait(header: str, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "_now", lambda: NOON)
    assert seconds_to_wait(header) == seconds


def test_a_date_counts_from_now() -> None:
    later = datetime.now(UTC) + timedelta(seconds=100)
    assert 90 < seconds_to_wait(later.strftime("%a, %d %b %Y %H:%M:%S GMT")) <= 100
