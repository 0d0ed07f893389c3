"""The site has every page, its links lead somewhere, and it loads nothing from elsewhere."""

from __future__ import annotations

import json
import mimetypes
import re
import runpy
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.loopback import Answer, Received, serve
from tests.support.pinned import ROOT

pytest.importorskip("zensical")

_BUILD = runpy.run_path(str(ROOT / "docs" / "site" / "build.py"))
_SETTINGS = ROOT / "docs" / "site" / "zensical.toml"
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    assert _BUILD["build"](folder) == 0
    return folder / "html"


def test_a_page_for_each_page(site: Path) -> None:
    sources = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")}
    pages = {str(source.with_suffix("")) for source in sources if source.stem != "README"}
    missing = [page for page in pages - {"index"} if not (site / page / "index.html").is_file()]
    assert missing == []


def test_the_notebook_is_shown_with_its_outputs(site: Path) -> None:
    page = (site / "examples" / "index.html").read_text(encoding="utf-8")
    assert 'src="data:image/jpeg;base64,' in page
    assert "TranslationResponse(translated_text=" in page


def _named(nav: list[dict[str, Any]]) -> list[str]:
    found = [target for entry in nav for target in entry.values()]
    return [name for one in found for name in ([one] if isinstance(one, str) else _named(one))]


def _nav() -> list[str]:
    return _named(tomllib.loads(_SETTINGS.read_text(encoding="utf-8"))["project"]["nav"])


def test_every_page_is_in_the_navigation() -> None:
    docs = ROOT / "docs"
    pages = [str(path.relative_to(docs)) for path in docs.rglob("*.md")]
    assert sorted(_nav()) == sorted([*pages, "client/reference.md"])


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


_LOOK = """<!doctype html><title>loading</title><body><script>
const frames = PAGES.map((page) => {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: page, width: WIDTH, height: 800 });
  document.body.append(frame);
  return new Promise((done) => (frame.onload = () => done(frame)));
});
const brightness = (color) => Number(color.match(/\\d+/)[0]);
Promise.all(frames).then((loaded) => {
  document.title = JSON.stringify(loaded.map((frame) => {
    const { documentElement: page, body } = frame.contentDocument;
    return [page.scrollWidth, page.clientWidth, brightness(getComputedStyle(body).backgroundColor)];
  }));
});
</script>"""


def _serving(site: Path, look: str) -> Callable[[Received], Answer]:
    def answer(request: Received) -> Answer:
        if request.path == "/look":
            return Answer(look.encode(), headers={"Content-Type": "text/html"})
        file = site / request.path.partition("?")[0].strip("/")
        file = file / "index.html" if file.is_dir() else file
        media_type = mimetypes.guess_type(file.name)[0] or "text/plain"
        return Answer(file.read_bytes(), headers={"Content-Type": media_type})

    return answer


def _addresses() -> list[str]:
    names = (re.sub(r"(README|index)?\.md$", "", name).rstrip("/") for name in _nav())
    return [f"/{name}/" if name else "/" for name in names]


@pytest.mark.skipif(_CHROMIUM is None, reason="chromium is not installed")
@pytest.mark.parametrize(
    ("width", "dark", "pages"),
    [(390, True, _addresses()), (1280, False, ["/", "/client/options/", "/drift-rules/"])],
    ids=["dark phone", "light desk"],
)
def test_no_page_runs_over_the_edge(
    width: int, dark: bool, pages: list[str], site: Path, tmp_path: Path
) -> None:
    look = _LOOK.replace("PAGES", json.dumps(pages)).replace("WIDTH", str(width))
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    options = [f"--user-data-dir={tmp_path}", "--virtual-time-budget=20000", scheme]
    with serve(_serving(site, look)) as server:
        command = [str(_CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"]
        done = subprocess.run(
            [*command, *options, f"{server.url}/look"],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
    title = re.search(r"<title>(.*?)</title>", done.stdout)
    assert title
    found = json.loads(title[1])
    assert [page for page, (needs, has, _) in zip(pages, found, strict=True) if needs > has] == []
    assert all((shade < 100) == dark for _, _, shade in found)
