"""Histories of a document in git, and revisions of the pinned one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from flaregen.cli import flaregen
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.drift.change import Python
from flaregen.printable import styled
from flaregen.reading.revisions import Commit, steps
from flaregen.report.formats import render_history
from flaregen.report.formats.markdown import MOST_LETTERS
from flaregen.report.history import History, Step
from tests.report.reports import SCHEMA, sample

HOSTILE = "<script>alert(1)</script> | **bold** `code` \x1b[31m @all"
FILE = "spec/openapi.json"


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "GIT_COMMITTER_DATE": f"{day}T12:00:00+00:00"},
    )
    return done.stdout.strip()


def document(*paths: str, described: Sequence[str] = ()) -> str:
    answers = {"responses": {"200": {"description": ""}}}
    items = {
        path: {"get": {"operationId": path[1:], **answers}}
        | ({"description": "New words."} if path in described else {})
        for path in paths
    }
    return json.dumps({"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": items})


def commit(folder: Path, text: str, subject: str, day: str) -> None:
    (folder / FILE).write_text(text)
    git(folder, "add", "--all")
    git(folder, "commit", "-qm", subject, day=day)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose document changed in four commits, and was broken in one."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / "spec").mkdir()
    (folder / "flaregen.toml").write_text(f'operations = ["a"]\n[spec]\npath = "{FILE}"\n')
    git(folder, "init", "-q", "-b", "main")
    commit(folder, document("/a", "/b"), "Add the document", "2026-01-01")
    git(folder, "tag", "v1")
    commit(folder, document("/a"), "Remove b", "2026-02-02")
    commit(folder, "{", "Break the document", "2026-03-03")
    git(folder, "tag", "broken")
    commit(folder, document("/a") + "\n", "Mend it", "2026-03-04")
    git(folder, "tag", "v2")
    (folder / "other.txt").write_text("not the document")
    git(folder, "add", "--all")
    git(folder, "commit", "-qm", "Something else")
    commit(folder, document("/a", "/c", described=["/a"]), HOSTILE, "2026-04-04")
    return folder


@pytest.fixture
def repository(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, and the working directory."""
    for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    folder = tmp_path / "here"
    shutil.copytree(made, folder)
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(flaregen, ["drift", *arguments], standalone_mode=False)


def found(*arguments: str) -> list[tuple[str, str, list[str]]]:
    """The date, the verdict and the rules of each step."""
    said = json.loads(run(*arguments, "--format", "json").stdout)
    return [
        (one["date"], one["report"]["verdict"], [each["id"] for each in one["report"]["changes"]])
        for one in said["steps"]
    ]


def refusal(*arguments: str) -> Diagnostic:
    error = run(*arguments).exception
    assert isinstance(error, DiagnosticError), error
    (problem,) = error.diagnostics
    return problem


LATEST = ("2026-04-04", "info", ["operation-described", "path-added"])
MENDED = ("2026-03-04", "none", [])
REMOVED = ("2026-02-02", "breaking", ["path-removed"])

NOTHING = ("2026-02-02", "none", [])


def test_each_step_has_what_it_changed(repository: Path) -> None:
    result = run("--history", "9", FILE, "--format", "json")
    said = json.loads(result.stdout)
    jsonschema.validate(said, json.loads(SCHEMA.read_bytes()))
    assert result.return_value == 1
    assert (said["path"], said["verdict"]) == (FILE, "breaking")
    assert [one["subject"] for one in said["steps"]] == [HOSTILE, "Mend it", "Remove b"]
    assert said["steps"][1]["revision"] == git(repository, "rev-parse", "--short", "v2")
    file = said["steps"][0]["report"]["changes"][0]["position"]["new"]["file"]
    assert file == f"git:{git(repository, 'rev-parse', '--short', 'HEAD')}:{FILE}"


