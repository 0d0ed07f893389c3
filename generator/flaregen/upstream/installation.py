"""How this flaregen was installed, so that jobs install the same one and no other.

Nothing is guessed from the name: on an index, somebody else may own it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any
from urllib.parse import urlsplit

from flaregen import __version__

_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Installation:
    """A requirement for pip (PEP 508) that names a commit or a SHA-256.

    Where ``is_local``, flaregen came from this machine, which no job can reach: the requirement
    lacks its address: it holds ``{url}`` in that place.
    """

    requirement: str
    is_local: bool = False


def installation() -> Installation:
    """The installation that runs, by what the installer wrote down of it (PEP 610).

    Of an installation from an index nothing is written down: then pip is asked where its index has
    this version. Where it has none, the installation counts as local.
    """
    said = _direct_url()
    if said is None:
        said = _on_the_index()
    return described(said) if said is not None else Installation("flaregen @ {url}", is_local=True)


def _direct_url() -> dict[str, Any] | None:
    try:
        text = distribution("flaregen").read_text("direct_url.json")
    except PackageNotFoundError:
        return {}
    return None if text is None else dict(json.loads(text))


def _on_the_index() -> dict[str, Any] | None:
    """What pip would install for this version, its address and digest."""
    # -P: the folder may have a pip.py of its own. Of a source distribution, code would be run.
    command = [sys.executable, "-P", "-m", "pip", "install", "--dry-run", "--quiet", "--no-deps"]
    command += ["--only-binary", ":all:", "--ignore-installed", "--report", "-"]
    command.append(f"flaregen=={__version__}")
    try:
        done = subprocess.run(  # noqa: S603  no shell
            command, capture_output=True, text=True, check=True, timeout=_SECONDS
        )
        found: dict[str, Any] = json.loads(done.stdout)["install"][0]["download_info"]
    except (OSError, subprocess.SubprocessError, ValueError, LookupError):
        return None
    return found


def described(said: dict[str, Any]) -> Installation:
    """The installation that a ``direct_url.json`` tells of (PEP 610)."""
    url = str(said.get("url", ""))
    archive = said.get("archive_info", {})
    digest = archive.get("hashes", {}).get("sha256") or _legacy(archive.get("hash", ""))
    version = said.get("vcs_info", {})
    parts = urlsplit(url)
    # A token may be in the place of the name. git@ is whoever has a key.
    has_secret = bool(parts.password) or parts.username not in {None, "git"}
    is_local = parts.scheme in {"", "file"} or has_secret
    if version.get("vcs") == "git" and not is_local:
        folder = said.get("subdirectory")
        below = f"#subdirectory={folder}" if folder else ""
        return Installation(f"flaregen @ git+{url}@{version['commit_id']}{below}")
    if digest:
        address = "{url}" if is_local else url
        return Installation(f"flaregen @ {address}#sha256={digest}", is_local)
    return Installation("flaregen @ {url}", is_local=True)


def _legacy(text: str) -> str:
    """The digest of ``sha256=...``, as earlier installers wrote it."""
    name, _, digest = text.partition("=")
    return digest if name == "sha256" else ""
