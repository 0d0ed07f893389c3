"""The client as it is emitted, called from threads, asyncio and trio.

WORKERS_AI_ROOT names another folder to import the client from, WORKERS_AI_MODES other ways to call
it: "aiohttp" is asyncio with the transport over aiohttp.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = os.environ.get("WORKERS_AI_ROOT") or str(Path(__file__).parents[2] / "generated")
sys.path.insert(0, _ROOT)

from workers_ai import Cloudflare, _runtime  # noqa: E402  # needs the path

# Modules that this client does without are tested all the same.
_runtime.__path__.append(str(Path(__file__).parents[2] / "templates" / "runtime"))

from tests.runtime.callers import ACCOUNT, TOKEN, Caller  # noqa: E402
from tests.runtime.wire import Service, serving  # noqa: E402


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """No credentials from outside, no waiting, and each warning of drift anew."""
    for name in list(os.environ):
        if name.startswith("CLOUDFLARE_"):
            monkeypatch.delenv(name)
    from workers_ai._runtime import drift, sending

    monkeypatch.setattr(drift, "_warned", set())
    monkeypatch.setattr(sending, "_FIRST_WAIT", 0.001)


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as running:
        yield running


_MODES = os.environ.get("WORKERS_AI_MODES", "threads asyncio trio").split()


@pytest.fixture(params=_MODES)
def caller(request: pytest.FixtureRequest, service: Service) -> Caller:
    """A client, whichever way it is called."""
    return Caller(request.param, service.base_url)


@pytest.fixture
def client(service: Service) -> Iterator[Cloudflare]:
    """A client for threads that stays open over several calls."""
    options = {"api_token": TOKEN, "account_id": ACCOUNT, "base_url": service.base_url}
    with Cloudflare(**options) as opened:
        yield opened


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)
