"""Nothing that a document says, wherever it says it, becomes code."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from flaregen.emitting.literals import comment
from flaregen.rendered import RenderedFile
from tests.harm.documents import built, document, text
from tests.harm.running import build
from tests.support.origins import without_origin
from tests.support.trees import docstrings, foreign, strings

_NASTY = {
    "three quotes": '"""',
    "three apostrophes": "'''",
    "a backslash at the end": "ends with a backslash\\",
    "a quote at the end": 'ends with a quote"',
    "code after three quotes": '"""\nimport os\nos.abort()\n"""',
    "code on one line": '"""; import os; os.abort(); """',
    "code in an expression": "' + __import__('os').abort() + '",
    "code in TOML": '"\ndependencies = ["evil"]\n[tool.x]\ny = "',
    "code in Markdown": "`` ```\n\n```python\nimport os\n``` <script>alert(1)</script> [a](b) | c",
    "Jinja": "{{ 7 * 7 }} {% raw %} {# #} {%- set x = cycler.__init__.__globals__ -%}",
    "an f-string": "{x!r} {__import__('os')} %s $x ${x}",
    "a type comment": "# type: ignore",
    "a formatter's comment": "# fmt: off\n# noqa\n# ruff: noqa",
    "an encoding cookie": "# -*- coding: utf-7 -*-",
    "every newline": "a\rb\nc\r\nd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l",
    "NUL": "a\x00b",
    "controls": "".join(map(chr, range(1, 32))) + "\x7f\x80\x9f",
    "right to left": "\u202egnirts\u2066\u2067\u2068\u2069\u200f\u061c",
    "invisible": "a\u200b\u200c\u200d\u2060\ufeff\u00ad\U000e0041b",
    "escapes": "\\N{DASH}\\u0041\\x41\\n\\0",
    "emoji": "\N{PILE OF POO}\N{FAMILY}\N{ZERO WIDTH JOINER}",
    "homoglyphs": "\u0430\u0440\u0435 \uff41\uff42\uff43 \ufb01",
    "ten thousand letters": "x" * 10_000,
    "spaces": "\u00a0\u2003\u3000 a  b\t",
}


def _harmful(said: str) -> dict[str, Any]:
    """The text in every place that a document has for one."""
    inner = {
        "type": "object",
        "title": f"inner title {said}",
        "description": f"inner description {said}",
        "required": [f"inner {said}"],
        "properties": {f"inner {said}": text()},
    }
    field = {
        "type": "string",
        "title": f"field title {said}",
        "description": f"field description {said}",
        "enum": [f"member {said}", said, "other"],
        "default": said,
        "example": f"member {said}",
        "pattern": f"(?:{said}",
        "format": said,
        f"x-{said}": said,
    }
    choice = {
        "title": f"Greeting {said}",
        "description": f"choice {said}",
        "type": "object",
        "required": [f"wire {said}"],
        "properties": {f"wire {said}": field, f"nested {said}": inner},
        "example": {f"wire {said}": f"member {said}", f"nested {said}": {f"inner {said}": said}},
    }
    other = {"title": "Other", "type": "object", "required": ["o"], "properties": {"o": text()}}
    answer = {
        "title": f"Greeting {said}",
        "type": "object",
        "properties": {f"answer {said}": {**text(), "description": f"answer description {said}"}},
    }
    root = document(
        {"oneOf": [choice, other]},
        result={"oneOf": [answer, {**other}]},
        tag=f"tag {said}",
        operationId=f"operation {said}",
        summary=f"summary {said}",
        description=f"description {said}",
        externalDocs={"url": "https://example.com", "description": said},
        **{f"x-{said}": {said: [said]}},
    )
    root["info"] |= {"title": said, "description": said}
    root["servers"] = [{"url": "https://api.cloudflare.com/client/v4", "description": said}]
    root["tags"] = [{"name": f"tag {said}", "description": said}]
    (path,) = root["paths"]
    content = root["paths"][path]["post"]["requestBody"]["content"]
    content[f"application/x-{said}"] = {"schema": {}}
    root["paths"][path]["post"]["parameters"][1]["description"] = said
    model = f"/accounts/{{account_id}}/ai/run/@cf/{said.translate(_NO_BRACES)}"
    root["paths"][model] = {
        "post": {"tags": [f"tag {said} Greeting {said}"], "responses": {"200": {"description": ""}}}
    }
    return root


