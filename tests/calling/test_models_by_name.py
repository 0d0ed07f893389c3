"""Every model of the pinned document is called by name, as its own schema has it."""

from __future__ import annotations

import asyncio
import json
import warnings
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import workers_ai as w

from flaregen.schemas.model_groups import ModelForm, ModelGroup, model_groups
from flaregen.schemas.schema import Binary
from tests.calling.clients import OPTIONS, client_of
from tests.support import service
from tests.support.documents import sample
from tests.support.loopback import Answer, Received, envelope, serve
from tests.support.pinned import pinned, pinned_config


class Case(NamedTuple):
    model: str
    group: ModelGroup
    form: ModelForm
    fields: dict[str, Any]


@cache
def groups() -> tuple[ModelGroup, ...]:
    reading = pinned()
    return model_groups(reading.document, reading.operations[0].operation, pinned_config().wire)


def calls(*, full: bool) -> Iterator[Case]:
    for group in groups():
        for form in group.forms:
            fields = {
                field.wire: _value(field.schema, full=full)
                for field in form.schema.fields
                if (field.required or full) and field.wire != form.stream_flag
            }
            for model in group.models:
                yield Case(model.value, group, form, fields)


def _value(schema: Any, *, full: bool) -> Any:
    raw = isinstance(schema, Binary) and schema.encoding == "raw"
    return service.FILES["audio/mpeg"] if raw else sample(schema, full=full)


def _serve() -> Any:
    return serve(partial(service.answer, deprecated=True))


@contextmanager
def _strict() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def test_every_model_takes_a_minimal_and_a_full_call() -> None:
    failed = []
    with _serve() as server, _strict(), client_of(server, on_drift="raise") as client:
        for case in (*calls(full=False), *calls(full=True)):
            try:
                client.ai.model(case.model).run(**case.fields)
            except Exception as error:  # noqa: BLE001  # all of them are reported
                failed.append(f"{case.model} {sorted(case.fields)}: {error}")
    assert not failed, "\n".join(failed)


def test_every_model_takes_both_asynchronously() -> None:
    async def run(url: str) -> None:
        async with w.AsyncCloudflare(base_url=url, on_drift="raise", **OPTIONS) as client:
            for case in (*calls(full=False), *calls(full=True)):
                await client.ai.model(case.model).run(**case.fields)
            for case in firsts():
                response = await client.ai.with_raw_response.model(case.model).run(**case.fields)
                await response.parse()

    with _serve() as server, _strict():
        asyncio.run(run(server.url))


def test_every_model_gives_its_response_unread() -> None:
    async def run(url: str) -> None:
        async with w.AsyncCloudflare(base_url=url, on_drift="raise", **OPTIONS) as client:
            unread = client.ai.with_streaming_response
            for case in firsts():
                async with unread.model(case.model).run(**case.fields) as response:
                    assert not response.http_response.is_closed
                    await response.parse()

    with _serve() as server, _strict(), client_of(server, on_drift="raise") as client:
        for case in firsts():
            sent = len(server.received)
            pending: Any = client.ai.with_streaming_response.model(case.model).run(**case.fields)
            assert len(server.received) == sent
            with pending as response:
                assert not response.http_response.is_closed
                response.parse()
        asyncio.run(run(server.url))


def firsts() -> Iterator[Case]:
    """A call for each form: models of a group have all of it in common."""
    for case in calls(full=False):
        if case.model == case.group.models[0].value:
            yield case


def _streamed(*, full: bool) -> Iterator[Case]:
    return (case for case in calls(full=full) if case.form.event is not None)


def test_models_that_stream_give_pieces() -> None:
    streamed = [*_streamed(full=False), *_streamed(full=True)]
    assert len(streamed) > 100

    async def read(url: str) -> None:
        async with w.AsyncCloudflare(base_url=url, on_drift="raise", **OPTIONS) as client:
            for case in streamed:
                async with client.ai.model(case.model).stream(**case.fields) as stream:
                    assert len([piece async for piece in stream]) == 2

    with _serve() as server, _strict(), client_of(server, on_drift="raise") as client:
        for case in streamed:
            assert len(list(client.ai.model(case.model).stream(**case.fields))) == 2
        asyncio.run(read(server.url))


