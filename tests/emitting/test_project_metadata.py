"""``[output.metadata]``: what an index shows of an emitted project."""

from __future__ import annotations

import email
import json
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from flaregen import config as configuration
from flaregen.building import build
from flaregen.diagnostic import UsageError
from flaregen.lock import read_lock

_DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "t", "version": "1"},
    "paths": {
        "/a": {"get": {"operationId": "get-a", "responses": {"200": {"description": "Done."}}}}
    },
}
_SETTINGS = 'operations = ["get-a"]\nspec.path = "spec.json"\n[output]\nproject = true\n'
_METADATA = "acme_ai-0.1.0.dist-info/METADATA"
_GIVEN = """\
[output.metadata]
name = "acme-ai"
license = "MIT AND Apache-2.0"
authors = [{ name = 'Acme "AI" Team', email = "sdk@acme.example" }, { name = "Zoë" }]
urls = { "Source code" = "https://acme.example/sdk", Changelog = "https://acme.example/changes" }
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "spec.json").write_text(json.dumps(_DOCUMENT))
    return tmp_path


def _write(project: Path, settings: str) -> Path:
    """The folder of the emitted project."""
    (project / "flaregen.toml").write_text(_SETTINGS + settings, encoding="utf-8")
    folder = project / "generated"
    for file in build(configuration.load(project / "flaregen.toml")).files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return folder


def test_the_wheel_says_what_the_configuration_says(project: Path) -> None:
    folder = _write(project, _GIVEN)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(project)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (wheel,) = project.glob("acme_ai-0.1.0-*.whl")
    with zipfile.ZipFile(wheel) as content:
        said = email.message_from_string(content.read(_METADATA).decode())
        notice = content.read("acme_ai-0.1.0.dist-info/licenses/workers_ai/NOTICE.txt")
    assert said["Name"] == "acme-ai"
    assert said["License-Expression"] == "MIT AND Apache-2.0"
    assert 'Acme \\"AI\\" Team' in said["Author-email"]
    assert said["Author"] == "Zoë"
    assert said.get_all("Project-URL") == [
        "Source code, https://acme.example/sdk",
        "Changelog, https://acme.example/changes",
    ]
    assert b"MIT License" in notice
    lock = read_lock(folder / "workers_ai" / "flaregen.lock")
    assert lock is not None
    assert lock.inputs.settings["metadata"]["urls"]["Source code"] == "https://acme.example/sdk"


def test_what_is_left_out_has_the_name_of_the_package_and_nothing_else(project: Path) -> None:
    text = (_write(project, 'package = "acme_ai"\n') / "pyproject.toml").read_text()
    said = tomllib.loads(text)["project"]
    assert (said["name"], said["license"]) == ("acme-ai", "MIT")
    assert not {"authors", "urls"} & set(said)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('name = "-acme"', "name: '-acme' is not a valid name of a distribution"),
        ('license = "my own"', "license: 'my own' is not a valid license expression"),
        ('license = ""', "license: '' is not a valid license expression"),
        ("authors = [{}]", "authors: '', '' is not a valid author"),
        ('authors = [{ name = "a\\nb" }]', "authors: 'a\\nb', '' is not a valid author"),
        ('authors = [{ email = "acme" }]', "authors: '', 'acme' is not a valid author"),
        ('urls = { Home = "javascript:a" }', "urls: 'javascript:a' is not a valid URL"),
        ('urls = { Home = "https://a.example\\n" }', "urls: 'https://a.example\\n' is not a valid"),
        ('urls = { "a,b" = "https://a.example" }', "urls: 'a,b' is not a valid label"),
    ],
)
def test_what_an_index_would_refuse_is_refused(line: str, message: str, project: Path) -> None:
    (project / "flaregen.toml").write_text(f"[output.metadata]\n{line}\n")
    with pytest.raises(UsageError) as refused:
        configuration.load(project / "flaregen.toml")
    assert f"flaregen.toml: [output.metadata] {message}" in str(refused.value)
    assert refused.value.help
