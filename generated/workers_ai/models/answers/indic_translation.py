"""Indic translation."""

# fmt: off
# isort: skip_file
# ruff: noqa

from ..._runtime.models import Response


class IndicTranslation(Response):
    """The translations."""

    translations: list[str]
    """The translations, in the order sent."""
