"""Rules."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..keywords.rules_update import RulesUpdateKeywords
    from ..rules_get import RulesGetResponse
    from ..rules_update import RulesUpdateParams
    from ..rules_update_rules_update import RulesUpdateResponse

    class _Options(RequestOptions, total=False):
        account_id: str | None
        zone_id: str | None


GET = Operation(
    name="rules.get",
    method="GET",
    path="/accounts/{account_id}/rules/{identifier}",
    twin="/zones/{zone_id}/rules/{identifier}",
    answer="RulesGetResponse",
    query={"deep": "deep"},
    body=False,
)

UPDATE = Operation(
    name="rules.update",
    method="PUT",
    path="/accounts/{account_id}/rules/{identifier}",
    twin="/zones/{zone_id}/rules/{identifier}",
    variants="RULES_UPDATE",
)


class Rules(Resource):
    """Rules, for threads."""

    @cached_property
    def with_raw_response(self) -> RulesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return RulesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> RulesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return RulesWithRawResponse(self._client, unread=True)

    def get(
        self,
        identifier: str,
        *,
        deep: bool | None = None,
        account_id: str | None = None,
        zone_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RulesGetResponse:
        """Get a rule.

        Pass `account_id` or `zone_id`: exactly one of them, here or to the client.
        """
        answer: RulesGetResponse = self._run(
            GET,
            {"identifier": identifier},
            None,
            {"deep": deep, "account_id": account_id, "zone_id": zone_id, **options},
        )
        return answer

    @overload
    def update(
        self, identifier: str, params: RulesUpdateParams, **options: Unpack[_Options]
    ) -> RulesUpdateResponse: ...
    @overload
    def update(
        self, identifier: str, params: None = None, **fields: Unpack[RulesUpdateKeywords]
    ) -> RulesUpdateResponse: ...
    def update(self, identifier: str, params: object = None, **fields: object) -> object:
        """Replace a rule.

        Takes an instance of `RulesUpdateParams`, or its fields by keyword, and options of the
        call. Pass `account_id` or `zone_id`: exactly one of them, here or to the client.
        """
        return self._run(UPDATE, {"identifier": identifier}, params, fields)


class RulesWithRawResponse(RawResource):
    """Rules, for threads, giving HTTP responses."""

    def get(
        self,
        identifier: str,
        *,
        deep: bool | None = None,
        account_id: str | None = None,
        zone_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RawResponse[RulesGetResponse]:
        """As `Rules.get`."""
        return self._run(
            GET,
            {"identifier": identifier},
            None,
            {"deep": deep, "account_id": account_id, "zone_id": zone_id, **options},
        )

    @overload
    def update(
        self, identifier: str, params: RulesUpdateParams, **options: Unpack[_Options]
    ) -> RawResponse[RulesUpdateResponse]: ...
    @overload
    def update(
        self, identifier: str, params: None = None, **fields: Unpack[RulesUpdateKeywords]
    ) -> RawResponse[RulesUpdateResponse]: ...
    def update(self, identifier: str, params: object = None, **fields: object) -> object:
        """As `Rules.update`."""
        return self._run(UPDATE, {"identifier": identifier}, params, fields)


class AsyncRules(AsyncResource):
    """Rules, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncRulesWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncRulesWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncRulesWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncRulesWithRawResponse(self._client, unread=True)

    async def get(
        self,
        identifier: str,
        *,
        deep: bool | None = None,
        account_id: str | None = None,
        zone_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> RulesGetResponse:
        """As `Rules.get`."""
        answer: RulesGetResponse = await self._run(
            GET,
            {"identifier": identifier},
            None,
            {"deep": deep, "account_id": account_id, "zone_id": zone_id, **options},
        )
        return answer

    @overload
    async def update(
        self, identifier: str, params: RulesUpdateParams, **options: Unpack[_Options]
    ) -> RulesUpdateResponse: ...
    @overload
    async def update(
        self, identifier: str, params: None = None, **fields: Unpack[RulesUpdateKeywords]
    ) -> RulesUpdateResponse: ...
    async def update(self, identifier: str, params: object = None, **fields: object) -> object:
        """As `Rules.update`."""
        return await self._run(UPDATE, {"identifier": identifier}, params, fields)


class AsyncRulesWithRawResponse(AsyncRawResource):
    """Rules, for asyncio and trio, giving HTTP responses."""

    def get(
        self,
        identifier: str,
        *,
        deep: bool | None = None,
        account_id: str | None = None,
        zone_id: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncRawResponse[RulesGetResponse]:
        """As `Rules.get`."""
        return self._run(
            GET,
            {"identifier": identifier},
            None,
            {"deep": deep, "account_id": account_id, "zone_id": zone_id, **options},
        )

    @overload
    def update(
        self, identifier: str, params: RulesUpdateParams, **options: Unpack[_Options]
    ) -> AsyncRawResponse[RulesUpdateResponse]: ...
    @overload
    def update(
        self, identifier: str, params: None = None, **fields: Unpack[RulesUpdateKeywords]
    ) -> AsyncRawResponse[RulesUpdateResponse]: ...
    def update(self, identifier: str, params: object = None, **fields: object) -> object:
        """As `Rules.update`."""
        return self._run(UPDATE, {"identifier": identifier}, params, fields)
