"""Patterns that choose the path of each model are told apart from the operation for all of them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from flaregen import config
from flaregen.opening import gather
from flaregen.understanding import understand

_ROOT = Path(__file__).parents[2]
_RUN = "/accounts/{account_id}/ai/run/"


@pytest.mark.parametrize(
    ("patterns", "twice"),
    [
        ((f"{_RUN}*",), True),
        ((f"POST {_RUN}*", f"!{_RUN}@*"), False),
        ((f"POST {_RUN}{{model}}", f"POST {_RUN}@cf/baai/bge-m3"), False),
    ],
)
def test_models_that_are_operations_too(patterns: tuple[str, ...], twice: bool) -> None:
    own = replace(config.load(_ROOT / "flaregen.toml"), operations=patterns)
    reading = understand(gather(own).document, own)
    found = [one for one in reading.remarks if one.code == "model-chosen-twice"]
    assert [one.help for one in found] == [f'add "!{_RUN}@*" to `operations`'] * twice
    for one in found:
        said = r"takes \d+ models by name that are also chosen as operations\."
        assert re.fullmatch(re.escape(f"POST {_RUN}{{model_name}} ") + said, one.message)
