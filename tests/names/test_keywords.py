"""By what keywords calls name fields, options and the path."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.config import WireTable
from flaregen.names.keywords import field_keywords, has_keywords, moved_options, params_argument
from flaregen.names.named import NamedOperation
from flaregen.names.naming import name
from flaregen.names.reviewed import ReviewedNames
from flaregen.schemas.extract import extract
from tests.reading.documents import document, operation, parameter


def _named(*fields: str, path: str = "/things", **parts: Any) -> NamedOperation:
    schema = {"type": "object", "properties": {one: {"type": "string"} for one in fields}}
    body = {"content": {"application/json": {"schema": schema}}}
    found = document(
        {path: {"put": {**operation({"type": "string"}), "requestBody": body, **parts}}}
    )
    (only,) = name(extract(found, found, WireTable()), ReviewedNames(), (), found).operations
    return only


@pytest.mark.parametrize(
    ("fields", "keywords", "moved", "params"),
    [
        (("name",), ["name"], {}, "params"),
        (("timeout", "name"), ["timeout", "name"], {"timeout": "timeout_option"}, "params"),
        (
            ("extra_body", "deadline"),
            ["extra_body", "deadline"],
            {"deadline": "deadline_option", "extra_body": "extra_body_option"},
            "params",
        ),
        (
            ("timeout", "timeout_option"),
            ["timeout", "timeout_option"],
            {"timeout": "timeout_option_"},
            "params",
        ),
        (("params",), ["params"], {}, "params_"),
        (("id", "id_"), ["id__", "id_"], {}, "params"),
        (("name", "id"), ["name", "id_"], {}, "params"),
        (("self", "from"), ["self_", "from_"], {}, "params"),
        (("", "name"), ["field_", "name"], {}, "params"),
    ],
)
def test_keywords(
    fields: tuple[str, ...], keywords: list[str], moved: dict[str, str], params: str
) -> None:
    path = {"parameters": [parameter("id", "path", required=True)]}
    found = _named(*fields, path="/things/{id}", **path)
    assert [str(one) for one in field_keywords(found)] == keywords
    assert moved_options(found) == moved
    assert params_argument(found) == params


def test_a_body_without_fields_has_no_keywords() -> None:
    found = _named()
    assert not has_keywords(found)
    assert (moved_options(found), params_argument(found)) == ({}, "params")


def test_a_parameter_of_the_path_may_be_called_params() -> None:
    listed = {"parameters": [parameter("params", "path"), parameter("id", "path")]}
    found = _named("params", path="/{params}/{id}", **listed)
    names = [params_argument(found), *(p.argument for p in found.parameters)]
    assert len({*names, *field_keywords(found)}) == len(names) + 1
