"""What drift says of Python is what a type checker says of code that uses the client.

Each kind of change is an operation of one document. Code is written for the client before,
and checked against the client after it; and the other way round.
"""

from __future__ import annotations

import copy
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from mypy import api as mypy

from flaregen.client_drift.client_changes import with_client
from flaregen.client_drift.clients import clients
from flaregen.config import Config
from flaregen.drift.change import Verdict, worst
from flaregen.drift.compare import compare
from flaregen.names.surface import Surface
from flaregen.pipeline import generate
from flaregen.pointer import Pointer
from tests.drift.settings import document
from tests.support.concepts import write
from tests.support.pinned import pinned_config

pytestmark = pytest.mark.skipif(
    not os.environ.get("CI"), reason="checking two clients takes twenty seconds; set CI to run it"
)
TODAY = date(2026, 1, 1)
SENT: dict[str, Any] = {
    "type": "object",
    "required": ["need"],
    "properties": {
        "need": {"type": "string"},
        "count": {"type": "integer"},
        "size": {"type": "string", "enum": ["small", "large"]},
        "names": {"type": "array", "items": {"type": "string"}},
        "inner": {"type": "object", "required": ["key"], "properties": {"key": {"type": "string"}}},
    },
}
ANSWERED: dict[str, Any] = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "total": {"type": "integer"},
        "state": {"type": "string", "enum": ["on", "off"]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "inner": {"type": "object", "properties": {"key": {"type": "string"}}},
    },
}
ASKED: dict[str, Any] = {
    "q": {"schema": {"type": "string"}},
    "page": {"schema": {"type": "integer"}},
    "order": {"schema": {"type": "string", "enum": ["up", "down"]}},
}
Edit = Callable[[dict[str, Any], dict[str, Any]], object]
"""Of what is sent and of what is answered."""


@dataclass(frozen=True)
class Kind:
    """An edit, and code for the client before it and for the one after it."""

    edit: Edit
    before: str
    after: str = ""
    asked: Callable[[dict[str, Any]], object] = lambda q: None

    def code(self, *, backwards: bool) -> str:
        return self.after or self.before if backwards else self.before


def call(**fields: str) -> str:
    given = ", ".join(f"{name}={value}" for name, value in ({"need": "'x'"} | fields).items())
    return f"sent = package.Params({given})"


def reads(expression: str, kind: str) -> str:
    return f"def read(answer: package.Response) -> {kind}:\n    return {expression}"


def asks(**query: str) -> str:
    given = "".join(f", {name}={value}" for name, value in query.items())
    return f"package.Method(package.Params(need='x'){given})"


def same(sent: dict[str, Any], answered: dict[str, Any]) -> None:
    del sent, answered


def on(sent: dict[str, Any], name: str) -> dict[str, Any]:
    field: dict[str, Any] = sent["properties"][name]
    return field


