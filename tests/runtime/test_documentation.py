"""What callers can name says what it is: classes, functions, and attributes of the runtime."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import workers_ai

_PACKAGE = Path(str(workers_ai.__file__)).parent
_MODULES = {
    path.relative_to(_PACKAGE): ast.parse(path.read_bytes())
    for path in sorted(_PACKAGE.rglob("*.py"))
}


def _named_in_runtime() -> set[str]:
    """Classes and functions that the package shows, and the classes that these derive from."""
    homes: dict[str, str] = workers_ai._MODULES  # type: ignore[attr-defined]
    named = {name for name, home in homes.items() if home.startswith("_runtime.")}
    bases = {
        node.name: {
            part.id for base in node.bases for part in ast.walk(base) if isinstance(part, ast.Name)
        }
        for path, tree in _MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    named |= {name for name, home in homes.items() if not home.startswith("_runtime.")}
    for _ in range(5):
        named |= {base for name in named for base in bases.get(name, ())}
    return named


def _documented(body: list[ast.stmt], place: int) -> bool:
    following = body[place + 1] if place + 1 < len(body) else None
    return (
        isinstance(following, ast.Expr)
        and isinstance(following.value, ast.Constant)
        and isinstance(following.value.value, str)
    )


def _attributes(body: list[ast.stmt]) -> Iterator[str]:
    """Public attributes without a docstring below them."""
    for place, node in enumerate(body):
        target = node.target if isinstance(node, ast.AnnAssign) else None
        name = target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "_")
        if not name.startswith("_") and not _documented(body, place):
            yield name


def _missing(node: ast.ClassDef, *, attributes: bool) -> Iterator[str]:
    # What the document does not describe is a record of an answer without a word of its own.
    record = not attributes and any(getattr(base, "id", "") == "Response" for base in node.bases)
    if not (record or node.name.startswith("_") or ast.get_docstring(node)):
        yield node.name
    for inner in node.body:
        if not isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        overloaded = any(getattr(one, "id", "") == "overload" for one in inner.decorator_list)
        if not (inner.name.startswith("_") or overloaded or ast.get_docstring(inner)):
            yield f"{node.name}.{inner.name}"
        if attributes and inner.name == "__init__":
            yield from (f"{node.name}.{name}" for name in _attributes(inner.body))
    if attributes:
        yield from (f"{node.name}.{name}" for name in _attributes(node.body))


def test_what_callers_can_name_is_documented() -> None:
    named, missing = _named_in_runtime(), []
    for path, tree in _MODULES.items():
        within = "_runtime" in path.parts
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and (
                node.name in named if within else not node.name.startswith("_")
            ):
                missing += [f"{path}: {name}" for name in _missing(node, attributes=within)]
            if isinstance(node, ast.FunctionDef) and within and node.name in named:
                missing += [] if ast.get_docstring(node) else [f"{path}: {node.name}"]
    assert not missing, "\n".join(missing)
    assert {"Model", "CloudflareError", "ClientOptions", "Stream"} <= named
