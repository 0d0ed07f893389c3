"""openapi-spec-validator, made to say where each of its findings is.

It checks a document against OpenAPI's own schema, which places its errors, and against
rules that no schema can express, which does not. Here the validator of each keyword
adds the path it was called for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from jsonschema import validators
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema_path.paths import SchemaPath
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]  # it has no types
from openapi_schema_validator import OAS30Validator, OAS31Validator, oas31_format_checker
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from openapi_spec_validator.schemas import schema_v30, schema_v31
from openapi_spec_validator.schemas.backend.jsonschema import create_validator
from openapi_spec_validator.validation import keywords
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from referencing import Resource
from referencing.jsonschema import DRAFT4

from flaregen.document import JSON, JSONObject
from flaregen.selecting.anatomy import Part, shallow, walk

Tokens: TypeAlias = tuple[str, ...]


class PlacedError(OpenAPIValidationError):
    """An error with its place: its own path counts from ``base``, and that from the root.

    Tokens of a base may lead through references. ``rule`` is the name of the error's
    class, which tells apart what has no keyword.
    """

    base: Tokens = ()
    rule: str = ""


def placed(
    errors: Iterable[ValidationError | SchemaError], base: Iterable[str | int]
) -> Iterator[PlacedError]:
    """Add their base to errors that have none yet."""
    for error in errors:
        if isinstance(error, PlacedError):
            yield error
            continue
        located = PlacedError.create_from(error)
        located.base = tuple(str(token) for token in base)
        located.rule = type(error).__name__
        yield located


class _Seen(list[int]):
    """Ids of schemas that were looked at. A plain list makes the validator quadratic."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: set[int] = set()

    def append(self, item: int) -> None:
        self._ids.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self._ids


class _PlacingSchemas(keywords.SchemaValidator):
    """Schemas, of either version. A schema with one error is searched for all of them."""

    def __init__(self, registry: Any) -> None:  # noqa: ANN401  the library's own name is private
        super().__init__(registry)
        self.visited_schema_ids = _Seen()
        self.meta_checked_schema_ids = _Seen()
        self._names: dict[int, set[str]] = {}

    def _collect_properties(self, schema: SchemaPath) -> set[str]:
        """Take each schema once: references to the same one multiply, and may run in circles."""
        key = id(schema.read_value())
        if key not in self._names:
            self._names[key] = set()
            self._names[key] = super()._collect_properties(schema)
        return self._names[key]

    def check(self, node: JSONObject) -> None:
        """Raise SchemaError at the first error of a schema."""
        raise NotImplementedError

    def __call__(
        self,
        schema: SchemaPath,
        require_properties: bool = True,  # noqa: FBT001, FBT002  the library's signature
        meta_checked: bool = False,  # noqa: FBT001, FBT002
    ) -> Iterator[ValidationError]:
        for error in super().__call__(schema, require_properties, meta_checked):
            if isinstance(error, PlacedError) or not isinstance(error.validator, str):
                yield from placed([error], schema.parts)
            else:
                yield from self._each_error(schema) or placed([error], schema.parts)

    def _each_error(self, schema: SchemaPath) -> list[PlacedError]:
        """Find what is wrong with the schema and with each one inside of it, apart from theirs."""
        node: JSON = schema.read_value()
        found: list[PlacedError] = []
        for part in walk(Part((), "schema", node)) if isinstance(node, dict) else ():
            try:
                self.check(shallow(part))
            except SchemaError as error:
                found += placed([error], (*schema.parts, *part.tokens))
        return found


class _Schemas30(_PlacingSchemas, keywords.OpenAPIV30SchemaValidator):
    def check(self, node: JSONObject) -> None:
        OAS30Validator.check_schema(node)


class _Schemas31(_PlacingSchemas, keywords.OpenAPIV31SchemaValidator):
    def check(self, node: JSONObject) -> None:
        OAS31Validator.check_schema(node, format_checker=oas31_format_checker)


