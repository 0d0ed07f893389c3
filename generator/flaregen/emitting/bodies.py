"""What calls of an operation send and give: params, keywords, JSON, files, classes, pages."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.emitting.literals import literal
from flaregen.emitting.method_package import GivenAnswer, SentBody
from flaregen.emitting.sent_types import SentTypes
from flaregen.names.annotations import annotation
from flaregen.names.keywords import (
    body_of,
    body_types,
    has_dict,
    has_keywords,
    keywords_class,
    moved_options,
    params_argument,
    takes_fields,
    takes_whole,
)
from flaregen.names.named import NamedOperation, NamedTask
from flaregen.names.types import ClassType, ListType, NullType, Type, members_of
from flaregen.openapi.media_types import (
    JSON_TYPE,
    OCTETS,
    essence,
    is_form,
    is_json,
    is_media_type,
    is_text,
)
from flaregen.schemas.operation import Operation

_MARKS = {"None": "None", "UNSET": "UnsetType"}
"""Types of what leaves a body out."""


def sent_body(operation: NamedOperation, known: SentTypes) -> SentBody:
    raw = operation.operation
    file, body = _raw(raw), body_of(operation)
    items = () if body is None else tuple(dict.fromkeys(_items(body)))
    return SentBody(
        body=bool(raw.media_types),
        media_type=literal(raw.media_type) if raw.media_type != JSON_TYPE else "",
        parts=tuple((literal(name), literal(form)) for name, form in raw.parts),
        optional=raw.optional_body,
        null=raw.null_body,
        raw=literal(file) if file else "",
        text=is_text(file.partition(",")[0]),
        annotation=_annotation(operation, known),
        default=_default(operation),
        fields=takes_fields(operation),
        whole=known.text(body) if body is not None and takes_whole(operation) else "",
        items=literal(" ".join(items)) if items else "",
        params=params_argument(operation),
        params_type=_params_type(operation),
        keywords=keywords_class(operation) if has_dict(operation) else "",
        moved=tuple((literal(k), literal(o)) for o, k in moved_options(operation).items()),
        octets=_octets(operation) or _of_raw(operation),
    )


def _items(body: Type) -> Iterator[str]:
    """The classes of objects in lists of a body, and in lists in these."""
    for member in members_of(body):
        if isinstance(member, ListType):
            yield from (one.name for one in members_of(member.items) if isinstance(one, ClassType))
            yield from _items(member.items)


def _raw(operation: Operation) -> str:
    """The media types of a body that is one file, where they are more than bytes."""
    known = map(essence, filter(is_media_type, operation.media_types))
    found = (one for one in known if not (is_json(one) or is_form(one) or one == OCTETS))
    return ", ".join(dict.fromkeys(found))


def _annotation(operation: NamedOperation, known: SentTypes) -> str:
    """The annotation of what a call sends, where that has no params class."""
    body, default = body_of(operation), _default(operation)
    found = " | ".join(body_types(operation)) if body is None else known.text(body)
    return f"{found} | {_MARKS[default]}" if default else found


def _default(operation: NamedOperation) -> str:
    """What leaves a body out that has no params class: None, unless that is null."""
    raw, fields = operation.operation, takes_fields(operation)
    if not (fields or raw.optional_body):
        return ""
    return "UNSET" if raw.null_body and not fields else "None"


def _octets(operation: NamedOperation) -> tuple[str, ...]:
    bare = [task.response for task in operation.tasks if task.title in operation.operation.bare]
    return tuple(answer.name for answer in bare if answer) if operation.variants else ()


def _of_raw(operation: NamedOperation) -> tuple[str, ...]:
    """The answer to a body that is a file, apart from forms."""
    union = operation.response_union
    known = operation.has_union or union in {answer.name for answer in operation.responses}
    raw = operation.variants and known and _raw(operation.operation)
    return (union,) if raw else ()


def _params_type(operation: NamedOperation) -> str:
    """Where all forms have one answer, no class has to say it."""
    answers = {variant.answer.name if variant.answer else "" for variant in operation.variants}
    streams = any(response.chunk for response in operation.responses)
    one = has_keywords(operation) and len(answers) == 1 and not streams
    return operation.params_union if one and not _octets(operation) else ""


def given_answer(operation: NamedOperation) -> GivenAnswer:
    raw = operation.operation
    said = not any(map(_shares_answer, operation.tasks))
    return GivenAnswer(
        annotation=" | ".join(operation.given),
        answer=only_answer(operation),
        chunk_union=f"{operation.response_union.removesuffix('Response')}Chunk",
        otherwise=operation.otherwise,
        null=[response.type for response in operation.responses] == [NullType()],
        files=tuple(map(literal, raw.files)),
        accept=literal(raw.accept) if raw.accept else "",
        bare=raw.bare_answer,
        empty=raw.empty_answer,
        pages=_pages(operation),
        item=annotation(operation.item, "response") if operation.item is not None else "",
        said=said,
        by_class=said and bool(operation.variants and operation.answer),
    )


def only_answer(operation: NamedOperation) -> str:
    """The class of every answer; empty where it depends on the variant."""
    if operation.answers_with_file and not operation.variants:
        return "BinaryResponse"
    return operation.response.name if operation.response else ""


def _shares_answer(task: NamedTask) -> bool:
    """Whether params classes say what another operation answers, and this one answers nothing."""
    return task.response is None and any(v.answer is not None for v in task.variants)


def _pages(operation: NamedOperation) -> tuple[str, ...]:
    """Literals: the family, keywords of a page and of its size, the field of the items."""
    paging = operation.operation.paging
    if paging is None or operation.item is None:
        return ()
    names = {
        parameter.parameter.wire: parameter.argument
        for parameter in operation.parameters
        if parameter.parameter.location == "query"
    }
    response = operation.response
    fields = response.cls.fields if response and response.cls else ()
    items = next((field.name for field in fields if field.wire == paging.items), "")
    found = (paging.family, names[paging.parameter], names.get(paging.size, ""), items)
    return tuple(map(literal, found))
