"""Running openapi-spec-validator over a document, and what it finds in words.

Slow to import: ``validate`` does it when there is something to validate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias, cast

from jsonschema.exceptions import ValidationError
from jsonschema_path.paths import SchemaPath
from openapi_spec_validator.validation import keywords
from referencing.exceptions import Unresolvable

from flaregen.diagnostic import Severity
from flaregen.document import Document
from flaregen.openapi.endpoints import endpoints
from flaregen.problems import Problem
from flaregen.validating.explain import explain
from flaregen.validating.openapi_rules import RULES, PlacedError, Rules, Tokens, placed

Found: TypeAlias = tuple[Tokens, Problem, Severity]


def check(document: Document) -> Iterator[Found]:
    """Find what has the wrong form, then which rules are broken. No order, no references.

    The tokens of a place may lead through references.
    """
    rules = RULES[document.version](document.root)
    malformed = False
    firsts: dict[str, str] = {}
    for base, run in _units(document, rules):
        rules.places.forget()
        try:
            for error in placed(run(), base):
                malformed = malformed or not base
                yield from _explained(document, error, firsts)
        except _CRASHES as crash:
            if not malformed:
                yield base, _unchecked(crash), "warning"


_CRASHES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    Unresolvable,
    ValueError,
)
"""What the validator stumbles with over parts that do not have the right form."""


def _unchecked(crash: Exception) -> Problem:
    message = f"The validator could not check everything here ({type(crash).__name__})."
    return Problem("unchecked", message, "the rest of the document was checked")


def _units(
    document: Document, rules: Rules
) -> Iterator[tuple[Tokens, Callable[[], Iterator[ValidationError]]]]:
    """Give what is checked apart, so that no part hides the others; first the form of it all."""
    yield (), rules.malformed
    registry, spec = rules.keyword_validators_registry, rules.schema_path
    if "tags" in document.root:
        tags = cast("keywords.TagsValidator", registry["tags"])
        yield ("tags",), partial(tags, spec / "tags")
    paths = cast("keywords.PathValidator", registry["path"])
    chosen = {pointer.tokens[1] for pointer in document.operations or ()}
    for path, item in _children(spec, "paths"):
        if document.operations is None or path in chosen:
            yield ("paths", path), partial(paths, path, item)
    schemas = cast("keywords.SchemaValidator", registry["schema"])
    for name, schema in _children(spec / "components", "schemas"):
        yield ("components", "schemas", name), partial(schemas, schema)


def _children(path: SchemaPath, key: str) -> tuple[tuple[str, SchemaPath], ...]:
    """The members of an object; nothing where it has another form, which is reported already."""
    try:
        return tuple((str(name), child) for name, child in (path / key).items())
    except _CRASHES:
        return ()


def _explained(document: Document, error: PlacedError, firsts: dict[str, str]) -> Iterator[Found]:
    if error.rule in _RULES:
        code, severity, advice = _RULES[error.rule]
        yield (
            (*error.base, *_KEYS.get(error.rule, ())),
            Problem(code, _said(document, error, firsts), advice),
            severity,
        )
    elif not isinstance(error.validator, str):
        code = "duplicate-tag" if error.message.startswith("Duplicate tag") else "broken-rule"
        yield error.base, Problem(code, f"{error.message}.", _ELSEWHERE), "error"
    elif error.rule == "ValidationError" and error.base[-1:] == ("default",):
        for tokens, problem in explain(error):
            message = f"The default does not match its schema. {problem.message}"
            yield (*error.base, *tokens), Problem("bad-default", message, problem.help), "error"
    else:
        for tokens, problem in explain(error):
            yield (*error.base, *tokens), problem, "error"


_ELSEWHERE = "the standard has the rule: https://spec.openapis.org"
_KEYS = {"DuplicateOperationIDError": ("operationId",), "ExtraParametersError": ("required",)}
_RULES: dict[str, tuple[str, Severity, str]] = {
    "DuplicateOperationIDError": (
        "duplicate-operation-id",
        "error",
        "give each operation an operationId of its own",
    ),
    "ParameterDuplicateError": ("duplicate-parameter", "error", "remove one of them"),
    "UnresolvableParameterError": (
        "path-parameter",
        "error",
        "a path has {name} for each parameter that is in: path, and for no other",
    ),
    # JSON Schema allows it, so that it may well be meant.
    "ExtraParametersError": ("unknown-required", "warning", "name the property, or correct it"),
}
"""Code, severity and help for the rules that no schema expresses, by the class of the error."""


def _said(document: Document, error: PlacedError, firsts: dict[str, str]) -> str:
    """Say in a sentence what the validator says; which parameter and path are in its words.

    ``firsts`` is filled when it is needed: the first operation of each operationId.
    """
    names = re.findall(r"'([^']*)'", error.message)
    match error.rule, names:
        case "DuplicateOperationIDError", [name, *_]:
            for found in () if firsts else endpoints(document):
                firsts.setdefault(found.operation_id or "", str(found))
            first = firsts.get(name, "another operation")
            return f'The operationId "{name}" is already used by {first}.'
        case "ParameterDuplicateError", [name, *_]:
            return f'The parameter "{name}" is declared twice.'
        case "UnresolvableParameterError", [name, _, path] if f"{{{name}}}" in path:
            return f"The path has {{{name}}}, but no parameter declares it."
        case "UnresolvableParameterError", [name, *_]:
            return f'The parameter "{name}" is in: path, but the path does not contain it.'
        case "ExtraParametersError", _:
            return f"A required property is not among the properties: {', '.join(names)}."
    return f"{error.message}."
