from __future__ import annotations

import dataclasses
import gzip
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import msgspec
import pytest
from two_clients import INPUTS, NEW, OLD, PACKAGE, put_mine

from flaregen import config, resources
from flaregen import lock as lock_module
from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.lock import (
    HandEdit,
    Input,
    Inputs,
    hand_edits,
    inputs_digest,
    last_build,
    make_lock,
    portable_name,
    read_lock,
    render_lock,
    surplus_files,
    with_code_of,
)
from flaregen.rendered import RenderedFile
from flaregen.write import write_package

ODD = {
    "operations": ["a", "é"],
    "scopes": [{"segment": "x", "argument": "y", "environment": ""}],
    "project": False,
    "wire": {"envelope": 'b"', "slashed": ["a", "b"]},
    "none": {},
}
CONFIG = """
[spec]
path = "spec/openapi.json"
overlays = ["spec/overlay.yaml"]
names = "spec/names.toml"
"""


TEMPLATES = [
    path.relative_to(resources.templates_directory())
    for path in sorted(resources.templates_directory().rglob("*"))
    if path.is_file()
    and path.name != "ruff.toml"  # settings of the linter
    and not {"__pycache__", ".mypy_cache", ".ruff_cache"} & set(path.parts)
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "spec").mkdir(parents=True)
    (folder / "flaregen.toml").write_text(CONFIG)
    for name in ("openapi.json", "overlay.yaml", "names.toml"):
        (folder / "spec" / name).write_text(name)
    return folder


def inputs(project: Path) -> Inputs:
    return inputs_digest(config.load(project / "flaregen.toml"))


def written(output: Path) -> None:
    write_package(output, PACKAGE, OLD)


def lock_of(output: Path):
    lock = read_lock(output / PACKAGE / "flaregen.lock")
    assert lock is not None
    return lock


def test_reading_gives_back_what_was_rendered(tmp_path: Path):
    odd = Inputs(
        generator="1\n2",
        templates='quote " backslash \\ tab \t delete \x7f',
        settings=ODD,
        spec=Input("-", ""),
        names=Input("n", "1"),
        overlays=(Input("o", "2"), Input("o", "3")),
    )
    lock = make_lock(odd, [RenderedFile(PurePosixPath("p/ü.py"), b"x")])
    path = tmp_path / "flaregen.lock"
    path.write_bytes(render_lock(lock))
    assert read_lock(path) == lock


def test_no_lock(tmp_path: Path):
    assert read_lock(tmp_path / "flaregen.lock") is None
    (tmp_path / "file").write_text("")
    assert read_lock(tmp_path / "file" / "flaregen.lock") is None


@pytest.mark.parametrize("content", [b"<<<<<<< ours", b"generator = 1", b"\xff", b"x = 1\n"])
def test_a_broken_lock(content: bytes, tmp_path: Path):
    path = tmp_path / "flaregen.lock"
    path.write_bytes(content)
    with pytest.raises(DiagnosticError, match="unreadable-file"):
        read_lock(path)


def test_files_are_listed_in_order_one_to_a_line():
    files = [RenderedFile(PurePosixPath(name), b"") for name in ("p/b.py", "a.md", "p/a.py")]
    lines = render_lock(make_lock(INPUTS, files)).decode().splitlines()
    listed = lines[lines.index("[files]") + 1 :]
    assert [line.split(" = ")[0] for line in listed] == ['"a.md"', '"p/a.py"', '"p/b.py"']


def test_the_same_inputs_on_another_machine(project: Path, tmp_path: Path):
    before = inputs(project)
    project.rename(tmp_path / "elsewhere")
    assert inputs(tmp_path / "elsewhere") == before
    assert before.spec.source == "spec/openapi.json"


@pytest.mark.parametrize("name", ["openapi.json", "overlay.yaml", "names.toml"])
def test_every_file_that_is_read_counts(name: str, project: Path):
    before = inputs(project)
    (project / "spec" / name).write_text("changed")
    assert inputs(project) != before


@pytest.mark.parametrize(
    "line",
    [
        'operations = ["GET /x"]',
        "scopes = []",
        'output = { package = "other" }',
        "output = { project = true }",
        'output = { version = "9.9.9" }',
        'output = { metadata = { urls = { "Source code" = "https://a.example" } } }',
        'service = { base_url = "https://other.example" }',
        'service = { other_servers = ["https://other.example"] }',
        'wire = { envelope = "data" }',
        'wire = { stream_flag = "sse" }',
        "wire = { slashed = [] }",
    ],
)
def test_every_setting_that_shapes_the_output_counts(line: str, project: Path):
    before = inputs(project)
    (project / "flaregen.toml").write_text(line + CONFIG)
    assert inputs(project) != before


def test_every_key_of_the_configuration_is_an_input():
    """Of those that are not, lock.py says why; a new key is one unless it is named there."""
    default = config.load(None)
    names = {field.name for field in dataclasses.fields(default)}
    unrecorded = lock_module._NO_SETTINGS
    assert unrecorded <= names
    assert set(lock_module.settings_of(default)) == names - unrecorded
    for name in ("spec", "overlays", "names"):
        assert name in unrecorded  # these have digests of their own


def test_every_value_of_a_table_is_an_input():
    default = config.load(None)
    for table in dataclasses.fields(default):
        value = getattr(default, table.name)
        if table.name in lock_module._NO_SETTINGS or not isinstance(value, msgspec.Struct):
            continue
        for name in value.__struct_fields__:
            changed = msgspec.structs.replace(value, **{name: OTHER[type(getattr(value, name))]})
            other = dataclasses.replace(default, **{table.name: changed})
            assert lock_module.settings_of(other) != lock_module.settings_of(default), name


