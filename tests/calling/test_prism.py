"""An independent server: Prism serves the pinned document and validates what the client sends.

It matches no slash in a path parameter, so that the paths of the models are called;
their bodies are those of the task alone. ``npm install --prefix .ci/node`` brings it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import workers_ai

from tests.runtime.callers import Caller
from tests.support.documents import sample
from tests.support.pinned import ROOT, Case, cases

_INSTALLED = ROOT / ".ci" / "node" / "node_modules" / ".bin" / "prism"
_PRISM = str(_INSTALLED) if _INSTALLED.exists() else shutil.which("prism")
_LISTENING = re.compile(r"listening on (http://127\.0\.0\.1:\d+)")

pytestmark = pytest.mark.skipif(
    _PRISM is None or shutil.which("node") is None,
    reason="Prism is not installed: npm install --prefix .ci/node",
)


@pytest.fixture(scope="module")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("prism") / "log"
    command = [str(_PRISM), "mock", "--port", "0", "--host", "127.0.0.1"]
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, str(ROOT / "spec" / "openapi.json")], stdout=output, stderr=output
        )
    try:
        yield _address(process, log)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(600):
        if found := _LISTENING.search(log.read_text()):
            return found[1]
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    pytest.fail(f"Prism did not start:\n{log.read_text()}")


def _modelled() -> list[Case]:
    return [case for case in cases() if case.task.models]


def _params(case: Case, *, full: bool) -> Any:
    document = sample(case.variant.cls.schema, full=full)
    document.pop(case.variant.variant.stream_flag, None)
    bounds = {f.wire: dict(f.schema.constraints) for f in case.variant.cls.fields}
    for wire, value in document.items():
        low = bounds[wire].get("minimum")
        high = bounds[wire].get("maximum")
        if isinstance(value, int | float) and isinstance(low, int | float) and value < low:
            document[wire] = low
        if isinstance(value, int | float) and isinstance(high, int | float) and value > high:
            document[wire] = high
    return getattr(workers_ai, case.variant.cls.name).from_dict(document)


@pytest.mark.parametrize("mode", ["threads", "asyncio"])
@pytest.mark.parametrize("full", [False, True], ids=["required", "full"])
@pytest.mark.parametrize("case", _modelled(), ids=str)
def test_requests_are_valid(case: Case, full: bool, mode: str, prism: str) -> None:
    caller = Caller(mode, prism)
    caller.options.update(max_retries=0, on_drift="ignore")
    arguments = case.task.models[0], _params(case, full=full)

    async def parallel(client: workers_ai.AsyncCloudflare) -> Any:
        return await client.ai.with_raw_response.run(*arguments)

    response = caller.call(lambda client: client.ai.with_raw_response.run(*arguments), parallel)
    assert response.status_code == 200
    assert "sl-violations" not in response.headers


def test_prism_does_validate(prism: str) -> None:
    """Without this the tests above could not fail."""
    case = next(c for c in _modelled() if len(c.variant.cls.schema.required) > 1)
    path = f"{prism}/accounts/abc/ai/run/{case.task.models[0]}"
    answer = httpx2.post(path, json={}, headers={"Authorization": "Bearer token"})
    assert answer.status_code == 400
