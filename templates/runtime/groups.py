"""What models take and answer, as the tables of the emitted package have it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from . import PACKAGE
from .drift import warn_caller


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Form(NamedTuple):
    """One form of a request: its members on the wire, and the classes of answer and event with their modules.

    A form `apart` gives these by task, too: the classes of the task would hold nothing of it.
    """

    required: str = ""
    optional: str = ""
    answer: str = ""
    event: str = ""
    apart: bool = False

    @property
    def names(self) -> frozenset[str]:
        return _words(f"{self.required} {self.optional}")


class Group(NamedTuple):
    """What models with the same pair of schemas take, and how; `name` is what their classes begin with."""

    name: str = ""
    forms: tuple[Form, ...] = (Form(),)
    # Of a body with all members; empty where there is none.
    media_type: str = "application/json"
    # Media types of a body that is the member `raw` alone.
    files: tuple[str, ...] = ()
    raw: str = ""
    # Keywords to names in the query, and to other names on the wire.
    query: Mapping[str, str] = MappingProxyType({})
    renamed: Mapping[str, str] = MappingProxyType({})
    # Where a file is neither base64 nor a part: `octets` or `data-url`, by the names on the way.
    places: Mapping[str, str] = MappingProxyType({})
    # The member that asks for a stream, and whether the model makes one unless asked not to.
    flag: str = ""
    streams: bool = False
    # Whether a body may have members that the schema does not know.
    open: bool = False

    @property
    def known(self) -> Collection[str]:
        """Members of all forms, in their order."""
        return dict.fromkeys(" ".join(f"{form.required} {form.optional}" for form in self.forms).split())

    def meant(self, fields: Mapping[str, object]) -> Sequence[Form]:
        """The forms that a request may have, by what it has."""
        if len(self.forms) == 1:
            return self.forms
        given = {*fields, *self.query.values()}
        fitting = [form for form in self.forms if _words(form.required) <= given] or self.forms
        if len(fitting) == 1:
            return fitting
        strange = [len(fields.keys() - form.names) for form in fitting]
        return [form for form, number in zip(fitting, strange, strict=True) if number == min(strange)]

    def answers(
        self, fields: Mapping[str, object], of_task: tuple[object, ...], *, streaming: bool
    ) -> tuple[object, ...]:
        """What a request, or a stream, gives: by the task, unless a form is apart."""
        found: dict[object, None] = {}
        for form in self.meant(fields):
            own = form.apart or not of_task
            found |= dict.fromkeys([loaded(form.event if streaming else form.answer)] if own else of_task)
        return (*found,)

    def all_answers(self, *, streaming: bool) -> Sequence[object]:
        """What any request, or a stream, may give."""
        references = [form.event if streaming else form.answer for form in self.forms]
        return [loaded(reference) for reference in references if reference]

    def of_task(self, names: AbstractSet[str]) -> AbstractSet[str]:
        """Those that may begin a form of the task: none that a form apart has."""
        apart = [form for form in self.forms if form.apart]
        return frozenset() if len(apart) == len(self.forms) else names - frozenset().union(*(f.names for f in apart))


@cache
def loaded(reference: str) -> Any:  # noqa: ANN401  # a class of any kind
    """The class for its module and its name; `object` for none."""
    module, _, name = reference.partition(".")
    if not name:
        return object
    home = "_runtime.binary" if module == "binary" else f"models.answers.{module}"
    return getattr(import_module(f"{PACKAGE}.{home}"), name)


# Each model is warned of once.
@lru_cache(maxsize=512)
def row_of(model: str) -> str:
    """The row of a model in `models.names`; empty for a name that is not known. Warns of a deprecated one."""
    names = import_module(f"{PACKAGE}.models.names")
    # It may be empty, where nothing says when.
    if (date := names.DEPRECATED.get(model)) is not None:
        warn_caller(DeprecationWarning(f"{model} is deprecated{date and f' and may be gone from {date} on'}"))
    row: str = names.RUNNERS.get(model, "")
    return row


@cache
def group_in(row: str) -> Group:
    group: Group = import_module(f"{PACKAGE}.models.{row.partition(' ')[0]}").GROUP
    return group


@lru_cache(maxsize=512)
def group_of(model: str) -> Group | None:
    row = row_of(model)
    return group_in(row) if row else None
