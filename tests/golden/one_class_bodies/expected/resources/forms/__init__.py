"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.clients import Nested
from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...forms import FormsFirstResponse, FormsSecondResponse, FormsV15Params, FormsV15Response
    from ...forms_first import FormsFirstParams
    from ...forms_second import FormsSecondParams
    from ...keywords.forms import FormsFirstKeywords, FormsSecondKeywords, FormsV15Keywords
    from . import plain as _plain


V1_5 = Operation("forms.v1_5", "POST /forms/v1_5", params="FormsV15Params")
FIRST = Operation("forms.first", "POST /forms/first", variants="FORMS_FIRST")
SECOND = Operation("forms.second", "POST /forms/second", variants="FORMS_SECOND")


class Forms(Resource["FormsWithRawResponse"]):
    """The API, for threads."""

    plain: Nested[_plain.FormsPlain] = Nested()
    """The API."""

    @overload
    def v1_5(self, params: FormsV15Params, **options: Unpack[RequestOptions]) -> FormsV15Response: ...
    @overload
    def v1_5(self, params: None = None, **fields: Unpack[FormsV15Keywords]) -> FormsV15Response: ...
    def v1_5(self, params: object = None, **fields: object) -> object:
        """POST /forms/v1_5."""
        return self._run(V1_5, {}, params, fields)

    @overload
    def first(self, params: FormsFirstParams, **options: Unpack[RequestOptions]) -> FormsFirstResponse: ...
    @overload
    def first(self, params: None = None, **fields: Unpack[FormsFirstKeywords]) -> FormsFirstResponse: ...
    def first(self, params: object = None, **fields: object) -> object:
        """POST /forms/first."""
        return self._run(FIRST, {}, params, fields)

    @overload
    def second(self, params: FormsSecondParams, **options: Unpack[RequestOptions]) -> FormsSecondResponse: ...
    @overload
    def second(self, params: None = None, **fields: Unpack[FormsSecondKeywords]) -> FormsSecondResponse: ...
    def second(self, params: object = None, **fields: object) -> object:
        """POST /forms/second."""
        return self._run(SECOND, {}, params, fields)


class FormsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    plain: Nested[_plain.FormsPlainWithRawResponse] = Nested()
    v1_5: Final = as_raw(Forms.v1_5)
    first: Final = as_raw(Forms.first)
    second: Final = as_raw(Forms.second)


class AsyncForms(AsyncResource["AsyncFormsWithRawResponse"]):
    """The API, for asyncio and trio."""

    plain: Nested[_plain.AsyncFormsPlain] = Nested()
    v1_5: Final = as_async(Forms.v1_5)
    first: Final = as_async(Forms.first)
    second: Final = as_async(Forms.second)


class AsyncFormsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    plain: Nested[_plain.AsyncFormsPlainWithRawResponse] = Nested()
    v1_5: Final = as_async_raw(Forms.v1_5)
    first: Final = as_async_raw(Forms.first)
    second: Final = as_async_raw(Forms.second)
