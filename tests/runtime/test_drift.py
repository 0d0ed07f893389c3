"""Drift: each place that can differ, by its path, and answers that are odd all through."""

from __future__ import annotations

import copy
import json
import pickle
import sys
import threading
import warnings
from typing import Any

import pytest
from workers_ai import (
    APIResponseError,
    AutomaticSpeechRecognitionParams,
    AutomaticSpeechRecognitionResponse,
    Cloudflare,
    ImageTextToTextPromptParams,
    ObjectDetectionParams,
    SchemaDrift,
    SchemaDriftError,
    SchemaDriftWarning,
    StreamInterruptedError,
    TextEmbeddingsParams,
    TextGenerationPromptParams,
    TextGenerationResponse,
    TextToImageParams,
    TextToSpeechResponse,
    TranslationParams,
    TranslationResponse,
    with_unknown_fields,
)
from workers_ai._runtime.answers import answer_type
from workers_ai._runtime.drift import Mismatch
from workers_ai._runtime.forms import form_of, unknown_members
from workers_ai._runtime.models import Response

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import Service, body, document, events, result

TRANSLATE = TranslationParams(text="x", target_lang="fr")
GENERATE = TextGenerationPromptParams(prompt="x")
LISTEN = AutomaticSpeechRecognitionParams(audio=b"x")
EMBED = TextEmbeddingsParams(text="x")
DETECT = ObjectDetectionParams(image=b"x")
PAINT = TextToImageParams(prompt="x")
PNG = b"\x89PNG\r\n\x1a\n"
DONE = b"data: [DONE]\n\n"


def drifts_of(caller: Caller, *, unknown: bool = False) -> list[SchemaDrift]:
    drifts: list[SchemaDrift] = []
    caller.options["on_drift"] = with_unknown_fields(drifts.append) if unknown else drifts.append
    return drifts


@pytest.mark.parametrize(
    ("params", "answered", "expected"),
    [
        (LISTEN, {"text": 1}, [("$.result.text", "str", "int")]),
        (LISTEN, {}, [("$.result.text", "str", "nothing")]),
        (LISTEN, {"text": ""}, []),
        (LISTEN, {"text": "", "word_count": True}, [("$.result.word_count", "float", "bool")]),
        (LISTEN, {"text": "", "words": {}}, [("$.result.words", "list", "object")]),
        (LISTEN, {"text": "", "words": [1]}, [("$.result.words[0]", "object", "int")]),
        (
            LISTEN,
            {"text": None, "words": [{}, {"start": "1", "end": []}]},
            [
                ("$.result.text", "str", "null"),
                ("$.result.words[1].start", "float", "str"),
                ("$.result.words[1].end", "float", "list"),
            ],
        ),
        (GENERATE, {"response": 1.5}, [("$.result.response", "str or object", "float")]),
        (GENERATE, {"response": {"any": "JSON"}, "usage": None}, []),
        (
            GENERATE,
            {"tool_calls": [{"arguments": "{}"}], "usage": {"total_tokens": "5"}},
            [
                ("$.result.usage.total_tokens", "float", "str"),
                ("$.result.tool_calls[0].arguments", "object", "str"),
            ],
        ),
        (
            GENERATE,
            {"tool_calls": [{"arguments": {"a": 1}}], "usage": 1},
            [("$.result.usage", "object", "int")],
        ),
        (EMBED, {"data": [[1, "2"]]}, [("$.result.data[0][1]", "float", "str")]),
        (EMBED, {"shape": [1.0, 1.5]}, []),
        (DETECT, [{}, {"box": {"xmin": "1"}}], [("$.result[1].box.xmin", "float", "str")]),
        (DETECT, {"label": "cat"}, [("$.result", "list", "object")]),
        (PAINT, {"image": 5}, [("$.result.image", "base64", "int")]),
        (PAINT, None, [("$.result.image", "base64", "null")]),
    ],
)
def test_each_place_is_reported_exactly(
    caller: Caller, service: Service, params: Any, answered: Any, expected: list[Any]
) -> None:
    service.replies(result(answered))
    drifts = drifts_of(caller)
    answer = caller.run(LLAMA, params)
    assert [(drift.path, drift.expected, drift.got) for drift in drifts] == expected
    assert {(drift.model, drift.variant) for drift in drifts} <= {
        (LLAMA, type(params).__name__),
    }
    if isinstance(answered, dict) and hasattr(answer, "to_dict") and not hasattr(answer, "content"):
        assert answer.to_dict() == answered


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        ({"result": {"translated_text": "y"}, "success": "yes"}, ("$.success", "bool", "str")),
        ({"result": {"translated_text": "y"}, "success": None}, ("$.success", "bool", "null")),
        ({"translated_text": "y"}, ("$", "an envelope", "object")),
    ],
)
def test_the_envelope_may_drift(
    caller: Caller, service: Service, answered: Any, expected: tuple[str, str, str]
) -> None:
    service.replies(document(answered))
    drifts = drifts_of(caller)
    assert caller.run(LLAMA, TRANSLATE) == TranslationResponse(translated_text="y")
    assert [drift[2:] for drift in drifts] == [expected]


