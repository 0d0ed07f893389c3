"""What the module of a resource imports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flaregen.emitting import importing
from flaregen.emitting.annotation_words import RUNTIME_TYPES, words
from flaregen.emitting.given_answers import module_of
from flaregen.emitting.method_package import Method
from flaregen.emitting.model_package import ModelPackage
from flaregen.emitting.pages import item_modules
from flaregen.emitting.resource_package import scope_options
from flaregen.emitting.sent_bodies import params_module
from flaregen.emitting.sent_types import FOLDER, SentTypes, keywords_module
from flaregen.names.named import NamedOperation

_SHELLS = ("", "Async")
_IN_ANNOTATIONS = (
    ("Any", "typing"),
    ("Literal", "typing"),
    ("Mapping", "collections.abc"),
    ("Required", "typing"),
    ("Sequence", "collections.abc"),
    ("TypeAlias", "typing"),
)


def runtime_names(methods: Sequence[Method], *, nested: bool) -> set[str]:
    """What a resource module needs of the runtime when it runs."""
    names = {f"{shell}{kind}" for shell in _SHELLS for kind in ("RawResource", "Resource")}
    names |= {"Operation"} if methods else set()
    names |= {"Nested"} if nested else set()
    derived = [method for method in methods if method.one_answer]
    if any(method.given.pages for method in derived):
        names |= {"as_async_pages", "as_async_raw_page", "as_raw", "paged"}
    if not all(method.given.pages for method in derived):
        names |= {"as_async", "as_async_raw", "as_raw"}
    return names


def typing_imports(
    operations: Sequence[NamedOperation],
    methods: Sequence[Method],
    dots: str,
    known: SentTypes,
    models: Sequence[ModelPackage],
) -> tuple[str, ...]:
    """What a resource module needs for its annotations alone; ``dots`` lead to the package."""
    found: dict[str, set[str]] = {}
    for name, module in _of_python(methods):
        found.setdefault(module, set()).add(name)
    found |= importing.of_runtime({*_of_runtime(methods), *_files_of(models)}, dots)
    if any(method.catalogue for method in methods):
        found[f"{dots}catalogue"] = {"*"}
    for name, module in (pair for one in models for pair in one.modules.items()):
        found.setdefault(f"{dots}models.{module}", set()).add(name)
    for module, name in known.modules_of({*words(_bodies(methods))}):
        found.setdefault(f"{dots}{module}", set()).add(name)
    for operation, method in zip(operations, methods, strict=True):
        for module, names in _answers(operation, method).items():
            found.setdefault(f"{dots}{module}", set()).update(names)
        for module, name in item_modules(operation) if method.given.pages else ():
            found.setdefault(f"{dots}{module}", set()).add(name)
        if method.sent.params_type:
            found.setdefault(f"{dots}{params_module(operation)}", set()).add(
                method.sent.params_type
            )
        if method.sent.keywords:
            module = f"{dots}{keywords_module(operation)}"
            found.setdefault(module, set()).add(method.sent.keywords)
        if method.address.scopes and (method.variants or not (method.sent.keywords or method.free)):
            found.setdefault(f"{dots}{FOLDER}", set()).add(scope_options(method.address.scopes))
    return importing.render(found)


def _of_python(methods: Sequence[Method]) -> Iterator[tuple[str, str]]:
    """Names with the modules of the standard library that have them."""
    if any(method.variants or not method.free for method in methods):
        yield "Unpack", "typing"
    if any(method.one_answer for method in methods):
        yield "Final", "typing"
    by_params = [method for method in methods if method.variants and not method.sent.params_type]
    if any(one.takes_any_model for one in methods) or not all(m.given.by_class for m in by_params):
        yield "Any", "typing"
    if any("batch" in method.derived for method in methods):
        yield "Sequence", "collections.abc"
    said = {*words(_bodies(methods)), *words(method.given.item for method in methods)}
    said |= {*words(_queries(methods))}
    for method in methods:
        said |= {
            *words(one.annotation for one in (*method.address.arguments, *method.address.others))
        }
    if any(method.flag for method in methods):
        said |= {"Literal", "TypeAlias"}
    if any(one.required for method in methods if method.variants for one in method.query):
        said.add("Required")
    yield from ((name, module) for name, module in _IN_ANNOTATIONS if name in said)


def _bodies(methods: Sequence[Method]) -> Iterator[str]:
    """The annotations of bodies that no class of params has."""
    return (
        method.sent.annotation for method in methods if method.sent.body and not method.variants
    )


def _queries(methods: Sequence[Method]) -> Iterator[str]:
    """The annotations of the query where no TypedDict has them."""
    return (
        one.annotation
        for method in methods
        if method.free or method.variants
        for one in method.query
    )


def _of_runtime(methods: Sequence[Method]) -> Iterator[str]:
    if not all(method.one_answer for method in methods):
        yield from ("AsyncRawResponse", "RawResponse")
    if any(m.variants or not (m.sent.keywords or m.free or m.address.scopes) for m in methods):
        yield "RequestOptions"
    by_params = [m for m in methods if m.variants and (m.derived or not m.sent.params_type)]
    if by_params:
        yield "Params"
    if any(one.derived or one.given.by_class for one in by_params):
        yield "R"
    yield from RUNTIME_TYPES.intersection(words((*_bodies(methods), *_queries(methods))))
    if any(method.given.pages for method in methods):
        yield "SyncPage"
    if any(method.sent.octets or (method.sent.raw and method.variants) for method in methods):
        yield "File"
    if any("BinaryResponse" in words([method.given.annotation]) for method in methods):
        yield "BinaryResponse"
    if any("stream" in method.derived for method in methods):
        yield from ("C", "StreamParams")
    for derived, kind in (
        ("stream", "Stream"),
        ("stream_bytes", "ByteStream"),
        ("batch", "BatchHandle"),
    ):
        if any(derived in method.derived for method in methods):
            yield from (f"{shell}{kind}" for shell in _SHELLS)


def _files_of(models: Sequence[ModelPackage]) -> set[str]:
    """The class of a file, where a model answers with one and its task does not."""
    calls = [call for one in models for call in one.own_calls]
    return {"BinaryResponse"} & {*words(text for one in calls for text in (one.answer, one.event))}


def _answers(operation: NamedOperation, method: Method) -> Mapping[str, set[str]]:
    """The names of answers by the modules that hold them."""
    found: dict[str, set[str]] = {}
    answers = operation.responses
    # The pages of a list have its items alone.
    if not (method.variants or method.given.pages) and method.given.answer in [
        answer.name for answer in answers
    ]:
        found[answers[0].module] = {method.given.answer}
    if not method.given.union or not method.given.module:
        return found
    for name in (
        method.given.union,
        *([method.given.chunk_union] if "stream" in method.derived else ()),
    ):
        found.setdefault(module_of(operation, name), set()).add(name)
    for task in operation.tasks:
        if task.response is not None and (task.models or task.response.name in method.sent.octets):
            found.setdefault(task.response.module, set()).add(task.response.name)
        if task.models and task.response and task.response.chunk:
            found.setdefault(task.response.chunk.module, set()).add(task.response.chunk.name)
    return found
