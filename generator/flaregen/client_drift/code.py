"""How the code of two clients differs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from flaregen.client_drift.clients import Client, clients
from flaregen.config import Config
from flaregen.document import Document
from flaregen.pipeline import generate
from flaregen.rendered import RenderedFile


def code_difference(old: Document, new: Document, config: Config) -> str:
    """A unified diff of the emitted client. Empty where it stays the same.

    A document that no client can be made from counts as one without files.
    """
    pair = clients(old, new, config)
    before, after = _files(pair.old), _files(pair.new)
    return "\n".join(
        line
        for path in sorted({*before, *after})
        for line in _difference(path, before.get(path, b""), after.get(path, b""))
    )


def _files(client: Client) -> dict[str, bytes]:
    if client.reading is None:
        return {}
    files: tuple[RenderedFile, ...] = generate(client.config, client.reading)
    return {str(file.path): file.content for file in files}


def _difference(path: str, before: bytes, after: bytes) -> Iterator[str]:
    return difflib.unified_diff(
        before.decode().splitlines(),
        after.decode().splitlines(),
        f"old/{path}" if before else "/dev/null",
        f"new/{path}" if after else "/dev/null",
        lineterm="",
    )
