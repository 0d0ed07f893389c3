"""Neither credentials nor what was asked shows in a message, a repr, a log line or a traceback."""

from __future__ import annotations

import html
import json
import logging
import traceback
from typing import Any

import pytest
from workers_ai import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    Cloudflare,
    CloudflareError,
    TextGenerationPromptParams,
    TranslationParams,
)

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN, Caller
from tests.runtime.wire import (
    HANG_UP,
    RAY,
    Cut,
    Raw,
    Reply,
    Service,
    Wait,
    body,
    events,
    refusal,
    result,
)

QUERY, KEY = "query-secret", "key-that-nobody-may-see"
PROMPT = "a prompt that nobody may read"
LINES = 'first line of a secret\nthe "second" line of a secret\n\tGrüße aus der dritten Zeile'


def shown(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error)


def refused(caller: Caller, prompt: str, **options: Any) -> str:
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, TextGenerationPromptParams(prompt=prompt), **options)
    return str(caught.value)


@pytest.mark.parametrize(
    "reply",
    [
        refusal(400, 5004, f"{PROMPT} and {TOKEN}"),
        body(f"<html>{PROMPT} and {TOKEN}</html>".encode(), "text/html", 502),
        Reply((b'{"result": ', Cut()), length=100),
        HANG_UP,
        body(b"not JSON", "application/json"),
        refusal(302, None, location="http://127.0.0.1:1/x"),
    ],
)
def test_tracebacks_are_clean(
    caller: Caller, service: Service, caplog: pytest.LogCaptureFixture, reply: Reply
) -> None:
    service.replies(reply)
    with caplog.at_level(logging.DEBUG, logger="workers_ai"):
        with pytest.raises(CloudflareError) as caught:
            caller.run(
                LLAMA,
                prompt=PROMPT,
                # By name: tracebacks show the source of a call.
                extra_query={"key": QUERY},
                extra_headers={"X-Api-Key": KEY},
            )
    for secret in (PROMPT, TOKEN, QUERY, KEY):
        assert secret not in shown(caught.value)
        assert secret not in caplog.text
    assert caught.value.request == (
        "POST",
        f"{service.base_url}/accounts/{ACCOUNT}/ai/run/{LLAMA}",
    )


@pytest.mark.parametrize("stream", [False, True])
def test_causes_are_clean(caller: Caller, service: Service, stream: bool) -> None:
    """Tracebacks show what an error was raised from, which repeats what makes no HTTP."""
    echo = f"Bearer {TOKEN} {PROMPT}".encode()
    head = {"content-type": "text/event-stream"}
    pieces = (Wait(0.2), Raw(echo + b"\r\n\r\n"))
    service.replies(Reply(pieces, 200 if stream else 0, head))
    call = caller.stream if stream else caller.run
    with pytest.raises(CloudflareError) as caught:
        call(LLAMA, prompt=PROMPT)
    text = shown(caught.value)
    # What came after the head aiohttp does not repeat.
    assert "***" in text or (stream and caller.mode == "aiohttp")
    # The source of the call is above.
    assert PROMPT not in text
    assert TOKEN not in text


def test_credentials_in_a_query_are_masked(caller: Caller, service: Service) -> None:
    service.replies(refusal(400, 5004, "no such page: /x?Api-Key=key-in-a-query&page=2"))
    said = refused(caller, "x", extra_query={"Api-Key": "key-in-a-query", "page": 2})
    assert said == "400 Because: 5004: no such page: /x?Api-Key=***&page=2"


@pytest.mark.parametrize("name", ["X-Auth-Key", "X-Auth-User-Service-Key", "Authorization"])
def test_each_credential_is_masked(caller: Caller, service: Service, name: str) -> None:
    service.replies(refusal(400, 5004, "what is key-of-another-kind?"))
    headers = {"X-Auth-Email": "me@example.com", name: "Bearer key-of-another-kind"}
    said = refused(caller, "x", extra_headers=headers)
    assert said == "400 Because: 5004: what is ***?"


