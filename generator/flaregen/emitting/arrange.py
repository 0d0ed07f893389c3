"""From named operations and their dataclasses to the emitted package, module by module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flaregen.config_file import ScopeTable, WireTable
from flaregen.emitting.keywords import keyword_modules
from flaregen.emitting.literals import comment, docstring, literal, phrase
from flaregen.emitting.methods import method
from flaregen.emitting.model_package import ModelPackage
from flaregen.emitting.model_runners import Arranger
from flaregen.emitting.modeling import ModelCode, task_module
from flaregen.emitting.package import (
    BinaryClass,
    NestedResource,
    Package,
    ResourceModule,
    TaskModule,
    UnionModule,
)
from flaregen.emitting.sent_types import SentTypes, sent_types
from flaregen.names import reserved
from flaregen.names.derived_methods import derived_methods, in_path, scopes
from flaregen.names.named import NamedOperation, NamedResource, NamedTask
from flaregen.names.named_models import NamedModels
from flaregen.pointer import Pointer


def arrange(
    operations: Sequence[NamedOperation],
    models: Sequence[ModelCode],
    *,
    package: str,
    base_url: str,
    scopes: Sequence[ScopeTable],
    rules: WireTable,
    by_name: Mapping[Pointer, NamedModels],
) -> Package:
    """Put everything into its module. Only what the operations use of ``scopes`` is emitted."""
    known = sent_types(operations, models)
    tasks = tuple(_modules(operations, models))
    unions = tuple(_union_module(operation) for operation in operations if operation.has_union)
    used = {p.argument for operation in operations for p in operation.parameters if p.environment}
    methods = tuple(method for operation in operations for method in operation.methods)
    found = tuple(_by_name(methods, by_name, rules))
    return Package(
        name=package,
        title=phrase(subject(operations)),
        base_url=literal(base_url),
        scopes=tuple(scope for scope in scopes if scope.argument in used),
        tasks=tasks,
        unions=unions,
        resources=tuple(_resources(methods, rules.slashed, known, found)),
        exports=tuple(sorted(_exports(tasks, unions), key=lambda pair: (pair[0].lower(), pair))),
        models=found,
        keywords=keyword_modules(operations, known),
    )


def _by_name(
    operations: Sequence[NamedOperation],
    models: Mapping[Pointer, NamedModels],
    rules: WireTable,
) -> Iterator[ModelPackage]:
    """The folder of models by name. One operation has it: the first with such models."""
    for operation in operations:
        if found := models.get(operation.operation.pointer):
            argument = [p.argument for p in in_path(operation) if not p.environment][-1]
            method = argument.removesuffix("_name").removesuffix("_id")
            taken = _attributes(operations, operation.resource)
            while method in taken | reserved.METHODS:
                method += "_"
            yield Arranger(found, rules, scopes(operation), operation.tasks).package(
                operation.resource, method, operation.method.upper(), argument
            )
            return


def _attributes(operations: Sequence[NamedOperation], resource: str) -> set[str]:
    """The attributes of a resource: its methods, and the resources inside of it."""
    inside = f"{resource}."
    nested = {o.resource.removeprefix(inside) for o in operations if o.resource.startswith(inside)}
    methods = {str(o.method) for o in operations if o.resource == resource}
    return methods | {path.partition(".")[0] for path in nested}


def subject(operations: Sequence[NamedOperation], untagged: str = "the API") -> str:
    """The subject of operations by their first tag, as one line in the document's words."""
    tags = [tag for operation in operations for tag in operation.operation.tags[:1]]
    return comment(tags[0] if tags else "") or untagged


def _modules(
    operations: Sequence[NamedOperation], models: Sequence[ModelCode]
) -> Iterator[TaskModule]:
    """A module for each task, however many operations it has, and those that tasks share."""
    code: dict[str, list[ModelCode]] = {}
    for model in models:
        code.setdefault(model.module, []).append(model)
    texts: dict[str, str] = {}
    files: defaultdict[str, dict[str, BinaryClass]] = defaultdict(dict)
    for operation, task in ((o, task) for o in operations for task in o.tasks):
        texts.setdefault(task.module, _module_text(task, operation))
        if task.response and (binary := _binary(task)):
            files[task.response.module][binary.name] = binary
    for name in (*texts, *sorted(code.keys() - texts.keys())):
        text = texts.get(name, f"What several tasks share: {name.rpartition('.')[2]}.")
        yield task_module(name, text, code.get(name, ()), tuple(files[name].values()))