KINDS: dict[str, Kind] = {
    # What is sent.
    "nothing": Kind(lambda s, a: None, call()),
    "words": Kind(lambda s, a: on(s, "count").update(description="Words."), call(count="1")),
    "sent_added": Kind(
        lambda s, a: s["properties"].update(more={"type": "string"}), call(), call(more="'m'")
    ),
    "sent_removed": Kind(lambda s, a: s["properties"].pop("count"), call(count="1"), call()),
    "sent_required": Kind(lambda s, a: s["required"].append("count"), call(), call(count="1")),
    "sent_added_required": Kind(
        lambda s, a: (
            s["properties"].update(more={"type": "string"}),
            s["required"].append("more"),
        ),
        call(),
        call(more="'m'"),
    ),
    "sent_optional": Kind(lambda s, a: s.pop("required"), call(), "sent = package.Params()"),
    "sent_to_text": Kind(
        lambda s, a: on(s, "count").update(type="string"), call(count="1"), call(count="'1'")
    ),
    "sent_to_number": Kind(
        lambda s, a: on(s, "count").update(type="number"), call(count="1"), call(count="1.5")
    ),
    "sent_to_anything": Kind(
        lambda s, a: on(s, "count").pop("type"), call(count="1"), call(count="'x'")
    ),
    "sent_value_removed": Kind(
        lambda s, a: on(s, "size")["enum"].pop(), call(size="'large'"), call(size="'small'")
    ),
    "sent_value_added": Kind(
        lambda s, a: on(s, "size")["enum"].append("huge"), call(size="'small'"), call(size="'huge'")
    ),
    "sent_values_lifted": Kind(
        lambda s, a: on(s, "size").pop("enum"), call(size="'small'"), call(size="'any'")
    ),
    "sent_may_be_null": Kind(
        lambda s, a: on(s, "count").update(nullable=True), call(count="1"), call(count="None")
    ),
    "sent_bound": Kind(lambda s, a: on(s, "count").update(maximum=3), call(count="9")),
    "sent_length": Kind(lambda s, a: on(s, "need").update(maxLength=1), call()),
    "sent_pattern": Kind(lambda s, a: on(s, "need").update(pattern="^a"), call()),
    "sent_default": Kind(lambda s, a: on(s, "count").update(default=4), call(count="1")),
    "sent_items": Kind(
        lambda s, a: on(s, "names").update(items={"type": "integer"}),
        call(names="['a']"),
        call(names="[1]"),
    ),
    "sent_list_to_number": Kind(
        lambda s, a: s["properties"].update(names={"type": "integer"}),
        call(names="['a', 'b']"),
        call(names="1"),
    ),
    "sent_text_to_list": Kind(
        lambda s, a: s["properties"].update(need={"type": "array", "items": {"type": "integer"}}),
        call(),
        call(need="[1]"),
    ),
    "sent_renamed": Kind(
        lambda s, a: s["properties"].update(number=s["properties"].pop("count")),
        call(count="1"),
        call(number="1"),
    ),
    "sent_deprecated": Kind(lambda s, a: on(s, "count").update(deprecated=True), call(count="1")),
    "sent_read_only": Kind(
        lambda s, a: on(s, "count").update(readOnly=True), call(count="1"), call()
    ),
    "sent_closed": Kind(lambda s, a: s.update(additionalProperties=False), call(count="1")),
    "sent_bytes": Kind(lambda s, a: on(s, "need").update(format="uri"), call()),
    # What is answered.
    "answer_added": Kind(
        lambda s, a: a["properties"].update(more={"type": "string"}),
        reads("answer.id", "str | None"),
        reads("answer.more", "str | None"),
    ),
    "answer_removed": Kind(
        lambda s, a: a["properties"].pop("total"),
        reads("answer.total", "int | None"),
        reads("answer.id", "str | None"),
    ),
    "answer_required": Kind(
        lambda s, a: a["required"].append("total"),
        reads("answer.total", "int | None"),
        reads("answer.total", "int"),
    ),
    "answer_optional": Kind(
        lambda s, a: a.pop("required"), reads("answer.id", "str"), reads("answer.id", "str | None")
    ),
    "answer_null": Kind(
        lambda s, a: on(a, "total").update(nullable=True), reads("answer.total", "int | None")
    ),
    "answer_to_text": Kind(
        lambda s, a: on(a, "total").update(type="string"),
        reads("answer.total", "int | None"),
        reads("answer.total", "str | None"),
    ),
    "answer_to_number": Kind(
        lambda s, a: on(a, "total").update(type="number"),
        reads("answer.total", "int | None"),
        reads("answer.total", "int | float | None"),
    ),
    "answer_to_anything": Kind(
        lambda s, a: on(a, "total").pop("type"),
        reads("answer.total", "int | None"),
        "def read(answer: package.Response) -> None:\n    print(answer.total)",
    ),
    "answer_value_added": Kind(
        lambda s, a: on(a, "state")["enum"].append("odd"),
        reads("answer.state", "Literal['on', 'off'] | None"),
        reads("answer.state", "Literal['on', 'off', 'odd'] | None"),
    ),
    "answer_value_removed": Kind(
        lambda s, a: on(a, "state")["enum"].pop(),
        reads("answer.state", "Literal['on', 'off'] | None"),
        reads("answer.state", "Literal['on'] | None"),
    ),
    "answer_values_lifted": Kind(
        lambda s, a: on(a, "state").pop("enum"),
        reads("answer.state", "Literal['on', 'off'] | None"),
        reads("answer.state", "str | None"),
    ),
    "answer_items": Kind(
        lambda s, a: on(a, "tags").update(items={"type": "integer"}),
        reads("answer.tags", "list[str] | None"),
        reads("answer.tags", "list[int] | None"),
    ),
    "answer_list_to_text": Kind(
        lambda s, a: a["properties"].update(tags={"type": "string"}),
        reads("answer.tags", "list[str] | None"),
        reads("answer.tags", "str | None"),
    ),
    "answer_renamed": Kind(
        lambda s, a: a["properties"].update(sum=a["properties"].pop("total")),
        reads("answer.total", "int | None"),
        reads("answer.sum", "int | None"),
    ),
    "answer_inner_removed": Kind(
        lambda s, a: on(a, "inner")["properties"].update(
            other=on(a, "inner")["properties"].pop("key")
        ),
        reads("answer.inner.key if answer.inner else None", "str | None"),
        reads("answer.inner.other if answer.inner else None", "str | None"),
    ),
    "answer_inner_retyped": Kind(
        lambda s, a: on(a, "inner")["properties"]["key"].update(type="integer"),
        reads("answer.inner.key if answer.inner else None", "str | None"),
        reads("answer.inner.key if answer.inner else None", "int | None"),
    ),
    "answer_words": Kind(
        lambda s, a: a.update(description="Words."), reads("answer.id", "str | None")
    ),
    "answer_bound": Kind(
        lambda s, a: on(a, "total").update(minimum=1), reads("answer.total", "int | None")
    ),
    "answer_deprecated": Kind(
        lambda s, a: on(a, "total").update(deprecated=True), reads("answer.total", "int | None")
    ),
    # What the query asks.
    "asked_added": Kind(
        same,
        asks(q="'a'"),
        asks(more="'m'"),
        lambda q: q.update(more={"schema": {"type": "string"}}),
    ),
    "asked_removed": Kind(same, asks(page="1"), asks(), lambda q: q.pop("page")),
    "asked_required": Kind(same, asks(), asks(page="1"), lambda q: q["page"].update(required=True)),
    "asked_to_text": Kind(
        same,
        asks(page="1"),
        asks(page="'1'"),
        lambda q: q["page"].update(schema={"type": "string"}),
    ),
    "asked_value_removed": Kind(
        same,
        asks(order="'down'"),
        asks(order="'up'"),
        lambda q: q["order"].update(schema={"type": "string", "enum": ["up"]}),
    ),
    "asked_values_lifted": Kind(
        same,
        asks(order="'up'"),
        asks(order="'any'"),
        lambda q: q["order"].update(schema={"type": "string"}),
    ),
    "asked_bound": Kind(
        same,
        asks(page="9"),
        asks(page="9"),
        lambda q: q["page"].update(schema={"type": "integer", "maximum": 3}),
    ),
}


