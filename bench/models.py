"""What models by name cost: the first call of a process, and the time of type checkers."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from client_server import serve
from client_timing import SMALL
from process import measure
from rows import Row

_MODEL = "@cf/meta/llama-3.1-8b-instruct-fp8"
_CLIENT = """
from workers_ai import Cloudflare
client = Cloudflare(api_token="t", account_id="a", base_url="URL")
messages = [{"role": "user", "content": "x"}]
"""
_BY_PARAMS = f"""{_CLIENT}
from workers_ai import TextGenerationMessagesParams
print(client.ai.run("{_MODEL}", TextGenerationMessagesParams(messages=messages)).response)
"""
_BY_NAME = f"""{_CLIENT}
print(client.ai.model("{_MODEL}").run(messages=messages).text)
"""

_CALLS = (
    '"@cf/moonshotai/kimi-k2.6").run(messages=[{"role": "user", "content": "x"}], n=1).text',
    '"@cf/baai/bge-reranker-base").run(query="x", contexts=[{"text": "a"}]).response',
    f'"{_MODEL}").run(prompt="x").text',
    '"@cf/black-forest-labs/flux-1-schnell").run(prompt="x").media_type',
)
_BARE = "import httpx2\nimport msgspec\n\nprint(httpx2, msgspec)\n"
_BIN = Path(sys.executable).parent


def rows(client: Path, scratch: Path, runs: int) -> list[Row]:
    """The first call and both checkers; `client` is an environment that has the package."""
    return [_first_call(client, 3 * runs), *_type_checking(client, scratch, runs)]


def _first_call(client: Path, runs: int) -> Row:
    python, url = str(client / "bin" / "python"), serve(SMALL)
    programs = [text.replace("URL", url) for text in (_BY_PARAMS, _BY_NAME)]
    turns = [[measure([python, "-c", text]).cpu for text in programs] for _ in range(runs)]
    by_params, by_name = (statistics.median(column) * 1000 for column in zip(*turns, strict=True))
    what = "first model().run over the first run, CPU ms"
    return Row(what, by_name - by_params, None, None, limit=10)


def _type_checking(client: Path, scratch: Path, runs: int) -> list[Row]:
    """A hundred calls of four models, beside a file that imports the two libraries alone."""
    bare, ours = scratch / "bare.py", scratch / "calls.py"
    bare.write_text(_BARE, encoding="utf-8")
    lines = [f"    print(client.ai.model({_CALLS[n % len(_CALLS)]})" for n in range(100)]
    head = "from workers_ai import Cloudflare\n\n\ndef calls(client: Cloudflare) -> None:\n"
    ours.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    python = str(client / "bin" / "python")
    cold = ["--strict", "--config-file=", "--cache-dir=/dev/null", "--python-executable", python]
    checkers = {
        "mypy --strict": [str(_BIN / "mypy"), *cold],
        "pyright": [str(_BIN / "pyright"), "--pythonpath", python],
    }
    found = []
    for name, command in checkers.items():
        turns = [
            [measure([*command, str(file)], cwd=scratch).cpu for file in (bare, ours)]
            for _ in range(runs)
        ]
        alone, calls = (statistics.median(column) for column in zip(*turns, strict=True))
        what = f"100 model().run calls, {name}, CPU s"
        found.append(Row(what, calls, alone, 1.6, "import httpx2, msgspec"))
    return found
