from __future__ import annotations

import copy
import json
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.commands import LOOPBACK, run
from tests.support.folders import state
from tests.support.misbehaving import Answer, Connection, serving

from flaregen import config
from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.network.fetch import Limits
from flaregen.reading.load import make_source, parse
from flaregen.upstream.pin import read_spec_lock, verify_pin
from flaregen.upstream.pull import adopt, at_revision, follow
from flaregen.upstream.slicing import cut
from upstream import CONFIG, RUN, as_json, document, unnamed, variant

OPERATION = ("workers-ai-post-run-model",)
TEXT = {"type": "string"}
CHANGED = document(variant("Translation", text=TEXT, target_lang=TEXT), version="2")


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    path = tmp_path / "upstream.json"
    path.write_bytes(as_json(document()))
    return path


@pytest.fixture
def pinned(project: Path, upstream: Path) -> Path:
    """A project that has pulled, and built."""
    assert run("pull", "--from", str(upstream)) == 0
    assert run("build", "--quiet") == 0
    return project


def whole(content: dict[str, Any], **headers: str) -> Answer:
    return lambda connection: connection.send("200 OK", as_json(content), **headers)


def test_the_pin_holds_the_selection_in_upstreams_words_and_order(project: Path, upstream: Path):
    assert run("pull", "--from", str(upstream)) == 0
    wanted = document()
    del wanted["paths"]["/zones"]
    del wanted["components"]["schemas"]["Zone"]
    text = (project / "spec" / "openapi.json").read_text()
    assert text == json.dumps(wanted, indent=2, ensure_ascii=False) + "\n"
    lock = read_spec_lock(project / "spec" / "openapi.json")
    assert lock is not None
    assert lock.source == "upstream.json"
    assert lock.operations == OPERATION


def test_what_was_pulled_can_be_built(pinned: Path):
    assert "target" not in (pinned / "generated" / "workers_ai" / "translation.py").read_text()
    assert run("check", "--quiet") == 0


def test_cutting_twice_is_cutting_once():
    once = cut(parse(make_source("a.json", as_json(document()))), OPERATION)
    assert cut(parse(make_source("b.json", once)), OPERATION) == once


def test_pulling_the_same_again_writes_nothing(pinned: Path, upstream: Path, capsys):
    before = state(pinned)
    upstream.write_bytes(json.dumps(document(), indent=4).encode())
    other_spacing = run("pull", "--from", str(upstream))
    assert other_spacing == 0
    # The text of upstream has another digest, which the lock keeps.
    nothing_new, updated = capsys.readouterr().err.splitlines()
    assert nothing_new.endswith(": upstream has nothing new")
    assert updated == f"{pinned / 'spec' / 'spec.lock'}: updated"
    kept = {name: content for name, content in state(pinned).items() if "spec.lock" not in name}
    assert kept == {name: content for name, content in before.items() if "spec.lock" not in name}
    upstream.write_bytes(json.dumps(document(), indent=4).encode())
    between = state(pinned)
    assert run("pull", "--from", str(upstream)) == 0
    assert state(pinned) == between


def test_check_reports_and_writes_nothing(pinned: Path, upstream: Path, capsys):
    assert run("pull", "--check", "--from", str(upstream)) == 0
    upstream.write_bytes(as_json(CHANGED))
    before = state(pinned)
    capsys.readouterr()
    assert run("pull", "--check", "--from", str(upstream)) == 1
    said = capsys.readouterr()
    assert "target_lang" in said.out
    assert "differs from what a pull would pin; run flaregen pull\n" in said.err
    assert state(pinned) == before


def test_check_as_json(pinned: Path, upstream: Path, capsys):
    capsys.readouterr()
    assert run("pull", "--check", "--format", "json", "--from", str(upstream)) == 0
    assert json.loads(capsys.readouterr().out) == {"changed": False}
    upstream.write_bytes(as_json(CHANGED))
    assert run("pull", "--check", "--format", "json", "--from", str(upstream)) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["changed"]
    assert report["drift"]["verdict"] == "breaking"


