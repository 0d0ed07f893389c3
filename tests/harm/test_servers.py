"""The token goes to the configured service, whatever servers a document names."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flaregen.config_file import ServiceTable
from flaregen.diagnostic import DiagnosticError
from flaregen.drift.compare import compare
from flaregen.pipeline import generate
from flaregen.rendered import RenderedFile
from flaregen.understanding import read
from tests.support.commands import run

from ..drift import settings
from ..support.loopback import Loopback, envelope, serve
from .documents import config_for, document

CLOUDFLARE = "https://api.cloudflare.com/client/v4"
FOREIGN = {
    "another host": "https://evil.example/client/v4",
    "a user that looks like the host": "https://api.cloudflare.com@evil.example/client/v4",
    "a host that begins the same": "https://api.cloudflare.com.evil.example/client/v4",
    "another path": "https://api.cloudflare.com/evil",
    "another port": "https://api.cloudflare.com:8443/client/v4",
    "no encryption": "http://api.cloudflare.com/client/v4",
    "this machine": "http://127.0.0.1:9/client/v4",
    "a placeholder": "https://{region}.x",
    "a placeholder behind the host": "https://api.cloudflare.com/client/{version}",
    "a relative path": "relative/path",
    "a path": "/client/v4",
    "a host without a scheme": "//evil.example/client/v4",
    "a backslash": "https://api.cloudflare.com\\@evil.example",
    "what cannot be read": "https://[x",
    "a port that is none": "https://x:99999",
    "a line break": "https://evil.example/\nclient",
    "another alphabet": "https://api.cloudfl\u0430re.com/client/v4",
    "nothing": "",
}


def with_servers(*urls: str) -> dict[str, Any]:
    root = document()
    root["servers"] = [{"url": url} for url in urls]
    return root


def refused(root: dict[str, Any], folder: Path, service: ServiceTable | None = None) -> list[str]:
    """Code and place of each error."""
    config = replace(config_for(root, folder), service=service or ServiceTable())
    with pytest.raises(DiagnosticError) as error:
        read(config)
    return [f"{found.code} {found.pointer}" for found in error.value.diagnostics]


def client(root: dict[str, Any], folder: Path, service: ServiceTable | None = None) -> str:
    config = replace(config_for(root, folder), service=service or ServiceTable())
    files: tuple[RenderedFile, ...] = generate(config, read(config))
    return next(file.content.decode() for file in files if file.path.name == "client.py")


@pytest.mark.parametrize("name", FOREIGN)
def test_another_server_is_an_error_that_can_be_accepted(name: str, tmp_path: Path) -> None:
    root = with_servers(FOREIGN[name])
    assert refused(root, tmp_path) == ["foreign-server /servers/0/url"]
    accepted = ServiceTable(other_servers=(FOREIGN[name],))
    code = client(root, tmp_path, accepted)
    assert f'"{CLOUDFLARE}"' in code
    assert "evil" not in code


@pytest.mark.parametrize("urls", [(), (CLOUDFLARE,), (f"{CLOUDFLARE}/",)])
def test_the_configured_one_and_none_at_all(urls: tuple[str, ...], tmp_path: Path) -> None:
    root = with_servers(*urls)
    if not urls:
        del root["servers"]
    assert f'"{CLOUDFLARE}"' in client(root, tmp_path)


def test_a_default_does_not_hide_in_a_variable(tmp_path: Path) -> None:
    root = document()
    variables = {"host": {"default": "evil.example"}}
    root["servers"] = [{"url": "https://{host}/client/v4", "variables": variables}]
    assert refused(root, tmp_path) == ["foreign-server /servers/0/url"]


def test_defaults_that_make_the_configured_one(tmp_path: Path) -> None:
    root = with_servers("https://{host}.cloudflare.com/client/{version}")
    defaults = {"host": {"default": "api", "enum": ["api", "eu"]}, "version": {"default": "v4"}}
    root["servers"][0]["variables"] = defaults
    read(config_for(root, tmp_path))


def test_every_server_counts_wherever_it_is(tmp_path: Path) -> None:
    root = with_servers(CLOUDFLARE, "https://evil.example")
    (item,) = root["paths"].values()
    item["servers"] = [{"url": "https://path.example"}]
    item["post"]["servers"] = [{"url": "https://operation.example"}]
    assert [place.rpartition("ai~1run")[2] for place in refused(root, tmp_path)] == [
        "foreign-server /servers/1/url",
        "~1{model_name}/servers/0/url",
        "~1{model_name}/post/servers/0/url",
    ]


def test_servers_of_other_operations_stop_nothing(tmp_path: Path) -> None:
    root = document()
    operation = {"responses": {"200": {"description": ""}}}
    root["paths"]["/other"] = {"servers": [{"url": "https://evil.example"}], "get": operation}
    assert CLOUDFLARE in client(root, tmp_path)


def test_the_configuration_names_another_service(tmp_path: Path) -> None:
    service = ServiceTable(base_url="https://gateway.example/v4")
    assert '"https://gateway.example/v4"' in client(
        with_servers("https://gateway.example/v4/"), tmp_path, service
    )
    assert refused(with_servers(CLOUDFLARE), tmp_path, service) == ["foreign-server /servers/0/url"]


@pytest.mark.parametrize("name", FOREIGN)
def test_what_the_error_says_to_add_is_accepted(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec.json").write_text(json.dumps(with_servers(FOREIGN[name])))
    settings = '[spec]\npath = "spec.json"\n'
    (tmp_path / "flaregen.toml").write_text(settings)
    assert run("inspect") != 0
    said = [line.strip().removeprefix("help: ") for line in capsys.readouterr().err.splitlines()]
    (line,) = (line for line in said if line.startswith("other_servers"))
    (tmp_path / "flaregen.toml").write_text(f"{settings}[service]\n{line}\n")
    assert run("inspect") == 0
    for line in (line for line in said if line.startswith("base_url")):
        (tmp_path / "flaregen.toml").write_text(f"{settings}[service]\n{line}\n")
        assert run("inspect") == 0


NOT_A_SERVICE = {key: value for key, value in FOREIGN.items() if "another" not in key}
NOT_A_SERVICE.pop("this machine")
NOT_A_SERVICE.pop("a host that begins the same")


@pytest.mark.parametrize("name", NOT_A_SERVICE)
def test_what_cannot_be_configured(name: str, tmp_path: Path) -> None:
    (tmp_path / "flaregen.toml").write_text(
        f"[service]\nbase_url = {json.dumps(NOT_A_SERVICE[name], ensure_ascii=False)}\n"
    )
    assert run("check", "--config", str(tmp_path / "flaregen.toml")) == 2


@pytest.fixture
def thief() -> Iterator[Loopback]:
    with serve(lambda _: envelope({})) as running:
        yield running


@pytest.fixture
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "secret")
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "account")
    monkeypatch.delenv("CLOUDFLARE_BASE_URL", raising=False)


@pytest.mark.usefixtures("credentials")
def test_a_document_does_not_get_the_token(
    thief: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = with_servers(thief.url)
    root["paths"]["/accounts/{account_id}/ai/run/@cf/a/b"] = {
        "post": {"tags": ["Workers AI Run"], "responses": {"200": {"description": ""}}}
    }
    (tmp_path / "spec.json").write_text(json.dumps(root))
    (tmp_path / "flaregen.toml").write_text('[spec]\npath = "spec.json"\n')
    monkeypatch.chdir(tmp_path)
    assert run("drift", "--live") != 0
    assert thief.received == []


@pytest.mark.usefixtures("credentials")
def test_the_configuration_says_who_gets_the_token(
    thief: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = json.loads((Path(__file__).parents[2] / "spec" / "openapi.json").read_bytes())
    root["servers"] = [{"url": thief.url}]
    (tmp_path / "spec.json").write_text(json.dumps(root))
    shutil.copy(Path(__file__).parents[2] / "spec" / "names.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    with serve(lambda _: envelope({"input": {"type": "object"}})) as service:
        (tmp_path / "flaregen.toml").write_text(
            f'[spec]\npath = "spec.json"\nnames = "names.toml"\n'
            f'[service]\nbase_url = "{service.url}"\nother_servers = ["{thief.url}"]\n'
        )
        run("drift", "--live", "--model", "@cf/meta/m2m100-1.2b")
        assert service.last.headers["authorization"] == "Bearer secret"
    assert thief.received == []


@pytest.mark.usefixtures("credentials")
@pytest.mark.parametrize("url", ["http://evil.example", "https://a@evil.example", "evil.example"])
def test_an_address_of_the_environment_is_looked_at(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOUDFLARE_BASE_URL", url)
    monkeypatch.chdir(tmp_path)
    assert run("drift", "--live") == 2


CHANGES: dict[str, tuple[Any, Any, list[tuple[str, str]]]] = {
    "another": ("https://a.test", "https://b.test", [("server-changed", "breaking")]),
    "the first": (None, "https://b.test", [("server-changed", "breaking")]),
    "a variable": (
        {"url": "https://{h}", "variables": {"h": {"default": "a.test"}}},
        {"url": "https://{h}", "variables": {"h": {"default": "evil.test"}}},
        [("server-changed", "breaking")],
    ),
    "another first one": (
        ["https://a.test"],
        ["https://b.test", "https://a.test"],
        [("server-changed", "breaking")],
    ),
    "one more": (
        ["https://a.test"],
        ["https://a.test", "https://b.test"],
        [("server-added", "info")],
    ),
    "one of any": (
        {"url": "https://{h}", "variables": {"h": {"default": "a.test"}}},
        "https://a.test",
        [("server-variable-narrowed", "breaking")],
    ),
    "the same in other words": (
        {"url": "https://{h}", "variables": {"h": {"default": "a.test", "enum": ["a.test"]}}},
        "https://a.test",
        [],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("place", ["document", "path", "operation"])
def test_a_changed_server_breaks(name: str, place: str) -> None:
    old, new, expected = CHANGES[name]
    found = compare(_placed(old, place), _placed(new, place), date(2026, 1, 1))
    assert [(change.id, change.level) for change in found] == expected


def _placed(server: Any, place: str) -> Any:
    servers = server if isinstance(server, list) else [server]
    listed = [{"url": one} if isinstance(one, str) else one for one in servers]
    held = {"servers": listed} if server is not None else {}
    operation: dict[str, Any] = {"responses": {}}
    item: dict[str, Any] = {"get": operation}
    root = {"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": {"/a": item}}
    {"document": root, "path": item, "operation": operation}[place].update(held)
    return settings.document(root)
