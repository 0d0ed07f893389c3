"""What commands say of arguments that they cannot follow, before they read any document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import heard

_LEVELS = "is neither a level nor a pair such as wire:breaking,python:none"
_OLD_AND_NEW = ("git:HEAD~1", "git:HEAD")
_TO_ACCEPT = ("--accept-all", "--reason", "Agreed.")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("flaregen.toml").write_text('[spec]\npath = "spec.json"\n', encoding="utf-8")
    Path("latin.tsv").write_bytes(b"\xe9")


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        (["drift"], "OLD is missing", "name a document, or compare with --live"),
        (["drift", "-", "-"], "only one of OLD and NEW can be read from standard input", ""),
        (
            ["drift", "a", "b", "--accept-all"],
            "--accept-all requires --reason",
            "say why: --reason 'agreed with X'",
        ),
        (
            ["drift", "a", "b", "--accept-all", "--reason", " "],
            "--accept-all requires --reason",
            "say why: --reason 'agreed with X'",
        ),
        (["drift", "a", "b", "--reason", "x"], "--reason requires --accept-all", ""),
        (["drift", "a", "b", "--model", "x"], "--model requires --live", ""),
        (["drift", "a", "b", "--concurrency", "2"], "--concurrency requires --live", ""),
        (
            ["drift", "--live", "a"],
            "--live compares the pinned document with the service: leave out OLD",
            "",
        ),
        (["drift", "--live", "--history", "2"], "--live has no history: leave out --history", ""),
        (
            ["drift", "--live", "--show-code"],
            "--live has no code to show: the service has no client",
            "",
        ),
        (
            ["drift", *_OLD_AND_NEW, "--history", "2"],
            "a history has one document: leave out NEW",
            "name two revisions as in git:v1.0.0..v2.0.0:spec/openapi.json",
        ),
        (
            ["drift", "--history", "2", *_TO_ACCEPT],
            "--accept-all needs two documents, not a history",
            "",
        ),
        (
            ["drift", "git:a..b", "--show-code"],
            "--show-code needs two documents, not a history",
            "",
        ),
        (
            ["drift", "--history", "2", "--write-changelog", "x"],
            "--write-changelog needs two documents, not a history",
            "",
        ),
        (
            ["drift", "-", "--history", "2"],
            "- is not a file in git, so it has no history",
            "",
        ),
        (
            ["drift", "https://a.example/b", "--history", "2"],
            "https://a.example/b is not a file in git, so it has no history",
            "",
        ),
        (
            ["init", "--update", "--package", "a"],
            "--update cannot be combined with other options",
            "",
        ),
        (["init", "--update", "--force"], "--update cannot be combined with other options", ""),
        (
            ["init", "--package", "a-b"],
            "'a-b' cannot be the name of a package",
            "use letters, digits and underscores, as in workers_ai",
        ),
        (
            ["init", "--output", "../a"],
            "--output ../a is outside the repository",
            "give a folder in it, as in --output src/shop/vendor",
        ),
        (
            ["init", "--output", "/a"],
            "--output /a is outside the repository",
            "give a folder in it, as in --output src/shop/vendor",
        ),
        (
            ["init", "--output", "a\u200bb"],
            "--output 'a\\u200bb' contains invisible characters",
            "",
        ),
        (
            ["pull", "--accept", "--check"],
            "--accept cannot be combined with other options",
            "",
        ),
        (["pull", "--accept", "--models"], "--accept cannot be combined with other options", ""),
        (
            ["pull", "--models", "--rev", "a"],
            "--models asks the service: leave out --from and --rev",
            "",
        ),
        (
            ["names", "--like", "latin.tsv"],
            "latin.tsv cannot be read: it is not UTF-8",
            "name a file of METHOD<TAB>PATH<TAB>name",
        ),
    ],
)
def test_the_whole_message(
    arguments: list[str], message: str, advice: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = heard(capsys, *arguments)
    help_ = f"  help: {advice}\n" if advice else ""
    assert said == (2, "", f"error: {message}\n{help_}")


@pytest.mark.parametrize("limits", ["odd", "wire:odd", "wire:info,wire:none", "both:info", ""])
def test_levels_that_do_not_exist(limits: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = heard(capsys, "drift", "a", "b", "--fail-on", limits)
    assert said.status == 2
    assert f"{limits!r} {_LEVELS}" in said.err
