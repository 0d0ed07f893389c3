from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path, PurePosixPath

import pytest
from two_clients import (
    MINE,
    NEW,
    OLD,
    PACKAGE,
    client,
    expected,
    package_of,
    put_mine,
    tree,
    write_often,
)

from flaregen import write as writing
from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.lock import read_lock
from flaregen.portable import path_problems
from flaregen.rendered import RenderedFile
from flaregen.write import recover, write_package, write_together

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


def write(output: Path, files: list[RenderedFile], **options):
    return write_package(output, PACKAGE, files, **options)


def codes(error: DiagnosticError) -> list[str]:
    return [diagnostic.code for diagnostic in error.diagnostics]


def identity(path: Path) -> tuple[int, int]:
    """What tells whether a file was replaced or written to."""
    return path.stat().st_ino, path.stat().st_mtime_ns


def test_into_a_folder_that_is_not_there_yet(tmp_path: Path):
    output = tmp_path / "not" / "yet"
    report = write(output, OLD)
    assert tree(output) == expected(OLD, mine=False)
    assert report.written == tuple(sorted(file.path for file in OLD))
    assert sorted(path.name for path in output.iterdir()) == ["README.md", PACKAGE]


def test_reports_what_became_of_each_file(output: Path):
    report = write(output, NEW)
    assert [str(path) for path in report.unchanged] == ["workers_ai/same.py"]
    assert [str(path) for path in report.removed] == [
        "workers_ai/gone.py",
        "workers_ai/sub/gone.py",
    ]
    assert [str(path) for path in report.written] == [
        "README.md",
        "workers_ai/changed.py",
        "workers_ai/deep/er/fresh.py",
        "workers_ai/flaregen.lock",
        "workers_ai/fresh.py",
    ]
    assert tree(output) == expected(NEW)


def test_an_empty_folder_goes_with_its_last_file_and_an_empty_one_of_the_user_stays(output: Path):
    (output / PACKAGE / "empty").mkdir()
    write(output, NEW)
    assert not (output / PACKAGE / "sub").exists()
    assert (output / PACKAGE / "empty").is_dir()


def test_files_that_stay_keep_their_time_and_their_identity(output: Path):
    kept = [output / PACKAGE / "same.py", *(output / PACKAGE / name for name in MINE)]
    before = [identity(path) for path in kept]
    write(output, NEW)
    assert [identity(path) for path in kept] == before


def test_writing_the_same_again_touches_nothing(output: Path):
    before = {path: identity(path) for path in output.rglob("*")}
    assert write(output, OLD).written == ()
    assert {path: identity(path) for path in output.rglob("*")} == before


def test_a_changed_file_keeps_its_mode(output: Path):
    (output / PACKAGE / "changed.py").chmod(0o640)
    write(output, NEW)
    assert (output / PACKAGE / "changed.py").stat().st_mode & 0o777 == 0o640


def test_a_file_of_the_user_that_arrives_during_the_exchange_is_kept(output: Path, monkeypatch):
    from flaregen.write import package

    present = package.exchange

    def slow_exchange(first: Path, second: Path) -> None:
        (output / PACKAGE / "late.py").write_text("late")
        (output / PACKAGE / "mine.new").write_text("edited")
        (output / PACKAGE / "mine.new").replace(output / PACKAGE / "mine.py")
        present(first, second)

    monkeypatch.setattr(package, "exchange", slow_exchange)
    write(output, NEW)
    assert (output / PACKAGE / "late.py").read_text() == "late"
    assert (output / PACKAGE / "mine.py").read_text() == "edited"


def test_links_of_the_user_stay_links(output: Path, tmp_path: Path):
    (output / PACKAGE / "link").symlink_to("mine.py")
    (output / PACKAGE / "folder").symlink_to(tmp_path, target_is_directory=True)
    write(output, NEW)
    assert (output / PACKAGE / "link").readlink() == Path("mine.py")
    assert (output / PACKAGE / "folder").readlink() == tmp_path


