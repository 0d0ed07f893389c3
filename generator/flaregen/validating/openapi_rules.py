"""openapi-spec-validator, made to say where each of its findings is.

It checks a document against OpenAPI's own schema, which places its errors, and against
rules that no schema can express, which does not. Here the validator of each keyword
adds the path it was called for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, ClassVar, TypeAlias

from jsonschema import validators
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema_path.paths import SchemaPath
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]  # it has no types
from openapi_schema_validator import (
    OAS31_BASE_DIALECT_ID,
    OAS32_BASE_DIALECT_ID,
    OAS30Validator,
    OAS31Validator,
    OAS32Validator,
    oas31_format_checker,
)
from openapi_spec_validator import (
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from openapi_spec_validator.schemas import schema_v30, schema_v31, schema_v32
from openapi_spec_validator.schemas.backend.jsonschema import create_validator
from openapi_spec_validator.validation import keywords
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from openapi_spec_validator.validation.validators import SpecValidator
from referencing import Resource
from referencing.jsonschema import DRAFT4

from flaregen.document import JSON, JSONObject, OpenAPIVersion
from flaregen.openapi.anatomy import Part, shallow, walk
from flaregen.validating.fast_validator import FastValidator
from flaregen.validating.places import Places

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


class _Seen(list[Any]):
    """Ids of schemas and operations that were met. A plain list makes the validator quadratic."""

    def __init__(self) -> None:
        super().__init__()
        self._members: set[object] = set()

    def append(self, item: object) -> None:
        with suppress(TypeError):  # an operationId may be a list, which is an error of its own
            self._members.add(item)

    def __contains__(self, item: object) -> bool:
        try:
            return item in self._members
        except TypeError:
            return False


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

    fast: FastValidator

    def check(self, node: JSONObject) -> None:
        """Raise SchemaError at the first error of a schema."""
        raise NotImplementedError

    def _get_schema_checker(
        self,
        schema: SchemaPath,
        schema_value: Any,  # noqa: ANN401  any JSON
    ) -> Callable[[Any], None]:
        checker = super()._get_schema_checker(schema, schema_value)
        if not self._is_usual(schema, schema_value) or not self.fast.fits_schema(schema_value):
            return checker
        return _accept

    def _is_usual(self, _schema: SchemaPath, _value: Any) -> bool:  # noqa: ANN401
        """Tell whether it is OpenAPI's own schema of schemas that counts here."""
        return True

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
            alone = shallow(part)
            if self.fast.fits_schema(alone):
                continue
            try:
                self.check(alone)
            except SchemaError as error:
                found += placed([error], (*schema.parts, *part.tokens))
        return found


def _accept(_schema: object) -> None:
    pass


class _Schemas30(_PlacingSchemas, keywords.OpenAPIV30SchemaValidator):
    fast = FastValidator("3.0")

    def check(self, node: JSONObject) -> None:
        OAS30Validator.check_schema(node)


class _Schemas31(_PlacingSchemas, keywords.OpenAPIV31SchemaValidator):
    fast = FastValidator("3.1")

    def _is_usual(self, schema: SchemaPath, value: Any) -> bool:  # noqa: ANN401
        return self._get_schema_dialect_id(schema, value) == OAS31_BASE_DIALECT_ID

    def check(self, node: JSONObject) -> None:
        OAS31Validator.check_schema(node, format_checker=oas31_format_checker)


class _Schemas32(_PlacingSchemas, keywords.OpenAPIV32SchemaValidator):
    fast = FastValidator("3.2")

    def _is_usual(self, schema: SchemaPath, value: Any) -> bool:  # noqa: ANN401
        return self._get_schema_dialect_id(schema, value) == OAS32_BASE_DIALECT_ID

    def check(self, node: JSONObject) -> None:
        OAS32Validator.check_schema(node, format_checker=oas31_format_checker)


_MOST_STEPS = 5_000
"""References that the check of one default may follow."""
_ENDLESS = re.compile(r"\)[*+{]|\\[1-9]|[*+{].*[*+{].*[*+{]", re.DOTALL)
"""Patterns whose matching may take for ever: repeated groups, back references, many repeats."""
_LONGEST_MATCHED = 1_000


