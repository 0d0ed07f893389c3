"""TypedDicts of what calls take by keyword, in modules that type checkers alone load.

Each class of requests has a TypedDict for a dict in its place, and each operation one for its
keywords: in the module of a resource what it alone has.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from flaregen.emitting.literals import docstring
from flaregen.emitting.model_inputs import dict_text, functional_items
from flaregen.emitting.model_package import Line, TypedDictText
from flaregen.emitting.package import KeywordModule, scope_options
from flaregen.emitting.parameters import keyword_arguments
from flaregen.emitting.sent_types import FOLDER, SentTypes, keywords_module
from flaregen.names.derived_methods import scopes
from flaregen.names.identifiers import ModuleName, class_name
from flaregen.names.keywords import field_keywords, has_dict, keywords_class, moved_options
from flaregen.names.named import NamedClass, NamedField, NamedOperation
from flaregen.resources import templates_directory

_LONG = 90
"""Characters from which a type gets a name where several members have it."""


def keyword_modules(
    operations: Sequence[NamedOperation], known: SentTypes
) -> tuple[KeywordModule, ...]:
    """The modules of all operations whose keywords checkers know."""
    found: dict[ModuleName, list[TypedDictText]] = {}
    for cls in known.classes.values():
        if cls.name in known.dicts:
            found.setdefault(known.module(cls), []).append(_of_class(cls, known))
    for operation in filter(has_dict, operations):
        found.setdefault(keywords_module(operation), []).append(_of_call(operation, known))
    return tuple(_module(name, own) for name, own in sorted(found.items()))


def _of_class(cls: NamedClass, known: SentTypes) -> TypedDictText:
    items = functional_items(cls.fields, known.text)
    return TypedDictText(known.dicts[cls.name], "", "", (), items)


def _line(name: str, forms: Sequence[NamedField], known: SentTypes, required: int = 1) -> Line:
    """A key with its type, which a call needs where as many forms as ``required`` need it."""
    text = known.text(*(form.type for form in forms))
    needed = sum(form.required for form in forms) == required
    return Line(name, text, needed)


def _of_call(operation: NamedOperation, known: SentTypes) -> TypedDictText:
    forms = sum(len(task.variants) for task in operation.tasks)
    held = scopes(operation)
    given = keyword_arguments(operation)
    lines = [
        Line(argument.name, argument.type, argument.required, argument.docstring)
        for argument in given
    ]
    fields = field_keywords(operation)
    lines += [_line(name, found, known, forms) for name, found in fields.items()]
    moved, options = moved_options(operation), _call_options()
    if moved:
        lines += [Line(scope, "str | None") for scope in held]
        lines += [Line(moved.get(name, name), text) for name, text in options.items()]
    label = f"{operation.resource}.{operation.method}"
    said = (
        f"fields of `{operation.params_union}`, and options" if fields else "the query, and options"
    )
    text = docstring(f"Keywords of `{label}`: {said}.")
    bases = () if moved else (scope_options(held),)
    return dict_text(keywords_class(operation), bases, text, lines)


def _module(name: ModuleName, dicts: Sequence[TypedDictText]) -> KeywordModule:
    aliases, dicts = _each_type_once(dicts)
    first: dict[object, str] = {}
    for one in dicts:
        first.setdefault(_meaning(one), one.name)
    same = [(one.name, first[_meaning(one)]) for one in dicts]
    own = tuple(one for one, (_, other) in zip(dicts, same, strict=True) if one.name == other)
    path = name.removeprefix(f"{FOLDER}.")
    others = tuple(pair for pair in same if pair[0] != pair[1])
    return KeywordModule(path, tuple(aliases.items()), own, others)


def _meaning(one: TypedDictText) -> object:
    """What calls by keyword have in common with those of another operation."""
    return one.name if one.items else (one.bases, one.lines)


def _each_type_once(
    dicts: Sequence[TypedDictText],
) -> tuple[dict[str, str], list[TypedDictText]]:
    """Private aliases of long types that members share, which the first of these names."""
    found: dict[str, list[str]] = {}
    for one in dicts:
        for line in one.lines:
            if len(type_ := _plain(line)) > _LONG:
                found.setdefault(type_, []).append(f"_{class_name((one.name, line.key))}")
    shared = {text: names[0] for text, names in found.items() if len(names) > 1}
    aliases = {name: text for text, name in shared.items()}
    return aliases, [
        replace(one, lines=tuple(_aliased(line, shared) for line in one.lines)) for one in dicts
    ]


def _aliased(line: Line, shared: Mapping[str, str]) -> Line:
    plain = _plain(line)
    return replace(line, type=line.type.replace(plain, shared.get(plain, plain)))


def _plain(line: Line) -> str:
    """The type of what is given, apart from None that leaves it out."""
    return line.type if line.required else line.type.removesuffix(" | None")


@cache
def _call_options() -> Mapping[str, str]:
    """The options of a call by name, with the annotation of each."""
    source = (templates_directory() / "runtime" / "options.py").read_text(encoding="utf-8")
    (cls,) = (
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and node.name == "RequestOptions"
    )
    fields = (node for node in cls.body if isinstance(node, ast.AnnAssign))
    return {
        ast.unparse(field.target): ast.unparse(field.annotation).replace("httpx2.", "")
        for field in fields
    }
