"""What calls cost, beside the HTTP library alone and beside the official SDK."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from client_server import serve
from client_timing import SMALL
from rows import Row

_HERE = Path(__file__).parent
_SDK = "cloudflare 5.9.0"


def rows(client: Path, peers: Path, runs: int) -> list[Row]:
    ours = _measured(str(client / "bin" / "python"), "client_flaregen.py", runs)
    official = _measured(str(peers / "bin" / "python"), "client_official.py", runs)
    call, at_once, image = ours["call"], ours["at once"], ours["image"]
    vectors, official_call = ours["embeddings"], official["call"]
    return [
        _micro("run, small answer, CPU us", call["ours"], call["bare"], 1.15, "bare httpx2"),
        _micro(
            "model().run, small answer, CPU us", call["model"], call["bare"], 1.25, "bare httpx2"
        ),
        _micro(
            "the official SDK's run, small answer, CPU us",
            official_call["official"],
            official_call["bare"],
            None,
            "bare httpx",
        ),
        _micro(
            "run, async, 50 at once, CPU us", at_once["ours"], at_once["bare"], 1.1, "bare httpx2"
        ),
        _micro(
            "decode embeddings 100 x 1024, CPU us",
            vectors["ours"],
            vectors["bare"],
            1.2,
            "msgspec, untyped",
        ),
        _micro(
            "the same, beside the official SDK",
            vectors["ours"],
            official["embeddings"]["official"],
            None,
            _SDK,
        ),
        _micro(
            "1 MiB image sent as bytes, CPU us", image["ours"], image["bare"], 1.1, "bare httpx2"
        ),
        _micro("stream of 10,000 events, CPU us", ours["stream"], official["stream"], 1 / 4, _SDK),
        *_memory(client, peers),
    ]


_CALL = "messages=[{'role': 'user', 'content': 'x'}])"
# The operating system's own count of a child's peak starts with its parent's.
_PEAK = "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
_OURS = f"""
from workers_ai import Cloudflare
client = Cloudflare(api_token="t", account_id="a", base_url="URL")
client.ai.run("@cf/meta/llama-3.1-8b-instruct-fp8", {_CALL}
{_PEAK}
"""
_BARE = f"""
import httpx2, msgspec
client = httpx2.Client()
msgspec.json.decode(client.post("URL", content=b"{{}}").content)
{_PEAK}
"""
_OFFICIAL = f"""
from cloudflare import Cloudflare
client = Cloudflare(api_token="t", base_url="URL")
client.ai.run("llama", account_id="a", {_CALL}
{_PEAK}
"""


def _memory(client: Path, peers: Path) -> list[Row]:
    """What making a client and one call adds to the peak memory of a process that does nothing.

    The whole process stands beside it; the interpreter's part of it is nobody's client.
    """
    url = serve(SMALL)
    own, theirs = str(client / "bin" / "python"), str(peers / "bin" / "python")
    programs = ((own, _PEAK), (own, _OURS), (own, _BARE), (theirs, _OFFICIAL))
    empty, ours, bare, official = (
        float(_output([python, "-c", program.replace("URL", url)])) / 1024
        for python, program in programs
    )
    what = "memory of a client after one call, MB"
    return [
        Row(what, ours - empty, official - empty, 0.7, _SDK),
        Row("the same, beside the HTTP library", ours - empty, bare - empty, None, "bare httpx2"),
        Row("the same, the interpreter included", ours, official, None, _SDK),
    ]


def _micro(what: str, ours: float, peer: float, ratio: float | None, name: str) -> Row:
    return Row(what, ours * 1e6, peer * 1e6, ratio, name)


def _measured(python: str, script: str, runs: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_output([python, str(_HERE / script), str(runs)]))
    return found


def _output(command: list[str]) -> str:
    """What a program prints. Raises RuntimeError with its complaint when it fails."""
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(_HERE)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command[1][:80]}\n{done.stderr[-2000:]}")
    return done.stdout
