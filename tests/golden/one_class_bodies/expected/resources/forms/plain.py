"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...forms_plain_update import FormsPlainUpdateParams
    from ...keywords.forms_plain_update import FormsPlainUpdateKeywords


UPDATE = Operation(
    name="forms.plain.update",
    method="PUT",
    path="/forms/plain",
    variants="FORMS_PLAIN_UPDATE",
    empty=True,
)


class FormsPlain(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> FormsPlainWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return FormsPlainWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> FormsPlainWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return FormsPlainWithRawResponse(self._client, unread=True)

    @overload
    def update(self, params: FormsPlainUpdateParams, **options: Unpack[RequestOptions]) -> object: ...
    @overload
    def update(self, params: None = None, **fields: Unpack[FormsPlainUpdateKeywords]) -> object: ...
    def update(self, params: object = None, **fields: object) -> object:
        """Takes an instance of `FormsPlainUpdateParams`, or its fields by keyword, and options of
        the call.
        """
        return self._run(UPDATE, {}, params, fields)


class FormsPlainWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @overload
    def update(self, params: FormsPlainUpdateParams, **options: Unpack[RequestOptions]) -> RawResponse[object]: ...
    @overload
    def update(self, params: None = None, **fields: Unpack[FormsPlainUpdateKeywords]) -> RawResponse[object]: ...
    def update(self, params: object = None, **fields: object) -> object:
        """As `FormsPlain.update`."""
        return self._run(UPDATE, {}, params, fields)


class AsyncFormsPlain(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncFormsPlainWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncFormsPlainWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncFormsPlainWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncFormsPlainWithRawResponse(self._client, unread=True)

    @overload
    async def update(self, params: FormsPlainUpdateParams, **options: Unpack[RequestOptions]) -> object: ...
    @overload
    async def update(self, params: None = None, **fields: Unpack[FormsPlainUpdateKeywords]) -> object: ...
    async def update(self, params: object = None, **fields: object) -> object:
        """As `FormsPlain.update`."""
        return await self._run(UPDATE, {}, params, fields)


class AsyncFormsPlainWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @overload
    def update(self, params: FormsPlainUpdateParams, **options: Unpack[RequestOptions]) -> AsyncRawResponse[object]: ...
    @overload
    def update(self, params: None = None, **fields: Unpack[FormsPlainUpdateKeywords]) -> AsyncRawResponse[object]: ...
    def update(self, params: object = None, **fields: object) -> object:
        """As `FormsPlain.update`."""
        return self._run(UPDATE, {}, params, fields)
