"""What a document says of an operation beside its contract: deprecation, permissions, plans."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.document import JSONObject, as_object, texts_in


def notes(raw: JSONObject) -> tuple[str, ...]:
    """Sentences for the docs, from what Cloudflare's document adds to an operation."""
    return tuple(_notes(raw))


def _notes(raw: JSONObject) -> Iterator[str]:
    deprecation = as_object(raw.get("x-cfDeprecation"))
    if raw.get("deprecated") is True or deprecation:
        yield " ".join(("Deprecated.", *_deprecation(deprecation)))
    if groups := texts_in(raw.get("x-api-token-group")):
        yield f"The token needs one of: {', '.join(groups)}."
    if permissions := texts_in(as_object(raw.get("x-cfPermissionsRequired")).get("enum")):
        yield f"Permissions: {', '.join(permissions)}."
    plans = as_object(raw.get("x-cfPlanAvailability"))
    permitted = [plan for plan, is_there in plans.items() if is_there is True]
    if plans and len(permitted) < len(plans):
        yield f"Plans: {', '.join(permitted) or 'none'}."


def _deprecation(said: JSONObject) -> Iterator[str]:
    description, end = said.get("description"), said.get("eol")
    if isinstance(description, str) and description.strip():
        yield description.strip()
    if isinstance(end, str) and end:
        yield f"It ends on {end}."
