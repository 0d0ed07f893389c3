"""The client under the interpreters that `make interpreters` has set up, and under this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import workers_ai

from tests.runtime.wire import Service, events, refusal, result

_ROOT = Path(__file__).parents[2]
_MADE = sorted(map(str, (_ROOT / "build" / "interpreters").glob("*/bin/python")))
_EXPECTED = "['hallo', {'translated_text': 'copied', 'more': 1}, ['a'], 429] ['hallo', ['a']]\n"


@pytest.mark.parametrize("python", [sys.executable, *_MADE])
def test_a_few_calls(python: str, service: Service) -> None:
    answer = result({"translated_text": "hallo", "more": 1})
    stream = events(b'data: {"response": "a"}\n\n', b"data: [DONE]\n\n")
    refused = refusal(429, 3036, "used up")
    service.replies(answer, stream, refused, answer, stream)
    package = Path(str(workers_ai.__file__)).parent
    done = subprocess.run(
        [
            python,
            "-X",
            "dev",
            "-W",
            "error",
            str(Path(__file__).with_name("smoke.py")),
            service.base_url,
        ],
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == (_EXPECTED, 0), done.stderr
    # What nobody awaits, closes or catches is printed there; asyncio warns of slow machines, too.
    assert "Warning" not in done.stderr
    assert "Traceback" not in done.stderr
