"""What it costs to import the client, beside importing its two libraries alone."""

from __future__ import annotations

from pathlib import Path

from process import measure
from rows import Row

_BARE = "import httpx2, msgspec; httpx2.Client()"
_OURS = "from workers_ai import Cloudflare; Cloudflare(api_token='t', account_id='a')"
_OFFICIAL = "from cloudflare import Cloudflare; Cloudflare(api_token='t')"


def rows(client: Path, peers: Path, runs: int) -> list[Row]:
    """CPU milliseconds of a process that imports and makes a client, less an empty process."""
    programs = {"empty": "pass", "bare": _BARE, "ours": _OURS, "official": _OFFICIAL}
    usages: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(runs * 3):
        for name, program in programs.items():
            python = (peers if name == "official" else client) / "bin" / "python"
            command = [str(python), "-c", program]
            usages[name].append(measure(command).cpu)
    cost = {name: sorted(values)[len(values) // 2] * 1000 for name, values in usages.items()}
    bare, ours, official = (cost[n] - cost["empty"] for n in ("bare", "ours", "official"))
    return [
        Row(
            "import and a client ready, CPU ms",
            ours,
            bare,
            1.15,
            "import httpx2, msgspec; Client()",
        ),
        Row("the same, official SDK", ours, official, None, "cloudflare 5.9.0"),
    ]
