"""Calls of the official SDK, unchanged, make the same requests.

The SDK is a peer of the measurements, and made up the calls from its own signatures: what each
method requires, in all methods of one resource of each kind. The document is two years older.
"""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx2
import pytest

from flaregen import config as configuration
from flaregen.config import Config
from flaregen.names.learning import learned, parse, written
from flaregen.names.named import NamedOperation
from flaregen.names.reviewed import ReviewedNames
from flaregen.openapi.endpoints import endpoints, without_names
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
_OTHERWISE = {
    "api_gateway.operations.bulk_delete": "the document requires a body",
    "cloud_connector.rules.update": "the SDK calls the list that is the whole body `rules`",
    "filters.bulk_delete": "the document has `id` in the body",
    "filters.create": "the document takes one filter",
    "vectorize.indexes.insert": "the SDK sends NDJSON as JSON",
    "vectorize.indexes.upsert": "the SDK sends NDJSON as JSON",
}
"""Calls for which the document says something else than the SDK of later years, and what."""

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
    query: str
    type: str
    body: object


def _sent(method: str, url: str, kind: str, body: bytes) -> Sent:
    address, media_type = urlsplit(url), kind.partition(";")[0]
    read: object = body
    if body and media_type == "application/json":
        with suppress(ValueError):
            read = json.loads(body)
    elif body and media_type == "multipart/form-data":
        # Not by what a file without a name is called.
        found = service.parts(Received(method, url, {"content-type": kind}, body))
        read = {part.name: part.content for part in found}
    return Sent(method, address.path, address.query, media_type if read else "", read or None)


def _chosen(config: Config) -> tuple[str, ...]:
    """The operations of one resource of each kind, that with most methods."""
    wanted = parse(_NAMES.read_text(encoding="utf-8"), _NAMES.name)
    kinds: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for endpoint in endpoints(load(config.spec, config.access)):
        _, path, method = endpoint.pointer.tokens
        if wish := wanted.get((method.upper(), without_names(path))):
            resource = wish.name.rpartition(".")[0]
            kinds[resource.partition(".")[0]][resource].append(f"{method.upper()} {path}")
    return tuple(label for kind in kinds.values() for label in max(kind.values(), key=len))


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
        overlays=(),
        names=names,
        package="named_officially",
        project=False,
    )
    config = replace(config, operations=_chosen(config))
    names.write_text(_rows(config), encoding="utf-8")
    reading = read(config)
    with imported(generate(config, reading), folder, config.package) as found:
        yield reading, found


def _label(operation: NamedOperation) -> str:
    return f"{operation.resource}.{operation.method}"


def _official(operations: Sequence[NamedOperation]) -> dict[str, Any]:
    """Calls and requests of the SDK by the names of methods."""
    scopes = {
        _label(one): "zone_id" if one.operation.path.startswith("/zones/") else "account_id"
        for one in operations
    }
    command = [str(_PEER / "bin" / "python"), str(Path(__file__).with_name("official_calls.py"))]
    done = subprocess.run(
        command, input=json.dumps(scopes), capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _given(one: Any) -> Any:
    match one:
        case {"$bytes": text}:
            return text.encode()
        case dict():
            return {key: _given(inner) for key, inner in one.items()}
        case list():
            return [_given(inner) for inner in one]
    return one


def _equal(theirs: Sent, ours: Sent, operation: NamedOperation) -> bool:
    """A body that is empty is none where the document says that there need not be any."""
    left_out = operation.operation.optional_body and ours.body is None and theirs.body in ({}, None)
    return theirs._replace(type="", body=None) == ours if left_out else theirs == ours


def test_the_same_requests(made: tuple[Reading, ModuleType]) -> None:
    reading, package = made
    received: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        request.read()
        received.append(request)
        return httpx2.Response(200, json={"success": True, "errors": [], "result": None})

    transport = httpx2.Client(transport=httpx2.MockTransport(answer))
    options: dict[str, Any] = {"api_token": "t", "base_url": "https://api.example"}
    client = package.Cloudflare(http_client=transport, max_retries=0, on_drift="ignore", **options)
    wrong: dict[str, str] = {}
    calls = _official(reading.operations)
    for operation in reading.operations:
        label = _label(operation)
        call = calls[label]
        theirs = _sent(call["method"], call["url"], call["type"], call["body"].encode())
        try:
            attrgetter(label)(client)(*_given(call["positional"]), **_given(call["named"]))
        except (TypeError, ValueError) as error:
            wrong[label] = f"{operation.operation.label}: {error}"
            continue
        last = received[-1]
        kind = last.headers.get("content-type", "")
        ours = _sent(last.method, str(last.url), kind, last.content)
        if not _equal(theirs, ours, operation):
            wrong[label] = f"{operation.operation.label}:\n  {theirs}\n  {ours}"
    resources = {operation.resource for operation in reading.operations}
    assert (len(resources) >= 40, len(calls) >= 250) == (True, True)
    assert wrong.keys() == _OTHERWISE.keys(), "\n".join(
        text for label, text in wrong.items() if label not in _OTHERWISE
    )
