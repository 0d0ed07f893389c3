"""Warnings about operations: what callers have to help with, and what is titled or chosen amiss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os.path import commonprefix
from types import UnionType

from flaregen.diagnostic import Diagnostic, Problem
from flaregen.document import Source
from flaregen.names.keywords import (
    body_of,
    field_keywords,
    has_keywords,
    moved_options,
    takes_whole,
)
from flaregen.names.named import NamedOperation, NamedTask
from flaregen.openapi.media_types import essence, is_form, is_json, is_media_type
from flaregen.pointer import Pointer
from flaregen.schemas.operation import Operation, Parameter
from flaregen.schemas.schema import Array, Map, Object, Schema, Union, leaves
from flaregen.selecting.refinements import instances

_STYLES = ("form", "spaceDelimited", "pipeDelimited", "deepObject")


def unsent(operations: Sequence[NamedOperation], source: Source) -> Iterator[Diagnostic]:
    """A warning for each body, parameter and answer that a call has to help with."""
    parts = (_body, _path, _query, _in_place, _answer)
    found = (
        one
        for named in operations
        for one in (
            *(one for part in parts for one in part(named.operation)),
            *_whole(named),
            *_fields(named),
        )
    )
    # Operations may share what is described once.
    for problem, pointer in dict.fromkeys(found):
        yield problem.at(source, pointer=pointer, severity="warning")


def _fields(named: NamedOperation) -> Iterator[tuple[Problem, Pointer]]:
    """Fields of a body whose names are arguments of the call already."""
    moved = moved_options(named)
    for keyword, (field, *_) in field_keywords(named).items() if has_keywords(named) else ():
        if keyword != field.name:
            message = f"The keyword {field.name} of a call is a parameter, "
            message += f"not the body's field {field.wire}."
            remedy = f"pass {keyword} to send the field"
        elif keyword in moved:
            message = f"The keyword {keyword} of a call is the body's field, not the option."
            remedy = f"pass {moved[keyword]} for the option"
        else:
            continue
        yield Problem("field-not-a-keyword", message, remedy), field.schema.pointer


def _body(operation: Operation) -> Iterator[tuple[Problem, Pointer]]:
    kinds = operation.media_types
    place = operation.pointer.child("requestBody")
    if operation.unsent_types:
        message = f"The request body can also be {_listed(operation.unsent_types)}"
        message += f", of another schema. Calls send {operation.media_type} alone."
        remedy = f"to send it instead, take {operation.media_type} out in an overlay"
        yield Problem("media-type-not-sent", message, remedy), place
    if essence(operation.media_type).startswith("multipart/") and not is_form(operation.media_type):
        message = f"The request body is {operation.media_type}, whose parts calls do not write."
        remedy = "pass the body as a file, and its Content-Type with the boundary in extra_headers"
        yield Problem("media-type-not-sent", message, remedy), place
    if kinds and not any(is_media_type(kind) or "*" in kind for kind in kinds):
        message = f"The request body is {_listed(kinds)}, which is not a media type."
        remedy = "correct it in an overlay, or send it with its Content-Type in extra_headers"
        yield Problem("media-type-not-sent", message, remedy), place


def _whole(named: NamedOperation) -> Iterator[tuple[Problem, Pointer]]:
    """What a body may be besides objects, where calls cannot be checked."""
    if named.variants and body_of(named) is not None and not takes_whole(named):
        message = "The request body can also be a value, a list or null, "
        message += "for which calls have no argument here."
        remedy = "take the objects out in an overlay to send it"
        place = named.operation.pointer.child("requestBody")
        yield Problem("body-without-fields", message, remedy), place


def _path(operation: Operation) -> Iterator[tuple[Problem, Pointer]]:
    if "#" in operation.path:
        message = f"The path {operation.path} holds a #, and no server receives what follows it."
        remedy = "take it out in an overlay"
        yield Problem("path-not-written", message, remedy), operation.pointer
    for parameter in operation.parameters:
        if parameter.location != "path":
            continue
        if "/" in parameter.form and not is_json(parameter.form):
            message = f"The path parameter {parameter.wire} is written as {parameter.form}"
            message += ", which calls do not support."
        elif "/" not in parameter.form and any(map(_is_divided, _parts(parameter.schema))):
            message = _nests(parameter)
        else:
            continue
        remedy = "pass the text that belongs in the path"
        yield Problem("path-not-written", message, remedy), parameter.pointer


def _nests(parameter: Parameter) -> str:
    message = f"The {parameter.location} parameter {parameter.wire} nests lists or objects"
    return f"{message}. Calls write them as JSON, because {parameter.form} cannot."


def _query(operation: Operation) -> Iterator[tuple[Problem, Pointer]]:
    for parameter in operation.parameters:
        if parameter.location == "querystring":
            message = "The query string is described as a whole, and calls do not send it."
        elif parameter.location == "query" and not _is_written(parameter):
            message = (
                f"The query parameter {parameter.wire} is written in the form {parameter.form}"
            )
            message += ", which calls do not support."
        elif parameter.location == "query" and _is_deep(parameter):
            message = _nests(parameter)
        else:
            continue
        remedy = "write it yourself: extra_query of a call takes text"
        yield Problem("query-not-sent", message, remedy), parameter.pointer


def _in_place(operation: Operation) -> Iterator[tuple[Problem, Pointer]]:
    for parameter in operation.parameters:
        media_type = "/" in parameter.form and not is_json(parameter.form)
        if parameter.location in ("header", "cookie") and media_type:
            message = f"The {parameter.location} {parameter.wire} is written as {parameter.form}"
            message += ", which calls do not support."
            remedy = "pass the text that belongs there"
            yield Problem("header-not-written", message, remedy), parameter.pointer


def _is_written(parameter: Parameter) -> bool:
    """Whether a call writes a parameter as the document says."""
    style = parameter.form.partition(" ")[0]
    return style in _STYLES or is_json(parameter.form) or _is_usual(parameter)


def has_style(parameter: Parameter) -> bool:
    """Whether a parameter of the query has a style that a call must follow."""
    return _is_written(parameter) and (not _is_usual(parameter) or _is_deep(parameter))


def form_in_place(parameter: Parameter) -> str:
    """The form of a header or a cookie that a call must follow; empty for the usual one."""
    if is_json(parameter.form):
        return parameter.form
    divided = Object | Map if parameter.location == "header" else Object | Map | Array
    exploded = parameter.form.endswith("exploded") and _holds(parameter.schema, divided)
    return parameter.form if exploded else ""


def _is_deep(parameter: Parameter) -> bool:
    """Whether lists or objects are in each other, which only some forms can write."""
    kind = parameter.form.partition(" ")[0]
    if "/" in kind:
        return False
    inside = _parts(parameter.schema)
    if parameter.form.endswith("exploded") and not _holds(parameter.schema, Array):
        # The members of an object are parameters, which may be lists.
        inside = [part for schema in inside for part in _members(schema, deep=kind == "deepObject")]
    return any(map(_is_divided, inside))


def _members(schema: Schema, *, deep: bool) -> list[Schema]:
    """What is written of a member: itself, the items of a list, or what is ``deep`` in it."""
    if isinstance(schema, Array):
        return [schema.items]
    if deep and isinstance(schema, Object | Map):
        return [part for one in _parts(schema) for part in _members(one, deep=True)]
    return [schema]


def _parts(schema: Schema) -> list[Schema]:
    match schema:
        case Union():
            return [part for member in schema.members for part in _parts(member)]
        case Array():
            return [schema.items]
        case Map():
            return [schema.values]
        case Object():
            return [field.schema for field in schema.fields]
        case _:
            return []


def _is_usual(parameter: Parameter) -> bool:
    """A value is one parameter, and a list several."""
    if "/" in parameter.form:
        return False
    inside = Object | Map if parameter.form == "form exploded" else Object | Map | Array
    return not _holds(parameter.schema, inside)


def _is_divided(schema: Schema) -> bool:
    return _holds(schema, Object | Map | Array)


def _holds(schema: Schema, kinds: type | UnionType) -> bool:
    return any(isinstance(leaf, kinds) for leaf in leaves(schema))


def _answer(operation: Operation) -> Iterator[tuple[Problem, Pointer]]:
    kinds = operation.answer_types
    if kinds and not any("/" in kind for kind in kinds):
        message = f"The answer is {_listed(kinds)}, which is not a media type."
        remedy = "correct it in an overlay, or read the answer with with_raw_response"
        yield Problem("answer-not-read", message, remedy), operation.pointer.child("responses")


def _listed(kinds: Iterable[str]) -> str:
    return " or ".join(kind or '""' for kind in kinds)


_HELP = "give both one title, with an overlay where the document is not yours"


def unpaired(operations: Sequence[NamedOperation], source: Source) -> Iterator[Diagnostic]:
    """A warning for each variant of an operation with several answers that has no partner.

    Where an operation has no request body, or no answer that says anything, there is
    nothing to pair.
    """
    for operation in operations:
        asked = [task for task in operation.tasks if task.variants]
        answered = [task for task in operation.tasks if task.response]
        if not (asked and answered):
            continue
        for task in operation.tasks:
            if task.title in operation.operation.bare:
                continue
            if message := _message(task):
                problem = Problem("unpaired-variant", message, _HELP)
                yield problem.at(source, pointer=task.pointer, severity="warning")


def _message(task: NamedTask) -> str:
    if task.response is None:
        classes = " and ".join(variant.cls.name for variant in task.variants)
        return f'No answer has the title "{task.title}": calls with {classes} return decoded JSON.'
    if not task.variants:
        return f'No request has the title "{task.title}": no call returns {task.response.name}.'
    return ""


def models_apart(operations: Sequence[Operation], source: Source) -> Iterator[Diagnostic]:
    """A warning for each operation whose models are methods of their own, too.

    Patterns such as ``*`` choose both, and the classes of a task then have longer names.
    """
    for operation in operations:
        if not any(task.models for task in operation.tasks):
            continue
        of_method = tuple(one.path for one in operations if one.method == operation.method)
        found = [path for path, _ in instances(operation.path, of_method, slashes=True)]
        if len(found) > 1:
            message = (
                f"{operation.label} takes {len(found)} models by name that are also "
                "chosen as operations."
            )
            # To where the names differ, not to the last slash.
            left_out = f"!{commonprefix(found)}*"  # noqa: RUF071
            problem = Problem("model-chosen-twice", message, f'add "{left_out}" to `operations`')
            yield problem.at(source, pointer=operation.pointer, severity="warning")
