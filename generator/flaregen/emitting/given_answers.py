"""What calls of an operation return: classes, files, pages, or nothing."""

from __future__ import annotations

from flaregen.emitting.literals import literal
from flaregen.emitting.method_package import GivenAnswer
from flaregen.names.annotations import annotation
from flaregen.names.named import NamedOperation, NamedTask
from flaregen.names.types import NullType


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
