"""Rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from typing import Final, Unpack

    from ..keywords import AccountIdZoneIdOptions
    from ..keywords.rules import RulesGetKeywords, RulesUpdateKeywords
    from ..rules import RulesGetResponse, RulesUpdateResponse
    from ..rules_update import RulesUpdateParams


GET = Operation(
    "rules.get",
    "GET /accounts/{account_id}/rules/{identifier}",
    twin="/zones/{zone_id}/rules/{identifier}",
    answer="RulesGetResponse",
    query="deep",
)
UPDATE = Operation(
    "rules.update",
    "PUT /accounts/{account_id}/rules/{identifier}",
    twin="/zones/{zone_id}/rules/{identifier}",
    variants="RULES_UPDATE",
)


class Rules(Resource["RulesWithRawResponse"]):
    """Rules, for threads."""

    def get(self, identifier: str, **options: Unpack[RulesGetKeywords]) -> RulesGetResponse:
        """Get a rule.

        Pass `account_id` or `zone_id`: exactly one of them, here or to the client.
        """
        return self._run(GET, {"identifier": identifier}, None, options)

    @overload
    def update(
        self, identifier: str, params: RulesUpdateParams, **options: Unpack[AccountIdZoneIdOptions]
    ) -> RulesUpdateResponse: ...
    @overload
    def update(
        self, identifier: str, params: None = None, **fields: Unpack[RulesUpdateKeywords]
    ) -> RulesUpdateResponse: ...
    def update(self, identifier: str, params: object = None, **fields: object) -> object:
        """Replace a rule.

        Pass `account_id` or `zone_id`: exactly one of them, here or to the client.
        """
        return self._run(UPDATE, {"identifier": identifier}, params, fields)


class RulesWithRawResponse(RawResource):
    """Rules, for threads, giving HTTP responses."""

    get: Final = as_raw(Rules.get)
    update: Final = as_raw(Rules.update)


class AsyncRules(AsyncResource["AsyncRulesWithRawResponse"]):
    """Rules, for asyncio and trio."""

    get: Final = as_async(Rules.get)
    update: Final = as_async(Rules.update)


class AsyncRulesWithRawResponse(RawResource):
    """Rules, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(Rules.get)
    update: Final = as_async_raw(Rules.update)