def test_members_of_an_envelope_may_be_anything(caller: Caller, service: Service) -> None:
    envelope = {"result": {"translated_text": "y"}, "errors": None, "messages": 5, "more": [1]}
    service.replies(document(envelope))
    drifts = drifts_of(caller, unknown=True)
    assert caller.run(LLAMA, TRANSLATE).translated_text == "y"
    assert drifts == []


def test_a_record_of_drift_in_words() -> None:
    drift = SchemaDrift(LLAMA, "TranslationParams", "$.result.x", "str", "int")
    assert str(drift) == f"$.result.x: expected str, got int (TranslationParams of {LLAMA})"
    assert str(drift._replace(model="")) == "$.result.x: expected str, got int (TranslationParams)"


def test_the_warning_in_words(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": 5}))
    with pytest.warns(SchemaDriftWarning) as caught:
        caller.run(LLAMA, TRANSLATE)
    said = f"$.result.translated_text: expected str, got int (TranslationParams of {LLAMA})"
    assert [str(warning.message) for warning in caught] == [said]


def test_the_error_in_words(caller: Caller, service: Service) -> None:
    service.replies(result({"text": 5, "word_count": "x"}))
    caller.options["on_drift"] = "raise"
    with pytest.raises(SchemaDriftError) as caught:
        caller.run(LLAMA, LISTEN)
    where = f"(AutomaticSpeechRecognitionParams of {LLAMA})"
    assert str(caught.value) == (
        "The answer does not match its schema: "
        f"$.result.text: expected str, got int {where}; "
        f"$.result.word_count: expected float, got str {where}"
    )
    assert caught.value.status_code == 200
    assert pickle.loads(pickle.dumps(caught.value)).body == caught.value.body


def test_variants_of_a_call_by_keywords(caller: Caller, service: Service) -> None:
    service.replies(result({"text": 5}))
    drifts = drifts_of(caller)
    # A model of the catalogue whose task the keywords agree with: the type is sure.
    assert caller.run("@cf/openai/whisper", audio=b"x", source_lang="en").text == 5
    assert (drifts[0].variant, drifts[0].path) == ("WhisperInput", "$.source_lang")
    assert drifts[1].variant == "AutomaticSpeechRecognitionParams"
    assert drifts[1].path == "$.result.text"
    # Of any other the answer has to match, even where the keywords fit one form alone.
    drifts.clear()
    assert caller.run("@cf/x/y", audio=b"x", source_lang="en") == {"text": 5}
    only = "AutomaticSpeechRecognitionResponse"
    assert drifts == [("@cf/x/y", only, "$.result", only, "object")]
    # What the task of the model answers is as likely as what it answers in forms of its own.
    drifts.clear()
    assert caller.run("@cf/baai/bge-m3", audio=b"x", source_lang="en") == {"text": 5}
    either = "one of TextEmbeddingsResponse, M3Ranking, M3ContextEmbeddings"
    assert [drift.expected for drift in drifts] == ["nothing", "nothing", either]
    service.replies(result({"surprise": 5}))
    drifts.clear()
    assert caller.run("@cf/x/y", text="x") == {"surprise": 5}
    (drift,) = drifts
    first, second = "list[TextClassificationResponseItem]", "TextEmbeddingsResponse"
    expected = f"one of {first}, {second}"
    assert drift == ("@cf/x/y", f"{first} or {second}", "$.result", expected, "object")


def test_an_open_call_can_raise(caller: Caller, service: Service) -> None:
    """Where one form fits, and its answer does not come, there is no type to go by."""
    caller.options["on_drift"] = "raise"
    service.replies(result({"text": 5}))
    with pytest.raises(SchemaDriftError) as caught:
        caller.run("@cf/x/y", audio=b"x", source_lang="en")
    only = "AutomaticSpeechRecognitionResponse"
    said = f"$.result: expected {only}, got object ({only} of @cf/x/y)"
    assert str(caught.value) == f"The answer does not match its schema: {said}"
    assert json.loads(caught.value.body)["result"] == {"text": 5}
    assert len(service.received) == 1


@pytest.mark.parametrize("policy", ["raise", "ignore"])
def test_an_open_call_with_one_form_is_typed_by_a_matching_answer(
    caller: Caller, service: Service, policy: str
) -> None:
    caller.options["on_drift"] = policy
    service.replies(result({"text": "y", "words": [{"word": "y", "start": 0.5}], "new": 1}))
    answer = caller.run("@cf/x/y", audio=b"x", source_lang="en")
    assert type(answer) is AutomaticSpeechRecognitionResponse
    assert (answer.text, answer.words[0].start, answer.extra_fields) == ("y", 0.5, {"new": 1})
    drifts = drifts_of(caller)
    assert caller.run("@cf/x/y", audio=b"x", source_lang="en") == answer
    assert drifts == []


@pytest.mark.parametrize(
    ("answered", "expected"),
    [([{"label": "a"}], "list"), (5, 5), ("x", "x"), ([1], [1]), (None, None)],
)
def test_calls_by_keywords_without_an_envelope(
    caller: Caller, service: Service, answered: Any, expected: Any
) -> None:
    service.replies(document(answered))
    caller.options["on_drift"] = "ignore"
    found = caller.run("@cf/x/y", text="x")
    assert found == (answered if expected == "list" else expected)


@pytest.mark.parametrize("answered", [{"a": 1}, [1], "x", 5, None, True])
def test_calls_that_expect_nothing_have_no_drift(
    caller: Caller, service: Service, answered: Any
) -> None:
    drifts = drifts_of(caller, unknown=True)
    service.replies(document(answered))
    assert caller.run(LLAMA, {"any": "thing"}) == answered
    service.replies(result(answered))
    assert caller.run(LLAMA, {"any": "thing"}) == answered
    service.replies(body(PNG, "image/png"))
    assert caller.run(LLAMA, {"any": "thing"}).content == PNG
    assert drifts == []


def test_unknown_members_of_every_kind_are_reported(caller: Caller, service: Service) -> None:
    drifts = drifts_of(caller, unknown=True)
    service.replies(result([{"label": "a", "x": 1}, {"box": {"y": None}}]))
    caller.run(LLAMA, ObjectDetectionParams(image=b"x"))
    service.replies(result({"image": "iVBORw0KGgo=", "seed": 7}))
    caller.run(LLAMA, TextToImageParams(prompt="x"))
    service.replies(events(b'data: {"response": "a", "p": "x"}\n\n', DONE))
    caller.stream(LLAMA, GENERATE)
    service.replies(result({"response": "a", "usage": {"cached": {}}}))
    caller.stream(LLAMA, GENERATE)
    assert [drift[2:] for drift in drifts] == [
        ("$.result[0].x", "nothing", "int"),
        ("$.result[1].box.y", "nothing", "null"),
        ("$.result.seed", "nothing", "int"),
        ("$.p", "nothing", "str"),
        ("$.result.usage.cached", "nothing", "object"),
    ]


@pytest.mark.filterwarnings("ignore:Async generator 'httpcore2:ResourceWarning")
def test_drift_in_a_stream_can_raise(caller: Caller, service: Service) -> None:
    """After what came before it was handed over."""
    service.replies(events(b'data: {"response": "a"}\n\ndata: {"response": 5}\n\n', DONE))
    came: list[Any] = []

    def sync(client: Cloudflare) -> None:
        came.extend(client.with_options(on_drift="raise").ai.stream(LLAMA, GENERATE))

    async def parallel(client: Any) -> None:
        async with client.with_options(on_drift="raise").ai.stream(LLAMA, GENERATE) as stream:
            async for chunk in stream:
                came.append(chunk)  # noqa: PERF401  # what came before counts

    with pytest.raises(SchemaDriftError, match=r"^The answer does not match .* \$\.response: "):
        caller.call(sync, parallel)
    assert [chunk.response for chunk in came] == ["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "it is empty"),
        # With msgspec 0.23 and newer, and with older ones.
        (
            b'{"result": {"translated_text": "\xff"}}',
            ("Invalid UTF-8 encoded string", "'utf-8' codec can't decode byte 0xff"),
        ),
        (b'{"result": {"translated_text": "y"', "Input data was truncated"),
        (b'{"result": {"n": ' + b"[" * 100_000, "maximum recursion depth exceeded"),
        (b"<html>", "JSON is malformed: invalid character (byte 0)"),
        (b"{} {}", "JSON is malformed: trailing characters (byte 4)"),
    ],
)
def test_what_cannot_be_read(
    caller: Caller, service: Service, text: bytes, message: str | tuple[str, ...]
) -> None:
    service.replies(body(text, "application/json"))
    with pytest.raises(APIResponseError) as caught:
        caller.run(LLAMA, TRANSLATE)
    said = str(caught.value).removeprefix("The answer is not JSON: ")
    assert said.startswith(message)
    assert (caught.value.body, caught.value.status_code) == (text, 200)
    assert caught.value.request is not None


