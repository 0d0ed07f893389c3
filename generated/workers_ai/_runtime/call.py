"""One prepared request: plain data between building, sending and reading an answer."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from typing import NamedTuple

import httpx2

from .bodies import RequestBody
from .errors import RequestInfo
from .operations import Operation
from .options import RetryPolicy, Settings
from .waiting import TaskIO, ThreadIO


class Call(NamedTuple):
    """A request, and how its outcome is to be read."""

    settings: Settings
    operation: Operation
    # What errors may not repeat, and what the answer may be.
    body: RequestBody
    # What is sent; polling for a batch sends something else than the body.
    content: bytes
    info: RequestInfo
    url: httpx2.URL
    headers: httpx2.Headers
    timeout: httpx2.Timeout
    # Seconds for the call with its retries; None for any time.
    deadline: float | None
    policy: RetryPolicy
    model: str

    @property
    def io(self) -> ThreadIO | TaskIO:
        return self.settings.io

    # That of a tuple would show credentials and what is asked.
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.url.copy_with(query=None)}>"
