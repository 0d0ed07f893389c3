"""Keywords of calls. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions


class AccountIdZoneIdOptions(RequestOptions, total=False):
    """Options of a call whose path has what the client may hold."""

    account_id: str | None
    zone_id: str | None


class ZoneIdOptions(RequestOptions, total=False):
    """Options of a call whose path has what the client may hold."""

    zone_id: str | None
