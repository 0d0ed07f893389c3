"""The surface of a client as its source says it, to hold the one that naming gives against."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from flaregen.names.symbol import Surface, Symbol
from flaregen.rendered import RenderedFile
from flaregen.schemas.schema import Direction

_PARAMS_BASES = frozenset({"Params", "StreamParams"})
_REQUEST_BASES = _PARAMS_BASES | {"Model"}
_RAW = "WithRawResponse"
_RESPONSE_BASES = frozenset({"Response", "BinaryResponse"})


def emitted_surface(files: Iterable[RenderedFile]) -> Surface:
    """Without the runtime, the clients themselves, and models by name, which have no symbols."""
    found: dict[str, Symbol] = {}
    files = list(files)
    keywords = {
        name: needed
        for file in files
        if "keywords" in file.path.parts
        for name, needed in _required(ast.parse(file.content))
    }
    for file in files:
        path = file.path
        apart = {"_runtime", "models", "keywords"} & {*path.parts[1:2]}
        if path.suffix != ".py" or apart or path.name == "client.py":
            continue
        tree = ast.parse(file.content)
        if "resources" in path.parts:
            inside = path.with_suffix("").parts[2:]
            resource = ".".join(inside).removesuffix(".__init__")
            symbols = _resource(tree, resource, {**keywords, **dict(_required(tree))})
        else:
            symbols = _module(tree, catalogue=path.name == "catalogue.py")
        found |= {one.name: one for one in symbols}
    return Surface(found)


def _module(tree: ast.Module, *, catalogue: bool) -> Iterator[Symbol]:
    tree = _Unaliased().visit(tree)
    bodies: dict[str, ast.ClassDef] = {}
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name, bases=[base, *_]):
                kind = ast.unparse(base).partition("[")[0]
                yield from _class(node, name, kind)
                if kind in _PARAMS_BASES:
                    bodies[name] = node
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Name(id=other)) if (
                other in bodies
            ):
                yield from _class(bodies[other], name, "Params")
            case ast.AnnAssign(
                target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias"), value=ast.expr() as v
            ):
                types = tuple(_union(v))
                if catalogue:
                    for model in map(_value, types):
                        yield Symbol(model, "model", "request", (name,))
                else:
                    yield Symbol(name, "alias", "response", types)
            case _:
                pass


class _Unaliased(ast.NodeTransformer):
    """Puts what private aliases mean in their place, and leaves them out."""

    def __init__(self) -> None:
        self.private: dict[str, ast.expr] = {}

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if (
                name.startswith("_") and ast.unparse(node.annotation) == "TypeAlias"
            ):
                self.private[name] = value
                return None
            case _:
                return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.private.get(node.id, node)


def _class(node: ast.ClassDef, of: str, base: str) -> Iterator[Symbol]:
    """A class by one of its names."""
    if base not in _REQUEST_BASES | _RESPONSE_BASES:
        return
    role: Direction = "request" if base in _REQUEST_BASES else "response"
    yield Symbol(of, "class", role)
    for statement in node.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value):
                types, needed = tuple(_union(annotation)), not _has_default(value)
                yield Symbol(f"{of}.{name}", "field", role, types, required=needed)
            case ast.FunctionDef(name=name, returns=ast.expr() as returns) if list(
                map(ast.unparse, statement.decorator_list)
            ) == ["property"]:
                yield Symbol(f"{of}.{name}", "field", role, tuple(_union(returns)))
            case _:
                pass


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


def _value(literal: str) -> str:
    return str(ast.literal_eval(literal.removeprefix("Literal[").removesuffix("]")))


def _resource(
    tree: ast.Module, resource: str, keywords: Mapping[str, list[str]]
) -> Iterator[Symbol]:
    """The synchronous resources alone: the asynchronous ones are derived from them."""
    for node in tree.body:
        bases = [ast.unparse(base) for base in getattr(node, "bases", [])]
        if isinstance(node, ast.ClassDef) and bases[:1] == [
            f"Resource['{node.name}WithRawResponse']"
        ]:
            methods = [member for member in node.body if isinstance(member, ast.FunctionDef)]
            # What is given by place comes before the keywords, of which overloads tell.
            for method in sorted(methods, key=lambda method: bool(method.decorator_list)):
                yield from _method(method, f"client.{resource}.{method.name}", keywords)


def _required(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """The classes of the keywords of calls, by each of their names, with those that are needed."""
    known: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
            needed = [one for one in fields if "Required[" in ast.unparse(one.annotation)]
            known[node.name] = [ast.unparse(one.target) for one in needed]
            yield node.name, known[node.name]
    for one in tree.body:
        match one:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Name(id=same)) if same in known:
                yield name, known[same]
            case _:
                pass


def _method(
    method: ast.FunctionDef, label: str, keywords: Mapping[str, list[str]]
) -> Iterator[Symbol]:
    """The overload with params says what else a call with them has to be given."""
    decorators = [ast.unparse(one) for one in method.decorator_list]
    last = method.args.kwarg
    unpacked = ast.unparse(last.annotation) if last and last.annotation else ""
    needed = keywords.get(unpacked.removeprefix("Unpack[").removesuffix("]"), [])
    if decorators == ["overload"]:
        needed = needed if last and last.arg == "options" else []
    else:
        yield Symbol(label, "derived method" if _is_derived(method) else "method", "none")
        needed = [*_needed(method.args), *needed]
    for argument in needed:
        yield Symbol(f"{label}({argument}=)", "argument", "request")


def _is_derived(method: ast.FunctionDef) -> bool:
    calls = {ast.unparse(node.func) for node in ast.walk(method) if isinstance(node, ast.Call)}
    return bool(calls & {"self._stream", "self._stream_bytes", "self._batch"})


def _needed(arguments: ast.arguments) -> Iterator[str]:
    """What a call has to give, less the instance; keywords after what may be given by place."""
    by_place = [*arguments.posonlyargs, *arguments.args]
    for argument in by_place[1 : len(by_place) - len(arguments.defaults)]:
        yield argument.arg
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is None:
            yield argument.arg
