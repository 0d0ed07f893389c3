"""The harnesses, on what was found before, and for some seconds on what was not.

FLAREGEN_FUZZ_SECONDS says for how long in all; unless it is set, it is 15 seconds that begin with
the same inputs each time.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.harnesses import HARNESSES
from tests.support.pinned import ROOT

_CORPUS = Path(__file__).parent / "corpus"
_KNOWN = sorted(path for path in _CORPUS.rglob("*") if path.is_file())
_SECONDS = int(os.environ.get("FLAREGEN_FUZZ_SECONDS", "15"))
_SEED = [] if "FLAREGEN_FUZZ_SECONDS" in os.environ else ["-seed=1"]
_WEIGHTS = {"build": 5}


@pytest.mark.parametrize("path", _KNOWN, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_before(path: Path) -> None:
    HARNESSES[path.parent.name](path.read_bytes())


def test_every_harness_has_a_corpus() -> None:
    assert {path.parent.name for path in _KNOWN} == set(HARNESSES)
    assert sum(path.stat().st_size for path in _KNOWN) < 100_000


@pytest.mark.long
@pytest.mark.parametrize("name", HARNESSES)
def test_what_nobody_has_thought_of(name: str, tmp_path: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed: make fuzz, or pip install '.[fuzz]'")
    weights = {harness: _WEIGHTS.get(harness, 1) for harness in HARNESSES}
    seconds = max(1, _SECONDS * weights[name] // sum(weights.values()))
    shutil.copytree(_CORPUS / name, tmp_path / "corpus")
    done = subprocess.run(
        [
            *[sys.executable, "-m", "tests.fuzz.run", name, str(tmp_path / "corpus")],
            *[f"-max_total_time={seconds}", f"-artifact_prefix={tmp_path}/", "-max_len=1024"],
            # Else inputs stay short for minutes, and so do the documents that are made of them.
            "-len_control=0",
            *_SEED,
            *["-rss_limit_mb=2500", "-timeout=60", "-print_final_stats=1"],
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = [path for path in tmp_path.iterdir() if path.is_file()]
    assert done.returncode == 0, (
        f"{done.stderr[-4000:]}\nrun it again with {[path.name for path in found]}; "
        f"keep it in tests/fuzz/corpus/{name}/"
    )
    assert "stat::number_of_executed_units" in done.stderr


def test_without_the_fuzzer_it_says_how_to_install_it() -> None:
    # None in the place of a module is a module that cannot be found.
    program = (
        "import runpy, sys; sys.modules['atheris'] = None; "
        "runpy.run_module('tests.fuzz.run', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "the fuzzer is not installed: make fuzz installs it\n"
