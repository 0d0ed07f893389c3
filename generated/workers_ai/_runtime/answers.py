"""From a response that was read to a value of the type asked for; what does not match is told of, never lost."""

# ruff: noqa: ANN401  # any annotation is one
from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, partial
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

import httpx2
import msgspec

from . import models
from .binary import BinaryResponse
from .errors import APIResponseError, RequestInfo, SchemaDriftError
from .forms import Mismatch, attach, form_of, kind_of, unknown_members
from .models import UNDECODABLE, UndecodableError, is_object, parse
from .options import Query, RetryPolicy
from .sending import PACKAGE, response_error, status_error

T = TypeVar("T")

_ENVELOPE, _NO_ENVELOPE = frozenset({b"result", b"success", b"errors", b"messages"}), frozenset[bytes]()
_FILES = ("image/", "audio/", "video/", "application/octet-stream", "application/pdf", "binary/")
_INDEX = re.compile(r"\[\d+\]")
_shown: set[tuple[str, str]] = set()


class SchemaDrift(NamedTuple):
    """One place where an answer differs from its schema."""

    model: str
    """Model that answered; empty where the operation names none."""
    variant: str
    """Class that the answer should have been."""
    path: str
    """Place in the JSON document: `$.result.words[3].start`."""
    expected: str
    got: str

    def __str__(self) -> str:
        place = f"{self.variant} of {self.model}" if self.model else self.variant
        return f"{self.path}: expected {self.expected}, got {self.got} ({place})"


class SchemaDriftWarning(UserWarning):
    """An answer does not match its schema; shown once per place and process."""


DriftCallback: TypeAlias = Callable[[SchemaDrift], object]
DriftPolicy: TypeAlias = Literal["warn", "ignore", "raise"] | DriftCallback


class with_unknown_fields(partial[object]):  # noqa: N801  # used as a decorator
    """Makes a drift callback hear of unknown members, too, which takes a look at each answer."""


class Envelope(msgspec.Struct, Generic[T]):
    """What Cloudflare puts around results; the rest of it matters when a call failed."""

    result: T
    success: bool = True


class FailureError(Exception):
    """The body says that the call failed; callers are told by an APIStatusError."""


class Decoded(NamedTuple):
    value: object
    mismatches: Sequence[Mismatch] = ()
    # Where the value stands in what was decoded.
    path: str = "$.result"


class AnswerType:
    """Decodes answers of one type: in one pass by msgspec, tolerantly where that fails."""

    def __init__(self, annotation: Any) -> None:
        self._annotation, self.form = annotation, form_of(annotation)
        # Without the modules that a list's records are from.
        plain = isinstance(annotation, type)
        self.name = annotation.__name__ if plain else re.sub(r"\w+\.", "", str(annotation))

    def result(self, body: bytes) -> Decoded:
        """The result in an envelope. Raises UndecodableError and FailureError."""
        try:
            if self._enveloped is not None:
                envelope = self._enveloped.decode(body)
                if not envelope.success:
                    raise FailureError
                return Decoded(self._attached(envelope.result, body, ("result",)))
        except UNDECODABLE:
            pass
        return self.from_envelope(parse(body))

    def piece(self, body: bytes) -> Decoded:
        """A value without an envelope. Raises UndecodableError."""
        try:
            if self._bare is not None:
                return Decoded(self._attached(self._bare.decode(body), body, ()), path="$")
        except UNDECODABLE:
            pass
        return self._build(parse(body), "$", [])

    def from_envelope(self, raw: object) -> Decoded:
        """The result in an envelope that was decoded to builtins. Raises FailureError."""
        found: list[Mismatch] = []
        if not is_object(raw) or not any(name.decode() in raw for name in _ENVELOPE):
            if self.form.kind != "anything":
                found.append(Mismatch("$", "an envelope", kind_of(raw)))
            return self._build(raw, "$", found)
        if failed(raw):
            raise FailureError
        if not isinstance(raw.get("success", True), bool):
            found.append(Mismatch("$.success", "bool", kind_of(raw["success"])))
        if "result" in raw:
            return self._build(raw["result"], "$.result", found)
        found.append(Mismatch("$.result", self.form.name, "nothing"))
        return Decoded(self._instead_of(None), found)

    def _build(self, raw: object, path: str, mismatches: list[Mismatch]) -> Decoded:
        value = self.form.build(raw, path, mismatches)
        return Decoded(value if self.form.fits(raw) else self._instead_of(raw), mismatches, path)

    def _instead_of(self, raw: object) -> object:
        """A record of the right class all the same, with what came among its extra fields."""
        record = self.form.kind == "record"
        value = self.form.build({} if record else raw, "$", [])
        if isinstance(value, models.Model) and raw is not None:
            models.set_origin(value, models.Remainder({"result": raw}, frozenset()))
        return value

    def _attached(self, value: object, body: bytes, path: tuple[models.Step, ...]) -> object:
        around = _ENVELOPE if path else _NO_ENVELOPE
        # Looking through many records takes longer than telling them where they are from.
        if self._many_records or (self.form.records and models.worth_keeping(body, self._known_names, around)):
            attach(value, models.Document(body), path)
        return value

    @cached_property
    def _enveloped(self) -> msgspec.json.Decoder[Envelope[Any]] | None:
        return self._decoder(Envelope[self._annotation])  # type: ignore[name-defined]

    @cached_property
    def _bare(self) -> msgspec.json.Decoder[Any] | None:
        return self._decoder(self._annotation)

    def _decoder(self, annotation: Any) -> msgspec.json.Decoder[Any] | None:
        """A decoder, or None for a type that msgspec cannot decode by itself."""
        try:
            return msgspec.json.Decoder(annotation) if self.form.direct else None
        except TypeError:
            # Such as a union of two records, which msgspec cannot tell apart.
            return None

    @cached_property
    def _many_records(self) -> bool:
        several = (form for form in self.form.everything if form.kind in {"list", "object"})
        return any(form.records for form in several)

    @cached_property
    def _known_names(self) -> frozenset[bytes]:
        return frozenset(name.encode() for record in self.form.records for name in record.wire_names)


