"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from ..._runtime.models import Params, R
    from ..._runtime.options import RequestOptions
    from ..._runtime.responses import AsyncRawResponse, RawResponse
    from ...forms_first_messages import FormsFirstResponse
    from ...forms_second_messages import FormsSecondResponse
    from ...forms_v15 import FormsV15Response
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
    def v1_5(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def v1_5(self, params: None = None, **fields: object) -> FormsV15Response: ...
    def v1_5(self, params: object = None, **fields: object) -> object:
        """`params` is an instance of a params class and decides the type of the answer. Keywords do
        as well, and the options of a call go beside them.
        """
        return self._run(V1_5, {}, params, fields)

    @overload
    def first(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def first(self, params: None = None, **fields: object) -> FormsFirstResponse: ...
    def first(self, params: object = None, **fields: object) -> object:
        """`params` is an instance of a params class and decides the type of the answer. Keywords do
        as well, and the options of a call go beside them.
        """
        return self._run(FIRST, {}, params, fields)

    @overload
    def second(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    def second(self, params: None = None, **fields: object) -> FormsSecondResponse: ...
    def second(self, params: object = None, **fields: object) -> object:
        """`params` is an instance of a params class and decides the type of the answer. Keywords do
        as well, and the options of a call go beside them.
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
    def v1_5(self, params: Params[R], **options: Unpack[RequestOptions]) -> RawResponse[R]: ...
    @overload
    def v1_5(self, params: None = None, **fields: object) -> RawResponse[FormsV15Response]: ...
    def v1_5(self, params: object = None, **fields: object) -> object:
        """As `Forms.v1_5`."""
        return self._run(V1_5, {}, params, fields)

    @overload
    def first(self, params: Params[R], **options: Unpack[RequestOptions]) -> RawResponse[R]: ...
    @overload
    def first(self, params: None = None, **fields: object) -> RawResponse[FormsFirstResponse]: ...
    def first(self, params: object = None, **fields: object) -> object:
        """As `Forms.first`."""
        return self._run(FIRST, {}, params, fields)

    @overload
    def second(self, params: Params[R], **options: Unpack[RequestOptions]) -> RawResponse[R]: ...
    @overload
    def second(self, params: None = None, **fields: object) -> RawResponse[FormsSecondResponse]: ...
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
    async def v1_5(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def v1_5(self, params: None = None, **fields: object) -> FormsV15Response: ...
    async def v1_5(self, params: object = None, **fields: object) -> object:
        """As `Forms.v1_5`."""
        return await self._run(V1_5, {}, params, fields)

    @overload
    async def first(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def first(self, params: None = None, **fields: object) -> FormsFirstResponse: ...
    async def first(self, params: object = None, **fields: object) -> object:
        """As `Forms.first`."""
        return await self._run(FIRST, {}, params, fields)

    @overload
    async def second(self, params: Params[R], **options: Unpack[RequestOptions]) -> R: ...
    @overload
    async def second(self, params: None = None, **fields: object) -> FormsSecondResponse: ...
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
    def v1_5(self, params: Params[R], **options: Unpack[RequestOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def v1_5(self, params: None = None, **fields: object) -> AsyncRawResponse[FormsV15Response]: ...
    def v1_5(self, params: object = None, **fields: object) -> object:
        """As `Forms.v1_5`."""
        return self._run(V1_5, {}, params, fields)

    @overload
    def first(self, params: Params[R], **options: Unpack[RequestOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def first(self, params: None = None, **fields: object) -> AsyncRawResponse[FormsFirstResponse]: ...
    def first(self, params: object = None, **fields: object) -> object:
        """As `Forms.first`."""
        return self._run(FIRST, {}, params, fields)

    @overload
    def second(self, params: Params[R], **options: Unpack[RequestOptions]) -> AsyncRawResponse[R]: ...
    @overload
    def second(self, params: None = None, **fields: object) -> AsyncRawResponse[FormsSecondResponse]: ...
    def second(self, params: object = None, **fields: object) -> object:
        """As `Forms.second`."""
        return self._run(SECOND, {}, params, fields)

    @cached_property
    def plain(self) -> AsyncFormsPlainWithRawResponse:
        """The API."""
        from .plain import AsyncFormsPlainWithRawResponse

        return AsyncFormsPlainWithRawResponse(self._client, unread=self._unread)
