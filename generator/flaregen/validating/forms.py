"""The form that OpenAPI and JSON Schema ask for, judged by their own schemas.

The schemas of OpenAPI are files of openapi-spec-validator, which is not imported: that takes
longer than all that is done here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema_rs

from flaregen.document import JSON, JSONObject, OpenAPIVersion
from flaregen.validating.fitting import is_pattern


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
