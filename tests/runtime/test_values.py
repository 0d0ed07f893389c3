"""Values that answers and requests hold: odd texts, sizes, copies, and what shows of them."""

from __future__ import annotations

import asyncio
import base64
import copy
import dataclasses
import json
import math
import os
import pickle
import socket
import stat
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any, cast
from unittest.mock import create_autospec

import pytest
import workers_ai
from workers_ai import (
    AsyncCloudflare,
    AutomaticSpeechRecognitionParams,
    BadRequestError,
    BinaryResponse,
    Cloudflare,
    CloudflareError,
    ImageTextToTextPromptParams,
    SchemaDrift,
    TextEmbeddingsParams,
    TextEmbeddingsResponse,
    TextGenerationPromptParams,
    TextToImageParams,
    TranslationParams,
    TranslationResponse,
    to_json,
    with_unknown_fields,
)
from workers_ai._runtime.drift import Mismatch
from workers_ai._runtime.encoding import with_wire_names
from workers_ai._runtime.forms import record_form
from workers_ai._runtime.models import UNSET, AnyObject, Params, UnsetType

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN, Caller
from tests.runtime.wire import RAY, Service, body, document, refusal, result

HALVES = ["\ud83d", "cut \ud83d", "\ud83d\ude00"]
PNG = b"\x89PNG\r\n\x1a\n"
FLUX = "@cf/black-forest-labs/flux-2-dev"


@pytest.mark.parametrize("text", HALVES)
def test_half_a_surrogate_pair_goes_back(caller: Caller, service: Service, text: str) -> None:
    service.replies(body(json.dumps({"result": {"response": text}}).encode(), "application/json"))
    answer = caller.run(LLAMA, TextGenerationPromptParams(prompt="x"))
    said = answer.response
    caller.run(LLAMA, TextGenerationPromptParams(prompt=said))
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert service.last.json() == {"prompt": whole}
    assert json.loads(answer.to_json()) == {"response": whole}


@pytest.mark.parametrize("path", ["usage", "other"])
def test_half_a_surrogate_pair_in_the_name_of_a_member(
    caller: Caller, service: Service, path: str
) -> None:
    service.replies(result({"response": "x", path: {"\ud83d": 1, "total_tokens": 2}}))
    answer = caller.run(LLAMA, TextGenerationPromptParams(prompt="x"))
    assert json.loads(answer.to_json())[path] == {"\ud83d": 1, "total_tokens": 2}


@pytest.mark.parametrize("name", ["@cf/a/\ud83d", "@cf/" + "a" * 100_000])
def test_names_that_no_url_holds(caller: Caller, service: Service, name: str) -> None:
    with pytest.raises(ValueError, match=r"^`model_name` ") as caught:
        caller.run(name, TextGenerationPromptParams(prompt="x"))
    assert type(caught.value) is ValueError
    assert len(str(caught.value)) < 500
    with pytest.raises(ValueError, match=r"^The query makes no URL"):
        caller.run(LLAMA, TextGenerationPromptParams(prompt="x"), extra_query={"q": "\ud83d"})
    assert service.received == []


def test_no_number_is_a_number(caller: Caller, service: Service) -> None:
    content = b'{"result": {"shape": [1, 2], "data": [[NaN, Infinity]]}, "success": true}'
    service.replies(body(content, "application/json"))
    caller.options["on_drift"] = "raise"
    answer = caller.run(LLAMA, TextEmbeddingsParams(text="x"))
    assert math.isnan(answer.data[0][0])
    assert answer.data[0][1] == math.inf


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_request_holds_no_number_that_is_none(
    caller: Caller, service: Service, number: float
) -> None:
    odd = r"` cannot be sent: A number is NaN or infinite, which JSON cannot hold$"
    with pytest.raises(ValueError, match=f"^`temperature{odd}"):
        caller.run(LLAMA, TextGenerationPromptParams(prompt="x", temperature=number))
    with pytest.raises(ValueError, match=f"^`vectors{odd}"):
        caller.run("@cf/a/new", extra_body={"vectors": [[number]]})
    assert service.received == []
    # Nothing is sent here, and null says the most that JSON can.
    assert json.loads(to_json([number])) == [None]
    service.replies(result({"translated_text": None}))
    params = TranslationParams(text="x", target_lang="fr")
    caller.run(LLAMA, params, extra_body={"left": None, "vectors": [[1.5]]})
    assert json.loads(service.received[0].body)["left"] is None


