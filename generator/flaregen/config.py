"""The configuration: ``flaregen.toml``, or ``[tool.flaregen]`` in pyproject.toml.

Paths in the file are relative to the folder that holds it.
"""

from __future__ import annotations

import keyword
import os
import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from flaregen import resources
from flaregen.config_file import (
    REQUIRED,
    ConfigFile,
    DriftTable,
    MetadataTable,
    OutputTable,
    PullTable,
    ScopeTable,
    ServiceTable,
    WireTable,
)
from flaregen.diagnostic import UsageError
from flaregen.generator_version import require_version
from flaregen.on_disk import bounded_bytes, require_regular
from flaregen.project_metadata import is_version, problems_with
from flaregen.reading.access import NONE, Access
from flaregen.service_url import problem_with
from flaregen.settings_file import converted

FILE_NAME = "flaregen.toml"
_EVERY_KEY = "docs/configuration.md lists every key with an example"
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]*")


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration of a run, with every path resolved.

    ``origin`` is the file it came from, None for the built-in defaults. ``operations``
    are operationIds or ``METHOD /path`` patterns, in which a ``{parameter}`` matches
    whatever the document calls it. ``pinned`` is a document that a pull replaces. ``former``
    are those of the operations that only the older one of two clients has.
    """

    origin: Path | None
    spec: str
    overlays: tuple[Path, ...]
    names: Path | None
    operations: tuple[str, ...]
    scopes: tuple[ScopeTable, ...]
    wire: WireTable
    directory: Path
    package: str
    project: bool
    version: str
    drift: DriftTable = field(default_factory=DriftTable)
    pull: PullTable = field(default_factory=PullTable)
    service: ServiceTable = field(default_factory=ServiceTable)
    metadata: MetadataTable = field(default_factory=MetadataTable)
    access: Access = NONE
    pinned: bool = False
    former: tuple[str, ...] = ()

    @property
    def present(self) -> tuple[str, ...]:
        """The operations without the former ones."""
        return tuple(one for one in self.operations if one not in self.former)

    @property
    def client(self) -> Path:
        """The folder of the emitted package."""
        return self.directory / self.package

    def with_spec(self, spec: str) -> Config:
        """Another document: overlays and permissions are the configured one's, and stay behind."""
        return replace(self, spec=spec, overlays=(), access=NONE, pinned=False)


def find(start: Path) -> Path | None:
    """The nearest configuration at or above a folder, and not above the repository it is in."""
    for folder in (start, *start.parents):
        if (found := at(folder)) is not None:
            return found
        if os.path.lexists(folder / ".git"):
            return None
    return None


def at(folder: Path) -> Path | None:
    """The configuration in a folder, and not above it. Raises UsageError."""
    for candidate in (folder / FILE_NAME, folder / "pyproject.toml"):
        if os.path.lexists(candidate):
            require_regular(candidate)
            if _table(candidate) is not None:
                return candidate
    return None


def load(path: Path | None, replaced: Collection[str] = ()) -> Config:
    """Read a configuration file; None gives the defaults and the document flaregen ships.

    ``replaced`` are the options that take the place of a key. Raises UsageError when the file
    cannot be read, holds something unknown, or has a path that leads out of its folder and
    that no option replaces.
    """
    if path is None:
        return _resolve(ConfigFile(), Path.cwd(), origin=None)
    table = _table(path)
    if table is None:
        raise UsageError(f"{path} has no [tool.flaregen] table")
    if REQUIRED in table:
        # First: a later version may know keys that this one does not.
        require_version(path, table[REQUIRED])
    parsed = converted(table, ConfigFile, path, _EVERY_KEY, _table_name(path))
    _check_names(path, parsed)
    _check_values(path, parsed)
    _check_paths(path, parsed, replaced)
    return _resolve(parsed, path.parent, origin=path)


def shipped() -> Config:
    """The defaults, with the operations that flaregen's own client has."""
    table = _table(resources.configuration_file()) or {}
    return replace(load(None), operations=tuple(table["operations"]))


def _check_names(path: Path, file: ConfigFile) -> None:
    """Raise UsageError for what becomes a name in the emitted source, and cannot be one."""
    for name in (file.output.package, *(scope.argument for scope in file.scopes)):
        require_name(name, "a name in Python", f"{path}: ")
    for scope in file.scopes:
        if not _VARIABLE.fullmatch(scope.environment):
            raise UsageError(
                f"{path}: {scope.environment!r} cannot be the name of an environment variable",
                help="use capitals, digits and underscores, as in CLOUDFLARE_ACCOUNT_ID",
            )