def test_responses_of_streams_give_pieces() -> None:
    kimi, fields = "@cf/moonshotai/kimi-k2.6", {"messages": [{"role": "user", "content": "x"}]}
    said = [*service.PIECES]

    async def read(url: str) -> None:
        async with w.AsyncCloudflare(base_url=url, **OPTIONS) as client:
            raw, unread = client.ai.with_raw_response, client.ai.with_streaming_response
            stream = await (await raw.model(kimi).stream(**fields)).parse()
            assert [piece.text async for piece in stream] == said
            async with unread.model(kimi).stream(**fields) as response:
                assert [piece.text async for piece in await response.parse()] == said

    with _serve() as server, _strict(), client_of(server) as client:
        raw: Any = client.ai.with_raw_response.model(kimi)
        response = raw.stream(**fields)
        assert response.headers["content-type"] == "text/event-stream"
        assert [piece.text for piece in response.parse()] == said
        with client.ai.with_streaming_response.model(kimi).stream(**fields) as unread:
            assert [piece.text for piece in unread.parse()] == said
        with pytest.raises(AttributeError, match="object has no attribute 'batch'"):
            raw.batch([])
        asyncio.run(read(server.url))


def test_models_that_can_be_queued_take_batches() -> None:
    with _serve() as server, _strict(), client_of(server, on_drift="raise") as client:
        for case in firsts():
            runner = client.ai.model(case.model)
            if hasattr(runner, "batch"):
                (answer,) = runner.batch([case.fields]).wait()
                assert answer is not None


PNG, MP3 = service.FILES["image/png"], service.FILES["audio/mpeg"]


def test_a_file_in_a_batch_is_base64() -> None:
    """Even where it is all of the body of a call."""
    with _serve() as server, _strict(), client_of(server, on_drift="raise") as client:
        runner = client.ai.model("@cf/pipecat-ai/smart-turn-v2")
        assert runner.run(audio=MP3) == runner.batch([{"audio": MP3}]).wait()[0]
    assert [request.headers["content-type"] for request in server.received] == [
        "audio/mpeg",
        "application/json",
    ]
    assert server.last.json()["requests"][0]["audio"] == b64encode(MP3).decode()


def _sent(model: str, **fields: Any) -> Received:
    with _serve() as server, client_of(server) as client:
        client.ai.model(model).run(**fields)
    return server.last


def test_a_file_in_a_message_is_a_data_url(tmp_path: Path) -> None:
    picture = tmp_path / "picture"
    picture.write_bytes(PNG)
    part = {"type": "image_url", "image_url": {"url": picture}}
    messages = [{"role": "user", "content": [part]}]
    sent = _sent("@cf/moonshotai/kimi-k2.6", messages=messages).json()
    assert sent["messages"][0]["content"][0]["image_url"]["url"] == (
        f"data:image/png;base64,{b64encode(PNG).decode()}"
    )


def test_a_file_in_a_message_of_a_batch_is_a_data_url() -> None:
    part = {"type": "image_url", "image_url": {"url": PNG}}
    params = w.TextGenerationMessagesParams(messages=[{"role": "user", "content": [part]}])
    with _serve() as server, client_of(server, on_drift="ignore") as client:
        client.ai.batch("@cf/google/gemma-4-26b-a4b-it", [params])
    (request,) = server.last.json()["requests"]
    assert request["messages"][0]["content"][0]["image_url"]["url"] == (
        f"data:image/png;base64,{b64encode(PNG).decode()}"
    )


@pytest.mark.parametrize("model", ["@cf/moonshotai/kimi-k2.6", "@cf/zai-org/glm-4.7-flash"])
def test_what_is_left_out_of_a_message_is_not_sent(model: str) -> None:
    sent = _sent(model, messages=[{"role": "user", "content": "x", "name": w.UNSET}])
    assert sent.json()["messages"] == [{"role": "user", "content": "x"}]


def test_a_recording_goes_as_the_model_wants_it() -> None:
    sent = _sent("@cf/deepgram/nova-3", audio=MP3, mode="general", diarize=True)
    assert (sent.body, sent.headers["content-type"]) == (MP3, "audio/mpeg")
    assert sent.path.endswith("nova-3?mode=general&diarize=true")
    sent = _sent("@cf/openai/whisper-large-v3-turbo", audio=MP3, language="en")
    assert sent.json() == {"audio": b64encode(MP3).decode(), "language": "en"}
    sent = _sent("@cf/openai/whisper", audio=MP3)
    assert (sent.body, sent.headers["content-type"]) == (MP3, "application/octet-stream")
    sent = _sent("@cf/llava-hf/llava-1.5-7b-hf", image=PNG, prompt="What is it?")
    assert sent.json() == {"image": list(PNG), "prompt": "What is it?"}


