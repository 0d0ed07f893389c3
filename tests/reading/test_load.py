"""Parsing: what is read, what is refused, and that neither hostile size nor depth does harm."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import JSON
from flaregen.reading.limits import DEEPEST, MOST_DIGITS
from flaregen.reading.load import parse, parse_tree
from flaregen.reading.sources import make_source
from flaregen.reading.yaml_reader import quote_strings
from tests.reading.writing import KEYS, VALUES, Writer


def _read(text: str | bytes, name: str = "spec.json") -> JSON:
    content = text.encode() if isinstance(text, str) else text
    return parse_tree(make_source(name, content))


def _yaml(text: str | bytes) -> JSON:
    return _read(text, "spec.yaml")


def _refusal(text: str | bytes, name: str = "spec.json") -> Diagnostic:
    with pytest.raises(DiagnosticError) as refusal:
        _read(text, name)
    return refusal.value.diagnostics[0]


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    assert diagnostic.position is not None
    return diagnostic.position.line, diagnostic.position.column


@given(value=VALUES, indent=st.sampled_from([None, 2]), escaped=st.booleans())
def test_any_json(value: JSON, indent: int | None, escaped: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=escaped)
    assert _same(_read(" " + text), value)


@given(value=st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_any_yaml(value: dict[str, JSON]) -> None:
    writer = Writer()
    writer.yaml(value)
    assume('"<<"' not in writer.text)
    assert _same(_yaml(writer.text), value)


def _same(one: JSON, other: JSON) -> bool:
    """Compare with types: 1, 1.0 and true are three values."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@pytest.mark.parametrize("name", ["spec.json", "spec.yaml"])
def test_a_byte_order_mark_is_no_part_of_the_text(name: str) -> None:
    assert _read(b'\xef\xbb\xbf{"a": 1}', name) == {"a": 1}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["spec.json", "spec.yaml"])
def test_other_encodings_are_named(encoding: str, name: str) -> None:
    refusal = _refusal('{"a": 1}'.encode(encoding), name)
    assert refusal.code == "not-utf-8"
    assert "iconv" in refusal.help


def test_a_byte_that_is_no_utf_8_has_a_place() -> None:
    assert _place(_refusal('{\n"ü": "'.encode() + b'\xff"}')) == (2, 7)


@pytest.mark.parametrize("name", ["spec.json", "spec.yaml"])
@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_an_empty_document(text: str, name: str) -> None:
    assert _refusal(text, name).code == "empty-document"


_COMMA = (
    "There is a comma before the closing bracket. (remove it: a comma separates, it does not end)"
)
_COMMENT = "JSON has no comments. (remove it, or use YAML, which has comments)"
_CONFLICT = "Here is a merge conflict. (choose one of its sides, and remove its marks)"
_BRACKET = "an object ends in }, an array in ]; the innermost bracket closes first"
_PERHAPS_YAML = "JSON puts keys and texts in double quotes; if this is YAML, name it .yaml"
_BETWEEN = "put one between two members"
_END = "The text ends in the middle. (is the file complete?)"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('{"a": 1,}', (1, 8), _COMMA),
        ('{"a": [1,\n]}', (1, 9), _COMMA),
        ('{"a": 1 , }', (1, 9), _COMMA),
        ('{"a": 1', (1, 8), _END),
        ('{"a": ', (1, 7), _END),
        ('{"a": "b', (1, 7), "The string that starts here has no end. (close it with a quote)"),
        (
            '{"a": 1} x',
            (1, 10),
            "The document is complete, but 'x' follows. (a bracket closed too early?)",
        ),
        ("{'a': 1}", (1, 2), "Single quotes are not allowed in JSON. (use double quotes)"),
        ('{"a": 1 // b\n}', (1, 9), _COMMENT),
        ('{"a": 1 # b\n}', (1, 9), _COMMENT),
        (
            '{"a": "\n"}',
            (1, 8),
            r"The string contains an unescaped '\n'. (write it as an escape, such as \n)",
        ),
        (
            '{"a": "\\x"}',
            (1, 8),
            "JSON does not have this escape. (write a backslash as two of them)",
        ),
        ('{"a" 1}', (1, 6), "A colon is missing before '1'. (put one between key and value)"),
        ('{"a": 1 "b": 2}', (1, 9), f"A comma is missing before '\"'. ({_BETWEEN})"),
        ("{a: 1}", (1, 2), f"Expected a key, found 'a'. ({_PERHAPS_YAML})"),
        ('{"a": True}', (1, 7), f"Expected a value, found 'T'. ({_PERHAPS_YAML})"),
        ('{"a": 01}', (1, 8), f"A comma is missing before '1'. ({_BETWEEN})"),
        ('{"a": [1}', (1, 9), f"'}}' does not match an open bracket. ({_BRACKET})"),
        ('{"a": 1]', (1, 8), f"']' does not match an open bracket. ({_BRACKET})"),
        (
            "<html>",
            (1, 1),
            "This is HTML or XML. (link to the raw file, not to the page that shows it)",
        ),
        ('{"a": {\n<<<<<<< HEAD\n"b": 1', (2, 1), _CONFLICT),
        ('{"a": 1\n<<<<<<< HEAD\n,"b": 1', (2, 1), _CONFLICT),
    ],
)
def test_a_syntax_error_of_json_is_placed_and_named(
    text: str, place: tuple[int, int], said: str
) -> None:
    refusal = _refusal(text)
    assert (refusal.code, _place(refusal)) == ("not-json", place)
    assert f"{refusal.message} ({refusal.help})" == said


