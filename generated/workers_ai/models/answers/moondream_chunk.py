"""Moondream chunk."""

# fmt: off
# isort: skip_file
# ruff: noqa

from typing import Any, TypeAlias


MoondreamChunk: TypeAlias = dict[str, Any]
