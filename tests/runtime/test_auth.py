"""Which credentials are sent, and that they are never seen."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import pytest
from workers_ai import APIStatusError, Cloudflare, CloudflareError

from tests.runtime.callers import LLAMA, TOKEN, Caller
from tests.runtime.wire import Service, refusal, result

_HEADERS = ("authorization", "x-auth-email", "x-auth-key", "x-auth-user-service-key")
_PAIR = {"x-auth-email": "me@example.com", "x-auth-key": "key"}


def sent(service: Service) -> dict[str, str]:
    headers = service.last.headers
    return {name: headers[name] for name in _HEADERS if name in headers}


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ({"api_token": "t"}, {}, {"authorization": "Bearer t"}),
        ({}, {"API_TOKEN": "t\n"}, {"authorization": "Bearer t"}),
        ({"api_token": "t"}, {"API_TOKEN": "u"}, {"authorization": "Bearer t"}),
        ({}, {"API_TOKEN": "t", "EMAIL": "me@example.com"}, {"authorization": "Bearer t"}),
        ({"api_token": "t"}, {"EMAIL": "e", "API_KEY": "k"}, {"authorization": "Bearer t"}),
        ({}, {"EMAIL": "me@example.com", "API_KEY": "key"}, _PAIR),
        ({"api_email": "me@example.com", "api_key": "key"}, {"API_TOKEN": "t"}, _PAIR),
        ({"api_key": "key"}, {"EMAIL": "me@example.com", "API_TOKEN": "t"}, _PAIR),
        ({"user_service_key": "s"}, {"API_TOKEN": "t"}, {"x-auth-user-service-key": "s"}),
        ({}, {"EMAIL": "e", "API_USER_SERVICE_KEY": "s"}, {"x-auth-user-service-key": "s"}),
    ],
)
def test_which_credentials_win(
    caller: Caller,
    service: Service,
    monkeypatch: pytest.MonkeyPatch,
    arguments: Mapping[str, str],
    environment: Mapping[str, str],
    expected: Mapping[str, str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(f"CLOUDFLARE_{name}", value)
    del caller.options["api_token"]
    caller.options.update(arguments)
    caller.run(LLAMA, prompt="x")
    assert sent(service) == expected


def test_half_a_pair_is_refused() -> None:
    with pytest.raises(CloudflareError, match="`api_email` is missing"):
        Cloudflare(api_key="k")
    with pytest.raises(CloudflareError, match="`api_key` is missing"):
        Cloudflare(api_email="e")


def test_no_credentials_is_reported_before_sending(caller: Caller, service: Service) -> None:
    del caller.options["api_token"]
    with pytest.raises(CloudflareError, match="CLOUDFLARE_API_TOKEN"):
        caller.run(LLAMA, prompt="x")
    assert service.received == []


def test_credentials_may_come_as_a_header(caller: Caller, service: Service) -> None:
    del caller.options["api_token"]
    caller.options["default_headers"] = {"Authorization": "Bearer other"}
    caller.run(LLAMA, prompt="x")
    assert sent(service) == {"authorization": "Bearer other"}


@pytest.mark.parametrize("place", ["default_headers", "extra_headers"])
@pytest.mark.parametrize("credentials", [{"api_token": "t"}, {}], ids=["token", "none"])
def test_credentials_that_a_caller_removes_are_not_asked_for(
    caller: Caller, service: Service, place: str, credentials: dict[str, str]
) -> None:
    """Behind a proxy that adds its own."""
    del caller.options["api_token"]
    caller.options |= credentials
    without, other = {"authorization": None}, {"extra_headers": {"X-Other": "x"}}
    if place == "default_headers":
        caller.options[place] = without
        caller.run(LLAMA, prompt="x", **other)
    else:
        caller.run(LLAMA, prompt="x", extra_headers=without)
    assert sent(service) == {}


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\x00b", "ä"])
def test_headers_cannot_be_injected(caller: Caller, service: Service, value: str) -> None:
    for place in ({"extra_headers": {"X-Tag": value}}, {"extra_headers": {value: "x"}}):
        with pytest.raises(ValueError, match=r"header|X-Tag") as caught:
            caller.run(LLAMA, prompt="x", **place)
        assert "Evil" not in str(caught.value) or "Not a header" in str(caught.value)
    caller.options["api_token"] = value
    with pytest.raises(ValueError, match="`api_token`") as caught:
        caller.run(LLAMA, prompt="x")
    assert value not in str(caught.value)
    assert service.received == []


def test_extra_headers_override_and_remove(caller: Caller, service: Service) -> None:
    caller.options["default_headers"] = {"X-One": "1", "X-Two": "2"}
    caller.run(LLAMA, prompt="x", extra_headers={"x-one": None, "X-Three": "3"})
    headers = service.last.headers
    assert ("x-one" in headers, headers["x-two"], headers["x-three"]) == (False, "2", "3")


def everything_shown(error: BaseException, client: Cloudflare) -> str:
    return " ".join([str(error), repr(error), repr(client), repr(client.settings), str(client)])


def test_no_secret_is_ever_shown(
    client: Cloudflare, service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    prompt = "a prompt that nobody may read"
    answer = result({"response": "hi"})
    service.replies(refusal(400, 5004, f"{prompt} with Bearer {TOKEN}"), answer)
    with caplog.at_level(logging.DEBUG, logger="workers_ai"):
        with pytest.raises(APIStatusError) as caught:
            client.ai.run(LLAMA, prompt=prompt, extra_query={"key": "query-secret"})
        client.ai.run(LLAMA, prompt=prompt)
    logged = " ".join(record.getMessage() for record in caplog.records)
    assert RAY_IN_LOG in logged
    for secret in (TOKEN, prompt, "query-secret"):
        assert secret not in logged
        assert secret not in everything_shown(caught.value, client)
        assert secret not in str(caught.value.request)


RAY_IN_LOG = "8a1b2c3d4e5f-LHR"


def test_quiet_by_default(client: Cloudflare, caplog: pytest.LogCaptureFixture) -> None:
    client.ai.run(LLAMA, prompt="x")
    assert [record for record in caplog.records if record.name.startswith("workers_ai")] == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nothing_follows_a_redirect(caller: Caller, service: Service, status: int) -> None:
    service.replies(refusal(status, None, location="http://127.0.0.1:1/elsewhere"))
    with pytest.raises(APIStatusError, match=r"http://127\.0\.0\.1:1/elsewhere") as caught:
        caller.run(LLAMA, prompt="x")
    assert (caught.value.status_code, len(service.received)) == (status, 1)


def test_copies_replace_credentials_as_a_whole(client: Cloudflare, service: Service) -> None:
    changed: list[tuple[dict[str, Any], dict[str, str]]] = [
        ({"api_email": "me@example.com", "api_key": "key"}, _PAIR),
        ({"user_service_key": "s"}, {"x-auth-user-service-key": "s"}),
        ({"max_retries": 0}, {"authorization": f"Bearer {TOKEN}"}),
    ]
    for options, expected in changed:
        client.with_options(**options).ai.run(LLAMA, prompt="x")
        assert sent(service) == expected
    assert service.connections == 1


def test_a_copy_keeps_what_came_from_the_environment(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "first")
    with Cloudflare(account_id="a", base_url=service.base_url) as client:
        monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "second")
        client.copy(account_id="b").ai.run(LLAMA, prompt="x")
    assert sent(service) == {"authorization": "Bearer first"}
    assert "/accounts/b/" in service.last.target


@pytest.mark.parametrize("place", ["default_headers", "extra_headers"])
@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Authorization": "Bearer Z"}, {"authorization": "Bearer Z"}),
        ({"X-Auth-User-Service-Key": "s"}, {"x-auth-user-service-key": "s"}),
        ({"X-Auth-Key": "k"}, {"x-auth-email": "me@example.com", "x-auth-key": "k"}),
        ({"x-auth-email": "e", "X-Auth-Key": "k"}, {"x-auth-email": "e", "x-auth-key": "k"}),
        ({"X-Auth-Email": "e"}, {"x-auth-email": "e", "x-auth-key": "key"}),
        ({"X-Other": "x"}, _PAIR),
    ],
)
def test_credentials_of_one_kind_are_sent_and_those_given_as_headers_win(
    caller: Caller, service: Service, place: str, headers: dict[str, str], expected: dict[str, str]
) -> None:
    del caller.options["api_token"]
    caller.options |= {"api_email": "me@example.com", "api_key": "key"}
    options: dict[str, Any] = {}
    (caller.options if place == "default_headers" else options)[place] = headers
    caller.run(LLAMA, prompt="x", **options)
    assert sent(service) == expected


def test_a_key_without_its_email_is_not_sent(caller: Caller, service: Service) -> None:
    with pytest.raises(CloudflareError, match="No credentials"):
        caller.run(LLAMA, prompt="x", extra_headers={"X-Auth-Key": "k"})
    assert service.received == []


def test_what_a_token_wins_over_need_not_be_sendable(
    caller: Caller, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "t")
    monkeypatch.setenv("CLOUDFLARE_EMAIL", "jörg@example.com")
    del caller.options["api_token"]
    caller.run(LLAMA, prompt="x")
    assert sent(service) == {"authorization": "Bearer t"}


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding"])
def test_the_length_of_a_body_is_nobodys_choice(
    caller: Caller, service: Service, name: str
) -> None:
    with pytest.raises(ValueError, match=f"^Not a header to set: '{name}'"):
        caller.run(LLAMA, prompt="x", extra_headers={name: "3"})
    assert service.received == []


def test_no_request_lacks_its_host(caller: Caller, service: Service) -> None:
    host = service.origin.removeprefix("http://")
    caller.run(LLAMA, prompt="x", extra_headers={"Host": None})
    assert service.last.headers["host"] == host
    caller.run(LLAMA, prompt="x", extra_headers={"Host": "elsewhere.example"})
    assert service.last.headers["host"] == "elsewhere.example"