def test_a_link_in_the_place_of_our_file_is_replaced_and_its_target_left_alone(
    output: Path, tmp_path: Path
):
    target = tmp_path / "precious"
    target.write_text("precious")
    (output / PACKAGE / "changed.py").unlink()
    (output / PACKAGE / "changed.py").symlink_to(target)
    write(output, NEW)
    assert (output / PACKAGE / "changed.py").read_text() == "new"
    assert target.read_text() == "precious"


def test_a_file_of_the_same_name_that_is_not_ours_is_refused(output: Path):
    (output / PACKAGE / "fresh.py").write_text("the user's own")
    before = tree(output)
    with pytest.raises(DiagnosticError) as caught:
        write(output, NEW)
    assert codes(caught.value) == ["not-ours"]
    assert "fresh.py is there already" in str(caught.value)
    assert tree(output) == before
    write(output, NEW, overwrite=True)
    assert tree(output) == expected(NEW)


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path):
    (tmp_path / PACKAGE).mkdir()
    (tmp_path / PACKAGE / "same.py").write_text("other")
    (tmp_path / "README.md").write_text("other")
    with pytest.raises(DiagnosticError) as caught:
        write(tmp_path, OLD)
    assert codes(caught.value) == ["not-ours", "not-ours"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["README.md", "same.py", PACKAGE]


def test_a_folder_that_is_a_file_or_a_link_is_refused(output: Path):
    sub = client(sub__fresh="new", same="same")
    shutil.rmtree(output / PACKAGE / "sub")
    (output / PACKAGE / "sub").symlink_to(output)
    with pytest.raises(DiagnosticError, match="not-ours"):
        write(output, sub)
    assert not (output / "fresh.py").exists()


def test_a_lock_that_leads_elsewhere_removes_nothing(output: Path, tmp_path: Path):
    (tmp_path / "precious").write_text("precious")
    lock = output / PACKAGE / "flaregen.lock"
    lock.write_text(lock.read_text() + '"../precious" = "0"\n')
    assert read_lock(lock).files["../precious"] == "0"
    write(output, NEW)
    assert (tmp_path / "precious").read_text() == "precious"


@pytest.mark.parametrize("place", ["output", "package"])
def test_an_output_that_is_a_link_is_refused(place: str, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "out" if place == "output" else tmp_path / "out" / PACKAGE
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="is a symbolic link to"):
        write(tmp_path / "out", OLD)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_output_that_is_a_file_is_refused(tmp_path: Path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match="is a file"):
        write(tmp_path / "out", OLD)
    with pytest.raises(DiagnosticError, match="no-folder"):
        write(tmp_path / "out" / "deeper", OLD)
    assert (tmp_path / "out").read_text() == "a file"


@pytest.mark.skipif(is_root, reason="root may write everywhere")
def test_an_output_that_cannot_be_written_to(output: Path):
    output.chmod(0o555)
    try:
        with pytest.raises(DiagnosticError, match="not-writable"):
            write(output, NEW)
    finally:
        output.chmod(0o755)
    assert tree(output) == expected(OLD)


@pytest.mark.parametrize("name", ["README.md", "workers_ai"])
def test_files_that_cannot_be_replaced(output: Path, name: str):
    path = output / name
    locked = subprocess.run(["chattr", "+i", str(path)], capture_output=True, check=False)
    if locked.returncode:
        pytest.skip(f"no immutable files here: {locked.stderr.decode().strip()}")
    try:
        with pytest.raises(DiagnosticError, match="not-writable"):
            write(output, NEW)
        assert package_of(tree(output)) == package_of(expected(OLD))
        assert not (output / ".flaregen-work").exists()
    finally:
        subprocess.run(["chattr", "-i", str(path)], check=True)
    write(output, NEW)
    assert tree(output) == expected(NEW)


def test_a_full_disk(tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs rights that this user lacks")
    try:
        write(disk, OLD)
        put_mine(disk)
        big = client(same="same", **{f"file_{index}": "x" * 40_000 for index in range(10)})
        with pytest.raises(DiagnosticError, match="disk-full"):
            write(disk, big)
        assert tree(disk) == expected(OLD)
        assert not (disk / ".flaregen-work").exists()
        write(disk, NEW)
        assert tree(disk) == expected(NEW)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_limit_on_the_size_of_files(output: Path):
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r});"
        "from pathlib import Path; from two_clients import PACKAGE, client;"
        "from flaregen.write import write_package;"
        "write_package(Path(sys.argv[1]), PACKAGE, client(same='x' * 2000))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(output)], capture_output=True, text=True, check=False
    )
    assert "disk-full" in done.stderr
    assert tree(output) == expected(OLD)
    assert not (output / ".flaregen-work").exists()


