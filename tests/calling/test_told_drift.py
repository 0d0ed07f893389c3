"""What differs from the schema of a model is told, each difference, and what came is kept."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
import workers_ai as w

from tests.support.loopback import Loopback, envelope, serve

_OPTIONS: Any = {"api_token": "token", "account_id": "abc", "max_retries": 0}
_KIMI, _GLM = "@cf/moonshotai/kimi-k2.6", "@cf/zai-org/glm-4.7-flash"
_LLAMA, _OSS = "@cf/meta/llama-3.2-3b-instruct", "@cf/openai/gpt-oss-20b"
_ASKED: Any = [{"role": "user", "content": "x"}]


def _client(server: Loopback, **options: Any) -> w.Cloudflare:
    return w.Cloudflare(base_url=server.url, **_OPTIONS, **options)


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
                with serve(answer) as server, _client(server) as client:
                    client.ai.run(model, params)
    place, form = "$.result.translated_text: expected str, got", "TranslationParams of @cf/acme"
    assert [str(one.message) for one in caught] == [
        f"{place} {kind} ({form}/{model})" for model in ("one", "two") for kind in ("int", "bool")
    ]


def _calling(arguments: Any) -> dict[str, Any]:
    call = {"id": "c", "type": "function", "function": {"name": "t", "arguments": arguments}}
    return _spoken(None, tool_calls=[call])


@pytest.mark.parametrize("cut", ['{"path": "/tm', "[1]"])
def test_arguments_that_are_no_object_are_an_error_with_their_text(cut: str) -> None:
    with serve(envelope(_calling(cut))) as server, _client(server) as client:
        (call,) = client.ai.model(_KIMI).run(messages=_ASKED).tool_calls
    with pytest.raises(
        ValueError, match="Expected the text of a JSON object but received"
    ) as error:
        _ = call.arguments
    assert cut.removeprefix("[").removesuffix("]") in str(error.value)
    assert call.to_dict() == _calling(cut)["choices"][0]["message"]["tool_calls"][0]


def test_no_arguments_are_an_empty_object() -> None:
    with serve(envelope(_calling(""))) as server, _client(server) as client:
        (call,) = client.ai.model(_KIMI).run(messages=_ASKED).tool_calls
    assert call.arguments == {}
