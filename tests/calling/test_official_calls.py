"""Calls of the official SDK, unchanged, make the same requests.

The SDK is a peer of the measurements, and the calls are made up from its own signatures: what each
method requires, and all that it takes. The document is two years older, so that it lacks some of
the latter: those calls have to make a request, and not the same one.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest

from flaregen import config as configuration
from flaregen.config import Config
from flaregen.names.learning import learned, parse, written
from flaregen.names.named import NamedOperation
from flaregen.names.reviewed import ReviewedNames
from flaregen.pipeline import generate
from flaregen.reading.load import load
from flaregen.understanding import Reading, read, unnamed
from tests.conftest import SHARED
from tests.support import service
from tests.support.concepts import imported
from tests.support.loopback import Received
from tests.support.pinned import ROOT

_PEER = ROOT / "bench" / ".peers"
_DOCUMENTS = sorted(SHARED.glob("upstream/full/*.json.gz"))
_NAMES = SHARED / "facts" / "official-methods.tsv"
_OTHER_PATHS = "the SDK has another path or method"
_OF_THE_LIST = "the SDK calls the list or text that is the whole body otherwise"
_REQUIRED = "the document requires more"
_TWICE = "the path has one parameter twice"
_OTHERWISE = {
    "addressing.address_maps.accounts.delete": _TWICE,
    "addressing.address_maps.accounts.update": _TWICE,
    "api_gateway.operations.bulk_delete": _REQUIRED,
    "api_gateway.operations.schema_validation.edit": _OF_THE_LIST,
    "cloud_connector.rules.update": _OF_THE_LIST,
    "filters.bulk_delete": "the document has `id` in the body",
    "logpush.edge.create": _OTHER_PATHS,
    "radar.dns.top.ases": _REQUIRED,
    "radar.dns.top.locations": _REQUIRED,
    "vectorize.indexes.insert": "the SDK sends NDJSON as JSON",
    "vectorize.indexes.metadata_index.list": _OTHER_PATHS,
    "vectorize.indexes.upsert": "the SDK sends NDJSON as JSON",
    "waiting_rooms.rules.create": _OF_THE_LIST,
    "waiting_rooms.rules.update": _OF_THE_LIST,
    "workers.scripts.update": "the SDK sends a form without files as JSON",
    "workers.scripts.versions.create": "the document lacks fields in a dict",
    "workers_for_platforms.dispatch.namespaces.scripts.update": "the same as of other scripts",
    "zaraz.update": _OF_THE_LIST,
    "zero_trust.devices.dex_tests.create": _OTHER_PATHS,
    "zero_trust.devices.dex_tests.delete": _OTHER_PATHS,
    "zero_trust.devices.dex_tests.get": _OTHER_PATHS,
    "zero_trust.devices.dex_tests.list": _OTHER_PATHS,
    "zero_trust.devices.dex_tests.update": _OTHER_PATHS,
    "zero_trust.devices.policies.custom.fallback_domains.update": _OF_THE_LIST,
    "zero_trust.devices.policies.default.fallback_domains.update": _OF_THE_LIST,
    "zero_trust.dex.fleet_status.devices.list": _REQUIRED,
    "zero_trust.dex.tests.list": _OTHER_PATHS,
    "zero_trust.dlp.profiles.predefined.get": _OTHER_PATHS,
    "zero_trust.dlp.profiles.predefined.update": _OTHER_PATHS,
}
"""Calls for which the document says something else than the SDK of later years, and what."""
_REFUSED = {
    *(name for name, why in _OTHERWISE.items() if why is _TWICE),
    "api_gateway.operations.bulk_delete",
    "cloud_connector.rules.update",
    "waiting_rooms.rules.update",
    "zaraz.update",
    # The document says that the whole body is a text.
    "zero_trust.access.tags.create",
    "zero_trust.devices.policies.custom.fallback_domains.update",
    "zero_trust.devices.policies.default.fallback_domains.update",
}
"""Of the calls with all that the SDK takes, those that are errors."""
_WAYS = ("", "with_raw_response", "with_streaming_response")

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not _DOCUMENTS, reason="needs ../shared/upstream"),
    pytest.mark.skipif(
        not [*_PEER.glob("lib/*/site-packages/cloudflare")],
        reason="needs the official SDK: `make peers` installs it",
    ),
]


class Sent(NamedTuple):
    """A request as it is compared. Where there is no body, its type says nothing."""

    method: str
    path: str
    query: list[tuple[str, str]]
    type: str
    body: object


def _sent(method: str, url: str, kind: str, body: bytes) -> Sent:
    address, media_type = urlsplit(url), kind.partition(";")[0]
    read: object = _read(body) if media_type == "application/json" else body
    if body and media_type == "multipart/form-data":
        # Not by what a file without a name is called.
        found = service.parts(Received(method, url, {"content-type": kind}, body))
        read = {part.name: _read(part.content) for part in found}
    query = sorted(parse_qsl(address.query))
    return Sent(method, address.path, query, media_type if read else "", read or None)


def _read(content: bytes) -> object:
    """JSON, however it is spaced, or what else it is."""
    with suppress(ValueError):
        return json.loads(content)
    return content


def _rows(config: Config) -> str:
    """Rows for the official names."""
    wanted = parse(_NAMES.read_text(encoding="utf-8"), _NAMES.name)
    operations = unnamed(load(config.spec, config.access), config)
    return written(learned(operations, wanted, ReviewedNames(), config.scopes))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Reading, ModuleType]]:
    folder = tmp_path_factory.mktemp("official")
    names = folder / "names.toml"
    config = replace(
        configuration.load(None),
        spec=str(_DOCUMENTS[-1]),
        operations=("*",),
        overlays=(),
        names=names,
        package="named_officially",
        project=False,
    )
    names.write_text(_rows(config), encoding="utf-8")
    reading = read(config)
    with imported(generate(config, reading), folder, config.package) as found:
        yield reading, found


def _label(operation: NamedOperation) -> str:
    return f"{operation.resource}.{operation.method}"


@pytest.fixture(scope="module")
def official(made: tuple[Reading, ModuleType]) -> list[dict[str, Any]]:
    """Calls and requests of the SDK."""
    wanted = {one.name for one in parse(_NAMES.read_text(encoding="utf-8"), _NAMES.name).values()}
    scopes = {
        _label(one): "zone_id" if one.operation.path.startswith("/zones/") else "account_id"
        for one in made[0].operations
        if _label(one) in wanted
    }
    command = [str(_PEER / "bin" / "python"), str(Path(__file__).with_name("official_calls.py"))]
    done = subprocess.run(
        command, input=json.dumps(scopes), capture_output=True, text=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _given(one: Any) -> Any:
    match one:
        case {"$bytes": text}:
            return text.encode()
        case {"$moment": text}:
            return datetime.fromisoformat(text)
        case dict():
            return {key: _given(inner) for key, inner in one.items()}
        case list():
            return [_given(inner) for inner in one]
    return one


def _method(client: Any, name: str, way: str = "") -> Any:
    resource, _, last = name.rpartition(".")
    around = attrgetter(resource)(client)
    return getattr(getattr(around, way) if way else around, last)


def _equal(theirs: Sent, ours: Sent) -> bool:
    """A body that is empty is none: the document says where there need not be any."""
    left_out = ours.body is None and theirs.body in ({}, None)
    return theirs._replace(type="", body=None) == ours if left_out else theirs == ours


def _answer(_: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"success": True, "errors": [], "result": None})


_HOST = "https://api.example"
_CLIENT: Any = {"api_token": "t", "base_url": _HOST, "max_retries": 0, "on_drift": "ignore"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_same_requests(made: tuple[Reading, ModuleType], official: list[Any]) -> None:
    received: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        request.read()
        received.append(request)
        return _answer(request)

    transport = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = made[1].Cloudflare(http_client=transport, **_CLIENT)
    wrong: dict[str, str] = {}
    for call in official:
        if call["full"]:
            continue
        label = call["name"]
        theirs = _sent(call["method"], call["url"], call["type"], call["body"].encode())
        try:
            _method(client, label)(*_given(call["positional"]), **_given(call["named"]))
        except (TypeError, ValueError) as error:
            wrong[label] = f"{label}: {error}"
            continue
        last = received[-1]
        kind = last.headers.get("content-type", "")
        ours = _sent(last.method, str(last.url), kind, last.content)
        if not _equal(theirs, ours):
            wrong[label] = f"{label}:\n  {theirs}\n  {ours}"
    assert len({call["name"] for call in official}) >= 1300
    _check(wrong, _OTHERWISE)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("way", _WAYS, ids=lambda way: way or "plain")
def test_all_keywords(made: tuple[Reading, ModuleType], official: list[Any], way: str) -> None:
    transport = httpx2.Client(transport=httpx2.MockTransport(_answer))
    client = made[1].Cloudflare(http_client=transport, **_CLIENT)
    wrong: dict[str, str] = {}
    for call in official:
        if not call["full"]:
            continue
        try:
            answer = _method(client, call["name"], way)(
                *_given(call["positional"]), **_given(call["named"])
            )
            if way == "with_raw_response":
                answer.parse()
            elif way:
                with answer as response:
                    response.parse()
        except (TypeError, ValueError, made[1].CloudflareError) as error:
            wrong[call["name"]] = f"{call['name']}: {error!r}"
    _check(wrong, _REFUSED)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_all_keywords_in_a_task(made: tuple[Reading, ModuleType], official: list[Any]) -> None:
    """Each tenth: the methods are the same."""
    wrong: dict[str, str] = {}

    async def run() -> None:
        transport = httpx2.AsyncClient(transport=httpx2.MockTransport(_answer))
        client = made[1].AsyncCloudflare(http_client=transport, **_CLIENT)
        for call in official[1::10]:
            for way in _WAYS[:2]:
                try:
                    answer = await _method(client, call["name"], way)(
                        *_given(call["positional"]), **_given(call["named"])
                    )
                    if way:
                        await answer.parse()
                except (TypeError, ValueError, made[1].CloudflareError) as error:
                    wrong[call["name"]] = f"{call['name']}: {error!r}"

    asyncio.run(run())
    assert wrong.keys() <= _REFUSED | _OTHERWISE.keys(), "\n".join(wrong.values())


def _check(wrong: dict[str, str], known: Collection[str]) -> None:
    unknown = [text for name, text in wrong.items() if name not in known]
    assert (unknown, set(known) - set(wrong)) == ([], set()), "\n".join(unknown)