@pytest.mark.parametrize(
    ("echo", "expected"),
    [
        (LINES, "***"),
        (json.dumps(LINES)[1:-1], "***"),
        ("the echo of first line of a s...", "the echo of ***..."),
        ("line 3: Grüße aus der dritten Zeile", "line 3: ***"),
        (f"{LINES} {LINES}", "*** ***"),
        ("first line", "first line"),
    ],
)
def test_what_was_asked_is_masked_however_it_is_repeated(
    caller: Caller, service: Service, echo: str, expected: str
) -> None:
    service.replies(refusal(400, 5004, echo))
    assert refused(caller, LINES) == f"400 Because: 5004: {expected}"
    if "\\" not in echo:
        echo = json.dumps({"detail": echo})
    service.replies(body(echo.encode(), "application/json", 400))
    assert "secret" not in refused(caller, LINES)
    assert "dritten" not in refused(caller, LINES)


@pytest.mark.parametrize(
    ("prompt", "echo", "expected"),
    [
        ("Hi there", "what is 'Hi there'?", "what is '***'?"),
        ("hunter2", "hunter2: hunter2x", "***: hunter2x"),
        ("你好", "错误你好吗", "错误***吗"),
        ('"Hi"', 'what is \\"Hi\\"?', "what is ***?"),
        ("Anna", "Anna is no task of Annas", "*** is no task of Annas"),
        ("4711", "5007: 4711 of 47110", "5007: *** of 47110"),
        # These may be the message's own.
        ("text", "`text` is required", "`text` is required"),
        ("?", "what is it?", "what is it?"),
        ("AI", "no task of AI", "no task of AI"),
        ("", "empty", "empty"),
    ],
)
def test_short_prompts_are_masked_where_they_are_alone(
    caller: Caller, service: Service, prompt: str, echo: str, expected: str
) -> None:
    service.replies(refusal(400, 5004, echo))
    assert refused(caller, prompt) == f"400 Because: 5004: {expected}"


@pytest.mark.parametrize("name", ["cf-aig-authorization", "X-Gateway-Token", "x-api-key"])
def test_credentials_of_gateways_are_masked(caller: Caller, service: Service, name: str) -> None:
    service.replies(refusal(400, 5004, "bad: gateway-secret"))
    headers = {name: "Bearer gateway-secret", "x-idempotency-key": "bad"}
    assert refused(caller, "x", extra_headers=headers) == "400 Because: 5004: bad: ***"


def test_a_long_prompt_is_masked_though_the_message_is_cut(
    caller: Caller, service: Service
) -> None:
    prompt = f"{PROMPT} " * 1000
    service.replies(refusal(400, 5004, f"invalid: {prompt}"))
    length = len("invalid: ") + len(prompt)
    expected = f"400 Because: 5004: invalid:***... ({length} characters)"
    assert refused(caller, prompt) == expected


def test_many_repetitions_take_no_time(caller: Caller, service: Service) -> None:
    service.replies(body(b"a" * 1_000_000, "text/plain", 400))
    assert refused(caller, "a" * 1_000_000).startswith("400 Because: ***")


# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_failures_in_a_stream_are_clean(caller: Caller, service: Service) -> None:
    event = {"errors": [{"code": 5004, "message": f"bad: {PROMPT}"}]}
    service.replies(events(f"data: {json.dumps(event)}\n\n".encode()))
    with pytest.raises(APIStatusError) as caught:
        caller.stream(LLAMA, prompt=PROMPT)
    assert str(caught.value) == "The stream failed: 5004: bad: ***"
    assert PROMPT not in shown(caught.value)


def test_failures_of_a_batch_are_clean(client: Cloudflare, service: Service) -> None:
    service.replies(result({"request_id": "1"}), refusal(400, 5004, f"bad: {PROMPT}"))
    handle = client.ai.batch(LLAMA, [TranslationParams(text=PROMPT, target_lang="fr")])
    with pytest.raises(APIStatusError) as caught:
        handle.poll()
    assert str(caught.value) == "400 Because: 5004: bad: ***"
    failed = {"id": 0, "success": False, "error": {"code": 5004, "message": f"bad: {PROMPT}"}}
    service.replies(result({"responses": [failed]}))
    with pytest.raises(CloudflareError) as failure:
        handle.poll()
    (answer,) = failure.value.answers  # type: ignore[attr-defined]
    assert str(answer) == "The request failed: 5004: bad: ***"
    assert (answer.body, answer.request) == (b"", failure.value.request)


