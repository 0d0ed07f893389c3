"""Text of a document never becomes code: the syntax trees hold what the templates put there."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import cycle, repeat
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flaregen import config as configuration
from flaregen.emitting.literals import docstring, literal, with_docstrings, wrapped
from flaregen.pipeline import generate
from flaregen.rendered import RenderedFile
from flaregen.texts import MARK
from flaregen.understanding import read
from tests.support.pinned import ROOT

_HASH = re.compile(r"(?<=[A-Za-z])[0-9a-f]{8}(?=\W)")
_NASTY = [
    '"""',
    "'''",
    "\\",
    '"""\nimport os\nos.abort()\n"""',
    "' + __import__('os').abort() + '",
    "{{ 7 * 7 }} {% raw %} {# #}",
    "{f!r}",
    "# type: ignore",
    "# -*- coding: utf-7 -*-",
    "a\rb\u2028c\u2029d\x85e\x0bf\x0cg\x00h",
    "\u202egnirts",
    "\ud800",
    'ends with a quote"',
    "ends with a backslash\\",
    "\N{PILE OF POO}",
    "\\N{DASH}\\u0041\\x41",
    # What stands for descriptions and docstrings on their way into the source.
    f"{MARK}0{MARK} and {MARK}",
    '"""\ue000["x", 4, 120, false, ""]\ue000"""',
]
_TEXT = st.one_of(st.sampled_from(_NASTY), st.text(st.characters(codec=None)))


@given(_TEXT)
def test_a_literal_is_one_token_that_means_the_text(text: str) -> None:
    assert ast.literal_eval(literal(text)) == text
    assert isinstance(ast.parse(literal(text), mode="eval").body, ast.Constant)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(_TEXT, inner),
)


@given(_JSON)
def test_literals_of_any_json(value: Any) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(st.lists(_TEXT.filter(lambda text: text and not any(c.isspace() for c in text))))
def test_words_stay_words(words: list[str]) -> None:
    text = ast.literal_eval(wrapped(words, indent=8, before=30))
    assert text.split() == words


@pytest.mark.parametrize("compact", [False, True])
@given(text=st.lists(_TEXT).map("\n".join))
@settings(max_examples=300)
def test_a_docstring_is_one_string_that_says_the_text(text: str, compact: bool) -> None:
    source = f"class A:\n    {docstring(text, compact=compact)}\n    x: int\n"
    (cls,) = ast.parse(with_docstrings(source)).body
    assert isinstance(cls, ast.ClassDef)
    said, field = cls.body
    assert isinstance(field, ast.AnnAssign)
    assert isinstance(said, ast.Expr)
    assert isinstance(said.value, ast.Constant)
    assert isinstance(said.value.value, str)
    assert "".join(said.value.value.split()) == "".join(text.split())


@given(st.lists(st.text("abc", min_size=1, max_size=20), min_size=1).map(" ".join))
def test_a_compact_docstring_ends_on_a_line_with_words(text: str) -> None:
    lines = f"    {docstring(text, compact=True)}".splitlines()
    assert lines[-1].strip() != '"""'
    assert max(map(len, lines)) <= 120


@given(st.lists(_TEXT).map("\n".join))
def test_nothing_invisible_reaches_the_source(text: str) -> None:
    for source in (literal(text), with_docstrings(docstring(text))):
        assert all(char.isprintable() or char == "\n" for char in source)


def _skeleton(files: tuple[RenderedFile, ...]) -> dict[str, str]:
    """Syntax trees with every string replaced: what is left is the templates' own."""

    class Blank(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.Constant:
            return ast.Constant("") if isinstance(node.value, str) else node

    trees = {str(f.path): ast.parse(f.content) for f in files if f.path.suffix == ".py"}
    # A name that nothing else tells apart ends in a hash of what it names.
    return {path: _HASH.sub("", ast.dump(Blank().visit(tree))) for path, tree in trees.items()}


def _replaced(node: Any, keywords: Collection[str], texts: Mapping[str, str]) -> Any:
    """Each description, say, with another text in its place; names of properties stay."""
    if isinstance(node, list):
        return [_replaced(item, keywords, texts) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: texts[value]
        if key in keywords and isinstance(value, str)
        else _replaced(value, keywords, texts)
        for key, value in node.items()
    }


class _Texts(dict[str, str]):
    """A text for each, its own: models whose schemas are equal have to stay so, and no others."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts

    def __missing__(self, original: str) -> str:
        number, text = len(self), next(self._texts)
        self[original] = f"{number}{text}" if number % 2 else f"{text}{number}"
        return self[original]


@pytest.mark.parametrize(
    "keywords", [("description", "summary"), ("format", "pattern")], ids=" and ".join
)
def test_the_tree_is_the_same_whatever_the_texts_say(
    keywords: tuple[str, ...], tmp_path: Path
) -> None:
    document = msgspec.json.decode((ROOT / "spec" / "openapi.json").read_bytes())
    # JSON cannot hold half of a surrogate pair.
    nasty = cycle(text for text in _NASTY if text != "\ud800")
    plain = _Texts(repeat("plain"))
    expected = _skeleton(_built(_replaced(document, keywords, plain), tmp_path))
    assert _skeleton(_built(_replaced(document, keywords, _Texts(nasty)), tmp_path)) == expected


def _built(document: Any, folder: Path) -> tuple[RenderedFile, ...]:
    spec = folder / "openapi.json"
    spec.write_bytes(msgspec.json.encode(document))
    config = replace(configuration.load(None), spec=str(spec), overlays=(), names=None)
    return generate(config, read(config))
