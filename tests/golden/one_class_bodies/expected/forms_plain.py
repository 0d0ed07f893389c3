"""What operations of `client.forms.plain` take and give."""

from typing import TypeAlias

from ._runtime.models import Params


class FormsPlainUpdateParams(Params[object]):
    text: str


FormsPlainCreateParams: TypeAlias = FormsPlainUpdateParams
