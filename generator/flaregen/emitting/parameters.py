"""Parameters as arguments of methods: names, annotations, and how values are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from flaregen.emitting.literals import docstring, literal
from flaregen.emitting.method_package import Argument, KeywordArgument
from flaregen.emitting.sent_types import MOMENT
from flaregen.names.annotations import SCALARS
from flaregen.names.derived_methods import by_keyword
from flaregen.names.named import NamedOperation, NamedParameter
from flaregen.names.unsent import form_in_place, has_style
from flaregen.schemas.schema import (
    Anything,
    Array,
    Binary,
    Enumeration,
    Map,
    Null,
    Object,
    Recursion,
    Scalar,
    Schema,
    Union,
)


def keyword_arguments(operation: NamedOperation) -> tuple[KeywordArgument, ...]:
    return tuple(map(_keyword_argument, by_keyword(operation)))


def _keyword_argument(parameter: NamedParameter) -> KeywordArgument:
    raw = parameter.parameter
    return KeywordArgument(
        name=parameter.argument,
        location=raw.location,
        wire=literal(raw.wire),
        placed=literal(f"{raw.wire} {form_in_place(raw)}".strip()),
        annotation=_in_query(raw.schema),
        required=raw.required,
        docstring=docstring(raw.description, indent=8, compact=True) if raw.description else "",
    )


def path_argument(parameter: NamedParameter) -> Argument:
    raw = parameter.parameter
    return Argument(parameter.argument, _in_path(raw.schema))


def _in_path(schema: Schema) -> str:
    """The annotation of what a path can hold: what has parts is a text."""
    match schema:
        case Scalar(kind="integer" | "number" as kind):
            return SCALARS[kind]
        case Enumeration():
            return _in_query(schema)
        case Union():
            return " | ".join(dict.fromkeys(map(_in_path, schema.members)))
        case _:
            return "str"


def may_be_number(parameter: NamedParameter) -> bool:
    words = _in_path(parameter.parameter.schema).split(" | ")
    return not {"int", "float"}.isdisjoint(words)


def _in_query(schema: Schema) -> str:
    """The annotation of what a query can hold: values, lists and mappings of them."""
    match schema:
        case Scalar():
            return MOMENT if schema.is_moment else SCALARS[schema.kind]
        case Enumeration():
            return f"Literal[{', '.join(map(literal, schema.values))}]"
        case Array():
            return f"Sequence[{_in_query(schema.items)}]"
        case Union():
            return " | ".join(dict.fromkeys(map(_in_query, schema.members)))
        case Map() | Object():
            return "Mapping[str, object]"
        case Anything() | Null() | Binary() | Recursion():
            return "str"
        case _ as unreachable:
            assert_never(unreachable)


def styles(parameters: Iterable[NamedParameter]) -> Iterator[tuple[str, str]]:
    for one in parameters:
        if one.parameter.location == "query" and has_style(one.parameter):
            yield literal(one.parameter.wire), literal(one.parameter.form)