@pytest.mark.parametrize("value", ["{} ", " {}", "{}\t", "\t{}"])
def test_spaces_around_a_credential_are_refused_before_anybody_repeats_it(
    caller: Caller, service: Service, value: str
) -> None:
    secret = value.format(TOKEN)
    message = (
        "`{}` begins or ends with a space, or holds what no header can: "
        "a line break, a control character, a letter beyond ASCII"
    )
    with pytest.raises(ValueError, match="Authorization") as caught:
        caller.run(LLAMA, prompt="x", extra_headers={"Authorization": secret})
    assert str(caught.value) == message.format("Authorization")
    caller.options["api_token"] = secret
    with pytest.raises(ValueError, match="api_token") as caught:
        caller.run(LLAMA, prompt="x")
    assert str(caught.value) == message.format("api_token")
    assert service.received == []


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\x00b", "ä"])
@pytest.mark.parametrize(
    "arguments",
    [
        {"api_token": "{}"},
        {"api_email": "{}", "api_key": "k"},
        {"api_email": "e", "api_key": "{}"},
        {"user_service_key": "{}"},
        {"api_token": "t", "default_headers": {"X-Tag": "{}"}},
        {"api_token": "t", "default_headers": {"{}": "x"}},
        {"api_token": "t", "default_headers": {"{}": None}},
    ],
)
def test_no_argument_of_a_client_injects_a_header(arguments: dict[str, Any], value: str) -> None:
    filled = {
        name: {k.format(value): v and v.format(value) for k, v in given.items()}
        if isinstance(given, dict)
        else given.format(value)
        for name, given in arguments.items()
    }
    with pytest.raises(ValueError, match=r"^(`[\w-]+` begins or ends|Not a header to set)"):
        Cloudflare(**filled)


@pytest.mark.parametrize("variable", ["API_TOKEN", "API_USER_SERVICE_KEY"])
def test_no_variable_injects_a_header(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"CLOUDFLARE_{variable}", f"{TOKEN}\r\nX-Evil: 1")
    with pytest.raises(ValueError, match=f"^`CLOUDFLARE_{variable}` begins or ends") as caught:
        Cloudflare()
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("rest", ["?key=secret", "#secret", "/v4?secret"])
def test_a_base_url_holds_no_secret(caller: Caller, service: Service, rest: str) -> None:
    for url in (service.origin + rest, service.origin.replace("//", "//me:secret@")):
        caller.options["base_url"] = url
        with pytest.raises(ValueError, match="base_url") as caught:
            caller.run(LLAMA, prompt="x")
        assert str(caught.value) == "Expected `base_url` to have no user, query or fragment"
    assert service.received == []


def test_nothing_that_a_debugger_shows_holds_a_secret(client: Cloudflare, service: Service) -> None:
    def shown_values(value: object, depth: int = 0) -> str:
        inner = vars(value).values() if hasattr(value, "__dict__") and depth < 2 else ()
        return " ".join([repr(value), *(shown_values(item, depth + 1) for item in inner)])

    service.replies(result({"request_id": "1", "status": "queued"}))
    options: dict[str, Any] = {
        "extra_headers": {"X-Api-Key": "key-that-nobody-may-see"},
    }
    handle = client.ai.batch(LLAMA, [TranslationParams(text=PROMPT, target_lang="fr")], **options)
    assert repr(handle) == "<BatchHandle 1 queued>"
    call = handle._call
    assert repr(call) == f"<Call of {service.base_url}/accounts/{ACCOUNT}/ai/run/{LLAMA}>"
    response = client.ai.with_raw_response.run(LLAMA, prompt=PROMPT, **options)
    assert repr(response) == "<RawResponse [200]>"
    with client.ai.stream(LLAMA, prompt=PROMPT, **options) as stream:
        text = shown_values(stream._exchange)
    text += shown_values(handle) + shown_values(response._exchange)
    text += repr(client) + repr(client.ai) + repr(client.settings)
    for secret in (PROMPT, TOKEN, "key-that-nobody-may-see"):
        assert secret not in text
    assert repr(client) == f"<Cloudflare {service.base_url}>"


