"""What an operation is, and which of its forms a call in keyword form means."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple, get_args

from .binary import is_file
from .forms import Mismatch
from .models import Params
from .records import DataclassForm, plain, record_form

# The package that this one was copied into.
PACKAGE = __name__.rsplit(".", 2)[0]


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
