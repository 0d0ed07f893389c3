"""Media types: which hold JSON, and what is left of one without its parameters."""

from __future__ import annotations

FORM, USUAL = "multipart/form-data", "application/json"


def essence(media_type: str) -> str:
    """``application/json`` for ``Application/JSON; charset=utf-8`` (RFC 9110, section 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a body of this type is one JSON value (RFC 6839 for ``+json``)."""
    bare = essence(media_type)
    return bare in ("application/json", "text/json") or bare.endswith("+json")


def is_form(media_type: str) -> bool:
    """Whether a body of this type is a form, each of whose fields is a part."""
    return essence(media_type) == FORM


def is_file(media_type: str) -> bool:
    """Whether an answer of this type is taken as it is, a file: what is open may be JSON."""
    known = is_json(media_type) or is_event_stream(media_type)
    return not known and "/" in media_type and "*" not in essence(media_type)


def is_event_stream(media_type: str) -> bool:
    return essence(media_type) == "text/event-stream"
