"""How the code of two clients differs."""

from __future__ import annotations

from pathlib import PurePosixPath

from flaregen.client_drift.clients import Client, clients
from flaregen.config import Config
from flaregen.differences import unified
from flaregen.document import Document
from flaregen.pipeline import generate


def code_difference(old: Document, new: Document, config: Config) -> str:
    """A unified diff of the emitted client. Empty where it stays the same.

    A document that no client can be made from counts as one without files.
    """
    pair = clients(old, new, config)
    before, after = _files(pair.old), _files(pair.new)
    return "\n".join(
        line
        for path in sorted({*before, *after})
        for line in unified(path, ("old", "new"), before.get(path), after.get(path))
    )


def _files(client: Client) -> dict[PurePosixPath, bytes]:
    if client.reading is None:
        return {}
    return {file.path: file.content for file in generate(client.config, client.reading)}
