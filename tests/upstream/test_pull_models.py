"""Following the models of a service that answers on loopback."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from tests.support.commands import run
from tests.support.folders import contents
from tests.support.loopback import Answer, Received, envelope, refusal, serve

from flaregen import config
from flaregen.reading.load import load
from flaregen.upstream.model_baseline import read_baseline
from flaregen.upstream.model_schemas import BrokenSchemaError, as_schema
from flaregen.upstream.pin import read_spec_lock, verify_pin
from upstream import CONFIG, as_json, document, parameters
from upstream import operation as operation_of

RUN = "/accounts/{account_id}/ai/run/"
OLD = "@cf/some/model"
NEW = "@cf/some/newer.model-2"
TEXT = {"type": "string"}


def schemas(**properties: Any) -> dict[str, Any]:
    """What a model takes, and a translation."""
    answer = {"type": "object", "properties": {"translated_text": TEXT}}
    return {
        "input": {"type": "object", "properties": properties, "required": sorted(properties)},
        "output": answer,
    }


@dataclass
class Service:
    """Lists models, a page at a time, and gives the schema of each; ``instead`` goes before."""

    models: dict[str, Any] = field(default_factory=dict)
    properties: dict[str, dict[str, Any]] = field(default_factory=dict)
    unlisted: set[str] = field(default_factory=set)
    instead: dict[str, Answer] = field(default_factory=dict)
    once: list[Answer] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    largest_page: int = 100
    tells_total: bool = True

    def answer(self, request: Received) -> Answer:
        address = urlsplit(request.path)
        query = dict(parse_qsl(address.query))
        if request.headers.get("authorization") != "Bearer secret":
            return refusal(401, 10000, "Authentication error")
        if self.once:
            return self.once.pop()
        if address.path == "/accounts/account/ai/models/search":
            other = self.instead.get("search") or self.instead.get(f"page {query['page']}")
            return other or self._page(int(query["page"]), query)
        assert address.path == "/accounts/account/ai/models/schema"
        model = query["model"]
        if model in self.instead:
            return self.instead[model]
        if model not in self.models:
            return refusal(400, 5007, "No such model")
        return envelope(self.models[model])

    def _page(self, number: int, query: dict[str, str]) -> Answer:
        assert query["include_deprecated"] == "true"
        self.pages.append(number)
        size = min(int(query["per_page"]), self.largest_page)
        listed = [name for name in self.models if name not in self.unlisted]
        page = [self._item(one) for one in listed[(number - 1) * size :][:size]]
        told = {"total_count": len(listed)} if self.tells_total else {"count": len(page)}
        return Answer(json.dumps({"result": page, "result_info": told}).encode())

    def _item(self, name: str) -> dict[str, Any]:
        known = self.properties.get(name, {})
        return {
            "id": "0",
            "name": name,
            "task": {"name": "translation"},
            "properties": [{"property_id": key, "value": value} for key, value in known.items()],
        }


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that has pulled a document with one model."""
    folder = tmp_path / "project"
    (folder / "spec").mkdir(parents=True)
    (folder / "flaregen.toml").write_text(CONFIG)
    upstream = tmp_path / "upstream.json"
    upstream.write_bytes(as_json(document()))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "secret")
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "account")
    assert run("pull", "--from", str(upstream)) == 0
    return folder


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """One that says what the document says."""
    found = Service({OLD: {"input": {"type": "object"}, "output": schemas()["output"]}})
    with serve(found.answer) as running:
        monkeypatch.setenv("CLOUDFLARE_BASE_URL", running.url)
        yield found


def pin(folder: Path) -> Any:
    return json.loads((folder / "spec" / "openapi.json").read_bytes())


def operation(folder: Path, model: str) -> Any:
    return pin(folder)["paths"][f"{RUN}{model}"]["post"]


def sent(folder: Path, model: str) -> Any:
    return operation(folder, model)["requestBody"]["content"]["application/json"]["schema"]


def test_a_service_that_says_the_same_changes_no_path(project: Path, service: Service) -> None:
    before = pin(project)["paths"][f"{RUN}{OLD}"]["post"]
    assert run("pull", "--models") == 0
    after = operation(project, OLD)
    assert {key: one for key, one in after.items() if key != "x-model"} == before
    assert after["x-model"] == {"task": "translation"}
    between = contents(project)
    assert run("pull", "--models") == 0
    assert run("pull", "--models", "--check") == 0
    assert contents(project) == between


