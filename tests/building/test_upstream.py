"""Every real version of the upstream document builds a client that imports and is called."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED
from tests.support.loopback import envelope, serve

_UPSTREAM = SHARED / "upstream"
_PATTERN = re.compile(rb'"/accounts/{[a-z_]+}/ai/run/{model_name}"')


def _documents(*, with_operation: bool) -> list[Any]:
    found = sorted(_UPSTREAM.glob("*/*.json.gz"))
    if not found:
        return [
            pytest.param(None, marks=pytest.mark.skip(reason="../shared/upstream is not there"))
        ]
    return [
        pytest.param(path, id=path.name)
        for path in found
        if bool(_PATTERN.search(gzip.decompress(path.read_bytes()))) == with_operation
    ]


def _flaregen(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from flaregen.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


_CALL = """
import sys, json
import workers_ai
names = [n for n in workers_ai.__all__ if n.endswith("Params") and n != "AIRunParams"]
params = workers_ai.TranslationParams(text="a", target_lang="fr") if names else {"text": "a"}
with workers_ai.Cloudflare(api_token="t", account_id="abc", base_url=sys.argv[1]) as client:
    answer = client.ai.run("@cf/meta/m2m100-1.2b", params)
print(answer.translated_text if names else answer["translated_text"])
"""


@pytest.mark.parametrize("document", _documents(with_operation=True))
def test_builds(document: Path, tmp_path: Path) -> None:
    done = _flaregen("build", "--spec", str(document), "--output", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / ".cache")]
    checked = subprocess.run(
        [*mypy, "workers_ai"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    with serve(envelope({"translated_text": "un"})) as server:
        called = subprocess.run(
            [sys.executable, "-W", "error", "-c", _CALL, server.url],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert (called.returncode, called.stdout) == (0, "un\n"), called.stderr
    assert server.last.path == "/accounts/abc/ai/run/@cf/meta/m2m100-1.2b"
    sent = server.last.json()
    assert sent["text"] == "a"


@pytest.mark.parametrize("document", _documents(with_operation=False))
def test_says_that_the_operation_is_missing(document: Path, tmp_path: Path) -> None:
    done = _flaregen("build", "--spec", str(document), "--output", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 2
    assert "error[missing-operation]" in done.stderr
    assert 'The document has no operation "workers-ai-post-run-model".' in done.stderr
    assert not list(tmp_path.iterdir())
