"""From a response that was read to a value of the type asked for; what does not match is reported, never lost."""

# ruff: noqa: ANN401  # any annotation is one
from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

import httpx2

from . import models, part
from .binary import BinaryResponse
from .bodies import answers_of
from .call import Call
from .drift import Mismatch, SchemaDrift, notify, with_unknown_fields
from .errors import APIResponseError, SchemaDriftError
from .failures import FailureError, response_error, status_error
from .forms import Form, extra_of, form_of, unknown_members
from .json_text import UndecodableError, is_list, is_object, kind_of, parse
from .records import Answer, keep

T = TypeVar("T")

# What Cloudflare puts around results, and next to them.
_ENVELOPE = frozenset({"result", "success", "errors", "messages"})
# What has no envelope and tells of a failure alone.
_ERROR = {"error"}
# What an object has that fills no field of its class.
_OTHERS = "others alone"
_FILES = ("image/", "audio/", "video/", "application/octet-stream", "application/pdf", "binary/")


class Decoded(NamedTuple):
    value: object
    mismatches: Sequence[Mismatch] = ()
    # Place of the value in what was decoded.
    path: str = "$.result"


class AnswerType:
    def __init__(self, annotation: Any) -> None:
        self.form = form_of(annotation)
        self.form.annotation = annotation
        # Without the modules that a list's records are from.
        is_class = isinstance(annotation, type)
        self.name = annotation.__name__ if is_class else re.sub(r"\w+\.", "", str(annotation))

    def result(self, body: bytes, *, bare: bool = False) -> Decoded:
        """The result in an envelope, or the body. Raises UndecodableError and FailureError."""
        raw = parse(body)
        return self.whole(raw) if bare else self.from_envelope(raw)

    def whole(self, raw: object) -> Decoded:
        """A body that has no envelope, or has one all the same. Raises FailureError."""
        if is_object(raw) and raw.get("success") is False:
            raise FailureError
        lacking = self.form.kind == "record" and "result" not in self.form.inside
        if is_object(raw) and "result" in raw and (lacking or not self.form.fits(raw)):
            return self.from_envelope(raw)
        return self._build(raw, "$", [])

    def piece(self, body: bytes) -> Decoded:
        """A value without an envelope. Raises UndecodableError."""
        return self._build(parse(body), "$", [], whole=False)

    def from_envelope(self, raw: object) -> Decoded:
        """The result in an envelope that was decoded to builtins. Raises FailureError."""
        found: list[Mismatch] = []
        if not is_object(raw) or _ENVELOPE.isdisjoint(raw):
            if is_object(raw) and raw.keys() == _ERROR and raw["error"]:
                raise FailureError
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

    def _build(self, raw: object, path: str, mismatches: list[Mismatch], *, whole: bool = True) -> Decoded:
        form = self.form
        _report_unrelated(form, raw, path, mismatches, deep=whole)
        value = form.build(raw, path, mismatches)
        return Decoded(self._instead_of(raw) if mismatches and not form.fits(raw) else value, mismatches, path)

    def _instead_of(self, raw: object) -> object:
        """A record of the right class all the same, with what came among its extra fields."""
        record = self.form.kind == "record"
        value = self.form.build({} if record else raw, "$", [])
        if isinstance(value, models.Model) and raw is not None:
            keep(value, _raw={"result": raw})
        return value


answer_type = cache(AnswerType)


