"""Every command reads a document the same way: ``pull`` sees what ``drift`` sees, and all remark
what ``build`` remarks."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.support.commands import run

from flaregen import config
from flaregen.drift.change import Change, Report
from flaregen.network.fetch import Limits
from flaregen.reading.load import load
from flaregen.report.drift import drift_between
from flaregen.selecting.whole import with_references
from flaregen.upstream import following
from flaregen.upstream.pull import follow
from upstream import CONFIG, RUN, as_json, document, variant

TODAY = date(2026, 1, 1)
TEXT = {"type": "string"}
PUBLISHED = sorted((Path(__file__).parents[2].parent / "shared" / "upstream" / "ai").glob("*.gz"))
SHIPPED = Path(__file__).parents[2] / "spec" / "names.toml"


def essence(report: Report) -> tuple[object, ...]:
    def of(change: Change) -> tuple[object, ...]:
        return (
            change.id,
            change.level,
            change.python,
            change.pairs,
            change.symbols,
            change.gone,
            change.operations,
        )

    return report.verdict, report.python, [of(change) for change in report.changes]


def pulled(folder: Path, old: Path, new: Path) -> Report:
    """What a pull of the new document says where the old one is pinned."""
    loaded = config.load(folder / "flaregen.toml")
    pin = folder / "spec" / "openapi.json"
    pin.unlink(missing_ok=True)
    for source in (old, new):
        candidate = follow(loaded, source=str(source), revision=None, limits=Limits(), today=TODAY)
        assert candidate is not None
        found = following.drift(loaded, candidate, TODAY)
        pin.parent.mkdir(exist_ok=True)
        pin.write_bytes(candidate.content)
    assert found is not None
    return found.report


def compared(folder: Path, old: Path, new: Path) -> Report:
    """What drift says of the same two."""
    loaded = config.load(folder / "flaregen.toml")
    before, after = (with_references(load(str(one)), loaded.access) for one in (old, new))
    return drift_between((before, after), loaded, loaded.operations, TODAY).report


@pytest.mark.long
@pytest.mark.skipif(not PUBLISHED, reason="the published documents are not here")
@pytest.mark.parametrize(
    ("old", "new"), list(pairwise(PUBLISHED)), ids=lambda path: path.name.partition("-")[0]
)
def test_pull_and_drift_agree(old: Path, new: Path, project: Path) -> None:
    shutil.copy(SHIPPED, project)
    (project / "flaregen.toml").write_text(f'{CONFIG}names = "names.toml"\n')
    if not all(
        RUN in json.loads(gzip.decompress(path.read_bytes()))["paths"] for path in (old, new)
    ):
        pytest.skip("one of them does not have the operation")
    assert essence(pulled(project, old, new)) == essence(compared(project, old, new))


def test_a_model_that_went_is_news(project: Path, tmp_path: Path, capsys: Any) -> None:
    upstream, body = tmp_path / "upstream.json", tmp_path / "body.md"
    content = document()
    upstream.write_bytes(as_json(content))
    assert run("pull", "--quiet", "--from", str(upstream)) == 0
    del content["paths"]["/accounts/{account_id}/ai/run/@cf/some/model"]
    upstream.write_bytes(as_json(content))
    old = tmp_path / "old.json"
    shutil.copy(project / "spec" / "openapi.json", old)
    asked = ("pull", "--check", "--from", str(upstream), "--open-pr-body", str(body))
    assert run(*asked) == 1
    assert "the next version of the client is a major one" in capsys.readouterr().out
    assert "@cf/some/model" in body.read_text()
    assert essence(pulled(project, old, upstream)) == essence(compared(project, old, upstream))


def remarkable() -> Any:
    """A document with a parameter in a form that calls do not write."""
    content = document()
    odd = {"name": "odd", "in": "query", "content": {"text/xml": {"schema": TEXT}}}
    content["paths"][RUN]["post"]["parameters"].append(odd)
    return content


COMMANDS = {
    "build": ["build"],
    "check": ["check"],
    "inspect": ["inspect"],
    "validate": ["validate"],
    "drift": ["drift", "old.json"],
    "pull": ["pull", "--check", "--from", "upstream.json"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_same_remarks_everywhere(command: str, project: Path, capsys: Any) -> None:
    (project / "old.json").write_bytes(as_json(document()))
    (project / "upstream.json").write_bytes(as_json(remarkable()))
    source = "old.json" if command == "pull" else "upstream.json"
    assert run("pull", "--quiet", "--from", source) == 0
    capsys.readouterr()
    run(*COMMANDS[command])
    found = re.findall(r"^warning\[([a-z-]+)\]", capsys.readouterr().err, re.MULTILINE)
    assert found == ["query-not-sent"]


def test_init_remarks_what_build_remarks(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init") == 0
    first = re.findall(r"^warning.*", capsys.readouterr().err, re.MULTILINE)
    assert run("build", "--force") == 0
    assert re.findall(r"^warning.*", capsys.readouterr().err, re.MULTILINE) == first


OVERLAY = """\
overlay: 1.0.0
info: {title: A, version: '1'}
actions:
  - target: $..properties.text
    update: {description: The text}