@pytest.mark.parametrize(
    ("text", "code", "pointer", "place"),
    [
        ('{"a": {"b": 1,\n "b": 2}}', "duplicate-key", "/a/b", (2, 2)),
        ('[{}, {"b": [], "\\u0062": 2}]', "duplicate-key", "/1/b", (1, 16)),
        ('{"a": [0, NaN]}', "not-a-number", "/a/1", (1, 11)),
        ('{"a": -Infinity}', "not-a-number", "/a", (1, 7)),
        ('{"a": 1e999}', "number-too-large", "/a", (1, 7)),
        ('{"a": "x\\ud800"}', "half-character", "/a", (1, 7)),
        ('{"\\udc00": 1}', "half-character", "/\udc00", (1, 2)),
    ],
)
def test_what_the_decoder_would_let_pass(
    text: str, code: str, pointer: str, place: tuple[int, int]
) -> None:
    refusal = _refusal(text)
    assert (refusal.code, str(refusal.pointer), _place(refusal)) == (code, pointer, place)


def test_every_duplicate_is_reported() -> None:
    with pytest.raises(DiagnosticError) as refusal:
        _read('{"a": 1, "a": 2, "a": 3, "b": {"c": 1, "c": 1}}')
    assert [str(found.pointer) for found in refusal.value.diagnostics] == ["/a", "/a", "/b/c"]


def test_both_halves_are_a_character() -> None:
    assert _read('{"a": "\\ud83d\\ude00"}') == {"a": "😀"}


def test_keys_in_strings_and_in_several_objects_are_no_duplicates() -> None:
    text = '[{"a": "\\"a\\": {"}, {"a": "}"}]'
    assert _read(text) == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
    ],
)
def test_json_that_is_too_deep(text: str) -> None:
    refusal = _refusal(text)
    assert refusal.code in ("too-deep", "not-json")
    if text.endswith(("]", "}")):
        assert (refusal.code, _place(refusal)[0]) == ("too-deep", 1)


def test_json_that_is_just_not_too_deep() -> None:
    assert isinstance(_read("[" * DEEPEST + "]" * DEEPEST), list)


@pytest.mark.parametrize("digits", ["9" * 1_000_000, "9" * 1_000_000 + ".5", "1" + "0" * 5_000])
@pytest.mark.parametrize("name", ["spec.json", "spec.yaml"])
def test_a_number_without_end(digits: str, name: str) -> None:
    assert _refusal(f'{{"a": {digits}}}', name).code == "number-too-large"


def test_a_long_number_is_kept_exactly() -> None:
    digits = "7" * (MOST_DIGITS - 1)
    assert _read(f'{{"a": {digits}}}') == {"a": int(digits)}
    assert _yaml(f"a: {digits}") == {"a": int(digits)}


