"""What the service says of its models, over HTTP: which there are, and the schemas of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.document import JSON, JSONObject, as_list, as_object, text_in
from flaregen.live.numbers import with_numbers
from flaregen.network.api import Api, NotFoundError, RefusedError, asking
from flaregen.network.retrying import Patience
from flaregen.reading.limits import DEEPEST, is_too_deep
from flaregen.service_url import problem_with

_PATH = "/accounts/{account}/ai/models/schema"
_SEARCH = "/accounts/{account}/ai/models/search"
_PAGE = 50
_LONGEST_PAUSE = 30.0
"""Seconds that a person waits for, however long the service asks to."""
_MOST_PAGES = 100
_DEEPEST = DEEPEST // 2
"""A schema becomes a part of a document."""
_TOKEN = re.compile(r"[!-~]+")
_NOTHING = "nothing can be compared for this model"


@dataclass(frozen=True, slots=True)
class Service:
    """The service that is asked, and the credentials for it. Times are in seconds."""

    base_url: str
    account: str
    token: str = field(repr=False)
    timeout: float = 30.0
    attempts: int = 4
    pause: float = 0.5

    @classmethod
    def from_environment(
        cls, environment: Mapping[str, str], base_url: str, asker: str = "--live"
    ) -> Service:
        """The settings that the client takes; ``base_url`` is the configured one.

        CLOUDFLARE_BASE_URL, the user's own, goes before it. Raises UsageError.
        """
        names = ("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID")
        missing = [name for name in names if not environment.get(name, "").strip()]
        if missing:
            raise UsageError(
                f"{asker} needs {' and '.join(missing)} in the environment",
                help="a token with the permission Workers AI Read will do",
            )
        token, account = (environment[name].strip() for name in names)
        if not _TOKEN.fullmatch(token):
            # Not shown, and not left to the HTTP library, which would show it.
            message = "CLOUDFLARE_API_TOKEN holds a space, a line break or a letter beyond ASCII"
            raise UsageError(message, help="copy it again, as one word")
        url = (environment.get("CLOUDFLARE_BASE_URL", "").strip() or base_url).rstrip("/")
        if problem := problem_with(url):
            message = f"the token is not sent to CLOUDFLARE_BASE_URL: {problem}"
            raise UsageError(message, help="write it as in https://api.cloudflare.com/client/v4")
        return cls(url, account, token)

    @property
    def url(self) -> str:
        """The address of the schemas of a model."""
        return self.base_url + _PATH.format(account=quote(self.account, safe=""))

    @property
    def search_url(self) -> str:
        """The address of the list of models."""
        return self.base_url + _SEARCH.format(account=quote(self.account, safe=""))

    def api(self) -> AbstractContextManager[Api]:
        return asking(
            self.token, self.timeout, Patience(self.attempts, self.pause, longest=_LONGEST_PAUSE)
        )


@dataclass(frozen=True, slots=True)
class ModelSchemas:
    """The service's schemas of a model; None where a direction has none.

    ``remarks`` are warnings of what was read otherwise than it was written.
    """

    model: str
    input: JSONObject | None
    output: JSONObject | None
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A model as the search lists it; ``properties`` are what else is known, as JSON."""

    name: str
    task: str
    properties: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A model that could not be asked about, and why."""

    model: str
    problem: Diagnostic


Answer: TypeAlias = ModelSchemas | Unanswered


def ask(
    models: Sequence[str], service: Service, concurrency: int, advance: Callable[[], None]
) -> tuple[Answer, ...]:
    """Ask about each model, some at a time; answers come in the order of the models.

    ``advance`` is called after each of them. Once the token is refused nothing more is
    asked, and the models left over are answered for by the same problem.
    """
    with service.api() as api, ThreadPoolExecutor(max_workers=concurrency) as pool:
        asked = {pool.submit(_ask, api, service, one): one for one in models}
        found: dict[str, Answer] = {}
        for future in as_completed(asked):
            found[asked[future]] = future.result()
            advance()
    return tuple(found[model] for model in models)


def search(service: Service) -> tuple[ListedModel, ...]:
    """All models that the service lists, deprecated ones too, in its order.

    Raises DiagnosticError where a page cannot be had: a part of the list says nothing of the rest.
    """
    found: dict[str, ListedModel] = {}
    with service.api() as api:
        try:
            for number in range(1, _MOST_PAGES + 1):
                page, total = _page(api, service, number)
                new = {model.name: model for model in _listed(page) if model.name not in found}
                found |= new
                # Pages may be smaller than asked for, and say nothing of the rest. A service
                # without pages repeats the first.
                if not new or 0 < total <= len(found):
                    return tuple(found.values())
        except RefusedError as error:
            raise DiagnosticError([_problem(error)]) from error
    message = f"the list of models has more than {_MOST_PAGES} pages"
    raise DiagnosticError([Diagnostic("live-refused", message, "try again later")])


def _page(api: Api, service: Service, number: int) -> tuple[list[JSON], int]:
    """A page of the list, and how many models the whole list has, zero where nothing says it."""
    params = {"page": str(number), "per_page": str(_PAGE), "include_deprecated": "true"}
    subject = "the list of models"
    try:
        answer = api.get(service.search_url, params, subject)
    except NotFoundError:
        message = f"{subject}: the service has none at {service.search_url}"
        raise RefusedError("live-refused", message, "check [service] base_url") from None
    result, total = answer.get("result"), as_object(answer.get("result_info")).get("total_count")
    if not isinstance(result, list):
        message = f"{subject}: the answer has no list of models"
        raise RefusedError("live-refused", message, "try again later")
    return result, total if isinstance(total, int) else 0


def _listed(page: Sequence[JSON]) -> Iterator[ListedModel]:
    for item in map(as_object, page):
        if name := text_in(item, "name"):
            task = text_in(item["task"], "name") if "task" in item else ""
            yield ListedModel(name, task or text_in(item, "task"), dict(_properties(item)))


def _properties(item: JSONObject) -> Iterator[tuple[str, JSON]]:
    for one in map(as_object, as_list(item.get("properties"))):
        if name := text_in(one, "property_id"):
            yield name, _value(one.get("value"))


def _value(value: JSON) -> JSON:
    """Booleans and numbers are listed as text."""
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    return value


def _ask(api: Api, service: Service, model: str) -> Answer:
    try:
        return _schemas(model, api.get(service.url, {"model": model}, model).get("result"))
    except NotFoundError:
        help_ = "the model is gone, or its name is misspelt"
        message = f"{model}: the service has no such model"
        return Unanswered(model, Diagnostic("live-unknown-model", message, help_))
    except RefusedError as error:
        return Unanswered(model, _problem(error))


def _problem(error: RefusedError) -> Diagnostic:
    return Diagnostic(code=error.code, message=str(error), help=error.help)


def _schemas(model: str, result: JSON) -> ModelSchemas:
    sides = [result.get(key) for key in ("input", "output")] if isinstance(result, dict) else []
    found = [side if isinstance(side, dict) else None for side in sides]
    for name, side in zip(("input", "output"), sides, strict=False):
        if problem := _problem_of(side):
            message = f"{model}: the service's schema is broken: its {name} is {problem}"
            raise RefusedError("live-broken-schema", message, _NOTHING)
    if any(found):
        read = [with_numbers(side) if side is not None else (None, ()) for side in found]
        remarks = tuple(_as_text(model, place) for _, places in read for place in places)
        return ModelSchemas(model, read[0][0], read[1][0], remarks)
    message = f"{model}: the answer has neither an input nor an output schema"
    raise RefusedError("live-no-schema", message, _NOTHING)


def _problem_of(side: JSON) -> str:
    if not isinstance(side, dict | None):
        return f"a {type(side).__name__}"
    return f"nested more than {_DEEPEST} deep" if is_too_deep(side, _DEEPEST) else ""


def _as_text(model: str, place: str) -> Diagnostic:
    message = f"{model}: the service writes {place} as text; it is read as a number"
    return Diagnostic("live-number-as-text", message, "", severity="warning")
