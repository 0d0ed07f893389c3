"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from ..._runtime.binary import File
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...scripts_update import ScriptsUpdateResponse
    from .content import (
        AsyncScriptsContent,
        AsyncScriptsContentWithRawResponse,
        ScriptsContent,
        ScriptsContentWithRawResponse,
    )


UPDATE = Operation(
    name="scripts.update",
    method="PUT",
    path="/scripts/{name}",
    answer="ScriptsUpdateResponse",
    headers={"cf_body_part": "CF-Body-Part", "upload_length": "Upload-Length", "x_flags": "X-Flags"},
    cookies={"session": "session"},
    media_type="application/javascript",
    raw="application/javascript",
    text=True,
)


class Scripts(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ScriptsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ScriptsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ScriptsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ScriptsWithRawResponse(self._client, unread=True)

    def update(
        self,
        name: str,
        body: str | File,
        *,
        cf_body_part: str | None = None,
        upload_length: int,
        x_flags: Sequence[bool] | None = None,
        session: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ScriptsUpdateResponse:
        """Upload a script.

        `body` is sent as application/javascript.

        `cf_body_part`: The part that is the script.
        """
        answer: ScriptsUpdateResponse = self._run(
            UPDATE,
            {"name": name},
            body,
            {
                "cf_body_part": cf_body_part,
                "upload_length": upload_length,
                "x_flags": x_flags,
                "session": session,
                **options,
            },
        )
        return answer

    @cached_property
    def content(self) -> ScriptsContent:
        """The API."""
        from .content import ScriptsContent

        return ScriptsContent(self._client)


class ScriptsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def update(
        self,
        name: str,
        body: str | File,
        *,
        cf_body_part: str | None = None,
        upload_length: int,
        x_flags: Sequence[bool] | None = None,
        session: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RawResponse[ScriptsUpdateResponse]:
        """As `Scripts.update`."""
        return self._run(
            UPDATE,
            {"name": name},
            body,
            {
                "cf_body_part": cf_body_part,
                "upload_length": upload_length,
                "x_flags": x_flags,
                "session": session,
                **options,
            },
        )

    @cached_property
    def content(self) -> ScriptsContentWithRawResponse:
        """The API."""
        from .content import ScriptsContentWithRawResponse

        return ScriptsContentWithRawResponse(self._client, unread=self._unread)


class AsyncScripts(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncScriptsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncScriptsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncScriptsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncScriptsWithRawResponse(self._client, unread=True)

    async def update(
        self,
        name: str,
        body: str | File,
        *,
        cf_body_part: str | None = None,
        upload_length: int,
        x_flags: Sequence[bool] | None = None,
        session: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> ScriptsUpdateResponse:
        """As `Scripts.update`."""
        answer: ScriptsUpdateResponse = await self._run(
            UPDATE,
            {"name": name},
            body,
            {
                "cf_body_part": cf_body_part,
                "upload_length": upload_length,
                "x_flags": x_flags,
                "session": session,
                **options,
            },
        )
        return answer

    @cached_property
    def content(self) -> AsyncScriptsContent:
        """The API."""
        from .content import AsyncScriptsContent

        return AsyncScriptsContent(self._client)


class AsyncScriptsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def update(
        self,
        name: str,
        body: str | File,
        *,
        cf_body_part: str | None = None,
        upload_length: int,
        x_flags: Sequence[bool] | None = None,
        session: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[ScriptsUpdateResponse]:
        """As `Scripts.update`."""
        return self._run(
            UPDATE,
            {"name": name},
            body,
            {
                "cf_body_part": cf_body_part,
                "upload_length": upload_length,
                "x_flags": x_flags,
                "session": session,
                **options,
            },
        )

    @cached_property
    def content(self) -> AsyncScriptsContentWithRawResponse:
        """The API."""
        from .content import AsyncScriptsContentWithRawResponse

        return AsyncScriptsContentWithRawResponse(self._client, unread=self._unread)