def test_too_many_values() -> None:
    assert _refusal("[" + "1," * 5_000_000 + "1]").code == "too-large"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "a: 2020-01-01\nb: 2020-01-01T00:00:00Z\nc: 12:30",
            ["2020-01-01", "2020-01-01T00:00:00Z", "12:30"],
        ),
        ("a: yes\nb: off\nc: y\nd: true\ne: False", ["yes", "off", "y", True, False]),
        ("a: ~\nb:\nc: null", [None, None, None]),
        ("a: 1.10\nb: 1e3\nc: 0x1F", [1.1, 1000.0, 31]),
        ("a: !!str 12\nb: '12'", ["12", "12"]),
        ("a: |\n  x\n  y\nb: >\n  x\n  y\n", ["x\ny\n", "x y\n"]),
        ("a: &x {k: [1]}\nb: *x", [{"k": [1]}, {"k": [1]}]),
    ],
)
def test_values_of_yaml(text: str, value: list[JSON]) -> None:
    read = _yaml(text)
    assert isinstance(read, dict)
    assert _same([*read.values()], value)


_SCALARS: dict[str, JSON] = {
    **dict.fromkeys(("~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    "12": 12,
    "+12": 12,
    "-12": -12,
    "017": 17,
    "0o17": 15,
    "0x1F": 31,
    "1.": 1.0,
    ".5": 0.5,
    "-1.5": -1.5,
    "1e3": 1000.0,
    "12E-1": 1.2,
    **{
        word: word
        for word in (
            *("1_000", "-1_000", "1_000.5", "1.5_0", "1_0e3", "1e1_0", "1_", "_1", "1__0"),
            *(
                "0b101",
                "-0b1",
                "0B101",
                "0b1_0",
                "0O17",
                "0X1F",
                "-0o17",
                "+0x1F",
                "0x1_F",
                "0o1_7",
            ),
            *(
                "0o8",
                "0o",
                "12:30:45",
                "685.230_15",
                "1e",
                "tRue",
                "nULL",
                "y",
                "NO",
                "1-2",
                "1.2.3",
            ),
        )
    },
}


@pytest.mark.parametrize("scalar", _SCALARS)
@pytest.mark.parametrize(
    "around", ["a: {}", "- x\n- {} # 1_0", "a: [1, {}]", "a: {{b: {}}}", "a: &x {}\nb: *x", "{}"]
)
def test_plain_scalars_are_those_of_the_core_schema(scalar: str, around: str) -> None:
    """YAML 1.2.2, section 10.3.2."""
    read = _yaml(around.format(scalar))
    while isinstance(read, dict | list):
        read = next(iter(read.values())) if isinstance(read, dict) else read[-1]
    assert _same(read, _SCALARS[scalar])


def test_numbers_in_other_styles_are_strings_as_before() -> None:
    text = "a: '1_000'\nb: \"0b1\"\nc: |\n  1_000\nd: 1_0 of 2_0\ne: x 1_0\n1_0: !!str 1_0\n"
    read = _yaml(text)
    assert read == {
        "a": "1_000",
        "b": "0b1",
        "c": "1_000\n",
        "d": "1_0 of 2_0",
        "e": "x 1_0",
        "1_0": "1_0",
    }


@pytest.mark.parametrize("piece", ["_0", "1_", "0b1 ", "1e1_", "- 1_0\n- ", "_", "[1_0,"])
def test_looking_for_such_strings_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    quote_strings(piece * 100_000)
    assert time.process_time() - start < 10


def test_keys_that_are_whole_numbers_are_their_digits() -> None:
    assert _yaml("200: a\n'404': b\n-1: c") == {"200": "a", "404": "b", "-1": "c"}


@pytest.mark.parametrize(
    "key",
    [
        *("true", "True", "FALSE", "null", "Null", "~", "1.5", "1.", ".5", "1e3", "+1", "-0"),
        *("007", "0x1F", "0o17", ".inf", "-.INF", ".nan", "1_0", "0b1", "yes", "2020-01-01"),
    ],
)
def test_keys_are_texts_as_they_are_written(key: str) -> None:
    assert _yaml(f"{key}: 1") == {key: 1}
    assert _yaml(f"a:\n  - {key} : true\n    1: ~") == {"a": [{key: True, "1": None}]}
    assert _yaml(f"? {key}\n: 1\na: {{&b {key}: 2}}") == {key: 1, "a": {key: 2}}
    assert _yaml(f"a: {{b: 1, {key}: [null, 1.5]}}") == {"a": {"b": 1, key: [None, 1.5]}}


def test_merge_keys_are_merged() -> None:
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  z: 3\n  <<: [*a, *b]\nd:\n  <<: *b\n"
    read = _yaml(text)
    assert isinstance(read, dict)
    assert read["c"] == {"x": 1, "y": 1, "z": 3}
    assert read["d"] == {"y": 2, "z": 2}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a:\n  b: 1\n  b: 2", "duplicate-key"),
        ("a: {200: 1, '200': 2}", "duplicate-key"),
        ("true: 1\n'true': 2", "duplicate-key"),
        ("? [a]\n: 1", "key-not-a-string"),
        (": 1", "key-not-a-string"),
        ("a: {!!bool true: 1}", "key-not-a-string"),
        ("a: 0x" + "F" * MOST_DIGITS, "number-too-large"),
        ("a: .nan", "not-a-number"),
        ("a: [-.inf]", "not-a-number"),
        ("a: !!python/object:os.system x", "yaml-tag"),
        ("a: !!python/name:os.system", "yaml-tag"),
        ("a: !!binary aGk=", "yaml-tag"),
        ("a: !own {b: 1}", "yaml-tag"),
        ("a: !!int x", "yaml-tag"),
        ("a:\n  <<: 1", "merge-key"),
        ("a: &a [*a]", "recursive-alias"),
        ("a: &a\n  b: {c: *a}", "recursive-alias"),
        ("a: *b", "not-yaml"),
        ("a: b: c", "not-yaml"),
        ("a: [1", "not-yaml"),
        ("a: \x00", "not-yaml"),
        ("a: '\x1b[31m'", "not-yaml"),
        ("- " * 100_000 + "a", "too-deep"),
        ("a: " + "[" * 100_000, "too-deep"),
        ("- " * (DEEPEST + 1) + "a", "too-deep"),
        ("\n".join(" " * depth + "a:" for depth in range(1_200)), "too-deep"),
    ],
)
def test_what_yaml_may_have_and_json_not(text: str, code: str) -> None:
    assert _refusal(text, "spec.yaml").code == code


