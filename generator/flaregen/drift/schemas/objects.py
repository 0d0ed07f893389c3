"""The properties of an object, declared and others."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from flaregen.document import texts_in
from flaregen.drift.changed_references import READ_ONLY, WRITE_ONLY, marked, never_sent
from flaregen.drift.comparison import Cursors, Scope
from flaregen.drift.context import Context
from flaregen.drift.messages import subject
from flaregen.drift.nodes import pair
from flaregen.drift.placing import component
from flaregen.drift.renames import renamed_properties
from flaregen.drift.rules import either
from flaregen.drift.schemas.keywords import compare_subschema, report
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.facts import Facts
from flaregen.openapi.references import References
from flaregen.openapi.restrictions import says_nothing


def compare_objects(scope: Scope, old: Facts, new: Facts) -> None:
    _properties(scope, old, new)
    _additional(scope, old, new)
    _pattern_properties(scope, old, new)
    _subschemas(scope, old, new, "dependentSchemas", "dependent-schema-set")
    _dependent_names(scope, old, new)
    compare_subschema(scope, old, new, "propertyNames", "property-names-set")
    compare_subschema(scope, old, new, "unevaluatedProperties", "unevaluated-properties-set")


def _properties(scope: Scope, old: Facts, new: Facts) -> None:
    before, after = old.children("properties"), new.children("properties")
    # What a name has to be that was required already, is no news of the name.
    named = (name for name in after if name in old.required and name not in before)
    before |= {name: (_rest(old),) for name in named}
    found, inner = pair(before, after), scope.with_context(scope.context.inside())
    refused = _refuses_others(scope, old, new)
    renamed = {} if refused else renamed_properties(before, after)
    for gone, come in renamed.items():
        _renamed(scope, old, new, gone, come)
        del found.gone[gone], found.come[come]
    for name, cursors in found.gone.items():
        _lone(scope, old, name, cursors, is_new=False, went="property-refused" if refused else "")
        if _openness(new) == "typed":
            inner.visit(cursors, (_rest(new),))
    for name, cursors in found.come.items():
        _lone(scope, new, name, cursors, is_new=True)
        if _openness(old) == "typed":
            inner.visit((_rest(old),), cursors)
    _undeclared(scope, old, new, before.keys() | after.keys())
    for name in found.both:
        _kept(scope, (old, before[name]), (new, after[name]), name)


def _rest(schema: Facts) -> Cursor:
    """What a property is that the schema does not declare."""
    typed = schema.one("additionalProperties") if _openness(schema) == "typed" else None
    return typed or Cursor({}, schema.at.parent, schema.at.token)


def _undeclared(scope: Scope, old: Facts, new: Facts, declared: AbstractSet[str]) -> None:
    """Report required names without a declaration here; often another schema declares them."""
    before, after = _names_at(old), _names_at(new)
    for name in sorted((before.keys() ^ after.keys()) - declared):
        _listed(scope, old, new, name)


def _listed(scope: Scope, old: Facts, new: Facts, name: str, *, excused: bool = False) -> None:
    """Report that another schema than the one that declares a name requires it, or does not."""
    was, now = _names_at(old).get(name), _names_at(new).get(name)
    rule = either("undeclared-property-became-required", now is not None)
    here, there = was or _list_like(old, now), now or _list_like(new, was)
    scope.emit(rule, here, there, excused=excused, name=name)


def _names_at(schema: Facts) -> dict[str, Cursor]:
    """Where each name is required."""
    lists = schema.keywords.get("required", ())
    nodes = (node for cursor in lists for node in cursor.elements())
    return {node.value: node for node in nodes if isinstance(node.value, str)}


def _list_like(schema: Facts, listed: Cursor | None) -> Cursor:
    """The list of required names at the place of one that has a name, or where it would be."""
    place = None if listed is None or listed.parent is None else listed.parent.pointer
    lists = schema.keywords.get("required", ())
    alike = (one for one in lists if one.pointer == place or _is_of(schema.node, one))
    return next(alike, schema.node)


def _is_of(schema: Cursor, keyword: Cursor) -> bool:
    return keyword.parent is not None and keyword.parent.value is schema.value


def _renamed(scope: Scope, old: Facts, new: Facts, gone: str, come: str) -> None:
    before, after = old.children("properties")[gone][0], new.children("properties")[come][0]
    needed = gone in old.required if scope.context.direction == "response" else come in new.required
    rule = "required-property-renamed" if needed else "property-renamed"
    unsent = _unsent(new.references, (after,), scope.context)
    scope.emit(rule, before, after, before=gone, after=come, excused=unsent)


def _lone(
    scope: Scope, schema: Facts, name: str, cursors: Cursors, *, is_new: bool, went: str = ""
) -> None:
    """Report a property that only one side declares; ``went`` is a rule of its own for one."""
    at = cursors[0]
    came = "required-property-added" if name in schema.required else "property-added"
    unsent = _unsent(schema.references, cursors, scope.context)
    if went:
        scope.emit(went, at, None, before=at.value, excused=unsent, name=name)
    else:
        scope.emit_one(came, at, None, is_new=is_new, value=at.value, excused=unsent, name=name)


def _refuses_others(scope: Scope, old: Facts, new: Facts) -> bool:
    """Whether a request is refused, now as before, with a property that is not declared."""
    sent = scope.context.direction == "request" and not scope.context.inverted
    closed = all(
        _openness(one) == "closed" and not one.has("patternProperties") for one in (old, new)
    )
    return sent and closed


def _kept(scope: Scope, was: tuple[Facts, Cursors], now: tuple[Facts, Cursors], name: str) -> None:
    (old, before), (new, after) = was, now
    required = name in new.required
    unsent = _unsent(new.references, after, scope.context)
    if (name in old.required) != required:
        schema, fields = (new, after) if required else (old, before)
        declared = _declared_where_required(schema, fields, name)
        if declared is not None:
            rule = either("property-became-required", required)
            nodes = (before[0], declared) if required else (declared, after[0])
            scope.emit(rule, *nodes, excused=unsent, name=name)
        else:
            _listed(scope, old, new, name, excused=unsent)
    elif required and scope.context.direction == "request":
        _no_longer_read_only(scope, before, after, name)
    _write_only(scope, before, after, required=required)
    context = scope.context.inside()
    scope.with_context(context.excuse() if unsent else context).visit(before, after)


def _declared_where_required(schema: Facts, fields: Cursors, name: str) -> Cursor | None:
    """The declaration of a name in a schema that requires it, too."""
    lists = [one for one in schema.keywords.get("required", ()) if name in texts_in(one.value)]
    holders = ((one, one.parent.parent) for one in fields if one.parent is not None)
    found = (one for one, holder in holders if holder and any(_is_of(holder, of) for of in lists))
    return next(found, None)


def _no_longer_read_only(scope: Scope, before: Cursors, after: Cursors, name: str) -> None:
    """Report what has to be sent now: of what is read-only, that is so of answers alone."""
    sides = scope.comparison
    was, now = _marked(sides.old, before, READ_ONLY), _marked(sides.new, after, READ_ONLY)
    if was is not None and now is None:
        rule, there = "property-became-required", _counterpart(sides.new, after[0], was)
        if component(was) is None:
            scope.emit(rule, was, there, name=name)
        else:
            # A component does not say as what it is required.
            scope.emit(rule, was, there, name=name, subject=f"{subject(was)} as `{name}`")


def _write_only(scope: Scope, before: Cursors, after: Cursors, *, required: bool) -> None:
    """Report what became write-only, and what no longer is, where the documents say it."""
    sides = scope.comparison
    was, now = _marked(sides.old, before, WRITE_ONLY), _marked(sides.new, after, WRITE_ONLY)
    if (was is None) == (now is None):
        return
    came = "required-became-write-only" if required else "became-write-only"
    old = was or _counterpart(sides.old, before[0], now)
    new = now or _counterpart(sides.new, after[0], was)
    scope.emit(either(came, now is not None), old, new, before=bool(was), after=bool(now))


def _marked(side: References, cursors: Cursors, mark: str) -> Cursor | None:
    return next(filter(None, (marked(side, cursor, mark) for cursor in cursors)), None)


def _counterpart(side: References, field: Cursor, other: Cursor | None) -> Cursor:
    """The node of a component at the place of another one; else the property itself."""
    if other is None or component(other) is None:
        return field
    return side.find(other.pointer) or field


def _unsent(side: References, cursors: Cursors, context: Context) -> bool:
    return any(never_sent(side, cursor, context) for cursor in cursors)


def _additional(scope: Scope, old: Facts, new: Facts) -> None:
    keyword = "additionalProperties"
    before, after = old.one(keyword), new.one(keyword)
    match _openness(old), _openness(new):
        case ("typed", "typed") if before is not None and after is not None:
            scope.with_context(scope.context.inside()).visit((before,), (after,))
            return
        case (was, now) if was == now:
            return
        case (_, "closed"):
            rule = "additional-properties-closed"
        case ("closed", _):
            rule = "additional-properties-opened"
        case (_, "typed"):
            rule = "additional-properties-typed"
        case _:
            rule = "additional-properties-untyped"
    report(scope, rule, old, new, keyword)


def _openness(schema: Facts) -> str:
    cursor = schema.one("additionalProperties")
    if cursor is None or says_nothing(cursor.value):
        return "open"
    return "closed" if cursor.value is False else "typed"


def _pattern_properties(scope: Scope, old: Facts, new: Facts) -> None:
    """Compare the schemas of names by pattern: in a closed object, they allow more names."""
    is_closed = "closed" in (_openness(old), _openness(new))
    came = "pattern-property-allowed" if is_closed else "pattern-property-added"
    _subschemas(scope, old, new, "patternProperties", came)


def _subschemas(scope: Scope, old: Facts, new: Facts, keyword: str, came: str) -> None:
    """Compare the schemas that a keyword holds by name; ``came`` is the rule of one that is new."""
    found = pair(_firsts(old, keyword, came), _firsts(new, keyword, came))
    scope.emit_lone(came, found, shown="value")
    before, after = old.children(keyword), new.children(keyword)
    for name in found.both:
        scope.with_context(scope.context.inside()).visit(before[name], after[name])


def _firsts(schema: Facts, keyword: str, came: str) -> dict[str, Cursor]:
    """The nodes by name; what says nothing counts only where it allows a name."""
    found = {name: nodes[0] for name, nodes in schema.children(keyword).items()}
    opens = came == "pattern-property-allowed"
    return {name: node for name, node in found.items() if opens or not says_nothing(node.value)}


def _dependent_names(scope: Scope, old: Facts, new: Facts) -> None:
    keyword, came = "dependentRequired", "dependent-required-set"
    found = pair(_firsts(old, keyword, came), _firsts(new, keyword, came))
    scope.emit_lone(came, found, shown="value")
    for name, (was, now) in found.both.items():
        before, after = frozenset(texts_in(was.value)), frozenset(texts_in(now.value))
        if before != after:
            in_part = before < after or after < before
            rule = either(came, before < after) if in_part else "dependent-required-changed"
            scope.emit(rule, was, now, before=was.value, after=now.value, name=name)
