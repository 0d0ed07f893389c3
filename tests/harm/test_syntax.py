"""YAML and JSON that mean harm: the whole message, through the command."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harm.documents import POINTER, document, obj, text
from tests.harm.running import build
from tests.support.openapi import ref

pytestmark = pytest.mark.long

_HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\n'
_NEST = 100_000
_TOO_LARGE = "  The number 99999999999999999999... of 1000000 characters is too large."


def _aliases(levels: int) -> str:
    """Ten references to ten references, and so on: the billion laughs."""
    lines = ["x-a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for level in range(1, levels):
        inner = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"x-a{level}: &a{level} [{inner}]")
    return _HEAD + "\n".join(lines) + "\n"


_REFUSED: dict[str, tuple[str, str | bytes | Callable[[], bytes], list[str]]] = {
    "alias bomb": (
        "spec.yaml",
        _aliases(10),
        [
            "error[too-many-aliases] spec.yaml",
            "  The aliases expand to more than a million values.",
            "  help: write out what they refer to",
        ],
    ),
    "constructors": (
        "spec.yaml",
        f"{_HEAD}x-a: !!python/object/apply:os.abort []\nx-b: !!python/name:os.abort ''\n",
        [
            "error[yaml-tag] spec.yaml:4:6",
            "  The tag !!python/object/apply:os.abort has no equivalent in JSON.",
            "  help: remove the tag",
            "error[yaml-tag] spec.yaml:5:6",
            "  The tag !!python/name:os.abort has no equivalent in JSON.",
            "  help: remove the tag",
        ],
    ),
    "too large for a float": (
        "spec.yaml",
        f"{_HEAD}x-a: 1e400\n",
        [
            "error[not-a-number] spec.yaml:4:1 /x-a",
            "  inf is not a JSON number.",
            "  help: write a finite number, or null",
        ],
    ),
    "not a number": (
        "spec.yaml",
        f"{_HEAD}x-a: .nan\n",
        [
            "error[not-a-number] spec.yaml:4:1 /x-a",
            "  nan is not a JSON number.",
            "  help: write a finite number, or null",
        ],
    ),
    "deep YAML": (
        "spec.yaml",
        f"{_HEAD}x-a: {'[' * _NEST}{']' * _NEST}\n",
        [
            "error[too-deep] spec.yaml:4:261",
            "  Objects and arrays are nested more than 200 deep.",
            "  help: an API document needs a fraction of that; is it one?",
        ],
    ),
    "deep JSON": (
        "spec.json",
        '{"openapi": "3.1.0", "x-a": ' + "[" * _NEST + "]" * _NEST + "}",
        [
            "error[too-deep] spec.json:1:228",
            "  Objects and arrays are nested more than 200 deep.",
            "  help: an API document needs a fraction of that; is it one?",
        ],
    ),
    "deep objects of JSON": (
        "spec.json",
        '{"openapi": "3.1.0", "x-a": ' + '{"a":' * _NEST + "1" + "}" * _NEST + "}",
        [
            "error[too-deep] spec.json:1:1024",
            "  Objects and arrays are nested more than 200 deep.",
            "  help: an API document needs a fraction of that; is it one?",
        ],
    ),
    "a number of a megabyte in JSON": (
        "spec.json",
        f'{{"openapi": "3.1.0", "x-a": {"9" * 1_000_000}}}',
        [
            "error[number-too-large] spec.json:1:29 /x-a",
            _TOO_LARGE,
            "  help: write a smaller number, or put it into a string",
        ],
    ),
    "a number of a megabyte in YAML": (
        "spec.yaml",
        f"{_HEAD}x-a: {'9' * 1_000_000}\n",
        [
            "error[number-too-large] spec.yaml:4:6",
            _TOO_LARGE,
            "  help: write a smaller number, or put it into a string",
        ],
    ),
    "NaN in JSON": (
        "spec.json",
        '{"openapi": "3.1.0", "x-a": [NaN, -Infinity, 1e999]}',
        [
            "error[not-a-number] spec.json:1:30 /x-a/0",
            "  NaN is not a JSON number.",
            "  help: write a finite number, or null",
            "error[not-a-number] spec.json:1:35 /x-a/1",
            "  -Infinity is not a JSON number.",
            "  help: write a finite number, or null",
            "error[number-too-large] spec.json:1:46 /x-a/2",
            "  The number 1e999 is too large.",
            "  help: write a smaller number, or put it into a string",
        ],
    ),
    "UTF-16": (
        "spec.json",
        '{"openapi": "3.1.0"}'.encode("utf-16"),
        [
            "error[not-utf-8] spec.json",
            "  The text is in UTF-16 or UTF-32; a document is in UTF-8.",
            "  help: convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW",
        ],
    ),
    "three hundred megabytes in one third of one": (
        "spec.json.gz",
        lambda: gzip.compress(b" " * 300_000_000, mtime=0),
        [
            "error[too-large] spec.json.gz",
            "  The document has more than 64 MB.",
            "  help: cut it down to the operations that you need",
        ],
    ),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_refused(name: str, tmp_path: Path) -> None:
    file, content, said = _REFUSED[name]
    content = content() if callable(content) else content
    done = build(tmp_path, content if isinstance(content, bytes) else content.encode(), file)
    assert done.code == 2
    assert done.err.splitlines() == said


_YAML = """\
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /accounts/{account_id}/ai/run/{model_name}:
    post:
      operationId: workers-ai-post-run-model
      tags: [AI]
      parameters:
        - {name: account_id, in: path, required: true, schema: {type: string}}
        - {name: model_name, in: path, required: true, schema: {type: string}}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                country: {enum: [NO, no, yes, on, 012, 0o14, 0x1F, 12:30:45]}
                <<: {merged: {type: string}, country: {type: integer}}
      responses:
        200: {description: OK}
