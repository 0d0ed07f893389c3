"""Models that take and answer the same, with the forms of their requests and their answers.

They are read from literal paths that are instances of a templated one (``refinements``).
How a body travels is what the media types of the document say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from flaregen.config_file import WireTable
from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document
from flaregen.openapi.media_types import FORM, is_event_stream, is_json
from flaregen.pointer import Pointer
from flaregen.schemas import requests, responses
from flaregen.schemas.interpret import interpret
from flaregen.schemas.operation import Operation, Parameter, Task
from flaregen.schemas.parameters import parameter
from flaregen.schemas.schema import (
    Binary,
    Direction,
    Enumeration,
    Field,
    Given,
    Object,
    Scalar,
    Schema,
    Union,
    leaves,
)
from flaregen.selecting.refinements import Content, Refinement, alike, refinements


@dataclass(frozen=True, slots=True)
class ModelForm:
    """One form of a request, and what it is answered.

    ``schema`` has the fields of the body and of the query. ``answer`` is None where
    no answer is JSON, ``event`` where there is no stream. ``stream_flag`` is the wire name
    of the member that asks for one, ``streams`` whether it does unless it is asked not to.
    """

    label: str
    schema: Object
    stream_flag: str
    streams: bool
    answer: Schema | None
    event: Schema | None


@dataclass(frozen=True, slots=True)
class ModelGroup:
    """Models with the same pair of schemas.

    ``media_type`` is that of the body with all members, empty where there is none; ``files``
    are those of a body that is the member ``raw`` alone. ``query`` are members that go into
    the query. ``answers_file`` says that an answer may be a file, not in JSON.
    """

    models: tuple[Refinement, ...]
    title: str
    description: str
    media_type: str
    files: tuple[str, ...]
    raw: str
    query: tuple[str, ...]
    forms: tuple[ModelForm, ...]
    answers_file: bool
    pointer: Pointer


def model_groups(
    document: Document, operation: Operation, rules: WireTable
) -> tuple[ModelGroup, ...]:
    """The groups of an operation's models, in the document's order; none for most operations.

    ``document`` is the whole one. Paths that have a body nowhere refine nothing that is sent.
    """
    method = operation.method.lower()
    found = refinements(document, operation.path, method, rules.slashed)
    groups: list[ModelGroup] = []
    for group in alike(document, found):
        # What is wrong with the path of a model stops no build: the model is run as any other.
        with suppress(DiagnosticError):
            groups.append(_group(document, group, rules))
    return tuple(groups)


def _group(document: Document, models: tuple[Refinement, ...], rules: WireTable) -> ModelGroup:
    first = models[0]
    whole = next((content for content in first.bodies if _has_members(content)), None)
    body = _schema(document, whole, "request") if whole else None
    files = tuple(content.media_type for content in first.bodies if not _has_members(content))
    divided = requests.divide(body, rules.stream_flag) if body is not None else ()
    query = tuple(parameter(document, place) for place in first.query)
    forms, raw = tuple(_forms(divided)), _raw(divided, files)
    if whole is None and files:
        forms = (_of_file(files, first),)
    answers = dict(_answers(document, first, rules))
    streams = (answer for answer in first.answers if is_event_stream(answer.media_type))
    events = [_schema(document, answer, "response") for answer in streams]
    title, description = _said(body, divided)
    return ModelGroup(
        models=models,
        title=title,
        description=description,
        media_type=whole.media_type if whole else "",
        files=files,
        raw=forms[0].schema.fields[0].wire if whole is None and files else raw,
        query=tuple(one.wire for one in query),
        forms=tuple(_answered(_with_query(form, query), answers, events) for form in forms),
        answers_file=any(
            not (is_json(one.media_type) or is_event_stream(one.media_type))
            for one in first.answers
        ),
        pointer=first.pointer,
    )


def _has_members(content: Content) -> bool:
    return is_json(content.media_type) or content.media_type == FORM


def _schema(document: Document, content: Content, direction: Direction) -> Schema | None:
    return interpret(document, content.schema, direction) if content.schema else None


def _said(body: Schema | None, forms: Sequence[Task]) -> tuple[str, str]:
    """What the document calls a request as a whole; several forms have titles of their own."""
    if body is None or len(forms) != 1:
        return "", ""
    return body.title, body.description


def _forms(divided: Sequence[Task]) -> Iterator[ModelForm]:
    for form in divided:
        for variant in form.requests:
            flag = next((f for f in variant.schema.fields if f.wire == variant.stream_flag), None)
            yield ModelForm(
                label=form.title,
                schema=variant.schema,
                stream_flag=variant.stream_flag,
                streams=flag is not None and flag.schema.default == Given(value=True),
                answer=None,
                event=None,
            )


def _raw(forms: Sequence[Task], files: Sequence[str]) -> str:
    """The member that a file as the whole body means: the only one that holds a file."""
    carriers = {
        field.wire
        for form in forms
        for variant in form.requests
        for field in variant.schema.fields
        if _holds_file(field.schema)
    }
    return carriers.pop() if files and len(carriers) == 1 else ""


def _holds_file(schema: Schema) -> bool:
    files = any(isinstance(leaf, Binary) for leaf in leaves(schema))
    return files or requests.carries_bytes(schema)


def _of_file(files: Sequence[str], model: Refinement) -> ModelForm:
    """A body that is a file and nothing else is called after its kind."""
    kind = files[0].partition("/")[0]
    name = "file" if kind in ("application", "*") else kind
    place = next(body.schema for body in model.bodies if body.schema)
    field = Field(name, Binary(pointer=place, encoding="raw"), required=True)
    return ModelForm(
        "", Object(pointer=place, fields=(field,)), "", streams=False, answer=None, event=None
    )


def _with_query(form: ModelForm, query: Sequence[Parameter]) -> ModelForm:
    fields = tuple(
        Field(one.wire, replace(one.schema, description=one.description), one.required)
        for one in query
    )
    return replace(form, schema=replace(form.schema, fields=(*form.schema.fields, *fields)))


def _answers(
    document: Document, model: Refinement, rules: WireTable
) -> Iterator[tuple[str, Schema]]:
    """The JSON answers by title."""
    for content in model.answers:
        if is_json(content.media_type) and content.schema:
            body = interpret(document, content.schema, "response")
            result = responses.unwrap(body, rules.envelope)
            members = result.members if isinstance(result, Union) else (result,)
            titled = all(member.title for member in members)
            yield from ((schema.title, schema) for schema in (members if titled else (result,)))
            return


def _answered(
    form: ModelForm, answers: dict[str, Schema], events: Sequence[Schema | None]
) -> ModelForm:
    """A form with the answer of its title, or the only answer; events alike."""
    only = next(iter(answers.values())) if len(answers) == 1 else None
    answer = answers.get(form.label, only)
    if answer is None and answers:
        first = next(iter(answers.values()))
        answer = Union(pointer=first.pointer, members=tuple(answers.values()))
    event = _event(form.label, events[0]) if events and events[0] and form.stream_flag else None
    return replace(form, answer=answer, event=event)


def _event(label: str, events: Schema) -> Schema:
    """What an event carries: of several, those whose title begins with the one of the form."""
    members = events.members if isinstance(events, Union) else (events,)
    own = [member for member in members if label and member.title.startswith(label)]
    found = own[0] if len(own) == 1 else events
    return responses.optional(found) if isinstance(found, Object) else found


def file_members(schema: Schema) -> tuple[str, ...]:
    """The members of an answer that is a file in base64, and nothing else, or none.

    The file comes first; the others say something of it.
    """
    fields = schema.fields if isinstance(schema, Object) else ()
    files = [field.wire for field in fields if isinstance(field.schema, Binary)]
    told = [one.wire for one in fields if isinstance(one.schema, Scalar | Enumeration)]
    is_file = len(files) == 1 and len(files) + len(told) == len(fields)
    return (*files, *told) if is_file else ()
