"""Whether a document has the form of OpenAPI and keeps its rules, with what is wrong in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from flaregen.diagnostic import Problem
from flaregen.document import Document, JSONObject
from flaregen.openapi.anatomy import Part, shallow, walk
from flaregen.validating import forms
from flaregen.validating.explain import explain
from flaregen.validating.openapi_rules import Found, Rules, schema_parts


def check(document: Document) -> Iterator[Found]:
    """Find what has the wrong form, then which rules are broken. No order, no references.

    The tokens of a place may lead through references.
    """
    rules = Rules(document)
    units: list[tuple[tuple[str, ...], Callable[[], Iterator[Found]]]] = [
        ((), partial(_malformed, document)),
        *(
            (part.tokens, partial(_schema, document, part, rules))
            for part in schema_parts(document)
        ),
        *rules.of_operations(),
    ]
    malformed = False
    for tokens, found in units:
        try:
            for finding in found():
                malformed = malformed or not tokens
                yield finding
        except _CRASHES as crash:
            if not malformed:
                yield tokens, _unchecked(crash), "warning"


_CRASHES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the rules stumble with over parts that do not have the right form."""


def _unchecked(crash: Exception) -> Problem:
    message = f"The validator could not check everything here ({type(crash).__name__})."
    return Problem("unchecked", message, "the rest of the document was checked")


def _malformed(document: Document) -> Iterator[Found]:
    form = forms.of_documents(document.version)
    if not form.fits(document.root):
        yield from _explained(form, document.root, ())


def _schema(document: Document, root: Part, rules: Rules) -> Iterator[Found]:
    """The form of a schema and of each one inside of it, apart from theirs; else its rules."""
    form = forms.of_schemas(document.version)
    if form.fits(root.node):
        yield from rules.of_schema(root)
        return
    for part in walk(root):
        alone = shallow(part)
        if not form.fits(alone):
            yield from _explained(form, alone, part.tokens)


def _explained(form: forms.Form, node: JSONObject, base: tuple[str, ...]) -> Iterator[Found]:
    for error in form.errors(node):
        for tokens, problem in explain(error, form.schema):
            yield (*base, *tokens), problem, "error"