def test_a_file_of_no_known_kind_goes_by_its_name(tmp_path: Path) -> None:
    recording = tmp_path / "speech.wav"
    recording.write_bytes(b"content")
    sent = _sent("@cf/deepgram/nova-3", audio=recording)
    assert sent.headers["content-type"] == "audio/x-wav"
    assert _sent("@cf/deepgram/nova-3", audio=b"content").headers["content-type"] == "audio/mpeg"


def test_a_form_has_a_part_for_each_member() -> None:
    sent = _sent("@cf/black-forest-labs/flux-2-dev", prompt="A lake", width=512, input_image_0=PNG)
    assert sent.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'name="prompt"\r\n\r\nA lake' in sent.body
    assert b'name="width"\r\n\r\n512' in sent.body
    assert b"Content-Type: image/png\r\n\r\n" + PNG in sent.body


def test_an_unknown_model_is_sent_what_it_is_given() -> None:
    with serve(envelope({"any": ["thing"]})) as server, client_of(server) as client:
        runner = client.ai.model(f"@cf/new/{server.url[-4:]}")
        assert runner.run(prompt="x", file=PNG) == {"any": ["thing"]}
        assert server.last.json() == {"prompt": "x", "file": b64encode(PNG).decode()}
        runner.run(PNG)
        assert (server.last.body, server.last.headers["content-type"]) == (PNG, "image/png")
        assert runner.info.name == f"@cf/new/{server.url[-4:]}"


def test_a_keyword_that_the_schema_lacks_is_reported_and_sent() -> None:
    drifts: list[w.SchemaDrift] = []
    with _serve() as server, client_of(server, on_drift=drifts.append) as client:
        rerank = client.ai.model("@cf/baai/bge-reranker-base")
        fields: Any = {"query": "x", "contexts": [], "normalised": True}
        rerank.run(**fields)
        assert server.last.json() == fields
        assert [str(drift) for drift in drifts] == [
            "$.normalised: expected nothing, got bool (RerankInput of @cf/baai/bge-reranker-base)"
        ]
        with pytest.raises(TypeError, match="did you mean 'contexts'"):
            rerank.run(query="x", context=[])
        strict = client.with_options(on_drift="raise")
        with pytest.raises(w.SchemaDriftError, match="normalised"):
            strict.ai.model("@cf/baai/bge-reranker-base").run(**fields)
    assert len(server.received) == 1


def test_params_that_a_model_does_not_take_are_reported_and_sent() -> None:
    drifts: list[w.SchemaDrift] = []
    params = w.TranslationParams(text="x", target_lang="fr")
    with _serve() as server, client_of(server, on_drift=drifts.append) as client:
        with pytest.raises(w.APIStatusError):
            client.ai.run("@cf/baai/bge-reranker-base", params)
        assert server.last.json() == {"text": "x", "target_lang": "fr"}
        assert {(drift.path, drift.expected, drift.variant) for drift in drifts} == {
            ("$.text", "nothing", "RerankInput"),
            ("$.target_lang", "nothing", "RerankInput"),
        }
        with pytest.raises(w.SchemaDriftError, match="RerankInput of @cf/baai/bge-reranker-base"):
            client.with_options(on_drift="raise").ai.run("@cf/baai/bge-reranker-base", params)
    assert len(server.received) == 1


def test_what_is_known_of_a_model() -> None:
    with _serve() as server, _strict(), client_of(server) as client:
        info = client.ai.model("@cf/moonshotai/kimi-k2.6").info
        assert (info.task, info.context_window, info.deprecated) == (
            "Text Generation",
            262144,
            False,
        )
        assert info.price is not None
        assert info.price[0].currency == "USD"
        old = client.ai.model("@cf/facebook/bart-large-cnn").info
        assert (old.deprecated, old.planned_deprecation_date) == (True, "2026-05-30")


