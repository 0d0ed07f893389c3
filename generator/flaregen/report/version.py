"""Whether the document's version says that there are breaking changes."""

from __future__ import annotations

import re
from typing import TypeAlias

from flaregen.document import JSON, Document, as_list, as_object, text_in
from flaregen.drift.change import Change
from flaregen.drift.messages import shown
from flaregen.drift.rules import RULES
from flaregen.pointer import Pointer

_AT = Pointer(("info", "version"))
_SEMANTIC = re.compile(r"v?(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?")
_IN_URL = re.compile(r"/v\d+(/|$)")

_Version: TypeAlias = tuple[int, int, int]


def version_change(old: Document, new: Document, *, breaking: bool) -> Change | None:
    """A remark on the two versions; None where there is nothing to say."""
    before, after = _version(old), _version(new)
    rule = None
    if breaking and not (_versioned_by_url(old) or _versioned_by_url(new)):
        rule = _remark(before, after)
    if rule is None:
        if before == after:
            return None
        rule = "version-changed"
    message = RULES[rule].message.format(old=shown(before), new=shown(after))
    return Change(
        id=rule,
        level="info",
        direction="none",
        message=message,
        old_pointer=_AT if before is not None else None,
        new_pointer=_AT if after is not None else None,
        operations=(),
        old=before,
        new=after,
    )


def _remark(before: JSON, after: JSON) -> str | None:
    old, new = _parse(before), _parse(after)
    if old is None or new is None:
        return None
    if new == old:
        return "version-not-bumped"
    if new < old:
        return "version-decreased"
    return None if _major(new) > _major(old) else "major-version-not-bumped"


def _major(version: _Version) -> tuple[int, int]:
    """Below 1.0.0 the minor version plays the part of the major one (semver.org, item 4)."""
    major, minor, _ = version
    return (major, 0) if major else (0, minor)


def _parse(value: JSON) -> _Version | None:
    found = _SEMANTIC.fullmatch(value) if isinstance(value, str) else None
    return None if found is None else (int(found[1]), int(found[2]), int(found[3]))


def _version(document: Document) -> JSON:
    return as_object(document.root.get("info")).get("version")


def _versioned_by_url(document: Document) -> bool:
    """An API under ``/v4`` keeps that version for life, and its document's with it."""
    servers = as_list(document.root.get("servers"))
    return any(_IN_URL.search(text_in(server, "url")) for server in servers)
