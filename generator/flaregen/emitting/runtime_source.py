"""What the runtime says of itself, read from its source, which is not imported."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache

from flaregen.resources import templates_directory


@cache
def call_options() -> Mapping[str, str]:
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
