"""What is sent: fields, files, options, and calls in keyword form."""

from __future__ import annotations

import base64
import enum
import io
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest
from workers_ai import (
    UNSET,
    AsyncCloudflare,
    AutomaticSpeechRecognitionParams,
    Cloudflare,
    ImageTextToTextPromptParams,
    MultimodalEmbeddingsParams,
    SchemaDrift,
    SchemaDriftError,
    SchemaDriftWarning,
    TextClassificationResponseItem,
    TextEmbeddingsParams,
    TextEmbeddingsResponse,
    TextGenerationChunk,
    TextGenerationMessage,
    TextGenerationMessagesParams,
    TextGenerationPromptParams,
    TextGenerationResponse,
    TextToImageParams,
    TextToImageResponse,
    TextToSpeechResponse,
    TranslationParams,
    TranslationResponse,
)
from workers_ai._runtime import groups, variants

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import Service, body, events, result

DATA = b"\x00\x01\xfe\xff"
ENCODED = base64.b64encode(DATA).decode()
TRANSLATOR = "@cf/meta/m2m100-1.2b"


def test_what_is_left_out_is_not_sent(caller: Caller, service: Service) -> None:
    caller.run(LLAMA, TranslationParams(text="ä", target_lang="fr"))
    assert service.last.json() == {"text": "ä", "target_lang": "fr"}
    assert service.last.headers["content-type"] == "application/json"


def test_nested_values_may_be_records_or_mappings(caller: Caller, service: Service) -> None:
    wire = {"messages": [{"role": "user", "content": "x"}]}
    record = TextGenerationMessage(role="user", content="x")
    caller.run(LLAMA, TextGenerationMessagesParams(messages=(record,)))
    assert service.last.json() == wire
    caller.run(LLAMA, messages=[record])
    assert service.last.json() == wire
    caller.run(LLAMA, messages=[{"role": "user", "content": "x"}])
    assert service.last.json() == wire


def _sources(tmp_path: Path) -> list[Any]:
    path = tmp_path / "file"
    path.write_bytes(DATA)
    return [DATA, bytearray(DATA), memoryview(DATA), path, io.BytesIO(DATA)]


@pytest.mark.parametrize("which", range(5))
def test_files_go_raw_where_they_are_all_that_is_sent(
    caller: Caller, service: Service, tmp_path: Path, which: int
) -> None:
    service.replies(result({"text": "x"}))
    caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=_sources(tmp_path)[which]))
    assert service.last.body == DATA
    assert service.last.headers["content-type"] == "application/octet-stream"
    params = AutomaticSpeechRecognitionParams(audio=_sources(tmp_path)[which], source_lang="en")
    caller.run(LLAMA, params)
    assert service.last.json() == {"audio": list(DATA), "source_lang": "en"}


def test_arrays_of_integers_still_work(caller: Caller, service: Service) -> None:
    service.replies(result({"text": "x"}))
    caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=[0, 1, 254, 255]))
    assert service.last.json() == {"audio": list(DATA)}


@pytest.mark.parametrize("which", range(5))
def test_base64_is_made_once(caller: Caller, service: Service, tmp_path: Path, which: int) -> None:
    service.replies(result({"description": "x"}))
    caller.run(LLAMA, ImageTextToTextPromptParams(image=_sources(tmp_path)[which], prompt="x"))
    assert service.last.json()["image"] == ENCODED
    caller.run(LLAMA, ImageTextToTextPromptParams(image=ENCODED, prompt="x"))
    assert service.last.json()["image"] == ENCODED


def test_a_file_is_read_once_for_all_tries(caller: Caller, service: Service) -> None:
    from tests.runtime.wire import refusal

    service.replies(refusal(503, None), result({"text": "x"}))
    caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=io.BytesIO(DATA)))
    assert [request.body for request in service.received] == [DATA, DATA]


def test_both_encodings_in_one_request(caller: Caller, service: Service) -> None:
    service.replies(body(b"\xff\xd8\xff", "image/jpeg"))
    caller.run(LLAMA, TextToImageParams(prompt="x", image=DATA, image_b64=DATA))
    assert service.last.json() == {"prompt": "x", "image": list(DATA), "image_b64": ENCODED}