_MOST_STEPS = 5_000
"""References that the check of one default may follow."""
_ENDLESS = re.compile(r"\)[*+{]|\\[1-9]|[*+{].*[*+{].*[*+{]", re.DOTALL)
"""Patterns whose matching may take for ever: repeated groups, back references, many repeats."""
_LONGEST_MATCHED = 1_000


class _TooManyStepsError(ValueError):
    """A default is checked against more alternatives than there could be in earnest."""


def _bounded(base: Any, left: int) -> Any:  # noqa: ANN401  jsonschema makes validator classes
    """Extend a validator class for one check, which then ends after so many steps."""
    follow_ref, match_pattern = base.VALIDATORS["$ref"], base.VALIDATORS["pattern"]

    def ref(validator: Any, *arguments: Any) -> Any:  # noqa: ANN401
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooManyStepsError
        return follow_ref(validator, *arguments)

    def pattern(validator: Any, text: str, value: Any, schema: Any) -> Any:  # noqa: ANN401
        if (isinstance(value, str) and len(value) > _LONGEST_MATCHED) or _ENDLESS.search(text):
            return ()
        return match_pattern(validator, text, value, schema)

    # jsonschema does not say what it takes.
    return validators.extend(base, {"$ref": ref, "pattern": pattern})  # type: ignore[no-untyped-call]


class _Defaults30(keywords.OpenAPIV30ValueValidator):
    def __call__(self, schema: SchemaPath, value: Any) -> Iterator[ValidationError]:  # noqa: ANN401
        self.value_validator_cls = _bounded(OAS30Validator, _MOST_STEPS)
        yield from placed(super().__call__(schema, value), (*schema.parts, "default"))


class _Defaults31(keywords.OpenAPIV31ValueValidator):
    def __call__(self, schema: SchemaPath, value: Any) -> Iterator[ValidationError]:  # noqa: ANN401
        self.value_validator_cls = _bounded(OAS31Validator, _MOST_STEPS)
        yield from placed(super().__call__(schema, value), (*schema.parts, "default"))


class _Operations(keywords.OperationValidator):
    def __call__(
        self, url: str, name: str, operation: SchemaPath, path_parameters: SchemaPath | None
    ) -> Iterator[ValidationError]:
        errors = super().__call__(url, name, operation, path_parameters)
        yield from placed(errors, operation.parts)


class _Parameters(keywords.ParametersValidator):
    def __call__(self, parameters: SchemaPath) -> Iterator[ValidationError]:
        yield from placed(super().__call__(parameters), parameters.parts)


_PLACING = {"operation": _Operations, "parameters": _Parameters}


def _crawled(validator: Any) -> Any:  # noqa: ANN401  jsonschema makes validator classes
    """Find the anchors of all schemas now; otherwise it is done for each reference to one."""
    base = validator.schema.get("$id", "")
    registry = REGISTRY.with_resource(base, Resource.from_contents(validator.schema, DRAFT4))
    return validator.evolve(_resolver=registry.crawl().resolver(base))


class Rules30(OpenAPIV30SpecValidator):
    """OpenAPI 3.0. The Python backend is asked for by name: its errors explain themselves."""

    def __init__(self, root: JSONObject) -> None:
        own = {**_PLACING, "schema": _Schemas30, "default": _Defaults30}
        self.keyword_validators = {**self.keyword_validators, **own}
        self.schema_validator = _crawled(create_validator(dict(schema_v30)))
        super().__init__(root)


class Rules31(OpenAPIV31SpecValidator):
    """OpenAPI 3.1, the same way."""

    def __init__(self, root: JSONObject) -> None:
        own = {**_PLACING, "schema": _Schemas31, "default": _Defaults31}
        self.keyword_validators = {**self.keyword_validators, **own}
        self.schema_validator = _crawled(create_validator(dict(schema_v31)))
        super().__init__(root)
