"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.clients import Nested
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.binary import File
    from ...keywords.scripts import ScriptsUpdateKeywords
    from ...scripts import ScriptsUpdateResponse
    from . import content as _content


UPDATE = Operation(
    "scripts.update",
    "PUT /scripts/{name}",
    answer="ScriptsUpdateResponse",
    required="upload_length",
    headers={"cf_body_part": "CF-Body-Part", "upload_length": "Upload-Length", "x_flags": "X-Flags"},
    cookies={"session": "session"},
    body=True,
    whole_body=True,
    media_type="application/javascript",
    raw="application/javascript",
    text=True,
)


class Scripts(Resource["ScriptsWithRawResponse"]):
    """The API, for threads."""

    content: Nested[_content.ScriptsContent] = Nested()
    """The API."""

    def update(self, name: str, body: str | File, **options: Unpack[ScriptsUpdateKeywords]) -> ScriptsUpdateResponse:
        """Upload a script.

        `body` is sent as application/javascript.
        """
        return self._run(UPDATE, {"name": name}, body, options)


class ScriptsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    content: Nested[_content.ScriptsContentWithRawResponse] = Nested()
    update: Final = as_raw(Scripts.update)


class AsyncScripts(AsyncResource["AsyncScriptsWithRawResponse"]):
    """The API, for asyncio and trio."""

    content: Nested[_content.AsyncScriptsContent] = Nested()
    update: Final = as_async(Scripts.update)


class AsyncScriptsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    content: Nested[_content.AsyncScriptsContentWithRawResponse] = Nested()
    update: Final = as_async_raw(Scripts.update)
