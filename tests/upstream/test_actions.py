"""What others use in their CI: composite actions, hooks of pre-commit, a job for GitLab.

The scripts run here, on temporary repositories and with stand-ins for gh, pip and flaregen.
"""

from __future__ import annotations

import ast
import json
import os
import re
import runpy
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from pre_commit.clientlib import load_manifest
from tests.support.commands import run

from upstream import as_json, document, variant

from ..support.pinned import ROOT

ACTIONS = sorted((ROOT / ".github" / "actions").glob("*/action.yml"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STARTER = ROOT / "generator" / "flaregen" / "upstream" / "starter" / "github.yml"
TEXT = {"type": "string"}


def steps(path: Path) -> list[dict[str, Any]]:
    """Of an action, or of all jobs of a workflow."""
    text = path.read_text(encoding="utf-8").replace("\n@INSTALLED@", " {}")
    text = re.sub(r"@([A-Z]+)@", r"<\1>", text)
    content = yaml_rs.loads(text)
    if "runs" in content:
        return list(content["runs"]["steps"])
    return [step for job in content["jobs"].values() for step in job.get("steps", ())]


def pins(path: Path) -> dict[str, str]:
    found = re.findall(r"uses: ([\w./-]+)@([^\n]*)", path.read_text(encoding="utf-8"))
    return {name: pin for name, pin in found if not name.startswith("./")}


@pytest.mark.parametrize(
    "path", [*ACTIONS, *WORKFLOWS], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_what_is_used_is_pinned_and_text_of_an_event_is_never_a_command(path: Path) -> None:
    assert len(ACTIONS) == 4
    for pin in pins(path).values():
        assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", pin)
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []
    text = path.read_text(encoding="utf-8")
    if path in ACTIONS:
        declared = yaml_rs.loads(text)["inputs"]
        assert {*re.findall(r"inputs\.([\w-]+)", text)} == declared.keys()
    assert "pull_request_target" not in text


def test_actions_are_pinned_where_they_are_written_as_init_writes_them() -> None:
    wanted = pins(STARTER)
    for path in [*ACTIONS, *WORKFLOWS]:
        assert {name: pin for name, pin in pins(path).items() if name in wanted}.items() <= (
            wanted.items()
        ), path


def test_following_does_what_the_job_of_init_does() -> None:
    def commands(path: Path) -> list[str]:
        return [step["run"] for step in steps(path) if "name" in step and "run" in step]

    ours = [
        run
        for name in ("follow", "propose")
        for run in commands(ACTIONS[0].parents[1] / name / "action.yml")
    ]
    theirs = commands(STARTER)
    words = {
        '${CONFIG:+--config "$CONFIG"}': "--config <CONFIG>",
        '"$GITHUB_ACTION_PATH/../../../generator/flaregen/upstream/starter/propose.py"': "<SCRIPT>",
        '"$BRANCH"': "<BRANCH>",
        '"$BASE"': '"$GITHUB_REF_NAME"',
        '"$PIN"': "<PIN>",
    }
    for word, placeholder in words.items():
        ours = [run.replace(word, placeholder) for run in ours]
    assert [run.replace("\\\n", "").split() for run in ours] == [
        run.replace("\\\n", "").split() for run in theirs
    ]
    assert (ROOT / "generator/flaregen/upstream/starter/propose.py").is_file()


@dataclass(frozen=True)
class Runner:
    """A machine of a CI service: stand-ins in ``tools``, and what was asked of them."""

    folder: Path

    @property
    def tools(self) -> Path:
        return self.folder / "tools"

    def stand_in(self, name: str, program: str) -> None:
        """A program that runs ``program``, in Python, with the arguments in ``given``."""
        self.tools.mkdir(exist_ok=True)
        path = self.tools / name
        head = f"#!{sys.executable}\nimport json, os, sys\nfrom pathlib import Path\n"
        head += "given = sys.argv[1:]\n"
        log = f"with open({str(self.folder / name)!r}, 'a') as log:\n    print(given, file=log)\n"
        path.write_text(f"{head}{log}{program}\n", encoding="utf-8")
        path.chmod(0o755)

    def asked(self, name: str) -> list[list[str]]:
        return [ast.literal_eval(line) for line in self.file(name).splitlines()]

    def file(self, name: str) -> str:
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def bash(
        self, *command: str, at: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        files = {
            name: str(self.folder / name.lower())
            for name in ("GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
        }
        path = os.pathsep.join(
            [str(self.tools), str(Path(sys.executable).parent), os.environ["PATH"]]
        )
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", *command],
            cwd=at or self.folder,
            env={**os.environ, **files, "PATH": path, "RUNNER_TEMP": str(self.folder), **variables},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    folder = tmp_path / "a runner"
    folder.mkdir()
    return Runner(folder)


_INSTALLER = """
if given[:2] == ["-m", "venv"]:
    place = Path(given[-1]) / "bin"
    place.mkdir(parents=True)
    (place / "python").symlink_to(__file__)
"""


@pytest.mark.parametrize(
    ("requirement", "installed"), [("", str(ROOT)), ("flare gen; x", "flare gen; x")]
)
def test_installing(requirement: str, installed: str, runner: Runner) -> None:
    runner.stand_in("python3", _INSTALLER)
    script = ROOT / ".github" / "actions" / "install.sh"
    done = runner.bash(str(script), REQUIREMENT=requirement)
    assert done.returncode == 0, done.stderr
    assert runner.asked("python3")[1] == ["-m", "pip", "--quiet", "install", installed]
    assert runner.file("github_path") == f"{runner.folder}/flaregen-environment/bin\n"


@pytest.mark.parametrize(
    ("config", "options"), [("", []), ("a b/$(x).toml", ["--config", "a b/$(x).toml"])]
)
def test_checking(config: str, options: list[str], runner: Runner) -> None:
    runner.stand_in("flaregen", "sys.exit(1)")
    last = steps(ROOT / ".github" / "actions" / "check" / "action.yml")[-1]["run"]
    assert runner.bash("-c", last, CONFIG=config).returncode == 1
    assert runner.asked("flaregen") == [["check", *options]]


_GH = """
state = Path(__file__).parents[1] / "comments.json"
comments = json.loads(state.read_text()) if state.exists() else []
assert given.pop(0) == "api"
assert os.environ["GITHUB_REPOSITORY"] == "shop/client"
if given[:2] == ["--paginate", "--slurp"]:
    assert given[2:] == ["repos/shop/client/issues/7/comments?per_page=100"]
    print(json.dumps([comments[:1], comments[1:]]))
else:
    assert given[0] == "--method" and given[3:] == ["--input", "-"]
    body = json.load(sys.stdin)["body"]
    assert 0 < len(body) <= 65536, "Validation Failed: body is too long"
    if given[1:3] == ["POST", "repos/shop/client/issues/7/comments"]:
        user = {"login": "github-actions[bot]"}
        comments.append({"id": 100 + len(comments), "user": user, "body": body, "edits": 0})
    else:
        assert given[1] == "PATCH"
        ids = [f"repos/shop/client/issues/comments/{one['id']}" for one in comments]
        one = comments[ids.index(given[2])]
        one["body"], one["edits"] = body, one["edits"] + 1
    state.write_text(json.dumps(comments))
"""


def comments(runner: Runner) -> Any:
    return json.loads(runner.file("comments.json") or "[]")


def comment(runner: Runner, monkeypatch: pytest.MonkeyPatch, text: str, news: str = "yes") -> None:
    (runner.folder / "body.md").write_text(text, encoding="utf-8")
    script = ROOT / ".github" / "actions" / "drift" / "comment.py"
    given = ["--number", "7", "--news", news, "--body", str(runner.folder / "body.md")]
    monkeypatch.setattr("sys.argv", [str(script), *given])
    monkeypatch.setenv("GITHUB_REPOSITORY", "shop/client")
    monkeypatch.setenv("PATH", str(runner.tools), prepend=os.pathsep)
    runpy.run_path(str(script), run_name="__main__")


def test_one_comment_is_kept_up_to_date(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    runner.stand_in("gh", _GH)
    comment(runner, monkeypatch, "no changes", news="no")
    assert comments(runner) == []
    for text, edits in (("one ✓", 0), ("two", 1), ("two", 1)):
        comment(runner, monkeypatch, text)
        (only,) = comments(runner)
        assert only["body"] == f"<!-- flaregen drift -->\n{text}"
        assert only["edits"] == edits
    comment(runner, monkeypatch, "no changes", news="no")
    (only,) = comments(runner)
    assert only["body"].endswith("no changes")


def test_a_comment_of_somebody_else_is_never_touched(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner.stand_in("gh", _GH)
    mark = "<!-- flaregen drift -->"
    others = [
        {"id": 1, "user": {"login": "mallory"}, "body": f"{mark}\nfine", "edits": 0},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "coverage", "edits": 0},
        {"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"> {mark}", "edits": 0},
    ]
    (runner.folder / "comments.json").write_text(json.dumps(others))
    comment(runner, monkeypatch, "one")
    comment(runner, monkeypatch, "two")
    assert comments(runner)[:3] == others
    assert len(comments(runner)) == 4


@dataclass(frozen=True)
class Request:
    """A pull request: a clone with its base and its change."""

    clone: Path
    base: str


def request(folder: Path, **added: Any) -> Request:
    """Of a property to the variant of the document. The clone does not have the base."""
    origin, clone = folder / "origin", folder / "clone"
    commit = ["-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "A"]

    def git(*arguments: str, at: Path = origin) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=at, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    origin.mkdir()
    git("init", "--quiet", "--initial-branch=main")
    git("config", "uploadpack.allowAnySHA1InWant", "true")
    (origin / "flaregen.toml").write_text('[spec]\npath = "openapi.json"\n')
    for number, properties in enumerate(({"text": TEXT, "gone": TEXT}, {"text": TEXT, **added})):
        content = as_json(document(variant("Translation", **properties)))
        (origin / "openapi.json").write_bytes(content)
        git("add", "--all")
        git(*commit, "--allow-empty", "-m", str(number))
    git("clone", "--quiet", "--depth=1", f"file://{origin}", str(clone), at=folder)
    return Request(clone, git("rev-parse", "HEAD~1"))


def drift(runner: Runner, given: Request, **variables: str) -> subprocess.CompletedProcess[str]:
    wanted = {
        "BASE": given.base,
        "DOCUMENT": "openapi.json",
        "CONFIG": "",
        "FAIL_ON": "breaking",
        "NUMBER": "7",
        "FORK": "false",
        "GITHUB_REPOSITORY": "shop/client",
    }
    script = ROOT / ".github" / "actions" / "drift" / "drift.sh"
    runner.stand_in("gh", _GH)
    return runner.bash(str(script), at=given.clone, **{**wanted, **variables})


def test_drift_on_a_pull_request(runner: Runner, tmp_path: Path) -> None:
    given = request(tmp_path, more={"type": "integer"})
    done = drift(runner, given, CONFIG="flaregen.toml", FAIL_ON="none")
    assert done.returncode == 0, done.stderr
    # Nothing fails, so nothing is an error.
    assert re.search(
        r"^::warning file=openapi.json,line=\d+,col=\d+,title=required-property-added::",
        done.stdout,
        re.MULTILINE,
    )
    (only,) = comments(runner)
    assert (
        only["body"] == f"<!-- flaregen drift -->\n{runner.file('github_step_summary').rstrip()}\n"
    )
    assert "| `required-property-added` |" in only["body"]
    assert drift(runner, given, FORK="true").returncode == 1
    assert only == comments(runner)[0]


_FLAREGEN = """
print(os.environ["SAYS"])
sys.exit(int(os.environ["STATUS"]))
"""


@pytest.mark.parametrize(
    ("variables", "status", "written"),
    [
        ({"STATUS": "0"}, 0, 0),
        ({"STATUS": "1"}, 1, 1),
        ({"STATUS": "2"}, 2, 0),
        ({"STATUS": "1", "FORK": "true"}, 1, 0),
        ({"STATUS": "1", "DOCUMENT": "new.json"}, 0, 0),
        ({"STATUS": "1", "BASE": "0" * 40}, 128, 0),
    ],
    ids=["no changes", "changes", "failure", "fork", "no document at the base", "no base"],
)
def test_what_a_run_comes_to(
    variables: dict[str, str], status: int, written: int, runner: Runner, tmp_path: Path
) -> None:
    runner.stand_in("flaregen", _FLAREGEN)
    done = drift(runner, request(tmp_path), SAYS="said $(x) `y`", **variables)
    assert done.returncode == status, done.stderr
    assert len(comments(runner)) == written
    asked = runner.asked("flaregen")
    wanted = {0: ["markdown", "github"], 1: ["markdown", "github"], 2: ["markdown"]}.get(status, [])
    if "DOCUMENT" in variables:
        wanted = []
    assert [one[one.index("--format") + 1] for one in asked] == wanted
    if status == 1:
        assert runner.file("github_step_summary") == "said $(x) `y`\n"


def test_the_job_for_gitlab(runner: Runner, tmp_path: Path) -> None:
    given = request(tmp_path)
    runner.stand_in("python3", "")
    included = yaml_rs.loads((ROOT / ".gitlab" / "drift.yml").read_text())
    job = included["flaregen drift"]
    # Those of the job would go before a pipeline's own.
    assert "variables" not in job
    variables = {
        **included["variables"],
        "FLAREGEN_DOCUMENT": "openapi.json",
        "FLAREGEN_FAIL_ON": "info",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": given.base,
    }
    script = "\n".join(job["script"])
    assert runner.bash("-c", script, at=given.clone, **variables).returncode == 1
    assert runner.asked("python3") == []
    variables["FLAREGEN_URL"] = "git+https://example.com/flaregen@0a1b"
    done = runner.bash("-c", script, at=given.clone, **variables)
    assert done.returncode == 1, done.stderr
    assert runner.asked("python3") == [
        ["-m", "pip", "install", "--quiet", variables["FLAREGEN_URL"]]
    ]
    report = given.clone / job["artifacts"]["reports"]["junit"]
    assert "property-removed" in report.read_text()
    assert "property-removed" in done.stdout
    (given.clone / "strict.toml").write_text(
        '[spec]\npath = "openapi.json"\n[drift.levels]\n"required-property-removed" = "breaking"\n'
    )
    variables |= {"FLAREGEN_CONFIG": "strict.toml", "FLAREGEN_FAIL_ON": "wire:breaking,python:none"}
    assert runner.bash("-c", script, at=given.clone, **variables).returncode == 1
    variables["FLAREGEN_CONFIG"] = ""
    assert runner.bash("-c", script, at=given.clone, **variables).returncode == 0
    variables["FLAREGEN_DOCUMENT"] = "elsewhere.json"
    done = runner.bash("-c", script, at=given.clone, **variables)
    assert done.returncode == 0, done.stderr
    assert "There is no elsewhere.json at the base" in done.stdout


def test_the_page_uses_what_there_is() -> None:
    page = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
    blocks = [yaml_rs.loads(text) for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    assert len(blocks) == 5
    used = re.findall(r"flaregen/flaregen/(\.github/actions/\w+)@COMMIT", page)
    assert {*used} == {path.parent.relative_to(ROOT).as_posix() for path in ACTIONS}
    given = {
        key
        for step in re.findall(r"^ {8}with:\n((?: {10}.*\n)+)", page, re.MULTILINE)
        for key in re.findall(r"^ {10}([\w-]+):", step, re.MULTILINE)
    }
    known = {name for path in ACTIONS for name in yaml_rs.loads(path.read_text())["inputs"]}
    assert given - {"persist-credentials", "fetch-depth"} <= known
    assert {hook["id"] for hook in HOOKS} == {
        *re.findall(r"\bflaregen-(?:check|validate|build)\b", page)
    }
    wanted = pins(STARTER)
    found = re.findall(r"uses: (actions/[\w-]+)@(.*)", page)
    assert found
    assert {*found} <= {*wanted.items()}


HOOKS = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_each_hook_does_what_it_says(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = request(tmp_path)
    monkeypatch.chdir(given.clone)
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["pass_filenames"]) == ("flaregen", False)
    expected = {"flaregen-check": 1, "flaregen-build": 0, "flaregen-validate": 0}
    assert run(*arguments) == expected[hook["id"]]
    if hook["id"] == "flaregen-build":
        assert run("check") == 0
    Path("openapi.json").write_text("{}")
    assert run(*arguments) == (1 if hook["id"] == "flaregen-validate" else 2)
