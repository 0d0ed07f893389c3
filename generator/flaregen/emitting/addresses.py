"""Where calls of an operation go: the path, and the arguments in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flaregen.emitting.literals import literal
from flaregen.emitting.method_package import Address
from flaregen.emitting.parameters import may_be_number, path_argument
from flaregen.names.derived_methods import in_path, slashed_parameters
from flaregen.names.named import NamedOperation, NamedParameter


def address(operation: NamedOperation, slashed: Sequence[str]) -> Address:
    """``slashed`` are wire names of path parameters whose values may hold slashes."""
    raw, parameters = operation.operation, in_path(operation)
    arguments = [one for one in parameters if not one.environment]
    open_ = slashed_parameters(operation, slashed)
    return Address(
        endpoint=literal(f"{raw.method} {_path(raw.path, parameters)}"),
        twin=literal(_path(raw.twin.path, parameters)) if raw.twin else "",
        slashed=tuple(literal(one.argument) for one in open_),
        arguments=tuple(map(path_argument, arguments[-1:])),
        others=tuple(map(path_argument, arguments[:-1])),
        scopes=tuple(one.argument for one in parameters if one.environment),
        numbers=tuple(literal(one.argument) for one in parameters if may_be_number(one)),
    )


def _path(path: str, parameters: Iterable[NamedParameter]) -> str:
    """The path with the arguments in the place of its parameters."""
    for one in parameters:
        path = path.replace(f"{{{one.parameter.wire}}}", f"{{{one.argument}}}")
    return path
