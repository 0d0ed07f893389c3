"""CPU time of functions that take turns, so that a busy machine disturbs all alike."""

from __future__ import annotations

import gc
import json
import random
import statistics
import time
from collections.abc import Callable, Mapping

SMALL = json.dumps(
    {
        "result": {
            "response": "Paris is the capital of France.",
            "usage": {"prompt_tokens": 12, "completion_tokens": 8, "total_tokens": 20},
        },
        "success": True,
        "errors": [],
        "messages": [],
    }
).encode()
EVENTS = 10_000


def embeddings() -> bytes:
    """An answer of 100 vectors of 1,024 numbers."""
    source = random.Random(1)
    data = [[source.random() for _ in range(1024)] for _ in range(100)]
    result = {"shape": [100, 1024], "data": data}
    return json.dumps({"result": result, "success": True, "errors": [], "messages": []}).encode()


def event_pieces() -> list[bytes]:
    """A stream of events, in pieces of 4 KiB; without [DONE], which the official SDK trips on."""
    lines = [b'data: {"response":"token %d","p":"abcdefgh"}\n\n' % n for n in range(EVENTS)]
    lines.append(b'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n')
    content = b"".join(lines)
    return [content[start : start + 4096] for start in range(0, len(content), 4096)]


def medians(
    works: Mapping[str, Callable[[], object]], *, times: int, runs: int
) -> dict[str, float]:
    """CPU seconds of one call of each, by name."""
    for work in works.values():
        work()
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            gc.collect()
            start = time.process_time()
            for _ in range(times):
                work()
            spent[name].append((time.process_time() - start) / times)
    return {name: statistics.median(seconds) for name, seconds in spent.items()}