def test_copies_keep_what_the_class_does_not_know(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": "a", "score": 1}))
    answer = caller.run(LLAMA, TranslationParams(text="x", target_lang="fr"))
    twin = dataclasses.replace(answer, translated_text="b")
    assert (twin.translated_text, twin.extra_fields) == ("b", {"score": 1})
    assert dataclasses.asdict(twin) == {"translated_text": "b"}
    assert twin.to_dict() == {"translated_text": "b", "score": 1}
    assert dataclasses.replace(twin).extra_fields == {"score": 1}
    assert twin.ray_id == answer.ray_id == RAY


def test_reprs_are_short() -> None:
    image = ImageTextToTextPromptParams(
        prompt="x" * 5000, image="data:image/png;base64," + "A" * 9000
    )
    assert len(repr(image)) < 700
    assert "(5000 characters)" in repr(image)
    audio = AutomaticSpeechRecognitionParams(audio=b"x" * 4_000_000)
    assert repr(audio) == "AutomaticSpeechRecognitionParams(audio=<4000000 bytes>)"
    vectors = TextEmbeddingsResponse(data=[[0.5] * 1024] * 100)
    assert repr(vectors) == (
        "TextEmbeddingsResponse(data=["
        + ", ".join(["[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, ... (1024 in all)]"] * 6)
        + ", ... (100 in all)])"
    )
    assert repr(TranslationParams(text="x", target_lang="fr")) == (
        "TranslationParams(text='x', target_lang='fr')"
    )
    assert repr(TranslationResponse()) == "TranslationResponse()"


def test_json_of_answers(caller: Caller, service: Service) -> None:
    service.replies(result([{"label": "cat", "extra": 1}, {"label": "dog"}]))
    found = caller.run(LLAMA, workers_ai.ObjectDetectionParams(image=b"x"))
    assert json.loads(to_json(found)) == [{"label": "cat", "extra": 1}, {"label": "dog"}]
    assert to_json(found[0]) == found[0].to_json()
    service.replies(result({"image": "AAEC"}))
    image = caller.run(LLAMA, TextToImageParams(prompt="x"))
    assert json.loads(image.to_json()) == json.loads(to_json(image)) == {"image": "AAEC"}
    for answer in (image, TranslationResponse.from_dict({"translated_text": "é"})):
        indented = answer.to_json(indent=2)
        assert indented == to_json(answer, indent=2)
        assert indented == json.dumps(answer.to_dict(), indent=2, ensure_ascii=False)
    half = TranslationResponse(translated_text="\ud83d")
    assert half.to_json(indent=1) == '{\n "translated_text": "\\ud83d"\n}'
    assert to_json(["\ud83d", float("nan")]) == '["\\ud83d",null]'


def test_answers_know_the_id_that_support_asks_for(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": "a"}))
    answer = caller.run(LLAMA, TranslationParams(text="x", target_lang="fr"))
    assert answer.ray_id == RAY
    assert TranslationResponse().ray_id is None
    service.replies(body(PNG, "image/png"))
    image = caller.run(LLAMA, TextToImageParams(prompt="x"))
    assert isinstance(image, BinaryResponse)
    assert image.ray_id == RAY


def test_the_package_says_its_version() -> None:
    assert workers_ai.__version__ == "0.1.0"
    assert {"BinaryResponse", "ClientOptions", "AsyncClientOptions", "RequestOptions"} <= set(
        dir(workers_ai)
    )


@pytest.mark.parametrize("kind", [Cloudflare, AsyncCloudflare])
def test_doubles_of_a_client_know_its_calls(kind: Any) -> None:
    double = create_autospec(kind, instance=True)
    double.ai.run.return_value = "double"
    with pytest.raises(TypeError, match="model_name"):
        double.ai.run()
    made = create_autospec(kind)(api_token="t")
    outcome = made.ai.run("m", prompt="x")
    if kind is AsyncCloudflare:
        outcome.close()
    else:
        made.ai.run.assert_called_once_with("m", prompt="x")
    assert double.ai.with_raw_response.run is not None


def test_connections_are_kept_alive(caller: Caller, service: Service) -> None:
    if caller.mode == "aiohttp":
        pytest.skip("aiohttp shows no socket")

    def options(stream: Any) -> tuple[int, int]:
        held: socket.socket = stream.get_extra_info("socket")
        assert held.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        idle = getattr(socket, "TCP_KEEPIDLE", socket.TCP_NODELAY)
        return held.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE), held.getsockopt(
            socket.IPPROTO_TCP, idle
        )

    def sync(client: Cloudflare) -> tuple[int, int]:
        with client.ai.with_streaming_response.run(LLAMA, prompt="x") as response:
            return options(response.http_response.extensions["network_stream"])

    async def parallel(client: AsyncCloudflare) -> tuple[int, int]:
        async with client.ai.with_streaming_response.run(LLAMA, prompt="x") as response:
            return options(response.http_response.extensions["network_stream"])

    kept, idle = caller.call(sync, parallel)
    assert kept
    assert idle == 60 or not hasattr(socket, "TCP_KEEPIDLE")


def test_a_streamed_response_is_sent_by_entering_it(client: Cloudflare, service: Service) -> None:
    response = client.ai.with_streaming_response.run(LLAMA, prompt="x")
    assert service.received == []
    assert repr(response) == "<RawResponse [not sent]>"
    with pytest.raises(CloudflareError, match=r"^Nothing was sent yet: enter the response by"):
        assert response.status_code
    with pytest.raises(AttributeError, match="no attribute 'status'"):
        assert response.status  # type: ignore[attr-defined]
    with response as entered:
        assert entered.status_code == 200
    assert len(service.received) == 1


@pytest.mark.anyio
async def test_nothing_is_sent_before_an_async_response_is_entered(
    anyio_backend: str, service: Service
) -> None:
    async with AsyncCloudflare(
        api_token=TOKEN, account_id=ACCOUNT, base_url=service.base_url
    ) as client:
        pending = client.ai.with_streaming_response.run(LLAMA, prompt="x")
        assert service.received == []
        async with pending as response:
            assert response.status_code == 200


WAYS_OF_A_FILE: dict[str, Callable[[AsyncCloudflare, Path], Awaitable[object]]] = {
    "params": lambda c, file: c.ai.run(LLAMA, AutomaticSpeechRecognitionParams(audio=file)),
    "keyword": lambda c, file: c.ai.run("@cf/openai/whisper", audio=file),
    "mapping": lambda c, file: c.ai.run("@cf/x/y", cast("Any", {"audio": {"data": [file]}})),
    "extra": lambda c, file: c.ai.run("@cf/x/y", prompt="x", extra_body={"audio": file}),
    "model": lambda c, file: c.ai.model("@cf/deepgram/nova-3").run(audio=file),
    "part": lambda c, file: c.ai.model(FLUX).run(prompt="x", input_image_0=("a.png", file)),
    "body": lambda c, file: c.ai.model("@cf/x/y").run(cast("Any", file)),
    "batch": lambda c, file: c.ai.batch(LLAMA, [AutomaticSpeechRecognitionParams(audio=file)]),
    "stream": lambda c, file: anext(c.ai.stream("@cf/x/y", prompt="x", audio=file)),
}


@pytest.mark.parametrize("way", WAYS_OF_A_FILE)
def test_files_are_read_outside_the_event_loop(service: Service, tmp_path: Path, way: str) -> None:
    """A named pipe, whose reader waits for who writes: the loop goes on meanwhile."""
    pipe = tmp_path / "audio"
    os.mkfifo(pipe)
    service.replies(result({"text": "hi", "request_id": "1", "response": "a"}))
    ticks = 0

    def write_later() -> None:
        time.sleep(0.2)
        pipe.write_bytes(b"sound")

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.005)
            ticks += 1

    async def main() -> None:
        async with AsyncCloudflare(
            api_token=TOKEN, account_id=ACCOUNT, base_url=service.base_url, on_drift="ignore"
        ) as client:
            ticking = asyncio.create_task(tick())
            writer = threading.Thread(target=write_later)
            writer.start()
            await WAYS_OF_A_FILE[way](client, pipe)
            ticking.cancel()
            writer.join()

    asyncio.run(main())
    ways = (b"sound", base64.b64encode(b"sound"), b"[115,111,117,110,100]")
    assert any(one in service.last.body for one in ways)
    assert ticks > 10


