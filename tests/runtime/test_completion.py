"""What an editor completes: options of clients and of calls, fields, and what an answer has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import workers_ai

from tests.support.language_server import LanguageServer, language_server

CLIENT = "from workers_ai import Cloudflare, TranslationParams\nclient = Cloudflare("
CALL = (
    "\nanswer = client.ai.run('@cf/meta/m2m100-1.2b', TranslationParams(text='x', target_lang='fr')"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """One for all: it takes two seconds to start."""
    package = Path(str(workers_ai.__file__)).parent
    with language_server(tmp_path_factory.mktemp("programs"), [package.parent]) as running:
        yield running


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CLIENT, {"api_token=", "deadline=", "http_client=", "max_retries=", "on_drift="}),
        (CLIENT.replace("Cloudflare", "AsyncCloudflare") + "max_re", {"max_retries="}),
        (f"{CLIENT}).with_options(time", {"timeout="}),
        (f"{CLIENT}){CALL}, ", {"timeout=", "deadline=", "extra_headers=", "account_id="}),
        (f"{CLIENT}){CALL})\nanswer.", {"translated_text", "to_dict", "to_json", "ray_id"}),
        (f"{CLIENT})\nTranslationParams(te", {"text="}),
    ],
)
def test_what_is_completed(server: LanguageServer, text: str, expected: set[str]) -> None:
    assert expected <= set(server.completed(text))


def _named(model: str, rest: str) -> str:
    return f"{CLIENT})\nrunner = client.ai.model('{model}')\n{rest}"


@pytest.mark.parametrize(
    ("model", "keywords", "others", "attributes"),
    [
        (
            "@cf/moonshotai/kimi-k2.6",
            {"messages=", "reasoning_effort=", "tools=", "timeout="},
            {"prompt=", "query=", "audio_input="},
            {"text", "reasoning", "tool_calls", "usage", "choices", "ray_id"},
        ),
        (
            "@cf/baai/bge-reranker-base",
            {"query=", "contexts=", "top_k=", "account_id="},
            {"messages=", "text=", "prompt="},
            {"response", "to_dict"},
        ),
        (
            "@cf/deepgram/nova-3",
            {"audio=", "diarize=", "language=", "deadline="},
            {"messages=", "prompt=", "vad_filter="},
            {"results", "to_json"},
        ),
    ],
)
def test_a_model_completes_to_what_it_takes_and_answers(
    server: LanguageServer,
    model: str,
    keywords: set[str],
    others: set[str],
    attributes: set[str],
) -> None:
    completed = set(server.completed(_named(model, "runner.run(")))
    assert keywords <= completed
    assert not others & completed
    read = set(server.completed(_named(model, "answer = runner.run()\nanswer.")))
    assert attributes <= read


def test_names_of_models_are_completed(server: LanguageServer) -> None:
    completed = server.completed(f'{CLIENT})\nclient.ai.model("')
    assert {'"@cf/moonshotai/kimi-k2.6"', '"@cf/baai/bge-m3"'} <= set(completed)