@pytest.mark.parametrize("unread", [b"NaN", b"1e999", b"[" * 100 + b"]" * 100, b'{"a": [1, {}]}'])
def test_unknown_members_cannot_break_an_answer(
    client: Cloudflare, service: Service, unread: bytes
) -> None:
    text = b'{"result": {"translated_text": "y", "more": %s}}' % unread
    service.replies(body(text, "application/json"))
    answer = client.ai.run(LLAMA, TRANSLATE)
    for twin in (answer, pickle.loads(pickle.dumps(answer)), copy.deepcopy(answer)):
        assert twin.translated_text == "y"
        assert twin.to_dict()["translated_text"] == "y"
        assert twin.extra_fields.keys() <= {"more"}
    service.replies(events(b'data: {"response": "y", "more": %s}\n\n' % unread, DONE))
    (chunk,) = client.ai.stream(LLAMA, GENERATE)
    assert (chunk.response, chunk.extra_fields.keys() <= {"more"}) == ("y", True)


@pytest.mark.parametrize("drifts", [False, True])
@pytest.mark.parametrize(
    ("number", "value"),
    [
        (b"1000", 1000),
        (b"1000.0", 1000.0),
        (b"1.5", 1.5),
        (b"9007199254740993", 9007199254740993),
        (b"18446744073709551616", 18446744073709551616),
    ],
)
def test_numbers_come_as_they_are_written(
    caller: Caller, service: Service, number: bytes, value: float, *, drifts: bool
) -> None:
    """No float can hold each integer, and a number may be one."""
    caller.options["on_drift"] = "ignore"
    text = b'{"result": {"text": %s, "words": [{"start": %s}]}}' % (
        b"5" if drifts else b'""',
        number,
    )
    service.replies(body(text, "application/json"))
    start = caller.run(LLAMA, LISTEN).words[0].start
    assert (type(start), start) == (type(value), value)