def _report_unrelated(
    form: Form, raw: object, path: str, mismatches: list[Mismatch], *, alone: bool = True, deep: bool = True
) -> None:
    """A mismatch for each object that fills no field of its class: an answer, its items, the first of a list inside."""
    if form.kind == "record" and is_object(raw):
        # What a piece tells of usage is enough, and no answer.
        if alone and _fills_nothing(form, raw, _records(form) if deep else ()):
            mismatches.append(Mismatch(path, f"members of {form.detail.__name__}", _OTHERS))
            return
        for field in form.nested if deep else ():
            if (inside := raw.get(field.wire)) is not None:
                _report_unrelated(field.form, inside, f"{path}.{field.wire}", mismatches, alone=False)
    elif form.kind == "list" and form.has_records and is_list(raw):
        for place, one in enumerate(raw if alone else raw[:1]):
            _report_unrelated(form.parts[0], one, f"{path}[{place}]", mismatches, deep=deep)
    elif form.kind == "union" and len(form.parts) == 2:
        for part in form.parts:
            if part.kind != "null":
                _report_unrelated(part, raw, path, mismatches, alone=False)


def _fills_nothing(form: Form, raw: Mapping[str, object], records: Collection[str]) -> bool:
    """Whether an object has members, and none of them is a field of its record, but for those of `records`."""
    if form.others is not None:
        return False
    names, unknown = form.inside.keys(), False
    for name, value in raw.items():
        if name not in names:
            unknown = True
        elif value is not None and name not in records:
            return False
    return unknown


@cache
def _records(form: Form) -> Collection[str]:
    """Fields that hold a record, or null."""
    kinds = {field.wire: {part.kind for part in (field.form, *field.form.parts)} for field in form.fields}
    return {wire for wire, found in kinds.items() if found in ({"record"}, {"union", "record", "null"})}


def failed(raw: Mapping[str, object]) -> bool:
    """Whether an envelope, or an event of a stream, tells of a failure."""
    if raw.get("success") is False:
        return True
    return bool(raw.get("errors")) and raw.get("result") is None and not raw.get("success")


async def answer_of(call: Call, response: httpx2.Response) -> object:
    """The answer in a response of success that was read.

    Raises APIStatusError for a failure, APIResponseError for what cannot be read, SchemaDriftError if wanted.
    """
    try:
        decoded = _decode(response, call)
        decoded, _ = in_other_form(call, decoded, lambda one: one.result(response.content, bare=call.operation.bare))
    except FailureError:
        raise status_error(call, response) from None
    except UndecodableError as error:
        reason = f"The answer is not JSON: {error}"
        raise response_error(call, response, reason, APIResponseError) from None
    value = await checked(call, decoded, response)
    if isinstance(value, Answer) and (ray := response.headers.get("cf-ray")):
        keep(value, _ray_id=ray)
    return value


def in_other_form(
    call: Call, decoded: Decoded, read: Callable[[AnswerType], Decoded], *, streaming: bool = False
) -> tuple[Decoded, AnswerType | None]:
    """An answer that lacks what its class has, in another form of its model or in that of the task, with its type.

    Models answer in other forms than their schemas say. It stays drift.
    """
    best, kind = decoded, None
    if _lacking(decoded):
        group = part("groups").group_of(call.model) if call.operation.by_name else None
        task = [form.load() for form in call.operation.forms() if call.model in form.models]
        own = group.all_answers(streaming=streaming) if group else []
        for one in map(answer_type, dict.fromkeys((*own, *answers_of(task, streaming=streaming)))):
            other = read(one)
            if not _lacking(other) and _distance(other) < _distance(best):
                best, kind = other, one
    return best._replace(mismatches=[*dict.fromkeys((*decoded.mismatches, *best.mismatches))]), kind


def _lacking(decoded: Decoded) -> list[Mismatch]:
    """What an answer would not be without: required members, constants that tell forms apart, objects, files, any."""
    return [
        mismatch
        for mismatch in decoded.mismatches
        if mismatch.got == _OTHERS
        or (
            decoded.path in {mismatch.path, mismatch.path.rpartition(".")[0]}
            and (mismatch.got == "nothing" or mismatch.expected.startswith(("'", "object", "base64")))
        )
    ]


def _distance(decoded: Decoded) -> int:
    beyond = extra_of(decoded.value) if isinstance(decoded.value, models.Model) else ()
    return len(_lacking(decoded)) + len(beyond)