def operation(name: str, *, edited: bool) -> dict[str, Any]:
    sent, answered, asked = map(copy.deepcopy, (SENT, ANSWERED, ASKED))
    if edited:
        KINDS[name].edit(sent, answered)
        KINDS[name].asked(asked)
    body = {"required": True, "content": {"application/json": {"schema": sent}}}
    wrapped = {"type": "object", "properties": {"result": answered}}
    answer = {"description": "", "content": {"application/json": {"schema": wrapped}}}
    query = [{"name": key, "in": "query", **one} for key, one in asked.items()]
    return {
        "operationId": name,
        "parameters": query,
        "requestBody": body,
        "responses": {"200": answer},
    }


def api(*, edited: bool) -> Any:
    paths = {f"/{name}": {"post": operation(name, edited=edited)} for name in KINDS}
    info = {"title": "Kinds", "version": "1"}
    return document({"openapi": "3.0.3", "info": info, "paths": paths})


def config(package: str = "before") -> Config:
    operations = tuple(KINDS)
    return replace(pinned_config(), operations=operations, overlays=(), names=None, package=package)


def consumer(surface: Surface, kind: str, code: str, package: str) -> str:
    """Code that names the classes of an operation as a client has them."""
    at = Pointer(("paths", f"/{kind}", "post"))
    names = {"Params": "None", "Response": "None"}
    for one in surface.of("class").values():
        wanted = {"request": "Params", "response": "Response"}.get(one.role, "")
        if at in one.operations and one.name.endswith(wanted):
            names[wanted] = one.name
    (method,) = (one.name for one in surface.of("method").values() if at in one.pointers)
    code = code.replace("package.Method", method.replace("client.", f"{package}.Cloudflare()."))
    used = re.sub(r"package\.(Params|Response)", lambda found: f"{package}.{names[found[1]]}", code)
    return f"from typing import Literal\n\nimport {package}\n\n{used}\n"


