"""What the emitted resources derive from: their methods, which have the signatures, come down to these.

Arguments are an operation, the values that only its path takes, params, and all keywords: values for
the path that the client may hold, too, options, and fields.
"""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, TypeAlias, TypeVar, cast

from . import part
from .clients import BaseClient
from .operations import Fields, Operation
from .responses import AsyncRawResponse, RawResponse
from .sending import Exchange
from .waiting import run_blocking

# What the emitted methods, which come down to these, have a type for.
Typed: TypeAlias = Any

T = TypeVar("T")
Raw = TypeVar("Raw")


class Operations:
    """What resources of all kinds are."""

    def __init__(self, client: BaseClient, *, unread: bool = False) -> None:
        self._client, self._unread = client, unread

    def _nested(self, kind: Callable[..., T]) -> T:
        return kind(self._client, unread=self._unread)

    def _by_name(self, kind: str, operation: Operation, path: Fields) -> Typed:
        return part("runners").runner_of(kind, self, operation, path)


class _Answering(Operations, Generic[Raw]):
    """Operations that give answers; the class of those that give responses is next to theirs."""

    def _responding(self, *, unread: bool) -> Raw:
        cls = type(self)
        return cast(
            "Raw", getattr(sys.modules[cls.__module__], f"{cls.__name__}WithRawResponse")(self._client, unread=unread)
        )

    @cached_property
    def with_raw_response(self) -> Raw:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return self._responding(unread=False)

    @cached_property
    def with_streaming_response(self) -> Raw:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return self._responding(unread=True)


class Resource(_Answering[Raw]):
    """Operations that give answers."""

    # The methods that return what these give say its type.
    def _run(self, *call: Typed) -> T:  # type: ignore[type-var]
        if _wants_stream(*call):
            return self._stream(*call)
        return cast("T", run_blocking(Exchange(self._client, *call).answer()))

    def _stream(self, *call: Typed) -> T:  # type: ignore[type-var]
        return cast("T", part("streams").Stream(Exchange(self._client, *call, streaming=True)))

    def _stream_bytes(self, *call: Typed) -> T:  # type: ignore[type-var]
        return cast("T", part("streams").ByteStream(Exchange(self._client, *call)))

    def _batch(self, *call: Typed) -> T:  # type: ignore[type-var]
        return cast("T", run_blocking(part("batches").submit_batch(self._client, *call)))


class AsyncResource(_Answering[Raw]):
    """Operations that give answers, for asyncio and trio."""

    async def _run(self, *call: Typed) -> Typed:
        return self._stream(*call) if _wants_stream(*call) else await Exchange(self._client, *call).answer()

    def _stream(self, *call: Typed) -> T:  # type: ignore[type-var]
        return cast("T", part("streams").AsyncStream(Exchange(self._client, *call, streaming=True)))

    def _stream_bytes(self, *call: Typed) -> T:  # type: ignore[type-var]
        return cast("T", part("streams").AsyncByteStream(Exchange(self._client, *call)))

    async def _batch(self, *call: Typed) -> T:  # pyright: ignore[reportInvalidTypeVarUse]
        return cast("T", await part("batches").submit_batch(self._client, *call))


class RawResource(Operations):
    """Operations that give responses: read, or unread, sent by entering them and closed by leaving."""

    def _run(self, *call: Typed) -> Typed:
        return self._respond(Exchange(self._client, *call, streaming=_wants_stream(*call)))

    def _stream(self, *call: Typed) -> Typed:
        return self._respond(Exchange(self._client, *call, streaming=True))

    def _respond(self, exchange: Exchange) -> Typed:
        if exchange.io.waits:
            return AsyncRawResponse(exchange, unread=self._unread)
        if not self._unread:
            run_blocking(exchange.response(unread=False))
        return RawResponse(exchange, unread=self._unread)


def _wants_stream(operation: Operation, _path: Fields, params: object, keywords: Fields) -> bool:
    """Whether a call in keyword form asks for a stream, as those of the official client do."""
    return params is None and bool(operation.flag) and keywords.get(operation.flag) is True
