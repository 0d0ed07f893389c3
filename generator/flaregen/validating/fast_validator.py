"""Whether a value has the form that a JSON Schema asks for: yes or no, and fast.

openapi-spec-validator takes two validators of JSON Schema: one in Python, whose errors
can be explained, and one in Rust, jsonschema-rs, which takes a hundredth of the time.
Nearly everything in a document has the right form, and the second is enough to say so.
What it objects to, or has no answer for, is left to the first, so that every error and
every word is from there.
"""

from __future__ import annotations

from functools import cache
from typing import assert_never

import jsonschema_rs
from openapi_schema_validator import (
    OAS30Validator,
    OAS31Validator,
    OAS32Validator,
    oas30_format_checker,
    oas31_format_checker,
)
from openapi_schema_validator._specifications import REGISTRY
from openapi_spec_validator.schemas import schema_v30, schema_v31, schema_v32

from flaregen.document import JSON, JSONObject, OpenAPIVersion


class FastValidator:
    """What OpenAPI's schemas ask for. Stricter than the validator in Python, never laxer."""

    def __init__(self, version: OpenAPIVersion) -> None:
        self._version = version

    def fits_document(self, root: JSONObject) -> bool:
        """Tell whether a document has the form; from 3.1 on, schemas are not looked into."""
        return _fits(_document_form(self._version), root)

    def fits_schema(self, schema: JSON) -> bool:
        """Tell whether a schema has the form, with all below it."""
        return _fits(_schema_form(self._version), schema)

    def doubtful(self, root: JSONObject) -> JSONObject:
        """Leave out each path and each component that has the right form by itself.

        They are independent of each other, so that what is left has the same errors.
        """
        left = dict(root)
        if isinstance(paths := root.get("paths"), dict):
            left["paths"] = {
                path: item
                for path, item in paths.items()
                if not self.fits_document(self._around(paths={path: item}))
            }
        if isinstance(components := root.get("components"), dict):
            left["components"] = {
                section: self._doubtful_members(section, members)
                for section, members in components.items()
            }
        return left

    def _doubtful_members(self, section: str, members: JSON) -> JSON:
        if not isinstance(members, dict):
            return members
        return {
            name: member
            for name, member in members.items()
            if not self.fits_document(self._around(components={section: {name: member}}))
        }

    def _around(self, **part: JSON) -> JSONObject:
        """Make a document in which nothing but one part can be wrong."""
        info: JSONObject = {"title": "", "version": ""}
        return {"openapi": f"{self._version}.0", "info": info, "paths": {}, **part}


def _fits(validator: jsonschema_rs.Validator, value: JSON) -> bool:
    """Tell what is certain: False, too, where the validator has no answer."""
    try:
        return validator.is_valid(value)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001  a panic in Rust is not even an Exception
        return False


@cache
def _document_form(version: OpenAPIVersion) -> jsonschema_rs.Validator:
    """The form of a whole document. Those of 3.1 and 3.2 leave schemas aside."""
    match version:
        case "3.0":
            return jsonschema_rs.Draft4Validator(dict(schema_v30), validate_formats=False)
        case "3.1":
            return jsonschema_rs.Draft202012Validator(dict(schema_v31), validate_formats=False)
        case "3.2":
            return jsonschema_rs.Draft202012Validator(dict(schema_v32), validate_formats=False)
        case _ as unreachable:
            assert_never(unreachable)


@cache
def _schema_form(version: OpenAPIVersion) -> jsonschema_rs.Validator:
    """The form of a schema."""
    if version == "3.0":
        return jsonschema_rs.Draft4Validator(
            OAS30Validator.META_SCHEMA,
            validate_formats=True,
            formats={"regex": lambda text: oas30_format_checker.conforms(text, "regex")},
        )
    of_version = OAS31Validator if version == "3.1" else OAS32Validator
    return jsonschema_rs.Draft202012Validator(
        of_version.META_SCHEMA,
        validate_formats=True,
        formats={"regex": lambda text: oas31_format_checker.conforms(text, "regex")},
        # One of the schemas it is made of is OpenAPI's; nothing is fetched.
        retriever=REGISTRY.contents,
    )
