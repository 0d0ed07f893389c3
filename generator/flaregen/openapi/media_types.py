"""Media types: which hold JSON, and what is left of one without its parameters."""

from __future__ import annotations

import re

_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+", re.ASCII)
_PARAMETER = re.compile(r'[\w!#$&^.+-]+=(?:[\w!#$&^.+-]+|"[ !#-\[\]-~]*")', re.ASCII)
_TEXTS = ("javascript", "json", "xml", "yaml", "graphql", "sql")
FORM, OCTETS = "multipart/form-data", "application/octet-stream"
_FORMS = (FORM, "application/x-www-form-urlencoded")
JSON_TYPE, EVENTS = "application/json", "text/event-stream"


def essence(media_type: str) -> str:
    """``application/json`` for ``Application/JSON; charset=utf-8`` (RFC 9110, section 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def as_sent(media_type: str) -> str:
    """The same with parameters, as of a version, but for the charset: JSON has one alone."""
    _, *rest = (part.strip() for part in media_type.split(";"))
    known = (one for one in rest if not one.lower().startswith("charset="))
    return "; ".join((essence(media_type), *filter(_PARAMETER.fullmatch, known)))


def canonical(media_type: str) -> str:
    """A media type in the one way to write it (RFC 9110, sections 5.6.6 and 8.3.1)."""
    bare, *rest = (part.strip() for part in media_type.split(";"))
    pairs = (part.partition("=") for part in rest if part)
    named = sorted((name.lower(), value.strip('"')) for name, _, value in pairs)
    said = (f"{name}={value.lower() if name == 'charset' else value}" for name, value in named)
    return "; ".join((bare.lower(), *said))


def is_media_type(text: str) -> bool:
    """Whether it is one, and not a range of them (RFC 9110, section 8.3.1)."""
    return "*" not in text and _MEDIA_TYPE.fullmatch(essence(text)) is not None


def is_json(media_type: str) -> bool:
    """Whether a body of this type is one JSON value (RFC 6839 for ``+json``)."""
    bare = essence(media_type)
    return bare in (JSON_TYPE, "text/json") or bare.endswith("+json")


def may_be_json(media_type: str) -> bool:
    """The same, or a range of types that JSON is one of (RFC 9110, section 12.5.1)."""
    return is_json(media_type) or essence(media_type) in ("*/*", "application/*")


def is_form(media_type: str) -> bool:
    """Whether a body of this type is a form: a part for each field, or all as in a query."""
    return essence(media_type) in _FORMS


def is_file(media_type: str) -> bool:
    """Whether an answer of this type is taken as it is, a file: what is open may be JSON."""
    known = is_json(media_type) or is_event_stream(media_type)
    return not known and "/" in media_type and not essence(media_type).startswith("*")


def is_text(media_type: str) -> bool:
    """Whether a body of this type is text, which a caller may have as such."""
    bare = essence(media_type)
    return bare.startswith("text/") or any(word in bare for word in _TEXTS)


def is_lines(media_type: str) -> bool:
    """Whether a body of this type has a JSON value on each line."""
    return essence(media_type) in (
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
    )


def is_event_stream(media_type: str) -> bool:
    return essence(media_type) == EVENTS
