"""What drift says of Python is what a type checker and a run say of code that uses the client.

Each kind of change is an operation of one document. Code is written for the client before it,
checked against the client after it, and run with it; and the other way round. In a run, a
server on loopback judges what it is sent by its document, and answers whatever that allows.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from mypy import api as mypy
from openapi_schema_validator import OAS30WriteValidator

from flaregen.client_drift.client_changes import with_client
from flaregen.client_drift.clients import clients
from flaregen.config import Config
from flaregen.drift.change import Verdict, worst
from flaregen.drift.compare import compare
from flaregen.names.symbol import Surface
from flaregen.pipeline import generate
from flaregen.pointer import Pointer
from tests.client_drift.kinds import KINDS, api, operation
from tests.support.concepts import write
from tests.support.loopback import Answer, Loopback, Received, envelope, refusal, serve
from tests.support.pinned import pinned_config

pytestmark = pytest.mark.long
TODAY = date(2026, 1, 1)
Side = Literal["before", "after"]
WAYS: tuple[tuple[Side, Side], ...] = (("before", "after"), ("after", "before"))
"""The client that code is written for, and the one that it meets."""
MOST_ANSWERS = 12
"""Answers of one kind that are tried."""
TYPED_ALONE = {
    ("answer_items_null", "after"): "to a type checker a list may be added to, so null has to stay",
    ("asked_to_list", "after"): "in a query, a list that is sent is the parameter several times",
    ("asked_to_text", "before"): "in a query, a number is a text",
    ("answer_reading_of_another_kind", "before"): "what it reads is required, so it is never null",
}
"""What a type checker refuses and the service does not, by kind and client of the code."""


def config(package: str = "before") -> Config:
    operations = tuple(KINDS)
    return replace(pinned_config(), operations=operations, overlays=(), names=None, package=package)


@dataclass(frozen=True)
class Names:
    """What a client calls the operation of a kind, empty where there is none."""

    method: str
    params: str
    response: str
    inner: str

    @classmethod
    def of(cls, surface: Surface, kind: str) -> Names:
        at = Pointer(("paths", f"/{kind}", "post"))
        found = {"request": "", "response": ""}
        for one in surface.of("class").values():
            ending = {"request": "Params", "response": "Response"}.get(one.role, "")
            if at in one.operations and one.name.endswith(ending):
                found[one.role] = one.name
        methods = (one.name for one in surface.of("method").values() if at in one.pointers)
        method = next(methods, "").removeprefix("client.")
        return cls(method, *found.values(), found["request"].removesuffix("Params") + "Inner")


def consumer(names: Names, code: str, package: str) -> str:
    code = code.replace("package.Method", f"{package}.Cloudflare().{names.method}")
    code = code.replace("package.Params", f"{package}.{names.params}")
    code = code.replace("package.Inner", f"{package}.{names.inner}")
    code = code.replace("package.Response", f"{package}.{names.response}")
    return f"from typing import Literal\n\nimport {package}\n\n{code}\n"


@dataclass(frozen=True)
class Checked:
    """Both verdicts on each kind by the client before, and what a type checker refuses."""

    wire: dict[Side, dict[str, Verdict]]
    python: dict[Side, dict[str, Verdict]]
    names: dict[Side, dict[str, Names]]
    refused: set[str]
    said: str
    folder: Path

    def breaking(self, mine: Side) -> set[str]:
        return {kind for kind, found in self.python[mine].items() if found == "breaking"}


def verdicts(mine: Side) -> tuple[dict[str, Verdict], dict[str, Verdict]]:
    old, new = api(edited=mine == "after"), api(edited=mine == "before")
    changes, notes = with_client(compare(old, new, TODAY), old, new, config())
    assert not any(one.severity == "note" for one in notes)
    own = {
        kind: [one for one in changes if f"/{kind}" in {reach.path for reach in one.operations}]
        for kind in KINDS
    }
    wire = {kind: worst(one.level for one in found) for kind, found in own.items()}
    return wire, {kind: worst(one.python for one in found) for kind, found in own.items()}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder = tmp_path_factory.mktemp("consumers")
    pair = clients(api(edited=False), api(edited=True), config())
    names: dict[Side, dict[str, Names]] = {}
    sides: tuple[tuple[Side, Any], ...] = (("before", pair.old), ("after", pair.new))
    for package, client in sides:
        assert client.reading is not None
        names[package] = {kind: Names.of(client.surface, kind) for kind in KINDS}
        write(generate(config(package), client.reading), folder)
    files = []
    for kind, one in KINDS.items():
        for mine, other in WAYS:
            code = one.code(backwards=mine == "after")
            for package in (mine, other):
                path = folder / f"{mine}_{package}_{kind}.py"
                path.write_text(consumer(names[mine][kind], code, package))
                files.append(str(path))
    options = ["--strict", "--no-incremental", "--no-error-summary", "--config-file="]
    output, _, _ = mypy.run([*options, *files])
    said = "\n".join(line for line in output.splitlines() if " error: " in line)
    refused = {Path(line.partition(":")[0]).stem for line in said.splitlines()}
    found = {mine: verdicts(mine) for mine, _ in WAYS}
    wire, python = ({mine: both[at] for mine, both in found.items()} for at in (0, 1))
    return Checked(wire, python, names, refused, said, folder)


def test_there_are_enough_kinds() -> None:
    assert len(KINDS) >= 50


def test_the_code_fits_the_client_that_it_was_written_for(checked: Checked) -> None:
    mine = {f"{side}_{side}_{kind}" for side, _ in WAYS for kind in KINDS}
    assert checked.refused & mine == set(), checked.said


@pytest.mark.parametrize(("mine", "other"), WAYS)
def test_what_breaks_is_what_a_type_checker_refuses(
    checked: Checked, mine: Side, other: Side
) -> None:
    refused = {kind for kind in KINDS if f"{mine}_{other}_{kind}" in checked.refused}
    assert checked.breaking(mine) == refused, checked.said


def values(schema: dict[str, Any]) -> list[Any]:
    """Values that a schema allows, of each kind one."""
    if "anyOf" in schema:
        return [value for member in schema["anyOf"] for value in values(member)]
    null = [None] if schema.get("nullable") else []
    match schema:
        case {"enum": listed}:
            return [*listed, *null]
        case {"type": "object", "additionalProperties": dict(one)}:
            return [{"key": value} for value in values(one)]
        case {"type": "object"}:
            return [*answers(schema), *null]
        case {"type": "array", "items": items}:
            return [*([one] for one in values(items)), *null]
        case {"type": kind}:
            return [{"string": "text", "integer": 7, "number": 1.5, "boolean": True}[kind], *null]
    return ["text", 1, [1]]


def answers(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All properties, each with every value, and each left out where it may be."""
    fields, required = schema["properties"], schema.get("required", ())
    whole = {name: values(one)[0] for name, one in fields.items()}
    yield whole
    for name, one in fields.items():
        yield from ({**whole, name: value} for value in values(one)[1:])
        if name not in required:
            yield {key: value for key, value in whole.items() if key != name}


