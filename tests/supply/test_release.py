"""What a release is made of, and the files that GitHub and GitLab read."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner

from flaregen import __version__
from tests.support.pinned import ROOT

_FORGE = ROOT / ".github"
_READ_BY = {
    "github-actions": sorted(_FORGE.glob("actions/*/action.yml")),
    "github-workflows": sorted(_FORGE.glob("workflows/*.yml")),
    "github-issue-config": [_FORGE / "ISSUE_TEMPLATE" / "config.yml"],
    "github-issue-forms": sorted(
        {*_FORGE.glob("ISSUE_TEMPLATE/*.yml")} - {_FORGE / "ISSUE_TEMPLATE" / "config.yml"}
    ),
    "dependabot": [_FORGE / "dependabot.yml"],
    "gitlab-ci": sorted((ROOT / ".gitlab").glob("*.yml")),
}


@pytest.mark.parametrize("kind", _READ_BY)
def test_what_the_forges_read_has_the_form_they_want(kind: str, tmp_path: Path) -> None:
    files = _READ_BY[kind]
    assert files
    options = ["--builtin-schema", f"vendor.{kind}"]
    done = CliRunner().invoke(check_jsonschema, [*options, *map(str, files)])
    assert done.exit_code == 0, done.output
    broken = tmp_path / "broken.yml"
    broken.write_text("jobs: 1\nupdates: 1\nruns: 1\nbody: 1\nblank_issues_enabled: 1\n")
    assert CliRunner().invoke(check_jsonschema, [*options, str(broken)]).exit_code == 1


_NOTES = runpy.run_path(str(ROOT / "requirements" / "release_notes.py"))["release_notes"]
_MODULE = '"""Doc."""\n\n__version__ = "1.2.0"\n'
_CHANGELOG = """\
# Changelog

## Unreleased
{}
## 1.2.0 - 2026-12-24

### Added

- B.

## 1.1.0 - 2026-01-01

- C.
"""


def test_the_notes_of_a_release_are_its_section() -> None:
    assert _NOTES(_CHANGELOG.format(""), _MODULE, "v1.2.0") == "### Added\n\n- B."
    assert _NOTES(_CHANGELOG.format("\n- A.\n"), _MODULE, "") == "- A."


@pytest.mark.parametrize(
    ("changelog", "tag", "said"),
    [
        (_CHANGELOG.format(""), "v1.3.0", "the tag is v1.3.0, and generator/flaregen/__init__.py"),
        (_CHANGELOG.format(""), "1.2.0", "the tag is 1.2.0"),
        (_CHANGELOG.format("\n- A.\n"), "v1.2.0", "has entries under Unreleased"),
        (_CHANGELOG.format("").replace(" - 2026-12-24", ""), "v1.2.0", "has no section '## 1.2.0"),
        (_CHANGELOG.format("").replace("1.2.0", "1x2.0"), "v1.2.0", "has no section '## 1.2.0"),
        ("", "v1.2.0", "has no section '## 1.2.0"),
    ],
)
def test_a_tag_that_does_not_fit_publishes_nothing(changelog: str, tag: str, said: str) -> None:
    with pytest.raises(SystemExit, match=re.escape(said)):
        _NOTES(changelog, _MODULE, tag)


def test_this_repository_can_be_released() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    module = (ROOT / "generator" / "flaregen" / "__init__.py").read_text(encoding="utf-8")
    assert f'"{__version__}"' in module
    assert "- " in _NOTES(changelog, module, "")
    dated = changelog.replace("## Unreleased", f"## Unreleased\n\n## {__version__} - 2026-12-24")
    assert _NOTES(dated, module, f"v{__version__}") == _NOTES(changelog, module, "")
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert {*re.findall(r"^### (.+)$", changelog, re.MULTILINE)} <= kinds


def _workflow(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml_rs.loads((_FORGE / "workflows" / name).read_text())
    return content


def test_who_may_publish_runs_nothing_of_the_repository() -> None:
    content = _workflow("release.yml")
    assert content["permissions"] == {}
    jobs = content["jobs"]
    trusted = {name for name, job in jobs.items() if "write" in job["permissions"].values()}
    assert trusted == {"publish", "announce"}
    for name in trusted:
        used = [step.get("uses", "").partition("@")[0] for step in jobs[name]["steps"]]
        assert "actions/checkout" not in used
        assert "actions/setup-python" not in used
    publish = jobs["publish"]
    assert publish["if"] == "github.ref_type == 'tag'"
    assert publish["environment"]["name"] == "pypi"
    assert [name for name, job in jobs.items() if "id-token" in job["permissions"]] == ["publish"]
    assert (publish["needs"], jobs["announce"]["needs"]) == ("build", "publish")
    said = (ROOT / "RELEASING.md").read_text(encoding="utf-8")
    assert "the workflow `release.yml` and the environment `pypi`" in said
    assert "secrets." not in (_FORGE / "workflows" / "release.yml").read_text()


def test_who_may_publish_the_site_runs_nothing_of_the_repository() -> None:
    jobs = _workflow("site.yml")["jobs"]
    assert [name for name, job in jobs.items() if "write" in job["permissions"].values()] == [
        "publish"
    ]
    used = [[step.get("uses", "") for step in job["steps"]] for job in jobs.values()]
    assert [one.partition("@")[0] for one in used[1]] == ["actions/deploy-pages"]
    commands = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert commands == ["make docs PINNED=1"]
    uploaded = ROOT / jobs["build"]["steps"][-1]["with"]["path"]
    assert uploaded.parent.relative_to(ROOT).as_posix() == "build/site"


def test_ci_runs_what_people_run() -> None:
    (job,) = _workflow("ci.yml")["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]
    script = (ROOT / ".ci" / "run").read_text().replace("\\\n", "")
    targets = " ".join(re.findall("^make (.*)", script, re.MULTILINE)).split()
    assert {"lint", "types", "check", "release", "lowest", "tests", "whole"} <= {*targets}


def test_the_dry_run_makes_what_the_workflow_publishes() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nrelease:")[2]
    text = (_FORGE / "workflows" / "release.yml").read_text()
    for path in re.findall(r"release/([\w.-]+)", text):
        assert path == "release" or f"$(RELEASE)/{path}" in recipe or path == "flaregen.cdx.json"
    assert "twine check --strict $(RELEASE)/packages/* $(RELEASE)/client/*" in recipe
    assert "twine upload" not in recipe


def test_updates_look_where_there_is_something() -> None:
    for update in yaml_rs.loads((_FORGE / "dependabot.yml").read_text())["updates"]:
        for folder in update["directories"]:
            assert any(ROOT.glob(f"{folder.strip('/')}/*".lstrip("/"))), folder


@pytest.mark.parametrize("page", ["RELEASING.md", "ROADMAP.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_links_of_the_pages_at_the_top_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_licenses_travel_in_both_wheels() -> None:
    for folder, files in ((ROOT, ["LICENSE"]), (ROOT / "generated", ["workers_ai/NOTICE.txt"])):
        said = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert said["license-files"] == files
        assert all("MIT License" in (folder / name).read_text() for name in files)
