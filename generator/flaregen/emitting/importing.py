"""Import lines: gathered, merged and sorted as isort does, so that no second tool has to."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

_RUNTIME: Mapping[str, frozenset[str]] = {
    "batches": frozenset({"AsyncBatchHandle", "BatchHandle"}),
    "binary": frozenset({"Base64", "BinaryResponse", "DataURL", "File", "FilePart", "Octets"}),
    "clients": frozenset({"AsyncClient", "Nested", "SyncClient"}),
    "derived": frozenset({"as_async", "as_async_raw", "as_raw"}),
    "drift": frozenset({"SchemaDrift", "SchemaDriftWarning", "with_unknown_fields"}),
    "models": frozenset(
        {"AnyObject", "C", "Model", "Params", "R", "Response", "StreamParams", "UNSET", "UnsetType"}
    ),
    "options": frozenset(
        {"AsyncClientOptions", "ClientOptions", "Moment", "Query", "RequestOptions", "Service"}
    ),
    "operations": frozenset({"Operation"}),
    "pages": frozenset({"SyncPage", "as_async_pages", "as_async_raw_page", "paged"}),
    "readings": frozenset({"all_in", "first_in", "joined_in", "object_in", "text_in"}),
    "resources": frozenset({"AsyncRawResource", "AsyncResource", "RawResource", "Resource"}),
    "responses": frozenset({"AsyncRawResponse", "RawResponse"}),
    "streams": frozenset({"AsyncByteStream", "AsyncStream", "ByteStream", "Stream"}),
    "variants": frozenset({"Variant"}),
}
"""Modules of the runtime by what the rest of an emitted package imports from them."""


def of_runtime(names: Iterable[str], dots: str) -> dict[str, set[str]]:
    """Names of the runtime by the module that has them. Raises KeyError for others."""
    modules = {name: module for module, held in _RUNTIME.items() for name in held}
    imports: dict[str, set[str]] = {}
    for name in names:
        imports.setdefault(f"{dots}_runtime.{modules[name]}", set()).add(name)
    return imports


def merge(lines: Iterable[str]) -> dict[str, set[str]]:
    """``from X import A, B`` lines as names by module."""
    merged: dict[str, set[str]] = {}
    for line in lines:
        module, _, names = line.removeprefix("from ").partition(" import ")
        merged.setdefault(module, set()).update(name.strip() for name in names.split(","))
    return merged


def render(imports: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Sorted lines, an empty one between standard library, other packages, and this one."""
    groups: dict[int, list[str]] = {}
    for module in sorted(imports, key=_module_key):
        names = ", ".join(sorted(imports[module], key=_name_key))
        if names:
            groups.setdefault(_section(module), []).append(f"from {module} import {names}")
    lines: list[str] = []
    for section in sorted(groups):
        lines += [*([""] if lines else []), *groups[section]]
    return tuple(lines)


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
