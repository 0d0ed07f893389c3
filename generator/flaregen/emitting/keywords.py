"""TypedDicts of what calls take by keyword, in modules that type checkers alone load.

Each class of requests has a TypedDict for a dict in its place, in the module of the same name
below ``keywords``, and each operation one for its keywords.
"""

from __future__ import annotations

from collections.abc import Sequence

from flaregen.emitting import importing
from flaregen.emitting.annotation_words import imports_of, words, words_of_dict
from flaregen.emitting.literals import docstring, literal
from flaregen.emitting.model_inputs import Line, dict_text
from flaregen.emitting.model_package import TypedDictText
from flaregen.emitting.package import KeywordModule
from flaregen.emitting.parameters import keyword_arguments
from flaregen.emitting.runtime_source import call_options
from flaregen.emitting.sent_types import FOLDER, SentTypes
from flaregen.names.identifiers import ModuleName
from flaregen.names.keywords import field_keywords, has_keywords, keywords_class, moved_options
from flaregen.names.named import NamedClass, NamedField, NamedOperation


def keyword_modules(
    operations: Sequence[NamedOperation], known: SentTypes
) -> tuple[KeywordModule, ...]:
    """The modules of all operations whose keywords checkers know."""
    found: dict[ModuleName, list[TypedDictText]] = {}
    for cls in known.classes.values():
        if cls.name in known.dicts:
            found.setdefault(cls.module, []).append(_of_class(cls, known))
    for operation in filter(has_keywords, operations):
        found.setdefault(operation.module, []).append(_of_call(operation, known))
    return tuple(_module(name, own, known) for name, own in sorted(found.items()))


def _of_class(cls: NamedClass, known: SentTypes) -> TypedDictText:
    items = ", ".join(f"{literal(f.wire)}: {_entry(f, known)}" for f in cls.fields)
    text = f'"""A dict in place of `{cls.name}`."""'
    return TypedDictText(known.dicts[cls.name], "", text, (), items)


def _entry(field: NamedField, known: SentTypes) -> str:
    """In a TypedDict of the functional kind annotations are evaluated, unless they are texts."""
    mark = "Required" if field.required else "NotRequired"
    return f"{mark}[{literal(known.text(field.type))}]"


def _line(name: str, forms: Sequence[NamedField], known: SentTypes, required: int = 1) -> Line:
    """A member that is ``required`` if so many forms of the body say so."""
    text = known.text(*(one.type for one in forms))
    needed = sum(one.required for one in forms) == required
    return Line(name, f"Required[{text}]" if needed else text, "", "")


def _of_call(operation: NamedOperation, known: SentTypes) -> TypedDictText:
    forms = sum(len(task.variants) for task in operation.tasks)
    lines = [Line(p.argument, "str | None", "", "") for p in operation.parameters if p.environment]
    for one in keyword_arguments(operation):
        said = f"Required[{one.annotation}]" if one.required else f"{one.annotation} | None"
        lines.append(Line(one.name, said, "", ""))
    fields = field_keywords(operation)
    lines += [_line(name, found, known, forms) for name, found in fields.items()]
    moved, options = moved_options(operation), call_options()
    if moved:
        lines += [Line(moved.get(name, name), text, "", "") for name, text in options.items()]
    label = f"{operation.resource}.{operation.method}"
    text = docstring(f"Keywords of `{label}`: fields of `{operation.params_union}`, and options.")
    bases = () if moved else ("RequestOptions",)
    return dict_text(keywords_class(operation), bases, text, lines)


def _module(name: ModuleName, dicts: Sequence[TypedDictText], known: SentTypes) -> KeywordModule:
    texts = [text.partition(": ")[2] for one in dicts for text, _ in one.keys]
    used = {*words([*texts, *(one.bases for one in dicts)])}
    used |= {name for one in dicts for name in words_of_dict(one.items)}
    dots = "." * (name.count(".") + 2)
    imports = imports_of(used, {"TypedDict"} if any(one.items for one in dicts) else set(), dots)
    if "Timeout" in used:
        imports["httpx2"] = {"Timeout"}
    for module, one in known.homes(used):
        if module != f"{FOLDER}.{name}":
            imports.setdefault(f"{dots}{module}", set()).add(one)
    return KeywordModule(name, importing.render(imports), tuple(dicts))
