"""What the tests of writing share."""

import sys
from pathlib import Path

import pytest

from flaregen.write import write_package

# The tests and the program they run share a module.
sys.path.insert(0, str(Path(__file__).parent))

from two_clients import OLD, PACKAGE, put_mine


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder with the old client and files of the user in it."""
    output = tmp_path / "generated"
    write_package(output, PACKAGE, OLD)
    put_mine(output)
    return output