@pytest.mark.parametrize("source", [io.StringIO("text"), Path("/nowhere/at/all")])
def test_files_that_cannot_be_read(caller: Caller, service: Service, source: Any) -> None:
    with pytest.raises((TypeError, FileNotFoundError)):
        caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=source))
    assert service.received == []


def test_extra_body_query_and_options(caller: Caller, service: Service) -> None:
    caller.options["default_query"] = {"tags": "a", "x": 1}
    params = TranslationParams(text="x", target_lang="fr")
    caller.run(LLAMA, params, extra_body={"beta": True, "text": "y"}, extra_query={"x": 2})
    assert service.last.json() == {"text": "y", "target_lang": "fr", "beta": True}
    assert service.last.target.endswith("?tags=a&x=2")
    with pytest.raises(TypeError, match="extra_body"):
        caller.run(LLAMA, params, extra_body=5)


def test_a_file_with_extra_fields_is_no_file_alone(caller: Caller, service: Service) -> None:
    service.replies(result({"text": "x"}))
    params = AutomaticSpeechRecognitionParams(audio=DATA)
    caller.run(LLAMA, params, extra_body={"vad": True})
    assert service.last.json() == {"audio": list(DATA), "vad": True}


def test_an_http_client_of_the_caller(service: Service) -> None:
    with httpx2.Client(headers={"X-Mine": "1"}, params={"mine": "2"}) as mine:
        with Cloudflare(
            api_token="t", account_id="a", base_url=service.base_url, http_client=mine
        ) as client:
            client.ai.run(LLAMA, TranslationParams(text="x", target_lang="fr"))
        assert not mine.is_closed
    assert service.last.headers["x-mine"] == "1"
    assert service.last.target.endswith("?mine=2")


def test_timeouts_of_client_and_call() -> None:
    with Cloudflare(api_token="t") as client:
        assert client.timeout.as_dict() == {"connect": 5, "read": 60, "write": 60, "pool": None}
        assert client.with_options(timeout=2).timeout.as_dict()["connect"] == 2
        assert client.with_options(timeout=None).timeout.as_dict()["read"] is None


@pytest.mark.parametrize(
    ("model", "fields", "wire", "answer"),
    [
        # The keywords alone say which form is meant.
        (
            "@cf/x/y",
            {"text": "x", "target_lang": "fr"},
            {"translated_text": "y"},
            TranslationResponse(translated_text="y"),
        ),
        # The model says it, though required fields are missing.
        (TRANSLATOR, {"text": "x"}, {}, TranslationResponse()),
        (
            "@cf/baai/bge-m3",
            {"text": ["x"]},
            {"data": [[1]]},
            TextEmbeddingsResponse(data=[[1.0]]),
        ),
        # The answer says it.
        (
            "@cf/x/y",
            {"text": "x"},
            [{"label": "a", "score": 1}],
            [TextClassificationResponseItem(label="a", score=1.0)],
        ),
        ("@cf/x/y", {"text": "x"}, {"data": [[1]]}, TextEmbeddingsResponse(data=[[1.0]])),
        ("@cf/x/y", {"prompt": "x"}, {"response": "y"}, TextGenerationResponse(response="y")),
        ("@cf/x/y", {"prompt": "x"}, {"image": ENCODED}, TextToImageResponse(DATA)),
        ("@cf/x/y", {"prompt": "x"}, {"audio": ENCODED}, TextToSpeechResponse(DATA)),
    ],
)
def test_keyword_calls_are_typed(
    caller: Caller,
    service: Service,
    model: str,
    fields: dict[str, Any],
    wire: object,
    answer: object,
) -> None:
    service.replies(result(wire))
    found = caller.run(model, **fields)
    assert (type(found), found) == (type(answer), answer)
    assert service.last.json() == fields
    assert caller.run(model_name=model, account_id="b", **fields) == answer


@pytest.mark.parametrize(
    ("fields", "wire"),
    [
        (
            {"text": ["x"]},
            {"shape": [1], "data": [[1]]},
        ),
        ({"prompt": "x"}, {"surprise": 1}),
    ],
)
def test_an_answer_that_fits_no_single_form_is_json(
    caller: Caller, service: Service, fields: dict[str, Any], wire: dict[str, Any]
) -> None:
    service.replies(result(wire))
    with pytest.warns(SchemaDriftWarning, match=r"^\$\.result: expected one of"):
        assert caller.run("@cf/x/y", **fields) == wire


