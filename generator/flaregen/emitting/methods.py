"""Operations as methods of a resource: signatures, tables of variants, imports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from flaregen.emitting.bodies import given_answer, only_answer, sent_body
from flaregen.emitting.literals import comment, docstring, literal, wrapped
from flaregen.emitting.method_package import CatalogueTask, Method, VariantRow
from flaregen.emitting.model_package import ModelPackage
from flaregen.emitting.parameters import address, keyword_arguments, styles
from flaregen.emitting.sent_types import SentTypes
from flaregen.names.derived_methods import DerivedMethod, by_keyword, scopes
from flaregen.names.keywords import field_keywords, has_dict, moved_options, takes_fields
from flaregen.names.named import NamedOperation, NamedParameter, NamedTask, NamedVariant
from flaregen.openapi.media_types import is_form

_USAGE = (
    "`params` is an instance of a params class and decides the type of the answer. You can pass "
    "keywords instead: the task of the model and the keywords then decide it, and the options of "
    "a call go next to them."
)
_MOVED_USAGE = "By keyword, `{0}` is the field; the option is `{1}`."
_FREE_USAGE = (
    "`params` is a mapping, sent as {0}, or bytes. You can pass keywords instead; "
    "`body` alone is the whole body."
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
    raw, constant = operation.operation, operation.method.upper()
    catalogue = tuple(_catalogue(operation.tasks))
    others = by_keyword(operation)
    own = (model.own_calls for model in models if model.constant == constant)
    return Method(
        name=operation.method,
        constant=constant,
        table=operation.module.upper(),
        label=literal(f"{operation.resource}.{operation.method}"),
        docstring=docstring(_text(operation, others), indent=8),
        summary=comment(raw.summary),
        deprecated=raw.deprecated,
        params_union=operation.params_union,
        address=address(operation, slashed),
        sent=sent_body(operation, known),
        given=given_answer(operation),
        variants=tuple(_rows(operation)),
        catalogue=catalogue,
        own=tuple(chain.from_iterable(own)),
        query=keyword_arguments(operation),
        styles=tuple(styles(others)),
        flag=_flag(operation) if "stream" in derived else "",
        derived=derived,
    )


def _flag(operation: NamedOperation) -> str:
    flags = {
        (field.name, variant.variant.stream_flag)
        for task in operation.tasks
        for variant in task.variants
        for field in variant.cls.fields
        if field.wire == variant.variant.stream_flag
    }
    return literal(min(flags)[0]) if flags else ""


def _text(operation: NamedOperation, query: Sequence[NamedParameter]) -> str:
    raw = operation.operation
    summary = raw.summary.strip().rstrip(".")
    of_models = any(task.models for task in operation.tasks)
    if operation.variants:
        usage = [_USAGE] if of_models else []
        usage += [_MOVED_USAGE.format(*pair) for pair in moved_options(operation).items()]
    else:
        usage = [_free_usage(operation)] if raw.media_types else []
    if not (operation.variants or only_answer(operation) or raw.is_silent):
        usage.append(_DECODED)
    if raw.twin:
        held = " or ".join(f"`{scope}`" for scope in scopes(operation))
        usage.append(f"Pass {held}: exactly one of them, here or to the client.")
    about = (raw.description, *raw.notes)
    paragraphs = [f"{summary}." if summary else "", *about, " ".join(usage)]
    if not (operation.variants or has_dict(operation)):
        described = [p for p in query if p.parameter.description]
        paragraphs += [f"`{p.argument}`: {p.parameter.description}" for p in described]
    return "\n\n".join(part for part in paragraphs if part) or f"{raw.method} {raw.path}."


def _free_usage(operation: NamedOperation) -> str:
    media_type = comment(operation.operation.media_type)
    if takes_fields(operation):
        return _FREE_USAGE.format(media_type if is_form(media_type) else "JSON")
    return f"`body` is sent as {media_type}."


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