def test_builds_at_the_same_time_take_turns(output: Path):
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=write_often, args=(output, files)) for files in (OLD, NEW) * 2]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0] * 4
    assert tree(output) in (expected(OLD), expected(NEW))
    assert not (output / ".flaregen-work").exists()


def test_a_file_where_the_workspace_would_be(output: Path):
    (output / ".flaregen-work").write_text("")
    with pytest.raises(UsageError, match="is not a folder"):
        write(output, NEW)


OUT = "has a segment that leads out of the output folder"
DEVICE = "has a segment that is the name of a device on Windows"
ENDS = "has a segment that starts or ends with a space, or ends with a dot"
UNSAFE = {
    "../x.py": OUT,
    "/etc/x.py": "is absolute",
    "a/../../x.py": OUT,
    "C:x.py": "has a segment that holds the character ':'",
    "a\\b.py": r"has a segment that holds the character '\\'",
    "con.py": DEVICE,
    "sub/LPT1": DEVICE,
    "com\u00b9.txt": DEVICE,
    "nul .txt": DEVICE,
    "dot.": ENDS,
    "space ": ENDS,
    " space": ENDS,
    "nul\x00.py": r"has a segment that holds the character '\x00'",
    "turn\u202eyp.py": r"has a segment that holds the character '\u202e'",
    "half\ud800.py": "has a segment that is not Unicode text",
    "x" * 256: "has a segment that is longer than 255 bytes",
    ".": "is empty",
}


@pytest.mark.parametrize("path", UNSAFE)
def test_unsafe_paths_are_refused(path: str, output: Path):
    before = tree(output.parent)
    with pytest.raises(DiagnosticError) as caught:
        write(output, [RenderedFile(PurePosixPath(path), b"")])
    (found,) = caught.value.diagnostics
    assert found.message == f"the path {str(PurePosixPath(path))!a} {UNSAFE[path]}"
    assert codes(caught.value) == ["unsafe-path"]
    assert tree(output.parent) == before


SAME = "is the same file as {} on some disks"
INSIDE = "lies in {}, which is a file"


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("p/Image.py", "p/image.py", SAME),
        ("p/caf\u00e9.py", unicodedata.normalize("NFD", "p/caf\u00e9.py"), SAME),
        ("p/\ufb01le.py", "p/file.py", SAME),
        ("p/stra\u00dfe.py", "p/STRASSE.py", SAME),
        ("p/x.py", "p/x.py", SAME),
        ("p/x", "P/X/y.py", INSIDE),
    ],
)
def test_paths_that_some_disk_takes_for_one_are_refused(first: str, second: str, why: str):
    (found,) = path_problems([PurePosixPath(first), PurePosixPath(second)])
    assert found.code == "unsafe-path"
    assert found.message == f"the path {second!a} {why.format(first)}"
    assert found.help == "give what the file is named after another name in the names file"


def test_ordinary_paths_are_fine():
    paths = ["workers_ai/__init__.py", "api.md", "workers_ai/console.py", "p/\u00fcber.py", "p/.x"]
    paths.append("x" * 255)
    assert path_problems(PurePosixPath(path) for path in paths) == ()


