"""A client of all operations of the whole document, beside the official SDK.

``python bench/whole.py [RUNS]`` prints its rows alone, after a run of ``bench/run.py``, which
installs what is beside it.
"""

from __future__ import annotations

import compileall
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from process import Usage, measure, median
from rows import HEAD, Row

_HERE = Path(__file__).parent
_SHARED = _HERE.parents[1] / "shared"
_DOCUMENT = _SHARED / "upstream" / "full" / "2024-08-06-cca3064f.json.gz"
_NAMES = _SHARED / "facts" / "official-methods.tsv"
_FLAREGEN = str(Path(sys.executable).with_name("flaregen"))
_PACKAGE = "whole_cloudflare"
_SETTINGS = f"""\
operations = ["*"]
[spec]
path = "spec.json"
names = "names.toml"
[output]
directory = "out"
package = "{_PACKAGE}"
"""
_PLACE = ("/zones/{zone_id}/dns_records", "get", "description")
_CALLS = """\
client.dns.records.list(zone_id="z")
client.dns.records.delete("r", zone_id="z")
client.dns.records.get("r", zone_id="z")
client.zones.list(name="example.com")
client.zones.get(zone_id="z")
client.accounts.list()
client.accounts.get(account_id="a")
client.user.get()
client.user.tokens.list()
client.user.tokens.verify()
client.kv.namespaces.list(account_id="a")
client.kv.namespaces.create(account_id="a", title="t")
client.kv.namespaces.delete("n", account_id="a")
client.r2.buckets.list(account_id="a")
client.r2.buckets.create(account_id="a", name="b")
client.r2.buckets.delete("b", account_id="a")
client.d1.database.list(account_id="a")
client.d1.database.create(account_id="a", name="d")
client.queues.list(account_id="a")
client.queues.create(account_id="a", queue_name="q")
client.workers.scripts.list(account_id="a")
client.pages.projects.list(account_id="a")
client.images.v1.list(account_id="a")
client.stream.list(account_id="a")
client.load_balancers.list(zone_id="z")
client.rulesets.list(zone_id="z")
client.page_rules.list(zone_id="z")
client.firewall.lockdowns.list(zone_id="z")
client.registrar.domains.list(account_id="a")
client.healthchecks.list(zone_id="z")
"""
"""With the names of the official SDK."""
_BARE = "import httpx2, msgspec; httpx2.Client()"
_READY = f"from {_PACKAGE} import Cloudflare; Cloudflare(api_token='t', zone_id='z')"
_ANSWERED = """\
import httpx2
text = '{"success": true, "errors": [], "messages": [], "result": []}'
answer = httpx2.Response(200, text=text, headers={"Content-Type": "application/json"})
http = httpx2.Client(transport=httpx2.MockTransport(lambda request: answer))
"""
_PEAK = "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])"
_HTTP_ALONE = f"{_ANSWERED}http.get('https://example.com').json()"
_FIRST_LIST = f"""{_ANSWERED}from {_PACKAGE} import Cloudflare
assert list(Cloudflare(api_token='t', http_client=http).dns.records.list(zone_id='z')) == []
"""


def rows(client: Path, peers: Path, scratch: Path, runs: int) -> list[Row]:
    """Nothing where the document is not at hand. Builds take long: they are run three times."""
    if not _DOCUMENT.is_file():
        return []
    folder = scratch / "whole"
    folder.mkdir()
    return [
        *_builds(folder, min(runs, 3)),
        _size(folder / "out" / _PACKAGE, peers),
        *_use(folder / "out" / _PACKAGE, client, peers, scratch, runs),
    ]


