"""Each step of the upstream document: the report as checked by hand, and nothing overlooked.

``pytest tests/drift/test_upstream.py --accept`` writes the expectations anew. They hold
what this tool says of the documents, none of their text.
"""

from __future__ import annotations

import gzip
import itertools
import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flaregen.client_drift.client_changes import with_client
from flaregen.document import Document
from flaregen.drift.change import Change
from flaregen.drift.compare import compare
from flaregen.pointer import Pointer
from flaregen.report.formats.sarif import fingerprint
from flaregen.schemas.interpret import interpret
from tests.support.shape import shape

from ..conftest import SHARED
from ..support.pinned import pinned_config
from .accounts import inherits
from .settings import document

UPSTREAM = SHARED / "upstream" / "ai"
EXPECTED = Path(__file__).parent / "upstream"
TODAY = date(2026, 1, 1)
VERSIONS = sorted(UPSTREAM.glob("*.json.gz"))
STEPS = list(itertools.pairwise(VERSIONS))
_WHOLE = list(itertools.pairwise(sorted((SHARED / "upstream" / "full").glob("*.json.gz"))))
WHOLE = _WHOLE if os.environ.get("FLAREGEN_ALL_STEPS") else _WHOLE[-1:]
"""Steps of the whole document; all of them take half a minute."""

pytestmark = pytest.mark.skipif(
    not STEPS, reason="the upstream documents (../shared/upstream) are not here"
)


def load(path: Path) -> Document:
    return document(json.loads(gzip.decompress(path.read_bytes())), path.name)


def line(change: Change) -> str:
    return "\t".join(
        [
            change.level,
            change.id,
            change.direction,
            str(change.old_pointer) if change.old_pointer is not None else "-",
            str(change.new_pointer) if change.new_pointer is not None else "-",
            f"{len(change.operations)} operations",
            ", ".join(change.symbols) or "-",
        ]
    )


@pytest.mark.parametrize(("old", "new"), STEPS, ids=lambda path: path.name[:2])
def test_step(old: Path, new: Path, accept: bool) -> None:
    before, after = load(old), load(new)
    changes, notes = with_client(compare(before, after, TODAY), before, after, pinned_config())
    assert not any(one.severity == "note" for one in notes)
    found = "".join(f"{line(one)}\n" for one in changes)
    expected = EXPECTED / f"{old.name[:2]}-{new.name[:2]}.tsv"
    if accept:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def differences(old: Any, new: Any, at: Pointer) -> Iterator[Pointer]:
    """Where two trees differ, as a plain walk sees it.

    The order of a list is no difference; lists of names or of another length are one.
    """
    if old == new or (isinstance(old, list) and _sorted(old) == _sorted(new)):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() | new.keys():
            if key not in old or key not in new:
                yield at.child(key)
            else:
                yield from differences(old[key], new[key], at.child(key))
    elif _alike(old, new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differences(one, other, at.child(index))
    else:
        yield at


def _sorted(value: Any) -> Any:
    return sorted(json.dumps(item, sort_keys=True) for item in value) if value else value


def _alike(old: Any, new: Any) -> bool:
    lists = isinstance(old, list) and isinstance(new, list) and len(old) == len(new)
    return lists and all(isinstance(item, dict) for item in (*old, *new))


@pytest.mark.parametrize(("old", "new"), STEPS[2:], ids=lambda path: path.name[:2])
def test_every_difference_is_reported_and_nothing_else(old: Path, new: Path) -> None:
    before, after = load(old), load(new)
    changes = compare(before, after, TODAY)
    raw = set(differences(before.root, after.root, Pointer()))
    reported = {pointer for change in changes for pointer in _claimed(change)}
    if not inherits(before.root) and not inherits(after.root):
        raw.discard(Pointer(("security",)))
    silent = {
        str(at)
        for at in raw
        if not _touched(_place(at), reported) and not _spelled_otherwise(before, after, at.parent)
    }
    assert not silent
    invented = [
        change
        for change in changes
        if not any(_touched(_place(at), _claimed(change)) for at in raw)
    ]
    assert not invented


def _spelled_otherwise(before: Document, after: Document, schema: Pointer) -> bool:
    """Whether a client is the same for both: of two equal members of a union, one says nothing."""
    one, other = (interpret(document, schema, "response") for document in (before, after))
    return shape(one) == shape(other)


def _claimed(change: Change) -> set[Pointer]:
    """The nodes a change speaks for: all of a schema where its type is another one."""
    whole = change.id.startswith("type-")
    return {pointer.parent if whole else pointer for pointer in change.pointers}


def _place(at: Pointer) -> Pointer:
    """A list of required names speaks of the properties next to it."""
    return at.parent.child("properties") if at.tokens[-1] == "required" else at


def _touched(at: Pointer, others: set[Pointer]) -> bool:
    return any(other.starts_with(at) or at.starts_with(other) for other in others)


def _holder(root: Any, pointer: Pointer) -> Any:
    """The component or operation that a node is in; None where the document does not have it."""
    for token in pointer.tokens[:3] if pointer.tokens[:1] != ("info",) else ():
        root = root.get(token) if isinstance(root, dict) else None
    return root


@pytest.mark.parametrize(("old", "new"), [*STEPS, *WHOLE], ids=lambda path: path.name[:7])
def test_entries_are_at_what_changed_and_can_be_told_apart(old: Path, new: Path) -> None:
    before, after = load(old), load(new)
    changes = compare(before, after, TODAY)
    unchanged = [
        (change.id, str(pointer))
        for change in changes
        for pointer in change.pointers
        if (one := _holder(before.root, pointer)) is not None
        and one == _holder(after.root, pointer)
    ]
    assert unchanged == []
    for found in (changes, compare(after, before, TODAY)):
        fingerprints = Counter(map(fingerprint, found))
        assert [name for name, count in fingerprints.items() if count > 1] == []
