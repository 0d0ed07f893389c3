"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, Required, TypedDict

from .._runtime.binary import FilePart
from .._runtime.models import Response
from ..ai_to_markdown import (
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

ConversionOptionsOutputDict = TypedDict(
    "ConversionOptionsOutputDict", {"format": NotRequired["Literal['markdown', 'text']"]}
)

ConversionOptionsImageDict = TypedDict(
    "ConversionOptionsImageDict", {"descriptionLanguage": NotRequired["Literal['en', 'it', 'de', 'es', 'fr', 'pt']"]}
)

ConversionOptionsHTMLDict = TypedDict(
    "ConversionOptionsHTMLDict", {"hostname": NotRequired["str"], "cssSelector": NotRequired["str"]}
)

ConversionOptionsPDFDict = TypedDict("ConversionOptionsPDFDict", {"metadata": NotRequired["bool"]})


class AIFinetunesCreateKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.finetunes.create`: fields of `AIFinetunesCreateParams`, and options."""

    description: str
    model: Required[str]
    name: Required[str]
    public: bool


class AIFinetunesPublicListKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.finetunes.public.list`: the query, and options."""

    limit: float | None
    """How many finetunes to give."""
    offset: float | None
    """How many finetunes to pass over first."""
    order_by: str | None
    """Column by which the finetunes are sorted."""


class AIFinetunesAssetsCreateKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.finetunes.assets.create`: fields of `AIFinetunesAssetsCreateParams`, and options."""

    file: FilePart
    file_name: str


class AIModelsSchemaGetKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.models.schema.get`: the query, and options."""

    model: Required[str]
    """Name of the model, such as @cf/meta/m2m100-1.2b."""


class AIModelsListKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.models.list`: the query, and options."""

    per_page: int | None
    """Models on a page."""
    page: int | None
    """Number of the page, from 1 on."""
    task: str | None
    """Name of the task that models are to be for."""
    author: str | None
    """Who made the models."""
    source: float | None
    """Number of the source that the models are from."""
    hide_experimental: bool | None
    """Whether to leave out models that are being tried out."""
    search: str | None
    """Text that the models are to have."""
    include_deprecated: bool | None
    """Whether to list deprecated models, too."""


class AIToMarkdownTransformKeywords(AccountIdOptions, total=False):
    """Keywords of `ai.to_markdown.transform`: fields of `AIToMarkdownTransformParams`, and options."""

    files: Required[Sequence[FilePart]]
    conversion_options: ConversionOptions | ConversionOptionsDict | Response
