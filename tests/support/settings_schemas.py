"""JSON Schema of flaregen.toml and the names file, for editors.

They are made from the structs that read those files, and so know what a reading knows.
"""

from __future__ import annotations

import inspect
import json
from typing import Any

import msgspec

from flaregen.config_file import ConfigFile
from flaregen.drift.rules import RULES
from flaregen.names.reviewed import NamesFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def settings_schemas() -> dict[str, str]:
    """Each schema as JSON, by the name of its file."""
    settings = _schema(ConfigFile, "flaregen.toml, or [tool.flaregen] in pyproject.toml")
    rules = {"enum": sorted(RULES)}
    settings["$defs"]["DriftTable"]["properties"]["levels"]["propertyNames"] = rules
    settings["$defs"]["AcceptTable"]["properties"]["id"] |= rules
    names = _schema(NamesFile, "Reviewed names, which [spec] names in flaregen.toml leads to")
    return {
        "flaregen.schema.json": json.dumps(settings, indent=2) + "\n",
        "names.schema.json": json.dumps(names, indent=2) + "\n",
    }


def _schema(file: type[msgspec.Struct], title: str) -> dict[str, Any]:
    schema = msgspec.json.schema(file)
    for table in schema["$defs"].values():
        # Of editors, that show these texts: they are docstrings, and the names of classes.
        del table["title"]
        if "description" in table:
            table["description"] = inspect.cleandoc(table["description"]).replace("``", "`")
        for key in table["properties"].values():
            if "$ref" in key:
                # The defaults of its keys say the same.
                key.pop("default", None)
    return {"$schema": _DIALECT, "title": title, **schema}
