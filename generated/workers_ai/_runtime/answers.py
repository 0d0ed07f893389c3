"""From the body of an answer to a value of the type that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from .forms import Entries, Form, Items, Mismatch, Record, walk
from .models import Document, Model, Remainder, Step, set_origin, worth_keeping
from .records import attach, form_of, unknown_members
from .values import is_object, kind_of, parse

T = TypeVar("T")


class Envelope(msgspec.Struct, Generic[T]):
    """What Cloudflare puts around results; the rest of it matters when a call failed."""

    result: T
    success: bool = True


_ENVELOPE_NAMES = frozenset({"result", "success", "errors", "messages"})


class FailureError(Exception):
    """The body says that the call failed; callers are told by an APIStatusError."""


class Decoded(NamedTuple):
    value: object
    mismatches: list[Mismatch]


class AnswerType:
    """Decodes answers of one type: in one pass by msgspec, tolerantly where that fails."""

    def __init__(self, annotation: Any) -> None:  # noqa: ANN401  # any annotation is one
        self._annotation = annotation
        self.form: Form = form_of(annotation)
        self.name = annotation.__name__ if isinstance(annotation, type) else str(annotation)

    def result(self, body: bytes, *, unknown_fields: bool = False) -> Decoded:
        """The result in an envelope. `unknown_fields` makes mismatches of them.

        Raises UndecodableError and FailureError.
        """
        try:
            if self._enveloped is None:
                decoded = self.from_envelope(parse(body))
            else:
                envelope = self._enveloped.decode(body)
                if not envelope.success:
                    raise FailureError
                decoded = Decoded(self._attached(envelope.result, body, ("result",)), [])
        except (msgspec.DecodeError, UnicodeDecodeError):
            decoded = self.from_envelope(parse(body))
        return self._with_unknown(decoded, "$.result") if unknown_fields else decoded

    def piece(self, body: bytes, *, unknown_fields: bool = False) -> Decoded:
        """A value without an envelope. Raises UndecodableError."""
        try:
            if self._bare is None:
                decoded = self._build(parse(body), "$", [])
            else:
                decoded = Decoded(self._attached(self._bare.decode(body), body, ()), [])
        except (msgspec.DecodeError, UnicodeDecodeError):
            decoded = self._build(parse(body), "$", [])
        return self._with_unknown(decoded, "$") if unknown_fields else decoded

    def from_envelope(self, raw: object) -> Decoded:
        """The result in an envelope that was decoded to builtins. Raises FailureError."""
        if not is_object(raw) or not _ENVELOPE_NAMES & raw.keys():
            anything = type(self.form) is Form
            around = [] if anything else [Mismatch("$", "an envelope", kind_of(raw))]
            return self._build(raw, "$", around)
        if failed(raw):
            raise FailureError
        mismatches: list[Mismatch] = []
        if not isinstance(raw.get("success", True), bool):
            mismatches.append(Mismatch("$.success", "bool", kind_of(raw["success"])))
        if "result" not in raw:
            mismatches.append(Mismatch("$.result", self.form.name, "nothing"))
            return Decoded(self._instead_of(None), mismatches)
        return self._build(raw["result"], "$.result", mismatches)

    def _build(self, raw: object, path: str, mismatches: list[Mismatch]) -> Decoded:
        if isinstance(self.form, Record) and not self.form.fits(raw):
            mismatches.append(Mismatch(path, self.form.name, kind_of(raw)))
            return Decoded(self._instead_of(raw), mismatches)
        return Decoded(self.form.build(raw, path, mismatches), mismatches)

    def _instead_of(self, raw: object) -> object:
        """A value of the right class all the same, with what came among its extra fields."""
        if not isinstance(self.form, Record):
            return raw
        value = self.form.build({}, "$", [])
        if isinstance(value, Model) and raw is not None:
            set_origin(value, Remainder({"result": raw}, frozenset()))
        return value

    def _attached(self, value: object, body: bytes, path: tuple[Step, ...]) -> object:
        # Looking through many records takes longer than telling them where they are from.
        if self._many_records or (self.form.records and worth_keeping(body, self._known)):
            attach(value, Document(body), path)
        return value

    def _with_unknown(self, decoded: Decoded, path: str) -> Decoded:
        return Decoded(
            decoded.value, decoded.mismatches + list(unknown_members(decoded.value, path))
        )

    @cached_property
    def _enveloped(self) -> msgspec.json.Decoder[Envelope[Any]] | None:
        return self._decoder(Envelope[self._annotation])  # type: ignore[name-defined]

    @cached_property
    def _bare(self) -> msgspec.json.Decoder[Any] | None:
        return self._decoder(self._annotation)

    def _decoder(self, annotation: Any) -> msgspec.json.Decoder[Any] | None:  # noqa: ANN401
        """A decoder, or None for a type that msgspec cannot decode by itself."""
        if not self.form.direct:
            return None
        try:
            return msgspec.json.Decoder(annotation)
        except TypeError:
            # Such as a union of two records, which msgspec cannot tell apart.
            return None

    @cached_property
    def _many_records(self) -> bool:
        lists = (form for form in walk(self.form) if isinstance(form, Items | Entries))
        return any(form.records for form in lists)

    @cached_property
    def _known(self) -> frozenset[bytes]:
        names = _ENVELOPE_NAMES.union(*(record.wire_names for record in self.form.records))
        return frozenset(name.encode() for name in names)


@cache
def answer_type(annotation: Any) -> AnswerType:  # noqa: ANN401  # any annotation is one
    return AnswerType(annotation)


def failed(raw: Mapping[str, object]) -> bool:
    """Whether an envelope, or an event of a stream, tells of a failure."""
    if raw.get("success") is False:
        return True
    return bool(raw.get("errors")) and raw.get("result") is None and not raw.get("success")
