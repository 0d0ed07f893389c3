"""Tests that take so long that they run where ``CI`` is set, as `make whole` does."""

from __future__ import annotations

import os

import pytest

LONG = pytest.mark.skipif("CI" not in os.environ, reason="takes long: set CI to run it")
