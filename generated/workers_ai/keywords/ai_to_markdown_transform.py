"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from .._runtime.binary import File
from .._runtime.models import Response
from .._runtime.options import RequestOptions
from ..ai_to_markdown_transform import (
    ConversionOptions,
    ConversionOptionsHTML,
    ConversionOptionsImage,
    ConversionOptionsOutput,
    ConversionOptionsPDF,
)


class ConversionOptionsDict(TypedDict, total=False):
    """A dict in place of `ConversionOptions`."""

    output: ConversionOptionsOutput | ConversionOptionsOutputDict | Response
    image: ConversionOptionsImage | ConversionOptionsImageDict | Response
    html: ConversionOptionsHTML | ConversionOptionsHTMLDict | Response
    pdf: ConversionOptionsPDF | ConversionOptionsPDFDict | Response


class ConversionOptionsOutputDict(TypedDict, total=False):
    """A dict in place of `ConversionOptionsOutput`."""

    format: Literal["markdown", "text"]


class ConversionOptionsImageDict(TypedDict, total=False):
    """A dict in place of `ConversionOptionsImage`."""

    descriptionLanguage: Literal["en", "it", "de", "es", "fr", "pt"]


class ConversionOptionsHTMLDict(TypedDict, total=False):
    """A dict in place of `ConversionOptionsHTML`."""

    hostname: str
    cssSelector: str


class ConversionOptionsPDFDict(TypedDict, total=False):
    """A dict in place of `ConversionOptionsPDF`."""

    metadata: bool


class AIToMarkdownTransformKeywords(RequestOptions, total=False):
    """Keywords of `ai.to_markdown.transform`: fields of `AIToMarkdownTransformParams`, and options."""

    account_id: str | None
    files: Required[Sequence[File]]
    conversion_options: ConversionOptions | ConversionOptionsDict | Response
