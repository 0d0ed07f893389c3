"""What some things lead to, by way of what is inside of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def reached(starts: Sequence[K], inside: Callable[[K], Iterable[K]]) -> list[K]:
    """The starts and everything inside of them, depth first, each once."""
    found: dict[K, None] = {}
    waiting = list(reversed(starts))
    while waiting:
        if (key := waiting.pop()) not in found:
            found[key] = None
            waiting += reversed(list(inside(key)))
    return list(found)


def fewest_steps(
    starts: Iterable[tuple[int, int]], inside: Callable[[int], Iterable[tuple[int, int]]]
) -> dict[int, int]:
    """The fewest steps to everything that numbers lead to; each comes with the steps to it."""
    found: dict[int, int] = {}
    waiting = [(steps, number) for number, steps in starts]
    heapify(waiting)
    while waiting:
        steps, number = heappop(waiting)
        if number not in found:
            found[number] = steps
            for inner, more in inside(number):
                heappush(waiting, (steps + more, inner))
    return found
