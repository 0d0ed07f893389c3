"""What a document says on a terminal, in the log of a job and in a pull request."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from flaregen.printable import for_terminal, printable, styled
from flaregen.terminal import Terminal
from tests.support.commands import Run

STEER = "\x1b[2J\x1b]0;title\x07\x9b31m\x85\u2028\u202etxt\u2066\x7f\r\x08\U000e0041"
OBEY = (
    "\n::error file=x::stolen\n  ::set-output name=a::b\n##[error]c\n##vso[task.x]d\n\t::warning::e"
)
MARK = "\n\n## heading\n\n@octocat ![i](https://evil.example/i.png) <img src=x>\n\n- [x] done\n\n"
HARM = f"a{STEER}{OBEY}{MARK}`b`"


def document(*names: str, version: str = "1") -> str:
    """One operation whose body has properties of hostile names, kinds and texts."""
    properties = {
        name: {"type": "string", "title": HARM, "description": HARM, "enum": [HARM, "b"]}
        for name in names
    }
    nested = {"type": "object", "title": HARM, "properties": properties}
    body = {"type": "object", "title": "Text Parameters", "properties": {"in": nested}}
    media = {"application/json": {"schema": body}}
    answer = {"description": HARM, "content": media}
    operation = {
        "operationId": "run",
        "tags": ["AI"],
        "summary": HARM,
        "description": HARM,
        "requestBody": {"content": media},
        "responses": {"200": answer},
    }
    return json.dumps(
        {
            "openapi": "3.0.3",
            "info": {"title": HARM, "version": version, "description": HARM},
            "servers": [{"url": "https://api.cloudflare.com/client/v4"}],
            "paths": {"/ai/run": {"post": operation}},
        }
    )


@pytest.fixture
def run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a project with an old document and a new one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.json").write_text(document("kept", f"gone{HARM}"))
    (tmp_path / "new.json").write_text(document("kept", f"came{HARM}", version=f"2{HARM}"))
    (tmp_path / "flaregen.toml").write_text(
        'operations = ["POST /ai/run"]\n[spec]\npath = "pin.json"\n[pull]\nsource = "new.json"\n'
    )
    (tmp_path / "pin.json").write_text(document("kept", f"gone{HARM}"))
    return run


def assert_shown(text: str) -> None:
    """Nothing but what can be seen, and no line that a service obeys."""
    assert re.fullmatch(r"[^\x00-\x08\x0b-\x1f\x7f-\x9f]*", text)
    assert printable(text) == text
    assert not [line for line in text.splitlines() if line.strip().startswith("::")]
    assert not re.search(r"##\w*\[", text)


COMMANDS = {
    "drift": ("drift", "old.json", "new.json"),
    "drift of everything": ("drift", "old.json", "new.json", "--code"),
    "drift as JSON": ("drift", "old.json", "new.json", "--format", "json"),
    "drift as SARIF": ("drift", "old.json", "new.json", "--format", "sarif"),
    "drift as Markdown": ("drift", "old.json", "new.json", "--format", "markdown"),
    "drift as JUnit": ("drift", "old.json", "new.json", "--format", "junit"),
    "drift as HTML": ("drift", "old.json", "new.json", "--format", "html"),
    "pull": ("pull", "--check"),
    "validate": ("validate", "old.json"),
    "inspect": ("inspect", "--spec", "old.json"),
    "build": ("build", "--spec", "old.json"),
    "check": ("check", "--spec", "old.json"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_obeyed(command: str, run: Run) -> None:
    _, out, err = run(*COMMANDS[command])
    assert out + err
    assert_shown(out)
    assert_shown(err)
    if "JSON" in command or "SARIF" in command:
        json.loads(out)


@pytest.mark.parametrize("command", ["drift", "pull", "validate", "inspect", "build"])
def test_no_text_begins_a_line(command: str, run: Run) -> None:
    """A line end in a name would let it write lines that look like ours."""
    _, out, err = run(*COMMANDS[command])
    lines = [line.strip() for line in (out + err).splitlines()]
    assert not [line for line in lines if line.startswith(("## heading", "@octocat", "- [x]"))]


def test_the_annotations_of_github_are_those_of_the_report(run: Run) -> None:
    _, out, _ = run("drift", "old.json", "new.json", "--format", "github")
    wanted = len(json.loads(run("drift", "old.json", "new.json", "--format", "json")[1])["changes"])
    lines = out.splitlines()
    assert len(lines) == wanted
    for line in lines:
        assert re.match(
            r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[\w-]+::", line
        )
        assert printable(line) == line


def test_a_name_of_a_file_ends_no_property_of_an_annotation(run: Run, tmp_path: Path) -> None:
    name = "new,line=1::x\n::error::y%0A.json"
    (tmp_path / name).write_text((tmp_path / "new.json").read_text())
    _, out, _ = run("drift", "old.json", name, "--format", "github")
    spelled = "file=new%2Cline=1%3A%3Ax%0A%3A%3Aerror%3A%3Ay%250A.json,line="
    assert any(spelled in line for line in out.splitlines())
    assert all(
        line.startswith(("::error file=", "::warning f", "::notice f")) for line in out.splitlines()
    )


def test_the_text_of_a_pull_request(run: Run, tmp_path: Path) -> None:
    """The names that have to be reviewed have pointers with names of properties in them."""
    run("pull", "--check", "--open-pr-body", "body.md")
    run("drift", "old.json", "new.json", "--write-changelog", "CHANGELOG.md")
    for name in ("body.md", "CHANGELOG.md"):
        text = (tmp_path / name).read_text()
        assert "came" in text
        found = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
        inline = [child for token in found for child in token.children or ()]
        assert not {token.type for token in inline} & {"link_open", "image"}
        html = {one.content for one in (*found, *inline) if one.type.startswith("html")}
        assert html <= {"<br>"}
        headings = [
            following.content
            for token, following in pairwise(found)
            if token.type == "heading_open"
        ]
        assert "heading" not in headings
        said = [one for one in inline if one.type == "text"]
        assert not [c for c in said if re.search(r"@octocat|<img|\w://", c.content)]
        assert not re.search(r"^\s*[-*+] \[[ x]\]", text, re.MULTILINE)


def test_styles_are_ours_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert for_terminal(styled("a\x1b[31mb", bold=True)) == "\x1b[1ma\\u001b[31mb\x1b[0m"
    assert for_terminal(styled("::a", dim=True)) == "\x1b[2m\\u003a:a\x1b[0m"
    terminal = Terminal()
    for way in (terminal.out, terminal.say, terminal.complain):
        way(HARM)
    terminal.table([[HARM.replace("\n", " ")], ["::x"]])
    terminal.out(terminal.coloured_diff(f"+{HARM}"))
    said = capsys.readouterr()
    assert_shown(said.out)
    assert_shown(said.err)


def test_what_is_typed_is_shown_too(run: Run) -> None:
    for arguments in ((f"--{HARM}",), (HARM,), ("build", "--config", f"x{HARM}"), ("drift", HARM)):
        status, out, err = run(*arguments)
        assert status == 2
        assert_shown(out + err)


def test_the_spelling_is_that_of_json() -> None:
    assert json.loads(f'"{for_terminal(STEER)}"') == STEER
    assert json.loads(f'"{for_terminal("##[a")}"') == "##[a"
