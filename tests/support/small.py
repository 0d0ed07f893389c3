"""The pinned document with the models of a few tasks, which is read in half the time."""

from __future__ import annotations

import json
from functools import cache

from tests.support.pinned import ROOT

_TASKS = {"Translation", "Text To Image", "Summarization"}
_MODEL = "/ai/run/@"


@cache
def small_document() -> str:
    """The document as JSON, written as the pinned one is."""
    root = json.loads((ROOT / "spec" / "openapi.json").read_text(encoding="utf-8"))
    root["paths"] = {path: item for path, item in root["paths"].items() if _kept(path, item)}
    return json.dumps(root, indent=2) + "\n"


def _kept(path: str, item: dict[str, dict[str, list[str]]]) -> bool:
    tags = {tag.removeprefix("Workers AI ") for tag in item.get("post", {}).get("tags", ())}
    return _MODEL not in path or not tags.isdisjoint(_TASKS)
