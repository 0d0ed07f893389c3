"""Classification."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ...models.answers.class_score import ClassScore


Classification: TypeAlias = list[ClassScore]
