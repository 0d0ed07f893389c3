"""Whether and when a failed call is sent again."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from .errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    CloudflareError,
    QuotaExceededError,
    effective_status,
)

_FIRST_WAIT = 0.5
_REQUEST_TIMEOUT, _CONFLICT, _TOO_MANY, _SERVER_ERROR = 408, 409, 429, 500


class RetryPolicy(NamedTuple):
    """Waits are in seconds."""

    max_retries: int = 2
    max_wait: float = 60.0
    # A read time-out says nothing about the inference, which may be running and cost money.
    read_timeouts: bool = False


def retry_wait(error: CloudflareError, retries: int, policy: RetryPolicy) -> float | None:
    """Seconds to wait before the next try, or None to give up; `retries` were made already."""
    if retries >= policy.max_retries or not _worth_it(error, policy):
        return None
    if isinstance(error, APIStatusError) and error.retry_after is not None:
        return min(error.retry_after, policy.max_wait)
    # Full jitter spreads the clients that one failure has brought into step.
    return random.uniform(0, min(policy.max_wait, _FIRST_WAIT * 2**retries))  # noqa: S311


def _worth_it(error: CloudflareError, policy: RetryPolicy) -> bool:
    if isinstance(error, APITimeoutError):
        return error.transient or policy.read_timeouts
    if isinstance(error, APIConnectionError):
        return error.transient
    if not isinstance(error, APIStatusError) or isinstance(error, QuotaExceededError):
        return False
    advice = error.headers.get("x-should-retry", "").lower()
    if advice in {"true", "false"}:
        return advice == "true"
    status = effective_status(error.status_code, error.errors)
    return status in {_REQUEST_TIMEOUT, _CONFLICT, _TOO_MANY} or status >= _SERVER_ERROR


def parse_retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds from `Retry-After`, given as a number or as an HTTP date; None without sense."""
    value = headers.get("retry-after", "").strip()
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(value).timestamp() - time.time()
        except (ValueError, OverflowError):
            return None
    return max(seconds, 0.0) if seconds < float("inf") else None
