"""List formats that become Markdown."""

# fmt: off
# isort: skip_file
# ruff: noqa

from dataclasses import field
from typing import TypeAlias

from ._runtime.models import Response


class ConvertedFormat(Response):
    extension: str
    """Suffix of a name, with its dot."""
    mime_type: str = field(metadata={"wire_name": "mimeType"})
    """Media type."""


AIToMarkdownSupportedResponse: TypeAlias = list[ConvertedFormat]
