"""The pages that list all calls of a client with several top-level resources."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath

import pytest

from flaregen.emitting import project
from flaregen.pipeline import generate
from tests.support.concepts import CONCEPTS, config_of, reading_of

_CONCEPT = next(concept for concept in CONCEPTS if concept.name == "bodies")
_LINK = re.compile(r"\]\(([^)]*)\)")


@cache
def _files() -> dict[PurePosixPath, str]:
    config = replace(config_of(_CONCEPT), project=True)
    return {file.path: file.content.decode() for file in generate(config, reading_of(_CONCEPT))}


def _pages() -> dict[PurePosixPath, str]:
    return {path: text for path, text in _files().items() if path.suffix == ".md"}


def test_each_call_is_on_the_page_of_its_resource() -> None:
    listed = {
        call: path.name
        for path, text in _pages().items()
        for call in re.findall(r"^## `client\.(.*)`$", text, re.MULTILINE)
    }
    operations = reading_of(_CONCEPT).operations
    assert listed == {
        f"{one.resource}.{one.method}": f"{one.resource.partition('.')[0]}.md" for one in operations
    }
    headings = "".join(_pages().values()).count("\n## `client.")
    assert headings == len(operations)


def test_the_index_counts_them() -> None:
    index = _files()[PurePosixPath("api.md")]
    counts = [int(number) for number in re.findall(r", (\d+) methods?$", index, re.MULTILINE)]
    assert len(counts) == len(_pages()) - 2
    assert sum(counts) == len(reading_of(_CONCEPT).operations)


def test_links_lead_to_files() -> None:
    for page, text in _pages().items():
        for link in _LINK.findall(text):
            assert _joined(page.parent, link) in _files(), (page, link)


def _joined(folder: PurePosixPath, link: str) -> PurePosixPath:
    for part in PurePosixPath(link).parts:
        folder = folder.parent if part == ".." else folder / part
    return folder


def test_they_have_no_gaps() -> None:
    for path, text in _pages().items():
        if path.name == "README.md":
            # It has code, which has such gaps.
            continue
        assert "\n\n\n" not in text, path
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path


def test_the_readme_of_a_large_client_shows_some_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _files()[PurePosixPath("README.md")]
    monkeypatch.setattr(project, "_MOST_SHOWN", 2)
    config = replace(config_of(_CONCEPT), project=True)
    files = generate(config, reading_of(_CONCEPT))
    (readme,) = (file.content.decode() for file in files if file.path.name == "README.md")
    assert readme.count("```python") < whole.count("```python")
    titles = [one.operation.summary for one in reading_of(_CONCEPT).operations]
    assert sum(f"## {title}\n" in readme for title in titles) == 2
