"""Behind nginx: TLS, HTTP/2, connections that it closes, its refusals, and what it holds back."""

from __future__ import annotations

import shutil
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from workers_ai import (
    AsyncCloudflare,
    Cloudflare,
    InternalServerError,
    RequestTooLargeError,
    TextGenerationPromptParams,
    TranslationParams,
)

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.certificates import certificate, needs_openssl
from tests.runtime.programs import free_port, running
from tests.runtime.wire import Reply, Service, Wait, events, result, serving

_NGINX = shutil.which("nginx")
pytestmark = [
    needs_openssl,
    pytest.mark.skipif(_NGINX is None, reason="nginx is missing: install Debian's nginx-light"),
]
needs_http2 = pytest.mark.skipif(
    find_spec("h2") is None, reason="h2 is missing: install httpx2[http2]"
)

TRANSLATE = TranslationParams(text="x", target_lang="fr")
GENERATE = TextGenerationPromptParams(prompt="x")
PIECES = [b'data: {"response": "a"}\n\n', b'data: {"response": "b"}\n\n', b"data: [DONE]\n\n"]
_TEMPORARY = "\n".join(
    f"{kind}_temp_path temporary_{kind};"
    for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)
# One process in the foreground.
_CONFIGURATION = f"""
daemon off;
master_process off;
pid nginx.pid;
events {{}}
http {{
    access_log off;
    {_TEMPORARY}
    client_max_body_size 100k;
    proxy_http_version 1.1;
    proxy_read_timeout 300ms;
    server {{
        listen 127.0.0.1:PORT ssl http2;
        ssl_certificate CERTIFICATE;
        ssl_certificate_key CERTIFICATE;
        location / {{ proxy_pass SERVICE; proxy_buffering off; }}
        location /held/ {{ proxy_pass SERVICE/; proxy_buffering on; }}
        location /closing/ {{ proxy_pass SERVICE/; keepalive_requests 3; }}
        location /nobody/ {{ proxy_pass http://127.0.0.1:1/; }}
    }}
}}
"""


@dataclass
class Front:
    """nginx, and the service behind it."""

    origin: str
    trusted: Path
    service: Service

    def base_url(self, place: str = "") -> str:
        return f"{self.origin}{place}/client/v4"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    trusted = certificate(folder, "front")
    with serving() as service:
        text = _CONFIGURATION.replace("PORT", str(port)).replace("SERVICE", service.origin)
        (folder / "nginx.conf").write_text(text.replace("CERTIFICATE", str(trusted)))
        command = [str(_NGINX), "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"]
        with running(command, port):
            yield Front(f"https://127.0.0.1:{port}", trusted, service)


@pytest.fixture
def front(started: Front, monkeypatch: pytest.MonkeyPatch) -> Front:
    """nginx, whose certificate this process trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(started.trusted))
    started.service.received.clear()
    started.service.replies(result({"translated_text": "hallo", "response": "hi"}))
    return started


@pytest.fixture
def calls(front: Front, caller: Caller) -> Caller:
    caller.options |= {"base_url": front.base_url(), "max_retries": 0}
    return caller


def test_a_connection_that_it_closes_costs_no_call(calls: Caller, front: Front) -> None:
    calls.options["base_url"] = front.base_url("/closing")

    def sync(client: Cloudflare) -> list[str]:
        return [client.ai.run(LLAMA, TRANSLATE).translated_text or "" for _ in range(7)]

    async def parallel(client: AsyncCloudflare) -> list[str]:
        return [(await client.ai.run(LLAMA, TRANSLATE)).translated_text or "" for _ in range(7)]

    assert calls.call(sync, parallel) == ["hallo"] * 7
    assert len(front.service.received) == 7


def test_a_body_that_it_refuses(calls: Caller, front: Front) -> None:
    calls.options["max_retries"] = 2
    with pytest.raises(RequestTooLargeError, match="413 Request Entity Too Large") as caught:
        calls.run(LLAMA, TranslationParams(text="x" * 2_000_000, target_lang="fr"))
    assert (caught.value.status_code, caught.value.ray_id) == (413, None)
    assert front.service.received == []


def test_nobody_behind_it(calls: Caller, front: Front) -> None:
    calls.options["base_url"] = front.base_url("/nobody")
    with pytest.raises(InternalServerError, match=r"^502 Bad Gateway") as caught:
        calls.run(LLAMA, TRANSLATE)
    assert caught.value.status_code == 502


def test_a_service_that_takes_too_long_for_it(calls: Caller, front: Front) -> None:
    front.service.replies(Reply((b"{}",), length=2, delay=0.6))
    with pytest.raises(InternalServerError, match=r"^504 Gateway Time-out") as caught:
        calls.run(LLAMA, TRANSLATE)
    assert caught.value.status_code == 504


def test_a_stream_comes_piece_by_piece(calls: Caller, front: Front) -> None:
    first, second, done = PIECES
    front.service.replies(events(first, Wait(0.1), second, done))

    async def parallel(client: AsyncCloudflare) -> list[float]:
        async with client.ai.stream(LLAMA, GENERATE) as stream:
            return [time.monotonic() async for _ in stream]

    def sync(client: Cloudflare) -> list[float]:
        return [time.monotonic() for _ in client.ai.stream(LLAMA, GENERATE)]

    begun, ended = calls.call(sync, parallel)
    assert ended - begun > 0.05


def test_a_stream_that_it_holds_back_is_whole(calls: Caller, front: Front) -> None:
    calls.options["base_url"] = front.base_url("/held")
    front.service.replies(events(*PIECES))
    assert [chunk.response for chunk in calls.stream(LLAMA, GENERATE)] == ["a", "b"]


@needs_http2
def test_http2_with_threads(front: Front) -> None:
    front.service.replies(events(*PIECES), result({"translated_text": "hallo"}))
    context = ssl.create_default_context(cafile=str(front.trusted))
    options: dict[str, Any] = {"api_token": "t", "account_id": "a", "base_url": front.base_url()}
    with httpx2.Client(http2=True, verify=context) as http:
        client = Cloudflare(**options, http_client=http)
        assert [chunk.response for chunk in client.ai.stream(LLAMA, GENERATE)] == ["a", "b"]
        response = client.ai.with_raw_response.run(LLAMA, TRANSLATE)
        assert response.http_response.http_version == "HTTP/2"
        assert response.parse().translated_text == "hallo"


@needs_http2
@pytest.mark.anyio
async def test_http2_with_tasks(anyio_backend: str, front: Front) -> None:
    context = ssl.create_default_context(cafile=str(front.trusted))
    options: dict[str, Any] = {"api_token": "t", "account_id": "a", "base_url": front.base_url()}
    answers: list[str | None] = []

    async def call() -> None:
        answers.append((await client.ai.run(LLAMA, TRANSLATE)).translated_text)

    async with httpx2.AsyncClient(http2=True, verify=context) as http:
        client = AsyncCloudflare(**options, http_client=http)
        async with anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(call)
    assert answers == ["hallo"] * 20
