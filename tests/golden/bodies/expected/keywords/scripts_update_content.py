"""Keywords of calls, and dicts in place of classes. Type checkers alone load it."""

from __future__ import annotations

from typing import Required, TypedDict

from .._runtime.binary import File
from .._runtime.models import Response
from .._runtime.options import RequestOptions
from ..scripts_update_content import ScriptsUpdateContentMetadata


class ScriptsUpdateContentMetadataDict(TypedDict, total=False):
    """A dict in place of `ScriptsUpdateContentMetadata`."""

    main: str


class ScriptsUpdateContentKeywords(RequestOptions, total=False):
    """Keywords of `scripts.update_content`: fields of `ScriptsUpdateContentParams`, and options."""

    metadata: Required[ScriptsUpdateContentMetadata | ScriptsUpdateContentMetadataDict | Response]
    script: File
