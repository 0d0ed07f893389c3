"""PUT /forms/plain."""

from ._runtime.models import Params


class FormsPlainUpdateParams(Params[object]):
    text: str