def _builds(folder: Path, runs: int) -> Iterator[Row]:
    root: dict[str, Any] = json.loads(gzip.decompress(_DOCUMENT.read_bytes()))
    (folder / "flaregen.toml").write_text(_SETTINGS, encoding="utf-8")
    spec = folder / "spec.json"
    spec.write_text(json.dumps(root), encoding="utf-8")
    (folder / "names.toml").touch()
    measure([_FLAREGEN, "names", "--like", str(_NAMES)], cwd=folder)
    first, again, idle = [], [], []
    for number in range(runs):
        for made in ("cache", "out"):
            shutil.rmtree(folder / made, ignore_errors=True)
        first.append(_build(folder))
        path, method, key = _PLACE
        root["paths"][path][method][key] = f"Lists the records of a zone, {number}."
        spec.write_text(json.dumps(root), encoding="utf-8")
        again.append(_build(folder))
        idle.append(_build(folder))
    all_, changed = median(first), median(again)
    yield Row("all 1,533 operations, CPU s", all_.cpu, None, None, limit=20)
    yield Row("the same, peak MB", all_.memory, None, None, limit=400)
    yield Row("again after one description changed, CPU s", changed.cpu, all_.cpu, 0.1, "at first")
    yield Row("the same with nothing to do, CPU s", median(idle).cpu, None, None, limit=0.3)


def _build(folder: Path) -> Usage:
    own = {"FLAREGEN_CACHE_DIR": str(folder / "cache")}
    return measure([_FLAREGEN, "build", "--quiet"], cwd=folder, env=own)


def _size(package: Path, peers: Path) -> Row:
    official = next(peers.glob("lib/python*/site-packages/cloudflare"))
    ours, theirs = (_lines(one) for one in (package, official))
    return Row("its lines of Python", ours, theirs, None, "cloudflare 5.9.0", limit=120_000)


def _lines(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*.py"))


def _use(package: Path, client: Path, peers: Path, scratch: Path, runs: int) -> Iterator[Row]:
    with _installed(package, client):
        yield _checking(client, peers, scratch, min(runs, 3))
        python = str(client / "bin" / "python")
        cost = {
            text: statistics.median(
                measure([python, "-c", text]).cpu * 1000 for _ in range(3 * runs)
            )
            for text in ("pass", _BARE, _READY)
        }
        bare, ready = (cost[text] - cost["pass"] for text in (_BARE, _READY))
        what = "import and a client of the whole ready, CPU ms"
        yield Row(what, ready, bare, 1.15, "import httpx2, msgspec; Client()")
        first, alone = (
            statistics.median(_peak(python, text) for _ in range(runs))
            for text in (_FIRST_LIST, _HTTP_ALONE)
        )
        what = "first dns.records.list over a process that has httpx2, MB"
        yield Row(what, first - alone, None, None, limit=15)


@contextmanager
def _installed(package: Path, environment: Path) -> Iterator[None]:
    """A package among those of an environment, compiled, as pip leaves it."""
    place = next(environment.glob("lib/python*/site-packages")) / package.name
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(package, place)
    compileall.compile_dir(place, quiet=1)
    try:
        yield
    finally:
        shutil.rmtree(place)


def _checking(client: Path, peers: Path, scratch: Path, runs: int) -> Row:
    def checked(environment: Path, package: str) -> float:
        file = scratch / f"calls_of_{package}.py"
        calls = textwrap.indent(_CALLS, "    ")
        head = f"from {package} import Cloudflare\n\n\ndef calls(client: Cloudflare) -> None:\n"
        file.write_text(head + calls, encoding="utf-8")
        python = str(environment / "bin" / "python")
        cold = [
            "--strict",
            "--config-file=",
            "--cache-dir=/dev/null",
            "--python-executable",
            python,
        ]
        mypy = str(Path(sys.executable).with_name("mypy"))
        return measure([mypy, *cold, f"--python-executable={python}", str(file)], cwd=scratch).cpu

    turns = [(checked(client, _PACKAGE), checked(peers, "cloudflare")) for _ in range(runs)]
    ours, theirs = (statistics.median(column) for column in zip(*turns, strict=True))
    what = "30 calls, mypy --strict, cold, CPU s"
    return Row(what, ours, theirs, 1 / 3, "cloudflare 5.9.0")


def _peak(python: str, text: str) -> float:
    """Peak memory of a process in MB, by its own count: that of the system starts with ours."""
    done = subprocess.run(
        [python, "-c", f"{text}\n{_PEAK}"], check=True, capture_output=True, text=True
    )
    return float(done.stdout) / 1024


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        found = rows(
            _HERE / ".client",
            _HERE / ".peers",
            Path(made),
            int(sys.argv[1]) if len(sys.argv) > 1 else 3,
        )
    print(HEAD, *(row.markdown() for row in found), sep="\n")
