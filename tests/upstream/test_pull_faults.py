"""``flaregen pull`` against servers and disks that fail: nothing on disk changes, ever."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.support.commands import LOOPBACK, run
from tests.support.folders import state
from tests.support.misbehaving import Answer, Connection, hang, serving, status

from flaregen.network import fetch as fetching
from flaregen.network.fetch import Limits
from upstream import as_json, document, variant

TEXT = {"type": "string"}
OLD = as_json(document())
NEW = as_json(document(variant("Translation", text=TEXT, target_lang=TEXT), version="2"))
PATIENT = (
    "try again later; open the address in a browser, or download the document yourself and give "
    "its path"
)
BROKEN_OFF = "the download failed: peer closed connection without sending complete message body"
BY_HAND = "open the address in a browser, or download the document yourself and give its path"
CHECK = "check the address and the revision; a private repository cannot be read"


@pytest.fixture
def pinned(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that has pulled and built, and limits that a test can wait for."""
    with serving(lambda connection: connection.send("200 OK", OLD)) as server:
        assert run("pull", "--quiet", "--from", server.address, *LOOPBACK) == 0
    assert run("build", "--quiet") == 0
    impatient = partial(Limits, total=3.0, silence=0.5, attempts=2, pause=0.01)
    monkeypatch.setattr(fetching, "Limits", impatient)
    return project


def cut(connection: Connection) -> None:
    connection.raw(f"HTTP/1.1 200 OK\r\nContent-Length: {len(NEW)}\r\n\r\n".encode() + NEW[:100])


def longer(connection: Connection) -> None:
    connection.send("200 OK", NEW, Content_Length=len(NEW) + 1)


def shorter(connection: Connection) -> None:
    connection.send("200 OK", NEW, Content_Length=len(NEW) - 1)


def page(connection: Connection) -> None:
    connection.send("200 OK", b"<!doctype html><title>Log in</title>", Content_Type="text/html")


def circle(connection: Connection) -> None:
    connection.send("302 Found", Location="/openapi.json")


def five_gigabytes(connection: Connection) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    framed = b"186a0\r\n" + b"x" * 100_000 + b"\r\n"
    try:
        for _ in range(50_000):
            connection.socket.sendall(framed)
    except OSError:
        return