@dataclass
class Service:
    """The service before the edits or after them, which answers everything that it may."""

    edited: bool = False

    def __call__(self, request: Received) -> Answer:
        url = urlsplit(request.path)
        asked = operation(url.path.rpartition("/")[2], edited=self.edited)
        if not asked or (wrong := self._wrong(asked, request, parse_qs(url.query))):
            return refusal(400, 1, wrong if asked else "gone")
        content = asked["responses"].get("200", {}).get("content")
        if content is None:
            return Answer(status=204)
        schema = content["application/json"]["schema"]["properties"]["result"]
        found = list(answers(schema))
        return envelope(found[int(request.headers["x-sample"]) % len(found)])

    def _wrong(self, asked: dict[str, Any], request: Received, query: dict[str, list[str]]) -> str:
        for one in asked["parameters"]:
            name, schema = one["name"], one["schema"]
            given = query.get(name, [request.headers[name]] if name in request.headers else [])
            if one.get("required") and not given:
                return f"{name} is missing"
            # The texts of a list are the values of one parameter.
            for text in [given] if given and schema["type"] == "array" else given:
                value: Any = int(text) if schema["type"] == "integer" and text.isdecimal() else text
                if not OAS30WriteValidator(schema).is_valid(value):
                    return f"{name} is not valid"
        body = asked.get("requestBody")
        if body is None or not request.body:
            return "the body is missing" if body and body["required"] else ""
        validator = OAS30WriteValidator(body["content"]["application/json"]["schema"])
        return "" if validator.is_valid(request.json()) else "the body is not valid"


