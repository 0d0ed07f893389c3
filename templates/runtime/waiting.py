"""The two ways to wait: blocking a thread, or suspending a task of asyncio or trio.

What waits is written once, as coroutines. Those of the client for threads wait for I/O that blocks, so they never
suspend, and `run_blocking` runs them to their end. A deadline is a moment of `time.monotonic`.
"""

# ruff: noqa: ANN401  # httpx2.Client and AsyncClient have no base that sends
from __future__ import annotations

import sys
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from inspect import isawaitable
from typing import Any, TypeVar, cast

import httpx2

T = TypeVar("T")

NEVER = float("inf")
# Until when the I/O of this thread may block.
block_until: ContextVar[float] = ContextVar("block_until", default=NEVER)
_CLOSING = 1.0
# By so much, event loops may end a wait before its moment.
_CLOCKS = 0.02
_UNLIMITED = nullcontext()


def run_blocking(waiting: Awaitable[T]) -> T:
    """What a coroutine over `ThreadIO` returns."""
    try:
        next(waiting.__await__())
    except StopIteration as done:
        value: T = done.value
        return value
    raise RuntimeError("A coroutine of the client for threads waits for an event loop")


def blocking(pieces: AsyncGenerator[T]) -> Generator[T]:
    """The pieces of a generator over `ThreadIO`, for threads."""
    try:
        while True:
            yield run_blocking(anext(pieces))
    except StopAsyncIteration:
        return
    finally:
        run_blocking(pieces.aclose())


def moment_in(seconds: float | None) -> float:
    return NEVER if seconds is None else time.monotonic() + seconds


def is_past(moment: float) -> bool:
    """Whether the moment has come, by the clock of any event loop."""
    return time.monotonic() >= moment - _CLOCKS


@contextmanager
def _blocking_until(moment: float) -> Iterator[None]:
    before = block_until.set(min(moment, block_until.get()))
    try:
        yield
    finally:
        block_until.reset(before)


class ThreadIO:
    """Input and output that block. Clients and responses are those of httpx2."""

    make: type[Any] = httpx2.Client
    waits = False

    def loop(self) -> object:
        """What connections belong to."""
        return None

    async def send(self, http: Any, request: httpx2.Request) -> httpx2.Response:
        return cast("httpx2.Response", http.send(request, stream=True, follow_redirects=False))

    async def pieces(self, response: httpx2.Response, size: int | None = None) -> AsyncGenerator[bytes]:
        for piece in response.iter_bytes(size):
            yield piece

    async def close(self, closable: Any) -> None:
        closable.close()

    async def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def offload(self, function: Callable[..., T], *arguments: Any) -> T:
        """Run what takes its time where nobody waits for it meanwhile."""
        return function(*arguments)

    async def finish(self, outcome: object) -> None:
        """Await what a callback returned. Raises TypeError where that can only be awaited by tasks."""
        if isawaitable(outcome):
            getattr(outcome, "close", bool)()
            raise TypeError(
                "`on_drift` returned what has to be awaited: pass a plain function, or use the async client"
            )

    def within(self, moment: float) -> AbstractContextManager[object]:
        """Until then; what takes longer raises an error of httpx2, or TimeoutError."""
        return _UNLIMITED if moment == NEVER else _blocking_until(moment)


class TaskIO:
    """Input and output for asyncio and trio, by anyio, which is what httpx2 runs on."""

    make: type[Any] = httpx2.AsyncClient
    waits = True

    def loop(self) -> object:
        asyncio, trio = sys.modules.get("asyncio"), sys.modules.get("trio")
        for running in (asyncio and asyncio.get_running_loop, trio and trio.lowlevel.current_trio_token):
            try:
                if running:
                    return running()
            except RuntimeError:
                pass
        return None

    def watch(self, http: Any) -> AsyncGenerator[None]:
        """Begun by the first task of an event loop, which ends it when the loop ends."""
        watching = _closed_with_its_loop(http)
        run_blocking(anext(watching))
        return watching

    async def send(self, http: Any, request: httpx2.Request) -> httpx2.Response:
        return cast("httpx2.Response", await http.send(request, stream=True, follow_redirects=False))

    def pieces(self, response: httpx2.Response, size: int | None = None) -> AsyncGenerator[bytes]:
        return response.aiter_bytes(size)

    async def close(self, closable: Any) -> None:
        await closable.aclose()

    async def sleep(self, seconds: float) -> None:
        import anyio

        await anyio.sleep(seconds)

    async def offload(self, function: Callable[..., T], *arguments: Any) -> T:
        import anyio.to_thread

        return await anyio.to_thread.run_sync(function, *arguments)

    async def finish(self, outcome: object) -> None:
        if isawaitable(outcome):
            await outcome

    def within(self, moment: float) -> AbstractContextManager[object]:
        if moment == NEVER:
            return _UNLIMITED
        import anyio

        return anyio.fail_after(max(0.0, moment - time.monotonic()))


async def _closed_with_its_loop(http: httpx2.AsyncClient) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        import anyio

        # Trio ends generators in what is cancelled already.
        with anyio.move_on_after(_CLOSING, shield=True):
            await http.aclose()
