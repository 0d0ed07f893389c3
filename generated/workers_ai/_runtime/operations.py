"""What an operation is, which of its forms a call means, and the bodies of requests."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple, cast, get_args

import msgspec

from .binary import is_file, read_file
from .forms import Mismatch
from .models import Params
from .records import DataclassForm, plain, record_form
from .values import is_object

# The package that this one was copied into.
PACKAGE = __name__.rsplit(".", 2)[0]


_JSON, _OCTETS = "application/json", "application/octet-stream"


class Variant(NamedTuple):
    """One form of a request: the class that stands for it and the names it has in JSON."""

    params: str
    task: str
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    # Python name to wire name, where they differ.
    renamed: Mapping[str, str] = {}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.required + self.optional)

    def load(self) -> type[Params[object]]:
        cls: type[Params[object]] = getattr(importlib.import_module(PACKAGE), self.params)
        return cls


class VariantTable(NamedTuple):
    """The forms of an operation's requests, and the task of each model that is known."""

    # The path parameter that names a model; empty where none does.
    model: str
    tasks: Mapping[str, str]
    variants: tuple[Variant, ...]


class Operation(NamedTuple):
    """One operation of the document. `path` names its parameters as the methods do."""

    name: str
    method: str
    path: str
    # Path parameters whose slashes stay slashes.
    slashed: tuple[str, ...] = ()
    # None where the document says nothing of the body.
    variants: Callable[[], VariantTable] | None = None


def tasks_by_model(models: Mapping[str, object]) -> dict[str, str]:
    """Model to task, from task to the Literal of its models."""
    return {model: task for task, names in models.items() for model in get_args(names)}


def candidates(
    table: VariantTable, model: str, fields: Mapping[str, object], *, streaming: bool = False
) -> list[type[Params[object]]]:
    """The classes that a call in keyword form may mean, by its keywords, its model, its values.

    `fields` has wire names. Raises TypeError for keywords that no form has.
    """
    known = {name for variant in table.variants for name in variant.names}
    if unknown := [name for name in fields if name not in known]:
        raise TypeError(_unknown_message(unknown, table.variants, fields))
    task = table.tasks.get(model)
    loaded = [variant.load() for variant in _by_names(table.variants, fields.keys(), task)]
    if streaming:
        loaded = [cls for cls in loaded if hasattr(cls, "stream_flag")]
    return _by_values(loaded, fields) if len(loaded) > 1 else loaded


def wire_fields(table: VariantTable | None, fields: Mapping[str, object]) -> dict[str, object]:
    """Keywords by their wire names."""
    renamed: dict[str, str] = {}
    for variant in table.variants if table else ():
        renamed.update(variant.renamed)
    return {renamed.get(name, name): value for name, value in fields.items()}


def _by_names(
    variants: Sequence[Variant], given: Collection[str], task: str | None
) -> list[Variant]:
    """The closest there are; a call that lacks something is for the service to refuse."""
    loose = [variant for variant in variants if variant.names.issuperset(given)]
    fitting = [variant for variant in loose if set(variant.required).issubset(given)]
    for choice in (fitting, loose):
        if of_task := [variant for variant in choice if variant.task == task]:
            return of_task
    return fitting or loose or list(variants)


def _by_values(
    classes: list[type[Params[object]]], fields: Mapping[str, object]
) -> list[type[Params[object]]]:
    # Files fit wherever a file may stand, and are not read for this.
    values = {name: plain(value) for name, value in fields.items() if not is_file(value)}
    fitting = [cls for cls in classes if not _mistyped(record_form(cls), values)]
    return fitting or classes


def _mistyped(form: DataclassForm, values: Mapping[str, object]) -> bool:
    mismatches: list[Mismatch] = []
    for field in form.fields:
        value = values.get(field.wire)
        if value is not None:
            field.form.build(value, "$", mismatches)
    return bool(mismatches)


def _unknown_message(
    unknown: Sequence[str], variants: Sequence[Variant], fields: Collection[str]
) -> str:
    nearest = max(variants, key=lambda v: (len(v.names & set(fields)), -len(v.names)))
    return (
        f"No form of the request has {', '.join(map(repr, unknown))}; the nearest is "
        f"{nearest.params}({', '.join(sorted(nearest.names))}). "
        "To send a field that the schema does not know, put it into `extra_body`."
    )


class Body(NamedTuple):
    content: bytes
    media_type: str


def params_body(params: object, extra: Mapping[str, object]) -> Body:
    """The body for a mapping or a file, where the schema says nothing of it.

    `extra` adds members to the JSON object. Raises TypeError for what is none
    of these or cannot be JSON, OSError for a file that cannot be read.
    """
    if is_file(params) and not extra:
        return Body(read_file(params), _OCTETS)
    if not is_object(params):
        raise TypeError(f"Expected params or a mapping but received {type(params).__name__}")
    return json_body({**cast("dict[str, object]", plain(params)), **extra})


def fields_body(
    classes: Sequence[type[Params[object]]],
    fields: Mapping[str, object],
    extra: Mapping[str, object],
) -> Body:
    """The body for fields by wire names, which any of the classes may be meant to hold.

    Raises TypeError when the classes disagree about how a file is sent.
    """
    if not any(is_file(value) for value in fields.values()):
        return json_body({**{n: plain(v) for n, v in fields.items()}, **extra})
    # Read once: each class has a look, and an open file can be read only once.
    read = {name: read_file(v) if is_file(v) else v for name, v in fields.items()}
    bodies = {record_body(cls, read, extra): cls.__name__ for cls in classes}
    if len(bodies) != 1:
        names = ", ".join(bodies.values()) or "none of the request's forms"
        raise TypeError(f"How a file is sent depends on the form, and this fits {names}: pass one")
    return next(iter(bodies))


def json_body(members: Mapping[str, object]) -> Body:
    return Body(msgspec.json.encode(members), _JSON)


def record_body(
    cls: type[Params[object]], fields: Mapping[str, object], extra: Mapping[str, object]
) -> Body:
    raw = cls.raw_field
    if raw is not None and not extra and set(fields) == {raw} and is_file(fields[raw]):
        return Body(read_file(fields[raw]), _OCTETS)
    return json_body({**record_form(cls).to_wire(fields), **extra})
