"""Archives and texts that cost far more than their size: each is refused, and quickly."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from flaregen import lock as locking
from flaregen import resources
from flaregen.diagnostic import DiagnosticError
from flaregen.network.unpack import BrokenArchiveError, TooLargeError, unpack
from flaregen.reading.load import parse
from flaregen.reading.sources import make_source
from tests.harm.running import run

_QUINE_LEVELS = 6


def nested(content: bytes, levels: int) -> bytes:
    for _ in range(levels):
        content = gzip.compress(content)
    return content


BOMBS: dict[str, tuple[Callable[[], bytes], type[Exception]]] = {
    "zeros": (lambda: gzip.compress(bytes(200 << 20), compresslevel=1), TooLargeError),
    "zeros in zeros": (lambda: nested(bytes(200 << 20), 2), TooLargeError),
    "many parts": (lambda: gzip.compress(b"") * 500_000, BrokenArchiveError),
    "a few parts and much behind them": (
        lambda: gzip.compress(b"") * 9_999 + bytes(30 << 20) + b"x",
        BrokenArchiveError,
    ),
    "archives in archives": (lambda: nested(b"{}", _QUINE_LEVELS), BrokenArchiveError),
    "cut off": (lambda: gzip.compress(b"{}" * 1000)[:-3], BrokenArchiveError),
    "not what it begins with": (lambda: b"\x1f\x8b" + b"x" * 1000, BrokenArchiveError),
}


@pytest.mark.parametrize("name", BOMBS)
def test_unpacking_ends(name: str) -> None:
    make, error = BOMBS[name]
    content = make()
    started = time.process_time()
    with pytest.raises(error):
        unpack(content, 64 << 20)
    assert time.process_time() - started < 15


def test_what_is_in_order_is_unpacked() -> None:
    whole = json.dumps({"a": "b" * 100_000}).encode()
    halves = gzip.compress(whole[:50_000]) + gzip.compress(whole[50_000:])
    for content in (whole, gzip.compress(whole), halves, halves + bytes(512), nested(whole, 3)):
        assert unpack(content, 1 << 20) == whole


def test_a_pin_that_is_a_bomb_is_as_cheap_for_the_lock(tmp_path: Path) -> None:
    """A build with a lock of an earlier one looks at the pin before any reader does."""
    pin = tmp_path / "spec.json.gz"
    pin.write_bytes(gzip.compress((resources.spec_directory() / "openapi.json").read_bytes()))
    settings = '[spec]\npath = "spec.json.gz"\n'
    (tmp_path / "flaregen.toml").write_text(settings)
    locked = locking.inputs_digest(_config(tmp_path)).spec
    package = tmp_path / "generated" / "workers_ai"
    package.mkdir(parents=True)
    inputs = locking.inputs_digest(_config(tmp_path))
    (package / "flaregen.lock").write_bytes(locking.render_lock(locking.make_lock(inputs, [])))
    pin.write_bytes(gzip.compress(bytes(1 << 30), compresslevel=1))
    said = run(tmp_path, "build")
    assert said.code != 0
    assert said.err.startswith("error[too-large]")
    assert locking.inputs_digest(_config(tmp_path)).spec != locked


def _config(folder: Path):
    from flaregen import config

    return config.load(folder / "flaregen.toml")


def findings(text: str) -> tuple[float, list[str]]:
    """Seconds of CPU that a broken text takes, and what is found."""
    source = make_source("x.json", text.encode())
    started = time.process_time()
    with pytest.raises(DiagnosticError) as caught:
        parse(source)
    spent = time.process_time() - started
    return spent, [one.code for one in caught.value.diagnostics]


BROKEN = {
    "a string without an end": '"' + '\\"' * 150_000,
    "a short string without an end": '"' + '\\"' * 20_000,
    "quotes": '"' * 300_001,
    "backslashes": '"' + "\\" * 300_001,
    "strings and spaces": '"a"' + " " * 300_000,
    "many strings and spaces": ('"a"' + " " * 300) * 1_000,
    "names without a colon": '"a" ' * 75_000,
    "minus signs": "-" * 300_000,
    "digits and signs": "1-" * 150_000,
    "letters": "A" * 300_000,
    "brackets": "]" * 300_000,
    "a long name": '"' + "a" * 300_000 + '": "',
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_a_text_is_found_in_linear_time(name: str) -> None:
    """300 KB each, behind a finding: 60 KB took seventeen seconds."""
    spent, codes = findings('{"openapi":"3.0.3","n":NaN,"a":' + BROKEN[name])
    assert codes
    assert spent < 6
