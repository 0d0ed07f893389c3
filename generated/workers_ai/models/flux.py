"""Flux."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from .._runtime.groups import Group


GROUP = Group(
    name="Flux",
    forms=(),
    media_type="",
    query={},
)
