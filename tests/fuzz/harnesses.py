"""What is fuzzed: functions of bytes that raise when something is wrong, and else do nothing.

Errors that the generator reports are no finds; each is described as the terminal
would, since the description looks up places in a text that may be anything.
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import click
import msgspec

from flaregen import config as configuration
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.emitting.literals import docstring, literal, phrase, with_docstrings
from flaregen.names import reserved
from flaregen.names.identifiers import (
    class_name,
    distinct_arguments,
    distinct_fields,
    method_identifier,
    module_name,
    resource_path,
)
from flaregen.overlays.overlay import apply
from flaregen.pipeline import emit
from flaregen.printable import for_terminal
from flaregen.reading.load import parse
from flaregen.reading.sources import make_source
from flaregen.terminal import described
from flaregen.understanding import understand
from tests.fuzz.choices import Choices
from tests.support.origins import without_origin
from tests.support.trees import foreign

_CONFIG = replace(configuration.load(None), names=None, overlays=())
_TARGET = b"""{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "tags": [{"name": "a"}],
"paths": {"/a": {"get": {"parameters": [{"name": "x"}, {"name": "y"}]}}}}"""


def fuzz_load(data: bytes) -> None:
    """Any bytes are a document with a version, or an error with its place."""
    for name in ("fuzz.json", "fuzz.yaml"):
        try:
            document = parse(make_source(name, data))
        except DiagnosticError as error:
            _say(error.diagnostics)
        else:
            assert document.version in ("3.0", "3.1", "3.2")


def fuzz_overlay(data: bytes) -> None:
    """Any bytes are an overlay that applies, or an error; the target stays what it was."""
    target = parse(make_source("target.json", _TARGET))
    before = msgspec.json.encode(target.root)
    try:
        apply(target, [make_source("fuzz.yaml", data)])
    except DiagnosticError as error:
        _say(error.diagnostics)
    assert msgspec.json.encode(target.root) == before


def fuzz_identifiers(data: bytes) -> None:
    """Whatever the text is, its identifiers are ones, and none that is needed elsewhere."""
    texts = data.decode("utf-8", "surrogatepass" if data.isascii() else "replace").split("\n")
    for name in (class_name(texts), *map(method_identifier, texts), *map(module_name, texts)):
        _check(name)
    for text in texts:
        assert method_identifier(text) not in reserved.METHODS
        assert module_name(text) not in reserved.MODULES
        resource = resource_path(text)
        assert resource not in reserved.RESOURCES
        assert not reserved.DEVICES.match(resource)
    _check_distinct(distinct_fields(texts), set(texts), reserved.FIELDS)
    _check_distinct(distinct_arguments(texts, ["account_id"]), set(texts), reserved.ARGUMENTS)


def _check(name: str) -> None:
    assert not name or (name.isascii() and name.isidentifier() and len(name) < 100), name
    assert not keyword.iskeyword(name) or name in reserved.CLASSES, name
    assert not name.startswith("_"), name


def _check_distinct(named: dict[str, Any], texts: set[str], taken: frozenset[str]) -> None:
    assert set(named) == texts
    assert len(set(named.values())) == len(named)
    assert taken.isdisjoint(named.values())
    for name in named.values():
        assert name.isascii()
        assert name.isidentifier()
        assert not keyword.iskeyword(name)


def fuzz_literals(data: bytes) -> None:
    """A literal is one expression that evaluates to the value, in characters that can be seen."""
    try:
        value = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value = data.decode("utf-8", "surrogateescape")
    source = literal(value)
    assert ast.literal_eval(source) == value
    assert source.isprintable()


def fuzz_docstrings(data: bytes) -> None:
    """A docstring is one string that says the text; what is in one cannot end it."""
    text = data.decode("utf-8", "replace")
    written = with_docstrings(docstring(text))
    source = f'class A:\n    {written}\n    x: int\n"""A {phrase(text)}."""\n'
    cls, closing = ast.parse(source).body
    assert isinstance(cls, ast.ClassDef)
    said, field = cls.body
    assert isinstance(field, ast.AnnAssign)
    assert isinstance(said, ast.Expr)
    assert isinstance(said.value, ast.Constant)
    assert "".join(str(said.value.value).split()) == "".join(text.split())
    assert isinstance(closing, ast.Expr)
    assert isinstance(closing.value, ast.Constant)


def fuzz_build(data: bytes) -> None:
    """A document builds into modules that compile, or has errors.

    They hold nothing foreign, and every string is equal to the text it came from.
    """
    said = Choices(data).document()
    root = msgspec.json.encode(said)
    try:
        document = parse(make_source("fuzz.json", root))
        reading = understand(document, _CONFIG)
    except DiagnosticError as error:
        _say(error.diagnostics)
        return
    _say(reading.remarks)
    files = emit(_CONFIG, reading.operations)
    found = [*foreign(files), *without_origin(files, [said, _CONFIG.service.base_url])]
    assert not found, found


def _say(diagnostics: tuple[Diagnostic, ...]) -> None:
    for diagnostic in diagnostics:
        said = click.unstyle(for_terminal(described(diagnostic)))
        # Line ends and tabs are printed as they are.
        assert said.replace("\n", "").replace("\t", "").isprintable()


HARNESSES: dict[str, Callable[[bytes], None]] = {
    "load": fuzz_load,
    "overlay": fuzz_overlay,
    "identifiers": fuzz_identifiers,
    "literals": fuzz_literals,
    "docstrings": fuzz_docstrings,
    "build": fuzz_build,
}
