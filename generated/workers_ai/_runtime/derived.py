"""Methods that differ from those for threads in what comes out of them, which the class that has them decides."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar, cast

from .responses import AsyncRawResponse, RawResponse

P = ParamSpec("P")
T = TypeVar("T")
# What runs has no types of its own: signatures come from the method.
_Untyped: TypeAlias = Any


def as_async(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]:
    """The method for asyncio and trio, whose class runs it so."""

    @wraps(method)
    async def awaited(*args: _Untyped, **keywords: _Untyped) -> _Untyped:
        return await cast("_Untyped", method)(*args, **keywords)

    return cast("Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]", awaited)


def as_raw(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], RawResponse[T]]:
    """The method with the response in place of its answer, which the class that has it gives."""
    return cast("Callable[Concatenate[Any, P], RawResponse[T]]", method)


def as_async_raw(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], AsyncRawResponse[T]]:
    """The same for asyncio and trio."""
    return cast("Callable[Concatenate[Any, P], AsyncRawResponse[T]]", method)
