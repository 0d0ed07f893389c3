"""The reserved names are all that the emitted package needs, found by looking into it."""

from __future__ import annotations

import ast
import builtins
from pathlib import Path

import workers_ai
from workers_ai._runtime import clients, models, options

from flaregen.names import reserved
from tests.support.pinned import ROOT

_PACKAGE = ROOT / "generated" / "workers_ai"


def _public(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


def _loaded(path: Path) -> set[str]:
    tree = ast.parse(path.read_bytes())
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def test_attributes_of_models() -> None:
    for base in (models.Model, models.Params, models.StreamParams, models.Response):
        # To a dataclass, an attribute of the metaclass is the default of a field.
        assert _public(base) | _public(type(base)) <= reserved.FIELDS


def test_attributes_of_clients() -> None:
    for base in (clients.SyncClient, clients.AsyncClient):
        assert _public(base) <= reserved.RESOURCES
    client = workers_ai.Cloudflare(api_token="t", account_id="a")
    assert {name for name in vars(client) if not name.startswith("_")} <= reserved.RESOURCES
    own = _public(workers_ai.Cloudflare) - _public(clients.SyncClient)
    assert own - {"ai", "copy", "with_options"} == set()
    assert {"copy", "with_options"} <= reserved.RESOURCES


def test_methods_of_resources() -> None:
    resource = type(workers_ai.Cloudflare(api_token="t", account_id="a").ai)
    nested = {"authors", "finetunes", "models", "tasks", "to_markdown"}
    assert _public(resource) - {"run", "model"} - nested <= reserved.METHODS


def test_annotations_of_methods() -> None:
    """A method, and a resource in another one, would hide what they refer to from checkers."""
    used = {name for path in (_PACKAGE / "resources").rglob("*.py") for name in _loaded(path)}
    assert "object" in used
    # What answers a list has a name of its own.
    assert used & set(dir(builtins)) - {"list"} <= reserved.METHODS
    assert {"bool", "bytes", "dict", "float", "int", "object", "str"} <= reserved.METHODS


def test_arguments_of_methods() -> None:
    tree = ast.parse((_PACKAGE / "resources" / "ai" / "__init__.py").read_bytes())
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    # Overloads name fields of bodies, and have no body that could use anything.
    functions = [one for one in functions if "overload" not in map(ast.unparse, one.decorator_list)]
    named = {
        argument.arg
        for function in functions
        for argument in (
            *function.args.args,
            *function.args.kwonlyargs,
            *filter(None, [function.args.vararg, function.args.kwarg]),
        )
    }
    assigned = {
        node.id
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    # Parameters of the path, and the flag that no parameter has the name of.
    assert (named | assigned) - {"account_id", "model_name", "stream"} <= reserved.ARGUMENTS
    assert set(options.RequestOptions.__annotations__) <= reserved.ARGUMENTS


def test_modules() -> None:
    fixed = {"catalogue", "client", "resources", "variants"}
    assert {path.stem for path in _PACKAGE.iterdir()} >= fixed
    assert fixed <= reserved.MODULES
    needed = {name for name in _loaded(_PACKAGE / "__init__.py") if name.islower()}
    assert {name for name in needed if not name.startswith("_")} <= reserved.MODULES


def test_classes() -> None:
    imported = {
        alias.name
        for path in _PACKAGE.glob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ImportFrom)
        and (node.level == 0 or (node.module or "").startswith("_runtime"))
        for alias in node.names
    }
    assert {name for name in imported if name[:1].isupper()} <= reserved.CLASSES