@pytest.mark.parametrize(
    ("arguments", "steps"),
    [
        (["--history", "9", FILE], [LATEST, MENDED, REMOVED]),
        (["--history", "1", FILE], [LATEST]),
        (["--history", "9", f"git:v2:{FILE}"], [MENDED, REMOVED]),
        (["--history", "2", f"git:v1..v2:{FILE}"], [MENDED]),
        ([f"git:v1..v2:{FILE}"], [MENDED, REMOVED]),
        ([f"git:v2..:{FILE}"], [LATEST]),
        ([f"git:..v2:{FILE}"], []),
        (["--history", "9", f"git:v2...:{FILE}"], [MENDED, REMOVED]),
        ([f"git:v2..v2:./{FILE}"], []),
        (["--history", "9", "git:v2", "--operation", "b"], [MENDED, REMOVED]),
        (["git:v1..v2", "--operation", "b"], [MENDED, REMOVED]),
        # Of the pinned document, the configured operations.
        (
            ["--history", "9"],
            [("2026-04-04", "info", ["operation-described"]), MENDED, ("2026-02-02", "none", [])],
        ),
        (["git:v1..v2"], [MENDED, NOTHING]),
    ],
)
def test_which_steps_there_are(
    repository: Path, arguments: list[str], steps: list[tuple[str, str, list[str]]]
) -> None:
    assert found(*arguments) == steps


def test_a_version_that_cannot_be_read_is_left_out_with_a_warning(repository: Path) -> None:
    broken = git(repository, "rev-parse", "--short", "broken")
    result = run("--history", "9", FILE)
    assert f"git:{broken}:{FILE}:1:2" in result.stderr
    assert "warning[not-json]" in result.stderr
    git(repository, "checkout", "-q", "broken")
    assert run("--history", "1", f"git:broken~0:{FILE}", "--fail-on", "none").exception is None


def test_a_history_begins_where_the_file_does(repository: Path) -> None:
    assert found("--history", "1", f"git:v1:{FILE}") == []
    text = run("--history", "1", f"git:v1:{FILE}")
    assert (text.return_value or 0, text.stdout) == (0, f"no changes\n\n0 steps of {FILE}\n")


def test_a_history_that_begins_with_a_rename_says_where_it_goes_on(repository: Path) -> None:
    git(repository, "mv", FILE, "api.json")
    git(repository, "commit", "-qm", "Rename the document")
    result = run("--history", "9", "api.json")
    head = git(repository, "rev-parse", "--short", "HEAD")
    assert (
        f"  the history begins at {head}, which renamed {FILE} to api.json\n"
        f"  help: for the time before, run: flaregen drift --history 99 git:{head}^:{FILE}\n"
    ) in result.stderr
    assert "rename" not in run("--history", "9", f"git:v2:{FILE}").stderr


def test_what_is_between_a_removal_and_a_return_is_one_step(repository: Path) -> None:
    git(repository, "rm", "-q", FILE)
    git(repository, "commit", "-qm", "Remove the document")
    (repository / "spec").mkdir()
    commit(repository, document("/c"), "Bring it back", "2026-05-05")
    ((day, verdict, rules), *_) = found("--history", "3", FILE)
    assert (day, verdict) == ("2026-05-05", "breaking")
    assert "path-removed" in rules


def test_what_a_merge_brings_is_one_step(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "feature")
    commit(repository, document("/a", "/c", "/d"), "Add d", "2026-05-05")
    commit(repository, document("/a", "/c", "/d", "/e"), "Add e", "2026-05-06")
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "Merge it", "feature", day="2026-06-06")
    ((day, _, rules), before) = found("--history", "2", FILE)
    assert (day, rules.count("path-added")) == ("2026-06-06", 2)
    assert before == LATEST


def test_two_revisions_of_a_file_name_the_range_between_them(repository: Path) -> None:
    hint = f"git:v1..v2:{FILE} shows which commit brought each change\n"
    assert run("git:v1", "git:v2").stderr == hint
    assert run(f"git:v1:{FILE}", f"git:v2:{FILE}", "--quiet").stderr == ""
    assert found(f"git:v1..v2:{FILE}")
    assert hint not in run("git:v1", FILE).stderr


def test_the_merge_base_has_a_name(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "feature", "v2")
    commit(repository, document("/a", "/d"), "Add d", "2026-05-05")
    for name in (f"git:main...:{FILE}", f"git:main...feature:{FILE}", f"git:...main:{FILE}"):
        said = json.loads(run(name, FILE, "--format", "json").stdout)
        assert [one["message"] for one in said["changes"]] == ["/d added"], name
    # Without a path it is the pinned document, of which the configured operations count.
    assert json.loads(run("git:main...", "--format", "json").stdout)["changes"] == []
    assert "/d added" in run("git:main...", "--operation", "d").stdout