_CALL = {"id": "call-1", "type": "function", "function": {"name": "t", "arguments": '{"a": 1}'}}
_USAGE = {"prompt_tokens": 2, "completion_tokens": 3, "total_tokens": 5}
_ANSWERS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    (
        "@cf/moonshotai/kimi-k2.6",
        {"messages": [{"role": "user", "content": "x"}]},
        {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": "m",
            "choices": [
                {
                    "index": 0,
                    "message": {
                        "role": "assistant",
                        "content": "blue",
                        "reasoning_content": "hm",
                        "tool_calls": [_CALL],
                    },
                    "finish_reason": "stop",
                }
            ],
            "usage": _USAGE,
        },
    ),
    (
        "@cf/meta/llama-3.2-1b-instruct",
        {"prompt": "x"},
        {
            "response": "blue",
            "tool_calls": [{"name": "t", "arguments": {"a": 1}}, _CALL],
            "usage": _USAGE,
        },
    ),
    (
        "@cf/openai/gpt-oss-20b",
        {"input": "x"},
        {
            "id": "1",
            "object": "response",
            "created_at": 1,
            "status": "completed",
            "output": [
                {
                    "type": "reasoning",
                    "id": "r",
                    "summary": [{"type": "summary_text", "text": "hm"}],
                },
                {
                    "type": "message",
                    "id": "m",
                    "role": "assistant",
                    "status": "completed",
                    "content": [
                        {"type": "output_text", "text": "bl"},
                        {"type": "output_text", "text": "ue"},
                    ],
                },
                {
                    "type": "function_call",
                    "call_id": "call-1",
                    "name": "t",
                    "arguments": '{"a": 1}',
                },
            ],
            "usage": {"input_tokens": 2, "output_tokens": 3, "total_tokens": 5},
        },
    ),
]


@pytest.mark.parametrize(("model", "fields", "answer"), _ANSWERS)
def test_answers_of_all_forms_read_the_same(
    model: str, fields: dict[str, Any], answer: dict[str, Any]
) -> None:
    with serve(envelope(answer)) as server, client_of(server, on_drift="ignore") as client:
        read: Any = client.ai.model(model).run(**fields)
    assert read.text == "blue"
    assert read.reasoning == ("" if "response" in answer else "hm")
    assert {(call.name, call.arguments["a"]) for call in read.tool_calls} == {("t", 1)}
    assert read.tool_calls[-1].id == "call-1"
    assert read.finish_reason in {None, "stop", "completed"}
    assert _tokens(read) == (2, 3, 5)
    assert read.to_dict() == answer


def _tokens(read: Any) -> tuple[int, int, int]:
    used = read.usage
    return used.prompt_tokens, used.completion_tokens, used.total_tokens


_COMMON = {"text", "reasoning", "tool_calls", "finish_reason", "usage"}


def test_whatever_has_a_text_has_the_rest() -> None:
    """A recognized speech has a text as well, which is a field."""
    counts = []
    with _serve() as server, _strict(), client_of(server) as client:
        for case in firsts():
            runner: Any = client.ai.model(case.model)
            pieces = next(iter(runner.stream(**case.fields))) if case.form.event else None
            counts += [
                sum(hasattr(read, name) for name in _COMMON)
                for read in (runner.run(**case.fields), pieces)
                if isinstance(getattr(type(read), "text", None), property)
            ]
    assert len(counts) > 20
    assert {*counts} == {len(_COMMON)}


def test_pieces_of_all_forms_read_the_same() -> None:
    streamed = [case for case in firsts() if case.form.event is not None]
    with _serve() as server, _strict(), client_of(server) as client:
        for case in streamed:
            stream: Any = client.ai.model(case.model).stream(**case.fields)
            if case.form.label != "Moondream":
                assert "".join(chunk.text for chunk in stream) == "".join(service.PIECES), (
                    case.model
                )


def _events(*events: dict[str, Any], done: bool = True) -> Answer:
    lines = [f"data: {json.dumps(event)}\n\n" for event in events]
    said = "".join([*lines, *(["data: [DONE]\n\n"] if done else [])])
    return Answer(said.encode(), headers={"Content-Type": "text/event-stream"})


def _delta(reason: str | None = None, index: int = 0, **delta: Any) -> dict[str, Any]:
    return {"choices": [{"index": index, "delta": delta, "finish_reason": reason}]}


