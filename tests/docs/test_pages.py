"""Every example in the docs does what the page says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from flaregen import cli
from tests.support.pinned import ROOT

from .walk import FILES, blocks, follow

DOCS = ROOT / "docs"
_PAGES = {
    str(path.relative_to(DOCS)): path.read_text(encoding="utf-8")
    for path in sorted(DOCS.rglob("*.md"))
}
_WALKED = [
    name
    for name, text in _PAGES.items()
    # A decision may sketch code that is not there yet; slices have clients and a test of their own.
    if name not in ("decisions.md", "slices.md")
    and any(block.language in ("python", "console") for block in blocks(text))
]


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A reader in a folder of their own, with a token, a photo and a recording."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "token")
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "abc")
    return monkeypatch


@pytest.mark.parametrize("name", _WALKED)
def test_a_page_can_be_followed(name: str, tmp_path: Path, reader: pytest.MonkeyPatch) -> None:
    assert follow(_PAGES[name], tmp_path, reader.setenv) > 0


@pytest.mark.parametrize("name", _PAGES)
def test_no_block_is_overlooked(name: str) -> None:
    """Each fence is read, and is of a kind of which it is known what to do with it."""
    known = {"console", "diff", "json", "python", "sh", "text", "toml", "yaml"}
    fences = re.findall(r"^ *```+ *(\w*)", _PAGES[name], re.MULTILINE)[::2]
    assert {*fences} <= known
    read = blocks(_PAGES[name])
    assert len(fences) == len(read) + sum(block.output is not None for block in read)


_TEXTS = {**_PAGES, **{name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md",)}}
_SHELL = re.compile(r"^```(?:sh|console)$(.*?)^```$", re.MULTILINE | re.DOTALL)


def _command_lines(text: str) -> Iterator[str]:
    for block in _SHELL.findall(text):
        for line in block.splitlines():
            if line.removeprefix("$ ").startswith("flaregen "):
                yield line.removeprefix("$ ")


@pytest.mark.parametrize("name", [name for name in _TEXTS if [*_command_lines(_TEXTS[name])]])
def test_commands_are_commands(name: str) -> None:
    """What a page says to type has no option that is unknown, and no argument too many."""
    for line in _command_lines(_TEXTS[name]):
        command, *arguments = shlex.split(line, comments=True)[1:]
        above = click.Context(cli.flaregen, **cli.flaregen.context_settings)
        found = cli.flaregen.get_command(above, command)
        assert found is not None, line
        found.make_context(command, arguments, above)


def test_the_code_of_pages_has_right_types(tmp_path: Path) -> None:
    """What is copied into a project that is type-checked stays right there."""
    codes = [
        block.text
        for name in _WALKED
        for block in blocks(_PAGES[name])
        if block.language == "python"
    ]
    for number, code in enumerate(codes):
        (tmp_path / f"block_{number}.py").write_text(code, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *map(str, tmp_path.glob("*.py"))],
        cwd=ROOT,
        env={**os.environ, "MYPYPATH": str(ROOT / "generated")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
