"""The family of a model that is new: known models that answer as it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flaregen.document import JSON, JSONObject, as_list, as_object
from flaregen.live.service import ListedModel, ModelSchemas
from flaregen.upstream.model_schemas import wordless
from flaregen.upstream.schema_parts import UNIONS, members

_STREAM = "stream"
"""The property of a request that asks for a stream, by the documentation of the service."""


@dataclass(frozen=True, slots=True)
class Relative:
    """A known model: its task, what the service says of it, and its answers in the document."""

    task: str
    said: ModelSchemas
    responses: JSONObject


def family_answers(
    model: ListedModel, said: ModelSchemas, known: Iterable[Relative]
) -> JSONObject | None:
    """The answers of the known models that a new one fits best; None where it fits none.

    It fits where all that it answers is what they answer, and it streams where they do.
    """
    fitting = [
        relative
        for relative in known
        if said.output is not None
        and relative.said.output is not None
        and may_stream(relative.said.input) == may_stream(said.input)
        and fits(said.output, relative.said.output)
    ]

    def order(one: Relative) -> tuple[bool, int]:
        return one.task.lower() != model.task.lower(), len(members(one.said.output or {}))

    return min(fitting, key=order).responses if fitting else None


def may_stream(schema: JSONObject | None) -> bool:
    """Whether a request may ask for a stream, in one of its forms."""
    forms = [schema or {}, *(item for key in UNIONS for item in as_list((schema or {}).get(key)))]
    return any(_STREAM in members(as_object(form)) for form in forms)


def fits(new: JSON, known: JSON) -> bool:
    """Whether all values of a schema may be those of another, whose members may be more."""
    one, other = as_object(new), as_object(known)
    if wordless(new) == wordless(known):
        return True
    forms = next((as_list(other[key]) for key in UNIONS if key in other), [])
    if forms:
        return any(fits(new, form) for form in forms)
    if one.get("type") != other.get("type") or not one.get("type"):
        return False
    own, all_ = members(one), members(other)
    if all_ and not own:
        return False
    return (
        all(name in all_ and fits(value, all_[name]) for name, value in own.items())
        and {*map(str, as_list(other.get("required")))} <= {*own}
        and ("items" not in other or fits(one.get("items"), other["items"]))
        and _values(one) <= (_values(other) or _values(one))
    )


def _values(schema: Mapping[str, JSON]) -> frozenset[str]:
    return frozenset(map(str, as_list(schema.get("enum"))))
