"""The comparison of an operation in both documents."""

from __future__ import annotations

from datetime import date

from flaregen.drift.change import Direction, Reach
from flaregen.drift.comparison import Comparison, Scope
from flaregen.drift.contents import compare_request_bodies
from flaregen.drift.context import Context
from flaregen.drift.graph import ComparedPair
from flaregen.drift.lifecycle import compare_marks, marks_at
from flaregen.drift.nodes import Followed, child, children, pair, referred
from flaregen.drift.parameters import compare_parameters, parameters_of
from flaregen.drift.paths import Operation, parameter_names
from flaregen.drift.responses import compare_responses
from flaregen.drift.security import compare_security
from flaregen.drift.servers import compare_servers
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References
from flaregen.openapi.versions import METHODS


def compare_operations(
    comparison: Comparison, old: Operation, new: Operation, today: date, sent: Direction = "request"
) -> None:
    """Compare an operation; ``sent`` is which way its requests go, to us for a webhook."""
    request, entry = Context(sent), Reach(old.method, old.path, new.id)
    scope = comparison.scope(ComparedPair(entry=entry), Context("none"))
    marks = marks_at(old.at), marks_at(new.at)
    compare_marks(scope, *marks)
    if all(mark.provisional for mark in marks):
        request, scope = request.excuse(), scope.with_context(scope.context.excuse())
    scope.emit_key("operation-id-changed", old.at, new.at, "operationId")
    for key in ("summary", "description", "externalDocs"):
        scope.emit_key("operation-described", old.at, new.at, key, name=key)
    tags = child(old.at, "tags"), child(new.at, "tags")
    known, wanted = ({str(node.value): node for node in side.elements()} for side in tags)
    scope.emit_lone("tag-added", pair(known, wanted), tags, shown="key")
    compare_security(scope, old.at, new.at)
    compare_servers(scope, old.at, new.at)
    _wire(scope.with_context(request), old, new, today)
    _callbacks(scope, old.at, new.at, today, request)


def _wire(scope: Scope, old: Operation, new: Operation, today: date) -> None:
    """Compare parameters, body and responses, in the context of a request."""
    sides = scope.comparison
    names = parameter_names(old.path, new.path)
    before = parameters_of(sides.old, old.item, old.at, {})
    after = parameters_of(sides.new, new.item, new.at, names)
    compare_parameters(scope, before, after, today)
    compare_request_bodies(scope, _body(sides.old, old.at), _body(sides.new, new.at))
    compare_responses(scope.with_context(scope.context.turned()), old.at, new.at)


def _body(side: References, operation: Cursor) -> Followed | None:
    node = operation.get("requestBody")
    return None if node is None else referred(side, node)


def _callbacks(scope: Scope, old: Cursor, new: Cursor, today: date, request: Context) -> None:
    callbacks = pair(children(old, "callbacks"), children(new, "callbacks"))
    scope.emit_lone("callback-added", callbacks)
    sides = scope.comparison
    for name, (was, now) in callbacks.both.items():
        calls = pair(_calls(name, sides.old.behind(was)), _calls(name, sides.new.behind(now)))
        scope.emit_lone("callback-added", calls.lone(lambda call: call.at))
        for before, after in calls.both.values():
            _wire(scope.with_context(request.turned()), before, after, today)


def _calls(name: str, callback: Cursor) -> dict[str, Operation]:
    """The operations of a callback, by its name, method and the expression of their address."""
    return {
        f"{name} ({method.upper()} {expression})": Operation(method.upper(), "", item, node)
        for expression, item in callback.items()
        for method, node in item.items()
        if method in METHODS
    }
