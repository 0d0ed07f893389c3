"""What code uses of the emitted client, and which changes concern it.

Code is read, never run. Names alone are compared: where a field of another object has the
name of one that changed, the change counts as one that concerns the code.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flaregen.diagnostic import UsageError
from flaregen.drift.change import Change
from flaregen.drift.rules import RULES


@dataclass(frozen=True, slots=True)
class Usage:
    """The names that code uses: by themselves, as attributes, as keywords, and in texts."""

    names: frozenset[str]
    attributes: frozenset[str]
    keywords: frozenset[str]
    texts: frozenset[str]

    def concerns(self, change: Change) -> bool:
        """Whether a change touches a symbol that the code uses, or a model that it names."""
        models = (text for text in self.texts if text.startswith("@"))
        return any(model in change.message for model in models) or any(
            self._uses(symbol, change) for symbol in change.symbols
        )

    def _uses(self, symbol: str, change: Change) -> bool:
        owner, _, argument = symbol.partition("(")
        *path, name = owner.split(".")
        if path[:1] == ["client"]:
            keyword = argument.removesuffix("=)")
            needed = change.python == "breaking" and not change.gone
            return name in self.attributes and (
                not keyword or needed or keyword in self.keywords | self.texts
            )
        known = self.names | self.attributes
        if not path or path == ["models"]:
            return name in known
        demanded = "required" in change.id and RULES[change.id].request == "breaking"
        return name in self.attributes | self.keywords | self.texts or (
            demanded and path[-1] in known
        )


def usage_of(paths: tuple[Path, ...]) -> Usage:
    """The usage of files, and of all Python files in folders. Raises UsageError."""
    nodes = [node for path in paths for file in _files(path) for node in ast.walk(_parsed(file))]
    return Usage(
        frozenset(name for node in nodes for name in _names(node)),
        frozenset(node.attr for node in nodes if isinstance(node, ast.Attribute)),
        frozenset(node.arg for node in nodes if isinstance(node, ast.keyword) and node.arg),
        frozenset(
            node.value
            for node in nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ),
    )


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.alias):
        yield node.name


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(path.rglob("*.py"))
    if not path.is_file():
        raise UsageError(f"--used-by: there is no {path}")
    return [path]


def _parsed(file: Path) -> ast.Module:
    try:
        return ast.parse(file.read_bytes(), str(file))
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"--used-by: {file} is not valid Python: {error}") from error
