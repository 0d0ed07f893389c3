"""Operations as methods of a resource: signatures, tables of variants, imports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flaregen.emitting import importing
from flaregen.emitting.literals import comment, docstring, literal, wrapped
from flaregen.emitting.package import Argument, CatalogueTask, Method, VariantRow
from flaregen.names.named import NamedOperation, NamedTask, NamedVariant

_SHELLS = ("", "Async")
_USAGE = (
    "`params` is an instance of a params class and decides the type of the answer. Keywords "
    "do as well: the answer is then typed by the task of the model and by the keywords, and "
    "the options of a call go beside them."
)
_FREE_USAGE = (
    "`params` is a mapping, sent as JSON, or bytes. Keywords do as well. The answer is what "
    "the service sent, decoded."
)


def method(operation: NamedOperation, slashed: Sequence[str]) -> Method:
    """``slashed`` are wire names of path parameters whose values may hold slashes."""
    raw = operation.operation
    label = f"{operation.resource}.{operation.method}"
    catalogue = tuple(_catalogue(operation.tasks))
    path_parameters = [p for p in operation.parameters if p.parameter.location == "path"]
    path = raw.path
    for parameter in path_parameters:
        path = path.replace(f"{{{parameter.parameter.wire}}}", f"{{{parameter.argument}}}")
    arguments = [p for p in path_parameters if not p.environment]
    last = arguments[-1] if arguments and path.endswith("}") else None
    has_slashes = any("/" in model for task in operation.tasks for model in task.models)
    open_ = [
        p.argument for p in arguments if p.parameter.wire in slashed or (p is last and has_slashes)
    ]
    prefix = operation.response_union.removesuffix("Response")
    return Method(
        name=operation.method,
        constant=operation.method.upper(),
        table=f"{operation.resource}_{operation.method}".upper(),
        label=literal(label),
        http_method=literal(raw.method),
        path=literal(path),
        slashed=tuple(literal(name) for name in open_),
        arguments=tuple(Argument(p.argument, comment(p.parameter.description)) for p in arguments),
        scopes=tuple(p.argument for p in path_parameters if p.environment),
        docstring=docstring(_text(operation), indent=8),
        summary=comment(raw.summary),
        params_union=operation.params_union,
        response_union=operation.response_union,
        chunk_union=f"{prefix}Chunk",
        union_module=f"{operation.resource}_{operation.method}",
        model_argument=literal(last.argument) if last and catalogue else "",
        variants=tuple(_row(task, v) for task in operation.tasks for v in task.variants),
        catalogue=catalogue,
        streams=any(task.response and task.response.chunk for task in operation.tasks),
        binary=any(task.response and task.response.variant.binary for task in operation.tasks),
    )


def _text(operation: NamedOperation) -> str:
    raw = operation.operation
    summary = raw.summary.strip().rstrip(".")
    usage = _USAGE if operation.tasks else _FREE_USAGE
    return "\n\n".join(
        part for part in (f"{summary}." if summary else "", raw.description, usage) if part
    )


def _has_catalogue(task: NamedTask) -> bool:
    return bool(task.models) and task.response is not None


def _catalogue(tasks: Sequence[NamedTask]) -> Iterator[CatalogueTask]:
    for task in tasks:
        if _has_catalogue(task) and task.response is not None:
            yield CatalogueTask(
                alias=task.model_alias,
                models=tuple(literal(model) for model in task.models),
                response=task.response.name,
            )


def _row(task: NamedTask, variant: NamedVariant) -> VariantRow:
    fields = variant.cls.fields
    return VariantRow(
        name=variant.cls.name,
        models=f"catalogue.{task.model_alias}" if _has_catalogue(task) else "None",
        required=literal(" ".join(f.name for f in fields if f.required)),
        optional=wrapped([f.name for f in fields if not f.required], indent=8, before=8),
        renamed=tuple((literal(f.name), literal(f.wire)) for f in fields if f.name != f.wire),
    )


def runtime_names() -> set[str]:
    """What a resource module needs of the runtime when it runs."""
    names = {f"{shell}{kind}" for shell in _SHELLS for kind in ("RawResource", "Resource")}
    return names | {"Operation"}


def typing_imports(
    operations: Sequence[NamedOperation], methods: Sequence[Method]
) -> tuple[str, ...]:
    """What a resource module needs for its annotations alone."""
    runtime = {"PendingResponse", "RawResponse", "RequestOptions"}
    kinds: set[str] = set()
    imports: dict[str, set[str]] = {"typing": {"Unpack"}}
    if any(method.variants for method in methods):
        imports["collections.abc"] = {"Sequence"}
        runtime |= {"Params", "R"}
        kinds |= {"BatchHandle"}
    if any(not method.variants for method in methods):
        imports["collections.abc"] = {*imports.get("collections.abc", ()), "Mapping"}
    if any(method.streams for method in methods):
        kinds |= {"Stream"}
        runtime |= {"C", "StreamParams"}
    if any(method.binary for method in methods):
        kinds |= {"ByteStream"}
    runtime |= {f"{shell}{kind}" for shell in _SHELLS for kind in kinds}
    imports |= importing.of_runtime(runtime, "..")
    if any(method.catalogue for method in methods):
        imports["..catalogue"] = {"*"}
    for operation, method_ in zip(operations, methods, strict=True):
        _add_unions(imports, operation, method_)
    return importing.render(imports)


def _add_unions(imports: dict[str, set[str]], operation: NamedOperation, method_: Method) -> None:
    if not method_.variants:
        return
    names = {method_.response_union} | ({method_.chunk_union} if method_.streams else set())
    imports.setdefault(f"..{method_.union_module}", set()).update(names)
    for task in operation.tasks:
        if task.models and task.response is not None:
            imports.setdefault(f"..{task.module}", set()).add(task.response.name)
