"""Translation."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ..._runtime.models import Response


class Translation(Response):
    """The translation."""

    translated_text: str | None = None
    """The text in the other language."""
