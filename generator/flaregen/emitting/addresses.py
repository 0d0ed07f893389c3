"""Where calls of an operation go: the path, and the arguments in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flaregen.emitting.literals import literal
from flaregen.emitting.method_package import Address
from flaregen.emitting.parameters import may_be_number, path_argument, place
from flaregen.names.derived_methods import in_path, slashed_parameters
from flaregen.names.named import NamedOperation, NamedParameter


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
        scopes=tuple(parameter.argument for parameter in parameters if parameter.environment),
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
