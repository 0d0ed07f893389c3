"""Parameters as arguments of methods: names, annotations, how values are written, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from flaregen.emitting.literals import docstring, literal
from flaregen.emitting.method_package import Address, Argument, KeywordArgument
from flaregen.emitting.sent_types import SentTypes
from flaregen.names.annotations import argument_type, path_type
from flaregen.names.derived_methods import by_keyword, in_path, scopes, slashed_parameters
from flaregen.names.named import NamedOperation, NamedParameter
from flaregen.names.types import LiteralType, ScalarType, Type, members_of
from flaregen.names.unsent import form_in_place, has_style

_WITHOUT_CLASSES = SentTypes({}, {}, {}, {})
"""Types of parameters, which have none."""


def keyword_arguments(operation: NamedOperation) -> tuple[KeywordArgument, ...]:
    return tuple(map(_keyword_argument, by_keyword(operation)))


def _keyword_argument(parameter: NamedParameter) -> KeywordArgument:
    raw = parameter.parameter
    return KeywordArgument(
        name=parameter.argument,
        location=raw.location,
        wire=literal(raw.wire),
        placed=literal(f"{raw.wire} {form_in_place(raw)}".strip()),
        annotation=_WITHOUT_CLASSES.text(argument_type(raw.schema)),
        required=raw.required,
        docstring=docstring(raw.description, indent=8, compact=True) if raw.description else "",
    )


def path_argument(parameter: NamedParameter) -> Argument:
    type_ = path_type(parameter.parameter.schema)
    return Argument(parameter.argument, _WITHOUT_CLASSES.text(type_))


def may_be_number(parameter: NamedParameter) -> bool:
    found = members_of(path_type(parameter.parameter.schema))
    chosen = (value for one in found if isinstance(one, LiteralType) for value in one.values)
    numbers = {ScalarType("integer"), ScalarType("number")}
    return not numbers.isdisjoint(found) or any(isinstance(value, int | float) for value in chosen)


def place(parameter: NamedParameter) -> str:
    """The name and the form of what the path holds, where that is more than a text or a number."""
    raw = parameter.parameter
    if raw.form.startswith("simple") and all(map(_is_plain, members_of(path_type(raw.schema)))):
        return ""
    return literal(f"{quote(raw.wire, safe='')} {raw.form}")


def _is_plain(type_: Type) -> bool:
    match type_:
        case LiteralType(values):
            return not any(isinstance(value, bool) for value in values)
        case ScalarType(kind, is_moment):
            return kind != "boolean" and not is_moment
        case _:
            return False


def styles(parameters: Iterable[NamedParameter]) -> Iterator[tuple[str, str]]:
    for raw in (parameter.parameter for parameter in parameters):
        if raw.location == "query" and (has_style(raw) or raw.reserved):
            yield literal(raw.wire), literal(f"{raw.form}{' reserved' if raw.reserved else ''}")


def address(operation: NamedOperation, slashed: Sequence[str]) -> Address:
    """``slashed`` are wire names of path parameters whose values may hold slashes."""
    raw, parameters = operation.operation, in_path(operation)
    arguments = [parameter for parameter in parameters if not parameter.environment]
    open_ = slashed_parameters(operation, slashed)
    return Address(
        endpoint=literal(f"{raw.method} {_path(raw.path, parameters)}"),
        twin=literal(_path(raw.twin.path, parameters)) if raw.twin else "",
        slashed=tuple(literal(parameter.argument) for parameter in open_),
        arguments=tuple(map(path_argument, arguments[-1:])),
        others=tuple(map(path_argument, arguments[:-1])),
        scopes=scopes(operation),
        numbers=tuple(
            literal(parameter.argument) for parameter in parameters if may_be_number(parameter)
        ),
        places=tuple(
            (literal(parameter.argument), form)
            for parameter in parameters
            if (form := place(parameter))
        ),
    )


def _path(path: str, parameters: Iterable[NamedParameter]) -> str:
    """The path with the arguments in the place of its parameters."""
    for parameter in parameters:
        path = path.replace(f"{{{parameter.parameter.wire}}}", f"{{{parameter.argument}}}")
    return path