def _call(**function: str) -> dict[str, Any]:
    return _delta(tool_calls=[{"index": 0, "function": function}])


_BEGUN = _delta(tool_calls=[_CALL | {"index": 0, "function": {"name": "t", "arguments": ""}}])
_IN_PIECES = (_BEGUN, _call(arguments='{"a"'), _call(arguments=": 1}"))
_STREAMS: list[tuple[str, dict[str, Any], Answer]] = [
    (*_ANSWERS[0][:2], _events(*_IN_PIECES, _delta("tool_calls"))),
    (*_ANSWERS[0][:2], _events(*_IN_PIECES)),
    (*_ANSWERS[1][:2], _events({"response": None, "tool_calls": [_CALL]})),
    (
        *_ANSWERS[2][:2],
        _events(
            {"type": "response.function_call_arguments.delta", "delta": '{"a"'},
            {"type": "response.completed", "response": _ANSWERS[2][2]},
            done=False,
        ),
    ),
]


@pytest.mark.parametrize(("model", "fields", "events"), _STREAMS)
def test_calls_of_tools_in_streams_of_all_forms_read_the_same(
    model: str, fields: dict[str, Any], events: Answer
) -> None:
    with serve(events) as server, client_of(server, on_drift="raise") as client:
        runner: Any = client.ai.model(model)
        calls = [call for chunk in runner.stream(**fields) for call in chunk.tool_calls]
        assert [(call.id, call.name, call.arguments) for call in calls] == [
            ("call-1", "t", {"a": 1})
        ]
        if "messages" in fields:
            said = {"role": "assistant", "content": None, "tool_calls": calls}
            list(runner.stream(messages=[said]))
            sent = server.last.json()["messages"][0]["tool_calls"]
            assert sent == [_CALL | {"index": 0}]


@pytest.mark.parametrize("calls", [[None], False, [3, "t"], [{"index": []}, {"index": {}}], [[]]])
def test_calls_of_tools_that_are_no_objects_are_reported(calls: Any) -> None:
    """They were an AttributeError or a TypeError, where the pieces are put together."""
    reported: list[Any] = []
    model, fields, _ = _ANSWERS[0]
    odd = (*_IN_PIECES, _delta(tool_calls=calls, content="blue"), _delta("stop"))
    with serve(_events(*odd)) as server, client_of(server, on_drift=reported.append) as client:
        runner: Any = client.ai.model(model)
        chunks = list(runner.stream(**fields))
    assert "".join(chunk.text for chunk in chunks) == "blue"
    assert ("t", {"a": 1}) in [(call.name, call.arguments) for call in chunks[-1].tool_calls]
    assert {drift.path.partition("tool_calls")[1] for drift in reported} == {"tool_calls"}


def test_what_several_answers_say_in_turn_is_not_mixed() -> None:
    events = (_delta(content="b"), _delta(index=1, content="c"), _delta("stop", content="lue"))
    model, fields, _ = _ANSWERS[0]
    with serve(_events(*events)) as server, client_of(server, on_drift="raise") as client:
        runner: Any = client.ai.model(model)
        assert "".join(chunk.text for chunk in runner.stream(**fields)) == "blue"


_REFUSED = {"role": "assistant", "content": None, "refusal": "No."}
_CHOICE = {"index": 0, "message": _REFUSED, "finish_reason": "stop"}
_PART = {"type": "refusal", "refusal": "No."}
_REFUSALS = [
    (*_ANSWERS[0][:2], _ANSWERS[0][2] | {"choices": [_CHOICE]}),
    (
        *_ANSWERS[2][:2],
        _ANSWERS[2][2] | {"output": [_ANSWERS[2][2]["output"][1] | {"content": [_PART]}]},
    ),
]


@pytest.mark.parametrize(("model", "fields", "answer"), _REFUSALS)
def test_a_refusal_is_text(model: str, fields: dict[str, Any], answer: dict[str, Any]) -> None:
    with serve(envelope(answer)) as server, client_of(server, on_drift="raise") as client:
        read: Any = client.ai.model(model).run(**fields)
        assert read.text == "No."
    events = (_delta(refusal="N"), _delta("stop", refusal="o."))
    with serve(_events(*events)) as server, client_of(server, on_drift="ignore") as client:
        pieces: Any = client.ai.model(model).stream(**fields)
        assert "".join(chunk.text for chunk in pieces) == "No."


