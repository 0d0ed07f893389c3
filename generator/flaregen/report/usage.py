"""What code uses of the emitted client, and which changes concern it.

Code is read, never run. Classes are those that it imports from the package, however it calls
them. Of attributes, keywords and keys the names are compared, for nothing says what an object
is: where a field of another object has the name of one that changed, the change counts. So do
texts that a call is given, as in ``getattr(answer, "total")``. Names that are put together as the
code runs are not known.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flaregen.diagnostic import UsageError
from flaregen.drift.change import Change
from flaregen.drift.rules import RULES
from flaregen.lock import FILE_NAME


@dataclass(slots=True)
class Usage:
    """The names that code uses.

    ``names`` are imported from the package, or taken from a module of it. ``members`` are
    attributes, keywords of calls and keys, of anything but the standard library. ``calls`` are
    methods with the resources before them, in the letters that their classes begin with.
    """

    names: set[str] = field(default_factory=set)
    calls: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    models: set[str] = field(default_factory=set)

    def concerns(self, change: Change) -> bool:
        """Whether a change touches a symbol that the code uses, or a model that it names."""
        said = [one.message for one in (change, *change.elsewhere)]
        texts = "\n".join([*said, *(operation.path for operation in change.operations)])
        return (
            _is_of_every_call(change)
            or any(_is_named(model, texts) for model in self.models)
            or any(self._uses(symbol, change) for symbol in change.symbols)
        )

    def _uses(self, symbol: str, change: Change) -> bool:
        owner, _, argument = symbol.partition("(")
        *path, name = owner.split(".")
        if path[:1] == ["client"]:
            needed = change.python == "breaking" and not change.gone
            keyword = argument.removesuffix("=)")
            is_called = {*path[1:], name} <= self.attributes
            return is_called and (not keyword or needed or keyword in self.members)
        if not path or path == ["models"]:
            return name in self.names or _letters(name).removesuffix("params") in self.calls
        if name in self.members:
            return True
        # Code that calls by keyword, or with dicts, names no class of what it sends.
        demanded = "required" in change.id and RULES[change.id].request == "breaking"
        sent = _letters(path[-1])
        return demanded and (path[-1] in self.names or any(map(sent.startswith, self.calls)))


def usage_of(paths: tuple[Path, ...], package: str) -> Usage:
    """The usage of files, and of all Python files in folders. Raises UsageError."""
    used = Usage()
    read = [_read(_parsed(file), package, used) for path in paths for file in _files(path)]
    if any(module.has_all for module in read):
        used.names = {name for module in read for name in module.known}
    used.members |= used.attributes
    return used


def _is_of_every_call(change: Change) -> bool:
    """Whether it locks callers out, or sends them elsewhere, whatever they call."""
    return change.level == "breaking" and change.id.startswith(("security-", "server-"))


def _letters(name: str) -> str:
    """A name as classes and chains of attributes have it in common; of an answer, of its call."""
    return name.replace("_", "").lower().removesuffix("response")


def _is_named(model: str, texts: str) -> bool:
    """Whether texts have the name of a model, and not as the beginning of a longer one."""
    return re.search(rf"{re.escape(model)}(?![\w./-])", texts) is not None


@dataclass
class _Module:
    """One file, whose names are added to those that are ``used``.

    ``mine`` is what it calls the package and what it imports from it, ``others`` the same of the
    standard library. ``known`` are all names in it, of which each may be one of the package
    where some file imports all of them.
    """

    package: str
    used: Usage
    mine: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    has_all: bool = False

    def imports(self, node: ast.AST) -> None:
        match node:
            case ast.Import(names=names):
                for name in names:
                    self._bind(name.name, name.asname or name.name.partition(".")[0])
            case ast.ImportFrom(module=source, names=names):
                for name in names:
                    module = f"{source or ''}.{name.name}"
                    self._bind(module, name.asname or name.name)
                    self.known.add(name.name)
                    if self._is_mine(module):
                        self.used.names.add(name.name)
                        self.has_all |= name.name == "*"

    def uses(self, node: ast.AST) -> None:
        match node:
            case ast.Name(id=name):
                self.known.add(name)
            case ast.Attribute(attr=name):
                root = _root(node)
                if root in self.mine:
                    self.used.names.add(name)
                if root not in self.others:
                    self.used.attributes.add(name)
            case ast.Call(func=called) if _root(called) not in self.others:
                self.used.members |= {keyword.arg for keyword in node.keywords if keyword.arg}
                self.used.attributes |= set(_texts(node.args))
                self.used.calls |= set(_chains(called))
            case ast.MatchClass(kwd_attrs=names):
                self.used.attributes |= set(names)
            case ast.Dict(keys=keys):
                self.used.members |= set(_texts(keys))
            case ast.Subscript(slice=key):
                self.used.members |= set(_texts([key]))
            case ast.Constant(value=str(text)) if text.startswith("@"):
                self.used.models.add(text)

    def _bind(self, module: str, name: str) -> None:
        if self._is_mine(module):
            self.mine.add(name)
        elif module.partition(".")[0] in sys.stdlib_module_names:
            self.others.add(name)

    def _is_mine(self, module: str) -> bool:
        """Whether a module is the package, or in it; the package may be in another one."""
        return self.package in module.split(".")


def _read(module: ast.Module, package: str, used: Usage) -> _Module:
    """Imports are read first: they may be anywhere in a file."""
    found = _Module(package, used)
    nodes = list(ast.walk(module))
    for node in nodes:
        found.imports(node)
    found.others -= found.mine
    for node in nodes:
        found.uses(node)
    return found


def _root(node: ast.expr) -> str | None:
    """The name that a chain of attributes and calls begins with."""
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return node.id if isinstance(node, ast.Name) else None


def _chains(node: ast.expr) -> Iterator[str]:
    """``pay.create`` of ``client.pay.create(...)``, and longer ones, in letters alone."""
    words: list[str] = []
    while isinstance(node, ast.Attribute):
        words.insert(0, node.attr)
        node = node.value
        if len(words) > 1:
            yield _letters("".join(words))


def _texts(nodes: Sequence[ast.expr | None]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _files(path: Path) -> Iterator[Path]:
    """A file, or those of a folder. Clients in it, which have a lock, are not the user's code."""
    if path.is_file():
        yield path
    elif not path.is_dir():
        raise UsageError(f"--used-by: {path} does not exist")
    for current, folders, names in os.walk(path):
        is_client = FILE_NAME in names
        folders[:] = [] if is_client else sorted(folder for folder in folders if folder[0] != ".")
        code = [] if is_client else sorted(one for one in names if one.endswith(".py"))
        yield from (Path(current, name) for name in code)


def _parsed(file: Path) -> ast.Module:
    try:
        return ast.parse(file.read_bytes(), str(file))
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"--used-by: {file} is not valid Python: {error}") from error
