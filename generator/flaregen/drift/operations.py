"""One operation in both documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flaregen.drift.comparison import Comparison, Scope
from flaregen.drift.contents import compare_request_bodies
from flaregen.drift.described import value
from flaregen.drift.graph import Entry, Unit
from flaregen.drift.lifecycle import Marks, compare_marks
from flaregen.drift.mode import Mode
from flaregen.drift.parameters import compare_parameters, parameters_of
from flaregen.drift.paths import METHODS, Operation, parameter_names
from flaregen.drift.responses import compare_responses
from flaregen.drift.security import compare_requirements, requirements
from flaregen.drift.servers import compare_servers
from flaregen.openapi.cursor import Cursor


@dataclass(frozen=True, slots=True)
class Exchange:
    """Which way requests and responses go: the other way round for a webhook."""

    request: Mode
    response: Mode
    neutral: Mode

    def turned(self) -> Exchange:
        return Exchange(self.request.turned(), self.response.turned(), self.neutral)

    def excused(self) -> Exchange:
        return Exchange(self.request.excuse(), self.response.excuse(), self.neutral.excuse())


ORDINARY = Exchange(Mode("request"), Mode("response"), Mode("none"))


def entry_of(operation: Operation) -> Entry:
    return Entry(operation.method, operation.path, operation.id)


def compare_operations(
    comparison: Comparison, old: Operation, new: Operation, today: date, exchange: Exchange
) -> None:
    unit = Unit(entry=Entry(old.method, old.path, new.id))
    comparison.units.append(unit)
    marks = Marks.at_node(old.at), Marks.at_node(new.at)
    compare_marks(Scope(comparison, unit, exchange.neutral), *marks)
    if all(mark.provisional for mark in marks):
        exchange = exchange.excused()
    scope = Scope(comparison, unit, exchange.neutral)
    _identity(scope, old, new)
    _security(scope, old, new)
    compare_servers(scope, old.at, new.at)
    _wire(scope, old, new, today, exchange)
    _callbacks(scope, old.at, new.at, today, exchange)


def _wire(scope: Scope, old: Operation, new: Operation, today: date, exchange: Exchange) -> None:
    """What goes over the wire: parameters, body, responses."""
    comparison = scope.comparison
    request = scope.with_mode(exchange.request)
    compare_parameters(
        request,
        parameters_of(comparison.old, old.item, old.at, {}),
        parameters_of(comparison.new, new.item, new.at, parameter_names(old.path, new.path)),
        today,
    )
    compare_request_bodies(
        request,
        comparison.old.get(old.at, "requestBody"),
        comparison.new.get(new.at, "requestBody"),
    )
    compare_responses(scope.with_mode(exchange.response), old.at, new.at)


def _identity(scope: Scope, old: Operation, new: Operation) -> None:
    if old.id != new.id:
        scope.emit(
            "operation-id-changed",
            old.at.get("operationId") or old.at,
            new.at.get("operationId") or new.at,
            before=old.id,
            after=new.id,
        )
    for key in ("summary", "description", "externalDocs"):
        if value(old.at, key) != value(new.at, key):
            scope.emit(
                "operation-described",
                old.at.get(key) or old.at,
                new.at.get(key) or new.at,
                before=value(old.at, key),
                after=value(new.at, key),
                name=key,
            )
    _tags(scope, old.at, new.at)


def _tags(scope: Scope, old: Cursor, new: Cursor) -> None:
    before, after = old.get("tags") or old, new.get("tags") or new
    known = {str(node.value): node for node in before.elements()}
    wanted = {str(node.value): node for node in after.elements()}
    for name, node in known.items():
        if name not in wanted:
            scope.emit("tag-removed", node, after, before=name)
    for name, node in wanted.items():
        if name not in known:
            scope.emit("tag-added", before, node, after=name)


def _security(scope: Scope, old: Operation, new: Operation) -> None:
    """What holds for the operation: its own requirements, or else the document's."""
    own = value(old.at, "security"), value(new.at, "security")
    if own == (None, None):
        return
    comparison = scope.comparison
    compare_requirements(
        scope,
        (old.at, new.at),
        requirements(comparison.old.root if own[0] is None else old.at),
        requirements(comparison.new.root if own[1] is None else new.at),
    )


def _callbacks(scope: Scope, old: Cursor, new: Cursor, today: date, exchange: Exchange) -> None:
    comparison = scope.comparison
    before, after = old.get("callbacks") or old, new.get("callbacks") or new
    known = {} if before is old else dict(before.items())
    wanted = {} if after is new else dict(after.items())
    for name in sorted(known.keys() | wanted.keys()):
        was, now = known.get(name), wanted.get(name)
        if was is None or now is None:
            rule = "callback-added" if was is None else "callback-removed"
            scope.emit(rule, was, now, name=name)
            continue
        after_items = dict(comparison.new.resolve(now).items())
        for expression, item in comparison.old.resolve(was).items():
            if expression in after_items:
                _callback(scope, item, after_items[expression], today, exchange.turned())


def _callback(scope: Scope, old: Cursor, new: Cursor, today: date, exchange: Exchange) -> None:
    wanted = dict(new.items())
    for method, node in old.items():
        if method in METHODS and method in wanted:
            _wire(
                scope,
                Operation(method.upper(), "", old, node),
                Operation(method.upper(), "", new, wanted[method]),
                today,
                exchange,
            )
