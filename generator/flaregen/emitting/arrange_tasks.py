"""A module of classes: what it holds, imports and exports."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from flaregen.emitting import importing
from flaregen.emitting.codegen import RUNTIME
from flaregen.emitting.literals import docstring
from flaregen.emitting.modeling import ModelCode
from flaregen.emitting.package import BinaryClass, TaskModule


def task_module(
    name: str, text: str, found: Sequence[ModelCode], binaries: tuple[BinaryClass, ...]
) -> TaskModule:
    dots = "." * (name.count(".") + 1)
    imports = importing.merge(line for model in found for line in model.imports)
    runtime = imports.pop(RUNTIME, set()) | ({"BinaryResponse"} if binaries else set())
    imports |= importing.of_runtime(runtime, dots)
    bodies = {model.direction: model.body for model in found}
    parsed = [ast.parse(body).body for body in bodies.values()]
    own = {cls for nodes in parsed for cls in _defined(nodes)}
    for module, other in (one for model in found for one in model.refers):
        if other not in own:
            imports.setdefault(f"{dots}{module}", set()).add(other)
    return TaskModule(
        name=name,
        docstring=docstring(text, indent=0),
        imports=importing.render(imports),
        binaries=binaries,
        responses=bodies.get("response", ""),
        requests=bodies.get("request", ""),
        refers_ahead=any(map(_refers_ahead, parsed)),
        exports=(*(binary.name for binary in binaries), *sorted(own)),
    )


def _defined(nodes: Iterable[ast.stmt]) -> Iterator[str]:
    """The classes and aliases of a module, private ones left out."""
    for node in nodes:
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield from () if name.startswith("_") else (name,)
            case _:
                pass


def _refers_ahead(nodes: Iterable[ast.stmt]) -> bool:
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    ahead = {node.name for node in classes}
    for node in classes:
        fields = [field for field in node.body if isinstance(field, ast.AnnAssign)]
        inside = (name for field in fields for name in ast.walk(field.annotation))
        if any(isinstance(name, ast.Name) and name.id in ahead for name in inside):
            return True
        ahead.remove(node.name)
    return False