@dataclass(frozen=True)
class Runner:
    """Runs code of consumers with a client that meets the service of its own document."""

    checked: Checked
    loopback: Loopback
    service: Service

    def fails(self, mine: Side, other: Side, kind: str) -> str:
        """What code fails with, empty where it works with every answer."""
        self.service.edited = other == "after"
        path = self.checked.folder / f"{mine}_{other}_{kind}.py"
        code = re.sub(r"^import \w+$", "", path.read_text(), flags=re.MULTILINE)
        package, names = importlib.import_module(other), self.checked.names[mine][kind]
        # What a client sends and reports does not fail.
        options = {"api_token": "t", "base_url": self.loopback.url, "on_drift": "ignore"}
        for sample in range(MOST_ANSWERS if "read(" in code else 1):
            headers = {"X-Sample": str(sample)}
            client = package.Cloudflare(**options, max_retries=0, default_headers=headers)
            try:
                with client:
                    _run(code, package, names, client)
            except (
                AttributeError,
                TypeError,
                package.CloudflareError,
                msgspec.ValidationError,
            ) as error:
                return f"{type(error).__name__}: {error}"
        return ""


def _run(code: str, package: ModuleType, names: Names, client: Any) -> None:
    """Run code, and what it is for: send what it made, read what is answered as it says."""
    shown = ModuleType("shown")
    vars(shown).update(vars(package), Cloudflare=lambda: client)
    found: dict[str, Any] = {package.__name__: shown}
    exec(compile(code, "consumer.py", "exec", dont_inherit=True), found)
    method = attrgetter(names.method)
    if "sent" in found:
        method(client)(found["sent"])
    if "read" in found:
        value = found["read"](method(client)(getattr(package, names.params)(need="x")))
        msgspec.convert(value, found["read"].__annotations__["return"], strict=True)


@pytest.fixture(scope="module")
def runner(checked: Checked) -> Iterator[Runner]:
    service = Service()
    with serve(service) as loopback, pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(checked.folder)
        yield Runner(checked, loopback, service)


@pytest.mark.parametrize("mine", ["before", "after"])
def test_code_works_with_its_own_client(runner: Runner, mine: Side) -> None:
    assert {kind: said for kind in KINDS if (said := runner.fails(mine, mine, kind))} == {}


@pytest.mark.parametrize(("mine", "other"), WAYS)
def test_what_fails_in_a_run_breaks(runner: Runner, mine: Side, other: Side) -> None:
    failing = {kind: said for kind in KINDS if (said := runner.fails(mine, other, kind))}
    python = runner.checked.breaking(mine)
    # A bound where there was none is a warning, although it refuses what was taken.
    levels = runner.checked.wire[mine].items()
    wire = {kind for kind, found in levels if found in ("breaking", "warning")}
    assert failing.keys() - python - wire == set(), failing
    typed_alone = {kind for kind, side in TYPED_ALONE if side == mine}
    assert python - failing.keys() == typed_alone, failing
