"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.binary import FilePart
from .._runtime.models import Response
from ..ai_to_markdown_transform import (
    ConversionOptions,
    ConversionOptionsHTML,
    ConversionOptionsImage,
    ConversionOptionsOutput,
    ConversionOptionsPDF,
)
from ..keywords import AccountIdOptions


ConversionOptionsDict = TypedDict(
    "ConversionOptionsDict",
    {
        "output": NotRequired["ConversionOptionsOutput | ConversionOptionsOutputDict | Response"],
        "image": NotRequired["ConversionOptionsImage | ConversionOptionsImageDict | Response"],
        "html": NotRequired["ConversionOptionsHTML | ConversionOptionsHTMLDict | Response"],
        "pdf": NotRequired["ConversionOptionsPDF | ConversionOptionsPDFDict | Response"],
    },
)
"""A dict in place of `ConversionOptions`."""


ConversionOptionsOutputDict = TypedDict(
    "ConversionOptionsOutputDict", {"format": NotRequired["Literal['markdown', 'text']"]}
)
"""A dict in place of `ConversionOptionsOutput`."""


ConversionOptionsImageDict = TypedDict(
    "ConversionOptionsImageDict", {"descriptionLanguage": NotRequired["Literal['en', 'it', 'de', 'es', 'fr', 'pt']"]}
)
"""A dict in place of `ConversionOptionsImage`."""


ConversionOptionsHTMLDict = TypedDict(
    "ConversionOptionsHTMLDict", {"hostname": NotRequired["str"], "cssSelector": NotRequired["str"]}
)
"""A dict in place of `ConversionOptionsHTML`."""


ConversionOptionsPDFDict = TypedDict("ConversionOptionsPDFDict", {"metadata": NotRequired["bool"]})
"""A dict in place of `ConversionOptionsPDF`."""


class AIToMarkdownTransformKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.to_markdown.transform`: fields of `AIToMarkdownTransformParams`, and options."""

    files: Required[Sequence[FilePart]]
    conversion_options: ConversionOptions | ConversionOptionsDict | Response
