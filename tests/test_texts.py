"""A document's descriptions apart from the rest of it, and put in again."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from flaregen.diagnostic import Diagnostic
from flaregen.document import Document, Source
from flaregen.emitting.literals import docstring, with_docstrings, with_words
from flaregen.texts import MARK, Texts, structure_of

_SCHEMA = {"type": "string", "description": "Words."}


def _document(schema: Any, **more: Any) -> Document:
    root = {"paths": {}, "components": {"schemas": {"One": schema}}, **more}
    return Document(Source("spec.json", b"", "json"), root, "3.1")


def _schema(document: Document) -> Any:
    components: Any = document.root["components"]
    return components["schemas"]["One"]


def test_the_digest_is_that_of_everything_else() -> None:
    first = structure_of(_document(_SCHEMA))
    other = structure_of(_document({**_SCHEMA, "description": "Others."}))
    assert (first.digest, first.document.root) == (other.digest, other.document.root)
    assert (first.texts, other.texts) == (Texts(("Words.",)), Texts(("Others.",)))


@pytest.mark.parametrize(
    "changed",
    [
        {"type": "integer", "description": "Words."},
        {"type": "string", "description": 7},
        {"type": "string", "description": " "},
        {"type": "string"},
        {**_SCHEMA, "title": "Words."},
        {**_SCHEMA, "default": {"description": "Words."}},
        {"description": "Words.", "type": "string"},
    ],
)
def test_another_structure_has_another_digest(changed: Any) -> None:
    assert structure_of(_document(changed)).digest != structure_of(_document(_SCHEMA)).digest


@pytest.mark.parametrize("key", ["const", "default", "example", "x-values"])
def test_values_are_no_descriptions(key: str) -> None:
    schema = {key: {"description": "One."}, "enum": [{"description": "One."}]}
    structure = structure_of(_document(schema))
    assert (_schema(structure.document), structure.texts) == (schema, Texts())


def test_a_property_may_be_called_description() -> None:
    schema = {"properties": {"description": _SCHEMA}}
    structure = structure_of(_document(schema))
    assert _schema(structure.document)["properties"]["description"]["type"] == "string"
    assert structure.texts == Texts(("Words.",))


def test_operations_and_responses_are_not_compared_and_others_are() -> None:
    def digest(*words: str) -> str:
        one, two, three, four = words
        answers = {"200": {"description": two}, "400": {"description": three}}
        operation = {"description": one, "responses": answers}
        return structure_of(
            _document(
                {}, paths={"/": {"get": operation, "put": operation}}, info={"description": four}
            )
        ).digest

    assert digest("a", "a", "a", "a") == digest("a", "b", "c", "d")
    schema = {"properties": {"responses": {"description": "a"}, "one": {"description": "a"}}}
    other = {"properties": {"responses": {"description": "a"}, "one": {"description": "b"}}}
    assert structure_of(_document(schema)).digest != structure_of(_document(other)).digest


@pytest.mark.parametrize("responses", [[], "one", None, {"200": 7}])
def test_what_is_no_document_is_left_as_it_is(responses: Any) -> None:
    paths = {"/": {"get": {"responses": responses}}}
    assert structure_of(_document({}, paths=paths)).document.root["paths"] == paths


@pytest.mark.parametrize("name", ["default", "enum", "x-values", "mapping", "responses"])
def test_names_are_not_keywords(name: str) -> None:
    schema = {"properties": {name: _SCHEMA, "other": _SCHEMA}}
    members = _schema(structure_of(_document(schema)).document)["properties"]
    assert members[name] == members["other"] != _SCHEMA


def test_descriptions_that_are_the_same_stay_the_same() -> None:
    def digest(*words: str) -> str:
        members = [{"type": "string", "description": one} for one in words]
        return structure_of(_document({"anyOf": members})).digest

    assert digest("One.", "One.") == digest("Two.", "Two.") != digest("One.", "Two.")
    assert digest("One.", "Two.") == digest("Two.", "One.")


@pytest.mark.parametrize("words", [f"{MARK}0{MARK}", f"{MARK}7{MARK}", MARK])
@pytest.mark.parametrize("has_keys", [False, True])
def test_a_document_with_the_mark_is_left_as_it_is(words: str, *, has_keys: bool) -> None:
    example = {"description": words} if has_keys else words
    document = _document({**_SCHEMA, "example": example})
    structure = structure_of(document)
    assert (structure.document, structure.texts) == (document, Texts())


def test_a_description_with_the_mark_is_put_in_as_it_is() -> None:
    words = f"{MARK}0{MARK} and {MARK}5{MARK}"
    structure = structure_of(_document({**_SCHEMA, "description": words}))
    assert structure.texts.into(_schema(structure.document)["description"]) == words


def test_a_finding_has_the_words() -> None:
    found = Diagnostic("code", f"The text {MARK}1{MARK} is long.", f"shorten {MARK}0{MARK}")
    said = Texts(("a", "b")).of(found)
    assert (said.message, said.help) == ("The text b is long.", "shorten a")
    assert Texts(("a",)).into(f"{MARK}9{MARK}") == f"{MARK}9{MARK}"


_WORDS = [
    "One line",
    "Two\nlines",
    'Ends in a quote"',
    '"""\\',
    "- a\n- b\n\nlong " + "word " * 60,
    "\ue000 and \U0010fffd and \u2028 and \ud800",
    MARK,
    "{{ 7 * 7 }} {% raw %} \x00",
]


@pytest.mark.parametrize("words", _WORDS)
@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("facts", ["", "Server default: 7."])
def test_docstrings_that_are_written_later_are_the_same(
    words: str, facts: str, *, compact: bool
) -> None:
    at_once = with_docstrings(docstring(words, indent=8, compact=compact, facts=facts))
    later = docstring(f"{MARK}0{MARK}", indent=8, compact=compact, facts=facts)
    ast.parse(f"def f():\n        {later}")
    source = with_docstrings(with_words(f"x = 1\n{later}\n", Texts((words,))))
    assert source == f"x = 1\n{at_once}\n"
    assert MARK not in source
