"""A page of the docs as its reader would follow it, block by block, in a folder of its own.

- A block with a ``title`` is a file, and is written under that name; a configuration is read.
- ``python`` runs, against the service on loopback; ``text`` behind it is what it prints.
- ``console`` has commands behind ``$``, and what they print; ``...`` stands for anything.

A comment before a block changes what it meets. ``<!-- answer: JSON -->`` is the result that the
service gives to a request that it takes; ``<!-- answers: JSON -->`` has several, by a text that the
request contains; ``<!-- unchecked: JSON -->`` is that of any call, of unknown models too;
``<!-- photo: NAME -->`` is an image of this folder.
``<!-- exit: 1 -->`` is the exit status of the last command.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import re
import shlex
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workers_ai import Cloudflare

from flaregen import cli
from flaregen import config as configuration
from tests.support import service
from tests.support.loopback import Answer, Received, envelope, serve

_BLOCK = re.compile(
    r"(?P<comments>(?:^<!-- [a-z]+: .*? -->\n+)*)"
    r"^```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"^<!-- (\w+): (.*?) -->$", re.MULTILINE | re.DOTALL)
_HERE = Path(__file__).parent
FILES = {"photo.jpg": b"\xff\xd8\xff\xe0", "speech.mp3": b"ID3\x04"}
"""What a reader has: a photo and a recording."""


@dataclass(frozen=True, slots=True)
class Block:
    """``output`` is what it prints, None where the page does not say."""

    language: str
    text: str
    title: str = ""
    output: str | None = None
    settings: dict[str, str] = field(default_factory=dict)


def blocks(page: str) -> list[Block]:
    found: list[Block] = []
    for match in _BLOCK.finditer(page):
        settings = dict(_COMMENT.findall(match["comments"]))
        block = Block(match["language"], match["text"], match["title"] or "", None, settings)
        if block.language == "text" and found and found[-1].language == "python":
            before = found.pop()
            block = Block(before.language, before.text, before.title, block.text, before.settings)
        found.append(block)
    return found


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what is printed below it."""
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def matches(shown: str, printed: str) -> bool:
    pattern = re.escape(shown.rstrip()).replace(r"\.\.\.", ".*")
    return re.fullmatch(pattern, printed.rstrip(), re.DOTALL) is not None


def run_python(code: str) -> str:
    """What a program prints. Raises what it raises; a warning is an error."""
    printed = io.StringIO()
    names: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(compile(code, "example", "exec"), names)  # the code of the docs
    for value in names.values():
        # A program that ends leaves that to the system.
        if isinstance(value, Cloudflare):
            value.close()
    return printed.getvalue()


def run_command(line: str) -> tuple[int, str]:
    """Exit status and what flaregen prints, both streams together."""
    name, *arguments = shlex.split(line)
    assert name == "flaregen"
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            cli.main(arguments)
        except SystemExit as stop:
            return int(stop.code or 0), printed.getvalue()


def answers(settings: dict[str, str]) -> Callable[[Received], Answer] | Answer:
    if "unchecked" in settings:
        return envelope(json.loads(settings["unchecked"]))
    known = json.loads(settings.get("answers", "{}"))
    if "answer" in settings:
        known[""] = json.loads(settings["answer"])
    if "photo" in settings:
        known[""] = {"image": base64.b64encode((_HERE / settings["photo"]).read_bytes()).decode()}
    return answering(known)


def answering(results: Mapping[str, object]) -> Callable[[Received], Answer]:
    """The service, which gives the first result whose text is in a request that it takes.

    Streams, refusals and requests without any of the texts are answered as the service does.
    """

    def answer(request: Received) -> Answer:
        said = service.answer(request)
        if said.status != 200 or said.headers["Content-Type"] == "text/event-stream":
            return said
        asked = f"{request.path} {request.body!r}"
        return next((envelope(results[text]) for text in results if text in asked), said)

    return answer


def follow(page: str, folder: Path, environment: Callable[[str, str], Any]) -> int:
    """Do what a page says in a folder; how much was run. ``environment`` sets a variable."""
    count = 0
    for block in blocks(page):
        if block.title:
            path = folder / block.title
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
            if path.name == "flaregen.toml":
                configuration.load(path)
        elif block.language == "python":
            with serve(answers(block.settings)) as server:
                environment("CLOUDFLARE_BASE_URL", server.url)
                printed = run_python(block.text)
            assert matches(block.output or "", printed), f"{block.text}\nprints\n{printed}"
            count += 1
        elif block.language == "console":
            count += _console(block)
    return count


def _console(block: Block) -> int:
    count, status = 0, 0
    for command, output in commands(block):
        if command.startswith("flaregen"):
            status, printed = run_command(command)
            assert matches(output, printed), f"$ {command}\nprints\n{printed}"
            count += 1
    assert status == int(block.settings.get("exit", 0)), block.text
    return count