def test_a_file_for_a_call_that_may_mean_two_kinds(caller: Caller, service: Service) -> None:
    service.replies(body(DATA, "image/png"))
    answer = caller.run("@cf/x/y", prompt="x")
    assert (answer.content, answer.media_type) == (DATA, "image/png")


def test_incomplete_calls_are_for_the_service_to_refuse(caller: Caller, service: Service) -> None:
    service.replies(result({"response": "x", "translated_text": "y"}))
    caller.options["on_drift"] = "ignore"
    caller.run("@cf/x/y", target_lang="fr")
    assert service.last.json() == {"target_lang": "fr"}
    caller.run("@cf/x/y", target_lang="fr", max_tokens=5)
    assert service.last.json() == {"target_lang": "fr", "max_tokens": 5}


def test_keywords_of_a_model_that_is_not_known_are_sent(caller: Caller, service: Service) -> None:
    fields = {"text": "x", "target_lang": "fr", "tone": "formal"}
    caller.run("@cf/x/y", **fields)
    assert service.last.json() == fields
    caller.run("@cf/x/y", query="x", top_k=1, depth=2)
    assert service.last.json() == {"query": "x", "top_k": 1, "depth": 2}
    caller.run("@cf/x/y", text="x", target_lang="fr", extra_body={"tone": "formal"})
    assert service.last.json()["tone"] == "formal"


LLAMA_3_2 = "@cf/meta/llama-3.2-3b-instruct"


@pytest.mark.parametrize(
    ("model", "fields", "misspelt", "nearest"),
    [
        (LLAMA_3_2, {"prompt": "x", "max_token": 3}, "max_token", "max_tokens"),
        (LLAMA_3_2, {"promt": "x"}, "promt", "prompt"),
        (LLAMA_3_2, {"mesages": []}, "mesages", "messages"),
        (LLAMA_3_2, {"messages": [], "tempreature": 1}, "tempreature", "temperature"),
        ("@cf/black-forest-labs/flux-1-schnell", {"promt": "x"}, "promt", "prompt"),
        (LLAMA_3_2, {"prompt": "x", "time_out": 5}, "time_out", "timeout"),
    ],
)
@pytest.mark.parametrize("way", ["run", "stream"])
def test_a_misspelt_keyword_is_refused(
    caller: Caller,
    service: Service,
    way: str,
    model: str,
    fields: dict[str, Any],
    misspelt: str,
    nearest: str,
) -> None:
    with pytest.raises(TypeError) as caught:
        getattr(caller, way)(model, **fields)
    assert str(caught.value) == (
        f"{model} takes no {misspelt!r}: did you mean {nearest!r}? `extra_body` sends anything"
    )
    assert service.received == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("per_pgae", "per_page"),
        ("perpage", "per_page"),
        ("date_strat", "date_start"),
        ("input_image0", "input_image_0"),
    ],
)
def test_a_letter_or_an_underscore_amiss_is_misspelt(name: str, known: str) -> None:
    with pytest.raises(TypeError, match=f"did you mean {known!r}"):
        variants.unlisted({name: "x"}, [known], called="list", variant="List")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("interface_address6", "interface_address"),
        ("http_version", "ip_version"),
        ("comment_present", "comment_absent"),
    ],
)
def test_another_number_or_word_is_not_misspelt(name: str, known: str) -> None:
    found = variants.unlisted({name: "x"}, [known], called="list", variant="List")
    assert [drift.path for drift in found] == [f"$.{name}"]


def test_what_a_known_model_does_not_take_is_reported_and_sent(
    caller: Caller, service: Service
) -> None:
    reported: list[SchemaDrift] = []
    caller.options["on_drift"] = reported.append
    service.replies(result({"response": "x"}))
    answer = caller.run(LLAMA_3_2, prompt="x", tone="formal")
    assert isinstance(answer, TextGenerationResponse)
    assert service.last.json() == {"prompt": "x", "tone": "formal"}
    params = TextToImageParams(prompt="x", num_steps=4)
    service.replies(result({"image": "eA=="}))
    caller.run("@cf/black-forest-labs/flux-1-schnell", params)
    assert service.last.json() == {"prompt": "x", "num_steps": 4}
    assert [(drift.variant, drift.path) for drift in reported] == [
        ("TextGenerationInput", "$.tone"),
        ("Flux1Input", "$.num_steps"),
    ]
    caller.options["on_drift"] = "raise"
    with pytest.raises(SchemaDriftError, match="Flux1Input"):
        caller.run("@cf/black-forest-labs/flux-1-schnell", params)


