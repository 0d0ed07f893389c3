"""Through a forward proxy that asks for a password: the way out of many companies."""

from __future__ import annotations

import shutil
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from workers_ai import APIConnectionError, TextGenerationPromptParams, TranslationParams

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.certificates import certificate, needs_openssl
from tests.runtime.programs import free_port, running
from tests.runtime.wire import Service, events, result, serving

_TINYPROXY = shutil.which("tinyproxy")
pytestmark = [
    needs_openssl,
    pytest.mark.skipif(_TINYPROXY is None, reason="tinyproxy is missing: install Debian's"),
]

PASSWORD = "password-that-nobody-may-see"
TRANSLATE = TranslationParams(text="x", target_lang="fr")
_CONFIGURATION = f"""
Port PORT
Listen 127.0.0.1
Timeout 60
MaxClients 50
LogFile "LOG"
LogLevel Connect
BasicAuth me {PASSWORD}
"""


@dataclass
class Proxy:
    port: int
    log: Path
    service: Service

    def asked(self) -> int:
        """How often it was asked for a connection."""
        return self.log.read_text().count(": CONNECT ")

    def url(self, credentials: str) -> str:
        return f"http://{credentials}127.0.0.1:{self.port}"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Proxy, Path]]:
    folder, port = tmp_path_factory.mktemp("tinyproxy"), free_port()
    trusted = certificate(folder, "service")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(trusted)
    log = folder / "proxy.log"
    text = _CONFIGURATION.replace("PORT", str(port)).replace("LOG", str(log))
    (folder / "proxy.conf").write_text(text)
    command = [str(_TINYPROXY), "-d", "-c", str(folder / "proxy.conf")]
    with serving(context) as service, running(command, port):
        yield Proxy(port, log, service), trusted


@pytest.fixture
def proxy(started: tuple[Proxy, Path], monkeypatch: pytest.MonkeyPatch) -> Proxy:
    """The proxy, as the environment names it, before a service with TLS."""
    found, trusted = started
    for name in ("NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    monkeypatch.setenv("HTTPS_PROXY", found.url(f"me:{PASSWORD}@"))
    found.service.received.clear()
    found.service.replies(result({"translated_text": "hallo"}))
    return found


@pytest.fixture
def calls(proxy: Proxy, caller: Caller) -> Caller:
    caller.options["base_url"] = proxy.service.base_url
    return caller


def test_calls_and_streams_go_through_it(calls: Caller, proxy: Proxy) -> None:
    before = proxy.asked()
    assert calls.run(LLAMA, TRANSLATE).translated_text == "hallo"
    proxy.service.replies(events(b'data: {"response": "a"}\n\n', b"data: [DONE]\n\n"))
    chunks = calls.stream(LLAMA, TextGenerationPromptParams(prompt="x"))
    assert [chunk.response for chunk in chunks] == ["a"]
    assert proxy.asked() > before
    assert "proxy-authorization" not in proxy.service.last.headers


@pytest.mark.parametrize("credentials", ["", "me:wrong@"])
def test_a_proxy_that_refuses_is_asked_once(
    calls: Caller, proxy: Proxy, monkeypatch: pytest.MonkeyPatch, credentials: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url(credentials))
    before = proxy.asked()
    with pytest.raises(APIConnectionError) as caught:
        calls.run(LLAMA, TRANSLATE)
    host = proxy.service.origin.removeprefix("https://")
    assert str(caught.value).startswith("Connection failed: 40")
    assert f"http://127.0.0.1:{proxy.port}" in str(caught.value)
    assert str(caught.value).endswith(f" ({host})")
    assert "wrong" not in str(caught.value)
    assert not caught.value.transient
    assert proxy.asked() - before == 1
    assert proxy.service.received == []


def test_a_proxy_that_is_not_there(
    calls: Caller, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:{PASSWORD}@127.0.0.1:{port}")
    with pytest.raises(APIConnectionError, match=r"^Connection failed: ") as caught:
        calls.run(LLAMA, TRANSLATE)
    assert PASSWORD not in str(caught.value)
    host = proxy.service.origin.removeprefix("https://")
    assert f"127.0.0.1:{port}" in str(caught.value)
    assert str(caught.value).endswith(f" ({host})")
    assert caught.value.transient


def test_a_proxy_that_does_not_reach_the_service(calls: Caller, proxy: Proxy) -> None:
    calls.options["base_url"] = f"https://127.0.0.1:{free_port()}"
    with pytest.raises(APIConnectionError, match=rf"50\d\b.*\b127.0.0.1:{proxy.port}\b"):
        calls.run(LLAMA, TRANSLATE)


def test_what_needs_no_proxy(calls: Caller, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    before = proxy.asked()
    calls.run(LLAMA, TRANSLATE)
    assert proxy.asked() == before
