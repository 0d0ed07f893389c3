"""The imports of a module: what its source names, from the modules that have that.

Lines are sorted as isort does, so that no second tool has to.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

Names: TypeAlias = Mapping[str, str]
"""Of modules, by names that they have."""
IMPORTS, LATER_IMPORTS = "\ue001", "\ue002"
"""Where a template has import lines. The later ones are for type checkers alone."""
_PYTHON: Mapping[str, tuple[str, ...]] = {
    "collections.abc": ("Mapping", "Sequence"),
    "dataclasses": ("field",),
    "httpx2": ("Timeout",),
    "typing": (
        *("Any", "Final", "Literal", "NotRequired", "Required", "TYPE_CHECKING", "TypeAlias"),
        *("TypedDict", "Unpack", "overload"),
    ),
}
_RUNTIME: Mapping[str, tuple[str, ...]] = {
    "batches": ("AsyncBatchHandle", "BatchHandle"),
    "binary": ("Base64", "BinaryResponse", "DataURL", "File", "FilePart", "Octets"),
    "clients": ("Nested",),
    "groups": ("Form", "Group"),
    "models": (
        *("AnyObject", "C", "Model", "Params", "R", "Response", "StreamParams"),
        *("UNSET", "UnsetType"),
    ),
    "operations": ("Operation",),
    "options": ("Moment", "Query", "RequestOptions"),
    "pages": ("SyncPage", "as_async_pages", "as_async_raw_page", "paged"),
    "readings": ("all_in", "first_in", "joined_in", "object_in", "text_in"),
    "resources": ("AsyncResource", "RawResource", "Resource"),
    "responses": ("AsyncRawResponse", "RawResponse", "as_async", "as_async_raw", "as_raw"),
    "streams": ("AsyncByteStream", "AsyncStream", "ByteStream", "Stream"),
}
"""Modules of the runtime by what the rest of an emitted package imports from them."""
_MODULES = {
    **{name: module for module, names in _PYTHON.items() for name in names},
    **{name: f"_runtime.{module}" for module, names in _RUNTIME.items() for name in names},
}
_CALLED = {f"_runtime.{one}" for one in ("clients", "groups", "operations", "resources")}
_AT_ONCE = {one for one, module in _MODULES.items() if one.islower() or module in _CALLED}
_AT_ONCE |= {"TYPE_CHECKING", "UNSET"}
"""What is used when a module is loaded, and not in annotations alone."""

_TEXT = r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
_NAMES = re.compile(
    rf"(?:(?<=Required\[)|(?<=TypeAlias = ))({_TEXT})|{_TEXT}|#[^\n]*|^ *\w+:"
    r"|(?<![\w.])(_*[A-Z]\w*|(?<=@)\w+|[a-z]\w*(?=\())",
    re.DOTALL | re.MULTILINE,
)
"""Names of classes, and functions that are called; no keys. Some texts are annotations."""
_OWN = re.compile(
    r"^ *(?:class (\w+)|(\w+)(?:: TypeAlias)? = |from \S+ import (.+)$)", re.MULTILINE
)


def with_imports(source: str, dots: str, known: Names, near: Names) -> str:
    """The source of a module with import lines for all that it names.

    ``known`` are the modules of names from the package, to which ``dots`` lead, ``near`` those in
    the folder of the module. What is imported in another way says so after the module.
    """
    used = {*_names(source)} - {*_own(source)}
    found = {one: at if at in _PYTHON else f"{dots}{at}" for one, at in _MODULES.items()}
    found |= {one: f"{dots}{known[one]}" for one in used & known.keys()}
    found |= {one: f".{near[one]}" for one in used & near.keys()}
    now = used & found.keys()
    if LATER_IMPORTS in source:
        later = now - (_AT_ONCE - known.keys() - near.keys())
        source = _filled(source, LATER_IMPORTS, {one: found[one] for one in later})
        now -= later
    return _filled(source, IMPORTS, {one: found[one] for one in now})


def _names(source: str) -> Iterator[str]:
    for annotation, name in _NAMES.findall(source):
        if annotation:
            yield from _names(ast.literal_eval(annotation))
        elif name:
            yield name


def _own(source: str) -> Iterator[str]:
    """What a module defines, and what it imports in any case."""
    for cls, other, imported in _OWN.findall(source):
        yield from (cls or other, *imported.split(", "))


def _filled(source: str, place: str, modules: Mapping[str, str]) -> str:
    before, _, after = source.partition(place)
    margin = before[before.rfind("\n") + 1 :]
    return before + f"\n{margin}".join(_lines(modules)) + after


def _lines(modules: Mapping[str, str]) -> Iterator[str]:
    """Sorted lines, an empty one between standard library, other packages, and this one."""
    imports: dict[str, set[str]] = {}
    for name, place in modules.items():
        module, _, spelled = place.partition(" ")
        imports.setdefault(module, set()).add(spelled or name)
    ordered = sorted(imports, key=lambda one: (_section(one), _module_key(one)))
    for number, group in enumerate(groupby(ordered, key=_section)):
        yield from [""] if number else []
        for module in group[1]:
            yield f"from {module} import {', '.join(sorted(imports[module], key=_name_key))}"


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def _module_key(module: str) -> tuple[int, str]:
    """Parents before siblings: ``..a`` before ``.b``."""
    dots = len(module) - len(module.lstrip("."))
    return (-dots, module.lstrip(".").lower())


def _name_key(name: str) -> tuple[int, str, str]:
    """Constants, classes, the rest."""
    constant = len(name) > 1 and name.isupper()
    kind = 0 if constant else 1 if name[:1].isupper() else 2
    return (kind, name.lower(), name)
