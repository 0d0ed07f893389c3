"""Every real version of the upstream document builds a client that imports and is called."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from flaregen import config as configuration
from flaregen.building import build
from flaregen.config import Config
from flaregen.diagnostic import DiagnosticError
from tests.conftest import SHARED
from tests.support.concepts import write
from tests.support.loopback import envelope, serve

_UPSTREAM = SHARED / "upstream"
_PATTERN = re.compile(rb'"/accounts/{[a-z_]+}/ai/run/{model_name}"')


pytestmark = pytest.mark.skipif(
    not _UPSTREAM.exists(), reason="the upstream documents (../shared/upstream) are not here"
)


def _documents(*, with_operation: bool) -> list[Path]:
    return [
        path
        for path in sorted(_UPSTREAM.glob("*/*.json.gz"))
        if bool(_PATTERN.search(gzip.decompress(path.read_bytes()))) == with_operation
    ]


def _config(document: Path) -> Config:
    return configuration.load(None).with_spec(str(document))


def _run(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


_CALL = """
import importlib, sys
for name in sys.argv[2:]:
    package = importlib.import_module(name)
    typed = hasattr(package, "TranslationParams")
    params = {"text": "a", "target_lang": "fr"}
    with package.Cloudflare(api_token="t", account_id="abc", base_url=sys.argv[1]) as client:
        given = package.TranslationParams(**params) if typed else params
        answer = client.ai.run("@cf/meta/m2m100-1.2b", given)
    assert (answer.translated_text if typed else answer["translated_text"]) == "un", name
"""


@pytest.mark.long
def test_all_build_to_clients_that_are_typed_and_called(tmp_path: Path) -> None:
    """One process builds them, one checks their types, and one calls them."""
    names = []
    for number, document in enumerate(_documents(with_operation=True)):
        config = replace(_config(document), package=f"client_{number}")
        write(build(config).files, tmp_path)
        names.append(config.package)
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / ".cache")]
    checked = _run([*mypy, *names], tmp_path)
    assert checked.returncode == 0, checked.stdout
    with serve(envelope({"translated_text": "un"})) as server:
        called = _run([sys.executable, "-W", "error", "-c", _CALL, server.url, *names], tmp_path)
    assert called.returncode == 0, called.stderr
    paths = {request.path for request in server.received}
    assert paths == {"/accounts/abc/ai/run/@cf/meta/m2m100-1.2b"}
    bodies = [request.json() for request in server.received]
    assert len(bodies) == len(names)
    assert all(body["text"] == "a" and body["target_lang"] == "fr" for body in bodies)


@pytest.mark.parametrize("document", _documents(with_operation=False), ids=lambda path: path.name)
def test_says_that_the_operation_is_missing(document: Path) -> None:
    with pytest.raises(DiagnosticError) as refused:
        build(_config(document))
    (finding,) = refused.value.diagnostics
    assert finding.code == "missing-operation"
    assert finding.message == 'The document has no operation "workers-ai-post-run-model".'
