"""Following the service: get what it says of its models, and make a pin of it that works."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

import msgspec

from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.digests import digest
from flaregen.document import Document
from flaregen.live.compare import no_models
from flaregen.live.service import Answer, ListedModel, Service, Unanswered, ask, search
from flaregen.lock import portable_name
from flaregen.opening import correct
from flaregen.reading.load import load
from flaregen.upstream.model_baseline import BASELINE, baseline_of, render_baseline
from flaregen.upstream.model_catalogue import catalogue_of, names_to_ask
from flaregen.upstream.model_merge import merged
from flaregen.upstream.model_news import Before
from flaregen.upstream.pin import (
    PulledModels,
    SpecLock,
    pin_path,
    read_spec_lock,
    verify_pin,
)
from flaregen.upstream.pull import Candidate, candidate
from flaregen.upstream.slicing import written

Counter: TypeAlias = Callable[[int], AbstractContextManager[Callable[[], None]]]
"""Counts what is asked, of how many; what it gives is called after each."""


def follow_models(
    config: Config, service: Service, *, concurrency: int, today: date, counter: Counter
) -> tuple[Candidate | None, tuple[Diagnostic, ...]]:
    """A pin with the models as the service has them, and what could not be learned.

    None where no configured operation has models: a job need not know that. Nothing is
    written. Raises DiagnosticError and UsageError.
    """
    pin = pin_path(config)
    if not pin.is_file():
        raise UsageError(
            f"{pin} does not exist, so no models can be added to it", "run flaregen pull"
        )
    verify_pin(config)
    document, lock = load(str(pin)), read_spec_lock(pin)
    catalogue = catalogue_of(document, config)
    if catalogue is None:
        return None, (replace(no_models(), severity="warning"),)
    listed = _all(service)
    names, odd = names_to_ask(catalogue, listed)
    with counter(len(names)) as advance:
        answers = ask(names, service, concurrency, advance)
    _require_some(answers)
    before = _before(config, pin, lock, document)
    found = merged(catalogue, listed, answers, before, today)
    # Components that nothing refers to any more stay: overlays may correct them.
    content = written(found.root)
    models = PulledModels(service.base_url, today.isoformat())
    said, known = (render_baseline(one.said) for one in (found, before))
    if lock and lock.models and lock.models.source == models.source and said == known:
        # Asking again without news changes nothing, whatever the day is.
        models = lock.models
    sealed = msgspec.structs.replace(
        lock or _first(config, pin, today), models=models, slice=digest(content)
    )
    follower = candidate(config, content, sealed)
    news = replace(follower, news=found.news, other_files={BASELINE: said})
    return news, (*odd, *found.problems)


def _all(service: Service) -> tuple[ListedModel, ...]:
    listed = search(service)
    if not listed:
        message = "the service does not list any models"
        raise DiagnosticError([Diagnostic("live-no-list", message, "check the account")])
    return listed


def _require_some(answers: tuple[Answer, ...]) -> None:
    """Raise DiagnosticError where nothing was learned of any model, with each reason once."""
    problems = [answer.problem for answer in answers if isinstance(answer, Unanswered)]
    if len(problems) == len(answers):
        raise DiagnosticError(dict.fromkeys(problems))


def _before(config: Config, pin: Path, lock: SpecLock | None, document: Document) -> Before:
    try:
        corrected = correct(document, config)
    except DiagnosticError:  # reported when the new pin is made
        corrected = document
    return Before(
        said=baseline_of(pin, lock),
        reviewed=lock is None or lock.source == _own_source(pin),
        corrected=corrected.root,
    )


def _own_source(pin: Path) -> str:
    return portable_name(str(pin), pin.parent.parent)


def _first(config: Config, pin: Path, today: date) -> SpecLock:
    """The seal of a pin that was not pulled: it is its own source."""
    content = digest(pin.read_bytes())
    pulled = today.isoformat()
    return SpecLock(pin.name, _own_source(pin), content, content, pulled, config.operations)
