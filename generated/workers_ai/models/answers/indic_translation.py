"""Indic translation."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class IndicTranslation(Response):
    """The translations."""

    translations: list[str]
    """The translations, in the order sent."""
