"""Blocks of the configuration that accept changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from flaregen.drift.change import Change
from flaregen.report.formats.wording import pointed
from flaregen.toml_text import quoted

DAYS = 90
"""How long a change is accepted: what is still there then deserves another look."""


def with_accepted(
    text: str, table: str, changes: Iterable[Change], reason: str, today: date
) -> str:
    """The text of a configuration with a block for each change; ``table`` is its drift table."""
    expires = (today + timedelta(days=DAYS)).isoformat()
    blocks = [_block(f"{table}.accept", change, reason, expires) for change in changes]
    start = text if not text or text.endswith("\n") else f"{text}\n"
    return "\n".join([start, *blocks]) if start else "\n".join(blocks)


def _block(table: str, change: Change, reason: str, expires: str) -> str:
    values = {
        "id": change.id,
        "pointer": pointed(change),
        "name": change.name,
        "reason": reason,
        "expires": expires,
    }
    lines = [f"{key} = {quoted(text)}\n" for key, text in values.items() if text or key != "name"]
    others = [f"    {quoted(pointed(one))},\n" for one in change.elsewhere]
    lines += ["elsewhere = [\n", *others, "]\n"] if others else []
    return "".join([f"[[{table}]]\n", *lines])
