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
