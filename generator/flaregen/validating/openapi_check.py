"""Whether a document has the form of OpenAPI and keeps its rules, with what is wrong in words.

The form is judged by the schemas of OpenAPI and JSON Schema. Those of OpenAPI are files of
openapi-spec-validator, which is not imported: that takes longer than all that is done here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema_rs

from flaregen.diagnostic import Problem
from flaregen.document import JSON, Document, JSONObject, OpenAPIVersion
from flaregen.openapi.anatomy import Part, shallow, walk
from flaregen.validating.explain import explain
from flaregen.validating.fitting import is_pattern
from flaregen.validating.openapi_rules import Found, Rules, schema_parts


class Form(NamedTuple):
    """A schema and its validator."""

    schema: JSON
    validator: jsonschema_rs.Validator

    def fits(self, value: JSON) -> bool:
        """Whether a value certainly has the form."""
        try:
            return self.validator.is_valid(value)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001  a panic in Rust is not even an Exception
            return False

    def errors(self, value: JSON) -> Iterator[jsonschema_rs.ValidationError]:
        """What has another form. Raises ValueError where the validator has no answer."""
        try:
            yield from self.validator.iter_errors(value)
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as crash:
            raise ValueError(type(crash).__name__) from crash


@cache
def of_documents(version: OpenAPIVersion) -> Form:
    """The form of a whole document. Those of 3.1 and 3.2 leave schemas aside."""
    schema: JSONObject = json.loads(_published(version).read_bytes())
    if version == "3.0":
        _name_every_component(schema)
    return Form(schema, _validators(version)(schema, validate_formats=False))


def _name_every_component(schema: Any) -> None:  # noqa: ANN401  a file of one form
    """Let a component have a form under any name; 3.0's file skips the names that it forbids."""
    for kind in schema["definitions"]["Components"]["properties"].values():
        (kind["additionalProperties"],) = kind["patternProperties"].values()


@cache
def of_schemas(version: OpenAPIVersion) -> Form:
    """The form of a schema: JSON Schema's own, in the draft that a version of OpenAPI follows."""
    draft = "http://json-schema.org/draft-04/schema#"
    if version != "3.0":
        draft = "https://json-schema.org/draft/2020-12/schema"
    schema: JSONObject = {"$ref": draft}
    formats = {"regex": is_pattern}
    return Form(schema, _validators(version)(schema, validate_formats=True, formats=formats))


def _validators(
    version: OpenAPIVersion,
) -> type[jsonschema_rs.Draft4Validator | jsonschema_rs.Draft202012Validator]:
    return jsonschema_rs.Draft4Validator if version == "3.0" else jsonschema_rs.Draft202012Validator


def _published(version: OpenAPIVersion) -> Path:
    found = find_spec("openapi_spec_validator")
    assert found is not None  # a dependency
    assert found.origin is not None  # a package of files
    return Path(found.origin).parent / "resources" / "schemas" / f"v{version}" / "schema.json"


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
                kind = type(crash).__name__
                message = f"The validator could not check everything here ({kind})."
                problem = Problem("unchecked", message, "the rest of the document was checked")
                yield tokens, problem, "warning"


_CRASHES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the rules stumble with over parts that do not have the right form."""


def _malformed(document: Document) -> Iterator[Found]:
    form = of_documents(document.version)
    if not form.fits(document.root):
        yield from _explained(form, document.root, ())


def _schema(document: Document, root: Part, rules: Rules) -> Iterator[Found]:
    """The form of a schema and of each one inside of it, apart from theirs; else its rules."""
    form = of_schemas(document.version)
    if form.fits(root.node):
        yield from rules.of_schema(root)
        return
    for part in walk(root):
        alone = shallow(part)
        if not form.fits(alone):
            yield from _explained(form, alone, part.tokens)


def _explained(form: Form, node: JSONObject, base: tuple[str, ...]) -> Iterator[Found]:
    for error in form.errors(node):
        for tokens, problem in explain(error, form.schema):
            yield (*base, *tokens), problem, "error"
