"""The HTTP client behind a client and its copies."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

import httpx2

H = TypeVar("H", httpx2.Client, httpx2.AsyncClient)


class Connections(Generic[H]):
    """An HTTP client: one of the caller's, or one made here, once for each process.

    After a fork the child makes its own, since two processes on one connection
    would read each other's answers.
    """

    def __init__(self, given: H | None, make: Callable[[], H]) -> None:
        self._make: Callable[[], H] = make
        self._given: H | None = given
        self._made: H | None = None if given is not None else make()
        self._lock = threading.Lock()
        if given is None:
            _own.add(self)

    @property
    def client(self) -> H:
        client = self._given or self._made
        return client if client is not None else self._again()

    @property
    def owned(self) -> H | None:
        """The client that is ours to close."""
        return self._made

    def forget(self) -> None:
        """Let go of what belongs to the parent process, its lock included."""
        self._made = None
        self._lock = threading.Lock()

    def _again(self) -> H:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


_own: weakref.WeakSet[Connections[httpx2.Client] | Connections[httpx2.AsyncClient]] = (
    weakref.WeakSet()
)


def _after_fork() -> None:
    for connections in list(_own):
        connections.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