def test_what_nobody_selected_may_change(pinned: Path, upstream: Path):
    content = document()
    content["components"]["schemas"]["Zone"]["properties"] = {}
    upstream.write_bytes(as_json(content))
    assert run("pull", "--check", "--from", str(upstream)) == 0


def test_a_change_is_pinned_with_its_lock(pinned: Path, upstream: Path):
    upstream.write_bytes(as_json(CHANGED))
    assert run("pull", "--from", str(upstream)) == 0
    assert '"target_lang"' in (pinned / "spec" / "openapi.json").read_text()
    verify_pin(config.load(pinned / "flaregen.toml"))
    assert run("check", "--quiet") == 1


BROKEN = {
    "not-json": (b'{"openapi": ', "not-json"),
    "not-openapi": (b'{"swagger": "2.0"}', "swagger"),
    "no-operation": (as_json({**document(), "paths": {}}), "missing-operation"),
    "dangling": (
        as_json({**document(), "components": {"schemas": {}}}),
        "",
    ),
    "web-page": (b"<!doctype html><title>Sign in</title>", ""),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_pull_that_fails_leaves_everything_as_it_was(
    name: str, pinned: Path, upstream: Path, capsys
):
    content, code = BROKEN[name]
    upstream.write_bytes(content)
    before = state(pinned)
    assert run("pull", "--from", str(upstream)) == 2
    error = capsys.readouterr().err
    assert "error[" in error
    assert code in error
    assert "Traceback" not in error
    assert state(pinned) == before


def test_an_operation_with_another_operation_id_is_named(pinned: Path, upstream: Path, capsys):
    text = as_json(document())
    upstream.write_bytes(text.replace(b'"workers-ai-post-run-model"', b'"ai-inference"'))
    assert run("pull", "--from", str(upstream)) == 2
    assert (
        "  help: it has another operationId now\n"
        "    ai-inference: POST /accounts/{account_id}/ai/run/{model_name}\n"
    ) in capsys.readouterr().err


def test_an_overlay_that_no_longer_applies_stops_the_pull(pinned: Path, upstream: Path, capsys):
    (pinned / "overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: A, version: '1'}\nextends: https://x.test/openapi.json\n"
        "actions:\n  - target: $..properties.text\n    update: {description: The text}\n"
    )
    (pinned / "flaregen.toml").write_text(
        CONFIG + 'overlays = ["overlay.yaml"]\n[pull]\nsource = "https://x.test/openapi.json"\n'
    )
    before = state(pinned)
    assert run("pull", "--from", str(upstream)) == 0
    assert state(pinned) == before
    upstream.write_bytes(as_json(document(variant("Translation", words=TEXT))))
    assert run("pull", "--from", str(upstream)) == 2
    assert "overlay.yaml:5:5" in capsys.readouterr().err
    assert state(pinned) == before


def test_names_with_a_hash_come_with_the_block_to_paste(
    pinned: Path, upstream: Path, tmp_path: Path, capsys
):
    upstream.write_bytes(as_json(unnamed()))
    body = tmp_path / "body.md"
    assert run("pull", "--from", str(upstream), "--open-pr-body", str(body)) == 0
    assert "[[class]]" in capsys.readouterr().err
    text = body.read_text()
    assert "## Names to review\n\nThese names end in a hash" in text
    assert "```toml" in text
    assert "## The client" in text
    assert '"image"' in (pinned / "spec" / "openapi.json").read_text()


def test_names_that_stop_a_build_are_pinned_all_the_same(
    pinned: Path, upstream: Path, tmp_path: Path, capsys
):
    rows = [
        f'[[method]]\noperation = "{one}"\nname = "a.b"\n'
        for one in ("workers-ai-post-run-model", "list-zones")
    ]
    (pinned / "names.toml").write_text("".join(rows))
    (pinned / "flaregen.toml").write_text(
        f'operations = ["workers-ai-post-run-model", "list-zones"]\n{CONFIG}names = "names.toml"\n'
    )
    upstream.write_bytes(as_json(document(variant("A", a=TEXT))))
    body = tmp_path / "body.md"
    assert run("pull", "--from", str(upstream), "--open-pr-body", str(body)) == 0
    assert "add the names above" in capsys.readouterr().err
    assert "## Names to review\n\nNo client can be built" in body.read_text()
    assert "/zones" in (pinned / "spec" / "openapi.json").read_text()


def test_the_text_of_a_pull_request(pinned: Path, upstream: Path, tmp_path: Path):
    upstream.write_bytes(as_json(CHANGED))
    body = tmp_path / "body.md"
    before = state(pinned)
    assert run("pull", "--check", "--from", str(upstream), "--open-pr-body", str(body)) == 1
    text = body.read_text()
    for part in ("Pulled from `upstream.json`", "## Schema drift", "**major**", "## [Unreleased]"):
        assert part in text
    assert "| `workers_ai/translation.py` | +" in text
    assert state(pinned) == before


def test_no_text_without_a_change(pinned: Path, upstream: Path, tmp_path: Path):
    body = tmp_path / "body.md"
    assert run("pull", "--from", str(upstream), "--open-pr-body", str(body)) == 0
    assert not body.exists()


def test_a_server_that_says_not_modified_is_believed(project: Path, capsys):
    def not_modified(connection: Connection) -> None:
        connection.send("304 Not Modified")

    with serving(whole(document(), ETag='"1"'), not_modified) as server:
        assert run("pull", "--from", server.address, *LOOPBACK) == 0
        before = state(project)
        assert run("pull", "--from", server.address, *LOOPBACK) == 0
    assert server.requests[1].headers["if-none-match"] == '"1"'
    assert "nothing new" in capsys.readouterr().err
    assert state(project) == before


def test_operations_that_are_no_longer_configured_are_news(project: Path, upstream: Path, capsys):
    settings = project / "flaregen.toml"
    settings.write_text(f'operations = ["{OPERATION[0]}", "list-zones"]\n{CONFIG}')
    assert run("pull", "--from", str(upstream)) == 0
    settings.write_text(f'operations = ["{OPERATION[0]}"]\n{CONFIG}')
    capsys.readouterr()
    assert run("pull", "--from", str(upstream), "--check", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)["drift"]
    assert "path-removed" in {one["id"] for one in found["changes"]}
    assert (found["verdict"], found["python"]["verdict"]) == ("breaking", "breaking")


def test_operations_that_a_set_up_had_are_news_when_they_go(project: Path, upstream: Path, capsys):
    """Before the first pull, the lock of the client says for which operations the pin is."""
    settings = project / "flaregen.toml"
    settings.write_text(f'operations = ["{OPERATION[0]}", "list-zones"]\n{CONFIG}')
    assert run("pull", "--from", str(upstream)) == 0
    assert run("build", "--quiet") == 0
    (project / "spec" / "spec.lock").unlink()
    settings.write_text(f'operations = ["{OPERATION[0]}"]\n{CONFIG}')
    capsys.readouterr()
    assert run("pull", "--from", str(upstream), "--check", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)["drift"]
    assert "path-removed" in {one["id"] for one in found["changes"]}


def edit_pin(project: Path) -> None:
    path = project / "spec" / "openapi.json"
    path.write_text(path.read_text().replace("Upstream", "Mine"))


def other_operations(project: Path) -> None:
    (project / "flaregen.toml").write_text('operations = ["list-zones"]\n' + CONFIG)


def no_lock(project: Path) -> None:
    (project / "spec" / "spec.lock").unlink()


@pytest.mark.parametrize("change", [edit_pin, other_operations, no_lock])
def test_the_server_is_not_asked_when_its_answer_would_not_settle_it(change, project: Path):
    with serving(whole(document(), ETag='"1"')) as server:
        assert run("pull", "--from", server.address, *LOOPBACK) == 0
        change(project)
        run("pull", "--from", server.address, *LOOPBACK)
    assert "if-none-match" not in server.requests[1].headers


def test_loopback_needs_permission(project: Path, capsys):
    with serving(whole(document())) as server:
        assert run("pull", "--from", server.address) == 2
        assert "insecure-url" in capsys.readouterr().err
        assert run("pull", "--from", server.address, "--allow-http") == 2
        assert "private-address" in capsys.readouterr().err
    assert server.requests == []
    assert not (project / "spec").exists()


def test_the_largest_size(project: Path, capsys):
    big = document()
    big["info"]["description"] = "x" * 1_500_000
    with serving(whole(big)) as server:
        assert run("pull", "--from", server.address, *LOOPBACK, "--max-size", "1") == 2
        assert "too-large" in capsys.readouterr().err
        assert run("pull", "--from", server.address, *LOOPBACK) == 0


def test_a_pin_changed_by_hand_is_noticed_and_can_be_accepted(pinned: Path):
    edit_pin(pinned)
    with pytest.raises(DiagnosticError, match="pin-mismatch"):
        verify_pin(config.load(pinned / "flaregen.toml"))
    assert run("pull", "--accept") == 0
    verify_pin(config.load(pinned / "flaregen.toml"))
    assert "Mine" in (pinned / "spec" / "openapi.json").read_text()


def test_line_ends_of_another_system_are_no_change(pinned: Path):
    path = pinned / "spec" / "openapi.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    verify_pin(config.load(pinned / "flaregen.toml"))


def test_a_pin_that_a_formatter_laid_out_anew_is_the_same(pinned: Path, capsys):
    """As prettier does where a hook runs it over JSON: neither a change by hand nor news."""
    path = pinned / "spec" / "openapi.json"
    upstream = pinned / "again.json"
    upstream.write_bytes(as_json(document()))
    assert run("pull", "--quiet", "--from", str(upstream)) == 0
    path.write_text(json.dumps(json.loads(path.read_text()), indent=4))
    laid_out = path.read_bytes()
    verify_pin(config.load(pinned / "flaregen.toml"))
    assert run("pull", "--check", "--from", str(upstream)) == 0
    assert run("pull", "--from", str(upstream)) == 0
    assert path.read_bytes() == laid_out
    assert run("pull", "--accept") == 0
    path.write_text(json.dumps(json.loads(path.read_text()), indent=1))
    verify_pin(config.load(pinned / "flaregen.toml"))
    path.write_text(path.read_text().replace("Upstream", "Mine"))
    with pytest.raises(DiagnosticError, match="pin-mismatch"):
        verify_pin(config.load(pinned / "flaregen.toml"))


def test_patterns_that_the_pin_was_not_pulled_for(pinned: Path, upstream: Path, capsys):
    """A build of the few operations that the pin happens to have is not all that was meant."""
    settings = pinned / "flaregen.toml"
    plain = settings.read_text()
    one = f"POST {RUN}"
    for operations, said in ((["/accounts/*"], True), ([one], False), ([f"POST {RUN}*"], True)):
        settings.write_text(f"operations = {json.dumps(operations)}\n{plain}")
        for command in ("build", "check"):
            capsys.readouterr()
            assert run(command) == 0
            assert ("warning[not-pulled]" in capsys.readouterr().err) == said
    settings.write_text(f'operations = ["/accounts/*"]\n{plain}')
    assert run("pull", "--from", str(upstream)) == 0
    capsys.readouterr()
    assert run("build") == 0
    assert "not-pulled" not in capsys.readouterr().err


def test_a_pin_without_a_lock_is_fine(pinned: Path, capsys):
    edit_pin(pinned)
    no_lock(pinned)
    verify_pin(config.load(pinned / "flaregen.toml"))
    assert run("pull", "--accept") == 2
    assert "no-spec-lock" in capsys.readouterr().err


def test_a_lock_of_another_file_is_another_matter(pinned: Path):
    (pinned / "spec" / "other.json").write_text("{}")
    (pinned / "flaregen.toml").write_text('[spec]\npath = "spec/other.json"\n')
    verify_pin(config.load(pinned / "flaregen.toml"))


def test_a_broken_lock_is_named(pinned: Path, capsys):
    (pinned / "spec" / "spec.lock").write_text("<<<<<<< ours")
    assert run("pull", "--accept") == 2
    assert "spec.lock cannot be read" in capsys.readouterr().err


def test_without_a_configuration_there_is_nothing_to_pull_into(tmp_path: Path):
    with pytest.raises(UsageError, match="no configuration here"):
        follow(
            config.load(None), source=None, revision=None, limits=Limits(), today=date(2026, 1, 1)
        )


def test_the_shipped_document_is_not_pulled_into(project: Path, capsys):
    (project / "flaregen.toml").write_text("operations = ['x']\n")
    assert run("pull") == 2
    assert "pins no document of its own" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--check"], ["--rev", "x"], ["--from", "x"]])
def test_accept_goes_alone(options: list[str], pinned: Path):
    assert run("pull", "--accept", *options) == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("git:main:openapi.json", "git:v2:openapi.json"),
        (
            "https://raw.githubusercontent.com/a/b/main/dir/openapi.json",
            "https://raw.githubusercontent.com/a/b/v2/dir/openapi.json",
        ),
    ],
)
def test_another_revision(name: str, expected: str):
    assert at_revision(name, "v2") == expected


