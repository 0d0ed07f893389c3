"""Sixty operations of the newest full document, called against Prism.

It is too slow for all of them, which a server of our own judges.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from flaregen import config as configuration
from flaregen.openapi.endpoints import endpoints
from flaregen.pipeline import generate
from flaregen.reading.load import load
from flaregen.understanding import Reading, read
from tests.conftest import SHARED
from tests.support.arguments import arguments
from tests.support.concepts import imported
from tests.support.prism import NEEDS_PRISM, served

_DOCUMENTS = sorted(SHARED.glob("upstream/full/*.json.gz"))
_HOW_MANY = 60
_BOUNDS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")
_MADE_UP = frozenset({"format", "pattern", *_BOUNDS})
"""Values are, so that what these say of them is not the client's doing."""
_LOGIN = {"X-Auth-Email": "a@example.com", "X-Auth-Key": "key"}
"""What some operations take in place of a token."""
_NOT_RIGHT = {
    "magic.cf_interconnects.update": "asks for what is read-only, and so not sent",
    "snippets.update": "takes the JSON of a part of a form for a text",
    "workers.scripts.delete": "answers nothing where the document has JSON without a schema",
}
"""Where Prism is not right, and in what."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not _DOCUMENTS, reason="needs ../shared/upstream"),
    NEEDS_PRISM,
]


@pytest.fixture(scope="module")
def reading() -> Reading:
    config = replace(configuration.load(None), overlays=(), names=None, spec=str(_DOCUMENTS[-1]))
    whole = load(config.spec, config.access)
    # Prism takes no slash in a parameter, and so no model by its own path.
    found = [str(one) for one in endpoints(whole) if "/ai/run/" not in one.pointer.tokens[1]]
    sample = found[:: len(found) // _HOW_MANY][:_HOW_MANY]
    return read(replace(config, operations=tuple(sample)))


@pytest.fixture(scope="module")
def package(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("sample")
    config = replace(configuration.load(None), package="sample_of_cloudflare", project=False)
    with imported(generate(config, reading), folder, config.package) as found:
        yield found


@pytest.fixture(scope="module")
def prism(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("prism")
    document = folder / "sample.json"
    document.write_text(json.dumps(reading.selection.root), encoding="utf-8")
    with served(document, folder / "log") as url:
        yield url


def test_requests_are_valid(package: ModuleType, reading: Reading, prism: str) -> None:
    wrong: dict[str, Any] = {}
    seen: list[httpx2.Response] = []
    options = {"api_token": "t", "max_retries": 0, "on_drift": "ignore", "allow_http": True}
    # Next to the token: headers of an HTTP client would take its place.
    hooks = {"request": [_log_in], "response": [seen.append]}
    with (
        httpx2.Client(event_hooks=hooks) as http,
        package.Cloudflare(base_url=prism, http_client=http, **options) as client,
    ):
        for operation in reading.operations:
            label = f"{operation.resource}.{operation.method}"
            try:
                attrgetter(label)(client)(**arguments(operation))
            except package.APIStatusError:
                pass
            except Exception as error:  # noqa: BLE001  # each is listed
                wrong[label] = f"{type(error).__name__} {error}"
            if problems := _problems(seen[-1]):
                wrong[label] = problems
    assert len(seen) >= _HOW_MANY
    found = [f"{label}: {what}" for label, what in wrong.items() if label not in _NOT_RIGHT]
    assert not found, "\n".join(found)


def _log_in(request: httpx2.Request) -> None:
    request.headers.update(_LOGIN)


def _problems(answer: httpx2.Response) -> list[Any]:
    """What Prism holds against a request, or why it knows no such operation."""
    kind = answer.headers.get("content-type", "")
    if answer.status_code in (401, 404, 405) and "problem" in kind:
        return [answer.status_code, answer.text]
    said = json.loads(answer.headers.get("sl-violations", "[]"))
    # HTTP gives the body of such a request no meaning, so one without a schema is none.
    bodiless = {"Body parameter is required"} if answer.request.method == "DELETE" else set()
    return [
        one
        for one in said
        if one["location"][0] == "request"
        and one["code"] not in _MADE_UP
        and one["message"] not in bodiless
    ]


def test_prism_does_validate(reading: Reading, prism: str) -> None:
    """Without this the test above could not fail."""
    operation = next(
        one.operation
        for one in reading.operations
        if one.operation.media_types and not one.operation.optional_body
    )
    path = operation.path.replace("{", "").replace("}", "")
    headers = {"Authorization": "Bearer t", **_LOGIN}
    answer = httpx2.request(operation.method, f"{prism}{path}", headers=headers)
    assert _problems(answer)
