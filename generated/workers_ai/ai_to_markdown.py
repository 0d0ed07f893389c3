"""What operations of `client.ai.to_markdown` take and give."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from collections.abc import Sequence
from dataclasses import field
from typing import Literal, TypeAlias

from ._runtime.binary import FilePart
from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class ConvertedFile(Response):
    """What became of one file."""

    name: str
    """Name of the file."""
    mime_type: str | None = field(default=None, metadata={"wire_name": "mimeType"})
    """Media type of the file."""
    format: str
    """Kind of the result: markdown, or error."""
    tokens: int | None = None
    """Tokens that the text takes."""
    data: str | None = None
    """The text."""
    id: str | None = None
    """Identifier of the conversion."""
    error: str | None = None
    """Why the file could not be converted."""


class ConvertedFormat(Response):
    extension: str
    """Suffix of a name, with its dot."""
    mime_type: str = field(metadata={"wire_name": "mimeType"})
    """Media type."""


AIToMarkdownTransformResponse: TypeAlias = list[ConvertedFile]
AIToMarkdownSupportedResponse: TypeAlias = list[ConvertedFormat]


class ConversionOptionsOutput(Model):
    """For all kinds of files."""

    format: Literal["markdown", "text"] | UnsetType = UNSET
    """Whether the text has Markdown in it. Default is markdown."""


class ConversionOptionsImage(Model):
    """For images."""

    description_language: Literal["en", "it", "de", "es", "fr", "pt"] | UnsetType = field(
        default=UNSET, metadata={"wire_name": "descriptionLanguage"}
    )
    """Language of the description."""


class ConversionOptionsHTML(Model):
    """For HTML."""

    hostname: str | UnsetType = UNSET
    """Host that relative links lead to."""
    css_selector: str | UnsetType = field(default=UNSET, metadata={"wire_name": "cssSelector"})
    """What to convert, as a CSS selector."""


class ConversionOptionsPDF(Model):
    """For PDF."""

    metadata: bool | UnsetType = UNSET
    """Whether the text begins with what the file says of itself. Default is true."""


class ConversionOptions(Model):
    """How files are converted, by their kind."""

    output: ConversionOptionsOutput | AnyObject | UnsetType = UNSET
    """For all kinds of files."""
    image: ConversionOptionsImage | AnyObject | UnsetType = UNSET
    """For images."""
    html: ConversionOptionsHTML | AnyObject | UnsetType = UNSET
    """For HTML."""
    pdf: ConversionOptionsPDF | AnyObject | UnsetType = UNSET
    """For PDF."""


class AIToMarkdownTransformParams(Params[AIToMarkdownTransformResponse]):
    """The files, in any number."""

    files: Sequence[FilePart]
    """The files."""
    conversion_options: ConversionOptions | AnyObject | UnsetType = field(
        default=UNSET, metadata={"wire_name": "conversionOptions"}
    )
    """How files are converted, by their kind."""
