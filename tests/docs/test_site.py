"""The site has every page, its links lead somewhere, and it loads nothing from elsewhere."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from flaregen.drift.rules import RULES
from tests.support.pinned import ROOT

pytest.importorskip("zensical")

_BUILD = runpy.run_path(str(ROOT / "docs" / "site" / "build.py"))
_SETTINGS = ROOT / "docs" / "site" / "zensical.toml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    assert _BUILD["build"](folder) == 0
    return folder / "html"


def test_a_page_for_each_page_and_each_rule(site: Path) -> None:
    sources = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")}
    pages = {str(source.with_suffix("")) for source in sources if source.stem != "README"}
    pages |= {f"drift-rules/{rule}" for rule in RULES}
    missing = [page for page in pages - {"index"} if not (site / page / "index.html").is_file()]
    assert missing == []


def _named(nav: list[dict[str, Any]]) -> list[str]:
    found = [target for entry in nav for target in entry.values()]
    return [name for one in found for name in ([one] if isinstance(one, str) else _named(one))]


def test_every_page_is_in_the_navigation() -> None:
    nav = tomllib.loads(_SETTINGS.read_text(encoding="utf-8"))["project"]["nav"]
    docs = ROOT / "docs"
    pages = [str(path.relative_to(docs)) for path in docs.rglob("*.md")]
    assert sorted(_named(nav)) == sorted(pages)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No script, style, font or image of another server, so that the site works anywhere."""
    loading = re.compile(
        r"""<(?:script|link|img|iframe)[^>]*(?:src|href)=["']?(?:https?:)?//[^>]*>"""
    )
    found = {
        tag
        for page in site.rglob("*.html")
        for tag in loading.findall(page.read_text(encoding="utf-8"))
        if 'rel="canonical"' not in tag
    }
    assert found == set()


@pytest.mark.parametrize("link", ["no-such-page.md", "page.md#no-such-heading", "../outside.md"])
def test_a_broken_link_fails_the_build(link: str, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "page.md").write_text("# Page\n")
    (tmp_path / "pages" / "index.md").write_text(f"# Start\n\n[there]({link})\n")
    settings = '[project]\nsite_name = "Try"\ndocs_dir = "pages"\nsite_dir = "html"\n'
    (tmp_path / "zensical.toml").write_text(settings)
    assert _BUILD["generate"](tmp_path) != 0
