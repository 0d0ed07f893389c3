"""Other documents that mean harm, where references into them are permitted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.harm.documents import POINTER, document, obj, text
from tests.harm.running import run

_BODY = f"{POINTER}/requestBody/content/application~1json/schema/properties"


def _nested() -> dict[str, Any]:
    """A schema that is large at each of its levels."""
    schema = obj(**{f"x{index}": text() for index in range(100_000)})
    for _ in range(190):
        schema = {"not": schema}
    return schema


def _bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for name, below in zip("bcdefghij", "abcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]")
    return "\n".join(lines)


_REFUSED = {
    "a chain of ten thousand": (
        obj(a={"$ref": "o.json#/s0"}),
        "o.json",
        json.dumps({f"s{at}": {"$ref": f"#/s{at + 1}"} for at in range(10_000)}),
        [
            "error[dangling-reference] o.json:1:297765 /s9999/$ref",
            "  The reference o.json#/s10000 leads nowhere.",
            "  help: did you mean o.json#/s1000?",
        ],
    ),
    "the same from every depth": (
        obj(**{f"p{at}": {"$ref": "o.json#" + "/not" * at} for at in range(190)}),
        "o.json",
        json.dumps(_nested()),
        [
            f"error[too-large] spec.json:1:699 {_BODY}/p4/$ref",
            "  The references bring in more than 1,000,000 values.",
            "  help: refer to less",
        ],
    ),
    "depth": (
        obj(a={"$ref": "o.json#/a"}),
        "o.json",
        '{"a": ' + "[" * 100_000,
        [
            "error[too-deep] o.json:1:206",
            "  Objects and arrays are nested more than 200 deep.",
            "  help: an API document needs a fraction of that; is it one?",
        ],
    ),
    "aliases": (
        obj(a={"$ref": "o.yaml#/a"}),
        "o.yaml",
        _bomb(),
        [
            "error[too-many-aliases] o.yaml",
            "  The aliases expand to more than a million values.",
            "  help: write out what they refer to",
        ],
    ),
    "the whole of what refers to it": (
        obj(a={"$ref": "spec.json"}),
        "o.json",
        "{}",
        [
            f"error[wrong-reference] spec.json:1:566 {_BODY}/a/$ref",
            "  A reference to a schema leads to a document: #.",
            "  help: refer to one of #/components/schemas",
        ],
    ),
    "a reference to itself": (
        obj(a={"$ref": "o.json#/p"}),
        "o.json",
        json.dumps({"p": {"$ref": "#/p"}}),
        [
            "error[reference-circle] o.json:1:8 /p/$ref",
            "  The references run in a circle: #/components/schemas/p -> #/components/schemas/p.",
            "  help: let one of them be a schema of its own",
        ],
    ),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_refused(name: str, tmp_path: Path) -> None:
    body, file, content, said = _REFUSED[name]
    (tmp_path / "spec.json").write_text(json.dumps(document(body)))
    (tmp_path / file).write_text(content)
    done = run(tmp_path, "build", "--spec", "spec.json", "--output", "out", "--allow-remote-refs")
    assert (done.code, done.err.splitlines()) == (2, said)
    assert {path.name for path in tmp_path.iterdir()} == {"spec.json", file}


def test_much_of_which_little_is_used(tmp_path: Path) -> None:
    content = '{"a": {"type": "string"}, "b": "' + "x" * 60_000_000 + '"}'
    (tmp_path / "spec.json").write_text(json.dumps(document(obj(a={"$ref": "o.json#/a"}))))
    (tmp_path / "o.json").write_text(content)
    done = run(tmp_path, "build", "--spec", "spec.json", "--output", "out", "--allow-remote-refs")
    assert done.code == 0, done.err