FAULTS: dict[str, tuple[Answer, str, str, str]] = {
    "hangs": (hang, "download-failed", "the download failed: timed out", PATIENT),
    "cuts": (
        cut,
        "download-failed",
        f"{BROKEN_OFF} (received 100 bytes, expected {len(NEW)})",
        PATIENT,
    ),
    "says more than it sends": (
        longer,
        "download-failed",
        f"{BROKEN_OFF} (received {len(NEW)} bytes, expected {len(NEW) + 1})",
        PATIENT,
    ),
    "304 unasked": (
        status("304 Not Modified"),
        "download-failed",
        "the server says that nothing changed, but nobody asked",
        "try again later",
    ),
    "404": (status("404 Not Found"), "download-failed", "the server answered 404 Not Found", CHECK),
    "429": (
        status("429 Too Many Requests", Retry_After="3600"),
        "download-failed",
        "the server answered 429 Too Many Requests",
        CHECK,
    ),
    "429 for a moment": (
        status("429 Too Many Requests", Retry_After="0"),
        "download-failed",
        "the download failed: the server answered 429 Too Many Requests",
        PATIENT,
    ),
    "500": (
        status("500 Internal Server Error"),
        "download-failed",
        "the download failed: the server answered 500 Internal Server Error",
        PATIENT,
    ),
    "HTML": (page, "web-page", "the server sent a web page, not a document", BY_HAND),
    "a circle": (circle, "redirect-circle", "it redirects without end", BY_HAND),
    "another scheme": (
        status("302 Found", Location="https://example.com/openapi.json"),
        "redirect-scheme",
        "it redirects from http to https://example.com/openapi.json",
        "give that address, if you trust it",
    ),
    "five gigabytes": (
        five_gigabytes,
        "too-large",
        "the document has more than 64 MB",
        "flaregen pull --max-size raises the limit; the pin keeps only what you use",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_server_changes_nothing(
    name: str, pinned: Path, capsys: pytest.CaptureFixture[str]
):
    answer, code, message, advice = FAULTS[name]
    before = state(pinned)
    capsys.readouterr()
    started = time.monotonic()
    with serving(answer) as server:
        assert run("pull", "--quiet", "--from", server.address, *LOOPBACK) == 2
        assert time.monotonic() - started < 10
        printed = capsys.readouterr()
        said = [f"error[{code}]", f"  {server.address}: {message}", f"  help: {advice}"]
    assert (printed.out, printed.err.splitlines()) == ("", said)
    assert state(pinned) == before


def test_a_document_that_ends_where_its_length_says(
    pinned: Path, capsys: pytest.CaptureFixture[str]
):
    """What comes behind is not read; without its last bracket the document is refused."""
    before = state(pinned)
    capsys.readouterr()
    with serving(shorter) as server:
        assert run("pull", "--quiet", "--from", server.address, *LOOPBACK) == 2
        assert capsys.readouterr().err.splitlines() == [
            f"error[not-json] {server.address}:1:{len(NEW)}",
            "  The text ends in the middle.",
            "  help: is the file complete?",
        ]
    assert state(pinned) == before


def test_another_document_on_the_second_request(pinned: Path):
    """The one that came whole is pinned, with nothing of the other."""

    def rest(connection: Connection) -> None:
        connection.send("200 OK", NEW, ETag='"new"')

    def part(connection: Connection) -> None:
        head = f'HTTP/1.1 200 OK\r\nContent-Length: {len(OLD)}\r\nETag: "old"\r\n\r\n'
        connection.raw(head.encode() + OLD[:500])

    with serving(part, rest) as server:
        assert run("pull", "--quiet", "--from", server.address, *LOOPBACK) == 0
    pin = json.loads((pinned / "spec" / "openapi.json").read_text())
    assert pin["info"]["version"] == "2"
    assert 'etag = "\\"new\\""' in (pinned / "spec" / "spec.lock").read_text()


COMMAND = [sys.executable, "-c", "from flaregen.cli import main; main()", "pull", "--quiet"]


def test_an_interruption_changes_nothing(pinned: Path):
    before, folders = state(pinned), sorted(pinned.rglob("*"))
    asked = threading.Event()

    def wait(connection: Connection) -> None:
        asked.set()
        connection.socket.recv(1)

    with serving(wait) as server:
        pulling = subprocess.Popen(
            [*COMMAND, "--from", server.address, *LOOPBACK], stderr=subprocess.PIPE, text=True
        )
        assert asked.wait(20)
        pulling.send_signal(signal.SIGINT)
        _, said = pulling.communicate(timeout=10)
    assert (pulling.returncode, said.strip()) == (130, "interrupted; nothing was changed")
    assert state(pinned) == before
    assert sorted(pinned.rglob("*")) == folders


@pytest.mark.long
def test_pulls_at_the_same_time(pinned: Path, tmp_path: Path):
    """Each pin is next to its own lock, whoever comes last."""
    paths = []
    for name, content in (("old", OLD), ("new", NEW)):
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_bytes(content)
    for _ in range(3):
        pulls = [subprocess.Popen([*COMMAND, "--from", str(path)]) for path in paths * 2]
        assert [one.wait(60) for one in pulls] == [0] * 4
        assert run("build", "--quiet") == 0
        assert sorted(path.name for path in (pinned / "spec").iterdir()) == [
            "openapi.json",
            "spec.lock",
        ]


@pytest.fixture
def small_disk(pinned: Path) -> Iterator[Callable[[], None]]:
    """Mount a small disk where the pin is; the function fills it."""
    spec = pinned / "spec"
    held = {path.name: path.read_bytes() for path in spec.iterdir()}
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(spec)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs rights that this user lacks")
    for name, content in held.items():
        (spec / name).write_bytes(content)

    def fill() -> None:
        free = os.statvfs(spec)
        (spec / "filler").write_bytes(b"x" * (free.f_bavail * free.f_frsize))

    try:
        yield fill
    finally:
        subprocess.run(["umount", str(spec)], check=True)


def test_a_full_disk(
    pinned: Path, small_disk: Callable[[], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    upstream = tmp_path / "new.json"
    upstream.write_bytes(NEW)
    small_disk()
    before = state(pinned)
    capsys.readouterr()
    assert run("pull", "--quiet", "--from", str(upstream)) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "error[disk-full]"
    assert said[1].startswith(f"  there is no room to write to {pinned / 'spec'}: No space left")
    assert said[1].endswith("; nothing was changed")
    assert said[2:] == ["  help: make room; the old and the new files have to fit at the same time"]
    assert state(pinned) == before
    (pinned / "spec" / "filler").unlink()
    assert run("pull", "--quiet", "--from", str(upstream)) == 0
    assert sorted(path.name for path in (pinned / "spec").iterdir()) == [
        "openapi.json",
        "spec.lock",
    ]


def test_a_pin_of_another_hand_is_refused_by_a_build(
    pinned: Path, capsys: pytest.CaptureFixture[str]
):
    pin = pinned / "spec" / "openapi.json"
    pin.write_text(pin.read_text().replace("Upstream", "Mine"))
    before = state(pinned)
    source = next(
        line.split('"')[1]
        for line in (pinned / "spec" / "spec.lock").read_text().splitlines()
        if line.startswith("source")
    )
    capsys.readouterr()
    assert run("build") == 2
    assert capsys.readouterr().err.splitlines() == [
        "error[pin-mismatch]",
        f"  {pin} differs from what {pinned}/spec/spec.lock says was pulled from {source}",
        "  help: flaregen pull --accept takes it as it is; flaregen pull gets upstream's again",
        "    keep corrections of your own in an overlay",
    ]
    assert state(pinned) == before