def test_a_text_is_replaced_or_left(tmp_path: Path):
    path = tmp_path / "CHANGELOG.md"
    assert write_together(tmp_path, {path.name: "one"})
    before = identity(path)
    assert not write_together(tmp_path, {path.name: "one"})
    assert identity(path) == before
    assert write_together(tmp_path, {path.name: b"two"})
    assert path.read_text() == "two"
    assert list(tmp_path.iterdir()) == [path]


def test_files_written_together(tmp_path: Path):
    (tmp_path / "spec").mkdir()
    (tmp_path / "a").write_text("old")
    assert write_together(tmp_path, {"a": "new", "spec/b": "new"})
    assert (tmp_path / "a").read_text() == (tmp_path / "spec" / "b").read_text() == "new"
    assert not write_together(tmp_path, {"a": "new", "spec/b": "new"})


def test_files_written_together_are_all_left_when_one_is_refused(tmp_path: Path):
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").mkdir()
    with pytest.raises(DiagnosticError):
        write_together(tmp_path, {"a": "new", "b": "new"})
    assert (tmp_path / "a").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def left_by_a_kill(output: Path) -> Path:
    """What a build leaves that is killed right after the exchange of folders."""
    work = output / ".flaregen-work"
    work.mkdir()
    shutil.copytree(output / PACKAGE, work / "tree")
    return work


def test_what_a_killed_build_left_is_cleared(output: Path):
    before = tree(output)
    (left_by_a_kill(output) / "new").mkdir()
    recover(output, PACKAGE)
    assert not (output / ".flaregen-work").exists()
    assert tree(output) == before


def test_nothing_to_recover(output: Path):
    before = {path: identity(path) for path in output.rglob("*")}
    recover(output, PACKAGE)
    assert {path: identity(path) for path in output.rglob("*")} == before


def test_the_old_package_comes_back_where_the_new_one_has_not_come(output: Path):
    before = tree(output)
    (output / ".flaregen-work").mkdir()
    (output / PACKAGE).rename(output / ".flaregen-work" / "old")
    recover(output, PACKAGE)
    assert tree(output) == before
    assert not (output / ".flaregen-work").exists()


@pytest.mark.parametrize("name", ["mine.py", "late.py", "link"])
def test_what_the_user_saved_just_before_a_kill_is_never_removed(output: Path, name: str):
    work = left_by_a_kill(output)
    saved = work / "tree" / name
    if name == "link":
        saved.symlink_to("nowhere")
    else:
        saved.write_text("saved")
    for attempt in (recover, lambda *_: write(output, NEW)):
        with pytest.raises(UsageError, match=f"{name} is not in") as caught:
            attempt(output, PACKAGE)
        assert "move it there" in str(caught.value.help)
        assert os.path.lexists(saved)
    saved.replace(output / PACKAGE / name)
    write(output, NEW)
    assert os.path.lexists(output / PACKAGE / name)
    assert not work.exists()


def test_the_lock_of_another_build_decides_what_is_removed(output: Path, monkeypatch):
    """Whoever comes second has looked at files that are no longer there."""

    def after_another_build(folder: Path):
        monkeypatch.undo()
        write(output, client(other="another build's"))
        return writing.working_in(folder)

    monkeypatch.setattr(writing, "working_in", after_another_build)
    write(output, NEW)
    assert tree(output) == expected(NEW)


def test_two_threads(output: Path):
    threads = [threading.Thread(target=write_often, args=(output, f)) for f in (OLD, NEW)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tree(output) in (expected(OLD), expected(NEW))


def test_files_are_on_the_disk_before_they_take_their_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut could leave empty files behind, where whole ones were."""
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda number: synced.append(os.fstat(number).st_ino))
    write_together(tmp_path, {"spec.json": b"{}", "below/spec.lock": b"x = 1\n"})
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) == 2
    assert {path.stat().st_ino for path in written} <= set(synced)
