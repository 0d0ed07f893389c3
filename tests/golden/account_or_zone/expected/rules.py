"""What operations of `client.rules` take and give."""

from typing import TypeAlias

from ._runtime.models import Params, Response


class RulesGetResponse(Response):
    id: str


class RulesUpdateResponseAccountItem(Response):
    id: str
    member: str


class RulesUpdateResponseZoneItem(Response):
    id: str
    host: str


RulesUpdateResponse: TypeAlias = RulesUpdateResponseAccountItem | RulesUpdateResponseZoneItem


class RulesUpdateAccountParams(Params[RulesUpdateResponse]):
    action: str
    scope: str


class RulesUpdateZoneParams(Params[RulesUpdateResponse]):
    action: str