def test_the_pinned_document_at_a_revision(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "spec")
    assert "/b removed" in run("git:v1", "git:v2", "--operation", "b").stdout
    assert run("git:v1", "git:v2").stdout == "no changes\n"


@pytest.mark.parametrize("lock", ["spec/spec.lock", "generated/workers_ai/flaregen.lock"])
def test_an_operation_that_is_not_configured_any_more_is_gone(lock: str, repository: Path) -> None:
    """A pin holds what was configured when it was pulled, or when the client was built."""
    git(repository, "checkout", "-q", "-b", "fewer")
    (repository / lock).parent.mkdir(parents=True, exist_ok=True)
    table = "[settings]\n" if lock.endswith("flaregen.lock") else ""
    (repository / lock).write_text(f'{table}operations = ["!GET /x", "/a", "b"]\n')
    commit(repository, document("/a", "/b"), "Both", "2026-05-05")
    git(repository, "tag", "both")
    before = json.loads(run("git:both", "--format", "json").stdout)
    assert (before["verdict"], before["python"]["verdict"]) == ("none", "breaking")
    assert [one["id"] for one in before["changes"]] == ["client-method-removed"]
    assert run("git:both", "git:HEAD").stdout == "no changes\n"
    (repository / lock).write_text(f'{table}operations = ["/a"]\n')
    commit(repository, document("/a"), "One", "2026-05-06")
    for name in ("git:both", f"git:both:{FILE}"):
        said = json.loads(run(name, "--format", "json").stdout)
        assert [one["message"] for one in said["changes"]] == ["/b removed"]
        assert said["python"]["verdict"] == "breaking"
    assert found("--history", "1") == [("2026-05-06", "breaking", ["path-removed"])]
    assert found("git:both..HEAD") == [("2026-05-06", "breaking", ["path-removed"])]
    assert run("git:both", "--operation", "a").stdout == "no changes\n"


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        (["--history", "3", "git:v9"], "git has no revision 'v9' here.", "git fetch --unshallow"),
        (["git:v1..v2..v3"], "git has no revision 'v2..v3' here.", "git tag"),
        (["git:v9..v2"], "git has no revision 'v9' here.", "git tag"),
        (["git:v9...", FILE], "git has no revision 'v9' here.", "git tag"),
        (["git:v1..:other.txt"], "git has no such file: path 'other.txt'", "from the top"),
        (["--history", "3", "none.json"], "git has no such file: path 'none.json'", "from the top"),
        (["--history", "3", "../none.json"], "outside of the repository", "run flaregen in the"),
        (["--history", "3", "git:-x"], "A document in git is named git:REV:PATH.", "for example"),
    ],
)
def test_what_git_does_not_have(
    repository: Path, arguments: list[str], message: str, advice: str
) -> None:
    problem = refusal(*arguments)
    assert message in problem.message
    assert advice in problem.help


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.json").write_text(document("/a"))
    for arguments in (["--history", "3", "a.json"], ["git:main...", "a.json"]):
        problem = refusal(*arguments)
        assert problem.message == (
            "git cannot read here: not a git repository (or any of the parent directories): .git."
        )
        assert problem.help == (
            "run flaregen in the repository that has the document, or give a path"
        )


