"""Keywords of calls, and dicts in place of classes, with `Dict` after the name. Type checkers alone load it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, Required, TypedDict

from .._runtime.binary import FilePart
from .._runtime.models import Response
from .._runtime.options import RequestOptions
from ..scripts_content import ScriptsContentUpdateMetadata


ScriptsContentUpdateMetadataDict = TypedDict("ScriptsContentUpdateMetadataDict", {"main": NotRequired["str"]})


class ScriptsUpdateKeywords(RequestOptions, total=False):
    """Keywords of `scripts.update`: the query, and options."""

    cf_body_part: str | None
    """The part that is the script."""
    upload_length: Required[int]
    x_flags: Sequence[bool] | None
    session: str | None


class ScriptsContentUpdateKeywords(RequestOptions, total=False):
    """Keywords of `scripts.content.update`: fields of `ScriptsContentUpdateParams`, and options."""

    metadata: Required[ScriptsContentUpdateMetadata | ScriptsContentUpdateMetadataDict | Response]
    script: FilePart
