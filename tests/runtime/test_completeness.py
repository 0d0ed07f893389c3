"""Every type that the package shows to type checkers is known to them, in full."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import workers_ai


def test_every_type_is_known(tmp_path: Path) -> None:
    """pyright judges installed packages alone: this one is put into an environment of its own."""
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=os.name != "nt")
    root = str(environment)
    site = Path(sysconfig.get_path("purelib", vars={"base": root, "platbase": root}))
    site.mkdir(parents=True, exist_ok=True)
    shutil.copytree(Path(str(workers_ai.__file__)).parent, site / "workers_ai")
    (site / "others.pth").write_text(sysconfig.get_path("purelib"))
    bin_folder = environment / ("Scripts" if os.name == "nt" else "bin")
    search = os.pathsep.join(
        [str(bin_folder), str(Path(sys.executable).parent), os.environ["PATH"]]
    )
    done = subprocess.run(
        ["pyright", "--verifytypes", "workers_ai", "--ignoreexternal"],
        env={**os.environ, "PATH": search, "VIRTUAL_ENV": root},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Type completeness score: 100%" in done.stdout, done.stdout[-3000:]
