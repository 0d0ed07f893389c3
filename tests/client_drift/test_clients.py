"""When two documents make different clients: where what operations and models reach differs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flaregen.client_drift.clients import differ
from flaregen.pointer import Pointer
from flaregen.selecting.reach import reach
from tests.client_drift.test_client import MODEL, PINNED, RUN, Edit, edited
from tests.drift.settings import document
from tests.support.pinned import pinned_config


def _of_a_model_alone(root: dict[str, Any]) -> object:
    """Change a component that a model refers to, and the operation does not."""
    schemas = root["components"]["schemas"]
    reached = [
        reach(document(root), [Pointer(("paths", path, "post"))]).below["components"].below
        for path in (MODEL, RUN)
    ]
    of_model, of_run = (kept["schemas"].below if "schemas" in kept else {} for kept in reached)
    return schemas[min(of_model.keys() - of_run.keys())].update(description="New words.")


EDITS: dict[str, tuple[Edit, bool]] = {
    "nothing": (lambda root: None, False),
    "a component that nothing of the client refers to": (
        lambda root: root["components"]["schemas"].update(Elsewhere={"type": "string"}),
        False,
    ),
    "an operation of others": (lambda root: root["paths"].update({"/else": {"get": {}}}), False),
    "a component that a model alone refers to": (_of_a_model_alone, True),
    "a model": (lambda root: root["paths"].pop(MODEL), True),
    "the operation": (lambda root: root["paths"].pop(RUN), True),
    "the whole document's title": (lambda root: root["info"].update(title="Another"), True),
}


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_clients_differ(edit: Edit, expected: bool) -> None:
    config = replace(pinned_config(), operations=(f"POST {RUN}",))
    assert differ(document(PINNED), document(edited(edit)), config) is expected
