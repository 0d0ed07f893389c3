"""Links between the pages of the repository lead somewhere, as GitHub reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.support.pinned import ROOT

_PAGES = [
    *ROOT.glob("*.md"),
    # What `make bench` installs is not ours.
    ROOT / "bench" / "README.md",
    *(path for folder in ("docs", "generated") for path in (ROOT / folder).rglob("*.md")),
]


@cache
def _tokens(path: Path) -> list[Token]:
    text = path.read_text(encoding="utf-8")
    return MarkdownIt("commonmark").enable("table").parse(text)


def _links(path: Path) -> Iterator[str]:
    for token in _tokens(path):
        for inner in token.children or ():
            target = inner.attrGet("href") or inner.attrGet("src")
            if target and not re.match(r"[a-z]+:", str(target)):
                yield str(target)


@cache
def _headings(path: Path) -> set[str]:
    """Anchors of a page, by GitHub's rule."""
    tokens = _tokens(path)
    titles = (
        "".join(child.content for child in inner.children or ())
        for token, inner in pairwise(tokens)
        if token.type == "heading_open"
    )
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", _PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in _links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name) if name else page
        assert target.exists(), link
        assert target.resolve().is_relative_to(ROOT), link
        if anchor and target.suffix == ".md":
            assert anchor in _headings(target), link
