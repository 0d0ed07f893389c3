"""What the schemas of a model are called that has some of its own."""

from __future__ import annotations

import pytest
from tests.names.documents import TEXT, document, obj, operation
from tests.support.openapi import ref

from flaregen.upstream.model_merge import title_of, titles

MODEL = "@cf/acme/writer-v2"


@pytest.mark.parametrize(
    ("others", "taken", "title"),
    [
        ((), (), "Writer V2"),
        (("@cf/acme/reader",), ("Reader",), "Writer V2"),
        (("@cf/other/writer-v2",), (), "Cf Acme Writer V2"),
        (("@cf/other/Writer_V2",), (), "Cf Acme Writer V2"),
        ((), ("Writer V2",), "Cf Acme Writer V2"),
    ],
)
def test_a_title_is_the_name_of_the_model(
    others: tuple[str, ...], taken: tuple[str, ...], title: str
) -> None:
    assert title_of(MODEL, others, taken) == title


def test_titles_are_those_that_other_paths_lead_to() -> None:
    components = {
        "A": {"title": "Own", **obj(b=ref("B"))},
        "B": {"title": "Shared", **obj(c=ref("C"))},
        "C": {"title": "Deep", **obj(b=ref("B"))},
        "D": {"title": "Unused", **TEXT},
    }
    paths = {"POST /own": operation(ref("A")), "POST /other": operation(ref("B"))}
    root = document(paths, **components).root
    assert sorted(titles(root, {"/own"})) == ["Deep", "Shared"]
    assert sorted(titles(root, set())) == ["Deep", "Own", "Shared"]
