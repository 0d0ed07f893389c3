"""Text Classification."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import TypeAlias

from ._runtime.models import Params, Response


class TextClassificationResponseItem(Response):
    """One class that the text may belong to."""

    label: str | None = None
    """Class that the model found, such as POSITIVE or NEGATIVE."""
    score: int | float | None = None
    """Confidence in the class, from 0 to 1."""


TextClassificationResponse: TypeAlias = list[TextClassificationResponseItem]


class TextClassificationParams(Params[TextClassificationResponse]):
    """Puts a text into one of the model's classes, such as positive or negative in sentiment."""

    text: str
    """Text to classify, in English for most models. At least 1 character."""
