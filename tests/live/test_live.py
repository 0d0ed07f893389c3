"""The pinned document compared with a service that answers on loopback."""

from __future__ import annotations

import json
import tracemalloc
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from flaregen.cli import flaregen
from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.live.service import Service, Unanswered, ask
from tests.support.loopback import Answer, Loopback, Received, envelope, refusal, serve
from tests.support.pinned import ROOT

TRANSLATION = "@cf/meta/m2m100-1.2b"
OTHER = "@cf/ai4bharat/indictrans2-en-indic-1B"
RUN = "/accounts/{account_id}/ai/run/"
PINNED: Any = json.loads((ROOT / "spec" / "openapi.json").read_bytes())


def pinned_schemas(title: str) -> dict[str, Any]:
    """What the document says of a task, as the service would say it of a model."""
    operation = PINNED["paths"][f"{RUN}{{model_name}}"]["post"]
    sent = operation["requestBody"]["content"]["application/json"]["schema"]["oneOf"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    answered = answer["properties"]["result"]["oneOf"]
    sides = {"input": sent, "output": answered}
    found = {
        side: {
            key: value
            for key, value in next(one for one in members if one["title"] == title).items()
            if key != "title"
        }
        for side, members in sides.items()
    }
    copied: dict[str, Any] = json.loads(json.dumps(found))
    return copied


def model_of(request: Received) -> str:
    return parse_qs(urlsplit(request.path).query)["model"][0]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "secret")
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "account")
    monkeypatch.chdir(ROOT)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """Says what the document says of translation, of every model."""
    with serve(lambda _: envelope(pinned_schemas("Translation"))) as running:
        monkeypatch.setenv("CLOUDFLARE_BASE_URL", running.url)
        yield running


def run(*arguments: str) -> Result:
    command = ["drift", "--live", *arguments]
    return CliRunner().invoke(flaregen, command, standalone_mode=False)


def changes(*arguments: str) -> list[Any]:
    found = run(*arguments, "--format", "json")
    assert found.exception is None
    listed: list[Any] = json.loads(found.stdout)["changes"]
    return listed


def test_the_same_schemas_are_no_drift(service: Loopback) -> None:
    result = run("--model", TRANSLATION)
    assert (result.stdout, result.return_value or 0) == ("no changes\n", 0)
    assert urlsplit(service.last.path).path == "/accounts/account/ai/models/schema"
    assert model_of(service.last) == TRANSLATION
    assert service.last.headers["authorization"] == "Bearer secret"


def test_what_differs_is_reported_by_direction_and_model(service: Loopback) -> None:
    schemas = pinned_schemas("Translation")
    schemas["input"]["required"].append("source_lang")
    schemas["output"]["properties"]["confidence"] = {"type": "number"}
    service.answer = lambda _: envelope(schemas)
    result = run("--model", TRANSLATION, "--format", "json")
    assert result.return_value == 1
    found = json.loads(result.stdout)["changes"]
    assert [(one["id"], one["level"], one["direction"]) for one in found] == [
        ("property-became-required", "breaking", "request"),
        ("property-added", "info", "response"),
    ]
    assert found[0]["symbols"] == ["TranslationParams.source_lang"]
    assert [one["path"] for one in found[0]["operations"]] == [f"{RUN}{TRANSLATION}"]
    assert TRANSLATION in found[0]["message"]
    old = "/requestBody/content/application~1json/schema/oneOf/8/properties/source_lang"
    assert found[0]["pointer"]["old"].endswith(f"{{model_name}}/post{old}")
    assert found[0]["position"]["old"]["file"].endswith("openapi.json")


@pytest.mark.parametrize("options", [[], ["--min-level", "breaking"]])
def test_the_client_stays_as_it_is(service: Loopback, options: list[str]) -> None:
    schemas = pinned_schemas("Translation")
    schemas["input"]["required"].append("source_lang")
    service.answer = lambda _: envelope(schemas)
    said = json.loads(run("--model", TRANSLATION, "--format", "json", *options).stdout)
    assert (said["verdict"], said["python"]) == ("breaking", {"verdict": "none", "bump": "none"})