def test_a_shallow_clone(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{repository}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    # The last step is there, and what is before it.
    assert found("--history", "1", FILE) == [LATEST]
    problem = refusal("--history", "2", FILE)
    assert problem.message == "The clone is shallow: it does not have all of the commits."
    assert problem.help == "fetch the others: git fetch --unshallow"


def test_a_branch_that_only_the_remote_has(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in the checkout of a job."""
    git(repository, "branch", "base/line")
    git(tmp_path, "clone", "-q", str(repository), "clone")
    monkeypatch.chdir(tmp_path / "clone")
    problem = refusal("git:base/line...", FILE)
    assert problem.message == "git has no revision 'base/line' here."
    assert problem.help == "the branch is that of a remote here: name it origin/base/line"
    assert refusal("git:base/line~1...", FILE).help.endswith("name it origin/base/line~1")
    assert refusal("git:base...", FILE).help.startswith("list them with")


def test_histories_without_a_common_commit(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-qm", "Begin again")
    problem = refusal("git:main...", FILE)
    assert problem.message == "main and HEAD have no commit in common."
    assert problem.help == (
        "name a revision instead\nin a shallow clone old ones are missing: git fetch --unshallow"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["git:v1..v2", FILE], "leave out NEW"),
        (["--history", "3", "https://example.com/a.json"], "is not a file in git"),
        (["--history", "3", "-"], "is not a file in git"),
        (["--history", "3", "--live"], "--live has no history"),
        (["--history", "3", "--accept-all", "--reason", "x"], "--accept-all needs two documents"),
        (["--history", "3", "--write-changelog", "C.md"], "--write-changelog needs two documents"),
        (["--history", "3", "--show-code"], "--show-code needs two documents"),
        (["--history", "3", "--format", "sarif"], "a history cannot be written as sarif"),
    ],
)
def test_what_does_not_go_with_a_history(
    repository: Path, arguments: list[str], message: str
) -> None:
    error = run(*arguments).exception
    assert isinstance(error, UsageError)
    assert message in str(error)


def test_a_document_elsewhere_has_no_revisions(repository: Path) -> None:
    (repository / "flaregen.toml").write_text('[spec]\npath = "https://example.com/a.json"\n')
    error = run("git:v1").exception
    assert isinstance(error, UsageError)
    assert "has no revisions" in str(error)
    (repository / "flaregen.toml").write_text(f'[spec]\npath = "git:v2:{FILE}"\n')
    assert "/b removed" in run("git:v1", "--operation", "b").stdout


def test_a_merge_base_is_compared_with_the_revision_at_the_other_end(repository: Path) -> None:
    """Not with what is checked out, which has more."""
    forms = ("--format", "json", "--fail-on", "none")
    whole, named = (
        run("git:v1...v2", "--operation", "*", *forms),
        run(f"git:v1...v2:{FILE}", *forms),
    )
    for found in (whole, named):
        assert [one["id"] for one in json.loads(found.stdout)["changes"]] == ["path-removed"]
    assert json.loads(run("git:v2...v1", *forms).stdout)["changes"] == []


def test_an_operation_that_no_version_has(repository: Path) -> None:
    assert "has no operation" in refusal("--history", "9", "--operation", "z").message


def test_what_is_left_out_of_a_history_is_counted(repository: Path) -> None:
    (repository / "use.py").write_text("print('nothing of a client')\n")
    shown = run("--history", "9", FILE, "--min-level", "breaking", "--format", "json")
    said = json.loads(shown.stdout)
    assert said["left_out"] == 2
    assert (shown.return_value, said["verdict"]) == (1, "breaking")
    assert [len(one["report"]["changes"]) for one in said["steps"]] == [0, 0, 1]
    used = run("--history", "9", FILE, "--used-by", "use.py")
    assert used.return_value in (0, None)
    assert used.stdout.startswith("no changes to show, 3 left out (none)\n")


def test_an_accepted_change_counts_in_no_step(repository: Path) -> None:
    with (repository / "flaregen.toml").open("a") as file:
        file.write(
            '[[drift.accept]]\nid = "path-removed"\npointer = "/paths/~1b"\n'
            'reason = "agreed"\nexpires = "9999-12-31"\n'
        )
    result = run("--history", "9", FILE)
    assert "accepted until 9999-12-31: /b removed" in result.stdout
    assert ", 1 accepted" in result.stdout.partition("\n")[0]
    assert "drift-accept-unused" not in result.stderr
    assert (result.return_value or 0) == 0


def test_the_text_has_a_table_and_what_each_step_changed(repository: Path) -> None:
    commits = [git(repository, "rev-parse", "--short", one) for one in ("HEAD", "v2", "broken~")]
    lines = run("--history", "9", FILE).stdout.splitlines()
    shown = HOSTILE.replace("\x1b", "\\u001b")
    assert lines[2:8] == [
        f"3 steps of {FILE}",
        "",
        "  commit   date        breaking  warning  info  subject",
        f"  {commits[0]}  2026-04-04         0        0     2  {shown}",
        f"  {commits[1]}  2026-03-04         0        0     0  Mend it",
        f"  {commits[2]}  2026-02-02         1        0     0  Remove b",
    ]
    removed = lines[lines.index(f"{commits[2]}  2026-02-02  Remove b") :]
    assert next(line for line in removed if "removed" in line).split() == [
        "path-removed",
        "/b",
        "removed",
    ]


def many(count: int, times: int) -> History:
    """Steps with hostile subjects, each with so many times four changes."""
    report = replace(sample(), changes=sample().changes * times)
    made = tuple(
        Step(Commit(f"{number:07x}", "2026-01-01", HOSTILE * 20), report) for number in range(count)
    )
    return History(FILE, made, replace(report, changes=report.changes * count))


@pytest.mark.parametrize(("count", "times"), [(1, 500), (12, 30), (90, 3), (700, 1)])
def test_long_histories_stay_within_what_is_read(count: int, times: int) -> None:
    history = many(count, times)
    lines = render_history(history, "text").splitlines()
    assert len(lines) <= 300
    assert "--format details" in lines[-1]
    markdown = render_history(history, "markdown")
    assert len(markdown.encode()) <= MOST_LETTERS
    assert markdown.count("<details>") == markdown.count("</details>") > 0
    step = history.steps[0].commit
    heading = styled(f"{step.revision}  {step.date}  {step.subject}", bold=True)
    assert heading in render_history(history, "details")
    if count > 100:
        assert f"and {count - 100} earlier" in markdown
        assert f"and {count - 100} earlier" in "\n".join(lines)


def test_subjects_are_no_markdown() -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(
        render_history(many(2, 1), "markdown")
    )
    assert not {child.type for token in tokens for child in token.children or ()} & {
        "link_open",
        "image",
    }
    htmls = [token.content.strip() for token in tokens if token.type == "html_block"]
    assert set(htmls) == {"<details><summary>4 in this step</summary>", "</details>"}


class Page(HTMLParser):
    """The targets of links, the ids, the widths of bars, and the scripts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found += [(f"{tag} {name}", value or "") for name, value in attributes]
        self.found += [(tag, "")]

    def all(self, wanted: str) -> list[str]:
        return [value for name, value in self.found if name == wanted]


def test_the_page_shows_the_trend(repository: Path) -> None:
    page = Page(run("--history", "9", FILE, "--format", "html").stdout)
    commits = [git(repository, "rev-parse", "--short", one) for one in ("HEAD", "v2", "broken~")]
    anchors = [f"commit-{one}" for one in commits]
    assert page.all("a href") == [f"#{one}" for one in anchors]
    assert page.all("h2 id") == anchors
    assert page.all("span style") == ["width: 100.0%", "width: 50.0%"]
    assert page.all("article data-level") == ["info", "info", "breaking"]
    assert len(page.all("script")) == 1


def test_no_steps_make_a_page() -> None:
    report = replace(sample(), changes=(), verdict="none", python=Python())
    page = Page(render_history(History(FILE, (), report), "html"))
    assert page.all("table") == []
    assert page.all("article") == []


def test_a_path_is_no_pattern(repository: Path) -> None:
    (repository / "spec" / "*.json").write_text(document("/a"))
    git(repository, "add", "--all")
    git(repository, "commit", "-qm", "Add a pattern")
    commit(repository, document("/b"), "Change what it would match", "2026-05-05")
    assert [one.subject for one in steps("spec/*.json", "", "HEAD").commits] == []
    assert steps(FILE, "v2", "HEAD").commits[1].subject == HOSTILE


def test_an_operation_with_another_id_is_the_same_one(repository: Path) -> None:
    """The configuration names it by the new id, which the old revision does not have."""
    configured = repository / "flaregen.toml"
    configured.write_text(configured.read_text().replace('"a"', '"all"'))
    pinned = repository / FILE
    pinned.write_text(pinned.read_text().replace('"operationId": "a"', '"operationId": "all"'))
    said = json.loads(run("git:HEAD", "--format", "json").stdout)
    assert [one["id"] for one in said["changes"]] == ["operation-id-changed"]
