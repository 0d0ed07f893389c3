"""What an error of a schema means, in words: the validator's own quote whole documents.

OpenAPI's schema is made of alternatives (a parameter or a reference to one; in a path,
a query, a header or a cookie), and an error says that none fits. The one that was
meant is found, and what keeps the document from fitting it is the finding.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from jsonschema_rs import ValidationError, ValidationErrorKind

from flaregen.diagnostic import Problem
from flaregen.document import JSON, as_object, step, texts_in
from flaregen.printable import shortened, with_article
from flaregen.validating.fitting import is_of_type, rewritten

_LONGEST_SHOWN = 60
ELSEWHERE = "the standard says what belongs here: https://spec.openapis.org"


class Explained(NamedTuple):
    """A problem, and where it is below the place of what was checked."""

    tokens: tuple[str, ...]
    problem: Problem


def explain(error: ValidationError, schema: JSON) -> Iterator[Explained]:
    """Give what is wrong, as many problems as there are to mend.

    ``schema`` is what the error's own path in the schema leads through.
    """
    match error.kind:
        case ValidationErrorKind.OneOfNotValid() | ValidationErrorKind.AnyOf() as kind:
            yield from _nearest_alternative(error, kind.context, schema)
        case (
            ValidationErrorKind.AdditionalProperties() | ValidationErrorKind.UnevaluatedProperties()
        ) as kind:
            yield from _unknown_keys(error, kind.unexpected, schema)
        case ValidationErrorKind.PropertyNames() as kind:
            yield Explained(_tokens(error), _problem(kind.error))
        case _:
            yield Explained(_tokens(error), _problem(error))


def _problem(error: ValidationError) -> Problem:
    match error.kind:
        case ValidationErrorKind.Required() as kind:
            message = f'The key "{kind.property}" is missing.'
            return Problem("missing-key", message, f'add "{kind.property}"')
        case ValidationErrorKind.Type() as kind:
            return wrong_type(error.instance, kind.types, at=_tokens(error))
        case ValidationErrorKind.Enum() | ValidationErrorKind.Constant():
            return wrong_value(error.instance, _wanted(error))
        case ValidationErrorKind.Not() as kind if _keys(kind.schema):
            together = " and ".join(f'"{key}"' for key in _keys(kind.schema))
            message = f"The keys {together} exclude each other."
            return Problem("excluded-keys", message, "keep one of them")
        case kind if kind.name in _EMPTY and not error.instance:
            return Problem("empty", "This must not be empty.", ELSEWHERE)
        case ValidationErrorKind.UniqueItems():
            return Problem(
                "same-items", "Two items of the list are the same.", "remove one of them"
            )
        case _:
            return _in_short(error)


_EMPTY = ("minProperties", "minItems", "minLength")


def _tokens(error: ValidationError) -> tuple[str, ...]:
    return tuple(str(token) for token in error.instance_path)


def _keys(forbidden: Any) -> list[str]:  # noqa: ANN401  any schema
    return list(texts_in(as_object(forbidden).get("required")))


def _wanted(error: ValidationError) -> list[Any]:
    """The values that the schema asks for; none where it asks for something else."""
    match error.kind:
        case ValidationErrorKind.Enum() as kind:
            return list(kind.options)
        case ValidationErrorKind.Constant() as kind:
            return [kind.expected_value]
        case _:
            return []


def _nearest_alternative(
    error: ValidationError, branches: Sequence[Sequence[ValidationError]], schema: JSON
) -> Iterator[Explained]:
    meant = [errors for errors in branches if not _is_only_no_reference(errors)]
    combined = _choice_of_values(meant)
    if combined is not None:
        yield combined
        return
    for inner in min(meant or branches, key=lambda errors: _distance(error, errors)):
        yield from explain(inner, schema)


def _is_only_no_reference(errors: Sequence[ValidationError]) -> bool:
    """Tell the alternative of being a reference, where nothing was meant to be one."""
    match [inner.kind for inner in errors]:
        case [ValidationErrorKind.Required(property="$ref")]:
            return True
        case _:
            return False


def _choice_of_values(branches: Sequence[Sequence[ValidationError]]) -> Explained | None:
    """Join alternatives that all want another value of the same key, such as ``in``."""
    wanted: list[Any] = []
    places: set[tuple[str, ...]] = set()
    instance: Any = None
    for errors in branches:
        choice = next((inner for inner in errors if _wanted(inner)), None)
        if choice is None:
            return None
        places.add(_tokens(choice))
        wanted += _wanted(choice)
        instance = choice.instance
    if len(places) != 1 or len(branches) < 2:
        return None
    return Explained(places.pop(), wrong_value(instance, wanted))


def _distance(error: ValidationError, errors: Sequence[ValidationError]) -> tuple[int, int, int]:
    """Rank an alternative: whether it is of another type, then by wrong values, then by number."""
    values = sum(bool(_wanted(inner)) for inner in errors)
    types = sum(
        inner.kind.name == "type" and inner.instance_path == error.instance_path for inner in errors
    )
    return types, values, len(errors)


def _unknown_keys(
    error: ValidationError, unexpected: Sequence[str], schema: JSON
) -> Iterator[Explained]:
    for token in error.schema_path[:-1]:
        schema = step(schema, str(token))
    known = as_object(as_object(schema).get("properties"))
    for key in unexpected:
        near = difflib.get_close_matches(key, known, n=1)
        advice = f'did you mean "{near[0]}"?' if near else _advice_for_key(error)
        problem = Problem("unknown-key", f'The key "{key}" has no meaning here.', advice)
        yield Explained((*_tokens(error), key), problem)


def _advice_for_key(error: ValidationError) -> str:
    if _tokens(error)[-1:] == ("responses",):
        return "a status is three digits, a class such as 4XX, or default"
    return "remove it, or let it start with x-"


def wrong_type(value: Any, names: Sequence[str], *, at: Sequence[str] = ()) -> Problem:  # noqa: ANN401
    """``at`` is the place of the value, which may say what is meant."""
    expected = " or ".join(with_article(name) for name in names)
    message = f"Expected {expected}, found {shown(value)}."
    return Problem("wrong-type", message, _advice_for_type(value, names, at))


def _advice_for_type(value: Any, names: Sequence[str], at: Sequence[str]) -> str:  # noqa: ANN401
    if isinstance(value, list) and "string" in names and at[-1:] == ("type",):
        return "lists of types came with OpenAPI 3.1; in 3.0 a value is nullable: true"
    if any(is_of_type(meant, name) for meant in rewritten(value) for name in names):
        return "put it in quotes" if "string" in names else "write it without quotes"
    return ELSEWHERE


def wrong_value(value: Any, listed: Iterable[Any]) -> Problem:  # noqa: ANN401  any JSON
    choices = list(listed)
    texts = [choice for choice in choices if isinstance(choice, str)]
    near = difflib.get_close_matches(value, texts, n=1) if isinstance(value, str) else []
    several = "one of " if len(choices) > 1 else ""
    message = f"{shown(value)} is not {several}{', '.join(shown(choice) for choice in choices)}."
    return Problem("wrong-value", message, f'did you mean "{near[0]}"?' if near else ELSEWHERE)


def _in_short(error: ValidationError) -> Problem:
    """Take the validator's words, with the document that it quotes cut short."""
    quoted = json.dumps(error.instance, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    said = error.message.replace(quoted, shown(error.instance))
    message = shortened(said, 3 * _LONGEST_SHOWN)
    code = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", error.kind.name).lower()
    return Problem(f"wrong-{code}", f"{message}.", ELSEWHERE)


def shown(value: Any) -> str:  # noqa: ANN401  any JSON
    match value:
        case dict():
            return "an object"
        case list() if len(json.dumps(value)) > _LONGEST_SHOWN:
            return "a list"
    return shortened(json.dumps(value, ensure_ascii=False, default=str), _LONGEST_SHOWN)
