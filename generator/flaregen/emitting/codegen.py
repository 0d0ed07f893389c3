"""The code of classes, by datamodel-code-generator: schemas by name in, code by name out."""

from __future__ import annotations

import ast
import json
import warnings
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flaregen.document import JSONObject
from flaregen.names.identifiers import ClassName, ModuleName
from flaregen.names.types import Type, is_open
from flaregen.resources import templates_directory
from flaregen.schemas.schema import Direction


class ModelError(Exception):
    """What was written is not what was named: a fault of the generator, never of a document."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What datamodel-code-generator is given for a class or an alias, and what comes with it.

    ``values`` are what the template places, ``needs`` the imports of that.
    """

    module: ModuleName
    schema: JSONObject
    types: tuple[Type, ...]
    values: Mapping[str, Any]
    needs: frozenset[str]


def generated(direction: Direction, definitions: Mapping[ClassName, Definition]) -> str:
    """All classes of a direction as one module. Raises ModelError where one would be lost."""
    # Imported here: it takes longer than everything else that a build does.
    from datamodel_code_generator import InputFileType, generate
    from datamodel_code_generator.config import GenerateConfig
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import PythonVersion
    from datamodel_code_generator.parser import LiteralType as Literals

    schemas = {name: definition.schema for name, definition in definitions.items()}
    values: dict[str, Any] = {
        str(name): dict(one.values) for name, one in definitions.items() if one.values
    }
    config = GenerateConfig(
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.DataclassesDataclass,
        custom_template_dir=templates_directory() / "model",
        extra_template_data=defaultdict(dict, values),
        formatters=[],
        disable_timestamp=True,
        enum_field_as_literal=Literals.All,
        target_python_version=PythonVersion.PY_311,
        use_generic_container_types=direction == "request",
        use_standard_collections=True,
        use_union_operator=True,
    )
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        text = generate(json.dumps({"$defs": schemas}), config=config)
    if found:
        raise ModelError(f"datamodel-code-generator warns: {found[0].message}")
    assert isinstance(text, str)  # names without dots make one module
    return text


def parts_of(text: str, definitions: Mapping[ClassName, Definition]) -> dict[ClassName, str]:
    """Each class and alias by its name. Raises ModelError for one that is not as it was named."""
    lines = text.splitlines()
    parts: dict[ClassName, str] = {}
    for node in ast.parse(text).body:
        match node:
            case ast.ClassDef(name=str(name)) | ast.AnnAssign(target=ast.Name(id=name)):
                parts[ClassName(name)] = "\n".join(lines[node.lineno - 1 : node.end_lineno])
    del parts[_WHOLE]
    if parts.keys() != definitions.keys():
        raise ModelError(f"classes were lost or added: {parts.keys() ^ definitions.keys()}")
    for name, part in parts.items():
        if "Any" in names_in(part) and not any(map(is_open, definitions[name].types)):
            raise ModelError(f"{name} has lost a type: {part}")
    return parts


_WHOLE = ClassName("Model")
"""The alias for the whole of the schemas, which nothing needs."""


def names_in(code: str) -> set[str]:
    """The names that code refers to."""
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}


def import_lines(text: str) -> dict[str, str]:
    """By name, how datamodel-code-generator imports it."""
    return {
        alias.name: f"from {node.module} import {alias.name}"
        for node in ast.parse(text).body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        for alias in node.names
    }
