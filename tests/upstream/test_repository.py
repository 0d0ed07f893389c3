"""What the jobs of a project in a subfolder are called."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

import pytest

from flaregen.upstream.repository import Repository

ODD = [
    *("ai svc", "a~b", "a^b", "a:b", "a?b", "a*b", "a[b", "a\\b", "a..b", "a@{b", "x.lock"),
    *("x/y.lock", "a.", "a./b", ".a", ".", "@", "ü", "\udce9", " ", "...", "long/" * 100),
]


def suffix(below: str) -> str:
    return Repository(Path(), PurePosixPath(below), "github").suffix


@pytest.mark.parametrize("below", ODD)
def test_a_branch_of_any_folder_is_one_that_git_takes(below: str) -> None:
    branch = f"flaregen/upstream{suffix(below)}"
    subprocess.run(["git", "check-ref-format", "--branch", branch], check=True)
    assert branch.isascii()
    assert len(branch) < 200


def test_folders_that_differ_have_branches_that_differ() -> None:
    names = {
        suffix(below) for below in [*ODD, "a b", "a-b", "A b", f"{'x' * 200}a", f"{'x' * 200}b"]
    }
    assert len(names) == len(ODD) + 5


@pytest.mark.parametrize("below", ["services/ai", "my_ai", "v1.2", "a--b"])
def test_a_plain_folder_keeps_its_name(below: str) -> None:
    assert suffix(below) == "-" + below.replace("/", "-")
