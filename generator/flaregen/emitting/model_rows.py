"""What is known of a group of models at run time, as source."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from flaregen.emitting.literals import literal, wrapped
from flaregen.emitting.model_inputs import places
from flaregen.names.named import NamedClass
from flaregen.names.named_models import Answer, NamedForm, NamedGroup
from flaregen.openapi.media_types import JSON_TYPE


def row(
    group: NamedGroup, classes: Mapping[str, NamedClass], apart: Container[NamedForm]
) -> Iterator[tuple[str, str]]:
    """What is known at run time, less what is usual. Forms ``apart`` are not of a task."""
    raw, forms = group.group, group.forms
    yield "name", literal(str(group.name))
    yield "forms", f"({''.join(f'{_form(one, apart=one in apart)}, ' for one in forms)})"
    if raw.media_type != JSON_TYPE:
        yield "media_type", literal(raw.media_type)
    if raw.files:
        yield "files", f"({''.join(f'{literal(file)}, ' for file in raw.files)})"
        yield "raw", literal(raw.raw)
    fields = {f.name: f.wire for form in forms for f in form.fields}
    if raw.query:
        yield "query", _mapping((n, wire) for n, wire in fields.items() if wire in raw.query)
    if renamed := [(name, wire) for name, wire in fields.items() if name != wire]:
        yield "renamed", _mapping(renamed)
    if found := dict(pair for form in forms for pair in places(form, classes)):
        yield "places", _mapping(found.items())
    if flags := sorted({form.form.stream_flag for form in forms if form.event}):
        yield "flag", literal(flags[0])
    if any(form.form.streams for form in forms):
        yield "streams", "True"


def _form(form: NamedForm, *, apart: bool) -> str:
    required = " ".join(f.wire for f in form.fields if f.required)
    optional = [f.wire for f in form.fields if not f.required]
    answer, event = _reference(form.answer), _reference(form.event)
    values = [literal(required), wrapped(optional, indent=12, before=12), literal(answer)]
    values += [literal(event)] if event else []
    return f"Form({', '.join(values + (['apart=True'] if apart else []))})"


def _mapping(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{literal(name)}: {literal(value)}" for name, value in pairs) + "}"


def _reference(answer: Answer | None) -> str:
    if answer is None:
        return ""
    return f"{answer.module or 'binary'}.{answer.name}"
