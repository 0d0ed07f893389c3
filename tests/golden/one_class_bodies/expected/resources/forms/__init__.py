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
    from ...forms_first import FormsFirstParams
    from ...forms_first_messages import FormsFirstResponse
    from ...forms_second import FormsSecondParams
    from ...forms_second_messages import FormsSecondResponse
    from ...forms_v15 import FormsV15Params, FormsV15Response
    from ...keywords.forms_first import FormsFirstKeywords
    from ...keywords.forms_second import FormsSecondKeywords
    from ...keywords.forms_v1_5 import FormsV15Keywords
    from .plain import AsyncFormsPlain, AsyncFormsPlainWithRawResponse, FormsPlain, FormsPlainWithRawResponse


V1_5 = Operation(
    name="forms.v1_5",
    method="POST",
    path="/forms/v1_5",
    variants="FORMS_V1_5",
)

FIRST = Operation(
    name="forms.first",
    method="POST",
    path="/forms/first",
    variants="FORMS_FIRST",
)

SECOND = Operation(
    name="forms.second",
    method="POST",
    path="/forms/second",
    variants="FORMS_SECOND",
)


class Forms(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> FormsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return FormsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> FormsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return FormsWithRawResponse(self._client, unread=True)

    @overload
    def v1_5(self, params: FormsV15Params, **options: Unpack[RequestOptions]) -> FormsV15Response: ...
    @overload
    def v1_5(self, params: None = None, **fields: Unpack[FormsV15Keywords]) -> FormsV15Response: ...
    def v1_5(self, params: object = None, **fields: object) -> object:
        """Takes an instance of `FormsV15Params`, or its fields by keyword, and options of the call."""
        return self._run(V1_5, {}, params, fields)

    @overload
    def first(self, params: FormsFirstParams, **options: Unpack[RequestOptions]) -> FormsFirstResponse: ...
    @overload
    def first(self, params: None = None, **fields: Unpack[FormsFirstKeywords]) -> FormsFirstResponse: ...
    def first(self, params: object = None, **fields: object) -> object:
        """Takes an instance of `FormsFirstParams`, or its fields by keyword, and options of the
        call.
        """
        return self._run(FIRST, {}, params, fields)

    @overload
    def second(self, params: FormsSecondParams, **options: Unpack[RequestOptions]) -> FormsSecondResponse: ...
    @overload
    def second(self, params: None = None, **fields: Unpack[FormsSecondKeywords]) -> FormsSecondResponse: ...
    def second(self, params: object = None, **fields: object) -> object:
        """Takes an instance of `FormsSecondParams`, or its fields by keyword, and options of the
        call.
        """
        return self._run(SECOND, {}, params, fields)

    @cached_property
    def plain(self) -> FormsPlain:
        """The API."""
        from .plain import FormsPlain

        return FormsPlain(self._client)


class FormsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    @overload
    def v1_5(self, params: FormsV15Params, **options: Unpack[RequestOptions]) -> RawResponse[FormsV15Response]: ...
    @overload
    def v1_5(self, params: None = None, **fields: Unpack[FormsV15Keywords]) -> RawResponse[FormsV15Response]: ...
    def v1_5(self, params: object = None, **fields: object) -> object:
        """As `Forms.v1_5`."""
        return self._run(V1_5, {}, params, fields)

    @overload
    def first(self, params: FormsFirstParams, **options: Unpack[RequestOptions]) -> RawResponse[FormsFirstResponse]: ...
    @overload
    def first(self, params: None = None, **fields: Unpack[FormsFirstKeywords]) -> RawResponse[FormsFirstResponse]: ...
    def first(self, params: object = None, **fields: object) -> object:
        """As `Forms.first`."""
        return self._run(FIRST, {}, params, fields)

    @overload
    def second(
        self, params: FormsSecondParams, **options: Unpack[RequestOptions]
    ) -> RawResponse[FormsSecondResponse]: ...
    @overload
    def second(
        self, params: None = None, **fields: Unpack[FormsSecondKeywords]
    ) -> RawResponse[FormsSecondResponse]: ...
    def second(self, params: object = None, **fields: object) -> object:
        """As `Forms.second`."""
        return self._run(SECOND, {}, params, fields)

    @cached_property
    def plain(self) -> FormsPlainWithRawResponse:
        """The API."""
        from .plain import FormsPlainWithRawResponse

        return FormsPlainWithRawResponse(self._client, unread=self._unread)


class AsyncForms(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncFormsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncFormsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncFormsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncFormsWithRawResponse(self._client, unread=True)

    @overload
    async def v1_5(self, params: FormsV15Params, **options: Unpack[RequestOptions]) -> FormsV15Response: ...
    @overload
    async def v1_5(self, params: None = None, **fields: Unpack[FormsV15Keywords]) -> FormsV15Response: ...
    async def v1_5(self, params: object = None, **fields: object) -> object:
        """As `Forms.v1_5`."""
        return await self._run(V1_5, {}, params, fields)

    @overload
    async def first(self, params: FormsFirstParams, **options: Unpack[RequestOptions]) -> FormsFirstResponse: ...
    @overload
    async def first(self, params: None = None, **fields: Unpack[FormsFirstKeywords]) -> FormsFirstResponse: ...
    async def first(self, params: object = None, **fields: object) -> object:
        """As `Forms.first`."""
        return await self._run(FIRST, {}, params, fields)

    @overload
    async def second(self, params: FormsSecondParams, **options: Unpack[RequestOptions]) -> FormsSecondResponse: ...
    @overload
    async def second(self, params: None = None, **fields: Unpack[FormsSecondKeywords]) -> FormsSecondResponse: ...
    async def second(self, params: object = None, **fields: object) -> object:
        """As `Forms.second`."""
        return await self._run(SECOND, {}, params, fields)

    @cached_property
    def plain(self) -> AsyncFormsPlain:
        """The API."""
        from .plain import AsyncFormsPlain

        return AsyncFormsPlain(self._client)


class AsyncFormsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    @overload
    def v1_5(self, params: FormsV15Params, **options: Unpack[RequestOptions]) -> AsyncRawResponse[FormsV15Response]: ...
    @overload
    def v1_5(self, params: None = None, **fields: Unpack[FormsV15Keywords]) -> AsyncRawResponse[FormsV15Response]: ...
    def v1_5(self, params: object = None, **fields: object) -> object:
        """As `Forms.v1_5`."""
        return self._run(V1_5, {}, params, fields)

    @overload
    def first(
        self, params: FormsFirstParams, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[FormsFirstResponse]: ...
    @overload
    def first(
        self, params: None = None, **fields: Unpack[FormsFirstKeywords]
    ) -> AsyncRawResponse[FormsFirstResponse]: ...
    def first(self, params: object = None, **fields: object) -> object:
        """As `Forms.first`."""
        return self._run(FIRST, {}, params, fields)

    @overload
    def second(
        self, params: FormsSecondParams, **options: Unpack[RequestOptions]
    ) -> AsyncRawResponse[FormsSecondResponse]: ...
    @overload
    def second(
        self, params: None = None, **fields: Unpack[FormsSecondKeywords]
    ) -> AsyncRawResponse[FormsSecondResponse]: ...
    def second(self, params: object = None, **fields: object) -> object:
        """As `Forms.second`."""
        return self._run(SECOND, {}, params, fields)

    @cached_property
    def plain(self) -> AsyncFormsPlainWithRawResponse:
        """The API."""
        from .plain import AsyncFormsPlainWithRawResponse

        return AsyncFormsPlainWithRawResponse(self._client, unread=self._unread)
