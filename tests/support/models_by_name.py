"""The small document with models by name, with a change of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import yaml_rs

from flaregen import config as configuration
from flaregen.config import Config
from flaregen.document import Source
from flaregen.reading.load import parse
from flaregen.understanding import Reading, understand
from tests.support.concepts import CONCEPTS

_CONCEPT = next(concept for concept in CONCEPTS if concept.name == "models_by_name")


def changed(change: Callable[[dict[str, Any]], None], *more: str) -> tuple[Config, Reading]:
    """What is understood of it. ``more`` are operations to choose next to the one for models."""
    root = yaml_rs.loads((_CONCEPT.folder / "spec.yaml").read_text(encoding="utf-8"))
    change(root)
    usual = configuration.load(None)
    operations = (*usual.operations, *more)
    config = replace(usual, operations=operations, names=None, overlays=(), project=False)
    text = json.dumps(root, default=str).encode()
    return config, understand(parse(Source("spec.json", text, "json")), config)