def test_a_deprecated_model_is_named_once_with_its_date(caller: Caller, service: Service) -> None:
    model = "@cf/facebook/bart-large-cnn"
    groups.row_of.cache_clear()
    groups.group_of.cache_clear()
    service.replies(result({"summary": "x"}))
    with pytest.warns(DeprecationWarning, match=f"{model} is deprecated.*2026-05-30"):
        caller.run(model, input_text="x")
    caller.run(model, input_text="x")


def test_a_stream_in_keyword_form(caller: Caller, service: Service) -> None:
    pieces = (b'data: {"response": "It is"}\n\n', b'data: {"response": " blue."}\n\n')
    service.replies(events(*pieces, b"data: [DONE]\n\n"))

    def sync(client: Cloudflare) -> list[TextGenerationChunk]:
        return list(client.ai.run(LLAMA, prompt="x", stream=True))

    async def parallel(client: AsyncCloudflare) -> list[TextGenerationChunk]:
        return [chunk async for chunk in await client.ai.run(LLAMA, prompt="x", stream=True)]

    chunks = caller.call(sync, parallel)
    assert [chunk.response for chunk in chunks] == ["It is", " blue."]
    assert service.last.json() == {"prompt": "x", "stream": True}


def test_keywords_without_a_value_are_left_out(caller: Caller, service: Service) -> None:
    caller.run(LLAMA, prompt="x", max_tokens=msgspec.UNSET, seed=0, lora=msgspec.UNSET)
    assert service.last.json() == {"prompt": "x", "seed": 0}
    # Nor do they count where the form is looked for.
    fields = {"text": "x", "target_lang": "fr", "prompt": msgspec.UNSET}
    service.replies(result({"translated_text": "y"}))
    assert caller.run("@cf/x/y", **fields) == TranslationResponse(translated_text="y")
    service.replies(events(b"data: [DONE]\n\n"))
    caller.stream(LLAMA, prompt="x", temperature=msgspec.UNSET)
    assert service.last.json() == {"prompt": "x", "stream": True}


def test_a_missing_account_names_the_variable(caller: Caller, service: Service) -> None:
    del caller.options["account_id"]
    for act in (caller.run, caller.stream, caller.file):
        with pytest.raises(ValueError, match="CLOUDFLARE_ACCOUNT_ID") as caught:
            act(LLAMA, prompt="x")
        said = "pass it here or to the client, or set CLOUDFLARE_ACCOUNT_ID"
        assert str(caught.value) == f"Expected a value for `account_id`: {said}"
    assert service.received == []


def test_params_and_keywords_do_not_mix(caller: Caller) -> None:
    with pytest.raises(TypeError, match="not both"):
        caller.run(LLAMA, TranslationParams(text="x", target_lang="fr"), text="y")
    with pytest.raises(TypeError, match="received int"):
        caller.run(LLAMA, 5)


def test_files_by_keyword_follow_the_form(caller: Caller, service: Service) -> None:
    service.replies(result({"text": "x"}))
    caller.run("@cf/x/y", audio=io.BytesIO(DATA))
    assert service.last.body == DATA
    caller.run("@cf/x/y", audio=DATA, source_lang="en")
    assert service.last.json() == {"audio": list(DATA), "source_lang": "en"}
    service.replies(result({"description": "x"}))
    caller.run("@cf/x/y", image=DATA, prompt="x", ignore_eos=True)
    assert service.last.json()["image"] == ENCODED
    with pytest.raises(TypeError, match="depends on the form"):
        caller.run("@cf/x/y", image=DATA)


def test_streams_are_not_run(caller: Caller, service: Service) -> None:
    with pytest.raises(ValueError, match=r"ai\.stream"):
        caller.run(LLAMA, TextGenerationPromptParams(prompt="x", stream=True))
    with pytest.raises(ValueError, match=r"ai\.stream"):
        caller.run(LLAMA, TextGenerationPromptParams(prompt="x"), extra_body={"stream": True})
    assert service.received == []
    caller.run(LLAMA, prompt="x", stream=False)
    assert service.last.json() == {"prompt": "x", "stream": False}