_NO_BRACES = str.maketrans("{}", "()")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[RenderedFile, ...]:
    return built(_harmful("plain"), tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("name", _NASTY)
def test_texts_stay_texts(name: str, tmp_path: Path, plain: tuple[RenderedFile, ...]) -> None:
    said = _NASTY[name]
    root = _harmful(said)
    files = built(root, tmp_path)
    assert foreign(files) == []
    assert without_origin(files, root) == []
    assert len(files) <= len(plain)
    literals = strings(files)
    assert {f"member {said}", said, f"wire {said}", f"nested {said}", f"inner {said}"} <= literals
    assert f"answer {said}" in literals
    # A title is words of a docstring, and nothing that code looks at.
    assert f"Greeting {said}" not in literals
    _check_docstrings(files, said)
    _check_readable(files)
    _check_project(files, plain, said)


def _check_docstrings(files: tuple[RenderedFile, ...], said: str) -> None:
    docs = ["".join(doc.split()) for doc in docstrings(files)]
    for label in ("choice", "field description", "inner description", "description"):
        wanted = "".join(f"{label} {said}".split())
        assert any(wanted in doc for doc in docs), label
    wanted = "".join(comment(f"tag {said}").split())
    assert sum(wanted in doc for doc in docs) >= 4


def _check_readable(files: tuple[RenderedFile, ...]) -> None:
    """No character that a reader of the source could overlook."""
    for file in files:
        content = file.content.decode()
        odd = {char for char in content if not char.isprintable() and char != "\n"}
        assert not odd, file.path


def _check_project(
    files: tuple[RenderedFile, ...], plain: tuple[RenderedFile, ...], said: str
) -> None:
    """What is next to the package is laid out as always: no text adds a key or a code block."""
    project, usual = (
        tomllib.loads(next(f.content for f in of if f.path.name == "pyproject.toml").decode())
        for of in (files, plain)
    )
    description = project["project"].pop("description")
    assert description == f"Typed client of {comment(f'tag {said}')}, sync and async"
    del usual["project"]["description"]
    assert project == usual
    names = {file.path.name for file in plain if file.path.suffix == ".md"}
    assert names >= {"README.md", "api.md"}
    for name in names:
        text_, usual_text = (
            next(f.content for f in of if f.path.name == name).decode() for of in (files, plain)
        )
        assert "<script" not in _prose(text_)
        # A model whose name no path can hold has no runner, which is a heading less.
        assert len(_headings(text_)) <= len(_headings(usual_text))


def _headings(markdown: str) -> list[str]:
    return [line for line in _prose(markdown).split("\n") if line.startswith("#")]


def _prose(markdown: str) -> str:
    """Markdown without its blocks and spans of code, by CommonMark's rule for fences."""
    kept, fence = [], ""
    for line in markdown.split("\n"):
        marks = line[: len(line) - len(line.lstrip("`"))]
        if fence:
            fence = "" if len(marks) >= len(fence) and line == marks else fence
        elif len(marks) >= 3 and "`" not in line[len(marks) :]:
            fence = marks
        else:
            kept.append(line)
    assert not fence
    return "\n".join(kept)


def test_half_of_a_character_is_refused(tmp_path: Path) -> None:
    root = b'{"openapi": "3.1.0", "info": {"title": "\\ud800", "version": "1"}, "paths": {}}'
    assert build(tmp_path, root).err.splitlines() == [
        "error[half-character] spec.json:1:40 /info/title",
        "  The string holds \\ud800, half of a character.",
        "  help: write both halves, or the character itself",
    ]
