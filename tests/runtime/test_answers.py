"""What comes back: records, files, drift, and what no schema knows."""

from __future__ import annotations

import base64
import copy
import dataclasses
import json
import pickle
import warnings
from contextlib import aclosing, closing
from pathlib import Path
from typing import Any

import pytest
from workers_ai import (
    APIResponseError,
    APIStatusError,
    AsyncCloudflare,
    AutomaticSpeechRecognitionParams,
    AutomaticSpeechRecognitionResponse,
    BadRequestError,
    BinaryResponse,
    Cloudflare,
    ObjectDetectionParams,
    SchemaDrift,
    SchemaDriftWarning,
    TextEmbeddingsParams,
    TextGenerationPromptParams,
    TextGenerationResponse,
    TextToImageParams,
    TextToImageResponse,
    TextToSpeechParams,
    TextToSpeechResponse,
    TranslationParams,
    TranslationResponse,
    with_unknown_fields,
)
from workers_ai._runtime.forms import unknown_members

from tests.runtime import callers
from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import RAY, Reply, Service, Wait, body, document, events, refusal, result

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
JPEG = b"\xff\xd8\xff\xe0" + bytes(100)
MP3 = b"ID3\x04" + bytes(100)
TRANSLATE = TranslationParams(text="x", target_lang="fr")
GENERATE = TextGenerationPromptParams(prompt="x")
LISTEN = AutomaticSpeechRecognitionParams(audio=b"sound")