def _module_text(task: NamedTask, operation: NamedOperation) -> str:
    """The docstring of a module: the title of its task, or what its resource is about."""
    title = comment(task.title) or f"What operations of `client.{operation.resource}` take and give"
    return f"{title.rstrip('.')}."


def _binary(task: NamedTask) -> BinaryClass | None:
    response = task.response
    if response is None or not response.variant.binary or response.variant.schema is not None:
        return None
    base64 = response.variant.base64
    return BinaryClass(
        name=response.name,
        docstring=docstring(response.variant.description or f"What {task.title} answers: a file."),
        keywords=f", base64={literal(base64)}" if base64 else "",
    )


def _union_module(operation: NamedOperation) -> UnionModule:
    answers = operation.responses
    responses = tuple(dict.fromkeys(answer.name for answer in answers))
    chunks = tuple(dict.fromkeys(a.chunk.name for a in answers if a.chunk is not None))
    # Where all variants have one answer, it has the name of the union.
    if responses == (operation.response_union,):
        responses, chunks = (), ()
    label = f"{operation.resource}.{operation.method}"
    return UnionModule(
        name=operation.module,
        docstring=docstring(
            f"What `{label}` takes and gives, as unions in the order of the document.", indent=0
        ),
        params_union=operation.params_union,
        params=tuple(variant.cls.name for variant in operation.variants),
        response_union=operation.response_union if len(answers) == 0 or responses else "",
        responses=responses,
        chunk_union=operation.response_union.removesuffix("Response") + "Chunk",
        chunks=chunks,
    )


def _resources(
    operations: Sequence[NamedOperation],
    slashed: Sequence[str],
    sent: SentTypes,
    models: Sequence[ModelPackage],
) -> Iterator[ResourceModule]:
    """A module for each resource, those that hold others and no operations included."""
    known = sorted(
        {one for operation in operations for one in operation.resources}, key=lambda one: one.path
    )
    own: defaultdict[str, list[NamedOperation]] = defaultdict(list)
    for operation in operations:
        own[operation.resource].append(operation)
    inside: defaultdict[str, list[NamedResource]] = defaultdict(list)
    for one in known:
        inside[one.path.rpartition(".")[0]].append(one)
    titles = _titles(operations, own)
    for resource in known:
        members = tuple(own[resource.path])
        held = [model for model in models if model.resource == resource.path]
        methods = tuple(
            method(operation, slashed, others, sent, held)
            for operation, others in zip(members, derived_methods(members, slashed), strict=True)
        )
        nested = tuple(
            NestedResource(one.path.rpartition(".")[2], one.cls, titles[one.path])
            for one in inside[resource.path]
        )
        yield ResourceModule(
            name=resource.path,
            class_name=resource.cls,
            title=titles[resource.path],
            methods=methods,
            nested=nested,
        )


def _titles(
    operations: Sequence[NamedOperation], own: Mapping[str, Sequence[NamedOperation]]
) -> dict[str, str]:
    """What its own operations are about, or else those in it, by resource; begins a sentence."""
    within: defaultdict[str, list[NamedOperation]] = defaultdict(list)
    for operation in operations:
        for resource in operation.resources:
            within[resource.path].append(operation)
    return {
        path: phrase(subject(own.get(path) or found, "The API")) for path, found in within.items()
    }


def _exports(
    tasks: Iterable[TaskModule], unions: Iterable[UnionModule]
) -> Iterator[tuple[str, str]]:
    modules: tuple[TaskModule | UnionModule, ...] = (*tasks, *unions)
    for module in modules:
        for name in module.exports:
            yield name, module.name
