"""Embed many texts in batches, and find those that are closest to a question."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from workers_ai import Cloudflare, TextEmbeddingsParams

MODEL = "@cf/baai/bge-m3"
TEXTS = [
    "Workers run close to users.",
    "R2 stores objects.",
    "D1 is a database.",
    "Queues deliver messages.",
]
Vector = Sequence[float]


def embed(client: Cloudflare, texts: Sequence[str], size: int = 2) -> Iterator[Vector]:
    """A vector for each text, in order. ``size`` is the number of texts in a request, up to 100."""
    groups = [texts[start : start + size] for start in range(0, len(texts), size)]
    handle = client.ai.batch(MODEL, [TextEmbeddingsParams(text=group) for group in groups])
    for answer in handle.wait(timeout=600):
        yield from answer.data or ()


def similarity(one: Vector, other: Vector) -> float:
    product = sum(a * b for a, b in zip(one, other, strict=True))
    return product / (math.hypot(*one) * math.hypot(*other))


def main() -> None:
    with Cloudflare() as client:
        vectors = list(embed(client, TEXTS))
        answer = client.ai.run(MODEL, TextEmbeddingsParams(text=["Where do I keep files?"]))
        question = (answer.data or [[]])[0]
    scores = [similarity(question, vector) for vector in vectors]
    for score, text in sorted(zip(scores, TEXTS, strict=True), reverse=True):
        print(f"{score:.2f}  {text}")


if __name__ == "__main__":
    main()
