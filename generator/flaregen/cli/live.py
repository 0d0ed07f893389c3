"""``flaregen drift --live``."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING

from flaregen.cli.options import today
from flaregen.config import Config, names_a_file
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document
from flaregen.drift.change import Report
from flaregen.terminal import Terminal

if TYPE_CHECKING:
    from flaregen.live.service import Answer, ModelSchemas, Service


def compare_live(
    terminal: Terminal, config: Config, names: tuple[str, ...], concurrency: int
) -> tuple[Report, bool]:
    """The report, and whether every model was answered for. All models without ``names``.

    Raises DiagnosticError where nothing was learned of any model.
    """
    from flaregen.live.compare import Documents, models_of, no_models, report, unlisted
    from flaregen.live.service import ModelSchemas, Service, Unanswered, ask
    from flaregen.understanding import read

    reading = read(config, terminal.step)
    service = Service.from_environment(os.environ, config.service.base_url)
    known = models_of(reading)
    wanted = tuple(dict.fromkeys(names)) or tuple(known)
    problems = list(unlisted(wanted, known))
    listed = [name for name in wanted if name in known]
    with terminal.counter("Asking the service about models", len(listed)) as advance:
        answers = [_sound(one) for one in ask(listed, service, concurrency, advance)]
    problems += [answer.problem for answer in answers if isinstance(answer, Unanswered)]
    learned = [answer for answer in answers if isinstance(answer, ModelSchemas)]
    if not learned:
        raise DiagnosticError(dict.fromkeys(problems) or [no_models()])
    new: list[str] = []
    if not names:
        new, more = _new_names(service, known)
        problems += more
    remarks = [remark for known in learned for remark in known.remarks]
    terminal.diagnose([*problems, *remarks])
    documents = Documents(reading, _plain(config), config.wire.envelope, _said(config))
    judged = report(documents, learned, new, service.url, (config.drift, today()))
    return judged, not problems


def _sound(answer: Answer) -> Answer:
    """The answer, or why it says nothing about the model if one of its schemas is not valid."""
    from flaregen.live.service import Unanswered
    from flaregen.upstream.model_schemas import BrokenSchemaError, as_schema

    if isinstance(answer, Unanswered):
        return answer
    try:
        for side in filter(None, (answer.input, answer.output)):
            as_schema(side, "3.1")
    except BrokenSchemaError as error:
        message = f"{answer.model}: the service's schema is broken: {error}"
        help_ = "nothing can be compared for this model"
        return Unanswered(answer.model, Diagnostic("live-broken-schema", message, help_))
    return answer


def _new_names(service: Service, known: Container[str]) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Models that the service lists and the document does not, or why they are not known."""
    from flaregen.live.service import search

    try:
        found = (model.name for model in search(service))
        return [name for name in found if name not in known], ()
    except DiagnosticError as error:
        return [], error.diagnostics


def _plain(config: Config) -> Document | None:
    """The document without its overlays, which may be stricter than the service."""
    from flaregen.reading.load import load

    return load(config.spec, config.access) if config.overlays else None


def _said(config: Config) -> dict[str, ModelSchemas]:
    """The schemas that the service gave when the document was written."""
    from flaregen.upstream.model_baseline import read_baseline

    return read_baseline(Path(config.spec)) if names_a_file(config.spec) else {}
