"""How much of the service's own schemas the emitted models have types for."""

from __future__ import annotations

import importlib.util
import json
from typing import Any

import pytest

from tests.conftest import SHARED
from tests.support.pinned import ROOT

FACTS = SHARED / "facts" / "model-schemas.json"


@pytest.mark.skipif(not FACTS.exists(), reason="the schemas (../shared/facts) are not here")
def test_what_models_take_and_answer_is_typed() -> None:
    path = ROOT / "bench" / "typed_properties.py"
    spec = importlib.util.spec_from_file_location("typed_properties", path)
    assert spec is not None
    assert spec.loader is not None
    bench: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    rows = list(bench.counted(json.loads(FACTS.read_bytes())))
    asked = sum((row.input for row in rows), bench.Count())
    total = sum((row.output for row in rows), bench.Count())
    assert len(rows) == 109
    assert asked.typed / asked.all >= 0.98
    assert total.typed / total.all >= 0.95