def test_plain_mappings_and_bytes_are_sent_as_they_are(caller: Caller, service: Service) -> None:
    service.replies(result([1, 2]))
    assert caller.run(LLAMA, {"anything": 1}) == [1, 2]
    assert service.last.json() == {"anything": 1}
    assert caller.run(LLAMA, DATA) == [1, 2]
    assert service.last.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("params", "wire"),
    [
        (MultimodalEmbeddingsParams(), {}),
        (MultimodalEmbeddingsParams(image=b"", text=[]), {"image": "", "text": []}),
        (TextEmbeddingsParams(text=("a", "b")), {"text": ["a", "b"]}),
    ],
)
def test_empty_is_not_left_out(
    caller: Caller, service: Service, params: Any, wire: dict[str, Any]
) -> None:
    service.replies(result({"data": []}))
    caller.run(LLAMA, params)
    assert service.last.json() == wire


def test_mappings_are_streamed_as_the_document_would(caller: Caller, service: Service) -> None:
    service.replies(events(b'data: {"any": "thing"}\n\ndata: [DONE]\n\n'))
    assert caller.stream(LLAMA, {"anything": 1}) == [{"any": "thing"}]
    assert service.last.json() == {"anything": 1, "stream": True}
    with pytest.raises(TypeError) as caught:
        caller.stream(LLAMA, DATA)
    assert str(caught.value) == "Expected params or a mapping but received bytes"


