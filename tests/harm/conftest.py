"""What tests of harm share: commands, with all that they print."""

from __future__ import annotations

from functools import partial

import pytest

from tests.support.commands import Run, heard


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return partial(heard, capsys)
