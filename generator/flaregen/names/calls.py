"""The call of each operation: its resource and its method."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from flaregen.config_file import ScopeTable
from flaregen.names import reserved
from flaregen.names.identifiers import (
    ClassName,
    FieldName,
    ModuleName,
    class_name,
    method_identifier,
    resource_path,
    segment_name,
)
from flaregen.names.named import NamedResource
from flaregen.names.paths import outline, suggestion, within_scope
from flaregen.names.reviewed import (
    Register,
    ReviewedMethod,
    ReviewedNames,
    ReviewedOperation,
    divided,
    operation_block,
)
from flaregen.names.wishes import Rank, Wish, granted
from flaregen.openapi.endpoints import path_parameters, without_names
from flaregen.pointer import Pointer
from flaregen.schemas.operation import Operation

_REVIEWED: Rank = (0,)
_OF_ONE: Rank = (1,)
_OF_MANY: Rank = (2,)
"""Who gives way to whom where two operations suggest one name."""
_Reviewed: TypeAlias = tuple[Operation, ReviewedOperation]


@dataclass(frozen=True, slots=True)
class Call:
    """The method of an operation, and the prefix of its classes: ``client.ai.run``, ``AIRun``.

    ``also`` are resources, each with a method that is the same.
    """

    resource: FieldName
    method: FieldName
    prefix: ClassName
    also: tuple[tuple[FieldName, FieldName], ...] = ()

    @property
    def module(self) -> ModuleName:
        """The module that holds the unions of its variants."""
        return ModuleName(f"{self.resource}.{self.method}".replace(".", "_"))


def calls(
    operations: Sequence[Operation], register: Register, scopes: Sequence[ScopeTable]
) -> list[Call]:
    """Give each operation a call that no other has.

    Two paths may suggest the same name. Then the one that names a single thing keeps it, or the
    one with fewer parameters or without a slash at its end. The other gets a bulk verb, its
    operationId, the names of its parameters, or at last a digest of its path.
    """
    known = _reviewed(operations, register.reviewed)
    found, unnamed = granted([*_wishes(known, register.reviewed, scopes)])
    prefixes, alike = granted(
        [
            Wish(n, _prefixes(found[n], one, register))
            for n, one in enumerate(operations)
            if n in found
        ]
    )
    for number in sorted({*unnamed, *alike}):
        _report_taken(*known[number], register)
    made = enumerate(known[: len(operations)])
    hashed = [one for n, (one, own) in made if not own.method and _is_hashed(found.get(n), one)]
    _report_hashed(hashed, register)
    also: defaultdict[Pointer, list[tuple[FieldName, FieldName]]] = defaultdict(list)
    for number, (operation, _) in enumerate(known[len(operations) :], len(operations)):
        if number in found:
            also[operation.pointer].append(found[number].parts)
    unknown = _Label("unnamed.unnamed")
    return [
        Call(
            *found.get(n, unknown).parts,
            prefixes.get(n, ClassName("Unnamed")),
            tuple(also[operation.pointer]),
        )
        for n, operation in enumerate(operations)
    ]


def _reviewed(operations: Sequence[Operation], reviewed: ReviewedNames) -> list[_Reviewed]:
    """Each operation with its reviewed name, and then again with each of its other names."""
    own = [(operation, reviewed.operation_for(operation)) for operation in operations]
    others = (
        (operation, divided(ReviewedMethod(chosen.id, name)))
        for operation, chosen in own
        for name in chosen.also
    )
    return [*own, *others]


def _report_taken(operation: Operation, chosen: ReviewedOperation, register: Register) -> None:
    """Only a reviewed name has no other one after it."""
    register.report(
        "duplicate-name",
        f"{chosen.method} already names something else at {operation.path!r}",
        f"paste this into the names file:\n{operation_block(operation)}",
        operation.pointer,
    )


def _is_hashed(label: _Label | None, operation: Operation) -> bool:
    return label is not None and label.endswith(_with_digest(_Label(), operation))


def _report_hashed(operations: Sequence[Operation], register: Register) -> None:
    """One remark for all, with a row of the names file for each."""
    if operations:
        ends = f"{len(operations)} methods end" if len(operations) > 1 else "A method ends"
        register.report(
            "unnamed-operation",
            f"{ends} in a hash of the path, as others have the same name.",
            "paste this into the names file:\n" + "\n\n".join(map(operation_block, operations)),
            operations[0].pointer,
            severity="warning",
        )


def plain_name(operation: Operation, reviewed: ReviewedNames, scopes: Sequence[ScopeTable]) -> str:
    """The name that an operation would have on its own: ``dns.records.list``."""
    chosen, scoped = reviewed.operation_for(operation), {scope.segment for scope in scopes}
    return next(iter(_wish(0, operation, chosen, reviewed, scoped).names), "")


def unclaimed(
    operations: Sequence[Operation], reviewed: ReviewedNames, scopes: Sequence[ScopeTable]
) -> set[Pointer]:
    """The operations whose name on their own is taken by another."""
    found, _ = granted([*_wishes(_reviewed(operations, reviewed), reviewed, scopes)])
    names = [plain_name(operation, reviewed, scopes) for operation in operations]
    return {one.pointer for n, one in enumerate(operations) if found.get(n) != names[n]}


def _wishes(
    known: Sequence[_Reviewed], reviewed: ReviewedNames, scopes: Sequence[ScopeTable]
) -> Iterator[Wish[int, _Label]]:
    """The names each operation may have, where no method hides a resource.

    If a method and a resource would have one name, a reviewed method and one for a single thing
    keep it, and the resource gets an underscore: ``ai.run`` takes any model, and operations
    below the path of one model are in ``ai.run_``.
    """
    scoped = {scope.segment for scope in scopes}
    wishes = [_wish(n, *one, reviewed, scoped) for n, one in enumerate(known)]
    around = {one for wish in wishes for label in wish.names[:1] for one in label.around}
    kept = {w.names[0] for w in wishes if w.names and w.rank < _OF_MANY} & around
    placed = [[label.without_clash(kept) for label in wish.names] for wish in wishes]
    around = {one for names in placed for label in names[:1] for one in label.around}
    for wish, own, (operation, _) in zip(wishes, placed, known, strict=True):
        names = own
        if own and own[0] in around:
            verb = suggestion(outline(operation), scoped, reviewed.resources).otherwise
            plain = _Label(f"{own[0]}.{verb}")
            names = [plain, *own[1:], _with_digest(plain, operation)]
        yield replace(wish, names=tuple(name for name in names if name not in around))


def _wish(
    number: int,
    operation: Operation,
    chosen: ReviewedOperation,
    reviewed: ReviewedNames,
    scoped: Container[str],
) -> Wish[int, _Label]:
    found = suggestion(outline(operation), scoped, reviewed.resources)
    resource = resource_path(chosen.resource or found.resource)
    methods = [chosen.method] if chosen.method else [*found.methods, operation.operation_id]
    # A path without a Latin letter suggests no more than the verb of its method.
    names = [field_name for field_name in map(method_identifier, methods) if field_name]
    names = names or [method_identifier(found.otherwise)]
    labels = [_Label(f"{resource}.{name}") for name in names if resource]
    if chosen.method:
        return Wish(number, tuple(labels), _REVIEWED)
    inside = path_parameters(within_scope(operation.path, scoped))
    for first in labels[:1]:
        labels += [*_by_parameters(first, inside), _with_digest(first, operation)]
    rank = (*(_OF_ONE if found.of_one else _OF_MANY), len(inside), operation.path.endswith("/"))
    return Wish(number, tuple(labels), rank)


def _by_parameters(label: _Label, parameters: Sequence[str]) -> Iterator[_Label]:
    """The label with what its path ends in, and with all that is in the path."""
    names = [name for name in map(segment_name, parameters) if name]
    if names:
        yield _Label(f"{label}_by_{names[-1]}")
        yield _Label(f"{label}_by_{'_and_'.join(names)}")


def _with_digest(label: _Label, operation: Operation) -> _Label:
    """The label with a digest of the operation, which no other operation has."""
    said = without_names(f"{operation.method} {operation.path}")
    return _Label(f"{label}_{sha256(said.encode()).hexdigest()[:8]}")


class _Label(str):
    """A method with the resources around it: ``ai.models.list``."""

    __slots__ = ()

    @property
    def parts(self) -> tuple[FieldName, FieldName]:
        resource, _, method = self.rpartition(".")
        return FieldName(resource), FieldName(method)

    def without_clash(self, methods: Container[str]) -> _Label:
        """The label with an underscore after each resource that has the name of a method."""
        words = self.split(".")
        for count in range(1, len(words)):
            if ".".join(words[:count]) in methods:
                words[count - 1] += "_"
        return _Label(".".join(words))

    @property
    def around(self) -> Iterator[str]:
        """The names of its resources, the outermost first: ``ai``, ``ai.models``."""
        words = self.split(".")[:-1]
        return (".".join(words[:count]) for count in range(1, len(words) + 1))


def _prefixes(label: _Label, operation: Operation, register: Register) -> tuple[ClassName, ...]:
    resource, method = label.parts
    identifier = operation.operation_id
    parts = [(resource, method), *([(resource, identifier)] if identifier else [])]
    parts.append(_with_digest(label, operation).parts)
    return tuple(class_name(part, register.spelling) for part in parts)


def named_resources(resource: FieldName, spelling: Mapping[str, str]) -> Iterator[NamedResource]:
    """A resource and the resources around it, the outermost first."""
    words = resource.split(".")
    for count in range(1, len(words) + 1):
        path = FieldName(".".join(words[:count]))
        name = class_name((path,), spelling)
        # Only its own module and that of the resource around it refer to the class.
        hides = {name, f"Async{name}"} & reserved.CLASSES
        yield NamedResource(path, ClassName(f"{name}Operations") if hides else name)
