"""Jobs and hooks install the flaregen that is installed here, and nothing by a mere name."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
import textwrap
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from tests.support.commands import run

from flaregen import __version__
from flaregen import config as configuration
from flaregen.lock import inputs_digest
from flaregen.upstream import initialize, installation
from flaregen.upstream.installation import Installation, described
from flaregen.write import write_together

from ..support.loopback import Answer, Received, serve

COMMIT, DIGEST = "0123456789" * 4, "ab" * 32
GIT = "https://git.example/team/flaregen.git"
WHEEL = "https://files.example/flaregen-0.1.0-py3-none-any.whl"
SAID: dict[str, tuple[dict[str, Any], Installation]] = {
    "git": (
        {"url": GIT, "vcs_info": {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"}},
        Installation(f"flaregen @ git+{GIT}@{COMMIT}"),
    ),
    "git by ssh": (
        {"url": "ssh://git@git.example/x.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        Installation(f"flaregen @ git+ssh://git@git.example/x.git@{COMMIT}"),
    ),
    "a folder in git": (
        {"url": GIT, "subdirectory": "tools", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        Installation(f"flaregen @ git+{GIT}@{COMMIT}#subdirectory=tools"),
    ),
    "git on this machine": (
        {"url": "file:///home/me/flaregen", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        Installation("flaregen @ {url}", is_local=True),
    ),
    "a password": (
        {"url": "https://me:secret@git.example/x", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        Installation("flaregen @ {url}", is_local=True),
    ),
    "a token in place of a name": (
        {
            "url": "https://ghp_secret@git.example/x",
            "vcs_info": {"vcs": "git", "commit_id": COMMIT},
        },
        Installation("flaregen @ {url}", is_local=True),
    ),
    "a wheel behind a token": (
        {"url": "https://t@files.example/x.whl", "archive_info": {"hashes": {"sha256": DIGEST}}},
        Installation(f"flaregen @ {{url}}#sha256={DIGEST}", is_local=True),
    ),
    "a wheel": (
        {"url": WHEEL, "archive_info": {"hashes": {"sha256": DIGEST}}},
        Installation(f"flaregen @ {WHEEL}#sha256={DIGEST}"),
    ),
    "a wheel, by an earlier pip": (
        {"url": WHEEL, "archive_info": {"hash": f"sha256={DIGEST}"}},
        Installation(f"flaregen @ {WHEEL}#sha256={DIGEST}"),
    ),
    "a wheel without a digest": (
        {"url": WHEEL, "archive_info": {}},
        Installation("flaregen @ {url}", is_local=True),
    ),
    "a wheel on this machine": (
        {"url": "file:///tmp/x.whl", "archive_info": {"hashes": {"sha256": DIGEST}}},
        Installation(f"flaregen @ {{url}}#sha256={DIGEST}", is_local=True),
    ),
    "a folder": (
        {"url": "file:///home/me/flaregen", "dir_info": {"editable": True}},
        Installation("flaregen @ {url}", is_local=True),
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_an_installer_wrote_down(name: str) -> None:
    said, expected = SAID[name]
    assert described(said) == expected


def wheel() -> bytes:
    """A wheel with nothing in it but its name."""
    info = f"flaregen-{__version__}.dist-info"
    files = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: flaregen\nVersion: {__version__}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return held.getvalue()


@pytest.mark.parametrize("published", [True, False])
def test_an_index_is_asked_for_the_address_and_the_digest(
    published: bool, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder has a module of that name, it is not taken for pip."""
    (repository / "pip.py").write_text("open('ran', 'w').close()")
    name, content = f"flaregen-{__version__}-py3-none-any.whl", wheel()

    def answer(request: Received) -> Answer:
        if not published:
            return Answer(status=404)
        if request.path.endswith(".whl"):
            return Answer(content)
        page = f'<!DOCTYPE html><a href="/{name}">{name}</a>'.encode()
        return Answer(page, headers={"Content-Type": "text/html"})

    for variable in [one for one in os.environ if one.startswith("PIP_")]:
        monkeypatch.delenv(variable)
    # What an index installed has no direct_url.json.
    monkeypatch.setattr(installation, "_direct_url", lambda: None)
    with serve(answer) as index:
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        monkeypatch.setenv("PIP_INDEX_URL", f"{index.url}/simple")
        found = installation.installation()
        digest = hashlib.sha256(content).hexdigest()
        expected = Installation(f"flaregen @ {index.url}/{name}#sha256={digest}")
    assert found == (expected if published else Installation("flaregen @ {url}", is_local=True))
    assert not (repository / "ran").exists()


def installed(monkeypatch: pytest.MonkeyPatch, one: Installation) -> None:
    monkeypatch.setattr(initialize, "installation", lambda: one)


