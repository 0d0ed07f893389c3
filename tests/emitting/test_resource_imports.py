"""What the module of a resource imports is all that its annotations name."""

from __future__ import annotations

from dataclasses import replace

from flaregen import config as configuration
from flaregen.pipeline import rendered
from flaregen.understanding import understand
from tests.client_drift.test_verdicts import ASKED, RUN, file_given, of_models, sends
from tests.drift.settings import document


def test_a_model_that_answers_with_a_file_where_its_task_does_not() -> None:
    operations = (f"POST {RUN}{{model_name}}",)
    config = replace(configuration.load(None), names=None, operations=operations)
    reading = understand(document(of_models(draw={**sends(ASKED), **file_given()})), config)
    files = {file.path.name: file.content.decode() for file in rendered(config, reading)}
    resource = next(text for text in files.values() if "class AI(Resource" in text)
    assert "-> BinaryResponse" in resource
    assert "import BinaryResponse" in resource
