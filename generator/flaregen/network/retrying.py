"""The one loop that asks again."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

import httpx2

T = TypeVar("T")


class BrokenOffError(Exception):
    """The server stopped before the end, or took too long."""


class RetryLaterError(Exception):
    """The server is busy or broken and may recover; ``seconds`` is how long it asks to wait."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class GaveUpError(Exception):
    """No attempt worked; the message has what each failed with, once."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often to ask, and for how long: seconds, and a moment of ``time.monotonic``."""

    attempts: int
    pause: float
    longest: float = float("inf")
    until: float = float("inf")


def retried(attempt: Callable[[], T], patience: Patience) -> T:
    """Make an attempt, and again after a failure that may pass. Raises GaveUpError."""
    failures: list[str] = []
    for number in range(patience.attempts):
        try:
            return attempt()
        except (BrokenOffError, RetryLaterError, httpx2.TransportError, OSError) as error:
            failures.append(str(error) or type(error).__name__)
            asked = error.seconds if isinstance(error, RetryLaterError) else 0.0
        pause = min(max(asked, patience.pause * 2**number), patience.longest)
        if time.monotonic() + pause > patience.until or number + 1 == patience.attempts:
            break
        time.sleep(pause)
    raise GaveUpError("; ".join(dict.fromkeys(failures)))


def seconds_to_wait(header: str) -> float:
    """``Retry-After`` is a number of seconds or a date (RFC 9110, section 10.2.3)."""
    header = header.strip()
    if header.isascii() and header.isdecimal():
        return float(header)
    try:
        moment = email.utils.parsedate_to_datetime(header)
        # A date of an unknown zone has none at all.
        return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - _now()).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0


def _now() -> datetime:
    return datetime.now(UTC)
