"""Quoting "it" \\ ''' {{ title }}."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import msgspec
from msgspec import UnsetType

from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class QuotingItTitleResponse(Response):
    field_: str | None = field(default=None, metadata={"wire_name": "'''"})
    """\\"""


@dataclass(frozen=True, kw_only=True)
class QuotingItTitleParams(Params[QuotingItTitleResponse]):
    """\"\"\"; import os; os.abort() #\"\"\" \\"""

    a_b: Literal['"""', "\\", "{{ 7 * 7 }}", "{% raw %}", "a\nb", "\u2028", "\u202e", "{f}"] = (
        field(metadata={"wire_name": 'a"b\\'})
    )
    """ends with a quote\""""
    text: str | UnsetType = msgspec.UNSET
    """first line second \\N{DASH} \\u0041 \u202e right to left

    # -*- coding: latin-1 -*-
    # type: ignore
    Matches "^\\"\\"\\"\\\\\\\\$"."""
