"""One prepared request: plain data between building, sending and reading an answer."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from typing import NamedTuple

import httpx2

from .drift import DriftPolicy, SchemaDrift
from .errors import RequestInfo


class RetryPolicy(NamedTuple):
    """When a call is sent again. Waits are in seconds."""

    max_retries: int
    max_wait: float
    # Whether also what the service may have received, which may pay for an inference twice.
    retry_reads: bool = False


class Call(NamedTuple):
    """A request, and how its outcome is to be read."""

    info: RequestInfo
    url: httpx2.URL
    headers: httpx2.Headers
    content: bytes
    # What errors may not repeat; polling for a batch sends something else.
    confidential: bytes
    timeout: httpx2.Timeout
    # Seconds for the call with its retries; None for any time.
    deadline: float | None
    max_bytes: int
    policy: RetryPolicy
    on_drift: DriftPolicy
    # What the answer may be; several types where the call leaves it open.
    answers: tuple[object, ...]
    variant: str
    model: str
    # Media types by which the answer is a file.
    files: tuple[str, ...] = ()
    # Whether the answer has no envelope, and whether it may have no body.
    bare: bool = False
    empty: bool = False
    # What it may be where a stream was asked for and the model makes none.
    whole: tuple[object, ...] = ()
    # Where the request itself differs from the schema.
    drifts: tuple[SchemaDrift, ...] = ()
    # What fits instead, for the end of the message.
    advice: str = ""

    # That of a tuple would show credentials and what is asked.
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.url.copy_with(query=None)}>"