def test_a_bomb_of_aliases() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert _refusal("\n".join(lines), "spec.yaml").code == "too-many-aliases"


def test_ampersands_and_stars_in_prose_are_no_aliases() -> None:
    assert _yaml("a: Cut & paste &x, *x and !x, 5 !> 4") == {
        "a": "Cut & paste &x, *x and !x, 5 !> 4"
    }


def test_two_documents_in_one_file() -> None:
    with pytest.raises(DiagnosticError) as refusal:
        parse(make_source("spec.yaml", b"---\nopenapi: 3.0.3\n---\nopenapi: 3.1.0\n"))
    assert "several YAML documents" in refusal.value.diagnostics[0].message


@pytest.mark.parametrize(
    ("claim", "version"),
    [("3.0.0", "3.0"), ("3.0.3", "3.0"), ("3.1.0", "3.1"), ("3.1.1", "3.1"), ("3.0.0-rc1", "3.0")],
)
def test_versions_that_are_read(claim: str, version: str) -> None:
    document = parse(make_source("-", json.dumps({"openapi": claim, "paths": {}}).encode()))
    assert (document.version, document.root["openapi"]) == (version, claim)


@pytest.mark.parametrize(
    ("root", "code"),
    [
        ({"openapi": "3.3.0"}, "openapi-version"),
        ({"openapi": "3.10.0"}, "openapi-version"),
        ({"openapi": "2.0"}, "openapi-version"),
        ({"openapi": "three"}, "openapi-version"),
        ({"openapi": 3.1}, "not-openapi"),
        ({"openapi": None}, "not-openapi"),
        ({"swagger": "2.0"}, "swagger"),
        ({}, "not-openapi"),
        ([], "not-openapi"),
        ("openapi", "not-openapi"),
        (None, "not-openapi"),
    ],
)
def test_versions_that_are_refused(root: JSON, code: str) -> None:
    with pytest.raises(DiagnosticError) as refusal:
        parse(make_source("-", json.dumps(root).encode()))
    assert refusal.value.diagnostics[0].code == code
    assert refusal.value.diagnostics[0].help


def test_a_yaml_text_without_odd_scalars_needs_one_parser() -> None:
    code = (
        "import sys; from flaregen.reading.load import parse_tree; "
        "from flaregen.reading.sources import make_source; "
        "parse_tree(make_source('a.yaml', b'a: [1, b]')); print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
