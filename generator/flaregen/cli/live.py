"""``flaregen drift --live``."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.drift.change import Report
from flaregen.terminal import Terminal


def compare_live(
    terminal: Terminal, config: Config, names: tuple[str, ...], concurrency: int
) -> tuple[Report, bool]:
    """The report, and whether every model was answered for. All models without ``names``.

    Raises DiagnosticError where nothing was learned of any model.
    """
    from flaregen.live.compare import models_of, report, unlisted
    from flaregen.live.service import ModelSchemas, Service, Unanswered, ask
    from flaregen.pipeline import read

    reading = read(config, terminal.step)
    service = Service.from_environment(os.environ, config.service.base_url)
    known = models_of(reading)
    wanted = tuple(dict.fromkeys(names)) or tuple(known)
    problems = list(unlisted(wanted, known))
    listed = [name for name in wanted if name in known]
    with terminal.counter("Asking the service about models", len(listed)) as advance:
        answers = ask(listed, service, concurrency, advance)
    problems += [one.problem for one in answers if isinstance(one, Unanswered)]
    learned = [one for one in answers if isinstance(one, ModelSchemas)]
    if not learned:
        raise DiagnosticError(_once(problems) or [_nothing()])
    terminal.diagnose(_once(problems))
    today = datetime.now(tz=UTC).date()
    return report(reading, learned, service.url, config.drift, today), not problems


def _once(problems: list[Diagnostic]) -> list[Diagnostic]:
    return list(dict.fromkeys(problems))


def _nothing() -> Diagnostic:
    return Diagnostic(
        code="live-no-models",
        message="the document lists no models for the configured operations",
        help="choose an operation that has models, or another document",
    )