def test_a_stream_tells_of_a_response_that_failed() -> None:
    model, fields, answer = _ANSWERS[2]
    error = {"code": "server_error", "message": "It broke."}
    failed = {"type": "response.failed", "response": answer | {"status": "failed", "error": error}}
    with serve(_events(failed, done=False)) as server, client_of(server) as client:
        runner: Any = client.ai.model(model)
        with pytest.raises(w.APIStatusError, match=r"It broke\."):
            list(runner.stream(**fields))


def test_a_text_that_continues_a_prompt_is_read_by_its_task() -> None:
    choice = {"index": 0, "text": "blue", "finish_reason": "stop"}
    answer = {"id": "1", "object": "text_completion", "choices": [choice]}
    with serve(envelope(answer)) as server, client_of(server) as client:
        assert client.ai.run("@cf/x/y", w.TextGenerationPromptParams(prompt="x")).text == "blue"
    with serve(_events({"choices": [choice]})) as server, client_of(server) as client:
        assert next(client.ai.stream("@cf/x/y", prompt="x")).text == "blue"


@pytest.mark.parametrize(
    ("content", "text"), [("blue", "blue"), ([{"type": "text", "text": "blue"}], None)]
)
def test_an_answer_of_another_form_is_read_whatever_else_is_odd(content: Any, text: str) -> None:
    """No envelope, or content of another type: both are reported."""
    choice = {"index": 0, "message": _REFUSED | {"content": content}, "finish_reason": "stop"}
    drifts: list[w.SchemaDrift] = []
    answer = Answer(json.dumps({"choices": [choice]}).encode())
    with serve(answer) as server:
        with client_of(server, on_drift=drifts.append) as client:
            read: Any = client.ai.model(_ANSWERS[1][0]).run(prompt="x")
    assert read.choices[0].message.content == content
    assert read.text == (text or json.dumps(content[0], separators=(",", ":")))
    assert drifts[0].expected == "an envelope"


def test_the_message_of_an_answer_goes_back() -> None:
    model, fields, answer = _ANSWERS[0]
    with serve(envelope(answer)) as server, client_of(server) as client:
        kimi: Any = client.ai.model(model)
        read = kimi.run(**fields)
        result = {"role": "tool", "tool_call_id": read.tool_calls[0].id, "content": "7"}
        kimi.run(messages=[*fields["messages"], read.choices[0].message, result])
    message = answer["choices"][0]["message"]
    assert server.last.json()["messages"] == [*fields["messages"], message, result]


@pytest.mark.parametrize("answer", [_ANSWERS[1][2], _ANSWERS[0][2]])
def test_the_answer_of_a_task_reads_the_same_in_both_forms(answer: dict[str, Any]) -> None:
    with serve(envelope(answer)) as server, client_of(server, on_drift="ignore") as client:
        read = client.ai.run("@cf/x/y", w.TextGenerationPromptParams(prompt="x"))
    assert read.text == "blue"
    assert read.reasoning == ("" if "response" in answer else "hm")
    assert {(call.name, call.arguments["a"]) for call in read.tool_calls} == {("t", 1)}
    assert read.tool_calls[-1].id == "call-1"
    assert _tokens(read) == (2, 3, 5)
    assert read.to_dict() == answer


def test_the_answer_of_a_task_goes_back_next_to_dicts() -> None:
    with serve(envelope(_ANSWERS[0][2])) as server, client_of(server, on_drift="ignore") as client:
        asked: list[w.TextGenerationMessage | dict[str, Any]] = [{"role": "user", "content": "x"}]
        read = client.ai.run("@cf/x/y", w.TextGenerationMessagesParams(messages=asked))
        assert read.choices
        message = read.choices[0].message
        assert message
        result = {"role": "tool", "tool_call_id": read.tool_calls[0].id, "content": "7"}
        params = w.TextGenerationMessagesParams(messages=[*asked, message, result])
        client.ai.run("@cf/x/y", params)
    assert server.last.json() == {
        "messages": [*asked, _ANSWERS[0][2]["choices"][0]["message"], result]
    }


