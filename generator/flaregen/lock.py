"""``flaregen.lock``: what a client was made from, and what was written.

It lies in the emitted package and is committed with it. It says whether there is
anything to do, which files are flaregen's to replace or remove, and which of them
somebody changed by hand. A build with nothing to do needs this module and the
configuration alone, so nothing else is imported here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import msgspec

from flaregen import __version__, resources
from flaregen.config import Config, names_a_file, require_readable
from flaregen.digests import (
    content_on_disk,
    decompressed,
    digest,
    digest_of_files,
    readable_bytes,
    written_earlier,
)
from flaregen.portable import why_unsafe
from flaregen.rendered import RenderedFile
from flaregen.toml_text import inline, listed, parsed, quoted

FILE_NAME = "flaregen.lock"
_HEADER = "# Written by flaregen: what this client is made from, and what was written. Commit it.\n"
_TEMPLATES = ("*.jinja", "*.jinja2", "*.py")
_TOOLS = ("datamodel-code-generator", "ruff")
"""Those that write a part of the output."""
_NO_SETTINGS = frozenset(
    {"origin", "spec", "overlays", "names", "directory", "drift", "pull", "access", "pinned"}
)
"""Files, which have digests; where things are; permissions; and what is not about the client."""
_CACHES = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"})


class Input(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file that was read: its name, the same on every machine, and its SHA-256."""

    source: str
    sha256: str


class Inputs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the output depends on. ``spec`` has no digest when it was not read yet.

    ``code`` is a digest of the generator's own modules, ``settings`` are the configuration's,
    apart from the files it names. ``references`` are the documents that references led to:
    addresses, and paths below the folder of ``spec``.
    """

    generator: str
    templates: str
    settings: Mapping[str, Any]
    spec: Input
    code: str = ""
    names: Input | None = None
    overlays: tuple[Input, ...] = ()
    references: tuple[Input, ...] = ()


class Lock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``files`` has the SHA-256 of each file by its path below the output folder."""

    inputs: Inputs
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A file that is not as flaregen wrote it."""

    path: PurePosixPath
    kind: Literal["changed", "missing"]


def inputs_digest(
    config: Config, *, sha256: str | None = None, references: tuple[Input, ...] = ()
) -> Inputs:
    """What a build with this configuration would read, without parsing any of it.

    ``sha256`` is the digest of a document that is not a plain file (a URL, ``git:``
    or ``-``) and has been read already; without it, such a document has no digest
    and the result equals no lock's. ``references`` are known when the document was read,
    or from ``references_on_disk``. Raises DiagnosticError when a document cannot be read,
    UsageError when names or an overlay cannot.
    """
    base = _base(config)
    spec = Path(config.spec)
    if sha256 is None and spec.is_file():
        sha256 = digest(decompressed(readable_bytes(spec)))
    return Inputs(
        generator=__version__,
        code=_code(),
        templates=_templates(),
        settings=settings_of(config),
        spec=Input(source=portable_name(config.spec, base), sha256=sha256 or ""),
        names=_input(config.names, base, "file of reviewed names") if config.names else None,
        overlays=tuple(_input(path, base, "overlay") for path in config.overlays),
        references=references,
    )


def references_on_disk(config: Config, inputs: Inputs) -> tuple[Input, ...] | None:
    """The documents that references led to, as they are now.

    None where only a build can say: one is on a server or gone, or there
    is no permission to read them any more.
    """
    remote = any("://" in given.source for given in inputs.references)
    if remote or (inputs.references and not config.access.remote_refs):
        return None
    folder = Path(config.spec).parent
    paths = [folder / PurePosixPath(given.source) for given in inputs.references]
    if not all(path.is_file() for path in paths):
        return None
    return tuple(
        Input(given.source, digest(decompressed(readable_bytes(path))))
        for given, path in zip(inputs.references, paths, strict=True)
    )


def made_by() -> str:
    """A text that changes with any code that an answer of a pure function depends on."""
    # Imported late: a build with nothing to do keeps no answers.
    from importlib.metadata import version

    tools = [f"{name} {version(name)}" for name in _TOOLS]
    return " ".join([_code(), _templates(), sys.version, *tools])


def _code() -> str:
    return digest_of_files(Path(__file__).parent, ("*.py",))


def _templates() -> str:
    return digest_of_files(resources.templates_directory(), _TEMPLATES)


def settings_of(config: Config) -> Mapping[str, Any]:
    """Whatever else the configuration says, so that no key is ever forgotten."""
    return {
        field.name: msgspec.json.decode(msgspec.json.encode(getattr(config, field.name)))
        for field in fields(config)
        if field.name not in _NO_SETTINGS
    }


def make_lock(inputs: Inputs, files: Iterable[RenderedFile]) -> Lock:
    """The lock of a build; the lock file itself is none of its files."""
    digests = {str(file.path): digest(file.content) for file in files}
    return Lock(inputs=inputs, files=dict(sorted(digests.items())))


def render_lock(lock: Lock) -> bytes:
    """The lock as TOML, a line for each file, so that a diff names what changed."""
    inputs = msgspec.to_builtins(lock.inputs)
    single = ("generator", "code", "templates", "spec", "names")
    lines = [f"{name} = {inline(inputs[name])}" for name in single if inputs[name] is not None]
    for name in ("overlays", "references"):
        if inputs[name]:
            lines += [f"{name} = [", *(f"  {inline(one)}," for one in inputs[name]), "]"]
    settings = inputs["settings"]
    lines += ["", "[settings]", f"operations = {listed(settings.get('operations', ()))}"]
    lines += [f"{k} = {inline(v)}" for k, v in settings.items() if k != "operations"]
    lines += ["", "[files]"]
    lines += [f"{quoted(path)} = {quoted(digest)}" for path, digest in sorted(lock.files.items())]
    return (_HEADER + "\n".join(lines) + "\n").encode()


def read_lock(path: Path, package: str = "") -> Lock | None:
    """The lock of an emitted package, None when there is none. Raises DiagnosticError.

    Its files are those of ``package``, by default of the folder that the lock is in, whatever
    that was called when they were written.
    """
    lock = written_earlier(path, _lock_in)
    return _renamed(lock, package or path.parent.name) if lock else None


def _renamed(lock: Lock, package: str) -> Lock:
    before = f"{lock.inputs.settings.get('package')}/"
    if before == f"{package}/":
        return lock
    files = {
        f"{package}/{name.removeprefix(before)}" if name.startswith(before) else name: digest
        for name, digest in lock.files.items()
    }
    return Lock(lock.inputs, files)


def _lock_in(content: bytes) -> Lock:
    table = parsed(content)
    inputs = {name: value for name, value in table.items() if name != "files"}
    return msgspec.convert({"inputs": inputs, "files": table.get("files", {})}, Lock)


def with_code_of(lock: Lock, other: Lock | None) -> Lock:
    """The same lock, as if the code that another one was made by had made it."""
    if other is None:
        return lock
    inputs = msgspec.structs.replace(lock.inputs, code=other.inputs.code)
    return Lock(inputs, lock.files)


def hand_edits(lock: Lock, output: Path) -> tuple[HandEdit, ...]:
    """The files that differ from what the lock says was written, in the lock's order."""
    found: list[HandEdit] = []
    for name, written in lock.files.items():
        path = PurePosixPath(name)
        actual = content_on_disk(output, path)
        if actual is None:
            found.append(HandEdit(path, "missing"))
        elif not isinstance(actual, bytes) or digest(actual) != written:
            found.append(HandEdit(path, "changed"))
    return tuple(found)