answer_type = cache(AnswerType)


def failed(raw: Mapping[str, object]) -> bool:
    """Whether an envelope, or an event of a stream, tells of a failure."""
    if raw.get("success") is False:
        return True
    return bool(raw.get("errors")) and raw.get("result") is None and not raw.get("success")


class Call(NamedTuple):
    """A request, and how its outcome is to be read."""

    info: RequestInfo
    url: httpx2.URL
    headers: httpx2.Headers
    query: Query
    content: bytes
    # What was asked, for errors not to show it; polling for a batch sends something else.
    private: bytes
    timeout: httpx2.Timeout
    policy: RetryPolicy
    on_drift: DriftPolicy
    # What the answer may be; several types where the call leaves it open.
    types: tuple[AnswerType, ...]
    variant: str
    model: str

    # That of a tuple would show credentials and what is asked.
    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.url}>"

    def answer(self, response: httpx2.Response) -> object:
        """The answer in a response of success that was read.

        Raises APIStatusError for a failure, APIResponseError for what cannot be read, SchemaDriftError if wanted.
        """
        try:
            decoded = _decode(response, self)
        except FailureError:
            raise status_error(self, response) from None
        except UndecodableError as error:
            reason = f"The answer is not JSON: {error}"
            raise response_error(self, response, reason, APIResponseError) from None
        return self.checked(decoded, response)

    def checked(self, decoded: Decoded, response: httpx2.Response, path: str = "$") -> object:
        """The value, its drift told of, or raised as SchemaDriftError; `path` is where it was decoded from."""
        found, policy = decoded.mismatches, self.on_drift
        if isinstance(policy, with_unknown_fields):
            found = [*found, *unknown_members(decoded.value, decoded.path)]
        if not found:
            return decoded.value
        variant = self.variant or " or ".join(answer.name for answer in self.types)
        drifts = [SchemaDrift(self.model, variant, path + place.removeprefix("$"), *kinds) for place, *kinds in found]
        if policy == "raise":
            reason = "The answer does not match its schema: " + "; ".join(map(str, drifts))
            raise response_error(self, response, reason, SchemaDriftError)
        tell = _warn if policy == "warn" else policy
        for drift in drifts:
            if callable(tell):
                tell(drift)
        return decoded.value


def _warn(drift: SchemaDrift) -> None:
    # Items of a list drift together: one warning stands for all.
    place = (drift.variant, _INDEX.sub("[]", drift.path))
    if place not in _shown:
        _shown.add(place)
        # Tell of the line that called, whatever lies between.
        level, frame = 1, sys._getframe()  # noqa: SLF001  # as `warnings` finds it
        while frame.f_back and frame.f_globals.get("__name__", "").startswith(f"{PACKAGE}."):
            level, frame = level + 1, frame.f_back
        warnings.warn(SchemaDriftWarning(str(drift)), stacklevel=level)


def media_type_of(response: httpx2.Response) -> str:
    return response.headers.get("content-type", "").partition(";")[0].strip().lower()


def _decode(response: httpx2.Response, call: Call) -> Decoded:
    body, types = response.content or (b"null" if response.status_code == 204 else b""), call.types
    if not body:
        raise UndecodableError("it is empty")
    files = [answer.form.detail for answer in types if answer.form.kind == "file"]
    # Where no file is expected, an object need not be looked at twice.
    if files or body[:1] != b"{":
        media_type = media_type_of(response)
        if _is_file(body, media_type, expected=bool(files)):
            cls = files[0] if len(files) == 1 else BinaryResponse
            value = cls(body, "" if media_type.endswith("octet-stream") else media_type)
            welcome = files or any(answer.form.kind == "anything" for answer in types)
            wanted = " or ".join(answer.form.name for answer in types)
            return Decoded(value, [] if welcome else [Mismatch("$", wanted, media_type)])
    return types[0].result(body) if call.variant else _closest(parse(body), types)


def _is_file(body: bytes, media_type: str, *, expected: bool) -> bool:
    looks_like_json = body[:1] in {b"{", b"["}
    if media_type.startswith(_FILES):
        return not (media_type.endswith("octet-stream") and looks_like_json)
    return expected and not media_type and not looks_like_json


def _closest(raw: object, types: Sequence[AnswerType]) -> Decoded:
    """The answer as the one type that it matches best; as decoded JSON when there is none."""
    result = raw["result"] if is_object(raw) and "result" in raw else raw
    ranked: list[tuple[int, Decoded]] = []
    for answer in types:
        decoded, form = answer.from_envelope(raw), answer.form
        # A record has to have something in common with its class: every field may be optional.
        alien = form.kind == "record" and is_object(result) and not form.wire_names & result.keys()
        if not decoded.mismatches and not alien:
            ranked.append((len(list(unknown_members(decoded.value, "$"))), decoded))
    ranked.sort(key=lambda entry: entry[0])
    if ranked and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
        return ranked[0][1]
    names = ", ".join(answer.name for answer in types)
    wanted = f"one of {names}" if len(types) > 1 else names
    return Decoded(result, [Mismatch("$.result", wanted, kind_of(result))])
