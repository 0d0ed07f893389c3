"""The nightly job, as ``flaregen init`` writes it: its steps run here, in a shell, on a repository
with a bare origin and with a stand-in for ``gh`` that remembers what it is asked."""

from __future__ import annotations

import contextlib
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from tests.support.commands import run

from flaregen.upstream.initialize import plan
from flaregen.upstream.starter import propose
from flaregen.write import write_together
from upstream import as_json, document, unnamed, variant

from ..support.git_server import answer_git
from ..support.loopback import Answer, serve

pytestmark = pytest.mark.long

TEXT = {"type": "string"}
BRANCH = "flaregen/upstream"
_GH = """#!{python}
import json, sys
from pathlib import Path
state = Path("{state}")
pulls = json.loads(state.read_text())
given = sys.argv[1:]
def option(name):
    return given[given.index(name) + 1]
if given[:2] == ["pr", "list"]:
    assert option("--json") == "number,state,headRefOid,isCrossRepository"
    assert int(option("--limit")) > 100
    import subprocess
    for pull in pulls:
        if pull["state"] == "OPEN" and not pull["isCrossRepository"]:
            command = ["git", "ls-remote", "origin", "refs/heads/" + pull["head"]]
            pull["headRefOid"] = subprocess.check_output(command, text=True).split()[0]
    state.write_text(json.dumps(pulls))
    print(json.dumps([pull for pull in pulls if pull["head"] == option("--head")]))
elif given[:2] in (["pr", "create"], ["pr", "edit"]):
    body = Path(option("--body-file")).read_text()
    assert len(body) <= 65536, "GraphQL: Body is too long (maximum is 65536 characters)"
    if given[1] == "create":
        pulls.append({{"number": len(pulls) + 1, "state": "OPEN", "head": option("--head"),
                       "headRefOid": "", "base": option("--base"), "edits": 0,
                       "isCrossRepository": False}})
    else:
        pull = next(one for one in pulls if str(one["number"]) == given[2])
        pull["edits"] += 1
    pulls[-1]["body"] = body
    state.write_text(json.dumps(pulls))
else:
    sys.exit("unknown command: " + " ".join(given))
"""


