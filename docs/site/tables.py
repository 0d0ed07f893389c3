"""Tables of the pages that are made from the code; ``make golden`` writes them anew.

A table is between ``<!-- table: NAME -->`` and ``<!-- end of table -->``.
"""

from __future__ import annotations

import ast
import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from flaregen.cli import COMMANDS
from flaregen.cli.explain import topics
from flaregen.config_file import ConfigFile
from flaregen.markdown import code, prose

DOCS = Path(__file__).parents[1]
_RUNTIME = DOCS.parent / "templates" / "runtime"
_TABLE = re.compile(r"(<!-- table: (.+?) -->\n).*?(<!-- end of table -->)", re.DOTALL)
_Rows = Iterator[tuple[str, ...]]


def written_anew(page: str) -> str:
    """A page with the tables that the code has now."""
    return _TABLE.sub(lambda found: f"{found[1]}\n{_TABLES[found[2]]()}\n{found[3]}", page)


def _table(*rows: tuple[str, ...]) -> str:
    head, *rest = rows
    lines = [head, ("---",) * len(head), *rest]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _options(*classes: str) -> _Rows:
    tree = _tree("options")
    for name in classes:
        for field, doc in zip(tree[name].body, [*tree[name].body[1:], ast.Pass()], strict=True):
            if isinstance(field, ast.AnnAssign):
                annotation = ast.unparse(field.annotation)
                yield code(ast.unparse(field.target)), _doc(doc), _cell(annotation)


def _cell(text: str) -> str:
    """Code in a table, by an entity for a bar: Markdown's dialects escape it differently."""
    if "|" in text:
        return f"<code>{html.escape(text).replace('|', '&#124;')}</code>"
    return code(text)


def _doc(node: ast.stmt) -> str:
    """The string below a field; empty where something else is there."""
    match node:
        case ast.Expr(value=ast.Constant(value=str() as text)):
            return prose(text)
    return ""


def _errors() -> _Rows:
    for name, node in _tree("errors").items():
        bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
        if not name.startswith("_") and name.endswith("Error"):
            doc = prose(ast.get_docstring(node) or "")
            yield code(name), doc, code(_public(bases[0]))


def _public(name: str) -> str:
    return "CloudflareError" if name.startswith("_") else name


def _tree(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse((_RUNTIME / f"{module}.py").read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def keys() -> _Rows:
    """Every key of flaregen.toml with its type, default and description."""
    schema = msgspec.json.schema(ConfigFile)
    yield from _keys(schema, schema["$defs"], "")


def _keys(node: dict[str, Any], known: dict[str, Any], above: str) -> _Rows:
    node = known[node["$ref"].rpartition("/")[2]] if "$ref" in node else node
    required = node.get("required", ())
    for name, member in node["properties"].items():
        key, inner = f"{above}{name}", member
        if member.get("type") == "array" and "$ref" in member["items"]:
            key, inner = f"{key}[]", member["items"]
        if "$ref" in inner or "anyOf" in inner:
            yield from _keys(inner.get("anyOf", [inner])[0], known, f"{key}.")
            continue
        default = "required" if name in required else _cell(json.dumps(member["default"]))
        yield code(key), prose(member.get("description", "")), _type(member), default


def _type(member: dict[str, Any]) -> str:
    kind = member["type"]
    if kind == "object":
        inner = member["additionalProperties"]
        return "table of " + (", ".join(map(code, inner["enum"])) if "enum" in inner else "strings")
    return "array of strings" if kind == "array" else str(kind)


def _codes() -> str:
    """A table for each topic; what it says of a code is Markdown."""
    parts = []
    for topic, known in topics().items():
        rows = ((code(name), said.replace("|", "\\|")) for name, said in known.items())
        parts.append(f"## {topic}\n\n{_table(('code', 'meaning'), *rows)}")
    return "\n".join(parts)


_TABLES: dict[str, Callable[[], str]] = {
    "options of a client": lambda: _table(
        ("option", "", "type"), *_options("_CommonOptions", "ClientOptions")
    ),
    "options of a call": lambda: _table(("option", "", "type"), *_options("RequestOptions")),
    "errors": lambda: _table(("error", "", "is a"), *_errors()),
    "codes": _codes,
    "commands": lambda: _table(
        ("command", ""), *((code(f"flaregen {name}"), said) for name, said in COMMANDS.items())
    ),
    "keys": lambda: _table(("key", "", "type", "default"), *keys()),
}
