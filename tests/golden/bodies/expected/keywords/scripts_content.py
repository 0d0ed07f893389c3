"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import NotRequired, Required, TypedDict

from .._runtime.binary import FilePart
from .._runtime.models import Response
from .._runtime.options import RequestOptions
from ..scripts_content_update import ScriptsContentUpdateMetadata


ScriptsContentUpdateMetadataDict = TypedDict("ScriptsContentUpdateMetadataDict", {"main": NotRequired["str"]})
"""A dict in place of `ScriptsContentUpdateMetadata`."""


class ScriptsContentUpdateKeywords(RequestOptions, total=False):
    """Keywords of `scripts.content.update`: fields of `ScriptsContentUpdateParams`, and options."""

    metadata: Required[ScriptsContentUpdateMetadata | ScriptsContentUpdateMetadataDict | Response]
    script: FilePart
