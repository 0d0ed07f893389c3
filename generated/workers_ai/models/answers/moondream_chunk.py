"""Moondream chunk."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import Any, TypeAlias


MoondreamChunk: TypeAlias = dict[str, Any]
