"""Asking an API for JSON: what is sent, what comes back, and what is tried again."""

from __future__ import annotations

from contextlib import AbstractContextManager

import pytest

from flaregen.network.api import Api, NotFoundError, RefusedError, asking
from flaregen.network.retrying import Patience
from tests.support.loopback import Answer, Received, envelope, refusal, serve


def _api() -> AbstractContextManager[Api]:
    return asking("the-token", timeout=5, patience=Patience(2, pause=0))


def _asked(*answers: Answer) -> tuple[object, list[Received]]:
    """What one request gives, answered in turn, and what the server received."""
    left = list(answers)
    with serve(lambda _: left.pop(0)) as server, _api() as api:
        found = api.get(f"{server.url}/models", {"page": "2"}, "models")
        return found, server.received


def test_an_answer_in_its_envelope() -> None:
    found, received = _asked(envelope([1]))
    assert found == {"result": [1], "success": True, "errors": [], "messages": []}
    assert [(one.method, one.path) for one in received] == [("GET", "/models?page=2")]
    assert received[0].headers["authorization"] == "Bearer the-token"


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_what_may_pass_is_asked_again(status: int) -> None:
    found, received = _asked(refusal(status, 1, "later"), envelope({}))
    assert isinstance(found, dict)
    assert len(received) == 2
    with pytest.raises(RefusedError, match=f"models: HTTP {status}, after 2 attempts"):
        _asked(refusal(status, 1, "later"), refusal(status, 1, "later"))


@pytest.mark.parametrize(
    ("answer", "code", "message", "advice"),
    [
        (
            refusal(400, 7000, "No route for the-token"),
            "live-refused",
            "models: HTTP 400, No route for ***",
            "see the message",
        ),
        (
            Answer(b"<html>"),
            "live-refused",
            "models: HTTP 200, not JSON but no content type: <html>",
            "see the message",
        ),
        (
            Answer(b"[1]", headers={"Content-Type": "application/json"}),
            "live-refused",
            "models: HTTP 200, not JSON but application/json: [1]",
            "see the message",
        ),
        (
            Answer(b" " * (8 * 1024 * 1024 + 1)),
            "live-too-large",
            "models: the answer is larger than 8 MB",
            "this is not the schema of a model",
        ),
        (
            refusal(401, 1, "no"),
            "live-credentials",
            "the service refused the token",
            (
                "check CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, and that the token may read "
                "Workers AI"
            ),
        ),
    ],
)
def test_what_is_refused(answer: Answer, code: str, message: str, advice: str) -> None:
    with pytest.raises(RefusedError) as refused:
        _asked(answer)
    said = refused.value
    assert (said.code, str(said), said.help) == (code, message, advice)


@pytest.mark.parametrize("answer", [refusal(404, 1, "gone"), refusal(400, 1, "No such model x")])
def test_what_is_not_there(answer: Answer) -> None:
    with pytest.raises(NotFoundError):
        _asked(answer)


@pytest.mark.parametrize("status", [401, 403])
def test_nothing_more_is_asked_once_the_token_is_refused(status: int) -> None:
    with serve(lambda _: refusal(status, 1, "no")) as server, _api() as api:
        for _ in range(2):
            with pytest.raises(RefusedError, match="refused the token"):
                api.get(server.url, {}, "models")
        assert len(server.received) == 1