def test_a_record_is_of_its_class(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": "salut"}))
    assert caller.run(LLAMA, TRANSLATE) == TranslationResponse(translated_text="salut")


@pytest.mark.parametrize("name", ["image", None])
@pytest.mark.parametrize(("content", "kind"), [(PNG, "image/png"), (JPEG, "image/jpeg")])
def test_images_are_the_same_either_way(
    caller: Caller, service: Service, tmp_path: Path, name: str | None, content: bytes, kind: str
) -> None:
    encoded = base64.b64encode(content).decode()
    service.replies(result({name: encoded}) if name else body(content, kind))
    answer = caller.run(LLAMA, TextToImageParams(prompt="x"))
    assert (type(answer), answer.content, answer.media_type) == (TextToImageResponse, content, kind)
    answer.save(tmp_path / "image")
    assert (tmp_path / "image").read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["image"]


@pytest.mark.parametrize(
    "reply",
    [
        body(MP3, "audio/mpeg"),
        body(MP3, "application/octet-stream"),
        body(MP3, ""),
        result({"audio": base64.b64encode(MP3).decode()}),
        result({"audio": "data:audio/mpeg;base64," + base64.b64encode(MP3).decode()}),
        result(base64.b64encode(MP3).decode()),
    ],
)
def test_speech_is_the_same_either_way(caller: Caller, service: Service, reply: Any) -> None:
    service.replies(reply)
    answer = caller.run(LLAMA, TextToSpeechParams(prompt="x"))
    assert answer == TextToSpeechResponse(MP3, "audio/mpeg")


def test_files_keep_what_came_next_to_them(caller: Caller, service: Service) -> None:
    service.replies(result({"image": base64.b64encode(PNG).decode(), "seed": 7}))
    answer = caller.run(LLAMA, TextToImageParams(prompt="x"))
    assert answer.extra_fields == {"seed": 7}
    twin = pickle.loads(pickle.dumps(answer))
    assert (twin, twin.extra_fields) == (answer, {"seed": 7})


def test_a_file_that_is_not_there_is_drift(
    caller: Caller, service: Service, tmp_path: Path
) -> None:
    service.replies(result({"picture": "x"}))
    with pytest.warns(
        SchemaDriftWarning, match=r"^\$\.result\.image: expected base64, got nothing"
    ):
        answer = caller.run(LLAMA, TextToImageParams(prompt="x"))
    assert (answer.content, answer.extra_fields) == (b"", {"picture": "x"})
    with pytest.raises(ValueError, match="The answer holds no file, but 'picture': see"):
        answer.save(tmp_path / "image.png")
    assert list(tmp_path.iterdir()) == []


def test_an_error_page_is_no_file(caller: Caller, service: Service) -> None:
    service.replies(body(b"<html></html>", "text/html"))
    with pytest.raises(APIResponseError):
        caller.run(LLAMA, TextToImageParams(prompt="x"))


def test_an_answer_without_a_body_is_no_file(caller: Caller, service: Service) -> None:
    service.replies(Reply((), 204, length=0))
    caller.options["on_drift"] = "ignore"
    assert caller.run(LLAMA, prompt="x") is None
    assert caller.run(LLAMA, TextToImageParams(prompt="x")).content == b""


def test_saving_fails_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "image"
    target.write_bytes(b"old")

    def broken(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="disk full"):
        TextToImageResponse(PNG).save(target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


WORDS = [{"word": "a", "start": 0.5, "end": 1}, {"word": "b", "start": "1.0", "end": 2}]


def test_drift_loses_nothing_and_names_the_place(caller: Caller, service: Service) -> None:
    service.replies(result({"word_count": 2, "words": WORDS}))
    with pytest.warns(SchemaDriftWarning) as caught:
        answer = caller.run(LLAMA, LISTEN)
    assert type(answer) is AutomaticSpeechRecognitionResponse
    assert (answer.words[0].end, answer.words[1].start) == (1.0, "1.0")
    drifts = sorted(str(warning.message).partition(" (")[0] for warning in caught)
    assert drifts == [
        "$.result.text: expected str, got nothing",
        "$.result.words[1].start: expected float, got str",
    ]


@pytest.mark.parametrize("form", ["run", "stream"])
def test_warnings_point_at_the_line_that_called(
    caller: Caller, service: Service, form: str
) -> None:
    wrong = b'data: {"response": 5}\n\ndata: [DONE]\n\n'
    service.replies(events(wrong) if form == "stream" else result({"response": 5}))
    with pytest.warns(SchemaDriftWarning) as caught:
        getattr(caller, form)(LLAMA, GENERATE)
    assert [warning.filename for warning in caught] == [callers.__file__]


def test_one_warning_per_place(client: Cloudflare, service: Service) -> None:
    many = [{"start": str(number)} for number in range(50)]
    service.replies(result({"text": "", "words": many}))
    with pytest.warns(SchemaDriftWarning) as caught:
        client.ai.run(LLAMA, LISTEN)
    assert len(caught) == 1
    # Warnings are errors here, so a second one would be raised.
    client.ai.run(LLAMA, LISTEN)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "$.result: expected object, got null"),
        (5, "$.result: expected object, got int"),
        ("x", "$.result: expected object, got str"),
        ([], "$.result: expected object, got list"),
        (True, "$.result: expected object, got bool"),
    ],
)
def test_a_result_of_another_kind_is_still_an_answer(
    caller: Caller, service: Service, value: object, expected: str
) -> None:
    service.replies(result(value))
    with pytest.warns(SchemaDriftWarning) as caught:
        answer = caller.run(LLAMA, TRANSLATE)
    assert answer == TranslationResponse()
    assert answer.extra_fields == ({} if value is None else {"result": value})
    assert str(caught[0].message).startswith(expected)


def test_an_answer_without_an_envelope(caller: Caller, service: Service) -> None:
    service.replies(document({"translated_text": "salut"}))
    with pytest.warns(SchemaDriftWarning, match=r"^\$: expected an envelope, got object"):
        assert caller.run(LLAMA, TRANSLATE).translated_text == "salut"


def test_an_envelope_without_a_result(caller: Caller, service: Service) -> None:
    service.replies(document({"success": True}))
    with pytest.warns(SchemaDriftWarning, match=r"^\$\.result: expected object, got nothing"):
        assert caller.run(LLAMA, TRANSLATE) == TranslationResponse()


