"""Base classes of what is sent and of what is answered.

Forms of records know these classes, so these look forms up when they are used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Generic, Self, TypeVar, get_args

from .origin import NOTHING, Origin, Remainder, remainder

R = TypeVar("R")
"""What a call answers."""
C = TypeVar("C")
"""One piece of a streamed answer."""

_WIRE_NAME = "wire_name"
_TYPE_NAMES = ("response_type", "chunk_type")


def wire_name(name: str) -> dict[str, str]:
    """Metadata for a dataclass field that JSON knows by another name."""
    return {_WIRE_NAME: name}


def wire_name_of(name: str, metadata: Mapping[str, str]) -> str:
    return metadata.get(_WIRE_NAME, name)


class Model:
    """A record: a frozen dataclass that stands for a JSON object."""

    # Not a field: equality, repr, `asdict` and `replace` see the fields alone.
    _origin: ClassVar[Origin] = None

    @property
    def extra_fields(self) -> Mapping[str, object]:
        """Members of the JSON object that the class has no field for."""
        return remainder_of(self).extra

    def to_dict(self) -> dict[str, object]:
        """The record in wire form: names and values of JSON, missing fields left out."""
        from .records import record_form

        return record_form(type(self)).to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """The record for a JSON object; unknown members become `extra_fields`.

        Raises ValueError that lists the members that do not fit.
        """
        from .records import build_record

        record, mismatches = build_record(cls, data)
        if mismatches:
            raise ValueError(f"{cls.__name__}: " + "; ".join(map(str, mismatches)))
        return record

    def __getstate__(self) -> dict[str, object]:
        state = {name: value for name, value in vars(self).items() if name != "_origin"}
        if rest := remainder_of(self):
            state["_origin"] = rest
        return state


class Response(Model):
    """An answer, or a record inside one."""

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """The record for a JSON object, as the client builds it: with what came.

        Unknown members become `extra_fields`; what does not fit its field is
        kept as it is.
        """
        from .records import build_record

        return build_record(cls, data)[0]


class Params(Model, Generic[R]):
    """What is sent, in one of the forms that an operation takes; R is what comes back."""

    response_type: ClassVar[object] = object
    # Wire name of the field that may travel as the body itself, without JSON around it.
    raw_field: ClassVar[str | None] = None

    def __init_subclass__(cls, *, raw: str | None = None, **arguments: object) -> None:
        super().__init_subclass__(**arguments)
        cls.raw_field = raw or cls.raw_field
        # Params[R], or StreamParams[R, C].
        for base in vars(cls).get("__orig_bases__", ()):
            for name, argument in zip(_TYPE_NAMES, get_args(base), strict=False):
                setattr(cls, name, argument)


class StreamParams(Params[R], Generic[R, C]):
    """What is sent to models that can answer piece by piece; C is such a piece."""

    chunk_type: ClassVar[object] = object
    stream_flag: ClassVar[str] = "stream"

    def __init_subclass__(
        cls, *, stream_flag: str | None = None, raw: str | None = None, **arguments: object
    ) -> None:
        super().__init_subclass__(raw=raw, **arguments)
        cls.stream_flag = stream_flag or cls.stream_flag


def remainder_of(record: Model) -> Remainder:
    """What the record's JSON object held beside its fields; found on the first call."""
    origin = record._origin  # noqa: SLF001  # a record's bookkeeping belongs to this module
    if isinstance(origin, tuple):
        from .records import record_form

        document, path = origin
        origin = remainder(document.at(path), record_form(type(record)).wire_names)
        set_origin(record, origin)
    return NOTHING if origin is None else origin


def set_origin(record: Model, origin: Origin) -> None:
    """Remember where a record came from, past the dataclass's being frozen."""
    object.__setattr__(record, "_origin", origin)