def _check_values(path: Path, file: ConfigFile) -> None:
    """Raise UsageError for texts that nothing could be done with."""
    above = _table_name(path)
    within = f"{above}." if above else ""
    # The default is one: most configurations do without what judges it.
    if file.output.version != OutputTable().version and not is_version(file.output.version):
        raise UsageError(
            f"{path}: [{within}output] version: {file.output.version!r} is not a valid version",
            help="write it as in 1.2.0 or 2.0.0rc1 (PEP 440), or pip cannot install the client",
        )
    for problem, advice in problems_with(file.output.metadata):
        raise UsageError(f"{path}: [{within}output.metadata] {problem}", advice)
    if problem := problem_with(file.service.base_url):
        raise UsageError(
            f"{path}: [{within}service] base_url is {file.service.base_url!r}: {problem}",
            help="write it as in https://api.cloudflare.com/client/v4",
        )
    if not file.pull.source.strip():
        raise UsageError(
            f"{path}: [{within}pull] source is empty",
            help="name upstream's document by a URL, a path or git:REV:PATH, or leave the key out",
        )


def _check_paths(path: Path, file: ConfigFile, replaced: Collection[str]) -> None:
    """Raise UsageError for a path that no option replaces and that leads out of the folder."""
    keys = {
        "--spec": ("[spec] path", (file.spec.path,)),
        "--overlay": ("[spec] overlays", file.spec.overlays),
        "--names": ("[spec] names", (file.spec.names,)),
        "--output": ("[output] directory", (file.output.directory,)),
    }
    for option, (key, names) in keys.items():
        for name in names if option not in replaced else ():
            require_inside(path, key, name, option)


def require_inside(path: Path, key: str, name: str, option: str) -> None:
    """Raise UsageError for a path that leads out of the configuration's folder, or into git's.

    A configuration is changed by pull requests: what is elsewhere on the disk is for whoever
    types the command to name.
    """
    base = path.parent.resolve()
    if not names_a_file(name):
        return
    place = (base / name).resolve()
    if not place.is_relative_to(base):
        raise UsageError(
            f"{path}: {key} is {name!r}, which leads out of {base}",
            help=f"keep it below that folder, or name it on the command line: {option}",
        )
    # Also as Windows and macOS take it; what is written there, git may run.
    if {part.casefold() for part in place.relative_to(base).parts} & {".git", "git~1"}:
        raise UsageError(
            f"{path}: {key} is {name!r}, which leads into the folder of git",
            help="name a place in the working tree",
        )


def names_a_file(document: str) -> bool:
    """Whether the name of a document is a path, and neither a URL nor ``git:REV:PATH``."""
    return "://" not in document and not document.startswith("git:")


def require_readable(path: Path, kind: str) -> None:
    """Raises UsageError where a file that the settings name cannot be read."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}", help=f"name another {kind}, or none"
        ) from error


def require_name(text: str, role: str, place: str = "") -> None:
    """Raise UsageError for what becomes a name in the emitted source, and cannot be one."""
    if not (text.isascii() and text.isidentifier()):
        remedy = "use letters, digits and underscores, as in workers_ai"
    elif keyword.iskeyword(text):
        remedy = f"{text!r} is a Python keyword: choose another name, as in workers_ai"
    else:
        return
    raise UsageError(f"{place}{text!r} cannot be {role}", help=remedy)


def _table_name(path: Path) -> str:
    """The table that the settings are in; empty where they are the whole file."""
    return "tool.flaregen" if path.name == "pyproject.toml" else ""


def _table(path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(bounded_bytes(path).decode())
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror or error}",
            help="flaregen init writes a configuration",
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: {error}", help="it must be TOML in UTF-8") from error
    if path.name != "pyproject.toml":
        return content
    tool = content.get("tool", {})
    table: dict[str, Any] | None = tool.get("flaregen")
    return table


def _resolve(file: ConfigFile, base: Path, origin: Path | None) -> Config:
    shipped = not file.spec.path
    folder = resources.spec_directory() if shipped else base
    overlays = (
        tuple(sorted((folder / "overlays").glob("*.yaml")))
        if shipped
        else tuple(folder / overlay for overlay in file.spec.overlays)
    )
    names = folder / ("names.toml" if shipped else file.spec.names)
    spec = file.spec.path or "openapi.json"
    source = file.pull.source
    return Config(
        origin=origin,
        spec=str(folder / spec) if names_a_file(spec) else spec,
        overlays=overlays,
        names=names if names.is_file() or file.spec.names else None,
        operations=file.operations,
        scopes=file.scopes,
        wire=file.wire,
        directory=base / file.output.directory,
        package=file.output.package,
        project=file.output.project,
        version=file.output.version,
        drift=file.drift,
        pull=PullTable(str(base / source) if names_a_file(source) else source),
        service=msgspec.structs.replace(file.service, base_url=file.service.base_url.rstrip("/")),
        metadata=file.output.metadata,
        access=Access(remote_refs=file.spec.allow_remote_refs),
        pinned=not shipped and names_a_file(spec),
    )
