"""Calls of every model with the types of their answers, as the service takes and gives them."""

from __future__ import annotations

import asyncio
import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import workers_ai as w
from workers_ai._runtime.groups import row_of

from tests.calling.test_models_by_name import Case, calls, firsts
from tests.support import service
from tests.support.loopback import serve

_OPTIONS: Any = {"api_token": "token", "account_id": "abc", "max_retries": 0, "on_drift": "raise"}
_HEAD = "from typing import Any, assert_type\n\nimport workers_ai as w\n"


def _type(value: object) -> str:
    """The name of a value's class, with its module; that of a list has the class of its items."""
    if isinstance(value, list):
        return f"list[{' | '.join({_type(one) for one in value})}]"
    cls = type(value)
    return "dict[str, Any]" if cls is dict else f"{cls.__module__}.{cls.__name__}"


def _call(case: Case, more: str = "") -> str:
    fields = "".join(f", {name}=x" for name in case.fields)
    return f"({case.model!r}{more}{fields})"


async def _given(url: str) -> list[str]:
    """An assertion for each way to call each model with each form, as its value says."""
    lines: dict[str, None] = {}
    options = {"base_url": url, **_OPTIONS}
    async with w.AsyncCloudflare(**options) as tasks:
        with w.Cloudflare(**options) as client:
            for case in calls(full=True):
                value = _type(client.ai.run(case.model, **case.fields))
                lines[f"assert_type(client.ai.run{_call(case)}, {value})"] = None
                lines[f"assert_type(await tasks.ai.run{_call(case)}, {value})"] = None
                lines |= dict.fromkeys(_streams(case, client) if case.form.event else ())
            for case in firsts():
                with suppress(w.BadRequestError):  # nothing that is required is no request
                    value = _type(await tasks.ai.run(case.model, **case.fields))
                    lines[f"assert_type(await tasks.ai.run{_call(case)}, {value})"] = None
    return [*lines]


def _streams(case: Case, client: w.Cloudflare) -> Iterator[str]:
    with client.ai.run(case.model, stream=True, **case.fields) as stream:
        (kind,) = {_type(piece) for piece in stream}
    run, method = f"ai.run{_call(case, ', stream=True')}", f"ai.stream{_call(case)}"
    yield f"assert_type(client.{run}, w.Stream[{kind}])"
    yield f"assert_type(await tasks.{run}, w.AsyncStream[{kind}])"
    yield f"assert_type(client.{method}, w.Stream[{kind}])"
    yield f"assert_type(tasks.{method}, w.AsyncStream[{kind}])"


def _literals() -> Iterator[str]:
    """Calls by name with values that the document gives, one for each form of each group."""
    queued: dict[str, list[Any]] = {}
    for case in (*calls(full=False), *calls(full=True)):
        if " batch" in row_of(case.model):
            queued.setdefault(case.model, []).append(case.fields)
        if case.model == case.group.models[0].value:
            keywords = ", ".join(f"{name}={value!r}" for name, value in case.fields.items())
            yield f"client.ai.model({case.model!r}).run({keywords})"
            if case.form.event:
                yield f"client.ai.model({case.model!r}).stream({keywords})"
    for model, requests in queued.items():
        yield f"client.ai.model({model!r}).batch({requests!r})"


def calls_of_all_models() -> str:
    """A module with each call, as checkers read it."""
    with serve(lambda one: service.answer(one, deprecated=True)) as server:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            warnings.simplefilter("ignore", DeprecationWarning)
            lines = [*asyncio.run(_given(server.url)), *_literals()]
    text = "\n".join(f"    {line}" for line in lines)
    modules = sorted({*re.findall(r"workers_ai[\w.]+(?=\.\w)", text)})
    imports = "".join(f"import {module}\n" for module in modules)
    head = "async def calls(client: w.Cloudflare, tasks: w.AsyncCloudflare, x: Any) -> None:\n"
    return f"{_HEAD}{imports}\n\n{head}{text}\n"
