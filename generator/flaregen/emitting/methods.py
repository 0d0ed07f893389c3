"""Operations as methods of a resource: signatures, tables of variants, imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from flaregen.emitting.literals import comment, docstring, literal, wrapped
from flaregen.emitting.model_package import ModelPackage
from flaregen.emitting.pages import item_annotation, pages
from flaregen.emitting.parameters import keyword_arguments, may_be_number, path_argument, styles
from flaregen.emitting.resource_package import CatalogueTask, Method, VariantRow
from flaregen.emitting.sent_types import SentTypes
from flaregen.names.derived_methods import DerivedMethod, by_keyword, in_path, slashed_parameters
from flaregen.names.identifiers import ClassName, ModuleName
from flaregen.names.keywords import (
    body_of,
    field_keywords,
    has_dict,
    has_keywords,
    keywords_class,
    moved_options,
    params_argument,
    takes_fields,
)
from flaregen.names.named import NamedOperation, NamedParameter, NamedTask, NamedVariant
from flaregen.names.types import NullType, UnionType
from flaregen.openapi.media_types import (
    OCTETS,
    USUAL,
    essence,
    is_form,
    is_json,
    is_lines,
    is_media_type,
    is_text,
)
from flaregen.schemas.operation import Operation

_USAGE = (
    "`params` is an instance of a params class and decides the type of the answer. Keywords "
    "do as well: the answer is then typed by the task of the model and by the keywords, and "
    "the options of a call go next to them."
)
_MOVED_USAGE = "By keyword, `{0}` is the field; the option is `{1}`."
_FREE_USAGE = (
    "`params` is a mapping, sent as JSON, or bytes. Keywords do as well; `body` alone is all of it."
)
_DECODED = "The answer is what the service sent, decoded."


def method(
    operation: NamedOperation,
    slashed: Sequence[str],
    derived: Mapping[DerivedMethod, str],
    known: SentTypes,
    models: Sequence[ModelPackage],
) -> Method:
    """``slashed`` are wire names of path parameters whose values may hold slashes."""
    raw = operation.operation
    label = f"{operation.resource}.{operation.method}"
    catalogue = tuple(_catalogue(operation.tasks))
    path_parameters = in_path(operation)
    others = by_keyword(operation)
    path = _path(raw.path, path_parameters)
    arguments = [p for p in path_parameters if not p.environment]
    open_ = [p.argument for p in slashed_parameters(operation, slashed)]
    prefix = operation.response_union.removesuffix("Response")
    union = module_of(operation, operation.response_union)
    return Method(
        name=operation.method,
        constant=operation.method.upper(),
        table=operation.module.upper(),
        label=literal(label),
        endpoint=literal(f"{raw.method} {path}"),
        twin=literal(_path(raw.twin.path, path_parameters)) if raw.twin else "",
        slashed=tuple(literal(name) for name in open_),
        arguments=tuple(map(path_argument, arguments[-1:])),
        others=tuple(map(path_argument, arguments[:-1])),
        scopes=tuple(p.argument for p in path_parameters if p.environment),
        docstring=docstring(_text(operation, others), indent=8),
        summary=comment(raw.summary),
        params_union=operation.params_union,
        response_union=operation.response_union if union else "object",
        chunk_union=f"{prefix}Chunk",
        union_module=union,
        variants=tuple(_rows(operation)),
        catalogue=catalogue,
        own=tuple(
            call
            for one in models
            if one.constant == operation.method.upper()
            for call in one.own_calls
        ),
        body=bool(raw.media_types),
        media_type=literal(raw.media_type) if raw.media_type != USUAL else "",
        optional_body=raw.optional_body,
        null_body=_takes_null(operation),
        raw=literal(_raw(raw)) if _raw(raw) else "",
        text=is_text(_raw(raw)),
        body_type=_body_type(operation, known),
        fields=takes_fields(operation),
        query=keyword_arguments(operation),
        params=params_argument(operation),
        params_type=_params_type(operation),
        keywords=keywords_class(operation) if has_dict(operation) else "",
        numbers=tuple(literal(p.argument) for p in path_parameters if may_be_number(p)),
        moved=tuple((literal(k), literal(o)) for o, k in moved_options(operation).items()),
        styles=tuple(styles(others)),
        octets=_octets(operation) or _of_raw(operation, union),
        answer=_answer(operation),
        null=[t.response.type for t in operation.tasks if t.response] == [NullType()],
        files=tuple(map(literal, raw.files)),
        bare=raw.bare_answer,
        empty=raw.empty_answer,
        silent=_is_silent(raw),
        pages=pages(operation),
        item=item_annotation(operation),
        answered=not any(map(_shares_answer, operation.tasks)),
        flag=_flag(operation) if "stream" in derived else "",
        derived=derived,
    )


def _raw(operation: Operation) -> str:
    """The media type of a body that is one file, where that is more than bytes."""
    known = map(essence, filter(is_media_type, operation.media_types))
    found = (one for one in known if not (is_json(one) or is_form(one) or one == OCTETS))
    return next(found, "")


def _body_type(operation: NamedOperation, known: SentTypes) -> str:
    """The annotation of what a call sends, where that has no fields."""
    body, raw = body_of(operation), operation.operation
    if body is not None:
        found = known.text(body)
    elif is_lines(raw.media_type):
        found = "Sequence[Mapping[str, object]] | str | File"
    elif takes_fields(operation):
        found = "Mapping[str, object] | bytes"
    else:
        found = "str | File" if is_text(raw.media_type) else "File"
    optional = (raw.optional_body or takes_fields(operation)) and not found.endswith("None")
    return f"{found} | None" if optional else found


def _takes_null(operation: NamedOperation) -> bool:
    """Whether a body is required and may be null."""
    body = body_of(operation)
    members = body.members if isinstance(body, UnionType) else (body,)
    return NullType() in members and not operation.operation.optional_body


def _path(path: str, parameters: Iterable[NamedParameter]) -> str:
    """The path with the arguments in the place of its parameters."""
    for one in parameters:
        path = path.replace(f"{{{one.parameter.wire}}}", f"{{{one.argument}}}")
    return path


def _flag(operation: NamedOperation) -> str:
    flags = {
        (field.name, variant.variant.stream_flag)
        for task in operation.tasks
        for variant in task.variants
        for field in variant.cls.fields
        if field.wire == variant.variant.stream_flag
    }
    return literal(min(flags)[0]) if flags else ""


def module_of(operation: NamedOperation, name: str) -> str:
    """The module that has the union of the answers, or of their pieces; empty where none has.

    A body that is not divided has one class, which bears the name of the union; so has its answer.
    """
    answers = operation.responses
    modules = {answer.name: answer.module for answer in answers}
    modules |= {a.chunk.name: a.chunk.module for a in answers if a.chunk is not None}
    params = {variant.cls.name for variant in operation.variants}
    if name in modules or operation.params_union in params:
        return modules.get(ClassName(name), "")
    return operation.module


def _answer(operation: NamedOperation) -> str:
    """What every call is answered; where there are variants, they say it."""
    names = [task.response.name for task in operation.tasks if task.response]
    types = operation.operation.answer_types
    if types and len(types) == len(operation.operation.files):
        names = [ClassName("BinaryResponse")]
    return names[0] if len(names) == 1 and not operation.variants else ""


def _octets(operation: NamedOperation) -> tuple[str, ...]:
    bare = [task.response for task in operation.tasks if task.title in operation.operation.bare]
    return tuple(answer.name for answer in bare if answer) if operation.variants else ()


def _is_silent(operation: Operation) -> bool:
    """Whether no answer has a body."""
    return operation.empty_answer and not operation.answer_types


def _of_raw(operation: NamedOperation, union: str) -> tuple[str, ...]:
    """The answer to a body that is a file, apart from forms."""
    raw = operation.variants and union and _raw(operation.operation)
    return (operation.response_union,) if raw else ()


def _shares_answer(task: NamedTask) -> bool:
    """Whether params classes say what another operation answers, and this one answers nothing."""
    return task.response is None and any(v.answer is not None for v in task.variants)


def _params_type(operation: NamedOperation) -> str:
    """Where all forms have one answer, no class has to say it."""
    answers = {variant.answer.name if variant.answer else "" for variant in operation.variants}
    streams = any(task.response and task.response.chunk for task in operation.tasks)
    one = has_keywords(operation) and len(answers) == 1 and not streams
    return operation.params_union if one and not _octets(operation) else ""


def params_module(operation: NamedOperation) -> ModuleName:
    """The module of the class or union of its params."""
    modules = {variant.cls.name: variant.cls.module for variant in operation.variants}
    return modules.get(operation.params_union, operation.module)


def _text(operation: NamedOperation, query: Sequence[NamedParameter]) -> str:
    raw = operation.operation
    summary = raw.summary.strip().rstrip(".")
    of_models = any(task.models for task in operation.tasks)
    if operation.variants:
        usage = [_USAGE] if of_models else []
        usage += [_MOVED_USAGE.format(*pair) for pair in moved_options(operation).items()]
    else:
        usage = [_free_usage(operation)] if raw.media_types else []
    if not (operation.variants or _answer(operation) or _is_silent(raw)):
        usage.append(_DECODED)
    if raw.twin:
        usage.append(_either(operation))
    about = (raw.description, *raw.notes)
    paragraphs = [f"{summary}." if summary else "", *about, " ".join(usage)]
    if not (operation.variants or has_dict(operation)):
        described = [p for p in query if p.parameter.description]
        paragraphs += [f"`{p.argument}`: {p.parameter.description}" for p in described]
    return "\n\n".join(part for part in paragraphs if part) or f"{raw.method} {raw.path}."


def _either(operation: NamedOperation) -> str:
    held = [f"`{p.argument}`" for p in in_path(operation) if p.environment]
    return f"Pass {' or '.join(held)}: exactly one of them, here or to the client."


def _free_usage(operation: NamedOperation) -> str:
    if takes_fields(operation):
        return _FREE_USAGE
    return f"`body` is sent as {comment(operation.operation.media_type)}."


def _has_catalogue(task: NamedTask) -> bool:
    return bool(task.models) and task.response is not None


def _catalogue(tasks: Sequence[NamedTask]) -> Iterator[CatalogueTask]:
    for task in tasks:
        if _has_catalogue(task) and task.response is not None:
            yield CatalogueTask(
                alias=task.model_alias,
                models=tuple(literal(model) for model in task.models),
                response=task.response.name,
                chunk=task.response.chunk.name if task.response.chunk else "",
            )


def _rows(operation: NamedOperation) -> Iterator[VariantRow]:
    keywords = {
        field.wire: keyword
        for keyword, fields in field_keywords(operation).items()
        for field in fields
        # One underscore behind the wire name needs no saying: calls know that.
        if keyword not in (field.name, f"{field.wire}_")
    }
    for task in operation.tasks:
        for variant in task.variants:
            yield _row(task, variant, keywords)


def _row(task: NamedTask, variant: NamedVariant, keywords: Mapping[str, str]) -> VariantRow:
    fields = variant.cls.fields
    names = [(str(f.name), f.wire) for f in fields if f.name != f.wire]
    moved = [(keywords[f.wire], f.wire) for f in fields if f.wire in keywords]
    return VariantRow(
        name=variant.cls.name,
        models=f"catalogue.{task.model_alias}" if _has_catalogue(task) else "None",
        required=literal(" ".join(f.name for f in fields if f.required)),
        optional=wrapped([f.name for f in fields if not f.required], indent=8, before=8),
        renamed=tuple((literal(name), literal(wire)) for name, wire in names + moved),
        moved=bool(moved),
    )
