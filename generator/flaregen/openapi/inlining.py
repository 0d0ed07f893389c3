"""Schemas with what they refer to in place of the references."""

from __future__ import annotations

from collections.abc import Callable

from flaregen.document import JSON
from flaregen.openapi.anatomy import with_subschemas


def inlined(
    schema: JSON,
    target: Callable[[str], JSON],
    again: Callable[[str], JSON],
    passed: tuple[str, ...] = (),
) -> JSON:
    """A schema without references; keywords next to one count before those of its target.

    ``target`` gives what a reference leads to, ``again`` what takes the place of one inside of
    its own target.
    """
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return with_subschemas(schema, lambda one: inlined(one, target, again, passed))
    if reference in passed:
        return again(reference)
    found = target(reference)
    siblings = {key: value for key, value in schema.items() if key != "$ref"}
    whole = {**found, **siblings} if isinstance(found, dict) else found
    return inlined(whole, target, again, (*passed, reference))