def test_new_changed_deprecated_and_vanished_models(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    service.models = {
        OLD: schemas(text=TEXT),
        NEW: schemas(text=TEXT, target_lang={"type": "string", "enum": ["fr", "de"]}),
        "@cf/some/third": schemas(text=TEXT),
    }
    assert run("pull", "--models") == 0
    capsys.readouterr()
    service.models.pop("@cf/some/third")
    service.models[NEW] = schemas(text=TEXT, target_lang=TEXT)
    service.models["@hf/a/b"] = schemas(text=TEXT)
    service.properties = {
        OLD: {"planned_deprecation_date": "2027-01-31", "context_window": "4096", "beta": "true"}
    }
    before = contents(project)
    assert run("pull", "--models", "--check", "--format", "json") == 1
    printed = json.loads(capsys.readouterr().out)
    assert contents(project) == before
    assert printed["models"] == {
        "source": printed["models"]["source"],
        "new": ["@hf/a/b"],
        "gone": ["@cf/some/third"],
        "unlisted": [],
        "deprecated": [OLD],
        "changed": [NEW],
        "kept": [],
    }
    rules = {one["id"] for one in printed["drift"]["changes"]}
    assert {"path-added", "path-removed", "deprecated"} <= rules
    assert run("pull", "--models") == 0
    out = capsys.readouterr().out
    for line in ("new: @hf/a/b", "gone: @cf/some/third", f"deprecated: {OLD}", f"changed: {NEW}"):
        assert line in out.splitlines()
    paths = pin(project)["paths"]
    assert {path for path in paths if "@" in path} == {
        f"{RUN}{one}" for one in (OLD, NEW, "@hf/a/b")
    }
    assert operation(project, OLD)["deprecated"] is True
    assert operation(project, OLD)["x-model"] == {
        "task": "translation",
        "planned_deprecation_date": "2027-01-31",
        "context_window": 4096,
        "beta": True,
    }
    assert sent(project, NEW)["properties"]["target_lang"] == TEXT


def test_what_a_person_wrote_stays_until_the_service_says_something_else(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "spec" / "spec.lock").unlink()
    service.models[OLD] = schemas(text=TEXT)
    before = operation(project, OLD)
    capsys.readouterr()
    assert run("pull", "--models") == 0
    assert f"kept: {OLD}" in capsys.readouterr().out.splitlines()
    assert {k: one for k, one in operation(project, OLD).items() if k != "x-model"} == before
    service.models[OLD] = schemas(text={**TEXT, "description": "In other words."})
    assert run("pull", "--models", "--check") == 0
    service.models[OLD] = schemas(text=TEXT, target_lang=TEXT)
    assert run("pull", "--models") == 0
    assert sent(project, OLD)["required"] == ["target_lang", "text"]


def test_what_was_pulled_is_sealed_and_builds(project: Path, service: Service) -> None:
    service.models[NEW] = schemas(text=TEXT, target_lang=TEXT)
    assert run("pull", "--models") == 0
    settings = config.load(project / "flaregen.toml")
    verify_pin(settings)
    lock = read_spec_lock(project / "spec" / "openapi.json")
    assert lock is not None
    assert lock.models is not None
    assert lock.models.source.startswith("http://127.0.0.1:")
    assert set(read_baseline(project / "spec" / "openapi.json")) == {OLD, NEW}
    assert "secret" not in (project / "spec" / "spec.lock").read_text()
    made = operation(project, NEW)
    assert made["operationId"] == "workers-ai-post-run-model-cf-some-newer-model-2"
    assert made["tags"] == ["Workers AI Translation"]
    assert [one["name"] for one in made["parameters"]] == ["account_id"]
    assert run("build", "--quiet") == 0
    package = project / "generated" / "workers_ai"
    assert NEW in (package / "models" / "names.py").read_text()


@pytest.mark.parametrize("sealed", [True, False], ids=["pulled", "set-up"])
def test_a_pull_of_the_document_keeps_the_models(
    project: Path, service: Service, tmp_path: Path, sealed: bool
) -> None:
    """A repository that was just set up has models.json, and no lock yet."""
    service.models[NEW] = schemas(text=TEXT)
    assert run("pull", "--models") == 0
    if not sealed:
        (project / "spec" / "spec.lock").unlink()
        shipped = pin(project)
        old_schemas = shipped["components"]["schemas"]
        shipped["components"]["schemas"] = {"Above": TEXT, **old_schemas}
        body = shipped["paths"][f"{RUN}{NEW}"]["post"]["requestBody"]
        body["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Above"}
        (project / "spec" / "openapi.json").write_bytes(as_json(shipped))
    models = {path: item for path, item in pin(project)["paths"].items() if "@" in path}
    known = pin(project)["components"]
    newer = document(version="2")
    newer["components"]["schemas"]["Answer"]["oneOf"][0]["properties"]["more"] = TEXT
    upstream = tmp_path / "upstream.json"
    upstream.write_bytes(as_json(newer))
    assert run("pull", "--from", str(upstream)) == 0
    after = pin(project)
    assert after["info"]["version"] == "2"
    assert {path: item for path, item in after["paths"].items() if "@" in path} == models
    sections = after["components"]
    assert [*sections] == [*known]
    assert [[*section] for section in sections.values()] == [[*one] for one in known.values()]
    before = pin(project)
    assert run("pull", "--models") == 0
    assert pin(project) == before


@pytest.mark.parametrize(
    ("chosen", "models"),
    [
        (["workers-ai-post-run-model", "list-zones"], {NEW, OLD}),
        (["run-a-model"], {NEW, OLD}),
        (["list-zones"], set()),
    ],
    ids=["one-more", "renamed", "others"],
)
def test_operations_that_the_pin_does_not_have_yet_are_pulled_with_the_models(
    chosen: list[str], models: set[str], project: Path, service: Service, tmp_path: Path
) -> None:
    service.models[NEW] = schemas(text=TEXT)
    assert run("pull", "--models") == 0
    (project / "flaregen.toml").write_text(f"operations = {json.dumps(chosen)}\n{CONFIG}")
    newer = document()
    if "run-a-model" in chosen:
        newer["paths"][f"{RUN}{{model_name}}"]["post"]["operationId"] = "run-a-model"
    upstream = tmp_path / "upstream.json"
    upstream.write_bytes(as_json(newer))
    assert run("pull", "--from", str(upstream)) == 0
    pulled = pin(project)["paths"]
    assert {path.removeprefix(RUN) for path in pulled if "@" in path} == models
    assert ("/zones" in pulled) == ("list-zones" in chosen)
    assert run("build", "--quiet") == 0
    between = contents(project)
    assert run("pull", "--from", str(upstream)) == 0
    assert contents(project) == between


def test_the_document_again_after_a_new_model_is_no_change(
    project: Path, service: Service, tmp_path: Path
) -> None:
    """Names are sorted in models.json; the pin has the models in the order of their coming."""
    for name in ("@cf/z/last", "@cf/a/first"):
        service.models[name] = schemas(text=TEXT)
        assert run("pull", "--models") == 0
    before = (project / "spec" / "openapi.json").read_bytes()
    assert run("pull", "--from", str(tmp_path / "upstream.json"), "--check") == 0
    assert run("pull", "--from", str(tmp_path / "upstream.json")) == 0
    assert (project / "spec" / "openapi.json").read_bytes() == before


@pytest.mark.parametrize("broken", [None, "<<<<<<< ours\n{}\n"], ids=["gone", "conflict"])
@pytest.mark.parametrize("command", ["pull", "pull --check", "pull --models"])
def test_without_what_the_service_said_no_model_is_lost(
    command: str,
    broken: str | None,
    project: Path,
    service: Service,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without models.json, a pull would take the models of the pin for upstream's."""
    service.models[NEW] = schemas(text=TEXT)
    assert run("pull", "--models") == 0
    said = project / "spec" / "models.json"
    said.unlink() if broken is None else said.write_text(broken)
    before = contents(project)
    source = () if "--models" in command else ("--from", str(tmp_path / "upstream.json"))
    capsys.readouterr()
    assert run(*command.split(), *source) == 2
    printed = capsys.readouterr().err
    assert "restore" in printed
    assert "delete" not in printed
    assert contents(project) == before


def test_a_literal_path_of_another_operation_is_no_model(
    project: Path, service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``/zones/export`` next to ``/zones/{zone}`` does not make zones a catalogue of models."""
    other = document()
    for path in ("/zones/{zone}", "/zones/export"):
        named = parameters("zone") if "{" in path else []
        other["paths"][path] = {"post": operation_of(path.strip("/{}"), TEXT, parameters=named)}
    upstream = tmp_path / "upstream.json"
    upstream.write_bytes(as_json(other))
    (project / "flaregen.toml").write_text(f'operations = ["/zones*"]\n{CONFIG}')
    assert run("pull", "--from", str(upstream)) == 0
    before = contents(project)
    capsys.readouterr()
    # The nightly job asks wherever there is a token.
    assert run("pull", "--models", "--open-pr-body", str(tmp_path / "body.md")) == 0
    printed = capsys.readouterr()
    assert "warning[live-no-models]" in printed.err
    assert "upstream" not in printed.err
    assert contents(project) == before
    assert not (tmp_path / "body.md").exists()


def test_models_that_say_the_same_are_written_the_same(project: Path, service: Service) -> None:
    service.models[NEW] = service.models[OLD]
    assert run("pull", "--models") == 0
    for side in ("requestBody", "responses"):
        assert operation(project, NEW)[side] == operation(project, OLD)[side]
    assert operation(project, NEW)["responses"]["200"]["content"]["application/json"] == {
        "schema": {
            "type": "object",
            "properties": {"result": {"$ref": "#/components/schemas/Answer"}},
        }
    }


@pytest.mark.parametrize(
    ("largest", "told", "pages"), [(100, True, 3), (20, True, 7), (20, False, 8), (100, False, 4)]
)
def test_the_list_is_read_to_its_end(
    project: Path, service: Service, largest: int, told: bool, pages: int
) -> None:
    """Pages may be smaller than asked for, and nothing may tell how many models there are."""
    service.largest_page, service.tells_total = largest, told
    service.models |= {f"@cf/many/m{number}": schemas(text=TEXT) for number in range(120)}
    assert run("pull", "--models") == 0
    assert service.pages == [*range(1, pages + 1)]
    assert sum("@" in path for path in pin(project)["paths"]) == 121


def test_a_list_without_pages_ends(project: Path, service: Service) -> None:
    items = [{"name": f"@cf/a/m{number}"} for number in range(50)]
    service.instead["search"] = envelope(items)
    service.models |= {str(one["name"]): schemas(text=TEXT) for one in items}
    assert run("pull", "--models") == 0
    assert sum("@" in path for path in pin(project)["paths"]) == 51


def test_a_list_that_breaks_off_loses_nothing(project: Path, service: Service) -> None:
    service.models |= {f"@cf/many/m{number}": schemas(text=TEXT) for number in range(60)}
    service.instead["page 2"] = refusal(400, 1000, "odd")
    before = contents(project)
    assert run("pull", "--models") == 2
    assert contents(project) == before


def test_a_form_that_is_inside_of_another_can_be_built(project: Path, service: Service) -> None:
    one = schemas(prompt=TEXT)["input"]
    many = {"type": "object", "properties": {"requests": {"type": "array", "items": one}}}
    service.models[NEW] = {"input": {"oneOf": [one, many]}, "output": schemas()["output"]}
    assert run("pull", "--models") == 0
    assert run("build", "--quiet") == 0


def test_a_model_that_answers_unlisted_stays_and_is_reported_once(
    project: Path, service: Service
) -> None:
    """Whether it is deprecated is not known: no date says so."""
    service.models[NEW] = schemas(text=TEXT)
    service.unlisted = {OLD}
    assert run("pull", "--models") == 0
    assert "deprecated" not in operation(project, OLD)
    assert operation(project, OLD)["x-model"]["listed"] is False
    assert run("pull", "--models", "--check") == 0
    service.unlisted = set()
    assert run("pull", "--models") == 0
    assert "listed" not in operation(project, OLD)["x-model"]


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_token_is_said_once_and_nothing_is_lost(
    status: int, project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    service.instead["search"] = refusal(status, 10000, "Authentication error")
    before = contents(project)
    assert run("pull", "--models") == 2
    assert capsys.readouterr().err.count("refused the token") == 1
    assert contents(project) == before


def test_a_busy_service_is_waited_for(
    project: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("flaregen.network.retrying.time.sleep", waited.append)
    service.once = [Answer(b"", 429, {"Retry-After": "7"})]
    assert run("pull", "--models") == 0
    assert waited == [7.0]


_BROKEN = "the service's schema is broken: "
_NEITHER = "the answer has neither an input nor an output schema"
BROKEN = {
    "no schema": (
        {"input": {"type": 5}},
        f"{_BROKEN}5 is not valid under any of the schemas listed in the 'anyOf' keyword",
    ),
    "nowhere": (
        {"input": {"$ref": "#/definitions/none"}},
        f"{_BROKEN}#/definitions/none leads nowhere",
    ),
    "itself": (
        {"input": {"$ref": "#/definitions/a", "definitions": {"a": {"items": {"$ref": "#"}}}}},
        f"{_BROKEN}#/definitions/a refers to itself",
    ),
    "neither side": ({}, _NEITHER),
    "a text": ("text", _NEITHER),
    "a schema of 150 levels": (
        {"input": json.loads('{"items":' * 150 + "{}" + "}" * 150), "output": {}},
        f"{_BROKEN}its input is nested more than 100 deep",
    ),
    "a list on one side": ({**schemas(a=TEXT), "input": [1]}, f"{_BROKEN}its input is a list"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_schema_loses_nothing(
    name: str, project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, said = BROKEN[name]
    before = operation(project, OLD)
    service.models = {OLD: broken, NEW: schemas(text=TEXT), "@cf/a/broken": broken}
    capsys.readouterr()
    status = run("pull", "--models")
    printed = capsys.readouterr()
    is_error = "input" in said
    assert status == (2 if is_error else 0)
    severity, code = "error" if is_error else "warning", "no" if said == _NEITHER else "broken"
    advice = "nothing can be compared for this model; " if is_error else ""
    for model in (OLD, "@cf/a/broken"):
        assert (
            f"{severity}[live-{code}-schema]\n  {model}: {said}\n"
            f"  help: {advice}the pin is as it was for this model\n"
        ) in printed.err
    assert operation(project, OLD) == before
    assert sent(project, NEW)["required"] == ["text"]
    assert f"{RUN}@cf/a/broken" not in pin(project)["paths"]


def test_a_model_that_cannot_be_asked_about_stays(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    service.models[NEW] = schemas(text=TEXT)
    service.instead[OLD] = refusal(400, 1000, "odd")
    before = operation(project, OLD)
    assert run("pull", "--models") == 2
    assert capsys.readouterr().err.startswith(
        f"error[live-refused]\n  {OLD}: HTTP 400, odd\n"
        "  help: see the message; the pin is as it was for this model\n"
    )
    assert operation(project, OLD) == before
    assert sent(project, NEW)["required"] == ["text"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            envelope([]),
            (
                "error[live-no-list]\n  the service does not list any models\n"
                "  help: check the account\n"
            ),
        ),
        (
            envelope({"name": "x"}),
            (
                "error[live-refused]\n  the list of models: the answer has no list of models\n"
                "  help: try again later\n"
            ),
        ),
        (
            refusal(404, 7000, "no route"),
            (
                "error[live-refused]\n  the list of models: the service has none at "
                "URL/accounts/account/ai/models/search\n  help: check [service] base_url\n"
            ),
        ),
        (
            Answer(b"<html>", 200, {"Content-Type": "text/html"}),
            (
                "error[live-refused]\n"
                "  the list of models: HTTP 200, not JSON but text/html: <html>\n"
                "  help: see the message\n"
            ),
        ),
    ],
)
def test_a_list_that_is_none_loses_nothing(
    answer: Answer, said: str, project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    service.instead["search"] = answer
    before = contents(project)
    assert run("pull", "--models") == 2
    assert re.sub(r"http://[0-9.:]+", "URL", capsys.readouterr().err) == said
    assert contents(project) == before


def test_an_odd_name_becomes_no_path(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    for odd in ("../../zones", "@cf/{x}", "a b", "\x1b[31mred", "@cf//x", "x?y"):
        service.models[odd] = schemas(text=TEXT)
    before = set(pin(project)["paths"])
    assert run("pull", "--models") == 0
    assert set(pin(project)["paths"]) == before
    printed = capsys.readouterr().err
    left_out = (
        r"warning\[live-odd-name\]\n  the service lists (.+), which cannot be a part of a path\n"
    )
    found = re.findall(left_out + "  help: it is left out\n", printed)
    assert found == ["'../../zones'", "'@cf/{x}'", "'a b'", r"'\x1b[31mred'", "'@cf//x'", "'x?y'"]


def test_files_and_streams_of_a_schema_become_media_types(project: Path, service: Service) -> None:
    file = {"type": "string", "format": "binary"}
    text = {"type": "object", "properties": {"response": TEXT}}
    service.models[NEW] = {
        "input": {"oneOf": [file, schemas(audio=TEXT)["input"]]},
        "output": {
            "oneOf": [
                {**text, "contentType": "application/json"},
                {**file, "contentType": "text/event-stream"},
                {**file, "contentType": "image/png"},
            ]
        },
    }
    assert run("pull", "--models") == 0
    made = operation(project, NEW)
    assert set(made["requestBody"]["content"]) == {"application/octet-stream", "application/json"}
    answers = made["responses"]["200"]["content"]
    assert answers["application/json"]["schema"]["properties"]["result"] == text
    assert answers["text/event-stream"] == {"schema": text}
    assert answers["image/png"] == {"schema": file}
    assert run("build", "--quiet") == 0


def test_the_text_of_a_pull_request_begins_with_the_models(
    project: Path, service: Service, tmp_path: Path
) -> None:
    service.models[NEW] = schemas(text=TEXT)
    body = tmp_path / "body.md"
    assert run("pull", "--models", "--check", "--open-pr-body", str(body)) == 1
    text = body.read_text()
    assert text.startswith("The models as `http://127.0.0.1:")
    assert NEW.removeprefix("@") in text.splitlines()[2]


@pytest.mark.parametrize("name", ["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"])
def test_credentials_are_needed(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(name)
    assert run("pull", "--models") == 2
    assert f"--models needs {name} in the environment" in capsys.readouterr().err


@pytest.mark.parametrize("other", [["--from", "x.json"], ["--rev", "main"], ["--accept"]])
def test_what_does_not_go_with_it(
    other: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("pull", "--models", *other) == 2
    assert "--models asks" in capsys.readouterr().err or "--accept" in other


def test_without_a_pin_there_is_nothing_to_follow(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "spec" / "openapi.json").unlink()
    assert run("pull", "--models") == 2
    assert "run flaregen pull" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"const": 1}, {"enum": [1]}),
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ({"anyOf": [TEXT, {"type": "null"}]}, {"anyOf": [TEXT], "nullable": True}),
        (
            {"type": ["string", "array"]},
            {"anyOf": [TEXT, {"type": "array", "items": {}}]},
        ),
        (
            {"type": "number", "exclusiveMinimum": 0},
            {"type": "number", "minimum": 0, "exclusiveMinimum": True},
        ),
        ({"examples": ["a", "b"]}, {"example": "a"}),
        (
            {"$ref": "#/$defs/a", "description": "d", "$defs": {"a": TEXT}},
            {**TEXT, "description": "d"},
        ),
        ({"properties": {"const": {"const": "x"}}}, {"properties": {"const": {"enum": ["x"]}}}),
        ({"$schema": "x", "prefixItems": [TEXT]}, {"x-prefixItems": [TEXT]}),
        ({"items": True, "required": []}, {"items": {}}),
        ({"default": {"$ref": "#/none"}}, {"default": {"$ref": "#/none"}}),
    ],
)
def test_a_schema_in_the_words_of_openapi_3_0(given: Any, made: Any) -> None:
    assert as_schema(given, "3.0") == made


def test_a_schema_of_openapi_3_1_stays_as_it_is() -> None:
    given = {"type": ["string", "null"], "const": "x"}
    assert as_schema(given, "3.1") == given
    with pytest.raises(BrokenSchemaError, match="leads nowhere"):
        as_schema({"$ref": "other.json#/a"}, "3.1")


def test_the_pin_can_be_read(project: Path, service: Service) -> None:
    service.models[NEW] = schemas(text=TEXT)
    assert run("pull", "--models") == 0
    assert load(str(project / "spec" / "openapi.json")).version == "3.0"
