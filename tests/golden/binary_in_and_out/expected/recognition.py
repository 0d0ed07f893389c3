"""Recognition."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from ._runtime.binary import Octets
from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class RecognitionResponse(Response):
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecognitionParams(Params[RecognitionResponse], raw="audio"):
    audio: Octets
    language: str | UnsetType = msgspec.UNSET
