"""Files of a repository that ``flaregen init`` would write over."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.upstream.files_there import require_plain, require_room


def test_all_that_is_there_is_named_in_order(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    with pytest.raises(DiagnosticError) as refused:
        require_room(tmp_path, ["c", "missing", "a"])
    said = refused.value.diagnostics
    assert [one.message for one in said] == [f"{tmp_path / n} is there already" for n in "ac"]
    assert {(one.code, one.help) for one in said} == {
        ("file-exists", "move it away, or replace it with --force")
    }
    require_room(tmp_path, ["missing"])


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "link").symlink_to("elsewhere")
    require_plain(tmp_path, ["a", "missing"])
    with pytest.raises(UsageError) as refused:
        require_plain(tmp_path, ["a", "link"])
    assert str(refused.value) == f"{tmp_path / 'link'} is a symbolic link to elsewhere"
    advice = "put a file in its place; flaregen init does not read or write through links"
    assert refused.value.help == advice