def test_what_is_logged(
    client: Cloudflare, service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    service.replies(refusal(503, None), refusal(429, 3040), result({"response": "hi"}))
    with caplog.at_level(logging.DEBUG, logger="workers_ai"):
        client.ai.run(LLAMA, prompt="x")
    place = f"POST {service.base_url}/accounts/{ACCOUNT}/ai/run/{LLAMA}"
    lines = [record.getMessage() for record in caplog.records if record.name == "workers_ai"]
    assert [line.rsplit(", again", 1)[0] for line in lines] == [
        f"{place}, 14 bytes",
        f"{place}: 503, ray {RAY}",
        f"{place}: 503",
        f"{place}, 14 bytes",
        f"{place}: 429, ray {RAY}",
        f"{place}: 429",
        f"{place}, 14 bytes",
        f"{place}: 200, ray {RAY}",
    ]
    levels = {record.levelname for record in caplog.records if "again in" in record.getMessage()}
    assert levels == {"INFO"}


def test_bytes_that_are_no_json_do_not_disturb_errors(caller: Caller, service: Service) -> None:
    service.replies(refusal(400, 5004, "no"))
    with pytest.raises(APIStatusError, match=r"^400 Because: 5004: no$"):
        caller.run(LLAMA, b"\xff\x00")
    service.replies(body(b"", "application/json"))
    with pytest.raises(APIResponseError, match=r"^The answer is not JSON: it is empty$"):
        caller.run(LLAMA, b"\xff\x00")


def test_a_proxy_with_a_password(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://me:proxy-secret@127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    caller.options |= {"base_url": "http://elsewhere.example", "allow_http": True}
    with pytest.raises(APIConnectionError) as caught:
        caller.run(LLAMA, prompt="x", max_retries=0)
    assert "proxy-secret" not in shown(caught.value)


def test_a_prompt_that_looks_like_its_mask(caller: Caller, service: Service) -> None:
    service.replies(refusal(400, 5004, "*" * 41))
    assert refused(caller, "*" * 20) == "400 Because: 5004: ***"


def test_details_of_errors_are_masked_and_cut(caller: Caller, service: Service) -> None:
    service.replies(refusal(400, 5004, f"{PROMPT}: {'x' * 20_000}"))
    with pytest.raises(APIStatusError) as caught:
        caller.run(LLAMA, prompt=PROMPT)
    (detail,) = caught.value.errors
    assert detail.code == 5004
    assert detail.message.startswith("***: xxx")
    assert len(detail.message) < 9000


def test_connection_errors_are_masked_and_cut(caller: Caller, service: Service) -> None:
    service.replies(Reply((b"",), 200, {f"x {PROMPT} {'y' * 20_000}": "z"}, 0))
    caller.options["max_retries"] = 0
    with pytest.raises(APIConnectionError) as caught:
        caller.run(LLAMA, prompt=PROMPT)
    assert PROMPT not in str(caught.value)
    assert len(str(caught.value)) < 9000


def test_what_a_page_escapes_is_masked(caller: Caller, service: Service) -> None:
    prompt = "O'Brien <ob@example.com> owes 4711 dollars & more to Smith"
    service.replies(body(f"<p>Blocked: {html.escape(prompt)}</p>".encode(), "text/html", 403))
    assert refused(caller, prompt) == "403 Because: <p>Blocked: ***</p>"


def test_a_prompt_may_hold_what_pages_escape(caller: Caller, service: Service) -> None:
    prompt = "<p>Patient&nbsp;Jones has &lt;HIV&gt; and lives in Rome</p>"
    for echo in (prompt, html.unescape(prompt)):
        service.replies(refusal(400, 5004, f"bad input: {echo}"))
        assert refused(caller, prompt) == "400 Because: 5004: bad input: ***"


def test_addresses_in_messages_stay_as_they_are(caller: Caller, service: Service) -> None:
    location = "https://x.example/?a=1&region=eu&copy=2"
    service.replies(refusal(302, None, location=location))
    assert refused(caller, "x").endswith(f"leads to {location}")
