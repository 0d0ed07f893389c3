"""Operations of the document, as plain values."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple, TypeAlias

from . import PACKAGE
from .variants import Forms, only_form

Fields: TypeAlias = Mapping[str, object]


@cache
def parameters_of(path: str) -> Sequence[str]:
    return tuple(dict.fromkeys(re.findall(r"\{(\w+)\}", path)))


class Operation(NamedTuple):
    """One operation of the document, such as `GET /zones/{zone_id}`, whose parameters have the names of arguments."""

    name: str
    endpoint: str
    # The path by which another thing has it, a zone and not an account: a call names one of the two.
    twin: str = ""
    # Path parameters whose slashes stay slashes; the first names a model.
    slashed: tuple[str, ...] = ()
    # The class of its only form of a body, or the name of its table among the variants.
    params: str = ""
    variants: str = ""
    # The class of its answers, where no class of params has it.
    answer: str = ""
    # Classes of the answers to a body that is a file and nothing else.
    octets: tuple[str, ...] = ()
    # Media types by which the answer is a file, besides those that always are.
    files: tuple[str, ...] = ()
    # The JSON to ask for, where other media types say the same.
    accept: str = ""
    # Whether the answer has no envelope, and whether it may have no body.
    bare: bool = False
    empty: bool = False
    # How its answers are paged: family, keywords of a page and of its size, field of the items.
    pages: tuple[str, ...] = ()
    # Keywords of the query, in words; `renamed` has the wire names of those that differ.
    query: str = ""
    # Keywords that every call has, in words.
    required: str = ""
    renamed: Mapping[str, str] = {}
    # Keywords to wire names, each with a space and the form of its values where that is not the usual one.
    headers: Mapping[str, str] = {}
    cookies: Mapping[str, str] = {}
    # Path parameters that may be numbers.
    numbers: tuple[str, ...] = ()
    # Those that may be more than texts and numbers, to wire names, each with a space and the form of its values.
    places: Mapping[str, str] = {}
    # Wire names to the forms of values that are not written as usual.
    styles: Mapping[str, str] = {}
    # Wire names of fields of a form to the styles or media types of values that are not written as usual.
    parts: Mapping[str, str] = {}
    # Whether there is one without forms, and whether that is one value, so that no keyword is a member of it.
    body: bool = False
    whole_body: bool = False
    # Classes of the objects in a list that is the body, in words.
    items: str = ""
    # Of a body that is not one file, and those of one that is; whether callers may have that as text.
    media_type: str = "application/json"
    raw: str = ""
    text: bool = False
    optional_body: bool = False
    # Whether null is a body that a call may give as a whole.
    null_body: bool = False
    # Whether params classes say what it answers: they may share one with an operation that answers something.
    answered: bool = True
    deprecated: bool = False
    # Keywords to the options that they stand for, whose names the fields of the body have.
    moved: Mapping[str, str] = {}
    # Keyword that asks for a stream, and the method that gives models by name, where they have schemas of their own.
    flag: str = ""
    by_name: str = ""

    @property
    def method(self) -> str:
        return self.endpoint.partition(" ")[0]

    @property
    def path(self) -> str:
        return self.endpoint.partition(" ")[2]

    @property
    def needs_body(self) -> bool:
        """Whether an object or a form is sent where a call says nothing of it."""
        return not self.optional_body and (self.has_forms or (self.body and not self.whole_body))

    @property
    def has_forms(self) -> bool:
        return bool(self.params or self.variants)

    def forms(self) -> Forms:
        """The forms of its requests, loaded for calls in keyword form alone."""
        if self.params:
            return (only_form(self.params),)
        return getattr(import_module(f"{PACKAGE}.variants"), self.variants) if self.variants else ()

    @property
    def query_names(self) -> Mapping[str, str]:
        """Keywords of the query to wire names."""
        return {name: self.renamed.get(name, name) for name in self.query.split()}

    @property
    def parameters(self) -> Sequence[str]:
        return parameters_of(self.path + self.twin)

    @property
    def choice(self) -> tuple[str, str]:
        """The parameters of the path and of its twin of which a call names one."""
        own, other = parameters_of(self.path), parameters_of(self.twin)
        return next(name for name in own if name not in other), next(name for name in other if name not in own)

    def model(self, values: Mapping[str, str]) -> str:
        return values[self.slashed[0]] if self.slashed else ""