def test_whole_numbers_written_with_a_point(caller: Caller, service: Service) -> None:
    drifts = drifts_of(caller)
    service.replies(result({"response": 5, "choices": [{"index": 1.0}, {"index": 1.5}]}))
    first, second = caller.run(LLAMA, GENERATE).choices
    assert (type(first.index), first.index, second.index) == (int, 1, 1.5)
    assert [drift.path for drift in drifts] == ["$.result.response", "$.result.choices[1].index"]


def test_two_threads_may_ask_for_what_was_not_decoded(client: Cloudflare, service: Service) -> None:
    service.replies(result({"response": "x", "usage": {"a": 1}, "more": list(range(1000))}))
    failed: list[BaseException] = []
    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            answer = client.ai.run(LLAMA, GENERATE)
            barrier = threading.Barrier(8)

            def look(answer: TextGenerationResponse = answer, barrier: Any = barrier) -> None:
                barrier.wait()
                try:
                    assert answer.usage is not None
                    assert answer.usage.extra_fields == {"a": 1}
                    assert answer.extra_fields.keys() == {"more"}
                except BaseException as error:  # noqa: BLE001  # reported below
                    failed.append(error)

            threads = [threading.Thread(target=look) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
    finally:
        sys.setswitchinterval(switch)
    assert failed == []


def test_a_callback_that_raises_reaches_the_caller(caller: Caller, service: Service) -> None:
    def refuse(drift: SchemaDrift) -> None:
        raise LookupError(drift.path)

    service.replies(result({"translated_text": 5}))
    caller.options["on_drift"] = refuse
    with pytest.raises(LookupError, match=r"^\$\.result\.translated_text$"):
        caller.run(LLAMA, TRANSLATE)


def test_ignoring_is_silent(caller: Caller, service: Service) -> None:
    caller.options["on_drift"] = "ignore"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        service.replies(result({"text": 5, "more": 1}))
        answer = caller.run(LLAMA, LISTEN)
        assert (answer.text, answer.extra_fields) == (5, {"more": 1})
        service.replies(events(b'data: {"response": 5}\n\n', DONE))
        assert [chunk.response for chunk in caller.stream(LLAMA, GENERATE)] == [5]
    assert type(answer) is AutomaticSpeechRecognitionResponse


def test_what_is_no_policy_in_words() -> None:
    with pytest.raises(ValueError, match="on_drift") as caught:
        Cloudflare(api_token="t", on_drift="loud")  # type: ignore[arg-type]
    wanted = "Expected `on_drift` to be 'warn', 'ignore', 'raise' or a callable: 'loud'"
    assert str(caught.value) == wanted


def test_records_from_dicts_say_what_is_wrong() -> None:
    with pytest.raises(ValueError, match="response_format") as caught:
        TextGenerationPromptParams.from_dict(
            {"prompt": "x", "response_format": {"type": "xml"}, "max_tokens": True}
        )
    assert str(caught.value) == (
        "TextGenerationPromptParams: $.max_tokens: expected int, got bool; "
        "$.response_format.type: expected 'json_object' or 'json_schema', got str"
    )
    wire = {"prompt": "x", "response_format": {"type": "json_object"}}
    assert TextGenerationPromptParams.from_dict(wire).to_dict() == wire
    with pytest.raises(TypeError) as wrong:
        ImageTextToTextPromptParams.from_dict(None)  # type: ignore[arg-type]
    said = "Expected a mapping for ImageTextToTextPromptParams but received null"
    assert str(wrong.value) == said


def test_a_stream_keeps_what_came_when_it_breaks(caller: Caller, service: Service) -> None:
    service.replies(events(b'data: {"response": "a", "p": 1}\n\n'))
    with pytest.raises(StreamInterruptedError, match=r"^The stream broke off before its end$") as c:
        caller.stream(LLAMA, GENERATE)
    (chunk,) = pickle.loads(pickle.dumps(c.value)).chunks
    assert (chunk.response, chunk.extra_fields) == ("a", {"p": 1})


def test_a_file_where_records_were_expected(caller: Caller, service: Service) -> None:
    service.replies(body(PNG, "image/png"))
    drifts = drifts_of(caller)
    assert caller.run("@cf/x/y", text="x").content == PNG
    assert [drift[2:] for drift in drifts] == [("$", "list or object", "image/png")]


def test_an_envelope_without_a_file(caller: Caller, service: Service) -> None:
    service.replies(document({"success": True}))
    drifts = drifts_of(caller)
    assert caller.run(LLAMA, PAINT).content == b""
    assert [drift[2:] for drift in drifts] == [("$.result", "file", "nothing")]


def test_records_of_callers_say_what_they_lack() -> None:
    """Null where a caller put it, and nothing where an answer had nothing."""
    assert AutomaticSpeechRecognitionResponse(text=None).to_dict() == {"text": None}  # type: ignore[arg-type]
    assert AutomaticSpeechRecognitionResponse.from_dict({}).to_dict() == {}
    assert AutomaticSpeechRecognitionResponse.from_dict({"text": None}).to_dict() == {"text": None}


@pytest.mark.parametrize("data", [{}, {"text": None}, {"text": "x", "vtt": None, "more": 1}])
def test_copies_say_what_the_answer_said(data: dict[str, Any]) -> None:
    answer = AutomaticSpeechRecognitionResponse.from_dict(data)
    for twin in (pickle.loads(pickle.dumps(answer)), copy.copy(answer), copy.deepcopy(answer)):
        assert twin == answer
        assert twin.to_dict() == data
        assert twin.extra_fields == answer.extra_fields


def test_drift_next_to_errors_is_no_failure(caller: Caller, service: Service) -> None:
    errors = [{"code": 1, "message": "soon gone"}]
    service.replies(document({"errors": errors, "result": {"translated_text": 5}}))
    drifts = drifts_of(caller)
    assert caller.run(LLAMA, TRANSLATE).translated_text == 5
    assert [drift.path for drift in drifts] == ["$.result.translated_text"]


def test_mappings_of_records() -> None:
    """As documents have them that are not the pinned one."""
    mismatches: list[Mismatch] = []
    raw = {"a": {"translated_text": 5}, "b": {"more": 1}, "c": 2}
    built: Any = form_of(dict[str, TranslationResponse]).build(raw, "$", mismatches)
    assert built["a"] == TranslationResponse(translated_text=5)  # type: ignore[arg-type]
    assert [str(mismatch) for mismatch in mismatches] == [
        "$.a.translated_text: expected str, got int",
        "$.c: expected object, got int",
    ]
    assert [str(found) for found in unknown_members(built, "$")] == [
        "$.b.more: expected nothing, got int"
    ]
    for anything in (object, Any, type(None) | object):
        assert form_of(anything).build(raw, "$", mismatches) is raw
    assert len(mismatches) == 2


def test_the_task_of_a_model_types_its_answer_whatever_the_keywords(
    caller: Caller, service: Service
) -> None:
    caller.options["on_drift"] = "raise"
    service.replies(result({"response": "A cat"}))
    vision = "@cf/meta/llama-3.2-11b-vision-instruct"
    answer = caller.run(vision, prompt="What is this?", image=[1, 2])
    assert answer == TextGenerationResponse(response="A cat")
    service.replies(body(b"ID3" + bytes(50), "audio/mpeg"))
    answer = caller.run("@cf/deepgram/aura-1", text="Hello")
    assert (type(answer), answer.media_type) == (TextToSpeechResponse, "audio/mpeg")


@pytest.mark.parametrize("name", ["result", "success", "errors", "messages", "other"])
@pytest.mark.parametrize("length", [10, 6000])
def test_extra_fields_may_have_the_names_of_the_envelope(
    caller: Caller, service: Service, name: str, length: int
) -> None:
    service.replies(result({"translated_text": "x" * length, name: ["m"]}))
    assert caller.run(LLAMA, TRANSLATE).extra_fields == {name: ["m"]}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (rb'{"result": {"translated_text": "cut \ud83d"}, "success": true}', "cut \ud83d"),
        (b'\xef\xbb\xbf{"result": {"translated_text": "x"}, "success": true}', "x"),
    ],
)
def test_json_that_msgspec_does_not_take(
    caller: Caller, service: Service, content: bytes, text: str
) -> None:
    caller.options["on_drift"] = "raise"
    service.replies(body(content, "application/json"))
    assert caller.run(LLAMA, TRANSLATE).translated_text == text


