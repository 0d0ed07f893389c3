"""``flaregen explain``: every rule, and every code that a message can have."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

import flaregen
from flaregen.cli.explain import codes, first_sentence
from flaregen.drift.rules import RULES
from tests.support.commands import run
from tests.support.pinned import ROOT

_SOURCES = Path(flaregen.__file__).parent
_HYPHENATED = re.compile(r"(?!x-)[a-z]+(-[a-z0-9]+)+")
_OTHER_WORDS = {
    *("cat-file", "check-ignore", "get-url", "ls-files", "rev-parse", "symbolic-ref"),  # git's
    *("diff-tree", "for-each-ref", "merge-base"),
    *("if-modified-since", "if-none-match", "content-type", "date-time", "utf-8", "utf-8-sig"),
    *("double-int", "idn-email", "idn-hostname", "iri-reference", "json-pointer"),  # formats
    *("relative-json-pointer", "uri-reference", "uri-template"),
    *("data-url", "datamodel-code-generator", "required-version", "workers-ai-post-run-model"),
}
"""What looks like a code in the sources, and is none."""


def _words() -> Iterator[str]:
    """Every hyphenated text of the generator, the scripts for other repositories left out."""
    for path in sorted(_SOURCES.rglob("*.py")):
        if path.parent.name != "starter":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def test_every_code_of_the_sources_is_explained() -> None:
    words = {word for word in _words() if _HYPHENATED.fullmatch(word)} - _OTHER_WORDS - set(RULES)
    # Those of overlays are made of two parts.
    missing = {word for word in words if not {word, f"overlay-{word}"} & set(codes())}
    assert sorted(missing) == [], "add them to codes.toml, or to _OTHER_WORDS"


def test_every_code_that_is_explained_occurs() -> None:
    words = set(_words())
    stale = {
        code for code in codes() if "*" not in code and not {code, _without_family(code)} & words
    }
    assert stale == set()


def _without_family(code: str) -> str:
    return code.removeprefix("overlay-")


def test_every_message_of_the_bad_documents_is_explained() -> None:
    found = {
        code
        for path in (ROOT / "tests" / "bad_specs").rglob("*.txt")
        for code in re.findall(r"^(?:error|warning|note)\[(.+?)\]", path.read_text(), re.MULTILINE)
    }
    assert len(found) > 20
    assert [one for one in found if not any(fnmatchcase(one, code) for code in codes())] == []


@pytest.mark.parametrize("name", [*RULES, *codes()])
def test_each_is_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", name) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"### {name}\n\n")
    if name in RULES:
        assert f'[drift.levels]\n{name} = "info"' in said
        assert said.count("\n- ") >= 1 or said.count("\n+ ") >= 1
    assert run("explain", name, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {"name": name, "explanation": said.rstrip("\n")}


def test_without_a_name_each_is_listed_with_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain") == 0
    lines = capsys.readouterr().out.splitlines()
    listed = [line.split()[0] for line in lines if re.match(r"  \S", line)]
    assert [name for name in listed if name not in ("rule", "code")] == [*RULES, *codes()]
    assert max(map(len, lines)) <= 140
    meanings = [first_sentence(said) for said in codes().values()]
    assert [said for said in meanings if said.endswith(".") or said.count("`") % 2] == []
    assert run("explain", "--format", "json") == 0
    known = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in known] == [*RULES, *codes()]
    assert all(one["explanation"].startswith(f"### {one['name']}\n\n") for one in known)


def test_a_family_of_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "wrong-min-items") == 0
    assert capsys.readouterr().out.startswith("### wrong-min-items\n\nThe value breaks the keyword")


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("enum-value-aded", "did you mean 'enum-value-added'?"),
        ("dangling-refrence", "did you mean 'dangling-reference'?"),
        ("\x1b[31m", "`flaregen explain` lists all of them"),
    ],
)
def test_what_is_unknown(name: str, help: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", name) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"error: {name!r} is not a rule or a code\n  help: {help}\n"