class _TooManyStepsError(ValueError):
    """A default is checked against more alternatives than there could be in earnest."""


class _Steps:
    """How many references the check of one default may still follow."""

    left = _MOST_STEPS

    def take(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise _TooManyStepsError


def _bounded(base: Any, steps: _Steps) -> Any:  # noqa: ANN401  jsonschema makes validator classes
    """Extend a validator class for checks that end after so many steps."""
    follow_ref, match_pattern = base.VALIDATORS["$ref"], base.VALIDATORS["pattern"]

    def ref(validator: Any, *arguments: Any) -> Any:  # noqa: ANN401
        steps.take()
        return follow_ref(validator, *arguments)

    def pattern(validator: Any, text: str, value: Any, schema: Any) -> Any:  # noqa: ANN401
        if (isinstance(value, str) and len(value) > _LONGEST_MATCHED) or _ENDLESS.search(text):
            return ()
        return match_pattern(validator, text, value, schema)

    # jsonschema does not say what it takes.
    return validators.extend(base, {"$ref": ref, "pattern": pattern})  # type: ignore[no-untyped-call]


class _Defaults(keywords.ValueValidator):
    """Defaults, of either version. One class checks them all: to make one takes long."""

    def __init__(self, registry: Any) -> None:  # noqa: ANN401  the library's own name is private
        super().__init__(registry)
        self._steps = _Steps()
        self.value_validator_cls = _bounded(self.value_validator_cls, self._steps)

    def __call__(self, schema: SchemaPath, value: Any) -> Iterator[ValidationError]:  # noqa: ANN401
        self._steps.left = _MOST_STEPS
        yield from placed(super().__call__(schema, value), (*schema.parts, "default"))


class _Defaults30(_Defaults, keywords.OpenAPIV30ValueValidator):
    pass


class _Defaults31(_Defaults, keywords.OpenAPIV31ValueValidator):
    pass


class _Defaults32(_Defaults, keywords.OpenAPIV32ValueValidator):
    pass


class _Operations(keywords.OperationValidator):
    def __init__(self, registry: Any) -> None:  # noqa: ANN401  the library's own name is private
        super().__init__(registry)
        self.operation_ids_registry = _Seen()

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


class Rules(SpecValidator):
    """The rules of either version, and what they were made for.

    The Python backend is asked for by name: its errors explain themselves.
    """

    fast: FastValidator
    own: ClassVar[dict[str, type[keywords.KeywordValidator]]]
    openapi_schema: JSONObject

    def __init__(self, root: JSONObject) -> None:
        self.keyword_validators = {**self.keyword_validators, **_PLACING, **self.own}
        places = Places.from_schema(root)
        assert isinstance(places, Places)
        self.places = places
        super().__init__(places.root)

    def malformed(self) -> Iterator[ValidationError]:
        """Find what has not the form of OpenAPI's own schema."""
        if self.fast.fits_document(self.schema):
            return iter(())
        validator = _crawled(create_validator(dict(self.openapi_schema)))
        errors: Iterator[ValidationError] = validator.iter_errors(self.fast.doubtful(self.schema))
        return errors


class Rules30(Rules, OpenAPIV30SpecValidator):
    fast = _Schemas30.fast
    own: ClassVar = {"schema": _Schemas30, "default": _Defaults30}
    openapi_schema = schema_v30


class Rules31(Rules, OpenAPIV31SpecValidator):
    fast = _Schemas31.fast
    own: ClassVar = {"schema": _Schemas31, "default": _Defaults31}
    openapi_schema = schema_v31


class Rules32(Rules, OpenAPIV32SpecValidator):
    fast = _Schemas32.fast
    own: ClassVar = {"schema": _Schemas32, "default": _Defaults32}
    openapi_schema = schema_v32


RULES: Mapping[OpenAPIVersion, type[Rules]] = {"3.0": Rules30, "3.1": Rules31, "3.2": Rules32}
