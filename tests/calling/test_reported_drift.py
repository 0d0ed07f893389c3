"""What differs from the schema of a model is reported, each difference, and what came is kept."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
import workers_ai as w
from workers_ai._runtime.groups import group_of, row_of

from tests.calling.clients import OPTIONS, client_of
from tests.support import service
from tests.support.loopback import Answer, envelope, serve

_KIMI, _GLM = "@cf/moonshotai/kimi-k2.6", "@cf/zai-org/glm-4.7-flash"
_LLAMA, _OSS = "@cf/meta/llama-3.2-3b-instruct", "@cf/openai/gpt-oss-20b"
_ASKED: Any = [{"role": "user", "content": "x"}]


def _spoken(content: str | None = "blue", **members: Any) -> dict[str, Any]:
    message = {"role": "assistant", "content": content, **members}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}


def test_each_difference_of_each_model_is_warned_about_once() -> None:
    params = w.TranslationParams(text="x", target_lang="fr")
    answers = [envelope({"translated_text": text}) for text in (1, 1, True)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for model in ("@cf/acme/one", "@cf/acme/two"):
            for answer in answers:
                with serve(answer) as server, client_of(server) as client:
                    client.ai.run(model, params)
    place, form = "$.result.translated_text: expected str, got", "TranslationParams of @cf/acme"
    assert [str(one.message) for one in caught] == [
        f"{place} {kind} ({form}/{model})" for model in ("one", "two") for kind in ("int", "bool")
    ]


def _calling(arguments: Any, content: str | None = None) -> dict[str, Any]:
    call = {"id": "c", "type": "function", "function": {"name": "t", "arguments": arguments}}
    return _spoken(content, tool_calls=[call])


@pytest.mark.parametrize("cut", ['{"path": "/tm', "[1]"])
def test_arguments_that_are_no_object_are_an_error_with_their_text(cut: str) -> None:
    with serve(envelope(_calling(cut))) as server, client_of(server) as client:
        (call,) = client.ai.model(_KIMI).run(messages=_ASKED).tool_calls
    with pytest.raises(
        ValueError, match="Expected the text of a JSON object but received"
    ) as error:
        _ = call.arguments
    assert cut.removeprefix("[").removesuffix("]") in str(error.value)
    assert call.to_dict() == _calling(cut)["choices"][0]["message"]["tool_calls"][0]


def test_no_arguments_are_an_empty_object() -> None:
    with serve(envelope(_calling(""))) as server, client_of(server) as client:
        (call,) = client.ai.model(_KIMI).run(messages=_ASKED).tool_calls
    assert call.arguments == {}


_WHOLE: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    (_KIMI, {"messages": _ASKED}, _spoken()),
    (_OSS, {"messages": _ASKED}, _spoken()),
    (
        _OSS,
        {"input": "x"},
        {
            "id": "1",
            "object": "response",
            "created_at": 1,
            "output": [
                {
                    "type": "message",
                    "id": "m",
                    "role": "assistant",
                    "status": "completed",
                    "content": [{"type": "output_text", "text": "blue"}],
                }
            ],
        },
    ),
    (_LLAMA, {"messages": _ASKED}, {"response": "blue"}),
]


@pytest.mark.parametrize(("model", "fields", "answer"), _WHOLE)
def test_json_in_place_of_a_stream_is_a_chunk_with_its_text(
    model: str, fields: dict[str, Any], answer: dict[str, Any]
) -> None:
    with serve(envelope(answer)) as server, client_of(server, on_drift="ignore") as client:
        (chunk,) = client.ai.model(model).stream(**fields)
        (alike,) = client.ai.run(model, **fields, stream=True)
    assert (chunk.text, alike.text) == ("blue", "blue")
    assert chunk.to_dict() == answer


@pytest.mark.parametrize("answer", [_spoken(), {"response": "blue"}])
def test_json_in_place_of_a_stream_by_task_is_no_drift(answer: dict[str, Any]) -> None:
    params = w.TextGenerationMessagesParams(messages=_ASKED)
    with serve(envelope(answer)) as server, client_of(server, on_drift="raise") as client:
        (chunk,) = client.ai.stream("@cf/acme/new", params)
        (alike,) = client.ai.stream(_LLAMA, params)
    assert (chunk.text, alike.text) == ("blue", "blue")
    assert type(chunk) is w.TextGenerationResponse


_RESPONSE = _WHOLE[2][2]
_OTHER_FORMS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    (_OSS, {"messages": _ASKED}, _RESPONSE, "choices"),
    (_OSS, {"input": "x"}, _spoken(), "object"),
    (_OSS, {"input": "x"}, {"response": "blue", "usage": {"total_tokens": 1}}, ""),
    (_KIMI, {"messages": _ASKED}, {"response": "blue", "usage": {"total_tokens": 1}}, "choices"),
    (_LLAMA, {"messages": _ASKED}, _spoken() | {"usage": {"total_tokens": 1}}, ""),
]


@pytest.mark.parametrize("enveloped", [True, False])
@pytest.mark.parametrize(("model", "fields", "answer", "lacking"), _OTHER_FORMS)
def test_an_answer_in_another_form_is_reported_and_read_in_that(
    model: str, fields: dict[str, Any], answer: dict[str, Any], lacking: str, *, enveloped: bool
) -> None:
    drifts: list[w.SchemaDrift] = []
    kind = {"Content-Type": "application/json"}
    came = envelope(answer) if enveloped else Answer(json.dumps(answer).encode(), headers=kind)
    with serve(came) as server, client_of(server, on_drift=drifts.append) as client:
        whole: Any = client.ai.model(model).run(**fields)
        told, drifts[:] = {drift.path for drift in drifts}, []
        (chunk,) = client.ai.model(model).stream(**fields)
    place = "$.result" if enveloped else "$"
    assert (f"{place}.{lacking}" if lacking else place) in told & {drift.path for drift in drifts}
    assert (whole.text, chunk.text) == ("blue", "blue")
    assert chunk.to_dict() == answer


def test_an_answer_in_a_form_that_nothing_knows_is_reported_and_kept() -> None:
    drifts: list[w.SchemaDrift] = []
    with serve(envelope(_RESPONSE)) as server:
        with client_of(server, on_drift=drifts.append) as client:
            (chunk,) = client.ai.model(_KIMI).stream(messages=_ASKED)
    assert "$.result.choices: expected list, got nothing" in "".join(map(str, drifts))
    assert chunk.extra_fields["output"] == _RESPONSE["output"]


def test_pieces_in_another_form_of_the_model_are_read_in_that() -> None:
    says = {"type": "response.output_text.delta", "delta": "blue"}
    ends = {"type": "response.completed", "response": _RESPONSE | {"status": "completed"}}
    events = tuple(f"data: {json.dumps(event)}\n\n".encode() for event in (says, ends))
    answer = Answer(events, headers={"Content-Type": "text/event-stream"})
    drifts: list[w.SchemaDrift] = []
    with serve(answer) as server, client_of(server, on_drift=drifts.append) as client:
        chunks: list[Any] = list(client.ai.model(_OSS).stream(messages=_ASKED))
    assert ("".join(one.text for one in chunks), chunks[-1].finish_reason) == ("blue", "completed")
    assert drifts[0].expected == "members of ChatCompletionChunk"


def test_an_answer_that_lacks_one_member_stays_what_it_is() -> None:
    answer = {name: value for name, value in _spoken().items() if name != "created"}
    with serve(envelope(answer)) as server, client_of(server, on_drift="ignore") as client:
        assert client.ai.model(_KIMI).run(messages=_ASKED).id == "1"


def test_json_in_place_of_a_stream_is_reported_where_it_differs() -> None:
    answer = _spoken(5)  # type: ignore[arg-type]  # a service that errs
    with serve(envelope(answer)) as server, client_of(server, on_drift="raise") as client:
        with pytest.raises(w.SchemaDriftError, match=r"message\.content: expected str"):
            list(client.ai.model(_KIMI).stream(messages=_ASKED))
    with serve(envelope(_spoken())) as server, client_of(server, on_drift="raise") as client:
        with pytest.raises(w.SchemaDriftError, match="members of TextGeneration"):
            list(client.ai.model(_LLAMA).stream(messages=_ASKED))


@pytest.mark.parametrize(
    ("params", "answer", "path"),
    [
        (w.TextClassificationParams(text="x"), [{"LABEL": "x"}], "$.result[0]"),
        (w.TextClassificationParams(text="x"), [{"label": "x"}, {"LABEL": "x"}], "$.result[1]"),
    ],
)
def test_an_answer_that_fills_nothing_is_reported(params: Any, answer: Any, path: str) -> None:
    drifts: list[w.SchemaDrift] = []
    with serve(envelope(answer)) as server, client_of(server, on_drift=drifts.append) as client:
        client.ai.run("@cf/acme/new", params)
    assert [(drift.path, drift.expected[:10]) for drift in drifts] == [(path, "members of")]


def test_an_empty_object_is_what_its_schema_allows() -> None:
    """It fills no field, and has no content that could be lost."""
    with serve(envelope({})) as server, client_of(server, on_drift="raise") as client:
        answer = client.ai.run(_LLAMA, w.TextGenerationMessagesParams(messages=_ASKED))
        assert (answer.text, answer.to_dict()) == ("", {})
        with pytest.raises(w.SchemaDriftError, match="text: expected str, got nothing"):
            client.ai.run("@cf/openai/whisper", w.AutomaticSpeechRecognitionParams(audio=b"x"))


def test_a_call_by_keyword_reads_the_same_in_each_form() -> None:
    with serve(service.answer) as server, client_of(server, on_drift="raise") as client:
        for asked in ({"input": "x"}, {"messages": _ASKED}):
            answer = client.ai.run(_OSS, **asked)
            assert answer.text == "text"
            pieces = client.ai.run(_OSS, **asked, stream=True)
            assert "".join(piece.text for piece in pieces) == "".join(service.PIECES)


def test_requests_of_a_batch_are_checked_as_those_of_a_call() -> None:
    drifts: list[w.SchemaDrift] = []
    requests = [w.TranslationParams(text="x", target_lang="fr")]
    answer = envelope({"request_id": "1", "status": "queued"})
    with serve(answer) as server, client_of(server, on_drift=drifts.append) as client:
        client.ai.batch("@cf/baai/bge-m3", requests)
        assert [drift.path for drift in drifts] == ["$.target_lang"]
        assert server.last.json()["requests"][0]["target_lang"] == "fr"
        drifts.clear()
        client.ai.batch(_KIMI, [w.TextGenerationMessagesParams(messages=_ASKED)])
        assert [str(drift) for drift in drifts] == [
            f"$.requests: expected nothing, got list (batch of {_KIMI})"
        ]
        with pytest.raises(w.SchemaDriftError, match="batch of"):
            client.with_options(on_drift="raise").ai.batch(_KIMI, requests)


@pytest.mark.parametrize(
    ("requests", "got"),
    [
        ({"prompt": "x"}, "str"),
        ([w.TextGenerationPromptParams(prompt="x")], "TextGenerationPrompt"),
    ],
)
def test_what_a_batch_of_a_model_does_not_take(requests: Any, got: str) -> None:
    with serve(envelope({"request_id": "1"})) as server, client_of(server) as client:
        runner: Any = client.ai.model("@cf/qwen/qwen3.8-27b")
        with pytest.raises(TypeError, match=f"^Expected mappings of keywords but received {got}"):
            runner.batch(requests)
    assert server.received == []


def test_a_batch_of_a_deprecated_model_warns() -> None:
    row_of.cache_clear()
    group_of.cache_clear()
    requests = [w.SummarizationParams(input_text="x")]
    with (
        serve(envelope({"request_id": "1"})) as server,
        client_of(server, on_drift="ignore") as client,
    ):
        with pytest.warns(DeprecationWarning, match="bart-large-cnn is deprecated"):
            client.ai.batch("@cf/facebook/bart-large-cnn", requests)


def test_both_forms_of_another_operation_give_the_same_answer() -> None:
    answer = {"name": "n", "model": 5, "description": "d"}
    drifts: list[w.SchemaDrift] = []
    with serve(envelope(answer)) as server, client_of(server, on_drift=drifts.append) as client:
        by_keyword = client.ai.finetunes.create(model="m", name="n")
        places = [drift.path for drift in drifts]
        drifts.clear()
        by_params = client.ai.finetunes.create(w.AIFinetunesCreateParams(model="m", name="n"))
    assert by_keyword == by_params
    assert type(by_keyword) is w.AIFinetunesCreateResponse
    assert places == [drift.path for drift in drifts]
    assert "$.result.model" in places


def test_a_message_goes_back_without_nulls_that_no_request_has() -> None:
    nulls = dict.fromkeys(
        ["reasoning_content", "refusal", "annotations", "audio", "tool_calls", "function_call", "x"]
    )
    answer = _spoken(**nulls)
    with serve(envelope(answer)) as server, client_of(server) as client:
        read = client.ai.model(_KIMI).run(messages=_ASKED)
    assert read.to_dict() == answer
    assert w.to_json([read]) == w.to_json([answer])
    message = read.choices[0].message
    with serve(service.answer) as server, client_of(server, on_drift="raise") as client:
        for model in (_KIMI, _GLM, _OSS):
            client.ai.model(model).run(messages=[*_ASKED, message, *_ASKED])
            assert server.last.json()["messages"][1] == {"role": "assistant", "content": "blue"}
        own: Any = {"role": "assistant", "content": None, "name": None}
        with pytest.raises(w.BadRequestError):
            client.ai.model(_KIMI).run(messages=[own])
    assert server.last.json()["messages"] == [own]


def test_what_a_model_does_not_take_is_reported_with_what_it_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workers_ai._runtime.drift._warned", set())
    with serve(service.answer) as server, client_of(server) as client:
        with (
            pytest.warns(w.SchemaDriftWarning) as caught,
            pytest.raises(w.BadRequestError),
        ):
            client.ai.run("@cf/deepgram/aura-1", w.TextToSpeechParams(prompt="x"))
        assert str(caught[0].message) == (
            "$.prompt: expected nothing, got str (Aura1Input of @cf/deepgram/aura-1): "
            "`client.ai.model('@cf/deepgram/aura-1').run(...)` takes text, speaker, encoding, "
            "container, sample_rate, bit_rate"
        )
        with pytest.raises(w.SchemaDriftError, match=r"takes audio, language, .*, smart_format, "):
            client.with_options(on_drift="raise").ai.run("@cf/deepgram/nova-3", zebra=1, audio=b"x")


def test_what_a_runner_lacks_is_said() -> None:
    with serve(service.answer) as server, client_of(server) as client:
        flux, aura = (client.ai.model(f"@cf/deepgram/{name}") for name in ("flux", "aura-1"))
        kimi: Any = client.ai.model(_KIMI)
        for lacking, method in ((flux, "run"), (aura, "stream"), (kimi, "batch")):
            with pytest.raises(AttributeError, match=f"no attribute '{method}'"):
                getattr(lacking, method)
        with pytest.raises(TypeError, match="reached over a WebSocket"):
            client.ai.run("@cf/deepgram/flux", prompt="x")
        for wrong in ({"messages": _ASKED}, "Hi", b"Hi"):
            with pytest.raises(TypeError, match="Expected keywords but received"):
                kimi.run(wrong)
            with pytest.raises(TypeError):
                kimi.stream(wrong)
    assert server.received == []


def test_of_equally_near_keywords_the_first_is_suggested() -> None:
    with serve(service.answer) as server, client_of(server) as client:
        flux: Any = client.ai.model("@cf/black-forest-labs/flux-2-dev")
        with pytest.raises(TypeError, match="did you mean 'input_image_0'"):
            flux.run(prompt="x", input_image=b"x")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"timeout": "x"}, "Expected `timeout` to be a number or an httpx2.Timeout but received"),
        ({"deadline": "x"}, "Expected `deadline` to be a number but received str"),
        ({"extra_headers": [1]}, "Expected `extra_headers` to be a mapping but received list"),
        ({"extra_headers": {"a": 1}}, "Expected the header 'a' to be a str but received int"),
        ({"extra_query": [1]}, "Expected `extra_query` to be a mapping but received list"),
    ],
)
def test_options_of_the_wrong_type_are_refused(options: Any, message: str) -> None:
    with serve(service.answer) as server, client_of(server) as client:
        with pytest.raises(TypeError, match=message):
            client.ai.model(_KIMI).run(messages=_ASKED, **options)
    assert server.received == []
    own = {name.replace("extra", "default"): value for name, value in options.items()}
    with pytest.raises(TypeError, match=message.replace("extra", "default")):
        w.Cloudflare(**OPTIONS, **own)


_OTHERS = "others alone"
_LEGACY = {"response": "blue", "tool_calls": [{"name": "t", "arguments": {"a": 1}}]}
_CHAT = _calling('{"a": 1}', "blue")


@pytest.mark.parametrize(
    ("model", "answer"),
    [
        ("@cf/meta/llama-3.3-70b-instruct-fp8-fast", _CHAT),
        ("@cf/meta/llama-4-scout-17b-16e-instruct", _LEGACY),
        (_LLAMA, _CHAT),
        (_KIMI, _LEGACY),
        (_OSS, _LEGACY),
    ],
)
def test_an_answer_in_the_form_of_another_model_reads_the_same(model: str, answer: Any) -> None:
    """Models answer in other forms than their schemas say. That is drift, and nothing is lost."""
    reports: list[w.SchemaDrift] = []
    with serve(envelope(answer)) as server, client_of(server, on_drift=reports.append) as client:
        runner: Any = client.ai.model(model)
        found = runner.run(messages=_ASKED)
        assert found.text == "blue"
        assert [(call.name, call.arguments) for call in found.tool_calls] == [("t", {"a": 1})]
        assert reports[0].got == "others alone"
        with pytest.raises(w.SchemaDriftError, match="others alone"):
            client.with_options(on_drift="raise").ai.model(model).run(messages=_ASKED)


@pytest.mark.parametrize(
    ("model", "asked", "member"),
    [
        ("@cf/leonardo/phoenix-1.0", {"prompt": "x"}, "image"),
        ("@cf/deepgram/aura-1", {"text": "x"}, "audio"),
    ],
)
def test_a_file_that_comes_in_json_in_place_of_bytes(model: str, asked: Any, member: str) -> None:
    reports: list[w.SchemaDrift] = []
    answer = envelope({member: "AAEC"})
    with serve(answer) as server, client_of(server, on_drift=reports.append) as client:
        runner: Any = client.ai.model(model)
        assert runner.run(**asked).content == b"\x00\x01\x02"
    assert [(one.path, one.expected, one.got) for one in reports] == [
        ("$.result", "base64", "object")
    ]


@pytest.mark.parametrize(
    ("model", "asked", "piece", "got"),
    [
        (_LLAMA, "messages", {"choices": [{"index": 0, "delta": {"content": "blue"}}]}, _OTHERS),
        (_KIMI, "messages", {"response": "blue"}, _OTHERS),
        # Where the form that was asked for has an object of that name.
        (_OSS, "input", {"response": "blue"}, "str"),
    ],
)
def test_pieces_in_the_form_of_another_model_are_reported_once(
    model: str, asked: str, piece: Any, got: str
) -> None:
    reports: list[w.SchemaDrift] = []
    events = f"data: {json.dumps(piece)}\n\n" * 3 + "data: [DONE]\n\n"
    answer = Answer(events.encode(), headers={"Content-Type": "text/event-stream"})
    with serve(answer) as server, client_of(server, on_drift=reports.append) as client:
        runner: Any = client.ai.model(model)
        assert [piece.text for piece in runner.stream(**{asked: _ASKED})] == ["blue"] * 3
    assert [report.got for report in reports].count(got) == 1


def test_a_stream_of_the_responses_form_ends_with_its_reason() -> None:
    """The first event has the state of the response as well, which is no reason to stop."""
    response = {"id": "r", "object": "response", "created_at": 1, "model": "m", "output": []}
    events = [
        {"type": "response.created", "response": {**response, "status": "in_progress"}},
        {"type": "response.output_text.delta", "delta": "blue"},
        {"type": "response.completed", "response": {**response, "status": "completed"}},
    ]
    sent = "".join(f"data: {json.dumps(one)}\n\n" for one in events) + "data: [DONE]\n\n"
    answer = Answer(sent.encode(), headers={"Content-Type": "text/event-stream"})
    with serve(answer) as server, client_of(server) as client:
        pieces = list(client.ai.model(_OSS).stream(input="x"))
    assert [piece.finish_reason for piece in pieces] == [None, None, "completed"]
    assert "".join(piece.text for piece in pieces) == "blue"