def test_a_file_in_place_of_json(caller: Caller, service: Service) -> None:
    service.replies(body(PNG, "image/png"))
    with pytest.warns(SchemaDriftWarning, match=r"^\$: expected object, got image/png"):
        assert caller.run(LLAMA, TRANSLATE).content == PNG


def test_drift_can_be_ignored(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": 5}))
    caller.options["on_drift"] = "ignore"
    assert caller.run(LLAMA, TRANSLATE).translated_text == 5


def test_drift_can_raise(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": 5}))
    caller.options["on_drift"] = "raise"
    with pytest.raises(APIResponseError, match="expected str, got int") as caught:
        caller.run(LLAMA, TRANSLATE)
    assert json.loads(caught.value.body)["result"] == {"translated_text": 5}
    assert len(service.received) == 1


def test_drift_can_be_reported_to_a_callable(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": 5, "score": 1}))
    drifts: list[SchemaDrift] = []
    caller.options["on_drift"] = drifts.append
    caller.run(LLAMA, TRANSLATE)
    variant, path = "TranslationParams", "$.result.translated_text"
    assert drifts == [(LLAMA, variant, path, "str", "int")]
    assert drifts[0].path == path


def test_a_callable_may_ask_for_unknown_fields(caller: Caller, service: Service) -> None:
    service.replies(result({"response": "x", "id": 5, "usage": {"cached": {"a": 1}}}))
    drifts: list[SchemaDrift] = []
    caller.options["on_drift"] = with_unknown_fields(drifts.append)
    caller.run(LLAMA, GENERATE)
    assert sorted((drift.path, drift.expected, drift.got) for drift in drifts) == [
        ("$.result.id", "nothing", "int"),
        ("$.result.usage.cached", "nothing", "object"),
    ]


@pytest.mark.parametrize("policy", ["loud", None, 5])
def test_what_is_no_policy(policy: Any) -> None:
    with pytest.raises(ValueError, match="on_drift"):
        Cloudflare(api_token="t", on_drift=policy)


@pytest.mark.parametrize("padding", [0, 10_000])
def test_unknown_fields_are_kept_everywhere(caller: Caller, service: Service, padding: int) -> None:
    answered = {
        "response": "x" * padding,
        "id": "chat-1",
        "usage": {"prompt_tokens": 1, "details": {"cached": 2}},
        "tool_calls": [{"name": "f", "arguments": {"any": "thing"}}, {"name": "g", "key": 3}],
    }
    service.replies(result(answered))
    answer = caller.run(LLAMA, GENERATE)
    assert answer.extra_fields == {"id": "chat-1"}
    assert answer.usage.extra_fields == {"details": {"cached": 2}}
    assert [call.extra_fields for call in answer.tool_calls] == [{}, {"key": 3}]
    assert answer.to_dict() == answered


@pytest.mark.parametrize(
    ("vectors", "extra", "kept"),
    [(2000, {}, False), (2000, {"pooling": "cls"}, True), (1, {}, False)],
)
def test_large_documents_are_kept_only_for_a_reason(
    client: Cloudflare, service: Service, vectors: int, extra: dict[str, str], kept: bool
) -> None:
    service.replies(result({"data": [[0.25, 0.5]] * vectors, **extra}))
    answer = client.ai.run(LLAMA, TextEmbeddingsParams(text="x"))
    assert ("_raw" in vars(answer)) is kept
    assert answer.extra_fields == extra


@pytest.mark.parametrize("padding", [0, 10_000])
def test_names_of_the_envelope_may_be_fields(
    client: Cloudflare, service: Service, padding: int
) -> None:
    extra = {"errors": [1], "messages": "x" * padding, "success": True}
    service.replies(
        body(json.dumps({"result": {"translated_text": "y", **extra}}).encode(), "application/json")
    )
    assert client.ai.run(LLAMA, TRANSLATE).extra_fields == extra


def test_a_quote_in_a_text_hides_no_field(client: Cloudflare, service: Service) -> None:
    text = 'say "hi", \\ and "usage": 5' * 500
    service.replies(result({"translated_text": text, "after": 1}))
    answer = client.ai.run(LLAMA, TRANSLATE)
    assert (answer.translated_text, answer.extra_fields) == (text, {"after": 1})


def test_bookkeeping_does_not_show(client: Cloudflare, service: Service) -> None:
    service.replies(result({"translated_text": "salut", "score": 1}))
    answer = client.ai.run(LLAMA, TRANSLATE)
    same = TranslationResponse(translated_text="salut")
    assert (answer, repr(answer), hash(answer)) == (same, repr(same), hash(same))
    assert dataclasses.asdict(answer) == {"translated_text": "salut"}
    assert dataclasses.replace(answer, translated_text="hallo").translated_text == "hallo"
    assert [field.name for field in dataclasses.fields(answer)] == ["translated_text"]
    for twin in (pickle.loads(pickle.dumps(answer)), copy.copy(answer), copy.deepcopy(answer)):
        assert (twin, twin.extra_fields) == (answer, {"score": 1})
    with pytest.raises(TypeError):
        answer.extra_fields["score"] = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.translated_text = "y"


@pytest.mark.parametrize(
    "wire",
    [
        {},
        {"response": None},
        {"response": "x", "usage": {"prompt_tokens": 2}},
        {"response": "x", "unknown": [None, {"a": 1}]},
        {"choices": [{"message": {"content": None, "role": "assistant"}, "index": 0}]},
    ],
)
def test_records_come_from_dicts_and_go_back(wire: dict[str, Any]) -> None:
    assert TextGenerationResponse.from_dict(wire).to_dict() == wire


def test_params_come_from_dicts_and_go_back() -> None:
    wire = {"prompt": "x", "seed": None, "new_field": 1}
    assert TextGenerationPromptParams.from_dict({"prompt": "x", "new_field": 1}).to_dict() == {
        "prompt": "x",
        "new_field": 1,
    }
    with pytest.raises(ValueError, match=r"\$\.seed: expected int, got null"):
        TextGenerationPromptParams.from_dict(wire)
    with pytest.raises(ValueError, match=r"\$\.prompt: expected str, got nothing"):
        TextGenerationPromptParams.from_dict({})
    with pytest.raises(TypeError, match="Expected a mapping"):
        TextGenerationPromptParams.from_dict([])  # type: ignore[arg-type]


def test_lists_are_lists_of_records(caller: Caller, service: Service) -> None:
    service.replies(result([{"label": "cat", "box": {"xmin": 1, "depth": 2}}, {}]))
    first, second = caller.run(LLAMA, ObjectDetectionParams(image=b"x"))
    assert (first.label, first.box.xmin, first.box.extra_fields) == ("cat", 1.0, {"depth": 2})
    assert second.box is None


def test_raw_responses(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": "salut"}))
    response, answer = caller.raw(LLAMA, TRANSLATE)
    assert answer == TranslationResponse(translated_text="salut")
    assert (response.status_code, response.ray_id) == (200, response.headers["CF-Ray"])
    assert response.http_request.method == "POST"
    assert response.is_closed


@pytest.mark.parametrize("end", ["", "\n", "\r", "\r\n"])
@pytest.mark.parametrize("size", [1, 3, 100])
def test_lines_end_where_http_ends_them(
    caller: Caller, service: Service, size: int, end: str
) -> None:
    """And not within a text of JSON; whatever the pieces are."""
    lines = ['{"a": "\u00e9\u2028\x85\x0c"}', "", '{"b": 1}', "\u20ac"]
    sent = f"{lines[0]}\r\n\n{lines[2]}\r{lines[3]}{end}".encode()
    pieces = [sent[start : start + size] for start in range(0, len(sent), size)]
    service.replies(Reply(pieces, headers={"content-type": "application/x-ndjson"}))
    assert caller.lines(LLAMA, text="x", target_lang="fr") == lines


@pytest.mark.parametrize("unread", [False, True])
def test_a_raw_response_of_a_stream(caller: Caller, service: Service, unread: bool) -> None:
    """As in the official SDK, it is the response; and `parse` gives the stream."""
    sent = [b'data: {"response": "a"}\n\n', b'data: {"response": "b"}\n\n', b"data: [DONE]\n\n"]
    service.replies(events(*sent))
    asked: dict[str, Any] = {"prompt": "x", "stream": True}

    def sync(client: Cloudflare) -> list[Any]:
        if unread:
            with client.ai.with_streaming_response.run(LLAMA, **asked) as response:
                found = [chunk.response for chunk in response.parse()]
            with client.ai.with_streaming_response.run(LLAMA, **asked) as response:
                return [found, list(response.iter_lines())]
        response = client.ai.with_raw_response.run(LLAMA, **asked)
        return [[chunk.response for chunk in response.parse()], response.text().splitlines()]

    async def parallel(client: AsyncCloudflare) -> list[Any]:
        if unread:
            async with client.ai.with_streaming_response.run(LLAMA, **asked) as response:
                found = [chunk.response async for chunk in await response.parse()]
            async with client.ai.with_streaming_response.run(LLAMA, **asked) as response:
                return [found, [line async for line in response.iter_lines()]]
        response = await client.ai.with_raw_response.run(LLAMA, **asked)
        found = [chunk.response async for chunk in await response.parse()]
        return [found, (await response.text()).splitlines()]

    chunks, lines = caller.call(sync, parallel)
    assert chunks == ["a", "b"]
    assert lines == b"".join(sent).decode().splitlines()
    assert service.last.json() == asked
    assert service.wait_until_free()


WHOLE = b'{"result":\n{"translated_text": "salut"},\n"success": true}'
READ: dict[str, Any] = {
    "read": WHOLE,
    "text": WHOLE.decode(),
    "json": json.loads(WHOLE),
    "parse": TranslationResponse(translated_text="salut"),
    "iter_bytes": WHOLE,
    "iter_lines": WHOLE.decode().split("\n"),
}


@pytest.mark.parametrize("name", READ)
def test_what_a_streamed_response_gives(caller: Caller, service: Service, name: str) -> None:
    service.replies(Reply((WHOLE[:12], WHOLE[12:]), headers={"content-type": "application/json"}))
    arguments: dict[str, Any] = {"text": "x", "target_lang": "fr"}

    def sync(client: Cloudflare) -> Any:
        with client.ai.with_streaming_response.run(LLAMA, **arguments) as response:
            assert not response.is_closed
            found = getattr(response, name)()
            return response, list(found) if name.startswith("iter") else found

    async def parallel(client: AsyncCloudflare) -> Any:
        async with client.ai.with_streaming_response.run(LLAMA, **arguments) as response:
            assert not response.is_closed
            if name.startswith("iter"):
                return response, [piece async for piece in getattr(response, name)()]
            return response, await getattr(response, name)()

    response, found = caller.call(sync, parallel)
    assert (b"".join(found) if name == "iter_bytes" else found) == READ[name]
    assert type(response.status_code) is int
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert response.ray_id == response.headers["cf-ray"] == RAY
    request = response.http_request
    assert (request.method, request.url.path) == ("POST", service.last.target)
    assert json.loads(request.content) == service.last.json() == arguments
    assert response.is_closed
    assert len(service.received) == 1


# httpx2 2.16 iterates over the pool's generator without closing it; trio says so.
@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_a_streamed_response_is_read_on_the_way(caller: Caller, service: Service) -> None:
    """What has come can be had, though the rest is not there yet."""
    service.replies(Reply((WHOLE[:12], Wait(30)), headers={"content-type": "application/json"}))

    def sync(client: Cloudflare) -> Any:
        with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            with closing(response.iter_bytes()) as pieces:
                return response, next(pieces)

    async def parallel(client: AsyncCloudflare) -> Any:
        async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            async with aclosing(response.iter_bytes()) as pieces:
                return response, await anext(pieces)

    response, first = caller.call(sync, parallel)
    assert first == WHOLE[:12]
    assert response.is_closed


def test_a_streamed_response_that_nobody_reads(caller: Caller, service: Service) -> None:
    service.replies(Reply((WHOLE[:12], Wait(30)), headers={"content-type": "application/json"}))

    def sync(client: Cloudflare) -> Any:
        with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            pass
        return response.is_closed

    async def parallel(client: AsyncCloudflare) -> Any:
        async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            pass
        return response.is_closed

    assert caller.call(sync, parallel) is True


@pytest.mark.parametrize("status", [400, 200])
def test_a_streamed_response_that_failed(caller: Caller, service: Service, status: int) -> None:
    service.replies(refusal(status, 5007))

    def sync(client: Cloudflare) -> Any:
        with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            assert status == response.status_code == 200
            return response.parse()

    async def parallel(client: AsyncCloudflare) -> Any:
        async with client.ai.with_streaming_response.run(LLAMA, TRANSLATE) as response:
            assert status == response.status_code == 200
            return await response.parse()

    with pytest.raises(BadRequestError, match="5007"):
        caller.call(sync, parallel)


def test_streamed_responses(client: Cloudflare, service: Service) -> None:
    service.replies(result({"translated_text": "salut"}))
    streaming = client.ai.with_streaming_response
    with streaming.run(LLAMA, TRANSLATE) as response:
        assert not response.is_closed
        assert response.parse().translated_text == "salut"
        assert response.json() == json.loads(response.text()) == json.loads(response.read())
    with streaming.run(LLAMA, text="x", target_lang="fr") as response:
        assert b"".join(response.iter_bytes(3)).startswith(b'{"result"')
    with streaming.run(LLAMA, TRANSLATE) as response:
        assert "".join(response.iter_lines()).startswith('{"result"')
    with streaming.run(LLAMA, TRANSLATE) as response:
        pass
    assert response.is_closed


@pytest.mark.anyio
async def test_streamed_responses_in_tasks(anyio_backend: str, service: Service) -> None:
    from workers_ai import AsyncCloudflare

    service.replies(result({"translated_text": "salut"}))
    async with AsyncCloudflare(api_token="t", account_id="a", base_url=service.base_url) as client:
        streaming = client.ai.with_streaming_response
        async with streaming.run(LLAMA, TRANSLATE) as response:
            assert not response.is_closed
            assert (await response.parse()).translated_text == "salut"
            assert await response.json() == json.loads(await response.text())
        async with streaming.run(LLAMA, TRANSLATE) as response:
            assert b"".join([piece async for piece in response.iter_bytes()])
        async with streaming.run(LLAMA, TRANSLATE) as response:
            assert [line async for line in response.iter_lines()]
        assert response.is_closed


def test_no_warning_without_drift(caller: Caller, service: Service) -> None:
    service.replies(result({"response": None, "tool_calls": [{"name": "f", "arguments": {}}]}))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert caller.run(LLAMA, GENERATE).response is None


def test_an_error_alone_is_a_failure_whatever_the_status(caller: Caller, service: Service) -> None:
    """Without an envelope, and with 200, as services that OpenAI's clients call send it."""
    service.replies(document({"error": {"message": "Overloaded.", "code": 3040}}))
    with pytest.raises(APIStatusError, match=r"3040: Overloaded\."):
        caller.run(LLAMA, GENERATE)


def test_only_members_next_to_a_file_that_the_schema_lacks_are_unknown() -> None:
    class Image(BinaryResponse, base64="image", others=["seed"]):
        pass

    members = {"image": base64.b64encode(PNG).decode(), "seed": 3, "nsfw": False}
    image = Image.from_dict(members)
    assert (image.content, image.to_dict()) == (PNG, members)
    assert image.extra_fields == {"seed": 3, "nsfw": False}
    assert [str(one) for one in unknown_members(image, "$")] == [
        "$.nsfw: expected nothing, got bool"
    ]
