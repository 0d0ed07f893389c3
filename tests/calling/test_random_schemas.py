"""Random schemas: built, type-checked, called with random values that fit and that do not.

A few in CI; `FLAREGEN_RANDOM=50` takes fifty documents of as many operations each, all of them
checked by one mypy.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from flaregen import config as configuration
from flaregen.pipeline import emit
from flaregen.understanding import understand
from tests.reading.documents import document, operation
from tests.support.loopback import Loopback, envelope, serve
from tests.support.random_schemas import changed, components, schemas, validator, values

_DOCUMENTS = int(os.environ.get("FLAREGEN_RANDOM", "1"))
_OPERATIONS = 25
T = TypeVar("T")


class Exchange(NamedTuple):
    """An operation: schemas, a value of each that fits, and answers that may not fit."""

    asked: Any
    answered: Any
    sent: Any
    received: Any
    changed: Any


class Batch(NamedTuple):
    version: str
    components: dict[str, Any]
    exchanges: list[Exchange]


@st.composite
def _exchanges(draw: st.DrawFn, known: dict[str, Any], *, modern: bool) -> Exchange:
    asked, answered = draw(schemas(modern=modern)), draw(schemas(modern=modern))
    received = draw(values(answered, known))
    odd = draw(st.lists(changed(received), min_size=4, max_size=4))
    return Exchange(asked, answered, draw(values(asked, known)), received, odd)


def _batch(number: int) -> Batch:
    modern = bool(number % 2)
    known = _drawn(components(modern=modern), 1, number)[0]
    exchanges = _drawn(_exchanges(known, modern=modern), _OPERATIONS, number)
    return Batch("3.1.0" if modern else "3.0.3", known, exchanges)


def _drawn(strategy: st.SearchStrategy[T], count: int, number: int) -> list[T]:
    """Examples, the same in each run; the first one of all is the simplest, and left out."""
    found: list[T] = []

    @seed(number)
    @settings(
        max_examples=count + 1,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(example: T) -> None:
        found.append(example)

    collect()
    return found[1:]


class Made(NamedTuple):
    """A package of one batch; ``calls`` are the method and the params class of each exchange."""

    name: str
    batch: Batch
    calls: list[tuple[str, str]]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Made]]:
    """Importable, from the current folder."""
    folder = tmp_path_factory.mktemp("random")
    numbers = range(1, _DOCUMENTS + 1)
    found = [_write(_batch(number), folder, f"random_{number}") for number in numbers]
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        patch.chdir(folder)
        yield found


def _write(batch: Batch, folder: Path, package: str) -> Made:
    config = replace(configuration.load(None), operations=("* /*",), package=package)
    made = document(
        {f"/things/{n}": {"post": _operation(one)} for n, one in enumerate(batch.exchanges)},
        version=batch.version,
        servers=[{"url": config.service.base_url}],
        components={"schemas": batch.components},
    )
    operations = understand(made, config).operations
    for file in emit(config, operations):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    calls = [(one.method, one.tasks[0].variants[0].cls.name) for one in operations]
    return Made(package, batch, calls)


def _operation(exchange: Exchange) -> Any:
    asked = {"type": "object", "properties": {"value": exchange.asked}, "required": ["value"]}
    body = {"required": True, "content": {"application/json": {"schema": asked}}}
    result = {"type": "object", "properties": {"result": exchange.answered}}
    return {**operation(result), "requestBody": body}


def test_types(packages: list[Made]) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", *(made.name for made in packages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_calls(packages: list[Made]) -> None:
    with serve(envelope(None)) as service:
        for made in packages:
            package = importlib.import_module(made.name)
            drifts: list[Any] = []
            with package.Cloudflare(
                api_token="t", base_url=service.url, on_drift=drifts.append
            ) as client:
                for (method, params), exchange in zip(
                    made.calls, made.batch.exchanges, strict=True
                ):
                    sent = getattr(package, params).from_dict({"value": exchange.sent})
                    call = partial(getattr(client.things, method), sent)
                    _hold(call, exchange, made, service, drifts)


def _hold(
    call: Callable[[], Any], one: Exchange, made: Made, service: Loopback, drifts: list[Any]
) -> None:
    """What fits comes as it was sent, and what does not fit is reported, and nothing else."""
    judge = validator(one.answered, made.batch.components)
    for answer in (one.received, *one.changed):
        drifts.clear()
        service.answer = lambda _, answer=answer: envelope(answer)  # type: ignore[misc]
        found = call()
        what = json.dumps([one.answered, answer, made.batch.components])
        fits = judge.is_valid(answer)
        # That an answer fills no field is reported, though its schema allows it.
        reported = [one for one in drifts if not one.expected.startswith("members of")]
        assert bool(reported) is not fits, f"{reported} {what}"
        assert same(wire(found), answer) or not fits, what
    assert same(service.last.json(), {"value": one.sent}), json.dumps(one.asked)


def wire(value: Any) -> Any:
    """An answer in the form of the wire."""
    if isinstance(value, list):
        return [wire(item) for item in value]
    if isinstance(value, dict):
        return {key: wire(item) for key, item in value.items()}
    return value.to_dict() if hasattr(value, "to_dict") else value


def same(one: Any, other: Any) -> bool:
    """Equal as JSON, in which true is not 1."""
    return bool(one == other) and json.dumps(one, sort_keys=True) == json.dumps(
        other, sort_keys=True
    )
