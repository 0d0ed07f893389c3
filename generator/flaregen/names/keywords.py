"""Keywords of calls for the fields of a body, in addition to path, query and options.

A field keeps its name. Where an option of calls has the same one, the option is called so with
``_option`` after it; where a parameter has it, the field gets an underscore.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from flaregen.names import reserved
from flaregen.names.annotations import member_types
from flaregen.names.derived_methods import by_keyword
from flaregen.names.identifiers import ClassName, FieldName
from flaregen.names.named import NamedField, NamedOperation
from flaregen.names.types import Type
from flaregen.openapi.media_types import is_form, is_json, is_lines, is_text

PARAMS, BODY = "params", "body"
"""The arguments for a body that is an object already, and for any other as a whole."""


def has_keywords(operation: NamedOperation) -> bool:
    """Whether checkers know the keywords of a call.

    Where the name of a model decides the form of the body, they cannot.
    """
    return bool(operation.variants) and not any(task.models for task in operation.tasks)


def has_dict(operation: NamedOperation) -> bool:
    """Whether a TypedDict has its keywords, those of the query included."""
    free = operation.operation.media_types and takes_fields(operation)
    return has_keywords(operation) or bool(
        by_keyword(operation) and not operation.variants and not free
    )


def keywords_class(operation: NamedOperation) -> ClassName:
    """The TypedDict of its keywords."""
    return ClassName(f"{operation.params_union.removesuffix('Params')}Keywords")


def field_keywords(operation: NamedOperation) -> Mapping[FieldName, tuple[NamedField, ...]]:
    """The fields of a body by keyword, each as the forms of the body have it."""
    flags = {one.variant.stream_flag for one in operation.variants if one.variant.stream_flag}
    arguments = {p.argument for p in operation.parameters}
    fields = [field for variant in operation.variants for field in variant.cls.fields]
    taken = arguments | {field.name for field in fields}
    found: dict[FieldName, list[NamedField]] = {}
    for field in fields:
        if field.wire not in flags:
            name = _free(field.name, taken) if field.name in arguments else field.name
            found.setdefault(name, []).append(field)
    return {name: tuple(fields) for name, fields in found.items()}


def _free(name: FieldName, taken: Container[str]) -> FieldName:
    while name in taken:
        name = FieldName(f"{name}_")
    return name


def moved_options(operation: NamedOperation) -> Mapping[str, str]:
    """Keywords of the options whose names the fields of a body have, by option."""
    if not has_keywords(operation):
        return {}
    fields = field_keywords(operation)
    taken = {*fields, *(p.argument for p in operation.parameters)}
    return {
        option: _free(FieldName(f"{option}_option"), taken)
        for option in sorted(reserved.OPTIONS.intersection(fields))
    }


def params_argument(operation: NamedOperation) -> str:
    """What the argument for params is called: a field or a parameter may have its usual name."""
    taken = {p.argument for p in operation.parameters}
    taken |= field_keywords(operation).keys() if has_keywords(operation) else set()
    return _free(FieldName(PARAMS), taken)


def body_of(operation: NamedOperation) -> Type | None:
    """The type of what a body is without fields, or may be in place of its variants."""
    return next((task.body for task in operation.tasks if task.body is not None), None)


def takes_fields(operation: NamedOperation) -> bool:
    """Whether a body is an object, or a form, or may be."""
    kind = operation.operation.media_type
    has_fields = bool(operation.variants) or body_of(operation) is None
    return has_fields and (is_json(kind) or is_form(kind))


def takes_whole(operation: NamedOperation) -> bool:
    """Whether checkers know the keyword for what a body may be in place of its variants."""
    known = {*field_keywords(operation), *(p.argument for p in operation.parameters)}
    return has_keywords(operation) and body_of(operation) is not None and BODY not in known


def body_argument(operation: NamedOperation) -> str:
    """The argument for a body that has no params class, empty where there is none."""
    if operation.variants:
        return BODY if takes_whole(operation) else ""
    if not operation.operation.media_types:
        return ""
    return params_argument(operation) if takes_fields(operation) else BODY


def body_types(operation: NamedOperation) -> tuple[str, ...]:
    """The members of the union that this argument is."""
    body, kind = body_of(operation), operation.operation.media_type
    if body is not None:
        return member_types(body, "request")
    if is_lines(kind):
        return ("Sequence[Mapping[str, object]]", "str", "File")
    if takes_fields(operation):
        return ("Mapping[str, object]", "bytes")
    return ("str", "File") if is_text(kind) else ("File",)
