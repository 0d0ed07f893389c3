"""Quoting "it" \\ ''' {{ title }}."""

from dataclasses import field
from typing import Literal

from ._runtime.models import UNSET, Params, Response, UnsetType


class QuotingItTitleResponse(Response):
    field_: str | None = field(default=None, metadata={"wire_name": "'''"})
    """\\"""


class OtherThingResponse(Response):
    y: str | None = None


class QuotingItTitleParams(Params[QuotingItTitleResponse]):
    """\"\"\"; import os; os.abort() #\"\"\" \\"""

    a_b: Literal['"""', "\\", "{{ 7 * 7 }}", "{% raw %}", "a\nb", "\u2028", "\u202e", "{f}"] = field(
        metadata={"wire_name": 'a"b\\'}
    )
    """ends with a quote\""""
    text: str | UnsetType = UNSET
    """first line second \\N{DASH} \\u0041 \u202e right to left

    # -*- coding: latin-1 -*-
    # type: ignore
    Matches "^\\"\\"\\"\\\\\\\\$"."""


class OtherThingParams(Params[OtherThingResponse]):
    x: str
