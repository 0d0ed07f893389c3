"""The tasks of operations before their classes have names, and the name of each task.

Tasks with one title and the same shapes are one task with one module and one set of classes, so
that operations with the same titled component share its class. If their shapes differ, the
name of the operation tells them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from flaregen.names.calls import Call
from flaregen.names.graph import Graph
from flaregen.names.identifiers import ClassName, ModuleName, class_name, module_name
from flaregen.names.labels import component, label
from flaregen.names.place import Root
from flaregen.names.reviewed import ReviewedNames
from flaregen.names.types import Type, renamed
from flaregen.names.wishes import Wish, granted
from flaregen.schemas.operation import Operation, Task
from flaregen.schemas.schema import Object, Schema


@dataclass(slots=True)
class Draft:
    """A task with the nodes of its classes. Its names are filled in last.

    ``merged_into`` is the number of the first task that is one with it, ``answer_merged_into``
    that of the first that answers the same: forms of one body may share an answer.
    """

    number: int
    operation: Operation
    call: Call
    task: Task
    variants: tuple[int, ...] = ()
    body: Type | None = None
    response: Type | None = None
    main: int | None = None
    """The node of an answer with a class of its own."""
    chunk: int | None = None
    base: ClassName = field(default_factory=ClassName)
    merged_into: int = 0
    answer_base: ClassName = field(default_factory=ClassName)
    answer_merged_into: int = 0
    module: ModuleName = field(default_factory=ModuleName)
    hashed: bool = False
    """Whether a digest is all that tells its name from that of another."""

    @property
    def prefix(self) -> ClassName:
        return self.call.prefix

    @property
    def schemas(self) -> tuple[Object, ...]:
        return tuple(variant.schema for variant in self.task.requests)


def read(graph: Graph, draft: Draft) -> None:
    """Read the requests and the answers of a task into the graph."""
    task, answer = draft.task, draft.task.response
    asked = Root(draft.number, "request", task.title)
    draft.variants = tuple(graph.root(schema, asked) for schema in draft.schemas)
    if task.body is not None:
        draft.body = graph.read(task.body, asked)
    if answer is None:
        return
    answered = Root(draft.number, "response", task.title)
    schema = answer.schema
    if _is_record(schema) and not component(schema.pointer):
        draft.main = graph.root(schema, answered)
    elif schema is not None:
        draft.response = graph.read(schema, answered)
    if answer.chunk is not None:
        draft.chunk = graph.root(
            answer.chunk, Root(draft.number, "response", task.title, chunk=True)
        )


def _is_record(schema: Schema | None) -> TypeGuard[Object]:
    return isinstance(schema, Object) and bool(schema.fields) and not schema.nullable


def _asked(draft: Draft, shapes: Sequence[int]) -> Hashable:
    """What a task asks, by shapes; None where it asks nothing."""
    if draft.variants:
        forms = zip(draft.variants, draft.task.requests, strict=True)
        return tuple((shapes[n], v.label, v.raw, v.stream_flag) for n, v in forms)
    return _shaped(draft.body, shapes)


def _answers(group: Iterable[Draft], shapes: Sequence[int]) -> set[Hashable]:
    """What tasks answer, by shapes; one of it if they answer the same."""
    found: set[Hashable] = set()
    for draft in group:
        if answer := draft.task.response:
            own = (None if node is None else shapes[node] for node in (draft.main, draft.chunk))
            type_ = _shaped(draft.response, shapes)
            found.add((type_, *own, answer.binary, answer.base64))
    return found


def _shaped(type_: Type | None, shapes: Sequence[int]) -> str | None:
    return repr(renamed(type_, lambda n: str(shapes[int(n)]))) if type_ else None


def _is_one(group: Sequence[Draft], shapes: Sequence[int]) -> bool:
    """Whether tasks of one name ask and answer the same, and so are one task."""
    asked = {_asked(draft, shapes) for draft in group} - {None}
    return len(asked) <= 1 and len(_answers(group, shapes)) <= 1


def _share_answer(own: Sequence[Draft]) -> bool:
    """Whether several forms of a body have one answer, which no title gives to one of them."""
    places = {draft.task.response and draft.task.response.pointer for draft in own}
    return len(own) > 1 and len(places) == 1 and None not in places


def name_tasks(
    drafts: Sequence[Draft],
    shapes: Sequence[int],
    names: ReviewedNames,
    *,
    chosen: Sequence[str],
    digest: Callable[[int], str],
    spelling: dict[str, str],
) -> None:
    """Give each task its base name and its module.

    ``chosen`` are the reviewed names of nodes, and ``digest`` tells one from others by its shape.
    """
    for own in by_operation(drafts):
        forms = tuple(form for draft in own for form in draft.schemas)
        for draft in own:
            title = draft.task.title
            base = class_name((title and names.task_for(title),), spelling)
            draft.base = base or _untitled(draft, forms, chosen, spelling)
        if _share_answer(own) and len(_answers(own, shapes)) == 1:
            first = min(own, key=lambda draft: draft.base)
            for draft in own:
                draft.answer_base, draft.answer_merged_into = draft.prefix, first.number
    for group in _by_base(drafts):
        if not _is_one(group, shapes):
            _set_apart(group, shapes, digest, spelling)
    for group in _by_base(drafts):
        one = _is_one(group, shapes)
        for draft in group:
            draft.merged_into = group[0].number if one else draft.number
            if not draft.answer_base:
                draft.answer_base, draft.answer_merged_into = draft.base, draft.merged_into
    _modules(drafts, names)


def _untitled(
    draft: Draft,
    forms: Sequence[Object],
    chosen: Sequence[str],
    spelling: dict[str, str],
) -> ClassName:
    """The name of a body without a title: a reviewed name, or that of the operation.

    If the operation has ``forms`` of other bodies, a label that tells this one apart is added.
    """
    reviewed = chosen[draft.variants[0]] if len(draft.variants) == 1 else ""
    first = _first(draft) if len(forms) > len(draft.schemas) and draft.variants else None
    found = label(first, forms, "") if first is not None else ""
    plain = class_name((draft.prefix, found), spelling)
    return ClassName(reviewed.removesuffix("Params")) or plain


def _set_apart(
    group: Sequence[Draft],
    shapes: Sequence[int],
    digest: Callable[[int], str],
    spelling: dict[str, str],
) -> None:
    """Put the operation before names that collide, and after them what tells its forms apart."""
    for draft in group:
        if not draft.base.startswith(draft.prefix):
            draft.base = class_name((draft.prefix, draft.base), spelling)
    for alike in _by_base(group):
        if _is_one(alike, shapes):
            continue
        # One of each shape: what says the same needs no label against the other.
        firsts = {_first_shape(draft, shapes): _first(draft) for draft in alike}
        objects = tuple(schema for schema in firsts.values() if schema is not None)
        for draft in alike:
            first = firsts[_first_shape(draft, shapes)]
            found = label(first, objects, "") if first is not None else ""
            draft.base = class_name((draft.base, found), spelling)
        for same in _by_base(alike):
            if not _is_one(same, shapes):
                _add_digests(same, digest, spelling)


def _add_digests(
    group: Sequence[Draft], digest: Callable[[int], str], spelling: dict[str, str]
) -> None:
    for draft in group:
        if (node := _first_node(draft)) is not None:
            draft.base = class_name((draft.base, digest(node)), spelling)
            draft.hashed = True


def _first_node(draft: Draft) -> int | None:
    return draft.variants[0] if draft.variants else draft.main


def _first(draft: Draft) -> Object | None:
    answer = draft.task.response.schema if draft.task.response else None
    given = answer if isinstance(answer, Object) else None
    return draft.schemas[0] if draft.schemas else given


def _first_shape(draft: Draft, shapes: Sequence[int]) -> int | None:
    node = _first_node(draft)
    return None if node is None else shapes[node]


def by_operation(drafts: Iterable[Draft]) -> list[list[Draft]]:
    groups: defaultdict[ClassName, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[draft.prefix].append(draft)
    return list(groups.values())


def _by_base(drafts: Iterable[Draft]) -> list[list[Draft]]:
    groups: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[draft.base].append(draft)
    return list(groups.values())


def needs_union(own: Sequence[Draft]) -> bool:
    """Whether an operation has a union of its variants. A body with one form has none."""
    bases = [draft.base for draft in own for _ in draft.variants]
    return bool(bases) and bases != [own[0].prefix]


def _modules(drafts: Sequence[Draft], names: ReviewedNames) -> None:
    """Give each task a module: its title's if it has models, else its resource's."""
    wishes = {_place(draft): _module_wish(draft, names) for draft in reversed(drafts)}
    for own in by_operation(drafts):
        if needs_union(own):
            union = own[0].call.module
            wishes[union] = Wish(union, (union,), (0,))
    found, _ = granted(list(wishes.values()))
    for draft in drafts:
        # Tasks that nothing tells apart have no names for their classes either.
        draft.module = found.get(_place(draft), ModuleName("unnamed"))


def _place(draft: Draft) -> Hashable:
    """The key of a task's module: the task it is merged into, or its resource."""
    return draft.merged_into if _is_apart(draft) else f"client.{draft.call.resource}"


def _is_apart(draft: Draft) -> bool:
    return bool(draft.task.title) and any(t.models for t in draft.operation.tasks)


def _module_wish(draft: Draft, names: ReviewedNames) -> Wish[Hashable, ModuleName]:
    if not _is_apart(draft):
        plain = draft.call.resource.replace(".", "_")
        return Wish(_place(draft), (module_name(plain), module_name(f"{plain} types")), (1,))
    title = names.task_for(draft.task.title)
    plain = title if class_name((title,)).lower() == draft.base.lower() else draft.base
    return Wish(_place(draft), (module_name(plain), module_name(f"{draft.prefix} {plain}")), (1,))
