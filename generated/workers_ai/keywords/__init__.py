"""Keywords of calls. Type checkers alone load it."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from .._runtime.options import RequestOptions


class AccountIdOptions(RequestOptions, total=False):
    """Options of a call whose path has what the client may hold."""

    account_id: str | None
