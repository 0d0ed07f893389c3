"""The public surface of an emitted client, read from its source: what callers can name.

It is read from files and not from the intermediate representation, so that a client
on disk, made by whatever version, can be compared with one that a build would write.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from flaregen.rendered import RenderedFile

Role: TypeAlias = Literal["request", "response"]
_REQUEST_BASES = frozenset({"Params", "StreamParams", "Model"})
_RESPONSE_BASES = frozenset({"Response", "BinaryResponse"})


@dataclass(frozen=True, slots=True)
class SurfaceField:
    """A dataclass field. ``types`` are the members of its union, as written."""

    types: frozenset[str]
    required: bool


@dataclass(frozen=True, slots=True)
class SurfaceClass:
    """A class that callers make (a request) or are given (a response)."""

    role: Role
    bases: str
    fields: Mapping[str, SurfaceField]


@dataclass(frozen=True, slots=True)
class Surface:
    """Classes, aliases, methods and Literal members by their public names.

    ``aliases`` map a name to the members of its union, ``models`` a Literal to its
    members, ``methods`` (``AI.run``) to the arguments that must be given.
    """

    classes: Mapping[str, SurfaceClass] = field(default_factory=dict)
    aliases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    models: Mapping[str, frozenset[str]] = field(default_factory=dict)
    methods: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def surface(files: Iterable[RenderedFile]) -> Surface:
    """Read the surface of a package, without the runtime, which documents do not change."""
    classes: dict[str, SurfaceClass] = {}
    aliases: dict[str, frozenset[str]] = {}
    models: dict[str, frozenset[str]] = {}
    methods: dict[str, tuple[str, ...]] = {}
    for file in files:
        if file.path.suffix != ".py" or "_runtime" in file.path.parts:
            continue
        tree = ast.parse(file.content)
        if "resources" in file.path.parts:
            methods.update(_methods(tree))
            continue
        classes.update(_classes(tree))
        found = dict(_aliases(tree))
        known = models if file.path.name == "catalogue.py" else aliases
        known.update(found)
    return Surface(classes, aliases, models, methods)


def _classes(tree: ast.Module) -> Iterator[tuple[str, SurfaceClass]]:
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or not node.bases:
            continue
        base = ast.unparse(node.bases[0])
        root = base.partition("[")[0]
        if root in _REQUEST_BASES:
            yield node.name, SurfaceClass("request", base, dict(_fields(node)))
        elif root in _RESPONSE_BASES:
            yield node.name, SurfaceClass("response", base, dict(_fields(node)))


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, SurfaceField]]:
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            types = frozenset(_union(statement.annotation))
            yield statement.target.id, SurfaceField(types, not _has_default(statement.value))


def _has_default(value: ast.expr | None) -> bool:
    """``field(metadata=...)`` names the wire and gives no default."""
    if isinstance(value, ast.Call):
        return any(keyword.arg in ("default", "default_factory") for keyword in value.keywords)
    return value is not None


def _union(annotation: ast.expr) -> Iterator[str]:
    """Members of ``A | B``; those of a Literal each for themselves."""
    match annotation:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _union(left)
            yield from _union(right)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=members):
            values = members.elts if isinstance(members, ast.Tuple) else [members]
            for value in values:
                yield f"Literal[{ast.unparse(value)}]"
        case _:
            yield ast.unparse(annotation)


def _aliases(tree: ast.Module) -> Iterator[tuple[str, frozenset[str]]]:
    for node in tree.body:
        match node:
            case ast.AnnAssign(
                target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias"), value=ast.expr() as v
            ):
                yield name, frozenset(_union(v))
            case _:
                pass


def _methods(tree: ast.Module) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The synchronous resources alone: the asynchronous ones mirror them."""
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or node.name.startswith("Async"):
            continue
        if any(ast.unparse(base) != "Resource" for base in node.bases):
            continue
        for member in node.body:
            if isinstance(member, ast.FunctionDef) and _is_operation(member):
                yield f"{node.name}.{member.name}", tuple(_needed(member.args))


def _needed(arguments: ast.arguments) -> Iterator[str]:
    """What a call has to give, less the instance; keywords after what may be given by place."""
    for argument in arguments.args[1 : len(arguments.args) - len(arguments.defaults)]:
        yield argument.arg
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is None:
            yield argument.arg


def _is_operation(node: ast.FunctionDef) -> bool:
    """Whether a function is a method: not an overload, which repeats one, and not a property."""
    return not node.decorator_list and not node.name.startswith("_")


def on_disk(package: Mapping[PurePosixPath, bytes]) -> Surface:
    """The surface of a package that was written already, from its files by path."""
    return surface(RenderedFile(path, content) for path, content in package.items())
