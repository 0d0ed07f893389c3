"""What the templates of models place: values of Python source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flaregen.emitting.method_package import OwnCall
from flaregen.emitting.package import TaskModule


@dataclass(frozen=True, slots=True)
class Line:
    """A member of a TypedDict, as source, and the component that wrote it."""

    key: str
    type: str
    required: bool = False
    docstring: str = ""
    owner: str = ""

    @property
    def typed(self) -> str:
        return f"Required[{self.type}]" if self.required else self.type


@dataclass(frozen=True, slots=True)
class TypedDictText:
    """A TypedDict, as source.

    A key that Python cannot write as a name makes it one of the functional kind: ``items``.
    """

    name: str
    bases: str
    docstring: str
    lines: tuple[Line, ...]
    items: str = ""


@dataclass(frozen=True, slots=True)
class InputsModule:
    """The TypedDicts that several groups use. ``unions`` are aliases with what they mean."""

    dicts: tuple[TypedDictText, ...]
    unions: tuple[tuple[str, str], ...]
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormCall:
    """What checkers see of a call: its keywords, those of a request alone, and what it gives.

    ``queued`` is such a request in a batch, empty where there are none.
    """

    keywords: str
    input: str
    queued: str
    answer: str
    event: str


@dataclass(frozen=True, slots=True)
class RunnerText:
    """The runners of the models of a group that can be queued, or of those that cannot.

    ``input`` is the annotation of one request in a batch, empty where there are none.
    """

    name: str
    alias: str
    models: tuple[str, ...]
    input: str


@dataclass(frozen=True, slots=True)
class GroupModule:
    """``row`` are the arguments of the group at run time, as source."""

    name: str
    title: str
    docstring: str
    dicts: tuple[TypedDictText, ...]
    unions: tuple[tuple[str, str], ...]
    calls: tuple[FormCall, ...]
    answers: str
    row: tuple[tuple[str, str], ...]
    runners: tuple[RunnerText, ...]


@dataclass(frozen=True, slots=True)
class ModelExample:
    """A call of a model for the docs: literals of its name and of its keywords."""

    model: str
    keywords: tuple[tuple[str, str], ...]
    text: str
    """The property of an answer that is its text."""


@dataclass(frozen=True, slots=True)
class ModelPackage:
    """The folder of models. ``method`` is that of the resource which gives runners by name.

    ``facts`` are literals by model, ``deprecated`` names with a date. ``modules`` are those of
    what ``own_calls`` refer to, ``requests`` and ``answered``, from the folder, those of what
    requests refer to, and of answers.
    """

    resource: str
    method: str
    constant: str
    argument: str
    groups: tuple[GroupModule, ...]
    inputs: InputsModule
    answers: tuple[TaskModule, ...]
    facts: tuple[tuple[str, str], ...]
    deprecated: tuple[tuple[str, str], ...]
    example: ModelExample | None
    own_calls: tuple[OwnCall, ...]
    modules: Mapping[str, str]
    requests: Mapping[str, str]
    answered: Mapping[str, str]