class Red(Response):
    red: str | None = None


class Blue(Response):
    blue: str | None = None


@pytest.mark.parametrize(("name", "cls"), [("red", Red), ("blue", Blue)])
def test_of_two_records_the_one_that_knows_the_members(name: str, cls: type[Response]) -> None:
    found: list[Mismatch] = []
    assert type(form_of(Red | Blue).build({name: "x"}, "$", found)) is cls
    assert found == []


class Counts(Response):
    """Other members are numbers."""

    name: str | None = None
    _others = int


class Report(Response):
    counts: Counts | None = None


def test_members_without_a_field_have_the_type_that_is_said() -> None:
    found: list[Mismatch] = []
    raw = {"counts": {"name": "a", "b": 1, "c": "two"}}
    report = answer_type(Report).form.build(raw, "$", found)
    assert found == [Mismatch("$.counts.c", "int", "str")]
    assert report.counts.extra_fields == {"b": 1, "c": "two"}
    assert report.to_dict() == raw
    found.clear()
    answer_type(Report).form.build({"counts": {"b": 1}}, "$", found)
    assert found == []
    assert answer_type(Counts).piece(b'{"b":1}').mismatches == []


def test_pieces_of_a_stream_have_no_envelope() -> None:
    piece = json.dumps({"translated_text": "x" * 6000, "messages": ["m"]}).encode()
    value = answer_type(TranslationResponse).piece(piece).value
    assert isinstance(value, TranslationResponse)
    assert value.extra_fields == {"messages": ["m"]}
