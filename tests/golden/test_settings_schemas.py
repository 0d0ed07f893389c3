"""The schemas for editors say what a reading of flaregen.toml and the names file says."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import jsonschema
import msgspec
import pytest

from flaregen.config_file import ConfigFile
from flaregen.names.reviewed import NamesFile
from tests.support.pinned import ROOT
from tests.support.settings_schemas import settings_schemas

_DOCS = ROOT / "docs"
_TOML = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SCHEMAS = settings_schemas()
_CONFIGURATION = msgspec.json.decode(_SCHEMAS["flaregen.schema.json"], type=dict[str, Any])
_NAMES = msgspec.json.decode(_SCHEMAS["names.schema.json"], type=dict[str, Any])


@pytest.mark.parametrize("name", _SCHEMAS)
def test_the_committed_schemas_are_those_of_the_tables(name: str, accept: bool) -> None:
    if accept:
        (_DOCS / name).write_text(_SCHEMAS[name], encoding="utf-8")
    assert (_DOCS / name).read_text(encoding="utf-8") == _SCHEMAS[name], "make golden accepts this"
    assert f"{name}" in (_DOCS / "configuration.md").read_text(encoding="utf-8")
    assert f'"docs/{name}" = "flaregen/data/schemas/{name}"' in (ROOT / "pyproject.toml").read_text(
        encoding="utf-8"
    )


def _blocks(page: str) -> list[dict[str, Any]]:
    """What the TOML blocks of a page hold."""
    text = (_DOCS / page).read_text(encoding="utf-8")
    return [tomllib.loads(one) for one in _TOML.findall(text)]


_GOOD = [
    {},
    tomllib.loads((ROOT / "flaregen.toml").read_text(encoding="utf-8")),
    *_blocks("configuration.md"),
    {"output": {"metadata": {"authors": [{"name": "a"}]}}},
    {"drift": {"levels": {"enum-value-added": "info"}}},
]
_BAD = [
    {"ouput": {}},
    {"output": {"package": 1}},
    {"output": {"metadata": {"licence": "MIT"}}},
    {"scopes": [{"segment": "a"}]},
    {"drift": {"levels": {"enum-value-added": "grave"}}},
    {"drift": {"accept": [{"id": "enum-value-added", "pointer": "", "reason": ""}]}},
    {"spec": {"overlays": "a.yaml"}},
]


@pytest.mark.parametrize(
    ("settings", "good"), [*((one, True) for one in _GOOD), *((one, False) for one in _BAD)]
)
def test_an_editor_and_a_reading_agree(settings: dict[str, Any], good: bool) -> None:
    assert _validates(settings, _CONFIGURATION) == good
    assert _reads(settings, ConfigFile) == good


def test_names_of_rules_are_completed() -> None:
    assert not _validates({"drift": {"levels": {"enum-value-aded": "info"}}}, _CONFIGURATION)


@pytest.mark.parametrize("kind", ["class", "task", "operation"])
def test_the_names_file(kind: str) -> None:
    reviewed = tomllib.loads((ROOT / "spec" / "names.toml").read_text(encoding="utf-8"))
    assert _validates(reviewed, _NAMES)
    for entry in ({kind: [{"nam": "A"}]}, {kind: {"name": "A"}}, {kind: [{}]}):
        assert not _validates(entry, _NAMES)
        assert not _reads(entry, NamesFile)


def _validates(value: object, schema: dict[str, Any]) -> bool:
    return jsonschema.Draft202012Validator(schema).is_valid(value)


def _reads(value: object, file: type[msgspec.Struct]) -> bool:
    try:
        msgspec.convert(value, file)
    except msgspec.ValidationError:
        return False
    return True
