"""TypedDicts of what calls take by keyword, in modules that type checkers alone load.

Each class of requests has a TypedDict for a dict in its place, in the module of the same name
below ``keywords``, and each operation one for its keywords.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flaregen.emitting import importing
from flaregen.emitting.annotation_words import imports_of, words, words_of_dict
from flaregen.emitting.literals import docstring, literal
from flaregen.emitting.methods import query_arguments
from flaregen.emitting.model_inputs import Line, dict_text
from flaregen.emitting.model_package import TypedDictText
from flaregen.emitting.package import KeywordModule
from flaregen.emitting.runtime_source import call_options
from flaregen.names.annotations import annotation
from flaregen.names.identifiers import ClassName, ModuleName, is_plain
from flaregen.names.keywords import field_keywords, has_keywords, keywords_class, moved_options
from flaregen.names.named import NamedClass, NamedField, NamedOperation
from flaregen.names.types import (
    AnyObjectType,
    ClassType,
    ListType,
    LiteralType,
    MapType,
    Type,
    UnionType,
)

FOLDER = "keywords"


@dataclass(frozen=True, slots=True)
class _Annotations:
    """Types of what is sent as source; in place of a class, ``dicts`` are permitted."""

    dicts: Mapping[str, str]

    def text(self, *types: Type) -> str:
        """The union of the types, the values of all its literals in one."""
        members = list(dict.fromkeys(one for type_ in types for one in self._members(type_)))
        values = [one for one in members if isinstance(one, LiteralType)]
        texts = [] if not values else [annotation(_merged(values), "request")]
        texts = [*(one for one in members if isinstance(one, str) and one != "None"), *texts]
        return " | ".join([*texts, *(["None"] if "None" in members else [])])

    def _members(self, type_: Type) -> Iterator[str | LiteralType]:
        match type_:
            case UnionType(members):
                for one in members:
                    yield from self._members(one)
            case ClassType(name):
                yield name
                yield from (self.dicts[name], "Response") if name in self.dicts else ("AnyObject",)
            case AnyObjectType():
                return  # each class says what may be in its place
            case ListType(items):
                yield f"Sequence[{self.text(items)}]"
            case MapType(values):
                yield f"Mapping[str, {self.text(values)}]"
            case LiteralType():
                yield type_
            case _:
                yield annotation(type_, "request")


def _merged(values: Sequence[LiteralType]) -> LiteralType:
    # By their text: 1 and True are equal, and say different things.
    return LiteralType(tuple({repr(one): one for each in values for one in each.values}.values()))


def keyword_modules(operations: Sequence[NamedOperation]) -> tuple[KeywordModule, ...]:
    """The modules of all operations whose keywords checkers know."""
    typed = [operation for operation in operations if has_keywords(operation)]
    nested = {
        cls.name: cls
        for operation in typed
        for task in operation.tasks
        for cls in task.nested
        if cls.kind == "request"
    }
    homes: dict[str, ModuleName] = {name: cls.module for name, cls in nested.items()}
    dicts = dict(_dict_names(nested, {str(keywords_class(one)) for one in typed}))
    known = _Annotations(dicts)
    found: dict[ModuleName, list[TypedDictText]] = {}
    for cls in nested.values():
        if cls.name in dicts:
            found.setdefault(cls.module, []).append(_of_class(cls, known))
    for operation in typed:
        found.setdefault(operation.module, []).append(_of_call(operation, known))
    names = {dict_: homes[name] for name, dict_ in dicts.items()}
    return tuple(_module(name, own, homes, names) for name, own in sorted(found.items()))


def _dict_names(
    nested: Mapping[ClassName, NamedClass], taken: set[str]
) -> Iterator[tuple[str, str]]:
    """What other members an open object has, no TypedDict can say."""
    for name, cls in nested.items():
        found = f"{name}Dict"
        while found in taken or found in nested:
            found += "_"
        if not cls.schema.is_open:
            yield name, found


def _of_class(cls: NamedClass, known: _Annotations) -> TypedDictText:
    name = known.dicts[cls.name]
    text = f'"""A dict in place of `{cls.name}`."""'
    if all(is_plain(field.wire) for field in cls.fields):
        return dict_text(name, (), text, [_line(f.wire, [f], known) for f in cls.fields])
    items = ", ".join(f"{literal(f.wire)}: {_entry(f, known)}" for f in cls.fields)
    return TypedDictText(name, "", text, (), items)


def _entry(field: NamedField, known: _Annotations) -> str:
    """In a TypedDict of the functional kind annotations are evaluated, unless they are texts."""
    mark = "Required" if field.required else "NotRequired"
    return f"{mark}[{literal(known.text(field.type))}]"


def _line(name: str, forms: Sequence[NamedField], known: _Annotations, required: int = 1) -> Line:
    """A member that is ``required`` if so many forms of the body say so."""
    text = known.text(*(one.type for one in forms))
    needed = sum(one.required for one in forms) == required
    return Line(name, f"Required[{text}]" if needed else text, "", "")


def _of_call(operation: NamedOperation, known: _Annotations) -> TypedDictText:
    forms = sum(len(task.variants) for task in operation.tasks)
    lines = [Line(p.argument, "str | None", "", "") for p in operation.parameters if p.environment]
    for one in query_arguments(operation):
        said = f"Required[{one.annotation}]" if one.required else f"{one.annotation} | None"
        lines.append(Line(one.name, said, "", ""))
    fields = field_keywords(operation)
    lines += [_line(name, found, known, forms) for name, found in fields.items()]
    moved, options = moved_options(operation), call_options()
    if moved:
        lines += [
            Line(f"{name}_" if name in moved else name, text, "", "")
            for name, text in options.items()
        ]
    label = f"{operation.resource}.{operation.method}"
    text = docstring(f"Keywords of `{label}`: fields of `{operation.params_union}`, and options.")
    bases = () if moved else ("RequestOptions",)
    return dict_text(keywords_class(operation), bases, text, lines)


def _module(
    name: ModuleName,
    dicts: Sequence[TypedDictText],
    homes: Mapping[str, ModuleName],
    names: Mapping[str, ModuleName],
) -> KeywordModule:
    texts = [text.partition(": ")[2] for one in dicts for text, _ in one.keys]
    used = {*words([*texts, *(one.bases for one in dicts)])}
    used |= {name for one in dicts for name in words_of_dict(one.items)}
    dots = "." * (name.count(".") + 2)
    typing = {"TypedDict"} if any(one.items for one in dicts) else set()
    imports = imports_of(used, typing, dots)
    if "Timeout" in used:
        imports["httpx2"] = {"Timeout"}
    for one in used & homes.keys():
        imports.setdefault(f"{dots}{homes[one]}", set()).add(one)
    for one in used & names.keys():
        if names[one] != name:
            imports.setdefault(f"{dots}{FOLDER}.{names[one]}", set()).add(one)
    return KeywordModule(name, importing.render(imports), tuple(dicts))