def test_async_callbacks_are_awaited(service: Service) -> None:
    service.replies(document({"result": {"translated_text": 5, "score": 1}}))
    found: list[str] = []

    async def note(drift: SchemaDrift) -> None:
        await asyncio.sleep(0)
        found.append(drift.path)

    async def main() -> None:
        for callback in (note, with_unknown_fields(note)):
            async with AsyncCloudflare(
                api_token=TOKEN, account_id=ACCOUNT, base_url=service.base_url, on_drift=callback
            ) as client:
                await client.ai.run(LLAMA, TranslationParams(text="x", target_lang="fr"))

    asyncio.run(main())
    known = "$.result.translated_text"
    assert found == [known, known, "$.result.score"]
    for callback in (note, with_unknown_fields(note)):
        with pytest.raises(TypeError, match=r"^`on_drift` is an async function"):
            Cloudflare(api_token=TOKEN, on_drift=callback)


@pytest.mark.parametrize("kind", [Cloudflare, AsyncCloudflare])
def test_no_token_goes_out_in_the_clear_unasked(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for host in ("gateway.example", "10.0.0.1", "localhost.example.com", "127.0.0.1.example"):
        with pytest.raises(ValueError, match=f"would send credentials to {host} in the clear"):
            kind(api_token=TOKEN, base_url=f"http://{host}/v4")
        assert kind(api_token=TOKEN, base_url=f"http://{host}/v4", allow_http=True)
    for host in ("127.0.0.1:8080", "localhost", "[::1]:8080", "api.localhost"):
        assert kind(api_token=TOKEN, base_url=f"http://{host}/v4")
    monkeypatch.setenv("CLOUDFLARE_BASE_URL", "http://gateway.example")
    with pytest.raises(ValueError, match="in the clear"):
        kind(api_token=TOKEN)


@pytest.mark.parametrize("kind", [Cloudflare, AsyncCloudflare])
@pytest.mark.parametrize(
    "host", [f"{'a' * 64}.example", "a..example", ".example", "127.0.0.1:65536", "h:99999"]
)
def test_hosts_that_cannot_be(kind: Any, host: str) -> None:
    """Looking for them raised UnicodeError, or a group of OverflowErrors."""
    with pytest.raises(ValueError, match=f"^`base_url` names no host or port that can be: {host}$"):
        kind(api_token=TOKEN, base_url=f"https://{host}/v4")
    assert kind(api_token=TOKEN, base_url="https://gateway.example.:65535")


@pytest.mark.parametrize("kind", [Cloudflare, AsyncCloudflare])
def test_a_proxy_that_is_no_url(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://[::1")
    with pytest.raises(ValueError, match=r"^A proxy that the environment names has no URL: "):
        kind(api_token=TOKEN).connections.client  # noqa: B018  # made late


def test_devices_and_pipes_are_written_to(tmp_path: Path) -> None:
    image = BinaryResponse(PNG)
    image.save("/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    image.save(pipe)
    reader.join()
    assert read == [PNG]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_saving_to_standard_output() -> None:
    code = "import workers_ai as w; w.BinaryResponse(b'\\x89PNG').save('/dev/stdout')"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=False
    )
    assert (done.stdout, done.stderr) == (b"\x89PNG", b"")


def test_a_traceback_begins_and_ends_with_lines_of_ones_own(client: Cloudflare) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    broken = client.with_options(base_url=f"http://127.0.0.1:{port}", max_retries=0)
    with pytest.raises(CloudflareError) as caught:
        broken.ai.run(LLAMA, prompt="x")
    assert len("".join(traceback.format_exception(caught.value)).splitlines()) < 40


@pytest.mark.parametrize(
    "fields",
    [
        {"prompt": "cut \ud83d"},
        {"prompt": "cut \ud83d", "input_image_0": ("\ud83d.png", b"x")},
        {"prompt": "x", "input_image_0": ("a.png", b"x", "image/\ud83d")},
    ],
)
def test_forms_hold_a_question_mark_for_half_of_a_pair(
    caller: Caller, service: Service, fields: dict[str, Any]
) -> None:
    caller.options["on_drift"] = "ignore"
    caller.call(
        lambda client: client.ai.model(FLUX).run(**fields),
        lambda client: client.ai.model(FLUX).run(**fields),
    )
    assert b"?" in service.last.body


@pytest.mark.parametrize(
    "options",
    [
        {"extra_headers": {"X-A": "\ud83d"}},
        {"extra_headers": {"\ud83d": "x"}},
        {"extra_query": {"\ud83d": "x"}},
        {"extra_query": {"x": ["\ud83d"]}},
        {"account_id": "\ud83d"},
    ],
)
def test_half_a_pair_where_nothing_can_hold_it(
    caller: Caller, service: Service, options: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=r"header|query|account_id") as caught:
        caller.run(LLAMA, prompt="x", **options)
    assert type(caught.value) is ValueError
    assert service.received == []


def test_an_error_with_half_a_pair_can_be_printed(caller: Caller, service: Service) -> None:
    service.replies(refusal(400, 5006, "bad \ud83d"))
    with pytest.raises(BadRequestError, match=r"bad \\ud83d$") as caught:
        caller.run(LLAMA, prompt="x")
    assert str(caught.value).encode()
    assert caught.value.errors[0].message == "bad \\ud83d"


def test_answers_survive_pickling_and_copying(caller: Caller, service: Service) -> None:
    usage = {"total_tokens": 1, "cached": 2}
    for reply in (result({"response": "a", "score": 1, "usage": usage}), body(PNG, "image/png")):
        service.replies(reply)
        answer = caller.run(LLAMA, prompt="x", guidance=1, max_tokens=1)
        for twin in (pickle.loads(pickle.dumps(answer)), copy.deepcopy(answer), copy.copy(answer)):
            assert (type(twin), twin, vars(twin)) == (type(answer), answer, vars(answer))
            assert (twin.to_dict(), twin.ray_id) == (answer.to_dict(), RAY)


def test_every_kind_of_async_callback(caller: Caller, service: Service) -> None:
    """A lambda cannot be known for one before it was called."""
    service.replies(result({"response": 5}))
    found: list[Any] = []

    async def note(*drifts: SchemaDrift) -> None:
        found.append(drifts[-1])

    class Notebook:
        async def __call__(self, drift: SchemaDrift) -> None:
            await note(drift)

        async def method(self, drift: SchemaDrift) -> None:
            await note(drift)

    kinds: list[Any] = [Notebook(), Notebook().method, partial(note, 1), partial(Notebook())]
    kinds += [with_unknown_fields(note), with_unknown_fields(partial(note))]
    # A lambda is no coroutine function.
    kinds.append(lambda drift: note(drift, drift))
    for number, callback in enumerate(kinds, 1):
        caller.options["on_drift"] = callback
        if caller.mode == "threads":
            with pytest.raises(TypeError, match=r"^`on_drift` .*the async client$"):
                caller.run(LLAMA, prompt="x")
        else:
            caller.run(LLAMA, prompt="x")
            assert len(found) == number


class _Inner(Params[object]):
    kept_name: int | UnsetType = dataclasses.field(
        default=UNSET, metadata={"wire_name": "kept-name"}
    )


class _Outer(Params[object]):
    inner: _Inner | AnyObject | UnsetType = UNSET
    inners: list[_Inner | AnyObject] | UnsetType = UNSET


class _Body(Params[object]):
    outer: _Outer | AnyObject | UnsetType = UNSET


def test_names_of_dicts_inside_of_classes_are_looked_at() -> None:
    inners: list[Any] = [{"kept_name": 1}, {"odd": 2}, _Inner.from_dict({"newer": 3})]
    members: dict[str, Any] = {"inner": {"kept-name": 1, "other": 2}, "inners": inners}
    for outer in (_Outer(**members), members):
        unknown: list[Mismatch] = []
        with_wire_names({"outer": outer}, record_form(_Body), unknown=unknown)
        assert [one.path for one in unknown] == ["$.outer.inner.other", "$.outer.inners[1].odd"]
