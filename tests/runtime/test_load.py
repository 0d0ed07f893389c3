"""Many calls, many processes, large files."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import httpx2
import pytest
from workers_ai import AsyncCloudflare, Cloudflare, TranslationParams

from tests.runtime.callers import LLAMA
from tests.runtime.wire import Reply, Service, Wait, result

PARAMS = TranslationParams(text="x", target_lang="fr")
REPOSITORY = Path(__file__).parents[2]


def test_a_thousand_calls_from_threads(client: Cloudflare, service: Service) -> None:
    """From 128 threads at a time, more than there are connections; none finds one free."""
    answer = result({"translated_text": "y"})
    slow = Reply((Wait(0.3), *answer.pieces), headers=answer.headers, length=answer.length)
    service.replies(*[slow] * 64, answer)
    together = threading.Barrier(128)
    with ThreadPoolExecutor(128, initializer=together.wait) as pool:
        found = list(pool.map(lambda _: client.ai.run(LLAMA, PARAMS), range(1000)))
    assert [answer.translated_text for answer in found] == ["y"] * 1000
    assert len(service.received) == 1000
    assert service.connections >= 64


@pytest.mark.anyio
async def test_a_thousand_calls_from_tasks(anyio_backend: str, service: Service) -> None:
    service.replies(result({"translated_text": "y"}))
    found: list[str | None] = []
    async with AsyncCloudflare(
        api_token="t", account_id="a", base_url=service.base_url, timeout=None
    ) as client:

        async def call() -> None:
            found.append((await client.ai.run(LLAMA, PARAMS)).translated_text)

        async with anyio.create_task_group() as tasks:
            for _ in range(1000):
                tasks.start_soon(call)
    assert found == ["y"] * 1000


def test_calls_leave_nothing_behind() -> None:
    """Forms have another boundary each time, with which nothing may be kept."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        assert b"A lake" in request.read()
        return httpx2.Response(200, json={"result": {"image": "eA=="}, "success": True})

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    with http, Cloudflare(api_token="t", account_id="a", http_client=http) as client:
        painter = client.ai.model("@cf/black-forest-labs/flux-2-dev")
        painter.run(prompt="A lake")
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            for _ in range(200):
                painter.run(prompt="A lake")
            gc.collect()
            assert tracemalloc.get_traced_memory()[0] - before < 100_000
        finally:
            tracemalloc.stop()


def test_a_client_that_is_dropped_closes_its_connections(
    service: Service, recwarn: pytest.WarningsRecorder
) -> None:
    service.replies(result({"translated_text": "y"}))
    client = Cloudflare(api_token="t", account_id="a", base_url=service.base_url)
    copied = client.copy()
    client.ai.run(LLAMA, PARAMS)
    del client
    gc.collect()
    copied.ai.run(LLAMA, PARAMS)
    first, second = (request.connection for request in service.received)
    assert first == second
    del copied
    gc.collect()
    assert [str(one.message) for one in recwarn] == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_child_has_connections_of_its_own(client: Cloudflare, service: Service) -> None:
    service.replies(result({"translated_text": "y"}))
    client.ai.run(LLAMA, PARAMS)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = 0 if client.ai.run(LLAMA, PARAMS).translated_text == "y" else 2
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    client.ai.run(LLAMA, PARAMS)
    first, second, third = (request.connection for request in service.received)
    assert first == third != second


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_child_with_a_loop_of_its_own_has_connections_of_its_own(service: Service) -> None:
    service.replies(result({"translated_text": "y"}))
    client = AsyncCloudflare(api_token="t", account_id="a", base_url=service.base_url)

    async def call() -> str | None:
        return (await client.ai.run(LLAMA, PARAMS)).translated_text

    with asyncio.Runner() as ours:
        assert ours.run(call()) == "y"
        child = os.fork()
        if child == 0:
            status = 1
            try:
                status = 0 if asyncio.run(call()) == "y" else 2
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert ours.run(call()) == "y"
        ours.run(client.close())
    first, second, third = (request.connection for request in service.received)
    assert first == third != second


def test_closing_closes(service: Service) -> None:
    client = Cloudflare(api_token="t", account_id="a", base_url=service.base_url)
    client.ai.run(LLAMA, PARAMS)
    assert not client.is_closed
    copied = client.with_options(max_retries=0)
    client.close()
    assert client.is_closed
    assert copied.is_closed
    assert service.wait_until_free()


def test_one_resource_object_for_all_threads(client: Cloudflare) -> None:
    seen: set[int] = set()
    barrier = threading.Barrier(8)

    def look() -> None:
        barrier.wait()
        seen.add(id(client.ai.with_raw_response._client))

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == {id(client)}


@pytest.mark.skipif(sys.platform == "win32", reason="measured with resource")
def test_a_large_file_takes_little_memory(tmp_path: Path) -> None:
    """50 MB are written to disk by a process that grows by far less."""
    script = Path(__file__).with_name("large_file.py")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "image.png")],
        env=environment,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "image.png").stat().st_size == 50 * 1024 * 1024
    assert int(done.stdout) < 20 * 1024, f"grew by {done.stdout} KiB"
