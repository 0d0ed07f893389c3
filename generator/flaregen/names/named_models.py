"""What ``name_models`` makes: the groups of models, with a Python name for everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flaregen.names.identifiers import ClassName, ModuleName
from flaregen.names.named import NamedClass, NamedField
from flaregen.names.types import Type, union
from flaregen.schemas.model_groups import ModelForm, ModelGroup
from flaregen.selecting.refinements import Refinement


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gives, by name. ``type`` is None for a class: a record, or a file.

    ``base64`` is the member of a file that JSON wraps, ``others`` are those next to it. A file as
    it is has no module.
    """

    name: ClassName
    module: ModuleName
    type: Type | None = None
    is_file: bool = False
    base64: str = ""
    others: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A form of a request. ``fields`` are keywords of calls, with their names on the wire."""

    form: ModelForm
    name: ClassName
    fields: tuple[NamedField, ...]
    answer: Answer | None
    event: Answer | None


@dataclass(frozen=True, slots=True)
class NamedGroup:
    group: ModelGroup
    name: ClassName
    module: ModuleName
    forms: tuple[NamedForm, ...]

    @property
    def calls(self) -> Mapping[ClassName, tuple[NamedForm, ...]]:
        """The forms that are answered alike, by what their classes begin with."""
        found: dict[tuple[Answer | None, Answer | None], list[NamedForm]] = {}
        for form in self.forms:
            found.setdefault((form.answer, form.event), []).append(form)
        several = len(found) > 1
        return {
            ClassName(f"{self.name}{forms[0].name if several else ''}"): tuple(forms)
            for forms in found.values()
        }

    def queued(self, fact: str) -> list[Refinement]:
        """The models that a fact says can be queued; a batch and its answer hold JSON."""
        group = self.group
        json = group.media_type.endswith("json") and all(form.answer for form in group.forms)
        return [model for model in group.models if json and model.facts.get(fact) is True]

    def runners(self, fact: str) -> Mapping[ClassName, list[Refinement]]:
        """The models by what their runner begins with: those that can be queued have their own."""
        queued = self.queued(fact)
        others = [model for model in self.group.models if model not in queued]
        own = ClassName(f"Queued{self.name}" if others else self.name)
        found = {self.name: others, own: queued} if others else {own: queued}
        return {name: models for name, models in found.items() if models}


@dataclass(frozen=True, slots=True)
class NamedModels:
    """All groups of an operation. ``unions`` are types that a component of the document names."""

    groups: tuple[NamedGroup, ...]
    inputs: tuple[NamedClass, ...]
    answers: tuple[NamedClass, ...]
    unions: Mapping[ClassName, Type]

    @property
    def given(self) -> Iterator[Answer]:
        """What calls and streams give, form by form."""
        for form in (form for group in self.groups for form in group.forms):
            yield from (one for one in (form.answer, form.event) if one)


def members(forms: Sequence[NamedForm]) -> tuple[NamedField, ...]:
    """The keywords of a call, whichever of the forms is meant.

    The one that asks for a stream is left out where a method of its own does.
    """
    flags = {form.form.stream_flag for form in forms if form.event}
    fields: dict[str, list[NamedField]] = {}
    for field in (one for form in forms for one in form.fields):
        fields.setdefault(field.name, []).append(field)
    return tuple(
        replace(
            field[0],
            type=union(one.type for one in field),
            required=len(field) == len(forms) and all(one.required for one in field),
        )
        for field in fields.values()
        if field[0].wire not in flags
    )
