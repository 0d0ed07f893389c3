"""How a body is divided into forms."""

from __future__ import annotations

from dataclasses import replace

from flaregen.pointer import Pointer
from flaregen.schemas.requests import divide
from flaregen.schemas.schema import Array, Binary, Field, Object, Scalar, Union

_AT = Pointer()


def _form(title: str) -> Object:
    text = Scalar(pointer=_AT, kind="string")
    return Object(pointer=_AT, title=title, fields=(Field(title.lower(), text, required=True),))


def _divided(title: str, *members: Object) -> list[tuple[str, list[str]]]:
    forms = divide(Union(pointer=_AT, title=title, members=members), "stream")
    return [(form.title, [variant.label for variant in form.requests]) for form in forms]


def test_members_with_titles_are_forms_of_their_own() -> None:
    members = _form("Prompt"), _form("Messages")
    assert _divided("", *members) == [("Prompt", [""]), ("Messages", [""])]


def test_a_body_with_a_title_is_one_form_that_its_members_label() -> None:
    members = _form("Prompt"), _form("Messages")
    assert _divided("Text", *members) == [("Text", ["Prompt", "Messages"])]


def test_bytes_are_the_property_that_may_be_a_list_of_numbers() -> None:
    text = Scalar(pointer=_AT, kind="string")
    numbers = Array(pointer=_AT, items=Scalar(pointer=_AT, kind="integer"))
    either = Union(pointer=_AT, members=(text, numbers))
    prompt = Union(pointer=_AT, members=(text, Array(pointer=_AT, items=text)))
    fields = Field("image", either, required=True), Field("prompt", prompt, required=False)
    json = Object(pointer=_AT, title="Picture", fields=fields)
    raw = Binary(pointer=_AT, title="Picture", encoding="raw")
    ((variant,),) = (form.requests for form in divide(Union(pointer=_AT, members=(raw, json)), ""))
    image = Union(pointer=_AT, members=(text, replace(numbers, octets=True)))
    assert (variant.raw, variant.schema.fields) == (
        "image",
        (replace(fields[0], schema=image), fields[1]),
    )
