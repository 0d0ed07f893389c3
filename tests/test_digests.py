"""Digests of files, and what to do about one that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaregen.digests import digest, digest_of_files, unreadable


def test_line_ends_that_git_made_do_not_count() -> None:
    assert digest(b"a\r\nb\n") == digest(b"a\nb\n")
    assert len({digest(one) for one in (b"a\nb\n", b"a\rb\n", b"a\n\nb\n", b"a\nb")}) == 4


def test_the_order_in_which_files_are_found_does_not_count(tmp_path: Path) -> None:
    for name in ("one.py", "two.jinja", "inner/three.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    patterns = ["*.py", "*.jinja"]
    found = digest_of_files(tmp_path, patterns)
    assert found == digest_of_files(tmp_path, reversed(patterns))
    (tmp_path / "two.jinja").rename(tmp_path / "2.jinja")
    assert found != digest_of_files(tmp_path, patterns)


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("flaregen.lock", "restore the file, or delete it and build with --overwrite"),
        ("client.py", "check that the file is there and that you may read it"),
    ],
)
def test_a_file_that_cannot_be_read(name: str, help: str) -> None:
    found = unreadable(Path("out", name), OSError("no"))
    assert (found.code, found.help) == ("unreadable-file", help)
    assert found.message == f"out/{name} cannot be read: no"