def pinned(folder: Path) -> tuple[str, list[str]]:
    """What the jobs and the hook install."""
    workflow = yaml_rs.loads((folder / ".github" / "workflows" / "flaregen.yml").read_text())
    hook = yaml_rs.loads((folder / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"][0]
    return workflow["env"]["FLAREGEN"], hook.get("additional_dependencies", [])


def test_jobs_and_hook_install_the_same_commit(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(monkeypatch, described(SAID["git"][0]))
    assert run("init", "--quiet") == 0
    requirement = f"flaregen @ git+{GIT}@{COMMIT}"
    assert pinned(repository) == (requirement, [requirement])


def test_what_no_job_can_reach_is_asked_for(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    installed(monkeypatch, described(SAID["a wheel on this machine"][0]))
    assert run("init") == 0
    requirement, dependencies = pinned(repository)
    assert requirement == f"flaregen @ ${{{{ vars.FLAREGEN_URL }}}}#sha256={DIGEST}"
    assert dependencies == []
    assert "variable FLAREGEN_URL" in capsys.readouterr().err
    content = yaml_rs.loads((repository / ".github" / "workflows" / "flaregen.yml").read_text())
    (step,) = (
        one["run"] for one in content["jobs"]["check"]["steps"] if "install" in one.get("run", "")
    )
    environment = {**os.environ, "FLAREGEN_URL": "", "FLAREGEN": "flaregen"}
    done = subprocess.run(
        ["bash", "-e", "-c", step], check=False, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "set the variable FLAREGEN_URL" in done.stdout


@pytest.mark.parametrize("name", SAID)
def test_nothing_is_installed_by_a_mere_name(
    name: str, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(monkeypatch, described(SAID[name][0]))
    assert run("init", "--quiet") == 0
    for path in (".github/workflows/flaregen.yml", ".pre-commit-config.yaml"):
        text = (repository / path).read_text()
        assert not re.search(r"flaregen(==|>=|~=)", text)
        for line in re.findall(r"pip install (.*)", text):
            assert line == '"$FLAREGEN"'


def test_pins_are_renewed_and_nothing_else(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    installed(monkeypatch, described(SAID["git"][0]))
    assert run("init", "--quiet") == 0
    workflow = repository / ".github" / "workflows" / "flaregen.yml"
    workflow.write_text(workflow.read_text().replace("17 4 * * *", "3 3 * * *"))
    before = {path: path.read_text() for path in repository.rglob("*.y*ml")}
    later = "f" * 40
    installed(monkeypatch, Installation(f"flaregen @ git+{GIT}@{later}"))
    assert run("init", "--update") == 0
    requirement = f"flaregen @ git+{GIT}@{later}"
    assert pinned(repository) == (requirement, [requirement])
    after = {path: path.read_text() for path in repository.rglob("*.y*ml")}
    assert after == {path: text.replace(COMMIT, later) for path, text in before.items()}
    assert capsys.readouterr().err.count(": updated\n") == 2
    assert run("init", "--update") == 0
    assert "updated" not in capsys.readouterr().err


def test_what_cannot_be_renewed(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    installed(monkeypatch, described(SAID["git"][0]))
    assert run("init", "--update") == 2
    assert "error[nothing-to-update]" in capsys.readouterr().err
    installed(monkeypatch, described(SAID["a folder"][0]))
    assert run("init", "--update") == 2
    assert "error[local-installation]" in capsys.readouterr().err
    assert run("init", "--update", "--force") == 2


@pytest.mark.parametrize("output", ["src\\vendor", 'a "quoted" folder', "it's", "a#b", "ü", "${x}"])
def test_any_folder_makes_valid_settings(output: str, repository: Path) -> None:
    assert run("init", "--quiet", "--output", output) == 0
    content = tomllib.loads((repository / "flaregen.toml").read_text(encoding="utf-8"))
    assert content["output"]["directory"] == output
    hook = yaml_rs.loads((repository / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    pattern = hook["repos"][0]["hooks"][0]["files"]
    assert re.match(pattern, f"{output}/workers_ai/client.py")
    assert run("check", "--quiet") == 0


def test_characters_that_nobody_sees_are_refused(repository: Path) -> None:
    assert run("init", "--output", "a\nb") == 2
    assert list(repository.iterdir()) == []


@pytest.mark.parametrize("document", ["", 'path = "spec/mine.json"'])
def test_settings_in_pyproject_are_the_settings(
    document: str, repository: Path, capsys: Any
) -> None:
    settings = '[project]\nname = "shop"\n\n[tool.flaregen.output]\ndirectory = "lib"\n'
    if document:
        settings += f"[tool.flaregen.spec]\n{document}\n"
        (repository / "spec").mkdir()
        shipped = Path(__file__).parents[2] / "tests" / "golden" / "one_variant" / "spec.yaml"
        (repository / "spec" / "mine.json").write_bytes(
            json.dumps(yaml_rs.loads(shipped.read_text())).encode()
        )
    (repository / "pyproject.toml").write_text(settings)
    assert run("init", "--output", "other") == 2
    assert "and says where the client goes" in capsys.readouterr().err
    assert run("init") == 0
    assert not (repository / "flaregen.toml").exists()
    assert (repository / "pyproject.toml").read_text() == settings
    assert (repository / "lib" / "workers_ai" / "client.py").is_file()
    said = capsys.readouterr().err
    assert ("[tool.flaregen.spec]" in said) != bool(document)
    assert (repository / "spec" / "openapi.json").exists() != bool(document)
    assert "--config pyproject.toml" in (repository / ".pre-commit-config.yaml").read_text()


def test_settings_that_are_printed_change_nothing_of_the_lock(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(monkeypatch, described(SAID["git"][0]))
    settings = repository / "pyproject.toml"
    settings.write_text('[tool.flaregen.output]\ndirectory = "lib"\n')
    setup = initialize.plan(repository, package=None, output=None, force=False)
    write_together(setup.root, setup.files)
    before = inputs_digest(configuration.load(settings))
    (remarks,) = (one for one in setup.advice if "[tool.flaregen.spec]" in one)
    settings.write_text(settings.read_text() + remarks.partition("\n\n")[2])
    config = configuration.load(settings)
    assert config.spec == str(repository / "spec" / "openapi.json")
    assert inputs_digest(config) == before


def test_dependencies_and_the_import_are_printed(repository: Path, capsys: Any) -> None:
    assert run("init", "--output", "src/shop/vendor") == 0
    said = capsys.readouterr().err
    needed = re.findall(r'^  "(httpx2|msgspec)>=[\d.]+,<[\d.]+",$', said, re.MULTILINE)
    assert needed == ["httpx2", "msgspec"]
    assert "\n  from shop.vendor.workers_ai import Cloudflare\n" in said
    program = "from shop.vendor.workers_ai import Cloudflare"
    environment = {**os.environ, "PYTHONPATH": "src", "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)


def test_a_project_in_a_subfolder_has_its_jobs_at_the_root(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "trunk"], check=True)
    folder = repository / "services" / "ai"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert run("init", "--quiet") == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        ".gitattributes",
        "flaregen.toml",
        "spec",
        "workers_ai",
    ]
    monkeypatch.chdir(repository)
    content = yaml_rs.loads(Path(".github/workflows/flaregen-services-ai.yml").read_text())
    commands = [one["run"] for one in content["jobs"]["check"]["steps"] if "run" in one]
    assert commands[-1].strip() == "flaregen check --config services/ai/flaregen.toml"
    assert run(*commands[-1].split()[1:]) == 0
    hook = yaml_rs.loads(Path(".pre-commit-config.yaml").read_text())["repos"][0]["hooks"][0]
    assert hook["entry"] == "flaregen check --config services/ai/flaregen.toml"
    for path in ("flaregen.toml", "spec/openapi.json", "workers_ai/client.py"):
        assert re.match(hook["files"], f"services/ai/{path}")
        assert not re.match(hook["files"], path)


def test_no_job_depends_on_the_branch_that_it_was_set_up_on(repository: Path) -> None:
    """The branch of the pull request that brings flaregen is gone when the jobs run."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "try-flaregen"], check=True)
    assert run("init", "--quiet") == 0
    text = Path(".github/workflows/flaregen.yml").read_text()
    assert "try-flaregen" not in text
    assert '--base "$GITHUB_REF_NAME"' in text
    assert "github.ref_name == github.event.repository.default_branch" in text


@pytest.mark.parametrize(
    ("ignored", "output", "named"),
    [
        ("lib/", "lib", ["services/lib/workers_ai/client.py"]),
        ("a*", "a lib", ["services/a lib/workers_ai/client.py"]),
        ("ü/", "ü", ["services/ü/workers_ai/client.py"]),
        ("spec.json\n/services/spec/*.json", "lib", ["services/spec/openapi.json"]),
        ("/lib/\n*.pyc", "lib", []),
        ("lib/*\n!lib/workers_ai/", "lib", []),
    ],
)
def test_files_that_git_ignores_are_reported(
    ignored: str, output: str, named: list[str], repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(monkeypatch, described(SAID["git"][0]))
    subprocess.run(["git", "init", "--quiet"], check=True)
    (repository / ".gitignore").write_text(f"{ignored}\n", encoding="utf-8")
    folder = repository / "services"
    setup = initialize.plan(folder, package=None, output=output, force=False)
    remarks = [one for one in setup.advice if one.startswith("warning: git ignores")]
    commands = [one.rpartition("\n\n  ")[2] for one in remarks]
    assert [shlex.split(one)[3:] for one in commands] == ([named] if named else [])
    for command in commands:
        subprocess.run(shlex.split(command), check=True)


def test_settings_for_tools_that_look_at_folders_are_reported(
    repository: Path, capsys: Any
) -> None:
    assert run("init", "--output", "lib/vendor") == 0
    said = capsys.readouterr().err
    _, _, rest = said.partition("put this into pyproject.toml:\n\n")
    remarks = rest.partition("\n\n")[0]
    tools = tomllib.loads(textwrap.dedent(remarks))["tool"]
    client = "lib/vendor/workers_ai"
    assert re.search(tools["black"]["force-exclude"], f"/{client}/client.py")
    assert tools["ruff"]["extend-exclude"] == [client]
    assert tools["isort"]["extend_skip"] == [client]
    assert tools["pyright"]["ignore"] == [client]
    assert tools["coverage"]["run"]["omit"] == [f"{client}/*"]
