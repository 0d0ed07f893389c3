"""What calls of an operation return: classes, files, pages, or nothing."""

from __future__ import annotations

from flaregen.emitting.literals import literal
from flaregen.emitting.method_package import GivenAnswer
from flaregen.emitting.pages import item_annotation, pages
from flaregen.names.identifiers import ClassName
from flaregen.names.named import NamedOperation, NamedTask
from flaregen.names.types import NullType


def given_answer(operation: NamedOperation) -> GivenAnswer:
    raw, union = operation.operation, operation.response_union
    return GivenAnswer(
        union=operation.answer if operation.variants else "",
        chunk_union=f"{union.removesuffix('Response')}Chunk",
        module=module_of(operation, operation.answer),
        answer=only_answer(operation),
        otherwise=operation.otherwise,
        null=[response.type for response in operation.responses] == [NullType()],
        files=tuple(map(literal, raw.files)),
        bare=raw.bare_answer,
        empty=raw.empty_answer,
        silent=raw.is_silent,
        pages=pages(operation),
        item=item_annotation(operation),
        said=not any(map(_shares_answer, operation.tasks)),
    )


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


def only_answer(operation: NamedOperation) -> str:
    """The class of every answer; empty where it depends on the variant."""
    if operation.answers_with_file and not operation.variants:
        return "BinaryResponse"
    return operation.response.name if operation.response else ""


def _shares_answer(task: NamedTask) -> bool:
    """Whether params classes say what another operation answers, and this one answers nothing."""
    return task.response is None and any(v.answer is not None for v in task.variants)
