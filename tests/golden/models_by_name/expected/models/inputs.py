"""What several models take: messages, tools, settings. Checkers alone load it."""

from __future__ import annotations

from typing import TypedDict

from .._runtime.options import RequestOptions


class CallOptions(RequestOptions, total=False):
    """What calls take in addition to the members of a request."""

    account_id: str | None


class QueuedRequest(TypedDict, total=False):
    """What a request of a batch has in addition to its members."""

    external_reference: str
    """A name of its own, that comes back with its answer. Default: its number."""
