"""Differences of published documents, drawn at random: the report accounts for each.

``FLAREGEN_RANDOM`` draws others. ``FLAREGEN_ALL_STEPS`` looks at every step.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from flaregen.document import Document
from flaregen.drift.compare import compare

from .accounts import Accounts
from .raw_differences import Node, Pair, canonical, differences
from .settings import around
from .test_upstream import _WHOLE, STEPS, TODAY, load

ALL = bool(os.environ.get("FLAREGEN_ALL_STEPS"))
DRAWN = 200
SEED = random.SystemRandom().randrange(10**6) if "FLAREGEN_RANDOM" in os.environ else 15
PAIRS = [*STEPS, *(_WHOLE if ALL else _WHOLE[-1:])]


def unaccounted(old: Document, new: Document) -> list[str]:
    """The differences that nothing accounts for, of two hundred at random."""
    found = list(differences(Node((), old.root), Node((), new.root)))
    found = random.Random(SEED).sample(found, min(DRAWN, len(found)))
    accounts = Accounts(old.root, new.root, compare(old, new, TODAY))
    return [_said(one[-1]) for one in found if not accounts.of(one)]


def _said(pair: Pair) -> str:
    place = "/".join(pair.old.at or pair.new.at)
    return f"{place}: {canonical(pair.old.value)[:200]} -> {canonical(pair.new.value)[:200]}"


@pytest.mark.skipif(not STEPS, reason="the upstream documents (../shared/upstream) are not here")
@pytest.mark.parametrize(("old", "new"), PAIRS, ids=lambda path: path.name[:7])
def test_the_report_accounts_for_what_differs(old: Path, new: Path) -> None:
    found = unaccounted(load(old), load(new))
    assert found == [], f"drawn with FLAREGEN_RANDOM={SEED}"


def _object(**properties: Any) -> Document:
    return around({"type": "object", "properties": properties}, "response")


TEXT = {"type": "string"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXT, {"type": "string", "x-note": 1}),
        ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["b", "a"]}),
        (TEXT, {"allOf": [TEXT]}),
        (TEXT, {"oneOf": [TEXT, TEXT]}),
    ],
)
def test_what_means_nothing_needs_no_entry(old: Any, new: Any) -> None:
    assert unaccounted(_object(field=old), _object(field=new)) == []


def test_what_no_entry_is_about_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that leaves out one entry leaves a difference without an account."""
    old = _object(one=TEXT, other={"type": "string", "maxLength": 9})
    new = _object(one={"type": "integer"}, other={"type": "string", "maxLength": 5})
    entries = compare(old, new, TODAY)
    assert unaccounted(old, new) == []
    for left_out in entries:
        rest = tuple(one for one in entries if one is not left_out)
        monkeypatch.setattr(f"{__name__}.compare", lambda *_, rest=rest: rest)
        assert len(unaccounted(old, new)) == 1
