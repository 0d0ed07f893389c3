"""TLS of the caller's own, against a service whose certificate nobody else trusts."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from workers_ai import APIConnectionError, AsyncCloudflare, Cloudflare, TranslationParams

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.certificates import certificate, needs_openssl
from tests.runtime.wire import Service, result, serving

pytestmark = needs_openssl

TRANSLATE = TranslationParams(text="x", target_lang="fr")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("certificates")
    return {name: certificate(folder, name) for name in ("service", "caller")}


def _trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate)


@pytest.fixture
def context(certificates: dict[str, Path]) -> ssl.SSLContext:
    """What the service shows of itself."""
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(certificates["service"])
    return made


@pytest.fixture
def service(context: ssl.SSLContext) -> Iterator[Service]:
    with serving(context) as running:
        running.replies(result({"translated_text": "y"}))
        yield running


def _run(caller: Caller, context: ssl.SSLContext) -> str:
    """A call through an HTTP client of the caller's, which has that context."""

    def sync(client: Cloudflare) -> Any:
        with httpx2.Client(verify=context) as mine:
            return client.with_options(http_client=mine).ai.run(LLAMA, TRANSLATE)

    async def parallel(client: AsyncCloudflare) -> Any:
        async with httpx2.AsyncClient(verify=context) as mine:
            return await client.with_options(http_client=mine).ai.run(LLAMA, TRANSLATE)

    return str(caller.call(sync, parallel).translated_text)


def _causes(error: BaseException) -> list[BaseException]:
    causes = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None:
        causes.append(cause)
    return causes


def test_a_certificate_that_nobody_knows_is_refused(caller: Caller, service: Service) -> None:
    with pytest.raises(APIConnectionError, match=r"^Connection failed: ") as caught:
        caller.run(LLAMA, TRANSLATE)
    # httpx2 2.16 loses the words under trio, but not what was wrong.
    if caller.mode != "trio":
        assert "CERTIFICATE_VERIFY_FAILED" in str(caught.value)
    assert ssl.SSLCertVerificationError in map(type, _causes(caught.value))
    assert service.received == []
    assert service.connections


def test_a_context_decides_whom_to_trust(
    caller: Caller, service: Service, certificates: dict[str, Path]
) -> None:
    assert _run(caller, _trusting(certificates["service"])) == "y"
    with pytest.raises(APIConnectionError) as caught:
        _run(caller, _trusting(certificates["caller"]))
    assert ssl.SSLCertVerificationError in map(type, _causes(caught.value))
    assert len(service.received) == 1


def test_a_service_that_asks_who_calls(
    caller: Caller, service: Service, context: ssl.SSLContext, certificates: dict[str, Path]
) -> None:
    context.load_verify_locations(certificates["caller"])
    context.verify_mode = ssl.CERT_REQUIRED
    known = _trusting(certificates["service"])
    # The refusal comes while the answer is read, once the client holds the connection for made.
    with pytest.raises(APIConnectionError):
        _run(caller, known)
    assert service.received == []
    known.load_cert_chain(certificates["caller"])
    assert _run(caller, known) == "y"