@dataclass(frozen=True)
class Checked:
    """Verdicts on each kind, the files that a type checker refuses, and what it says."""

    verdicts: dict[bool, dict[str, Verdict]]
    refused: set[str]
    said: str
    folder: Path


def verdicts(*, backwards: bool) -> dict[str, Verdict]:
    old, new = api(edited=backwards), api(edited=not backwards)
    changes, notes = with_client(compare(old, new, TODAY), old, new, config())
    assert not any(one.severity == "note" for one in notes)
    return {
        kind: worst(
            one.python for one in changes if f"/{kind}" in {reach.path for reach in one.operations}
        )
        for kind in KINDS
    }


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder = tmp_path_factory.mktemp("consumers")
    pair = clients(api(edited=False), api(edited=True), config())
    surfaces = {"before": pair.old.surface, "after": pair.new.surface}
    for package, client in (("before", pair.old), ("after", pair.new)):
        assert client.reading is not None
        write(generate(config(package), client.reading), folder)
    files = []
    for kind, one in KINDS.items():
        for backwards, (mine, other) in enumerate((("before", "after"), ("after", "before"))):
            code = one.code(backwards=bool(backwards))
            for package in (mine, other):
                path = folder / f"{mine}_{package}_{kind}.py"
                path.write_text(consumer(surfaces[mine], kind, code, package))
                files.append(str(path))
    options = ["--strict", "--no-incremental", "--no-error-summary", "--config-file="]
    said, _, _ = mypy.run([*options, *files])
    refused = {
        Path(line.partition(":")[0]).stem for line in said.splitlines() if " error: " in line
    }
    found = {backwards: verdicts(backwards=backwards) for backwards in (False, True)}
    return Checked(found, refused, said, folder)


def test_the_code_fits_the_client_that_it_was_written_for(checked: Checked) -> None:
    mine = {f"{side}_{side}_{kind}" for side in ("before", "after") for kind in KINDS}
    assert checked.refused & mine == set(), checked.said


@pytest.mark.parametrize("backwards", [False, True])
def test_what_breaks_is_what_a_type_checker_refuses(checked: Checked, backwards: bool) -> None:
    way = "after_before" if backwards else "before_after"
    refused = {kind for kind in KINDS if f"{way}_{kind}" in checked.refused}
    breaking = {kind for kind, found in checked.verdicts[backwards].items() if found == "breaking"}
    assert breaking - refused == set()
    assert refused - breaking == set(), checked.said


def fails(path: Path) -> bool:
    """Whether code fails that makes what is sent; calls are left to the type checker."""
    code = path.read_text()
    if "Cloudflare()" in code:
        return False
    try:
        exec(compile(code, path.name, "exec"), {})
    except (AttributeError, TypeError):
        return True
    return False


@pytest.mark.parametrize("backwards", [False, True])
def test_what_fails_when_it_runs_breaks(
    checked: Checked, backwards: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(checked.folder)
    way = "after_before" if backwards else "before_after"
    mine = way.partition("_")[0]
    failing = {kind for kind in KINDS if fails(checked.folder / f"{way}_{kind}.py")}
    assert {"sent_removed", "sent_added_required"} & failing
    assert not any(fails(checked.folder / f"{mine}_{mine}_{kind}.py") for kind in KINDS)
    breaking = {kind for kind, found in checked.verdicts[backwards].items() if found == "breaking"}
    assert failing - breaking == set()
