"""Dataclasses for what models answer, and for what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from flaregen.document import JSON, JSONObject
from flaregen.emitting.codegen import Definition
from flaregen.emitting.literals import docstring, literal
from flaregen.emitting.modeling import (
    class_definition,
    code_of,
    definition_of,
    task_module,
)
from flaregen.emitting.package import BinaryClass, TaskModule
from flaregen.names.identifiers import ClassName, ModuleName, class_name, distinct_fields, singular
from flaregen.names.named import NamedField
from flaregen.names.named_models import Answer, NamedModels
from flaregen.names.types import AnyType, ClassType, ListType, ScalarType, Type, union
from flaregen.pointer import Pointer
from flaregen.schemas.schema import Anything
from flaregen.selecting.refinements import Refinement

_FOLDER = "models.answers"
INFO = ClassName("ModelInfo")
_INFO_MODULE = ModuleName("models.info")


def answer_modules(models: NamedModels) -> Iterator[TaskModule]:
    """A module for each answer, one for what several share, and one for what is known."""
    definitions: dict[ClassName, Definition] = {}
    fields = {cls.name: cls.fields for cls in models.answers}
    files: dict[ModuleName, BinaryClass] = {}
    for cls in reversed(models.answers):
        placed = replace(cls, module=ModuleName(f"{_FOLDER}.{cls.module}"))
        definitions[cls.name] = definition_of(placed, "Response", fields)
    for answer in models.given:
        module = ModuleName(f"{_FOLDER}.{answer.module}")
        if answer.type is not None:
            definitions.setdefault(answer.name, Definition(module, (answer.type,)))
        elif answer.is_file and answer.module:
            files[module] = _file(answer)
    # A class for what is known, made of the values themselves: the document has no schema.
    known = [{"name": name, **values} for name, values in facts(models)]
    text = "What is known of a model apart from its schema."
    definitions |= dict(_known_class(INFO, known, text))
    code = {model_code.module: model_code for model_code in code_of(definitions, "response")}
    for name in sorted({*code, *files}):
        text = f"{name.rpartition('.')[2].replace('_', ' ').capitalize()}."
        found = [code[name]] if name in code else []
        yield task_module(name, text, found, (files[name],) if name in files else ())


def _file(answer: Answer) -> BinaryClass:
    others = f", others=[{', '.join(map(literal, answer.others))}]" if answer.others else ""
    return BinaryClass(
        name=answer.name,
        docstring=docstring(answer.description or "A file."),
        keywords=f", base64={literal(answer.base64)}{others}",
    )


def facts(models: NamedModels) -> Iterator[tuple[str, JSONObject]]:
    """What is known of each model, in the document's words."""
    for model in _by_name(models):
        yield model.value, {**model.facts, "deprecated": model.deprecated}


def _by_name(models: NamedModels) -> list[Refinement]:
    """All models, in an order that does not change with their groups."""
    found = (model for group in models.groups for model in group.group.models)
    return sorted(found, key=lambda one: one.value)


def _known_class(
    name: ClassName, values: Sequence[Mapping[str, JSON]], text: str = ""
) -> Iterator[tuple[ClassName, Definition]]:
    wires = list(dict.fromkeys(wire for value in values for wire in value))
    names, fields = distinct_fields(wires), []
    for wire in wires:
        found = [value[wire] for value in values if wire in value]
        inner = class_name((name, singular(wire)))
        inside = [one for item in found for one in _objects(item)]
        if inside:
            yield from _known_class(inner, inside)
        schema = Anything(pointer=Pointer())
        required = len(found) == len(values)
        type_ = union(_type(item, inner) for item in found)
        fields.append(NamedField(names[wire], wire, schema, required, type_))
    written = docstring(text) if text else ""
    yield name, class_definition(_INFO_MODULE, tuple(fields), "Response", text=written)


def _objects(value: JSON) -> Iterator[JSONObject]:
    if isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        yield from (one for item in value for one in _objects(item))


def _type(value: JSON, inner: ClassName) -> Type:
    match value:
        case bool():
            return ScalarType("boolean")
        case int() | float():
            return ScalarType("integer" if isinstance(value, int) else "number")
        case str():
            return ScalarType("string")
        case list():
            return ListType(union(_type(item, inner) for item in value) if value else AnyType())
        case dict():
            return ClassType(inner)
        case None:
            return AnyType()


def deprecated(models: NamedModels, dated: str) -> Iterable[tuple[str, str]]:
    """Names of deprecated models with a date, as far as the document tells one."""
    for model in _by_name(models):
        if model.deprecated:
            date = model.facts.get(dated)
            yield model.value, date if isinstance(date, str) else ""
