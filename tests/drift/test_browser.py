"""The page in a real browser: chromium, headless, at the width of a desk and of a phone."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from flaregen.report.formats import render
from tests.report.reports import hostile, sample

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WIDTHS = {"desk": 1280, "phone": 500}
"""A headless window is no narrower than 500 pixels."""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


def browse(page: Path, address: str = "", *options: str) -> str:
    """The document as it is once its script has run."""
    result = subprocess.run(
        [
            str(CHROMIUM),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={page.parent / 'profile'}",
            "--virtual-time-budget=2000",
            *options,
            "--dump-dom",
            f"{page.as_uri()}{address}",
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return result.stdout


def shown(dom: str) -> tuple[int, int]:
    """How many changes the page says it shows, and of how many."""
    found = re.search(r"(\d+) of (\d+) shown", dom)
    assert found is not None
    articles = re.findall(r"<article [^>]*>", dom)
    visible = sum("hidden" not in article for article in articles)
    assert visible == int(found[1])
    assert len(articles) == int(found[2])
    return int(found[1]), int(found[2])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(render(sample(), "html", code="--- a\n+++ b\n-<b>\n+old"), encoding="utf-8")
    return path


def test_everything_is_shown_at_first(page: Path) -> None:
    assert shown(browse(page)) == (4, 4)


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("#q=became", 1),
        ("#q=POST+removed", 1),
        ("#levels=breaking", 1),
        ("#levels=warning,info", 3),
        ("#q=became&levels=info", 0),
        ("#levels=", 0),
    ],
)
def test_search_and_levels(page: Path, address: str, count: int) -> None:
    dom = browse(page, address)
    assert shown(dom)[0] == count
    assert ('id="nothing" hidden' in dom) == (count > 0)


def test_a_heading_without_shown_changes_is_hidden(tmp_path: Path) -> None:
    path = tmp_path / "groups.html"
    path.write_text(render(sample(), "html", by="level"), encoding="utf-8")
    dom = browse(path, "#levels=info")
    hidden = re.findall(r"<section( hidden=\"\")?>\s*<h2>(\w+)", dom)
    assert [(bool(mark), title) for mark, title in hidden] == [
        (True, "Breaking"),
        (True, "Warnings"),
        (False, "Information"),
    ]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("scheme", [0, 1], ids=["dark", "light"])
def test_nothing_runs_over_the_edge(page: Path, width: int, scheme: int) -> None:
    measure = (
        "<script>document.title = `${document.documentElement.scrollWidth}"
        "/${innerWidth}/${getComputedStyle(document.body).backgroundColor}`;</script>"
    )
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", f"{measure}</body>"))
    dom = browse(
        page, "", f"--window-size={width},900", f"--blink-settings=preferredColorScheme={scheme}"
    )
    found = re.search(r"<title>(\d+)/(\d+)/rgb\((\d+),", dom)
    assert found is not None
    assert int(found[1]) <= int(found[2])
    assert (int(found[3]) < 100) == (scheme == 0)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render(hostile(), "html"), encoding="utf-8")
    dom = browse(path)
    assert shown(dom) == (1, 1)
    assert dom.count("<script>") == 1


def test_page_needs_no_other_file(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"""(src|href)\s*=\s*["']|url\(|@import""", text)
