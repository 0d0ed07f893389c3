"""From values to JSON in builtins, by the forms of their classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from msgspec import UNSET

from .binary import BinaryResponse, as_base64, in_json, is_file, read_file
from .drift import Mismatch
from .forms import ATOMS, Form, extra_of, record_form
from .json_text import dumped, is_list, is_object, kind_of
from .records import Record, raw_of


def members_to_send(record: Record, *, sent: bool = True) -> dict[str, object]:
    """What is set, by wire names; of an answer, what JSON had, and where it is `sent` no null that may be left out.

    None means null where a caller put it or JSON had it, and else that there is nothing.
    """
    form, raw = record_form(type(record)), raw_of(record)
    if record._absent is UNSET:  # noqa: SLF001  # the same for all classes of params
        wires = form.wires
        found = {wires[name]: value for name, value in vars(record).items() if value is not UNSET and name in wires}
        return {**found, **extra_of(record)} if raw else found
    found = {}
    for field in form.fields:
        value = getattr(record, field.name)
        null = (field.required or not (raw is None or sent)) and (raw is None or raw.get(field.wire, UNSET) is None)
        if value is not None or null:
            found[field.wire] = value
    # What an answer may say is null, a request often may not.
    return {**found, **{name: one for name, one in extra_of(record).items() if one is not None or not sent}}


def to_wire(
    form: Form, values: Mapping[str, object], *, sent: bool = True, octets_of: Callable[[bytes], object] = list
) -> dict[str, object]:
    """JSON for values of a record by wire names."""
    octets = {field.wire for field in form.fields if field.form.octets}
    return {
        wire: octets_of(read_file(value)) if wire in octets and is_file(value) else to_builtins(value, sent=sent)
        for wire, value in values.items()
    }


def with_wire_names(
    values: Mapping[str, object], *forms: Form, place: str = "$", unknown: list[Mismatch] | None = None
) -> Mapping[str, object]:
    """The same, by wire names, with such names in the dicts inside: callers may use those of fields there."""
    if unknown is None and not any(form.renames for form in forms):
        return values
    inner = {wire: [form.inside[wire] for form in forms if wire in form.inside] for wire in values}
    return {
        wire: by_wire(value, *inner[wire], place=f"{place}.{wire}", unknown=unknown) for wire, value in values.items()
    }


def by_wire(value: object, *forms: Form, place: str = "$", unknown: list[Mismatch] | None = None) -> object:
    """The same with wire names, where dicts have the names of fields of one of the forms.

    Names that none of the forms has a field for are `unknown`.
    """
    sought = any((form.renames if unknown is None else form.has_records) for form in forms)
    if not sought or type(value) in ATOMS:
        return value
    if isinstance(value, Record):
        if unknown is not None:
            with_wire_names(members_to_send(value), record_form(type(value)), place=place, unknown=unknown)
        return value
    parts = [part for form in forms for part in (form.parts if form.kind == "union" else (form,))]
    unknown = None if any(part.kind == "anything" for part in parts) else unknown
    if is_list(value):
        items = [part for form in parts if form.kind == "list" for part in form.parts]
        return [by_wire(item, *items, place=f"{place}[{at}]", unknown=unknown) for at, item in enumerate(value)]
    if not is_object(value):
        return value
    records = [form for form in parts if form.kind == "record"]
    others = [part for form in parts if form.kind == "object" for part in form.parts]
    others += [form.others for form in records if form.others is not None]
    # The one that knows most of the names is meant.
    meant = max(records, key=lambda form: len(value.keys() & {*form.inside, *form.wires}), default=None)
    found: dict[str, object] = {}
    for name, item in value.items():
        wire = name if meant is None or name in meant.inside else meant.wires.get(name, name)
        # A field by both of its names: neither value takes the place of the other.
        wire = name if wire in value else wire
        inner = [form.inside[wire] for form in records if wire in form.inside] or others
        if unknown is not None and not inner and item is not UNSET:
            unknown.append(Mismatch(f"{place}.{wire}", "nothing", kind_of(item)))
        found[wire] = by_wire(item, *inner, place=f"{place}.{wire}", unknown=unknown)
    return found


def items_by_wire(value: object, *forms: Form) -> object:
    """The same with wire names, where it or the dicts in a list, or in lists in that, have the names of fields."""
    return [items_by_wire(one, *forms) for one in value] if is_list(value) else by_wire(value, *forms)


def record_to_builtins(record: Record, *, sent: bool = False) -> dict[str, object]:
    """JSON for a record: of params, as they are sent; of an answer, as it came, or as it is sent back."""
    sent = sent or record._absent is UNSET  # noqa: SLF001  # the same for all classes of params
    form, members = record_form(type(record)), members_to_send(record, sent=sent)
    return to_wire(form, with_wire_names(members, form) if sent else members, sent=sent)


def to_builtins(value: object, *, sent: bool = True) -> object:
    """JSON in builtins for any value; what JSON has no way to say is left for the encoder."""
    if type(value) in ATOMS:
        return value
    if isinstance(value, Record):
        return record_to_builtins(value, sent=sent)
    if isinstance(value, BinaryResponse):
        return in_json(value)
    if is_object(value):
        return {name: to_builtins(item, sent=sent) for name, item in value.items() if item is not UNSET}
    if is_file(value):
        return as_base64(read_file(value))
    if isinstance(value, str | int | float):
        # The encoder takes no subclasses; this is how they are copied.
        return cast("Any", value).__getnewargs__()[0]
    if isinstance(value, Sequence):
        return [to_builtins(item, sent=sent) for item in value]
    return dumped(value)
