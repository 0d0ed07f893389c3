"""What a schema's error means, in words: the validator's own quote whole documents.

OpenAPI's schema is made of alternatives (a parameter or a reference to one; in a path,
a query, a header or a cookie), and an error says that none fits. The one that was
meant is found, and what keeps the document from fitting it is the finding.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from jsonschema.exceptions import ValidationError

from flaregen.problems import Problem
from flaregen.validating.fitting import is_of_type, rewritten

_LONGEST_SHOWN = 60
_LONGEST_SAID = 180
_MISSING = re.compile(r"'(.*)' is a required property", re.DOTALL)
_ELSEWHERE = "the standard says what belongs here: https://spec.openapis.org"


class Explained(NamedTuple):
    """A problem, and where it is below the place of the error that was explained."""

    tokens: tuple[str, ...]
    problem: Problem


def explain(error: ValidationError) -> Iterator[Explained]:
    """Give what is wrong, as many problems as there are to mend."""
    match error.validator:
        case "oneOf" | "anyOf" if error.context:
            yield from _nearest_alternative(error)
        case "additionalProperties" | "unevaluatedProperties":
            yield from _unknown_keys(error)
        case "required":
            yield Explained(_tokens(error), _missing_key(error))
        case "type":
            yield Explained(_tokens(error), _wrong_type(error))
        case "enum" | "const":
            yield Explained(_tokens(error), wrong_value(error.instance, _wanted(error)))
        case "not":
            yield Explained(_tokens(error), _excluded(error))
        case "minProperties" | "minItems" | "minLength" if not error.instance:
            message = "This must not be empty."
            yield Explained(_tokens(error), Problem("empty", message, _ELSEWHERE))
        case "uniqueItems":
            message = "Two items of the list are the same."
            yield Explained(_tokens(error), Problem("same-items", message, "remove one of them"))
        case _:
            yield Explained(_tokens(error), _in_short(error))


def _tokens(error: ValidationError) -> tuple[str, ...]:
    return tuple(str(token) for token in error.absolute_path)


def _wanted(error: ValidationError) -> list[Any]:
    """Give what the schema asks for, as a list even where it is one thing."""
    value: Any = error.validator_value
    return value if isinstance(value, list) else [value]


def _nearest_alternative(error: ValidationError) -> Iterator[Explained]:
    branches: defaultdict[int, list[ValidationError]] = defaultdict(list)
    for inner in error.context or ():
        branches[int(inner.relative_schema_path[0])].append(inner)
    meant = [errors for errors in branches.values() if not _is_only_no_reference(errors)]
    combined = _choice_of_values(meant)
    if combined is not None:
        yield combined
        return
    for inner in min(meant or branches.values(), key=_distance):
        yield from explain(inner)


def _is_only_no_reference(errors: list[ValidationError]) -> bool:
    """Tell the alternative of being a reference, where nothing was meant to be one."""
    return [inner.validator for inner in errors] == ["required"] and "'$ref'" in errors[0].message


def _choice_of_values(branches: list[list[ValidationError]]) -> Explained | None:
    """Join alternatives that all want another value of the same key, such as ``in``."""
    wanted: list[Any] = []
    places: set[tuple[str, ...]] = set()
    for errors in branches:
        choices = [inner for inner in errors if inner.validator in ("enum", "const")]
        if not choices:
            return None
        choice = choices[0]
        places.add(_tokens(choice))
        wanted += _wanted(choice)
    if len(places) != 1 or len(branches) < 2:
        return None
    return Explained(places.pop(), wrong_value(choice.instance, wanted))


def _distance(errors: list[ValidationError]) -> tuple[int, int, int]:
    """Rank an alternative: whether it is of another type, then by wrong values, then by number."""
    values = sum(inner.validator in ("enum", "const") for inner in errors)
    types = sum(inner.validator == "type" and not inner.relative_path for inner in errors)
    return types, values, len(errors)


def _unknown_keys(error: ValidationError) -> Iterator[Explained]:
    instance = error.instance if isinstance(error.instance, dict) else {}
    known = list(error.schema.get("properties", {})) if isinstance(error.schema, dict) else []
    unknown = [key for key in instance if key not in known and repr(key) in error.message]
    for key in unknown:
        near = difflib.get_close_matches(key, known, n=1)
        advice = f'did you mean "{near[0]}"?' if near else _advice_for_key(error)
        problem = Problem("unknown-key", f'The key "{key}" has no meaning here.', advice)
        yield Explained((*_tokens(error), key), problem)
    if not unknown:
        yield Explained(_tokens(error), _in_short(error))


def _advice_for_key(error: ValidationError) -> str:
    if _tokens(error)[-1:] == ("responses",):
        return "a status is three digits, a class such as 4XX, or default"
    return "remove it, or let it start with x-"


def _missing_key(error: ValidationError) -> Problem:
    match = _MISSING.fullmatch(error.message)
    key = match[1] if match else ", ".join(_wanted(error))
    return Problem("missing-key", f'The key "{key}" is missing.', f'add "{key}"')


def _wrong_type(error: ValidationError) -> Problem:
    names = _wanted(error)
    expected = " or ".join(_with_article(name) for name in names)
    message = f"Expected {expected}, found {shown(error.instance)}."
    return Problem("wrong-type", message, _advice_for_type(names, error))


def _advice_for_type(names: list[str], error: ValidationError) -> str:
    value: Any = error.instance
    if isinstance(value, list) and "string" in names and _tokens(error)[-1:] == ("type",):
        return "lists of types came with OpenAPI 3.1; in 3.0 a value is nullable: true"
    if any(is_of_type(meant, name) for meant in rewritten(value) for name in names):
        return "put it in quotes" if "string" in names else "write it without quotes"
    return _ELSEWHERE


def wrong_value(value: Any, listed: Iterable[Any]) -> Problem:  # noqa: ANN401  any JSON
    choices = list(listed)
    texts = [choice for choice in choices if isinstance(choice, str)]
    near = difflib.get_close_matches(value, texts, n=1) if isinstance(value, str) else []
    several = "one of " if len(choices) > 1 else ""
    message = f"{shown(value)} is not {several}{', '.join(shown(choice) for choice in choices)}."
    return Problem("wrong-value", message, f'did you mean "{near[0]}"?' if near else _ELSEWHERE)


def _excluded(error: ValidationError) -> Problem:
    forbidden = error.validator_value
    keys = forbidden.get("required") if isinstance(forbidden, dict) else None
    if not isinstance(keys, list):
        return _in_short(error)
    together = " and ".join(f'"{key}"' for key in keys)
    message = f"The keys {together} exclude each other."
    return Problem("excluded-keys", message, "keep one of them")


def _in_short(error: ValidationError) -> Problem:
    """Take the validator's words, with the document that it quotes cut short."""
    said = error.message.replace(repr(error.instance), shown(error.instance)).split(" under each")[
        0
    ]
    message = said if len(said) <= 3 * _LONGEST_SHOWN else f"{said[: 3 * _LONGEST_SHOWN]}..."
    code = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", str(error.validator)).lower()
    return Problem(f"wrong-{code}", f"{message}.", _ELSEWHERE)


def shown(value: Any) -> str:  # noqa: ANN401  any JSON
    match value:
        case dict():
            return "an object"
        case list() if len(json.dumps(value)) > _LONGEST_SHOWN:
            return "a list"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def _with_article(name: str) -> str:
    return f"an {name}" if name[0] in "aio" else f"a {name}"