"""


def test_yaml_means_what_its_newest_version_says(tmp_path: Path) -> None:
    """Norway is no boolean, 012 is twelve, and times are texts."""
    done = build(tmp_path, _YAML.encode(), "spec.yaml")
    assert done.code == 0, done.err
    source = (tmp_path / "out" / "workers_ai" / "ai.py").read_text()
    assert "merged: str" in source
    assert 'country: Literal["NO", "no", "yes", "on", 12, 31, "12:30:45"] |' in source


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_a_byte_order_mark_changes_nothing(mark: bytes, tmp_path: Path) -> None:
    assert build(tmp_path, mark + json.dumps(document()).encode()).code == 0


_ONE_FILE = (
    "put everything into one file: npx @redocly/cli bundle FILE -o NEW\n"
    "    or permit what it leads to: --allow-remote-refs"
)
_REFERENCES = {
    "the whole document": (
        "#",
        "wrong-reference",
        "A reference to a schema leads to a document: #.",
        "refer to one of #/components/schemas",
    ),
    "another file": (
        "other.json#/B",
        "remote-reference",
        "The reference other.json#/B leads outside the document.",
        _ONE_FILE,
    ),
    "a file of the system": (
        "file:///etc/passwd",
        "remote-reference",
        "The reference file:///etc/passwd leads outside the document.",
        _ONE_FILE,
    ),
    "a server": (
        "http://169.254.169.254/latest#/B",
        "remote-reference",
        "The reference http://169.254.169.254/latest#/B leads outside the document.",
        _ONE_FILE,
    ),
    "no schema": (
        "#/components/parameters/P",
        "wrong-reference",
        "A reference to a schema leads to a parameter: #/components/parameters/P.",
        "refer to one of #/components/schemas",
    ),
    "a text": (
        "#/info/title",
        "wrong-reference",
        "A reference to a schema must lead to an object: #/info/title.",
        "refer to one of #/components/schemas",
    ),
    "itself": (
        "#/components/schemas/A",
        "reference-circle",
        "The references run in a circle: #/components/schemas/A -> #/components/schemas/A.",
        "let one of them be a schema of its own",
    ),
}


@pytest.mark.parametrize("name", _REFERENCES)
def test_references_that_are_refused(name: str, tmp_path: Path) -> None:
    target, code, message, help_ = _REFERENCES[name]
    root = document(obj(a={"$ref": target}), components={"A": ref("A")} if "A" in target else {})
    root["components"]["parameters"] = {"P": {"name": "p", "in": "query", "schema": text()}}
    done = build(tmp_path, root)
    lines = done.err.splitlines()
    assert done.code == 2
    assert lines[0].startswith(f"error[{code}] spec.json:1:")
    assert lines[0].endswith("/$ref")
    assert lines[1:] == [f"  {message}", *f"  help: {help_}".split("\n")]


@pytest.mark.parametrize("name", ["a/b", "a~b", "a%b", "a%2Fb", "a b", "~1", "%7E1", "\u00fc"])
def test_escaped_references_and_siblings(name: str, tmp_path: Path) -> None:
    token = name.replace("~", "~0").replace("/", "~1")
    root = document(obj(a={"$ref": f"#/$defs/{token}", "description": "sibling"}))
    root["components"]["schemas"]["S"] = {"$defs": {name: obj(b=text())}}
    escaped = token.replace("%", "%25").replace(" ", "%20").replace("\u00fc", "%C3%BC")
    body = root["paths"][next(iter(root["paths"]))]["post"]["requestBody"]["content"]
    body["application/json"]["schema"]["properties"]["a"]["$ref"] = (
        f"#/components/schemas/S/$defs/{escaped}"
    )
    done = build(tmp_path, root)
    assert done.code == 0, done.err
    source = (tmp_path / "out" / "workers_ai" / "ai.py").read_text()
    assert "    b: str" in source


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_what_is_next_to_a_reference(version: str, tmp_path: Path) -> None:
    """OpenAPI 3.0 ignores it, in 3.1 it holds as well."""
    beside = {"$ref": "#/components/schemas/S", "required": ["b"], **obj(c=text())}
    root = document(obj(a=beside), components={"S": obj(b=text())})
    root["openapi"] = version
    done = build(tmp_path, root)
    assert done.code == 0, done.err
    source = (tmp_path / "out" / "workers_ai" / "ai.py").read_text()
    if version == "3.0.3":
        assert "    b: str | UnsetType = UNSET" in source
        assert "    c: str" not in source
        assert "warning" not in done.err
    else:
        assert "    b: str\n" in source
        assert "    c: str | UnsetType = UNSET" in source
        place = f"{POINTER}/requestBody/content/application~1json/schema/properties/a/$ref"
        assert done.err.splitlines()[:3] == [
            f"warning[beside-reference] spec.json:1:566 {place}",
            "  The reference has required, type, properties next to it, which counts as well.",
            '  help: put the reference into an "allOf"',
        ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_every_utf_16_is_reported(encoding: str, tmp_path: Path) -> None:
    assert build(tmp_path, '{"openapi": "3.1.0"}'.encode(encoding)).err.splitlines() == [
        "error[not-utf-8] spec.json",
        "  The text is in UTF-16 or UTF-32; a document is in UTF-8.",
        "  help: convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW",
    ]