def last_build(output: Path, package: str) -> tuple[Lock | None, tuple[HandEdit, ...]]:
    """The lock on disk and what was edited since, both of the same moment.

    Another build may put its files in place between the two; then they are read again.
    Raises DiagnosticError.
    """
    path = output / package / FILE_NAME
    lock = read_lock(path)
    while True:
        edits = hand_edits(lock, output) if lock else ()
        again = read_lock(path)
        if again == lock:
            return lock, edits
        lock = again


def owned(lock: Lock | None, package: str) -> frozenset[PurePosixPath]:
    """What flaregen wrote, by its path below the output folder; the lock itself is of it.

    A path that leads elsewhere was put there by somebody else. So was one in another folder than
    the package's, or one with a dot: the output folder may be the top of a repository.
    """
    if lock is None:
        return frozenset()
    paths = (PurePosixPath(name) for name in (*lock.files, f"{package}/{FILE_NAME}"))
    return frozenset(path for path in paths if _may_be_ours(path, package))


def _may_be_ours(path: PurePosixPath, package: str) -> bool:
    if why_unsafe(path):
        return False
    return path.parts[0] == package or (len(path.parts) == 1 and not path.name.startswith("."))


def surplus_files(lock: Lock, output: Path, package: str) -> tuple[PurePosixPath, ...]:
    """Files of the package folder that flaregen did not write, caches left out, sorted."""
    ours = owned(lock, package)
    found = []
    for folder, folders, names in os.walk(output / package):
        folders[:] = sorted(set(folders) - _CACHES)
        inside = PurePosixPath(Path(folder).relative_to(output).as_posix())
        found += [inside / name for name in names if inside / name not in ours]
    return tuple(sorted(found))


def _input(path: Path, base: Path, kind: str) -> Input:
    require_readable(path, kind)
    return Input(source=portable_name(str(path), base), sha256=digest(readable_bytes(path)))


def portable_name(name: str, base: Path) -> str:
    """A path below ``base`` relative to it; the bare file name of any other; else the name.

    What ships with flaregen is called what it is called in a project that has a copy.
    """
    path = Path(name).absolute()
    if name == "-" or not names_a_file(name):
        return name
    if path.is_relative_to(base.absolute()):
        return path.relative_to(base.absolute()).as_posix()
    shipped = resources.spec_directory().absolute()
    if path.is_relative_to(shipped):
        return f"spec/{path.relative_to(shipped).as_posix()}"
    return path.name


def _base(config: Config) -> Path:
    if config.origin is not None:
        return config.origin.parent
    return resources.spec_directory().parent
