"""How values of a path, a query, headers and cookies are written, by style."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest
from workers_ai import Cloudflare
from workers_ai._runtime.files import encoded_body, form_body
from workers_ai._runtime.operations import Operation
from workers_ai._runtime.queries import in_path, with_parameters, written
from workers_ai._runtime.requests import path_values
from workers_ai._runtime.urls import Encoded, fill_path, with_query

_LIST, _OBJECT = ["a b", 1, True, None], {"x": "1", "y": False, "z": None}
_DAY, _MOMENT = date(2026, 1, 2), datetime(2026, 1, 2, 3, tzinfo=UTC)
_WRITTEN = "2026-01-02T03:00:00+00:00"


class _Colour(enum.Enum):
    RED = "red"


class _Word(enum.StrEnum):
    BLUE = "blue"


_Letter = enum.Enum("_Letter", {"A": "a"}, type=str)


@pytest.mark.parametrize(
    ("style", "value", "found"),
    [
        ("form", _LIST, {"q": "a%20b,1,true,"}),
        ("form", ["a,b", "c&d"], {"q": "a%2Cb,c%26d"}),
        ("form", _OBJECT, {"q": "x,1,y,false,z,"}),
        ("form exploded", _LIST, {"q": _LIST}),
        ("form exploded", _OBJECT, {"x": "1", "y": False}),
        ("spaceDelimited", _LIST, {"q": "a b 1 true "}),
        ("pipeDelimited", _LIST, {"q": "a b|1|true|"}),
        ("pipeDelimited exploded", _LIST, {"q": _LIST}),
        ("deepObject exploded", _OBJECT, {"q[x]": "1", "q[y]": False}),
        ("deepObject exploded", "text", {"q": "text"}),
        ("deepObject exploded", {"x": {"y": 1}, "z": [1, 2]}, {"q[x][y]": 1, "q[z]": [1, 2]}),
        ("form exploded", [{"x": 1}, [2]], {"q": ['{"x":1}', "[2]"]}),
        ("form exploded", {"x": {"y": 1}}, {"x": '{"y":1}'}),
        ("form", [{"x": True}], {"q": "%7B%22x%22%3Atrue%7D"}),
        ("application/json", _OBJECT, {"q": '{"x":"1","y":false,"z":null}'}),
        ("application/json", "text", {"q": "text"}),
        ("form", None, {"q": None}),
        ("form", [], {"q": []}),
        ("application/json", [], {"q": "[]"}),
    ],
)
def test_styles(style: str, value: Any, found: Any) -> None:
    assert written({"q": value, "other": [1]}, {"q": style}) == {**found, "other": [1]}


_WORDS = [_MOMENT, _DAY, _Colour.RED, _Word.BLUE, _Letter.A]
_TEXTS = [_WRITTEN, "2026-01-02", "red", "blue", "a"]


def test_moments_and_members_of_enumerations_are_written_as_json_has_them() -> None:
    url = with_query(httpx2.URL("https://a.test/b"), {"q": _WORDS, "one": {"x": _Letter.A}})
    assert parse_qs(url.query.decode()) == {"q": _TEXTS, "one.x": ["a"]}
    url = with_query(httpx2.URL("https://a.test/b"), written({"q": _WORDS}, {"q": "form"}))
    assert parse_qs(url.query.decode()) == {"q": [",".join(_TEXTS)]}
    operation = Operation("a.b", "GET /a", headers={"q": "q"})
    assert with_parameters(httpx2.Headers(), operation, {"q": _WORDS})["q"] == ",".join(_TEXTS)
    form = encoded_body("application/x-www-form-urlencoded", {"q": _WORDS, "one": _MOMENT})
    assert parse_qs(form.content.decode()) == {"q": _TEXTS, "one": [_WRITTEN]}
    parts = form_body({"q": _WORDS, "one": _MOMENT}).content
    assert [part.partition(b"\r\n")[0].decode() for part in parts.split(b"\r\n\r\n")[1:]] == [
        *_TEXTS,
        _WRITTEN,
    ]


def test_commas_between_values_are_those_of_the_url() -> None:
    query = written({"q": ["a,b", "c"], "other": "x,y"}, {"q": "form"})
    url = with_query(httpx2.URL("https://a.test/b?c=1"), query)
    assert url.raw_path == b"/b?c=1&other=x%2Cy&q=a%2Cb,c"
    url = with_query(httpx2.URL("https://a.test/b"), written({"q": ["1", "2"]}, {"q": "form"}))
    assert url.raw_path == b"/b?q=1,2"


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ("form exploded", "a/b?c=d", "q=a/b?c=d"),
        # What would end the value, or is no part of a query, is encoded; what is encoded stays.
        ("form exploded", "a&b#c+[d] %2F %", "q=a%26b%23c%2B%5Bd%5D%20%2F%20%25"),
        ("form exploded", ["a/b", "c&d"], "q=a/b&q=c%26d"),
        ("form", ["a/b", "c,d"], "q=a/b,c,d"),
        ("form exploded", {"r": "a/b"}, "r=a/b"),
        ("form exploded", None, ""),
        ("form exploded", [], ""),
    ],
)
def test_letters_that_the_document_reserves_stay(style: str, value: Any, expected: str) -> None:
    query = written({"q": value}, {"q": f"{style} reserved"})
    url = with_query(httpx2.URL("https://a.test/b"), query)
    assert url.raw_path.decode() == f"/b?{expected}".rstrip("?")


@pytest.mark.parametrize("style", ["", "form", "pipeDelimited", "deepObject exploded"])
@pytest.mark.parametrize("value", [[], (), {}])
def test_what_has_no_parts_is_not_in_the_query(style: str, value: Any) -> None:
    query = written({"q": value}, {"q": style})
    assert with_query(httpx2.URL("https://a.test/b"), query).raw_path == b"/b"
    deep = written({"q": {"x": value}}, {"q": "deepObject exploded"})
    assert with_query(httpx2.URL("https://a.test/b"), deep).raw_path == b"/b"


@pytest.mark.parametrize("form", ["", " simple exploded", " form exploded", " cookie exploded"])
def test_what_has_no_parts_is_no_header(form: str) -> None:
    operation = Operation("a.b", "GET /a", headers={"x": f"x{form}"}, cookies={"y": f"y{form}"})
    assert not with_parameters(httpx2.Headers(), operation, {"x": [], "y": {}})


@pytest.mark.parametrize("form", ["simple", "label", "label exploded", "matrix", "matrix exploded"])
@pytest.mark.parametrize("value", [[], {}])
def test_no_path_ends_before_its_value(form: str, value: Any) -> None:
    operation = Operation("a.get", "GET /a/{q}", places={"q": f"q {form}"})
    settings = Cloudflare(api_token="secret").settings
    with pytest.raises(ValueError, match="Expected a non-empty value for `q`"):
        path_values(settings, operation, {"q": value})


_COLOURS, _SHADES = ["blue", "a,b/c"], {"R": 100, "G": True}


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("simple", True, "true"),
        ("simple", "a,b/c", "a,b%2Fc"),
        ("simple", _MOMENT, _WRITTEN),
        ("simple", _COLOURS, "blue,a%2Cb%2Fc"),
        ("simple exploded", _COLOURS, "blue,a%2Cb%2Fc"),
        ("simple", _SHADES, "R,100,G,true"),
        ("simple exploded", _SHADES, "R=100,G=true"),
        ("label", "blue", ".blue"),
        ("label", _COLOURS, ".blue,a%2Cb%2Fc"),
        ("label exploded", _COLOURS, ".blue.a%2Cb%2Fc"),
        ("label", _SHADES, ".R,100,G,true"),
        ("label exploded", _SHADES, ".R=100.G=true"),
        ("matrix", "blue", ";q%5B%5D=blue"),
        ("matrix", _COLOURS, ";q%5B%5D=blue,a%2Cb%2Fc"),
        ("matrix exploded", _COLOURS, ";q%5B%5D=blue;q%5B%5D=a%2Cb%2Fc"),
        ("matrix", _SHADES, ";q%5B%5D=R,100,G,true"),
        ("matrix exploded", _SHADES, ";R=100;G=true"),
        ("application/json", _SHADES, "%7B%22R%22:100,%22G%22:true%7D"),
        ("text/xml", "<a>", "%3Ca%3E"),
    ],
)
def test_values_of_a_path(form: str, value: Any, expected: str) -> None:
    written = in_path(value, f"q%5B%5D {form}")
    done = ("q",) if isinstance(written, Encoded) else ()
    assert fill_path("/a/{q}", (("q", written),), (), (), done) == f"/a/{expected}"


def test_a_number_in_the_path_is_written_by_its_style() -> None:
    operation = Operation("a.get", "GET /a/{q}", places={"q": "q label"}, numbers=("q",))
    settings = Cloudflare(api_token="secret").settings
    assert path_values(settings, operation, {"q": 5}) == {"q": ".5"}


@pytest.mark.parametrize("value", [["../b"], ["a/.."], ["a\nb"], ["a", "b/../c"]])
def test_lists_reach_no_other_path(value: list[str]) -> None:
    with pytest.raises(ValueError, match="`q`"):
        fill_path("/a/{q}", (("q", in_path(value, "q simple")),), (), (), ("q",))


@pytest.mark.parametrize(
    ("form", "value", "header", "cookie"),
    [
        ("", _OBJECT, "x,1,y,false,z,", "q=x,1,y,false,z,"),
        ("", ["a", 1], "a,1", "q=a,1"),
        (" simple exploded", _OBJECT, "x=1,y=false,z=", None),
        (" application/json", {"x": 1}, '{"x":1}', 'q={"x":1}'),
        (" form exploded", ["a", 1], None, "q=a&q=1"),
        (" form exploded", _OBJECT, None, "x=1&y=false&z="),
        (" cookie exploded", ["a", 1], None, "q=a; q=1"),
        (" cookie exploded", "text", None, "q=text"),
    ],
)
def test_headers_and_cookies(form: str, value: Any, header: str | None, cookie: str | None) -> None:
    for place, name, expected in (("headers", "q", header), ("cookies", "cookie", cookie)):
        if expected is not None:
            operation = Operation("a.b", "GET /a", **{place: {"q": f"q{form}"}})
            found = with_parameters(httpx2.Headers(), operation, {"q": value})
            assert found[name] == expected


@pytest.mark.parametrize("form", ["", " form exploded", " cookie exploded", " application/json"])
def test_a_cookie_is_one(form: str) -> None:
    operation = Operation("a.b", "GET /a", cookies={"q": f"q{form}"})
    with pytest.raises(ValueError, match="`q` holds a semicolon"):
        with_parameters(httpx2.Headers(), operation, {"q": ["a", "b; admin=1"]})


def test_what_has_no_style_is_as_it_is() -> None:
    assert written({"q": _OBJECT}, {}) == {"q": _OBJECT}


@pytest.mark.parametrize(
    ("said", "value", "expected"),
    [
        ("", [{"b": 1}, [2], "c"], "a=%7B%22b%22%3A1%7D&a=%5B2%5D&a=c"),
        ("application/json", ["b", 1], "a=%5B%22b%22%2C1%5D"),
        ("form", ["b", "c,d"], "a=b,c%2Cd"),
        ("form exploded", {"b": 1, "c": "x y"}, "b=1&c=x+y"),
        ("pipeDelimited", ["b", "c"], "a=b%7Cc"),
        ("deepObject exploded", {"b": {"c": True}}, "a%5Bb%5D%5Bc%5D=true"),
    ],
)
def test_a_field_of_such_a_form(said: str, value: Any, expected: str) -> None:
    parts = {"a": said} if said else {}
    body = encoded_body("application/x-www-form-urlencoded", {"a": value}, parts)
    assert body.content.decode() == expected


def test_a_form_that_is_written_as_a_query() -> None:
    fields = {"a": "x y", "list": [1, 2], "yes": True, "object": {"b": 1}, "none": None}
    body = encoded_body("application/x-www-form-urlencoded", fields)
    assert body.media_type == "application/x-www-form-urlencoded"
    assert parse_qs(body.content.decode(), keep_blank_values=True) == {
        "a": ["x y"],
        "list": ["1", "2"],
        "yes": ["true"],
        "object": ['{"b":1}'],
        "none": [""],
    }
