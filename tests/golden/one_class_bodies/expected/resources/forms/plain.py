"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..._runtime.options import RequestOptions
    from ...forms_plain import FormsPlainCreateParams, FormsPlainUpdateParams
    from ...keywords.forms import FormsPlainCreateKeywords, FormsPlainUpdateKeywords


UPDATE = Operation("forms.plain.update", "PUT /forms/plain", params="FormsPlainUpdateParams", empty=True)
CREATE = Operation("forms.plain.create", "POST /forms/plain", params="FormsPlainCreateParams", empty=True)


class FormsPlain(Resource["FormsPlainWithRawResponse"]):
    """The API, for threads."""

    @overload
    def update(self, params: FormsPlainUpdateParams, **options: Unpack[RequestOptions]) -> None: ...
    @overload
    def update(self, params: None = None, **fields: Unpack[FormsPlainUpdateKeywords]) -> None: ...
    def update(self, params: object = None, **fields: object) -> object:
        """PUT /forms/plain."""
        return self._run(UPDATE, {}, params, fields)

    @overload
    def create(self, params: FormsPlainCreateParams, **options: Unpack[RequestOptions]) -> None: ...
    @overload
    def create(self, params: None = None, **fields: Unpack[FormsPlainCreateKeywords]) -> None: ...
    def create(self, params: object = None, **fields: object) -> object:
        """POST /forms/plain."""
        return self._run(CREATE, {}, params, fields)


class FormsPlainWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    update: Final = as_raw(FormsPlain.update)
    create: Final = as_raw(FormsPlain.create)


class AsyncFormsPlain(AsyncResource["AsyncFormsPlainWithRawResponse"]):
    """The API, for asyncio and trio."""

    update: Final = as_async(FormsPlain.update)
    create: Final = as_async(FormsPlain.create)


class AsyncFormsPlainWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    update: Final = as_async_raw(FormsPlain.update)
    create: Final = as_async_raw(FormsPlain.create)
