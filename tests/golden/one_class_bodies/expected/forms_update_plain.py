"""PUT /forms/plain."""

from ._runtime.models import Params


class FormsUpdatePlainParams(Params[object]):
    text: str
