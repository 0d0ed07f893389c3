"""Two states of a client, and how to tell which of them is on disk."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath

from flaregen.lock import Input, Inputs, make_lock, render_lock
from flaregen.rendered import RenderedFile
from flaregen.write import write_package

PACKAGE = "workers_ai"
INPUTS = Inputs(
    generator="0.1.0",
    templates="t" * 64,
    settings={"operations": ["run"], "package": PACKAGE, "project": True},
    spec=Input("spec/openapi.json", "s" * 64),
)
MINE = {"mine.py": "mine", "mine/deeper.txt": "too", "__pycache__/a.pyc": "cache"}
"""What the user keeps next to the client."""


def client(**contents: str) -> list[RenderedFile]:
    """Files of a package, with their lock; ``beside_NAME`` is a file next to the package."""
    files = [RenderedFile(_path(name), text.encode()) for name, text in contents.items()]
    lock = make_lock(INPUTS, files)
    return [*files, RenderedFile(PurePosixPath(PACKAGE, "flaregen.lock"), render_lock(lock))]


def _path(name: str) -> PurePosixPath:
    if name.startswith("beside_"):
        return PurePosixPath(name.removeprefix("beside_") + ".md")
    return PurePosixPath(PACKAGE, *name.split("__")).with_suffix(".py")


OLD = client(same="same", changed="old", gone="gone", sub__gone="gone", beside_README="old")
NEW = client(same="same", changed="new", fresh="new", deep__er__fresh="new", beside_README="new")


def put_mine(output: Path) -> None:
    for name, text in MINE.items():
        path = output / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with its digest, the writer's own workspace left out."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".flaregen-work" not in path.parts
    }


def expected(files: list[RenderedFile], *, mine: bool = True) -> dict[str, str]:
    contents = {str(file.path): file.content for file in files}
    if mine:
        contents |= {f"{PACKAGE}/{name}": text.encode() for name, text in MINE.items()}
    return {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}


def package_of(found: dict[str, str]) -> dict[str, str]:
    return {name: digest for name, digest in found.items() if name.startswith(f"{PACKAGE}/")}


def write_often(output: Path, files: list[RenderedFile]) -> None:
    for _ in range(20):
        write_package(output, PACKAGE, files)
