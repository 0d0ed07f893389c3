"""Agreement with oasdiff, where its pairs are at hand."""

from __future__ import annotations

import pytest

from .oasdiff_score import FOLDER, Score, score

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the pairs of documents (../shared/drift/oasdiff) are not here"
)


@pytest.fixture(scope="module")
def total() -> Score:
    return score(FOLDER)


def test_verdicts_agree(total: Score) -> None:
    assert total.agreed / total.verdicts >= 0.97, "\n".join(total.disagreements)


def test_changes_are_found(total: Score) -> None:
    assert total.found / total.changes >= 0.97, total.missed
