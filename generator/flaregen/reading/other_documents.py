"""The documents that a document refers to: which of them may be read, and reading them.

A document is known by its address where it comes from a server, and by its path below the
folder of the first document, with slashes, where it is a file. The empty name means
the first document itself.
"""

from __future__ import annotations

import posixpath
import time
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from flaregen.diagnostic import DiagnosticError, Problem
from flaregen.document import JSON, Source
from flaregen.reading.access import Access
from flaregen.reading.limits import MOST_BYTES, MOST_NODES, node_estimate
from flaregen.reading.load import parse_tree
from flaregen.reading.sources import make_source, read_file, read_source

MOST_DOCUMENTS = 100
"""Other documents that one may lead to; each of them may be a download."""

_SECONDS = 300.0
"""For all downloads together."""


class RefusedError(Exception):
    """A reference that may not be followed, or cannot be; the place is the caller's to add."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class KnownFailureError(Exception):
    """A document that could not be read before either, which has been said."""


class ExhaustedError(RefusedError):
    """The limit on documents, bytes or values is reached: nothing more is read."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A document that was read, and parsed."""

    source: Source
    root: JSON


class OtherDocuments:
    """Finds and reads other documents, each once. ``size`` is a limit for all together."""

    def __init__(self, first: Source, access: Access, *, size: int | None = None) -> None:
        self._first = first
        self._access = access
        self._bytes = MOST_BYTES if size is None else size
        self._values = MOST_NODES
        self._until = time.monotonic() + _SECONDS
        self._trees: dict[str, Tree] = {}
        self._failed: set[str] = set()
        self._address: dict[str, str] = {}
        """Where a server had a document in the end: what it refers to counts from there."""

    @property
    def reached(self) -> tuple[tuple[str, Source], ...]:
        """The documents that were read, by name."""
        return tuple((name, self._trees[name].source) for name in sorted(self._trees))

    def find(self, reference: str, referrer: str) -> tuple[str, str]:
        """The name of the document that a reference leads to, and the fragment, still escaped.

        ``referrer`` is the name of the document that has the reference. Nothing is
        read. Raises RefusedError.
        """
        address, _, fragment = reference.partition("#")
        if not address:
            return referrer, fragment
        name = self._name(reference, address, referrer)
        return self._known(name), fragment

    def spelled(self, name: str, fragment: str) -> str:
        """A reference as the first document would spell it."""
        return f"{name if _is_url(name) else quote(name)}#{fragment}"

    def _known(self, name: str) -> str:
        if name == _own_name(self._first.name):
            return ""
        return next((known for known, at in self._address.items() if at == name), name)

    def _name(self, reference: str, address: str, referrer: str) -> str:
        try:
            parts = urlsplit(address)
        except ValueError:
            raise RefusedError(_refusal(reference, "is not a valid URL", _CHECK)) from None
        if parts.scheme in {"http", "https"}:
            return urldefrag(address).url
        if parts.scheme:
            why = f"has the scheme {parts.scheme}, which flaregen does not read"
            raise RefusedError(_refusal(reference, why, "use a path in the document's folder"))
        base = self._address.get(referrer) or referrer or self._first.name
        if _is_url(base):
            return urljoin(base, address)
        return self._path(reference, unquote(address), referrer)

    def _path(self, reference: str, path: str, referrer: str) -> str:
        """A path below the folder of the first document. Raises RefusedError."""
        if self._first.name == "-":
            why = "leads to a file, and standard input has no folder around it"
            raise RefusedError(_refusal(reference, why, "give the document's path"))
        name = posixpath.normpath(posixpath.join(posixpath.dirname(referrer), path))
        outside = name.startswith(("/", "../")) or name == ".."
        if outside or "\\" in name or not name.isprintable():
            raise RefusedError(_outside(reference))
        return name

    def tree(self, name: str, reference: str) -> Tree:
        """Read a document, or give what was read. The reference is for the message.

        Raises RefusedError and DiagnosticError, once for each document, and
        KnownFailureError from then on.
        """
        if name in self._trees:
            return self._trees[name]
        if name in self._failed:
            raise KnownFailureError(name)
        if len(self._trees) + len(self._failed) >= MOST_DOCUMENTS:
            message = f"The references lead to more than {MOST_DOCUMENTS} other documents."
            raise ExhaustedError(Problem("too-many-documents", message, _BUNDLE))
        self._failed.add(name)
        source = self._read(name, reference)
        tree = Tree(source, parse_tree(source))
        self._failed.discard(name)
        self._trees[name] = tree
        return tree

    def _read(self, name: str, reference: str) -> Source:
        source = self._download(name) if _is_url(name) else self._file(name, reference)
        self._bytes -= len(source.content)
        self._values -= node_estimate(source.content, source.syntax)
        for what, left in (("bytes", self._bytes), ("values", self._values)):
            if left < 0:
                message = f"The referenced documents have too many {what} in total."
                raise ExhaustedError(Problem("too-large", message, _BUNDLE))
        return source

    def _download(self, name: str) -> Source:
        # Imported here: most documents refer to nothing outside of them.
        from flaregen.network.fetch import Limits, fetch

        limits = Limits(
            size=self._bytes,
            total=max(0.0, self._until - time.monotonic()),
            allow_http=self._access.http,
            allow_private=self._access.private,
        )
        download = fetch(name, limits=limits)
        self._address[name] = download.address
        return make_source(name, download.content or b"")

    def _file(self, name: str, reference: str) -> Source:
        if self._first.name.startswith("git:"):
            _, revision, first = self._first.name.split(":", 2)
            return read_source(f"git:{revision}:{posixpath.join(posixpath.dirname(first), name)}")
        folder = Path(self._first.name).parent
        path = folder / PurePosixPath(name)
        try:
            # A link may lead anywhere below the folder, and nowhere else.
            is_inside = path.resolve().is_relative_to(folder.resolve())
            is_file = path.is_file()
        except (OSError, RuntimeError):  # a name too long, links in a circle
            is_inside, is_file = True, False
        if not is_inside:
            raise RefusedError(_outside(reference))
        if not is_file:
            message = f"The reference {reference} leads nowhere."
            raise RefusedError(Problem("dangling-reference", message, f"there is no file {path}"))
        return read_file(str(path))


def placed(error: DiagnosticError | RefusedError) -> tuple[Problem, ...]:
    """What went wrong with a whole document, in words for the place of the reference to it.

    Empty where the findings have places of their own, in the text of that document.
    """
    if isinstance(error, RefusedError):
        return (error.problem,)
    if all(diagnostic.source is None for diagnostic in error.diagnostics):
        return tuple(Problem(d.code, d.message, d.help) for d in error.diagnostics)
    return ()


def _own_name(first: str) -> str:
    """What the first document is called by others, counted from its folder."""
    if _is_url(first):
        return urldefrag(first).url
    if first.startswith("git:"):
        first = first.split(":", 2)[-1]
    return PurePosixPath(Path(first).as_posix()).name


def _is_url(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


_CHECK = "correct it, or remove it"
_BUNDLE = "put everything into one file: npx @redocly/cli bundle FILE -o NEW"


def _refusal(reference: str, why: str, advice: str) -> Problem:
    return Problem("remote-reference", f"The reference {reference} {why}.", advice)


def _outside(reference: str) -> Problem:
    why = "leads out of the folder of the document"
    return _refusal(reference, why, "move what it means into that folder")
