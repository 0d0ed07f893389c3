"""A slice of the newest full document: what checkers and calls make of it."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.pipeline import generate
from flaregen.understanding import read
from tests.support.concepts import imported
from tests.support.loopback import envelope, serve
from tests.support.pinned import ROOT

_UPSTREAM = ROOT.parent / "shared" / "upstream" / "full"
_DOCUMENTS = sorted(_UPSTREAM.glob("*.json.gz"))
_OPERATIONS = (
    *("health-checks-create-health-check", "dns-records-for-a-zone-create-dns-record"),
    *("zones-post", "r2-create-bucket", "worker-cron-trigger-update-cron-triggers"),
    *("worker-script-patch-settings", "user-api-tokens-create-token"),
    "radar-get-bgp-hijacks-events",
)
_CALLS = """\
from datetime import date, datetime

from slice_of_cloudflare import Cloudflare

client = Cloudflare(api_token="t", account_id="a")
check, record = client.healthchecks.create, client.dns_records.create
check(zone_id="z", address="a", name="n", timeout=7, timeout_option=2.5, http_config={"port": 80})
record(zone_id="z", type="A", name="n", content="1.2.3.4", id="i", ttl=60, tags=["a:b"])
record(zone_id="z", type="SRV", name="n", id="i", data={"port": 80, "target": "a"})
client.zones.create(account={"id": "a"}, name="example.com", type="full")
client.user.tokens.create(name="n", policies=[], expires_on=datetime(2030, 1, 1))
client.user.tokens.create(name="n", policies=[], expires_on="2030-01-01T00:00:00Z")
client.radar.bgp.hijacks.events.list(date_start=date(2030, 1, 1), date_end="2030-01-02T00:00:00Z")
check(zone_id="z", address="a", nmae="n")  # E: misspelt
check(zone_id="z", address="a")  # E: no name
check(zone_id="z", address=1, name="n")  # E: not a text
check(zone_id="z", address="a", name="n", check_regions=["MARS"])  # E: enum
check(zone_id="z", address="a", name="n", http_config={"metod": "GET"})  # E: misspelt inside
check(zone_id="z", address="a", name="n", http_config={"port": "80"})  # E: type inside
check(zone_id="z", address="a", name="n", timeout=2.5)  # E: the field is an integer
check(zone_id="z", address="a", name="n", timeout_option="5")  # E: option
record(zone_id="z", type="B", name="n", id="i")  # E: enum of all forms
record(zone_id="z", type="SRV", name="n", id="i", data={"prot": 80})  # E: in no form
client.zones.create(account={"idd": "a"}, name="example.com")  # E: misspelt inside
client.r2.buckets.create(name=["b"])  # E: not a text
client.r2.buckets.create(name=date(2030, 1, 1))  # E: a text of any kind
client.user.tokens.create(name="n", policies=[], expires_on=7)  # E: no moment
"""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not _DOCUMENTS, reason="needs ../shared/upstream"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    config = replace(
        configuration.load(None),
        operations=_OPERATIONS,
        spec=str(_DOCUMENTS[-1]),
        overlays=(),
        names=None,
        package="slice_of_cloudflare",
        project=False,
    )
    folder = tmp_path_factory.mktemp("slice")
    with imported(generate(config, read(config)), folder, config.package):
        yield folder


@pytest.fixture
def package(folder: Path) -> ModuleType:
    assert folder.is_dir()
    return importlib.import_module("slice_of_cloudflare")


def test_checkers_find_typical_mistakes_and_nothing_else(folder: Path) -> None:
    (folder / "calls.py").write_text(_CALLS, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--output=json"]
    done = subprocess.run(
        [*command, "calls.py", "slice_of_cloudflare"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    errors = {(one["file"], one["line"]) for one in found if one["severity"] == "error"}
    marked = {n for n, line in enumerate(_CALLS.splitlines(), 1) if "# E:" in line}
    assert len(marked) >= 7
    assert errors == {("calls.py", line) for line in marked}, done.stdout


def test_a_field_is_never_read_as_an_option(package: ModuleType) -> None:
    options: Any = {"api_token": "token", "max_retries": 0}
    with (
        serve(envelope({"id": "x", "name": "n"})) as server,
        package.Cloudflare(base_url=server.url, **options) as client,
    ):
        client.healthchecks.create(zone_id="z", address="a", name="n", timeout=7, timeout_option=30)
        assert server.last.json() == {"address": "a", "name": "n", "timeout": 7}
        with pytest.raises(ValueError, match="`timeout` to be 0 or more"):
            client.healthchecks.create(
                zone_id="z", address="a", name="n", timeout=7, timeout_option=-1
            )
    assert len(server.received) == 1
