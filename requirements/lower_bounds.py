"""The lower bounds of pyproject.toml as constraints for pip: what ``make lowest`` installs.

python requirements/lower_bounds.py > constraints.txt
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

_PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
_BOUNDED = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?(?:>=|==)([0-9][0-9.]*(?:b[0-9]+)?)")


def lower_bounds() -> Iterator[str]:
    """``name==lowest`` for every dependency, those of all extras included."""
    project = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    for requirement in (*project["dependencies"], *(one for extra in extras for one in extra)):
        if found := _BOUNDED.match(requirement):
            yield f"{found[1]}=={found[2]}"
        else:
            raise SystemExit(f"{requirement} has no lower bound")


if __name__ == "__main__":
    sys.stdout.write("\n".join(lower_bounds()) + "\n")
