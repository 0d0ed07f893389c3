"""The slices of the guide are built from the newest full document, and their examples run."""

from __future__ import annotations

import re
import runpy
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.pipeline import generate
from flaregen.understanding import read
from tests.support.concepts import write
from tests.support.loopback import Answer, Received, envelope, serve
from tests.support.pinned import ROOT

_DOCUMENTS = sorted((ROOT.parent / "shared" / "upstream" / "full").glob("*.json.gz"))
_PAGE = (ROOT / "docs" / "slices.md").read_text(encoding="utf-8")
_SETTINGS = re.findall(r'```toml title="flaregen.toml"\n(.*?)```', _PAGE, re.DOTALL)
_EXAMPLES = re.findall(r'```python title="\w+.py"\n(.*?)```', _PAGE, re.DOTALL)
_ANSWERS: dict[str, Any] = {
    "GET /zones/023e105f4ecef8ad9ca31a8372d0c353/dns_records": [
        {"id": "1", "type": "A", "name": "www.example.com", "content": "192.0.2.1"}
    ],
    "POST /accounts/023e105f4ecef8ad9ca31a8372d0c353/r2/buckets": {"name": "reports"},
    "GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/workers/scripts": [{"id": "worker"}],
}
_PRINTED = ["www.example.com 192.0.2.1\n", "reports\nworker\n"]

pytestmark = pytest.mark.skipif(not _DOCUMENTS, reason="needs ../shared/upstream")


def _answer(request: Received) -> Answer:
    path, _, query = request.path.partition("?")
    if path.endswith("dns_records"):
        assert query == "type=A&per_page=100"
    if request.method == "POST":
        assert request.json() == {"name": "reports"}
    return envelope(_ANSWERS[f"{request.method} {path}"])


@pytest.mark.parametrize("number", range(len(_SETTINGS)))
@pytest.mark.filterwarnings("ignore:.*:UserWarning")  # the answers have some of their members
def test_a_slice(
    number: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = tomllib.loads(_SETTINGS[number])
    config = replace(
        configuration.load(None),
        operations=tuple(settings["operations"]),
        spec=str(_DOCUMENTS[-1]),
        overlays=(),
        names=None,
        package=settings["output"]["package"],
        project=False,
    )
    write(generate(config, read(config)), tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "example.py").write_text(_EXAMPLES[number], encoding="utf-8")
    with serve(_answer) as server:
        monkeypatch.setenv("CLOUDFLARE_BASE_URL", server.url)
        monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "token")
        runpy.run_path(str(tmp_path / "example.py"))["client"].close()
    assert capsys.readouterr().out == _PRINTED[number]
    assert settings["output"]["package"] in sys.modules