async def checked(call: Call, decoded: Decoded, response: httpx2.Response, path: str = "$") -> object:
    """The value, its drift reported, or raised as SchemaDriftError; `path` is where it was decoded from."""
    found, policy = decoded.mismatches, call.settings.on_drift
    if isinstance(policy, with_unknown_fields):
        found = [*found, *unknown_members(decoded.value, decoded.path)]
    if not found:
        return decoded.value
    variant = call.body.variant or " or ".join(answer_type(answer).name for answer in call.body.answers)
    drifts = [SchemaDrift(call.model, variant, path + place.removeprefix("$"), *kinds) for place, *kinds in found]
    if policy == "raise":
        reason = "The answer does not match its schema: " + "; ".join(map(str, drifts))
        raise response_error(call, response, reason, SchemaDriftError)
    await notify(call.io, policy, drifts)
    return decoded.value


def media_type_of(response: httpx2.Response) -> str:
    return response.headers.get("content-type", "").partition(";")[0].strip().lower()


def _decode(response: httpx2.Response, call: Call) -> Decoded:
    operation = call.operation
    if not response.content and operation.empty:
        return Decoded(None)
    body = response.content or (b"null" if response.status_code == 204 else b"")
    types = [answer_type(answer) for answer in call.body.answers]
    if not body:
        raise UndecodableError("it is empty")
    files = [answer.form.detail for answer in types if answer.form.kind == "file"]
    # Where no file is expected, an object need not be looked at twice.
    if response.content and (files or operation.files or body[:1] != b"{"):
        media_type = media_type_of(response)
        declared = any(_is_of(media_type, file) for file in operation.files)
        if declared or _is_file(body, media_type, expected=bool(files)):
            cls = files[0] if len(files) == 1 else BinaryResponse
            value = cls(body, "" if media_type.endswith("octet-stream") else media_type)
            welcome = files or declared or any(answer.form.kind == "anything" for answer in types)
            wanted = " or ".join(answer.form.name for answer in types)
            return Decoded(value, [] if welcome else [Mismatch("$", wanted, media_type)])
    return (
        types[0].result(body, bare=operation.bare)
        if call.body.variant and len(types) == 1
        else _closest(parse(body), types, bare=operation.bare, tied=not call.model)
    )


def _is_of(media_type: str, kind: str) -> bool:
    """Whether it is of a kind, which may be a range, or `*` for all that is not JSON."""
    return media_type == kind or (kind.endswith("*") and media_type.startswith(kind[:-1]) and "json" not in media_type)


def _is_file(body: bytes, media_type: str, *, expected: bool) -> bool:
    looks_like_json = body[:1] in {b"{", b"["}
    if media_type.startswith(_FILES):
        return not (media_type.endswith("octet-stream") and looks_like_json)
    return expected and not media_type and not looks_like_json


def _closest(raw: object, types: Sequence[AnswerType], *, bare: bool, tied: bool) -> Decoded:
    """The answer as the one type that it matches best, or the first if `tied`; as decoded JSON when there is none."""
    result = raw["result"] if is_object(raw) and "result" in raw and not bare else raw
    ranked: list[tuple[int, Decoded]] = []
    for answer in types:
        decoded, form = answer.whole(raw) if bare else answer.from_envelope(raw), answer.form
        # A record has to have something in common with its class: every field may be optional.
        unrelated = form.kind == "record" and is_object(result) and not form.inside.keys() & result.keys()
        if not decoded.mismatches and not unrelated:
            ranked.append((len(list(unknown_members(decoded.value, decoded.path))), decoded))
    ranked.sort(key=lambda entry: entry[0])
    if ranked and (tied or len(ranked) == 1 or ranked[0][0] < ranked[1][0]):
        return ranked[0][1]
    names = ", ".join(answer.name for answer in types)
    wanted = f"one of {names}" if len(types) > 1 else names
    return Decoded(result, [Mismatch("$.result", wanted, kind_of(result))])
