"""Names of models' groups, and of the classes of what they take and answer.

An object has its title as name, else the name of where it is written: the component around it and
the properties on the way. So what twelve models have in common is one class, wherever it
was read. Names are scoped: requests and answers know nothing of each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flaregen.names import reserved
from flaregen.names.graph import Graph
from flaregen.names.identifiers import (
    ClassName,
    FieldName,
    ModuleName,
    class_name,
    distinct_fields,
    distinct_keywords,
    module_name,
)
from flaregen.names.labels import places
from flaregen.names.model_classes import Classes, Key, module_of
from flaregen.names.model_classes import bases as named_bases
from flaregen.names.named import NamedClass, NamedField
from flaregen.names.named_models import (
    Answer,
    NamedForm,
    NamedGroup,
    NamedModels,
)
from flaregen.names.place import Root
from flaregen.names.placement import component_of, place_classes, referring_components
from flaregen.names.reach import reached
from flaregen.names.reviewed import ReviewedNames
from flaregen.names.shapes import digest, shapes
from flaregen.names.types import ClassType, FileType, Type, UnionType
from flaregen.names.wishes import Wish, granted
from flaregen.pointer import Pointer
from flaregen.schemas.model_groups import ModelForm, ModelGroup, file_members
from flaregen.schemas.schema import Binary, Direction, Schema

_CAPITAL = re.compile(r"(?<=[^A-Z])(?=[A-Z])")

SHARED = ModuleName("shared")
"""The module of classes that several of them use."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The nodes of a form: the number of its own, and the types of what it is answered."""

    root: int
    answer: Type | None
    event: Type | None


def name_models(
    groups: Sequence[ModelGroup],
    reviewed: ReviewedNames,
    spelling: Mapping[str, str],
    interpret: Callable[[Pointer, Direction], Schema],
    options: Iterable[str],
) -> NamedModels:
    """Name the groups of an operation. ``options`` are what calls take in addition to fields."""
    graph = Graph(interpret)
    read = [[_read(graph, n, form) for form in group.forms] for n, group in enumerate(groups)]
    same = shapes(graph.nodes)
    keys = [
        (n.place.direction, shape, n.schema.title)
        for n, shape in zip(graph.nodes, same, strict=True)
    ]
    classes = Classes(graph, keys, reviewed, spelling)
    bases = named_bases(groups, reviewed, spelling)
    taken = {ClassName(f"{base}{suffix}") for base in bases for suffix in ("Input", "Call")}
    for direction in ("request", "response"):
        classes.names |= _granted(classes, direction, taken, bases)
    modules = [module_of(base, group) for base, group in zip(bases, groups, strict=True)]
    answers = tuple(_answers(classes, read))
    classes.modules = {answer.name: answer.module for answer in answers}
    return NamedModels(
        groups=tuple(
            NamedGroup(group, base, module, tuple(_forms(classes, group, forms, options)))
            for group, base, module, forms in zip(groups, bases, modules, read, strict=True)
        ),
        inputs=tuple(_inputs(classes, read, modules)),
        answers=answers,
        unions=dict(_unions(classes)),
    )


def _read(graph: Graph, number: int, form: ModelForm) -> _Read:
    request, response = (
        Root(number, direction, form.label) for direction in ("request", "response")
    )
    said = form.answer if form.answer and not file_members(form.answer) else None
    return _Read(
        root=graph.root(form.schema, request),
        answer=graph.read(said, response) if said else None,
        event=graph.read(form.event, response) if form.event else None,
    )


def _granted(
    classes: Classes, direction: Direction, taken: set[ClassName], bases: Sequence[ClassName]
) -> dict[Key, ClassName]:
    nested = classes.nested(direction)
    wishes = [
        Wish(key, (*_wishes(classes, key, bases),), (classes.is_copy(key),)) for key in nested
    ]
    found, unnamed = granted(wishes, reserved.MODELS | taken)
    # Where the document has no other difference, what they hold is one.
    for key in unnamed:
        content = digest(classes.graph.nodes, classes.numbers[key][0])
        found[key] = ClassName(f"{found.get(key, 'Object')}{content}")
    return found


def _wishes(classes: Classes, key: Key, bases: Sequence[ClassName]) -> Iterator[ClassName]:
    """The plainest names first: a title, the place in a component, the way from the body."""
    nodes = [classes.graph.nodes[number] for number in classes.numbers[key]]
    spelling = classes.spelling
    if key[2]:
        yield class_name((classes.reviewed.task_for(key[2]),), spelling)
    if key[2]:
        found = {bases[root.task] for node in nodes for root in node.roots}
        yield from (class_name((base, key[2]), spelling) for base in sorted(found))
    found_in = ((node.schema.pointer, root.task) for node in nodes for root in node.roots)
    yield from places(found_in, spelling)
    own = [node for node in nodes if node.is_root or node.place.words]
    titles = {(root.title, *node.place.words) for node in own for root in node.roots}
    yield from (class_name(words, spelling) for words in sorted(titles))
    outermost = [node for node in nodes if not node.place.words]
    whole = {bases[root.task] for node in outermost for root in node.roots}
    yield from (ClassName(f"{base}{key[0].title()}") for base in sorted(whole))


