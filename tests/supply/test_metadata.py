"""What an index shows of flaregen: links that work from there, and who may install it."""

from __future__ import annotations

import re
from functools import cache

from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from markdown_it import MarkdownIt

from flaregen import __version__
from tests.support.pinned import ROOT

_REPOSITORY = "https://github.com/flaregen/flaregen"
_AT_THE_VERSION = re.compile(
    rf"(?:{_REPOSITORY}/blob|https://raw\.githubusercontent\.com/flaregen/flaregen)/v([^/]+)/([^#]*)"
)


@cache
def _metadata() -> ProjectMetadata[PluginManager]:
    return ProjectMetadata(str(ROOT), PluginManager())


def _targets(markdown: str) -> list[str]:
    """Of links and images."""
    inline = [token for token in MarkdownIt().parse(markdown) if token.type == "inline"]
    found = [child for token in inline for child in token.children or ()]
    attributes = [child.attrs.get("href") or child.attrs.get("src") for child in found]
    return [str(value) for value in attributes if value]


def test_every_link_of_the_readme_works_on_an_index() -> None:
    here = _targets((ROOT / "README.md").read_text(encoding="utf-8"))
    there = _targets(_metadata().core.readme)
    assert len(there) == len(here)
    assert [link for link in there if not link.startswith(("https://", "#"))] == []
    ours = [found for link in there if (found := _AT_THE_VERSION.match(link))]
    assert len(ours) == len([link for link in here if not link.startswith(("https://", "#"))]) > 0
    assert {found[1] for found in ours} == {__version__}
    assert [found[2] for found in ours if not (ROOT / found[2]).exists()] == []


def test_the_version_is_said_in_one_place() -> None:
    assert _metadata().version == __version__
    assert "version" in _metadata().dynamic


def test_an_index_can_say_where_everything_is() -> None:
    core = _metadata().core
    assert {"Homepage", "Documentation", "Source", "Issues", "Changelog"} <= core.urls.keys()
    assert all(url.startswith(_REPOSITORY) for url in core.urls.values())
    assert core.license_files == ["LICENSE"]
    assert {f"Programming Language :: Python :: 3.{minor}" for minor in range(11, 15)} <= {
        *core.classifiers
    }
