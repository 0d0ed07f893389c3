"""Where the strings of emitted source come from: a text of the document, a name, or a template.

A string that is a little other than the text it came from has no origin, and is found.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from flaregen.reading.load import parse
from flaregen.reading.sources import read_source
from flaregen.rendered import RenderedFile
from tests.support.trees import trees

_ROOT = Path(__file__).parents[2]
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SEPARATOR = re.compile(r"[. ]|\n +")
_METHODS = frozenset({"delete", "get", "head", "options", "patch", "post", "put", "trace"})


def without_origin(files: Iterable[RenderedFile], root: Any) -> list[str]:
    """Every string of a package, docstrings apart, that neither the document nor a template has.

    ``root`` is the document as it was read. Names that the package defines may stand in
    strings too, alone or with dots, spaces or line ends between.
    """
    templates = _of_templates()
    return [
        f"{place}: {text!a}" for place, text in _unexplained(files, root) if text not in templates
    ]


@cache
def _of_templates() -> frozenset[str]:
    """What the committed client and the goldens, which people have read, have besides."""
    modules = {_ROOT / "generated" / "workers_ai": _ROOT / "spec" / "openapi.json"}
    for spec in (_ROOT / "tests" / "golden").glob("*/spec.yaml"):
        modules[spec.parent / "expected"] = spec
    return frozenset(
        text
        for folder, spec in modules.items()
        for _, text in _unexplained(_committed(folder), parse(read_source(str(spec))).root)
    )


def _committed(folder: Path) -> Iterator[RenderedFile]:
    for path in folder.rglob("*.py"):
        yield RenderedFile(PurePosixPath(path.relative_to(folder).as_posix()), path.read_bytes())


def _unexplained(files: Iterable[RenderedFile], root: Any) -> Iterator[tuple[str, str]]:
    """Strings that are no text of the document and no name, with the place of each."""
    parsed = [*trees(files)]
    texts = frozenset(_texts(root))
    names = frozenset(name for path, tree in parsed for name in _names(path, tree))
    for path, tree in parsed:
        for node in _strings(tree):
            text = _PLACEHOLDER.sub(
                lambda found: "{}" if found[1] in names else found[0], node.value
            )
            if not {node.value, text} & texts and not names.issuperset(
                _SEPARATOR.split(node.value)
            ):
                yield f"{path}:{node.lineno}", node.value


def _texts(node: Any) -> Iterator[str]:
    """Every key and every string; methods and addresses as HTTP takes them; what paths become."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
    elif isinstance(node, dict):
        for key, item in node.items():
            yield key.upper() if key in _METHODS else key
            yield from _of_path(key)
            yield from _of_operations(key, item)
            yield from _texts(item)
            if key == "url" and isinstance(item, str):
                yield item.rstrip("/")  # a server's, before which each path begins with one


def _of_path(path: str) -> Iterator[str]:
    """Its ends, since the last parts name a model, and itself without the names of parameters."""
    if path.startswith("/"):
        parts = path.split("/")
        yield from ("/".join(parts[at:]) for at in range(1, len(parts)))
        yield _PLACEHOLDER.sub("{}", path)


def _of_operations(path: str, item: Any) -> Iterator[str]:
    """The method and the path of each, as a request begins."""
    for method in _METHODS.intersection(item if isinstance(item, dict) else ()):
        yield f"{method.upper()} {path}"
        yield f"{method.upper()} {_PLACEHOLDER.sub('{}', path)}"


def _names(path: str, tree: ast.Module) -> Iterator[str]:
    """What the module is called, and what it defines or imports."""
    yield from PurePosixPath(path).with_suffix("").parts
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.alias():
                yield node.name
                # A group of models has the name of its runner, without that word.
                yield node.name.removesuffix("Runner") or node.name
            case ast.Name(ctx=ast.Store()):
                yield node.id
            case ast.arg():
                yield node.arg


def _strings(tree: ast.AST) -> Iterator[Any]:
    """Constants; each knows its line. An annotation that is a string is read as what it says."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = {id(node): node for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(
                ast.Name("Required" | "NotRequired"), ast.Constant(str(text)) as one
            ):
                said.pop(id(one))
                yield from _strings(ast.parse(text, mode="eval"))
            case _:
                pass
    for node in said.values():
        if isinstance(node.value, str) and id(node) not in docs:
            yield node
