"""What all tests share: accepting changed goldens, and finding the upstream documents."""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import tempfile
from functools import partial
from pathlib import Path

import hypothesis
import pytest
import yaml_rs

from flaregen import resources

# How long an example takes is no property of what is tested. The same commit draws the same
# examples, so that a change alone turns CI red; FLAREGEN_RANDOM draws others.
hypothesis.settings.register_profile(
    "flaregen", deadline=None, derandomize="FLAREGEN_RANDOM" not in os.environ
)
hypothesis.settings.load_profile("flaregen")

SHARED = Path(__file__).parents[2] / "shared"
_SMALL = Path(__file__).parent / "golden" / "one_variant" / "spec.yaml"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is expected anew")


def pytest_configure(config: pytest.Config) -> None:
    # Else each client reads all certificates that the system trusts: that takes longer than most
    # tests, none of which calls a service that they are for.
    os.environ["SSL_CERT_FILE"] = str(Path(__file__).parent / "support" / "authority.pem")
    # Answers of this run alone, and none in the folder of whoever runs it.
    folder = tempfile.mkdtemp(prefix="flaregen-cache-")
    os.environ["FLAREGEN_CACHE_DIR"] = folder
    config.add_cleanup(partial(shutil.rmtree, folder, ignore_errors=True))
    if config.getoption("--accept") and os.environ.get("CI"):
        raise pytest.UsageError("goldens are accepted by people, not by CI: unset CI")
    # A shell that has put the tests into the background lets them, and what they start, ignore it.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    # Else each collection of garbage goes through all tests, and the documents that they hold.
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def accept(pytestconfig: pytest.Config) -> bool:
    """Whether to write expectations instead of comparing with them."""
    return bool(pytestconfig.getoption("--accept"))


@pytest.fixture
def small_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship a document of one operation: for what is about the project, not about its client."""
    folder = tmp_path / "shipped"
    (folder / "overlays").mkdir(parents=True)
    root = yaml_rs.loads(_SMALL.read_text(encoding="utf-8"))
    (folder / "openapi.json").write_text(json.dumps(root))
    (folder / "names.toml").touch()
    monkeypatch.setattr(resources, "spec_directory", lambda: folder)
