"""Base classes of what is sent and of what is answered."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import typing
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Generic, Self, TypeAlias, TypeVar

import msgspec
from msgspec import UnsetType as UnsetType  # noqa: PLC0414  # for modules of models, too

from . import encoding, forms
from .drift import Mismatch
from .integrations import PydanticType, table
from .json_text import is_object, kind_of, text_of
from .records import Answer, Record, record_values, short

R = TypeVar("R")  # what a call answers
C = TypeVar("C")  # one piece of a streamed answer
# In place of what a caller leaves out, which is not sent. No constant, so that modules
# of models can all be imported by `*`.
UNSET: UnsetType = msgspec.UNSET


class Model(Record, PydanticType):
    """A record, for a JSON object."""

    @property
    def extra_fields(self) -> Mapping[str, object]:
        """Members of the JSON object that the class has no field for."""
        return MappingProxyType(forms.extra_of(self))

    def to_dict(self) -> dict[str, object]:
        """The record in wire form: names and values of JSON, missing fields left out."""
        return encoding.record_to_builtins(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text; `to_json` of the package does the same for a list of them."""
        return text_of(self.to_dict(), indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """The record for a JSON object; unknown members become `extra_fields`.

        Raises ValueError that lists the members that do not fit; those of an answer are kept as they came.
        """
        if not is_object(data):
            raise TypeError(f"Expected a mapping for {cls.__name__} but received {kind_of(data)}")
        mismatches: list[Mismatch] = []
        record = typing.cast("Self", forms.record_form(cls).build(data, "$", mismatches))
        if mismatches and not issubclass(cls, Response):
            raise ValueError(f"{cls.__name__}: " + "; ".join(map(str, mismatches)))
        return record

    def _repr_html_(self) -> str:
        return table({name: short(value) for name, value in record_values(self) if value is not self._absent})


class Response(Answer, Model):
    """An answer, or a record inside one."""

    _absent: ClassVar[object] = None


AnyObject: TypeAlias = Annotated[Mapping[str, object] | Response, forms.IN_PLACE]
"""A dict by wire names, or an object of an answer, in place of a record that is sent."""


class Params(Model, Generic[R]):
    """What is sent, in one of the forms that an operation takes; R is what comes back."""

    response_type: ClassVar[object] = object
    """What comes back."""
    chunk_type: ClassVar[object] = object
    """One piece of what comes back, for what can be streamed."""
    raw_field: ClassVar[str | None] = None
    """Wire name of the field that may travel as the body itself, without JSON around it."""
    stream_flag: ClassVar[str] = "stream"
    """Wire name of the field that asks for pieces, where there is one."""

    def __init_subclass__(cls, *, raw: str | None = None, stream_flag: str = "") -> None:
        super().__init_subclass__()
        cls.raw_field = raw or cls.raw_field
        if stream_flag:
            cls.stream_flag = stream_flag
        # Params[R], or StreamParams[R, C].
        for base in vars(cls).get("__orig_bases__", ()):
            cls.response_type, cls.chunk_type = (*typing.get_args(base), object)[:2]


class StreamParams(Params[R], Generic[R, C]):
    """What is sent to models that can answer piece by piece; C is such a piece."""


def to_json(answer: object, *, indent: int | None = None) -> str:
    """JSON text for any answer: a record, a file, a list or a mapping of them. A file of the caller becomes base64."""
    return text_of(encoding.to_builtins(answer, sent=False), indent)