"""


def test_an_overlay_that_matches_nothing_hides_no_news(
    project: Path, tmp_path: Path, capsys: Any
) -> None:
    upstream, body = tmp_path / "upstream.json", tmp_path / "body.md"
    upstream.write_bytes(as_json(document(variant("Translation", text=TEXT))))
    (project / "overlay.yaml").write_text(OVERLAY)
    (project / "flaregen.toml").write_text(CONFIG + 'overlays = ["overlay.yaml"]\n')
    assert run("pull", "--quiet", "--from", str(upstream)) == 0
    pin = (project / "spec" / "openapi.json").read_bytes()
    upstream.write_bytes(as_json(document(variant("Translation", words=TEXT))))
    capsys.readouterr()
    assert run("pull", "--from", str(upstream), "--open-pr-body", str(body)) != 0
    said = capsys.readouterr()
    assert "renamed from text to words" in said.out
    assert "error[overlay-no-match] overlay.yaml:4:5" in said.err.replace(str(project) + "/", "")
    assert f"nothing in {upstream}" in said.err
    assert "## Before this can be pulled" in body.read_text()
    assert "words" in body.read_text()
    assert (project / "spec" / "openapi.json").read_bytes() == pin


def test_what_is_invalid_hides_no_news_for_programs(
    project: Path, tmp_path: Path, capsys: Any
) -> None:
    upstream = tmp_path / "upstream.json"
    upstream.write_bytes(as_json(document()))
    assert run("pull", "--quiet", "--from", str(upstream)) == 0
    changed = document(variant("Translation", words=TEXT))
    changed["servers"] = [{"url": "https://evil.example"}]
    upstream.write_bytes(as_json(changed))
    capsys.readouterr()
    assert run("pull", "--from", str(upstream), "--format", "json") != 0
    said = json.loads(capsys.readouterr().out)
    assert said["changed"] is True
    assert "server-changed" in [change["id"] for change in said["drift"]["changes"]]
    (error,) = said["diagnostics"]
    assert (error["code"], error["file"]) == ("foreign-server", str(upstream))


def test_the_text_of_a_pull_request_stays_within_what_github_takes(
    project: Path, tmp_path: Path
) -> None:
    upstream, body = tmp_path / "upstream.json", tmp_path / "body.md"
    upstream.write_bytes(as_json(document(variant("Translation", text=TEXT))))
    assert run("pull", "--quiet", "--from", str(upstream)) == 0
    many = {f"property_{number}": {"type": "string"} for number in range(1500)}
    changed = document({"title": "Translation", "type": "object", "properties": many})
    upstream.write_bytes(as_json(changed))
    asked = ("pull", "--quiet", "--from", str(upstream), "--open-pr-body", str(body))
    assert run(*asked, "--check") == 1
    text = body.read_text(encoding="utf-8")
    assert 50_000 < len(text.encode()) <= 65_536
    assert text.index(" Warnings (") < text.index(" Information (")
    assert re.search(r"^There is no room for [\d,]+ more;", text, re.MULTILINE)
    assert "## For the changelog" in text
    assert "| `workers_ai/translation.py` | +" in text