def _forms(
    classes: Classes, group: ModelGroup, read: Sequence[_Read], options: Iterable[str]
) -> Iterator[NamedForm]:
    wires = {field.wire for form in group.forms for field in form.schema.fields}
    names = distinct_keywords(wires, options)
    for form, one in zip(group.forms, read, strict=True):
        node = classes.graph.nodes[one.root]
        fields = tuple(
            NamedField(names[f.wire], f.wire, f.schema, f.required, _sent(classes, f.schema, type_))
            for f, type_ in zip(node.schema.fields, node.types, strict=True)
        )
        label = class_name((classes.reviewed.task_for(form.label) if form.label else "",))
        yield NamedForm(
            form,
            label,
            fields,
            _answer(classes, group, form.answer, one.answer),
            _answer(classes, group, form.event, one.event) if form.event else None,
        )


def _answer(
    classes: Classes, group: ModelGroup, schema: Schema | None, type_: Type | None
) -> Answer | None:
    if schema is not None and (members := file_members(schema)):
        name = class_name((schema.title or group.title or "File",), classes.spelling)
        module = module_name(_snake(name))
        return Answer(
            name,
            module,
            is_file=True,
            base64=members[0],
            others=members[1:],
            description=schema.description,
        )
    if schema is None or type_ is None:
        plain = Answer(ClassName("BinaryResponse"), ModuleName(), is_file=True)
        return plain if group.answers_file else None
    named = classes.type(type_)
    if isinstance(named, ClassType):
        return Answer(ClassName(named.name), classes.modules[ClassName(named.name)])
    name = class_name((schema.title or f"{group.title} Answer",), classes.spelling)
    while name in classes.modules:
        name = ClassName(f"{name}Answer")
    return Answer(name, module_name(_snake(name)), type=named)


def _sent(classes: Classes, schema: Schema, type_: Type) -> Type:
    raw = isinstance(schema, Binary) and schema.encoding == "raw"
    return FileType() if raw else classes.type(type_)


def _inputs(
    classes: Classes, read: Sequence[Sequence[_Read]], modules: Sequence[ModuleName]
) -> Iterator[NamedClass]:
    users: dict[Key, dict[int, None]] = {}
    for number, forms in enumerate(read):
        roots = (classes.graph.nodes[form.root].references for form in forms)
        starts = [classes.keys[one] for root in roots for one in root]
        for key in reached(starts, classes.inside):
            users.setdefault(key, {})[number] = None
    own = [{component_of(classes.graph.nodes[f.root].schema) for f in forms} for forms in read]
    found = referring_components(classes.graph, "request")
    placed = place_classes(users, classes.components, own.__getitem__, found, classes.inside)
    for key, group in placed.items():
        yield _class(classes, key, ModuleName("inputs") if group is None else modules[group])


def _answers(classes: Classes, read: Sequence[Sequence[_Read]]) -> Iterator[NamedClass]:
    """A module for each class that an answer or an event is, with what is written in it."""
    answers = [t for forms in read for form in forms for t in (form.answer, form.event) if t]
    entries = dict.fromkeys(key for type_ in answers for key in classes.referred(type_))
    users: dict[Key, dict[Key, None]] = {}
    for entry in entries:
        for key in reached([entry], lambda k: (o for o in classes.inside(k) if o not in entries)):
            users.setdefault(key, {})[entry] = None
    own, found = classes.components, referring_components(classes.graph, "response")
    for key, owner in place_classes(users, own, own, found, classes.inside).items():
        yield _class(classes, key, module_name(_snake(classes.names[owner])) if owner else SHARED)


def _snake(name: ClassName) -> str:
    return _CAPITAL.sub(" ", name)


def _class(classes: Classes, key: Key, module: ModuleName) -> NamedClass:
    node, kind = classes.node(key), key[0]
    names = {field.wire: FieldName(field.wire) for field in node.schema.fields}
    if kind == "response":
        # Attributes, which may not hide those of their base.
        names = distinct_fields(names, (reading.name for reading in node.schema.readings))
    return NamedClass(
        name=classes.names[key],
        module=module,
        kind=kind,
        schema=node.schema,
        fields=tuple(
            NamedField(names[one.wire], one.wire, one.schema, one.required, classes.type(type_))
            for one, type_ in zip(node.schema.fields, node.types, strict=True)
        ),
        rest=classes.type(node.rest) if node.rest else None,
        places=tuple(classes.graph.nodes[number].schema for number in classes.numbers[key]),
    )


def _unions(classes: Classes) -> Iterator[tuple[ClassName, Type]]:
    for name, type_ in classes.graph.unions.items():
        alias = class_name((name,), classes.spelling)
        if isinstance(type_, UnionType) and alias not in classes.names.values():
            yield alias, classes.type(type_)