def test_what_dicts_may_stand_for_is_read_as_the_class() -> None:
    params = w.TextGenerationMessagesParams.from_dict(
        {"messages": [{"role": "user", "content": "x"}]}
    )
    assert params.messages == [w.TextGenerationMessage(role="user", content="x")]
    with pytest.raises(ValueError, match=r"messages\[0\].role: expected str, got int"):
        w.TextGenerationMessagesParams.from_dict({"messages": [{"role": 1, "content": "x"}]})


_FORMS = [_ANSWERS[2][2], {"output": [], "usage": {"total_tokens": 3}}, {"description": "a lake"}]


@pytest.mark.parametrize("answer", _FORMS)
def test_an_answer_of_another_form_is_reported_and_kept(answer: dict[str, Any]) -> None:
    drifts: list[w.SchemaDrift] = []
    params = w.TextGenerationPromptParams(prompt="x")
    with serve(envelope(answer)) as server, client_of(server, on_drift=drifts.append) as client:
        read = client.ai.run("@cf/x/y", params)
        (chunk,) = client.ai.stream("@cf/x/y", params)
    expected = "members of TextGenerationResponse"
    assert (drifts[0].path, drifts[0].expected) == ("$.result", expected)
    assert drifts[-1].expected == expected
    assert {name: read.extra_fields.get(name, value) for name, value in answer.items()} == answer
    assert chunk.extra_fields.keys() & answer.keys()


def test_a_piece_with_usage_alone_is_no_drift() -> None:
    events = (b'data: {"response": "x"}\n\n', b'data: {"usage": {"total_tokens": 3}, "p": "a"}\n\n')
    answer = Answer((*events, b"data: [DONE]\n\n"), headers={"Content-Type": "text/event-stream"})
    with serve(answer) as server, client_of(server, on_drift="raise") as client:
        assert len(list(client.ai.stream("@cf/x/y", prompt="x"))) == 2


def test_a_suffix_that_does_not_fit_is_reported(tmp_path: Path) -> None:
    jpeg = w.BinaryResponse(service.FILES["image/jpeg"])
    with pytest.warns(UserWarning, match=r"The file is image/jpeg, and .*\.png has the suffix of"):
        jpeg.save(tmp_path / "image.png")
    assert (tmp_path / "image.png").read_bytes() == jpeg.content
    jpeg.save(tmp_path / "image.jpg")
    jpeg.save(tmp_path / "image")
    w.BinaryResponse(service.FILES["audio/wav"]).save(tmp_path / "speech.wav")


def test_calls_by_task_go_as_the_model_wants_them() -> None:
    """The schema of the model says how, the task what it is answered."""
    speech = w.AutomaticSpeechRecognitionParams(audio=MP3)
    image = w.TextToImageParams(prompt="A lake")
    with _serve() as server, client_of(server, on_drift="ignore") as client:
        client.ai.run("@cf/openai/whisper-large-v3-turbo", speech)
        assert server.last.json() == {"audio": b64encode(MP3).decode()}
        client.ai.run("@cf/deepgram/nova-3", speech)
        assert (server.last.body, server.last.headers["content-type"]) == (MP3, "audio/mpeg")
        client.ai.run("@cf/openai/whisper", speech)
        assert (server.last.body, server.last.headers["content-type"][-6:]) == (MP3, "stream")
        assert isinstance(
            client.ai.run("@cf/black-forest-labs/flux-2-dev", image), w.TextToImageResponse
        )
        assert server.last.headers["content-type"].startswith("multipart/form-data")
        client.ai.run("@cf/moondream/moondream3.1-9B-A2B", image="https://x/y.png", question="?")
        assert server.last.json()["stream"] is False
        client.ai.run("@cf/moonshotai/kimi-k2.6", messages=[], reasoning_effort="none")
        assert server.last.json() == {"messages": [], "reasoning_effort": "none"}
        ranked: Any = client.ai.run("@cf/baai/bge-reranker-base", query="x", contexts=[])
        assert ranked.response[0].id == 3


def test_drift_of_a_call_by_keyword_names_the_form_that_is_meant() -> None:
    drifts: list[w.SchemaDrift] = []
    with serve(envelope({"odd": 1})) as server, client_of(server, on_drift=drifts.append) as client:
        client.ai.run("@cf/moonshotai/kimi-k2.6", messages=[])
        client.ai.run("@cf/deepgram/nova-3", audio=MP3)
    assert [drift.variant for drift in drifts] == ["TextGenerationMessagesParams", "NovaTranscript"]