@dataclass(frozen=True)
class Shop:
    """A repository of a user: ``clone`` is where people work, ``origin`` what they push to."""

    clone: Path
    origin: Path
    tools: Path
    below: str = ""

    def git(self, *arguments: str, at: Path | None = None) -> str:
        command = ["git", "-C", str(at or self.clone), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    @property
    def pulls(self) -> Any:
        return json.loads((self.tools / "pulls.json").read_text())

    def remember(self, content: Any) -> None:
        """Let ``gh`` know of these pull requests."""
        (self.tools / "pulls.json").write_text(json.dumps(content))

    def tip(self) -> str:
        return self.git("rev-parse", BRANCH, at=self.origin)

    def publish(self, **properties: Any) -> None:
        """Let upstream say this from now on."""
        self.publish_all(document(variant("Translation", text=TEXT, **properties)))

    def publish_all(self, content: Any) -> None:
        """The same, of a whole document. Upstream is a branch of the origin."""
        file = self.tools / "upstream.json"
        file.write_bytes(as_json(content))
        blob = self.git("hash-object", "-w", str(file), at=self.origin)
        command = ["git", "-C", str(self.origin), "mktree"]
        line = f"100644 blob {blob}\topenapi.json\n"
        made = subprocess.run(command, input=line, check=True, capture_output=True, text=True)
        commit = self.git("commit-tree", "-m", "Upstream", made.stdout.strip(), at=self.origin)
        self.git("update-ref", "refs/heads/upstream", commit, at=self.origin)
        self.git("fetch", "--quiet", "origin")

    def commit(self, message: str, branch: str = "main") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        self.git("push", "--quiet", "origin", f"HEAD:{branch}")


def shop(folder: Path, below: str = "", own_jobs: str = "") -> Shop:
    """A repository that was set up, built and pushed."""
    made = Shop(folder / "clone", folder / "origin.git", folder, below)
    made.git("init", "--quiet", "--bare", str(made.origin), at=folder)
    made.git("clone", "--quiet", str(made.origin), str(made.clone), at=folder)
    project = made.clone / below
    project.mkdir(exist_ok=True, parents=True)
    made.publish()
    if own_jobs:
        (made.clone / ".gitlab-ci.yml").write_text(own_jobs)
    setup = plan(project, package=None, output=None, force=False)
    write_together(setup.root, setup.files)
    follow(made)
    with contextlib.chdir(project):
        assert run("pull", "--quiet") == 0
        assert run("build", "--quiet") == 0
    made.commit("Start")
    (folder / "bin").mkdir()
    return at_home(made)


def follow(made: Shop) -> None:
    """A document of a test in place of Cloudflare's."""
    (made.clone / made.below / "flaregen.toml").write_text(
        '[spec]\npath = "spec/openapi.json"\n[output]\ndirectory = "."\n'
        '[pull]\nsource = "git:origin/upstream:openapi.json"\n'
    )


def at_home(made: Shop) -> Shop:
    gh = made.tools / "bin" / "gh"
    gh.write_text(_GH.format(python=sys.executable, state=made.tools / "pulls.json"))
    gh.chmod(0o755)
    made.remember([])
    return made


@pytest.fixture(scope="module", autouse=True)
def identity(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(
        "[user]\nname = A Reviewer\nemail = reviewer@shop.example\n[init]\ndefaultBranch = main\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture(scope="module")
def prepared(identity: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shop(tmp_path_factory.mktemp("prepared")).tools


@pytest.fixture
def repository(prepared: Path, tmp_path: Path) -> Shop:
    """A copy of the prepared one, which is quicker."""
    folder = tmp_path / "shop"
    shutil.copytree(prepared, folder)
    made = Shop(folder / "clone", folder / "origin.git", folder)
    made.git("remote", "set-url", "origin", str(made.origin))
    return at_home(made)


def workflow(made: Shop, name: str = "flaregen.yml") -> Any:
    return yaml_rs.loads((made.clone / ".github" / "workflows" / name).read_text())


def night(made: Shop, name: str = "flaregen.yml") -> tuple[bool, str]:
    """Run the jobs ``follow`` and ``propose``; whether all went well, and what was said."""
    runner = made.tools / "runner"
    shutil.rmtree(runner, ignore_errors=True)
    jobs = workflow(made, name)["jobs"]
    news, well, said = job(made, jobs["follow"], runner / "one")
    if news:
        shutil.copytree(runner / "one" / "temp" / "flaregen", runner / "two" / "temp" / "flaregen")
        _, fine, more = job(made, jobs["propose"], runner / "two")
        well, said = well and fine, said + more
    return well, said


def proposed(made: Shop, news: str, lock: str = "") -> tuple[bool, str]:
    """Run the job ``propose`` on news of its own making, and on a lock that changes every day."""
    place = made.tools / "followed"
    shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree(made.tools / "runner", ignore_errors=True)
    made.git("clone", "--quiet", str(made.origin), str(place))
    for name in ("spec/openapi.json", "workers_ai/translation.py"):
        (place / name).write_text(news)
    (place / "spec" / "spec.lock").write_text(f"{news}{lock}")
    made.git("add", "--all", at=place)
    temp = made.tools / "runner" / "temp"
    (temp / "flaregen").mkdir(parents=True)
    patch = made.git("diff", "--cached", "--binary", at=place)
    (temp / "flaregen" / "change.patch").write_text(f"{patch}\n")
    (temp / "flaregen" / "body.md").write_text(news)
    _, well, said = job(made, workflow(made)["jobs"]["propose"], temp.parent, news=True)
    return well, said


def job(made: Shop, content: Any, place: Path, *, news: bool = False) -> tuple[bool, bool, str]:
    """Run the steps of a job in a fresh clone, without actions: is there news, went all well."""
    temp = place / "temp"
    temp.mkdir(parents=True, exist_ok=True)
    made.git("clone", "--quiet", str(made.origin), str(place / "checkout"))
    output = place / "output"
    output.write_text("news=yes" if news else "")
    path = [str(made.tools / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
    environment = {
        **os.environ,
        "PATH": os.pathsep.join(path),
        "RUNNER_TEMP": str(temp),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_REF_NAME": "main",
    }
    well, said, failed = True, "", set()
    for step in content["steps"]:
        if "run" not in step or "pip install" in step["run"]:
            continue
        news = "news=yes" in output.read_text()
        condition = step.get("if", "")
        if ("news == 'yes'" in condition and not news) or (
            "outcome == 'failure'" in condition and "build" not in failed
        ):
            continue
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
            check=False,
            cwd=place / "checkout",
            env=environment,
            capture_output=True,
            text=True,
        )
        said += done.stdout + done.stderr
        if done.returncode:
            failed.add(step.get("id", ""))
            if not step.get("continue-on-error"):
                well = False
                break
    return "news=yes" in output.read_text(), well, said


def test_a_night_without_news_does_nothing(repository: Shop) -> None:
    assert night(repository)[0]
    assert repository.pulls == []
    branches = repository.git("branch", "--format=%(refname:short)", at=repository.origin)
    assert branches.split() == ["main", "upstream"]


def test_news_is_one_commit_and_one_pull_request(repository: Shop) -> None:
    repository.publish(target_lang=TEXT)
    well, said = night(repository)
    assert well, said
    (pull,) = repository.pulls
    assert (pull["head"], pull["base"], pull["edits"]) == (BRANCH, "main", 0)
    assert "target_lang" in pull["body"]
    changed = repository.git("diff", "--name-only", "main", BRANCH, at=repository.origin).split()
    assert "spec/openapi.json" in changed
    assert "workers_ai/translation.py" in changed
    assert all(path.startswith(("spec/", "workers_ai/")) for path in changed)
    assert repository.git("rev-list", "--count", f"main..{BRANCH}", at=repository.origin) == "1"


def test_the_same_news_again_is_no_news(repository: Shop) -> None:
    proposed(repository, "news", "one day")
    tip = repository.tip()
    (repository.clone / "README.md").write_text("Today's work")
    repository.commit("Work")
    well, said = proposed(repository, "news", "another day")
    assert well, said
    assert repository.tip() == tip
    assert len(repository.pulls) == 1


def test_more_news_replaces_commits_of_its_own(repository: Shop) -> None:
    proposed(repository, "news")
    well, said = proposed(repository, "more news")
    assert well, said
    (pull,) = repository.pulls
    assert pull["edits"] == 1
    assert "more news" in pull["body"]
    assert repository.git("rev-list", "--count", f"main..{BRANCH}", at=repository.origin) == "1"


def test_the_texts_of_two_pulls_are_cut_to_what_github_takes(repository: Shop) -> None:
    """Each has at most as much."""
    well, said = proposed(repository, "a néw line\n" * 10_000)
    assert well, said
    (pull,) = repository.pulls
    assert pull["body"].endswith("a néw line\n\nThere is more: see the log of the job.\n")
    assert len(pull["body"].encode()) > 65_000


def reviewed(made: Shop, subject: str = "Review: names") -> str:
    made.git("fetch", "--quiet")
    made.git("switch", "--quiet", "--create", "review", f"origin/{BRANCH}")
    (made.clone / "spec" / "names.toml").write_text("# reviewed\n")
    made.commit(subject, BRANCH)
    made.git("switch", "--quiet", "main")
    return made.tip()


def test_a_commit_of_a_reviewer_stays(repository: Shop) -> None:
    proposed(repository, "news")
    tip = reviewed(repository, "Review: names\x1b[2J")
    well, said = proposed(repository, "news")
    assert well, said
    assert repository.tip() == tip
    well, said = proposed(repository, "more news")
    assert not well
    assert "flaregen/upstream has commits of others, and upstream has changed again" in said
    assert "A Reviewer: Review: names?[2J" in said
    assert repository.tip() == tip


def test_a_branch_that_was_merged_is_used_again(repository: Shop) -> None:
    proposed(repository, "news")
    tip = reviewed(repository)
    repository.git("merge", "--quiet", "--squash", f"origin/{BRANCH}")
    repository.commit("Follow upstream (#1)")
    (pull,) = repository.pulls
    repository.remember([{**pull, "state": "MERGED", "headRefOid": tip}])
    well, said = proposed(repository, "more news")
    assert well, said
    assert repository.tip() != tip
    assert [one["state"] for one in repository.pulls] == ["MERGED", "OPEN"]


def test_a_pull_request_that_was_closed_stays_closed_until_there_is_news(repository: Shop) -> None:
    proposed(repository, "news")
    (pull,) = repository.pulls
    repository.remember([{**pull, "state": "CLOSED", "headRefOid": repository.tip()}])
    assert proposed(repository, "news")[0]
    assert len(repository.pulls) == 1
    assert proposed(repository, "more news")[0]
    assert [one["state"] for one in repository.pulls] == ["CLOSED", "OPEN"]


def test_a_pull_request_that_could_not_be_opened_is_opened_the_next_night(repository: Shop) -> None:
    gh = repository.tools / "bin" / "gh"
    working = gh.read_text()
    gh.write_text("#!/bin/sh\necho 'HTTP 502' >&2\nexit 1\n")
    well, said = proposed(repository, "news")
    assert not well
    assert "HTTP 502" in said
    gh.write_text(working)
    assert proposed(repository, "news")[0]
    assert len(repository.pulls) == 1


def test_a_branch_of_that_name_in_a_fork_is_somebody_elses(repository: Shop) -> None:
    """Given the title and the text of the job, a stranger's commits would pass for its own."""
    stranger = {"number": 1, "state": "OPEN", "head": BRANCH, "headRefOid": "f" * 40, "edits": 0}
    repository.remember([{**stranger, "isCrossRepository": True}])
    well, said = proposed(repository, "news")
    assert well, said
    theirs, ours = repository.pulls
    assert theirs["edits"] == 0
    assert ours["body"] == "news"


def test_the_checkout_brings_no_programs(repository: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    program = repository.tools / "program"
    program.write_text(f"#!/bin/sh\ntouch {repository.tools}/ran\n")
    program.chmod(0o755)
    for name in ("post-checkout", "prepare-commit-msg", "post-commit"):
        (repository.tools / name).symlink_to(program)
    patch = repository.tools / "change.patch"
    (repository.clone / "README.md").write_text("news\n")
    repository.git("add", "--intent-to-add", "README.md")
    patch.write_text(f"{repository.git('diff', '--binary')}\n")
    repository.git("rm", "--quiet", "--force", "README.md")
    repository.git("config", "core.hooksPath", str(repository.tools))
    repository.git("config", "core.fsmonitor", str(program))
    monkeypatch.chdir(repository.clone)
    propose._commit(patch, "News")
    assert not (repository.tools / "ran").exists()
    assert repository.git("log", "--format=%s", "-1") == "News"


def test_what_cannot_be_pulled_fails_after_the_news(repository: Shop) -> None:
    content = document(variant("Translation", text=TEXT, target_lang=TEXT))
    content["servers"] = [{"url": "https://evil.example"}]
    repository.publish_all(content)
    well, said = night(repository)
    assert not well
    assert said.index("target_lang") < said.index("error[foreign-server]")
    assert repository.pulls == []


def test_names_to_review_are_in_a_pull_request_with_the_client(repository: Shop) -> None:
    repository.publish_all(unnamed())
    well, _ = night(repository)
    (pull,) = repository.pulls
    assert "## Names to review" in pull["body"]
    assert well


def test_a_project_in_a_subfolder(tmp_path: Path) -> None:
    made = shop(tmp_path, "services/ai")
    name = "flaregen-services-ai.yml"
    assert not (made.clone / "services" / "ai" / ".github").exists()
    made.publish(target_lang=TEXT)
    well, said = night(made, name)
    assert well, said
    branch = "flaregen/upstream-services-ai"
    changed = made.git("diff", "--name-only", "main", branch, at=made.origin).split()
    assert "services/ai/spec/openapi.json" in changed
    assert "services/ai/workers_ai/translation.py" in changed


def test_what_git_refuses_is_said_without_a_traceback(
    repository: Shop, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (repository.tools / "change.patch").write_text("no patch\n")
    files = ["--patch", "../change.patch", "--body", "../change.patch"]
    names = ["--branch", BRANCH, "--base", "main", "--title", "News", "--pin", "spec/openapi.json"]
    monkeypatch.setattr(sys, "argv", ["propose.py", "--host", "github", *names, *files])
    monkeypatch.chdir(repository.clone)
    with pytest.raises(SystemExit) as stop:
        propose.main()
    assert stop.value.code == "git apply failed with exit status 128"
    assert "error: No valid patches in input" in capfd.readouterr().err
    monkeypatch.setattr(propose, "GIT", [str(repository.tools / "absent")])
    with pytest.raises(SystemExit) as stop:
        propose.main()
    assert str(stop.value.code).endswith("absent'")


def test_reading_and_writing_are_apart(repository: Shop) -> None:
    content = workflow(repository)
    assert content["permissions"] == {}
    permissions = {name: job["permissions"] for name, job in content["jobs"].items()}
    assert permissions == {
        "check": {"contents": "read"},
        "follow": {"contents": "read"},
        "propose": {"contents": "write", "pull-requests": "write"},
    }
    assert not [step for step in content["jobs"]["propose"]["steps"] if "pip" in str(step)]
    for job_ in content["jobs"].values():
        for step in job_["steps"]:
            _, _, revision = step.get("uses", f"@{'0' * 40}").partition("@")
            assert len(revision) == 40


@dataclass(slots=True)
class GitLab:
    """The part of GitLab that the job uses, on loopback: its API, and its git below ``root``.

    ``elsewhere`` is where it redirects to instead.
    """

    url: str = ""
    root: Path = Path()
    elsewhere: str = ""
    known: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def gitlab() -> Iterator[GitLab]:
    state = GitLab()

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def answer(self) -> None:
            if not self.path.startswith("/api/"):
                answer_git(self, state.root, "oauth2", "secret")
                return
            if state.elsewhere:
                self.send_response(302)
                self.send_header("Location", state.elsewhere)
                self.end_headers()
                return
            assert self.headers["PRIVATE-TOKEN"] == "secret"
            length = int(self.headers.get("Content-Length") or 0)
            sent = json.loads(self.rfile.read(length)) if length else {}
            path, _, query = self.path.partition("?")
            assert path.startswith("/api/v4/projects/7/merge_requests")
            found: Any = state.known
            if self.command == "GET":
                assert query == "source_branch=flaregen%2Fupstream&per_page=100"
            elif self.command == "POST":
                assert {*sent} == {"source_branch", "target_branch", "title", "description"}
                found = {**sent, "iid": 2, "state": "opened", "sha": "", "source_project_id": 7}
                state.known.append(found)
            else:
                assert path.endswith("/2")
                assert self.command == "PUT"
                state.known[-1].update(sent)
            body = json.dumps(found).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = answer  # noqa: N815  the names are those of http.server

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield state
        server.shutdown()
        thread.join()


def job_of_gitlab(made: Shop, jobs: Any, name: str, gitlab: GitLab, token: str = "secret") -> str:
    """Run the script of a scheduled job in a fresh clone; raises where it fails.

    ``news`` is what one job leaves to the next.
    """
    place, news = made.tools / "pipeline" / name, made.tools / "news"
    shutil.rmtree(place, ignore_errors=True)
    made.git("clone", "--quiet", str(made.origin), str(place))
    if name == "flaregen propose":
        shutil.copytree(news, place / "flaregen-news")
    scripts = [line for line in jobs[name]["script"] if "pip install" not in line]
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "CI_API_V4_URL": f"{gitlab.url}/api/v4",
        "CI_PROJECT_URL": f"{gitlab.url}/origin",
        "CI_PROJECT_ID": "7",
        "CI_DEFAULT_BRANCH": "main",
        "FLAREGEN_TOKEN": token,
    }
    command = ["bash", "-e", "-c", "\n".join(scripts)]
    done = subprocess.run(
        command, check=False, cwd=place, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    if name == "flaregen follow":
        shutil.rmtree(news, ignore_errors=True)
        shutil.copytree(place / "flaregen-news", news)
    return done.stdout + done.stderr


def test_gitlab_gets_a_merge_request(gitlab: GitLab, tmp_path: Path) -> None:
    made = shop(tmp_path, own_jobs="test: {script: [make]}\n")
    gitlab.root = tmp_path
    made.git("config", "http.receivepack", "true", at=made.origin)
    jobs = yaml_rs.loads((made.clone / ".gitlab" / "flaregen.gitlab-ci.yml").read_text())
    # Of a fork that has a branch of that name.
    theirs = {"iid": 1, "state": "opened", "sha": "f" * 40, "source_project_id": 8}
    gitlab.known = [theirs]
    (tmp_path / "news").mkdir()
    job_of_gitlab(made, jobs, "flaregen propose", gitlab)
    assert gitlab.known == [theirs]
    made.publish(target_lang=TEXT)
    job_of_gitlab(made, jobs, "flaregen follow", gitlab)
    job_of_gitlab(made, jobs, "flaregen propose", gitlab)
    _, request = gitlab.known
    assert (request["source_branch"], request["target_branch"]) == (BRANCH, "main")
    assert "target_lang" in request["description"]
    tip = made.tip()
    job_of_gitlab(made, jobs, "flaregen propose", gitlab)
    assert made.tip() == tip
    for name in ("change.patch", "body.md"):
        text = (tmp_path / "news" / name).read_text()
        (tmp_path / "news" / name).write_text(text.replace("target_lang", "target_line"))
    job_of_gitlab(made, jobs, "flaregen propose", gitlab)
    assert made.tip() != tip
    assert gitlab.known[0] == theirs
    assert "target_line" in gitlab.known[1]["description"]


def test_a_token_of_gitlab_is_kept_nowhere_and_goes_nowhere_else(
    gitlab: GitLab, prepared: Path, tmp_path: Path
) -> None:
    made = Shop(prepared / "clone", tmp_path / "origin.git", tmp_path)
    shutil.copytree(prepared / "origin.git", made.origin)
    made.git("config", "http.receivepack", "true", at=made.origin)
    gitlab.root = tmp_path
    (tmp_path / "news").mkdir()
    patch = "diff --git a/README.md b/README.md\nnew file mode 100644\n--- /dev/null\n"
    (tmp_path / "news" / "change.patch").write_text(f"{patch}+++ b/README.md\n@@ -0,0 +1 @@\n+x\n")
    (tmp_path / "news" / "body.md").write_text("news")
    files = plan_for_gitlab(made)
    jobs = yaml_rs.loads(files[".gitlab-ci.yml"].decode())
    # A variable with the scope of an environment is that of its jobs alone.
    scoped = {name: job.get("environment") for name, job in jobs.items() if "script" in job}
    only = {"name": "flaregen", "action": "access"}
    assert scoped == {"flaregen check": None, "flaregen follow": None, "flaregen propose": only}
    script = made.tools / "propose.py"
    script.write_bytes(files[".gitlab/flaregen/propose.py"])
    (step,) = jobs["flaregen propose"]["script"]
    jobs["flaregen propose"]["script"] = [step.replace(".gitlab/flaregen/propose.py", str(script))]
    with pytest.raises(AssertionError, match="set FLAREGEN_TOKEN"):
        job_of_gitlab(made, jobs, "flaregen propose", gitlab, token="")
    job_of_gitlab(made, jobs, "flaregen propose", gitlab, token="secret")
    made.tip()
    kept = (made.tools / "pipeline" / "flaregen propose" / ".git").rglob("*")
    assert not [path for path in kept if path.is_file() and b"secret" in path.read_bytes()]
    with serve(Answer(b"[]")) as thief:
        gitlab.elsewhere = f"{thief.url}/api"
        with pytest.raises(AssertionError, match="HTTP Error 302"):
            job_of_gitlab(made, jobs, "flaregen propose", gitlab)
        assert thief.received == []


def plan_for_gitlab(made: Shop) -> dict[str, bytes]:
    """What a set-up writes where GitLab runs the jobs."""
    folder = made.tools / "empty"
    made.git("init", "--quiet", str(folder), at=made.tools)
    made.git("remote", "add", "origin", "https://gitlab.example/shop.git", at=folder)
    return plan(folder, package=None, output=None, force=False).files
