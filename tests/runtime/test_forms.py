"""The parts of a form."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any, Literal

import pytest
from workers_ai._runtime.binary import Base64
from workers_ai._runtime.files import form_body, in_form
from workers_ai._runtime.forms import record_form
from workers_ai._runtime.models import UNSET, Params, UnsetType

PNG = b"\x89PNG\r\n\x1a\n0000"
Part = tuple[str | None, str | None, str | None, bytes]


def _parts(fields: dict[str, Any], **said: str) -> list[Part]:
    """The name of each part and of its file, its media type and its content."""
    body = form_body(fields, said)
    head = f"Content-Type: {body.media_type}\r\n\r\n".encode()
    whole = message_from_bytes(head + body.content, policy=policy.HTTP)
    found: list[Part] = []
    for part in whole.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        found.append((name, part.get_filename(), part["content-type"], content))
    return found


class _Fields(Params[object]):
    key: Base64 | UnsetType = UNSET
    keys: Sequence[Base64] | UnsetType = UNSET
    label: str | UnsetType = UNSET
    kind: Literal["a", "b"] | UnsetType = UNSET
    meta: Mapping[str, object] | UnsetType = UNSET
    day: str | UnsetType = UNSET


@pytest.mark.parametrize(
    ("fields", "said", "expected"),
    [
        # A file that the document has as a text is base64, however it is given.
        ({"key": b"\0\1"}, "", [("key", None, None, b"AAE=")]),
        ({"key": "AAE="}, "", [("key", None, None, b"AAE=")]),
        ({"key": b"\0\1"}, "image/png", [("key", None, "image/png", b"AAE=")]),
        (
            {"keys": [b"\0", "AQ=="]},
            "",
            [("keys", None, None, b"AA=="), ("keys", None, None, b"AQ==")],
        ),
        # A text is a text of JSON, but where the document has something else.
        ({"label": "x"}, "application/json", [("label", None, "application/json", b'"x"')]),
        ({"kind": "a"}, "application/json", [("kind", None, "application/json", b'"a"')]),
        (
            {"day": date(2026, 1, 2)},
            "application/json",
            [("day", None, "application/json", b'"2026-01-02"')],
        ),
        ({"key": b"\0\1"}, "application/json", [("key", None, "application/json", b'"AAE="')]),
        ({"meta": "{}"}, "application/json", [("meta", None, "application/json", b"{}")]),
        ({"label": "x"}, "", [("label", None, None, b"x")]),
        # The first of several media types decides.
        ({"label": "x"}, "text/plain, application/json", [("label", None, "text/plain", b"x")]),
        (
            {"label": "x"},
            "application/json, text/plain",
            [("label", None, "application/json", b'"x"')],
        ),
    ],
)
def test_a_field_as_its_schema_says(
    fields: dict[str, Any], said: str, expected: list[Part]
) -> None:
    parts = dict.fromkeys(fields, said) if said else {}
    assert _parts({**in_form(fields, parts, [record_form(_Fields)])}, **parts) == expected


def _named(folder: Path) -> Path:
    path = folder / "scan.png"
    path.write_bytes(PNG)
    return path


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        # What says no name is called like its member.
        (lambda _: PNG, ("a", "image/png", PNG)),
        (lambda _: io.BytesIO(PNG), ("a", "image/png", PNG)),
        (_named, ("scan.png", "image/png", PNG)),
        (lambda _: ("b.txt", b"x"), ("b.txt", "text/plain", b"x")),
        (lambda _: ("b", "x", "text/css"), ("b", "text/css", b"x")),
        (lambda _: "words", (None, None, b"words")),
        (lambda _: {"b": [1]}, (None, "application/json", b'{"b":[1]}')),
        (lambda _: 7, (None, None, b"7")),
    ],
)
def test_a_part(make: Callable[[Path], Any], expected: Any, tmp_path: Path) -> None:
    assert _parts({"a": make(tmp_path)}) == [("a", *expected)]


@pytest.mark.parametrize("form", ["form", "form exploded", "deepObject exploded"])
def test_a_style_changes_no_file(form: str, tmp_path: Path) -> None:
    for value in (PNG, [PNG, PNG], ("b.png", PNG), [_named(tmp_path)]):
        assert _parts({"a": value}, a=form) == _parts({"a": value})


def test_each_item_of_a_list_is_a_part() -> None:
    parts = _parts({"a": ["one", "two"], "b": "three"})
    assert [(name, content) for name, *_, content in parts] == [
        ("a", b"one"),
        ("a", b"two"),
        ("b", b"three"),
    ]


def test_a_form_without_parts() -> None:
    body = form_body({})
    form, _, end = body.media_type.partition("; boundary=")
    assert (form, body.content) == ("multipart/form-data", f"--{end}--\r\n".encode())
    with pytest.raises(ValueError, match=r"Nothing to send: 'a', 'b' is empty"):
        form_body({"a": [], "b": []})


@pytest.mark.parametrize(
    ("said", "value", "expected"),
    [
        # A list that is JSON is one part, and any text has the type that is said.
        ("application/json", ["b", 1], [("a", None, "application/json", b'["b",1]')]),
        ("text/csv", "b,c", [("a", None, "text/csv", b"b,c")]),
        ("application/json, text/csv", ["b"], [("a", None, "application/json", b'["b"]')]),
        ("text/csv, application/json", ["b"], [("a", None, "text/csv", b"b")]),
        # A file has that of the types which its bytes have, else the first that is no range.
        ("text/csv, image/*", PNG, [("a", "a", "image/png", PNG)]),
        ("image/gif, image/jpeg", b"x", [("a", "a", "image/gif", b"x")]),
        ("image/*", b"x", [("a", "a", "application/octet-stream", b"x")]),
        # The parameters of a media type are part of it.
        ('application/json; v="2"', {}, [("a", None, 'application/json; v="2"', b"{}")]),
        ("text/csv", ("b", b"x", "text/css"), [("a", "b", "text/css", b"x")]),
        # Styles are those of queries.
        ("form", ["b", "c,d"], [("a", None, None, b"b,c,d")]),
        (
            "deepObject exploded",
            {"b": 1, "c": [2]},
            [("a[b]", None, None, b"1"), ("a[c]", None, None, b"2")],
        ),
    ],
)
def test_a_part_as_the_document_says(said: str, value: Any, expected: list[Part]) -> None:
    assert _parts({"a": value}, a=said) == expected
