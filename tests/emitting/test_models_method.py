"""The method that gives a model by its name, next to what has that name already."""

from __future__ import annotations

from typing import Any

from flaregen.pipeline import rendered
from tests.reading.documents import operation, parameter
from tests.support.models_by_name import changed


def test_it_makes_room_for_resources_and_methods_of_its_name() -> None:
    path = "/accounts/{account_id}/ai/model/{id}"

    def with_model(root: dict[str, Any]) -> None:
        places = [parameter("account_id"), parameter("id")]
        node = operation({"type": "string"}, operationId="a-model", parameters=places)
        root["paths"][path] = {"post": node}

    files = rendered(*changed(with_model, "a-model"))
    (text,) = (
        file.content.decode()
        for file in files
        if file.path.name == "ai.py" and "resources" in file.path.parts
    )
    assert "def model_(" in text
