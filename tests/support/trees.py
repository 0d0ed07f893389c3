"""What emitted source is made of, and what of it no template puts there.

The vocabulary comes from the committed client and the goldens, which people have read:
which node may stand in which place of which other, what may be called, what imported.
Text of a document can add names and strings to that, and nothing else.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from flaregen.rendered import RenderedFile

_TYPES = frozenset(
    ("Tuple", "elts", kind) for kind in ("BinOp", "Constant of NoneType", "Name", "Subscript")
)
"""Types that a document may nest as it likes: a mapping of lists, of unions, of nothing."""
_CALLS = frozenset({("Dict", "keys", "NoneType")})
"""What no golden has: an argument that the client holds, and the other keywords after it."""
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Places of nodes, callees, and imported modules; a relative one is a dot.

    Of a module also its top-level classes, and identifiers that are not ASCII.
    """

    places: frozenset[tuple[str, str, str]]
    callees: frozenset[str]
    modules: frozenset[str]
    classes: frozenset[str] = frozenset()
    odd: frozenset[str] = frozenset()


@cache
def vocabulary() -> Vocabulary:
    """What the committed client and the goldens consist of, the runtime apart."""
    client = (_ROOT / "generated" / "workers_ai").rglob("*.py")
    goldens = (_ROOT / "tests" / "golden").glob("*/expected/**/*.py")
    found = [_of(path.read_bytes()) for path in (*client, *goldens) if "_runtime" not in path.parts]
    return Vocabulary(
        places=(_TYPES | _CALLS).union(*(one.places for one in found)),
        callees=frozenset().union(*(one.callees for one in found)),
        modules=frozenset().union(*(one.modules for one in found)),
    )


@lru_cache(maxsize=1024)
def _of(content: bytes) -> Vocabulary:
    """What a module consists of; many documents make the same ones."""
    tree = ast.parse(content)
    return Vocabulary(
        places=frozenset(_places(tree)),
        callees=frozenset(_callees(tree)),
        modules=frozenset(_modules(tree)),
        classes=frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef)),
        odd=frozenset(name for name in _identifiers(tree) if not name.isascii()),
    )


def foreign(files: Iterable[RenderedFile]) -> list[str]:
    """Everything in the Python files of a package that is not of the vocabulary.

    The package's own classes may be called.
    """
    known = vocabulary()
    parsed = [(str(file.path), _of(file.content)) for file in _python(files)]
    callees = known.callees.union(*(one.classes for _, one in parsed))
    found = []
    for path, one in parsed:
        found += [f"{path}: {place}" for place in sorted(one.places - known.places)]
        found += [f"{path}: {name}()" for name in sorted(one.callees - callees)]
        found += [f"{path}: import {name}" for name in sorted(one.modules - known.modules)]
        found += [f"{path}: {name!a}" for name in sorted(one.odd)]
    return found


def trees(files: Iterable[RenderedFile]) -> Iterator[tuple[str, ast.Module]]:
    """The modules that depend on the document."""
    for file in _python(files):
        yield str(file.path), ast.parse(file.content)


def _python(files: Iterable[RenderedFile]) -> Iterator[RenderedFile]:
    """The files of those modules. Each is compiled, which parsing alone is not."""
    for file in files:
        if file.path.suffix == ".py" and "_runtime" not in file.path.parts:
            _compiled(file.content)
            yield file


@lru_cache(maxsize=1024)
def _compiled(content: bytes) -> None:
    compile(content, "module", "exec", dont_inherit=True)


def strings(files: Iterable[RenderedFile]) -> set[str]:
    """Every string of the modules that is no docstring, as the interpreter reads it."""
    found: set[str] = set()
    for _, tree in trees(files):
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs
        }
    return found


def docstrings(files: Iterable[RenderedFile]) -> list[str]:
    """Every string that is a statement by itself."""
    return [
        node.value.value
        for _, tree in trees(files)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ]


def _places(tree: ast.AST) -> Iterator[tuple[str, str, str]]:
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            for child in value if isinstance(value, list) else [value]:
                if not isinstance(child, ast.expr_context):
                    kind = _kind(field, child)
                    yield type(node).__name__, field, kind


def _kind(field: str, child: object) -> str:
    """A constant counts by its type: a number is no string. Names count as names."""
    if isinstance(child, ast.Constant):
        is_number = isinstance(child.value, int | float)
        return f"Constant of {'number' if is_number else type(child.value).__name__}"
    return "value" if field == "value" and not isinstance(child, ast.AST) else type(child).__name__


def _callees(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
        elif isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (ast.unparse(decorator) for decorator in node.decorator_list)


def _modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." if node.level else node.module or ""


def _identifiers(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        for field in ("id", "attr", "arg", "name", "asname"):
            name = getattr(node, field, None)
            if isinstance(name, str):
                yield name
