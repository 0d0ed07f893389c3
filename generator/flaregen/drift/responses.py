"""Responses, their headers and links."""

from __future__ import annotations

from itertools import chain

from flaregen.drift.comparison import Scope
from flaregen.drift.contents import compare_contents
from flaregen.drift.nodes import Followed, Pairing, children, pair, referred
from flaregen.drift.parameters import compare_one
from flaregen.drift.text_changes import compare_said, compare_text
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References


def compare_responses(scope: Scope, old: Cursor, new: Cursor) -> None:
    """Compare the responses of an operation by status; ``4xx`` and ``4XX`` are the same."""
    sides = scope.comparison
    known, wanted = _responses(sides.old, old), _responses(sides.new, new)
    responses = pair(known, wanted)
    for status, (before, after) in responses.both.items():
        _compare(scope.leading(status=status), before, after)
    ranged = [(was, now) for was in known for now in wanted if _is_ranged(responses, was, now)]
    described = {*chain.from_iterable(ranged)}
    for was, now in ranged:
        _compare(scope.leading(status=min(was, now)), known[was], wanted[now])
    for listed, is_new in ((responses.gone, False), (responses.come, True)):
        for status, one in listed.items():
            came = "response-added" if status.startswith("2") else "failure-added"
            inner, excused = scope.leading(status=status), status in described
            inner.emit_one(came, one.here, None, is_new=is_new, value=status, excused=excused)


def _is_ranged(found: Pairing[str, Followed], was: str, now: str) -> bool:
    """Whether one side has a status, and the other one only the range that it is in.

    Failures next to a range that stays are mere additions: most documents have one.
    """
    left, came = was in found.gone, now in found.come
    if not ((left and now == _range(was)) or (came and was == _range(now))):
        return False
    return was.startswith("2") or (left and came)


def _range(status: str) -> str:
    return f"{status[:1]}XX"


def _responses(side: References, operation: Cursor) -> dict[str, Followed]:
    return {
        status.replace("x", "X"): referred(side, node)
        for status, node in children(operation, "responses").items()
        if not status.startswith("x-")
    }


def _compare(scope: Scope, was: Followed, now: Followed) -> None:
    compare_said(scope, was, now)
    inner = scope.shared(was, now)
    if inner is None:
        return
    old, new = was.target, now.target
    compare_text(inner, old, new)
    _headers(inner, old, new)
    compare_contents(inner, old, new)
    _links(inner, old, new)


def _headers(scope: Scope, old: Cursor, new: Cursor) -> None:
    sides = scope.comparison
    headers = pair(_resolved(sides.old, old), _resolved(sides.new, new))
    for before, after in headers.both.values():
        compare_one(scope, before, after, "header-became-required")
    for listed, is_new in ((headers.gone, False), (headers.come, True)):
        for name, one in listed.items():
            came = "required-header-added" if one.target.flag("required") else "header-added"
            scope.emit_one(came, one.here, None, is_new=is_new, value=name)


def _resolved(side: References, response: Cursor) -> dict[str, Followed]:
    """The headers by name, which is the same in any case."""
    headers = children(response, "headers")
    named = {name.lower(): referred(side, node) for name, node in headers.items()}
    # Described by the content (OpenAPI 3.1.1, section 4.8.17.1).
    named.pop("content-type", None)
    return named


def _links(scope: Scope, old: Cursor, new: Cursor) -> None:
    links = pair(children(old, "links"), children(new, "links"))
    scope.emit_lone("link-added", links)
    for name, (before, after) in links.both.items():
        sides = scope.comparison
        if sides.old.behind(before).value != sides.new.behind(after).value:
            scope.emit("link-changed", before, after, name=name)
