"""From an HTTP response that was read to a value of the type that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import httpx2

from .answers import AnswerType, Decoded, FailureError
from .binary import BinaryResponse
from .drift import DriftPolicy, drifts_of, report, wants_unknown_fields
from .errors import SchemaDriftError
from .failures import Exchange, response_error, status_error
from .forms import Form, Mismatch, Record
from .records import BinaryAnswer, unknown_members
from .values import UndecodableError, is_object, kind_of, parse

_FILES = ("image/", "audio/", "video/", "application/octet-stream", "application/pdf")


class Expected(NamedTuple):
    """What an answer should be; several types where a call leaves it open."""

    types: tuple[AnswerType, ...]
    on_drift: DriftPolicy
    model: str = ""
    variant: str = ""


def read_answer(response: httpx2.Response, expected: Expected, exchange: Exchange) -> object:
    """The answer in a response of success.

    Raises APIStatusError when it tells of failure, APIResponseError when it
    cannot be read, SchemaDriftError for drift when the client wants that.
    """
    try:
        decoded = _decode(response, expected)
    except FailureError:
        raise status_error(response, exchange) from None
    except UndecodableError as error:
        raise response_error(response, f"The answer is not JSON: {error}", exchange) from None
    if decoded.mismatches:
        handle_drift(decoded.mismatches, response, expected, exchange)
    return decoded.value


def handle_drift(
    mismatches: Sequence[Mismatch],
    response: httpx2.Response,
    expected: Expected,
    exchange: Exchange,
) -> None:
    variant = expected.variant or " or ".join(answer.name for answer in expected.types)
    drifts = drifts_of(mismatches, expected.model, variant)
    if expected.on_drift == "raise":
        reason = "The answer does not match its schema: " + "; ".join(map(str, drifts))
        raise response_error(response, reason, exchange, SchemaDriftError)
    report(expected.on_drift, drifts)


def media_type_of(response: httpx2.Response) -> str:
    return response.headers.get("content-type", "").partition(";")[0].strip().lower()


def _decode(response: httpx2.Response, expected: Expected) -> Decoded:
    body, types = response.content, expected.types
    if not body:
        raise UndecodableError("it is empty")
    # Where no file is expected, an object need not be looked at twice.
    if body[:1] != b"{" or any(map(_takes_file, types)):
        media_type = media_type_of(response)
        if _is_file(body, media_type, types):
            return _file(body, media_type, types)
    if len(types) == 1:
        return types[0].result(body, unknown_fields=wants_unknown_fields(expected.on_drift))
    return _closest(parse(body), types)


def _is_file(body: bytes, media_type: str, types: Sequence[AnswerType]) -> bool:
    looks_like_json = body[:1] in {b"{", b"["}
    if media_type.startswith(_FILES):
        return not (media_type.endswith("octet-stream") and looks_like_json)
    return not media_type and not looks_like_json and any(map(_takes_file, types))


def _takes_file(answer: AnswerType) -> bool:
    return isinstance(answer.form, BinaryAnswer)


def _file(body: bytes, media_type: str, types: Sequence[AnswerType]) -> Decoded:
    sure = media_type if not media_type.endswith("octet-stream") else None
    forms = [answer.form for answer in types]
    takers = [form.cls for form in forms if isinstance(form, BinaryAnswer)]
    cls = takers[0] if len(takers) == 1 else BinaryResponse
    wanted = " or ".join(form.name for form in forms)
    surprising = not takers and not any(type(form) is Form for form in forms)
    mismatches = [Mismatch("$", wanted, media_type)] if surprising else []
    return Decoded(cls(body, sure or None), mismatches)


def _closest(raw: object, types: Sequence[AnswerType]) -> Decoded:
    """The answer as the one type that it matches best; as decoded JSON when there is none."""
    ranked: list[tuple[int, Decoded]] = []
    for answer in types:
        decoded = answer.from_envelope(raw)
        if not decoded.mismatches and _recognised(answer.form, raw):
            ranked.append((len(list(unknown_members(decoded.value, "$"))), decoded))
    ranked.sort(key=lambda entry: entry[0])
    if ranked and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
        return ranked[0][1]
    result = _result(raw)
    wanted = "one of " + ", ".join(answer.name for answer in types)
    return Decoded(result, [Mismatch("$.result", wanted, kind_of(result))])


def _recognised(form: Form, raw: object) -> bool:
    """Whether a record has a member in common with its class; every field may be optional."""
    result = _result(raw)
    if not isinstance(form, Record) or not is_object(result):
        return True
    return bool(form.wire_names & result.keys())


def _result(raw: object) -> object:
    return raw["result"] if is_object(raw) and "result" in raw else raw
