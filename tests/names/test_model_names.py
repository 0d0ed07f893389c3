"""Names inside of models by name that nothing but their content tells apart."""

from __future__ import annotations

from typing import Any

from flaregen.understanding import models_by_name
from tests.names.documents import obj
from tests.support.models_by_name import changed


def test_what_differs_in_a_bound_alone_has_a_name_of_its_place_and_content() -> None:
    limited = [obj("size", size={"type": "string", "maxLength": most}) for most in (10, 20)]

    def with_options(root: dict[str, Any]) -> None:
        content = root["components"]["requestBodies"]["writing"]["content"]
        content["application/json"]["schema"]["properties"]["options"] = {"oneOf": limited}

    ((_, models),) = models_by_name(*changed(with_options))
    found = {cls.name for cls in models.inputs}
    assert {"WritingOptions591301f2", "WritingOptions84bdcea7"} <= found
