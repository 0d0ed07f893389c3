"""A client from its configuration: everything up to writing.

It is made of the structure of the document, and of its descriptions in the end. Where the
structure is that of the last build, what was made of it is known: only the files with other
words are formatted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

import msgspec

from flaregen import lock as locking
from flaregen.cache import each
from flaregen.config import Config
from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.document import Document
from flaregen.emitting.format import format_files, kept_from_formatters
from flaregen.lock import Input, Inputs, Lock, make_lock, render_lock
from flaregen.opening import gather
from flaregen.reading.limits import is_counted
from flaregen.rendered import RenderedFile
from flaregen.steps import Step, silent
from flaregen.texts import Structure, structure_of


@dataclass(frozen=True, slots=True)
class Build:
    """What a build would write, the lock included. ``remarks`` are findings that stop nothing."""

    files: tuple[RenderedFile, ...]
    lock: Lock
    remarks: tuple[Diagnostic, ...]


def build(config: Config, step: Step = silent) -> Build:
    """Everything up to writing."""
    gathered = gather(config, step)
    document = gathered.document
    references = tuple(Input(name, source.sha256) for name, source in gathered.reached)
    digest = document.source.sha256
    inputs = locking.inputs_digest(config, sha256=digest, references=references)
    with gathered.placing():
        files, remarks = _built(config, document, inputs, step)
    lock = make_lock(inputs, files)
    path = PurePosixPath(config.package, locking.FILE_NAME)
    whole = (*files, RenderedFile(path, render_lock(lock)))
    return Build(whole, lock, tuple(map(gathered.place, remarks)))


class _Skeleton(msgspec.Struct, array_like=True):
    """A client with numbers for descriptions. The source of its remarks is that of the document."""

    files: tuple[tuple[str, bytes], ...]
    remarks: tuple[Diagnostic, ...]


def _built(
    config: Config, document: Document, inputs: Inputs, step: Step
) -> tuple[tuple[RenderedFile, ...], tuple[Diagnostic, ...]]:
    """The files and the remarks: those of the structure, with the words of the document."""
    structure = structure_of(document)
    question = (structure.digest, inputs.names, repr(config), is_counted(document.source))

    def answer(_: Sequence[bytes]) -> list[bytes]:
        return [msgspec.msgpack.encode(_skeleton(config, document, structure, step))]

    (answered,) = each("skeleton", [msgspec.json.encode(question)], answer)
    made = msgspec.msgpack.decode(answered, type=_Skeleton)
    with step("Formatting"):
        files = [RenderedFile(PurePosixPath(path), content) for path, content in made.files]
        formatted = kept_from_formatters(format_files(files, structure.texts))
    said = (structure.texts.of(remark) for remark in made.remarks)
    return formatted, tuple(replace(diagnostic, source=document.source) for diagnostic in said)


def _skeleton(config: Config, document: Document, structure: Structure, step: Step) -> _Skeleton:
    # Imported here: of a document with the same structure it is known.
    from flaregen.pipeline import rendered
    from flaregen.understanding import buildable

    try:
        reading = buildable(structure.document, config, step)
    except DiagnosticError:
        # What is wrong is said in the words of the document.
        buildable(document, config)
        raise
    files = tuple((str(file.path), file.content) for file in rendered(config, reading, step))
    return _Skeleton(files, tuple(replace(remark, source=None) for remark in reading.remarks))
