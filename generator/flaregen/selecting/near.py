"""What a pattern that matches nothing may have meant."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from flaregen.openapi.endpoints import Endpoint, without_names
from flaregen.openapi.patterns import Pattern
from flaregen.problems import Problem

_NEAREST = 3
_FIRST = 10
_HOW_TO_CHOOSE = "choose with --operation, or by operations in flaregen.toml, from"


def missing(pattern: Pattern, known: Sequence[Endpoint]) -> Problem:
    """The problem of a pattern that matches none of the known, with what is near it."""
    message = f'The document has no operation "{pattern.text}".'
    choices = _choices(pattern, known)
    nearest = difflib.get_close_matches(_spelled(pattern), choices, n=_NEAREST)
    if nearest:
        advice = ["the nearest are", *(choices[one] for one in nearest)]
    elif choices:
        more = [f"... and {len(choices) - _FIRST} more"] if len(choices) > _FIRST else []
        advice = [_HOW_TO_CHOOSE, *[*choices.values()][:_FIRST], *more]
    else:
        advice = ["the document has no operations; use another document"]
    return Problem("missing-operation", message, "\n".join(advice))


def _spelled(pattern: Pattern) -> str:
    method = f"{pattern.method.upper()} " if pattern.method else ""
    return f"{method}{pattern.path}" if pattern.path else pattern.tag or pattern.operation_id


def _choices(pattern: Pattern, known: Sequence[Endpoint]) -> Mapping[str, str]:
    """What could be meant instead, spelled as the pattern is, with the line that shows it."""
    if pattern.tag:
        tags = Counter(tag for endpoint in known for tag in endpoint.tags)
        return {tag: f"tag:{tag} ({count})" for tag, count in tags.items()}
    found: dict[str, str] = {}
    for endpoint in known:
        for spelled, line in _of_endpoint(pattern, endpoint):
            found.setdefault(spelled, line)
    return found


def _of_endpoint(pattern: Pattern, endpoint: Endpoint) -> Iterator[tuple[str, str]]:
    line = f"{endpoint.operation_id or '(no operationId)'}: {endpoint}"
    if not pattern.path:
        yield endpoint.operation_id or str(endpoint), line
        return
    method = f"{endpoint.method.upper()} " if pattern.method else ""
    before, star, _ = pattern.path.partition("*")
    if not star:
        yield f"{method}{without_names(endpoint.path)}", line
        return
    # As many segments as the pattern names.
    path = "/".join(endpoint.path.split("/")[: before.count("/")])
    yield f"{method}{without_names(path)}/*", f"{method}{path}/*"
