"""An independent server: Prism serves the pinned document and validates what the client sends.

It matches no slash in a path parameter, so that the paths of the models are called. Each
has a body of its own: a variant is sent to the first model that takes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
import workers_ai

from tests.runtime.callers import Caller
from tests.support.documents import sample
from tests.support.pinned import ROOT, Case, cases
from tests.support.prism import NEEDS_PRISM, served
from tests.support.service import takes

_BODIES = ("required", "full")

pytestmark = NEEDS_PRISM


@pytest.fixture(scope="module")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(ROOT / "spec" / "openapi.json", tmp_path_factory.mktemp("prism") / "log") as url:
        yield url


@dataclass(frozen=True)
class Request:
    """A body of a variant, and the model that takes it."""

    case: Case
    body: dict[str, Any]
    model: str


def _requests() -> list[Any]:
    bodies = (
        (case, name, _body(case, full=name == "full")) for case in cases() for name in _BODIES
    )
    return [
        pytest.param(Request(case, body, models[0]), id=f"{case}-{name}")
        for case, name, body in bodies
        if (models := [model for model in case.task.models if takes(model, body)])
    ]


def _body(case: Case, *, full: bool) -> dict[str, Any]:
    document: dict[str, Any] = sample(case.variant.cls.schema, full=full)
    document.pop(case.variant.variant.stream_flag, None)
    bounds = {f.wire: dict(f.schema.constraints) for f in case.variant.cls.fields}
    for wire, value in document.items():
        low = bounds[wire].get("minimum")
        high = bounds[wire].get("maximum")
        if isinstance(value, int | float) and isinstance(low, int | float) and value < low:
            document[wire] = low
        if isinstance(value, int | float) and isinstance(high, int | float) and value > high:
            document[wire] = high
    return document


@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
@pytest.mark.parametrize("mode", ["threads", "asyncio"])
@pytest.mark.parametrize("request_", _requests())
def test_requests_are_valid(request_: Request, mode: str, prism: str) -> None:
    caller = Caller(mode, prism)
    caller.options.update(max_retries=0, on_drift="ignore")
    params = getattr(workers_ai, request_.case.variant.cls.name).from_dict(request_.body)
    arguments = request_.model, params

    async def parallel(client: workers_ai.AsyncCloudflare) -> Any:
        return await client.ai.with_raw_response.run(*arguments)

    response = caller.call(lambda client: client.ai.with_raw_response.run(*arguments), parallel)
    assert response.status_code == 200
    assert "sl-violations" not in response.headers


def test_each_variant_that_a_model_takes_is_sent() -> None:
    sent = {request.values[0].case.variant.cls.name for request in _requests()}
    assert sent == {str(case) for case in cases() if case.task.models}


def test_prism_does_validate(prism: str) -> None:
    """Without this the tests above could not fail."""
    (request,) = next(one.values for one in _requests() if one.values[0].body)
    path = f"{prism}/accounts/abc/ai/run/{request.model}"
    answer = httpx2.post(path, json={}, headers={"Authorization": "Bearer token"})
    assert answer.status_code == 400