def test_streams_by_keywords(caller: Caller, service: Service) -> None:
    service.replies(events(b'data: {"response": "x"}\n\ndata: [DONE]\n\n'))
    for fields in ({"prompt": "x"}, {"messages": [{"role": "user", "content": "x"}]}):
        (chunk,) = caller.stream("@cf/x/y", **fields)
        assert (type(chunk), chunk.response) == (TextGenerationChunk, "x")
        assert service.last.json() == {**fields, "stream": True}
    caller.stream(LLAMA, TextGenerationPromptParams(prompt="x", stream=False))
    assert service.last.json() == {"prompt": "x", "stream": True}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"model_name": 5, "text": "x"},
            "Expected `model_name` to be a str but received int",
        ),
        (
            {"model_name": "a?" + "b" * 300, "text": "x"},
            "`model_name` holds a control character, '?', '#' or a backslash: 'a?"
            + "b" * 198
            + "'",
        ),
        (
            {"model_name": "a//" + "b" * 300, "text": "x"},
            "`model_name` has an empty, '.' or '..' segment: 'a//" + "b" * 197 + "'",
        ),
        (
            {"model_name": "m", "params": 5},
            "Expected params or a mapping but received int",
        ),
        (
            {"model_name": "m", "params": {"a": 1}, "text": "x", "lang": "y"},
            "Pass params or keywords, not both; got lang, text, too",
        ),
        (
            {"model_name": "m", "text": "x", "extra_body": [1]},
            "Expected `extra_body` to be a mapping but received list",
        ),
        (
            {"model_name": "m", "text": "x", "max_retries": -1},
            "Expected `max_retries` to be 0 or more but received -1",
        ),
        (
            {"model_name": "m", "image": b"x"},
            (
                "How a file is sent depends on the form, and this fits "
                "ImageToTextParams, MultimodalEmbeddingsParams: pass one"
            ),
        ),
        (
            {"model_name": "m", "text": object()},
            "`text` cannot be sent: Encoding objects of type object is unsupported",
        ),
        (
            {"model_name": "m", "text": "x", "target_lang": float("nan")},
            "`target_lang` cannot be sent: A number is NaN or infinite, which JSON cannot hold",
        ),
    ],
)
def test_what_is_refused_in_words(
    caller: Caller, service: Service, arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        caller.run(**arguments)
    assert str(caught.value) == message
    assert service.received == []


def test_the_form_decides_how_a_file_goes(caller: Caller, service: Service) -> None:
    """By the task of the model, where keywords leave it open."""
    service.replies(result([]))
    caller.run("@cf/microsoft/resnet-50", image=DATA)
    assert service.last.body == DATA
    service.replies(result({"description": "x"}))
    caller.run("@cf/llava-hf/llava-1.5-7b-hf", image=DATA, prompt="x")
    assert service.last.json() == {"image": list(DATA), "prompt": "x"}
    caller.run("@cf/x/y", image=DATA, prompt="x", ignore_eos=True)
    assert service.last.json()["image"] == ENCODED


def test_values_tell_forms_apart(caller: Caller, service: Service) -> None:
    service.replies(result([{"label": "a", "score": 1}]))
    drifts: list[Any] = []
    caller.options["on_drift"] = drifts.append
    # A list of texts is nothing to classify.
    assert caller.run("@cf/x/y", text=["x"]) == [{"label": "a", "score": 1}]
    assert drifts[0].expected == "one of TextEmbeddingsResponse, MultimodalEmbeddingsResponse"
    drifts.clear()
    found = caller.run("@cf/x/y", text="x")
    assert (type(found[0]), drifts) == (TextClassificationResponseItem, [])


def test_a_base_url_without_a_path(caller: Caller, service: Service) -> None:
    for end in ("", "/", "//"):
        caller.options["base_url"] = service.origin + end
        caller.run(LLAMA, prompt="x")
        assert service.last.target.startswith("/accounts/")
    with Cloudflare(api_token="t", base_url=httpx2.URL(service.origin)) as client:
        assert str(client.base_url) == service.origin


def test_the_base_url_of_the_environment(
    caller: Caller, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOUDFLARE_BASE_URL", f"{service.origin}/other ")
    del caller.options["base_url"]
    caller.run(LLAMA, prompt="x")
    assert service.last.target.startswith("/other/accounts/")
    with Cloudflare(api_token="t", base_url="https://explicit.example") as client:
        assert str(client.base_url) == "https://explicit.example"


def test_an_empty_account_is_not_filled_from_the_environment(
    caller: Caller, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "from-outside")
    caller.options["account_id"] = ""
    with pytest.raises(ValueError, match="account_id") as caught:
        caller.run(LLAMA, prompt="x")
    assert str(caught.value) == "Expected a non-empty value for `account_id` but received ''"
    caller.run(LLAMA, prompt="x", account_id="given")
    assert "/accounts/given/" in service.last.target
    caller.options["account_id"] = None
    caller.run(LLAMA, prompt="x")
    assert "/accounts/from-outside/" in service.last.target


@pytest.mark.parametrize("name", ["api_token", "api_key", "api_email", "user_service_key"])
def test_empty_credentials_in_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "t")
    with pytest.raises(ValueError, match=name) as caught:
        Cloudflare(**{name: " "})  # type: ignore[arg-type]
    assert str(caught.value) == f"Expected a non-empty value for `{name}` but received ' '"


def test_a_file_that_no_form_can_stream(caller: Caller, service: Service) -> None:
    with pytest.raises(TypeError) as caught:
        caller.stream("@cf/x/y", audio=DATA)
    message = "AutomaticSpeechRecognitionParams cannot be streamed: pass it to ai.run"
    assert str(caught.value) == message
    assert service.received == []


class Whole(enum.IntEnum):
    ONE = 1


class Text(str):
    """As of template engines and scrapers."""

    __slots__ = ()


class Number(float):
    """As of numpy."""

    __slots__ = ()


def test_subclasses_of_what_json_has(caller: Caller, service: Service) -> None:
    values: dict[str, Any] = {"messages": [{"role": Text("user"), "content": Text("x")}]}
    caller.run(
        LLAMA, **values, temperature=Number(0.5), seed=Whole.ONE, extra_body={"more": [Text("y")]}
    )
    message = {"role": "user", "content": "x"}
    expected = {"messages": [message], "temperature": 0.5, "seed": 1, "more": ["y"]}
    assert service.last.json() == expected
    caller.run(LLAMA, TextGenerationPromptParams(prompt=Text("x")))
    assert service.last.json() == {"prompt": "x"}


def test_what_is_left_open_may_be_unset(caller: Caller, service: Service) -> None:
    caller.run(LLAMA, TextGenerationPromptParams(prompt="x", max_tokens=UNSET, seed=7))
    assert service.last.json() == {"prompt": "x", "seed": 7}