def test_a_task_in_another_document_is_reported_there(
    service: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = json.loads(json.dumps(PINNED))
    operation = document["paths"][f"{RUN}{{model_name}}"]["post"]
    sent = operation["requestBody"]["content"]["application/json"]["schema"]["oneOf"]
    at = next(index for index, one in enumerate(sent) if one["title"] == "Translation")
    properties = sent[at]["properties"]
    (tmp_path / "parts.json").write_text(json.dumps({"Text": properties["text"]}))
    properties["text"] = {"$ref": "parts.json#/Text"}
    (tmp_path / "openapi.json").write_text(json.dumps(document))
    (tmp_path / "names.toml").write_bytes((ROOT / "spec" / "names.toml").read_bytes())
    (tmp_path / "flaregen.toml").write_text('[spec]\npath = "openapi.json"\nnames = "names.toml"\n')
    monkeypatch.chdir(tmp_path)
    schemas = pinned_schemas("Translation")
    schemas["input"]["properties"]["text"]["type"] = "integer"
    service.answer = lambda _: envelope(schemas)
    found = changes("--model", TRANSLATION, "--allow-remote-refs")
    (change,) = [one for entry in found for one in entry["consequences"]]
    assert (change["id"], change["position"]["old"]["file"]) == ("type-changed", "parts.json")
    refused = run("--model", TRANSLATION).exception
    assert isinstance(refused, DiagnosticError)
    assert refused.diagnostics[0].code == "remote-reference"


def test_models_that_say_the_same_share_an_entry(service: Loopback) -> None:
    schemas = pinned_schemas("Translation")
    schemas["input"]["properties"].pop("source_lang")
    service.answer = lambda _: envelope(schemas)
    (one,) = changes("--model", TRANSLATION, "--model", OTHER)
    assert one["id"] == "property-removed"
    assert {reach["path"] for reach in one["operations"]} == {
        f"{RUN}{TRANSLATION}",
        f"{RUN}{OTHER}",
    }


def test_references_count_from_the_schema_they_are_in(service: Loopback) -> None:
    schemas = pinned_schemas("Translation")
    properties = schemas["input"]["properties"]
    schemas["input"]["definitions"] = {"Text": properties["text"]}
    properties["text"] = {"$ref": "#/definitions/Text"}
    service.answer = lambda _: envelope(schemas)
    assert changes("--model", TRANSLATION) == []


def test_all_models_of_the_document(service: Loopback) -> None:
    run("--fail-on", "none", "--concurrency", "8")
    asked = [model_of(one) for one in service.received if "/models/schema" in one.path]
    assert set(asked) <= {path.removeprefix(RUN) for path in PINNED["paths"]}
    assert len(asked) > 50
    assert len(set(asked)) == len(asked)


def _listing(*names: str, schemas: Any) -> Any:
    def answer(request: Received) -> Answer:
        if "/models/search" in request.path:
            return envelope([{"name": name} for name in names])
        return envelope(schemas)

    return answer


def test_new_names_are_looked_for_where_all_models_are_compared(
    service: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(_small(tmp_path))
    service.answer = _listing(TRANSLATION, "@cf/new/one", schemas=pinned_schemas("Translation"))
    (new,) = changes()
    assert (new["id"], new["level"]) == ("path-added", "info")
    assert f"{RUN}@cf/new/one" in new["message"]
    assert changes("--model", TRANSLATION) == []


def test_a_list_that_cannot_be_had_leaves_the_comparison(
    service: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(_small(tmp_path))
    result = run()
    assert (result.stdout, result.return_value) == ("no changes\n", 2)
    assert result.stderr == (
        "error[live-refused]\n  the list of models: the answer has no list of models\n"
        "  help: try again later\n"
    )


def _small(folder: Path, overlay: str = "") -> Path:
    """A project with one model; its overlay makes corrections of its own."""
    document = json.loads(json.dumps(PINNED))
    document["paths"] = {
        path: item
        for path, item in document["paths"].items()
        if path in {f"{RUN}{{model_name}}", f"{RUN}{TRANSLATION}"}
    }
    (folder / "openapi.json").write_text(json.dumps(document))
    text = '[spec]\npath = "openapi.json"\n'
    if overlay:
        (folder / "overlay.yaml").write_text(overlay)
        text += 'overlays = ["overlay.yaml"]\n'
    (folder / "flaregen.toml").write_text(text)
    return folder


def test_an_overlay_that_is_stricter_than_the_service_is_no_drift(
    service: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = "$.paths[*].post.requestBody..oneOf[?@.title == 'Translation'].properties.text"
    overlay = f"overlay: 1.0.0\ninfo: {{title: A, version: '1'}}\nactions:\n  - target: {text}\n"
    overlay += "    update: {enum: [one, two]}\n"
    monkeypatch.chdir(_small(tmp_path, overlay))
    assert changes("--model", TRANSLATION) == []
    schemas = pinned_schemas("Translation")
    schemas["input"]["properties"]["tone"] = {"type": "string"}
    service.answer = lambda _: envelope(schemas)
    (one,) = changes("--model", TRANSLATION)
    assert one["id"] == "property-added"


def test_the_path_of_a_model_counts_where_it_is_closer_than_its_task(
    service: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = _small(tmp_path)
    document = json.loads((folder / "openapi.json").read_bytes())
    own = document["components"]["schemas"]["translation-request"]
    own["properties"] |= {"tone": {"type": "string"}, "mood": {"type": "string"}}
    own["required"] += ["tone", "mood"]
    (folder / "openapi.json").write_text(json.dumps(document))
    monkeypatch.chdir(folder)
    schemas = pinned_schemas("Translation")
    schemas["input"]["properties"] |= {"tone": {"type": "string"}, "mood": {"type": "string"}}
    schemas["input"]["required"] += ["tone", "mood"]
    service.answer = lambda _: envelope(schemas)
    words = {"description-changed"}
    assert {one["id"] for one in changes("--model", TRANSLATION)} == words
    schemas["input"]["properties"]["tone"] = {"type": "integer"}
    (one,) = (one for one in changes("--model", TRANSLATION) if one["id"] not in words)
    assert one["id"] == "type-changed"
    at = "/components/schemas/translation-request/properties/tone"
    assert one["pointer"]["old"].startswith(at)


def _error(code: str, message: str, advice: str) -> str:
    return f"error[{code}]\n  {OTHER}: {message}\n  help: {advice}\n"


_GONE = _error(
    "live-unknown-model",
    "the service has no such model",
    "the model is gone, or its name is misspelt",
)
_REFUSED = partial(_error, "live-refused", advice="see the message")
_NOTHING = "nothing can be compared for this model"
_WITHOUT = _error(
    "live-no-schema", "the answer has neither an input nor an output schema", _NOTHING
)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (refusal(404, 7000, "no route"), _GONE),
        (refusal(400, 5007, "No such model"), _GONE),
        (
            Answer(b"<html>Blocked</html>", 200, {"Content-Type": "text/html"}),
            _REFUSED("HTTP 200, not JSON but text/html: <html>Blocked</html>"),
        ),
        (refusal(400, 1000, "odd"), _REFUSED("HTTP 400, odd")),
        (envelope({}), _WITHOUT),
        (envelope(None), _WITHOUT),
        (
            Answer(b"", 302, {"Location": "https://elsewhere.test"}),
            _REFUSED("HTTP 302, not JSON but no content type: "),
        ),
        (
            envelope({"input": {"type": "objekt"}}),
            _error(
                "live-broken-schema",
                "the service's schema is broken: "
                "\"objekt\" is not valid under any of the schemas listed in the 'anyOf' keyword",
                _NOTHING,
            ),
        ),
    ],
)
def test_trouble_with_one_model_leaves_the_others(
    service: Loopback, answer: Answer, said: str
) -> None:
    good = envelope(pinned_schemas("Translation"))
    service.answer = lambda request: answer if model_of(request) == OTHER else good
    result = run("--model", OTHER, "--model", TRANSLATION)
    assert result.return_value == 2
    assert result.stdout == "no changes\n"
    assert result.stderr == said


BOMB = zlib.compress(bytes(200_000_000), wbits=31)


def test_an_answer_that_unpacks_to_too_much(service: Loopback) -> None:
    service.answer = lambda _: Answer(BOMB, headers={"Content-Encoding": "gzip"})
    settings = Service(service.url, "account", "secret")
    tracemalloc.start()
    (answer,) = ask([TRANSLATION], settings, 1, lambda: None)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(answer, Unanswered)
    assert answer.problem.code == "live-too-large"
    assert peak < 60_000_000


def test_model_that_the_document_does_not_list(service: Loopback) -> None:
    result = run("--model", "@cf/none", "--model", TRANSLATION)
    assert (result.stdout, result.return_value) == ("no changes\n", 2)
    assert result.stderr == (
        "error[live-unlisted-model]\n  the document lists no model @cf/none\n"
        "  help: flaregen inspect lists the models of the document\n"
    )
    assert len(service.received) == 1


@pytest.mark.parametrize("token", ["sec\nret", "sec\u00fcret", "sec\x7fret", "sec ret"])
def test_a_token_that_no_header_can_hold_is_not_shown(
    token: str, service: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", token)
    result = run("--model", TRANSLATION)
    assert isinstance(result.exception, UsageError)
    assert "CLOUDFLARE_API_TOKEN holds" in str(result.exception)
    assert "sec" not in f"{result.exception}{result.exception.help}{result.output}"
    assert service.received == []


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
def test_a_token_that_comes_back_is_not_shown(service: Loopback, kind: str) -> None:
    def echo(request: Received) -> Answer:
        sent = request.headers["authorization"]
        error = json.dumps({"errors": [{"message": f"{sent} is odd"}]})
        return Answer((sent if kind == "text/plain" else error).encode(), 400)

    service.answer = echo
    said = str(run("--model", TRANSLATION).exception)
    assert "Bearer ***" in said
    assert "secret" not in said


@pytest.mark.parametrize("status", [401, 403])
def test_refused_token_is_said_once(service: Loopback, status: int) -> None:
    service.answer = lambda _: refusal(status, 10000, "Authentication error")
    result = run("--concurrency", "2")
    assert str(result.exception).count("refused the token") == 1
    assert len(service.received) <= 2


def test_busy_service_is_asked_again(service: Loopback) -> None:
    good = envelope(pinned_schemas("Translation"))
    busy = Answer(b"", 429, {"Retry-After": "0"})
    service.answer = lambda _: busy if len(service.received) == 1 else good
    assert changes("--model", TRANSLATION) == []
    assert len(service.received) == 2


def test_attempts_end(service: Loopback) -> None:
    service.answer = lambda _: Answer(b"", 503)
    settings = Service(service.url, "account", "secret", attempts=3, pause=0)
    (answer,) = ask([TRANSLATION], settings, 1, lambda: None)
    assert isinstance(answer, Unanswered)
    assert answer.problem.message == f"{TRANSLATION}: HTTP 503, after 3 attempts"
    assert len(service.received) == 3


def test_nobody_listens() -> None:
    with serve(Answer()) as gone:
        url = gone.url
    counted: list[None] = []
    settings = Service(url, "account", "secret", attempts=2, pause=0)
    answers = ask(["a", "b"], settings, 2, lambda: counted.append(None))
    assert [isinstance(one, Unanswered) and one.problem.code for one in answers] == [
        "live-unreachable"
    ] * 2
    assert len(counted) == 2


def test_token_is_not_shown_and_not_sent_in_the_clear() -> None:
    environment = {"CLOUDFLARE_API_TOKEN": "secret", "CLOUDFLARE_ACCOUNT_ID": "account"}
    assert "secret" not in repr(Service.from_environment(environment, "https://api.test"))
    with pytest.raises(UsageError, match="not sent"):
        Service.from_environment(environment, "http://api.test")


@pytest.mark.parametrize("name", ["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"])
def test_credentials_are_needed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv(name)
    assert name in str(run("--model", TRANSLATION).exception)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--live", "old.json"], "leave out OLD"),
        (["--live", "--show-code"], "no code to show"),
        (["--model", "x", "old.json"], "--model requires --live"),
        (["--concurrency", "4", "old.json", "new.json"], "--concurrency requires --live"),
        ([], "OLD is missing"),
    ],
)
def test_usage(arguments: list[str], said: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(flaregen, ["drift", *arguments], standalone_mode=False)
    assert isinstance(result.exception, UsageError)
    assert said in str(result.exception)