OTHER = {str: "other", bool: True, tuple: ("other",), dict: {"other": "other"}}


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.name for path in TEMPLATES])
def test_every_template_is_an_input(path: Path, project: Path, tmp_path, monkeypatch):
    """A template is whatever the stages of a build can load."""
    folder = tmp_path / "templates"
    shutil.copytree(resources.templates_directory(), folder)
    monkeypatch.setattr(resources, "templates_directory", lambda: folder)
    before = inputs(project)
    with (folder / path).open("a") as file:
        file.write("\n# changed\n")
    after = inputs(project)
    assert after.templates != before.templates
    assert after.code == before.code


def test_the_code_of_the_generator_is_an_input(project: Path, tmp_path: Path, monkeypatch):
    package = tmp_path / "flaregen"
    shutil.copytree(Path(lock_module.__file__).parent, package)
    monkeypatch.setattr(lock_module, "__file__", str(package / "lock.py"))
    before = inputs(project)
    for path in sorted(package.rglob("*.py"))[::40]:
        with path.open("a") as file:
            file.write("# changed\n")
        after = inputs(project)
        assert after.code != before.code
        before = after
    (package / "data" / "templates").mkdir(parents=True)
    (package / "data" / "templates" / "x.py").write_text("")
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "x.pyc").write_bytes(b"")
    assert inputs(project) == before, "a wheel's templates are no code of the generator"


def test_the_code_may_differ_where_the_files_do_not():
    built = make_lock(INPUTS, [])
    other = make_lock(msgspec.structs.replace(INPUTS, code="other"), [])
    assert with_code_of(built, other) == other
    assert with_code_of(built, None) == built


def test_the_folder_of_the_output_does_not_count(project: Path):
    before = inputs(project)
    (project / "flaregen.toml").write_text('output = { directory = "vendor" }' + CONFIG)
    assert inputs(project) == before


def test_a_compressed_document_has_the_digest_of_what_is_in_it(project: Path):
    plain = inputs(project).spec.sha256
    (project / "spec" / "openapi.json").write_bytes(gzip.compress(b"openapi.json"))
    assert inputs(project).spec.sha256 == plain


def test_a_document_from_elsewhere_is_never_current(project: Path, tmp_path: Path):
    remote = config.load(project / "flaregen.toml").with_spec("https://x.test/openapi.json")
    known = inputs_digest(remote, sha256="1" * 64)
    assert known.spec == Input("https://x.test/openapi.json", "1" * 64)
    assert inputs_digest(remote) != known


def test_a_missing_overlay_is_named(project: Path):
    (project / "spec" / "overlay.yaml").unlink()
    with pytest.raises(UsageError, match=r"overlay\.yaml cannot be read"):
        inputs(project)


def test_files_of_the_user_are_no_edits_by_hand(tmp_path: Path):
    written(tmp_path)
    put_mine(tmp_path)
    assert hand_edits(lock_of(tmp_path), tmp_path) == ()


def test_hand_edits(tmp_path: Path):
    written(tmp_path)
    (tmp_path / PACKAGE / "changed.py").write_text("by hand")
    (tmp_path / PACKAGE / "gone.py").unlink()
    (tmp_path / PACKAGE / "same.py").unlink()
    (tmp_path / PACKAGE / "same.py").symlink_to("changed.py")
    (tmp_path / "README.md").unlink()
    (tmp_path / "README.md").mkdir()
    assert hand_edits(lock_of(tmp_path), tmp_path) == (
        HandEdit(PurePosixPath("README.md"), "changed"),
        HandEdit(PurePosixPath("workers_ai/changed.py"), "changed"),
        HandEdit(PurePosixPath("workers_ai/gone.py"), "missing"),
        HandEdit(PurePosixPath("workers_ai/same.py"), "changed"),
    )


def test_a_build_that_ends_meanwhile_is_no_edit_by_hand(tmp_path: Path, monkeypatch):
    written(tmp_path)
    present = lock_module.hand_edits

    def hand_edits_after_another_build(lock, output: Path):
        write_package(output, PACKAGE, NEW)
        return present(lock, output)

    monkeypatch.setattr(lock_module, "hand_edits", hand_edits_after_another_build)
    lock, edits = last_build(tmp_path, PACKAGE)
    assert lock == lock_of(tmp_path)
    assert edits == ()


def test_no_build_yet(tmp_path: Path):
    assert last_build(tmp_path, PACKAGE) == (None, ())


def test_surplus_files_without_caches(tmp_path: Path):
    written(tmp_path)
    put_mine(tmp_path)
    found = surplus_files(lock_of(tmp_path), tmp_path, PACKAGE)
    assert [str(path) for path in found] == ["workers_ai/mine/deeper.txt", "workers_ai/mine.py"]


def test_finding_out_that_there_is_nothing_to_do_imports_nothing_heavy():
    program = (
        "import sys, flaregen.lock;"
        "heavy = {'datamodel_code_generator', 'jinja2', 'httpx2', 'yaml', 'yaml_rs', 'ctypes',"
        " 'jsonpath_rfc9535', 'openapi_spec_validator', 'pydantic'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_what_a_lock_calls_its_inputs_is_the_same_on_every_machine(tmp_path: Path) -> None:
    names = {
        "-": "-",
        "https://a.example/spec.json": "https://a.example/spec.json",
        "git:HEAD:spec.json": "git:HEAD:spec.json",
        str(tmp_path / "spec" / "a.json"): "spec/a.json",
        str(resources.spec_directory() / "overlays" / "wire.yaml"): "spec/overlays/wire.yaml",
        str(tmp_path.parent / "elsewhere" / "a.json"): "a.json",
    }
    assert {name: portable_name(name, tmp_path) for name in names} == names