@pytest.mark.parametrize("name", ["openapi.json", "https://example.com/openapi.json"])
def test_what_has_no_revisions(name: str):
    with pytest.raises(UsageError, match="no revisions"):
        at_revision(name, "v2")


def test_a_revision_of_git_is_written_down(project: Path):
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"}
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]

    def git(*arguments: str) -> str:
        command = ["git", *identity, *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    git("init", "--quiet")
    Path("openapi.json").write_bytes(as_json(document()))
    git("add", "openapi.json")
    git("commit", "--quiet", "--message", "One")
    git("tag", "v1")
    Path("openapi.json").write_bytes(as_json(CHANGED))
    git("commit", "--quiet", "--all", "--message", "Two")
    assert run("pull", "--from", "git:HEAD:openapi.json", "--rev", "v1") == 0
    lock = read_spec_lock(project / "spec" / "openapi.json")
    assert lock is not None
    assert lock.revision == git("rev-parse", "v1")
    assert lock.source == "git:v1:openapi.json"
    assert "target_lang" not in (project / "spec" / "openapi.json").read_text()


def test_nothing_is_written_until_a_candidate_is_adopted(pinned: Path, upstream: Path):
    upstream.write_bytes(as_json(CHANGED))
    before = state(pinned)
    loaded = config.load(pinned / "flaregen.toml")
    candidate = follow(
        loaded, source=str(upstream), revision=None, limits=Limits(), today=date(2026, 1, 1)
    )
    assert candidate is not None
    assert candidate.is_changed
    assert state(pinned) == before
    assert adopt(candidate)
    assert not adopt(candidate)
    assert 'pulled = "2026-01-01"' in (pinned / "spec" / "spec.lock").read_text()


FULL = Path(__file__).parents[2].parent / "shared" / "upstream" / "full"
"""Versions that have the operation."""
HAVE_RUN = [path for path in sorted(FULL.glob("*.json.gz")) if path.name >= "2023-11-20"]


@pytest.mark.skipif(not HAVE_RUN, reason="the published documents are not here")
@pytest.mark.parametrize("path", HAVE_RUN, ids=lambda path: path.name[:10])
def test_every_published_document_can_be_pulled(path: Path, project: Path):
    assert run("pull", "--quiet", "--from", str(path)) == 0
    pin = project / "spec" / "openapi.json"
    root = json.loads(pin.read_text())
    assert any(RUN.split("/ai/")[1] in name for name in root["paths"])
    assert all("/ai/run" in name for name in root["paths"])
    assert cut(parse(make_source("again.json", pin.read_bytes())), OPERATION) == pin.read_bytes()


def test_cutting_changes_nothing_in_the_document():
    source = make_source("a.json", as_json(document()))
    parsed = parse(source)
    before = copy.deepcopy(parsed.root)
    cut(parsed, OPERATION)
    assert parsed.root == before
