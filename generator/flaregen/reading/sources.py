"""From the name of a document to its bytes: a path, ``-``, ``git:REV:PATH`` or a URL."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from flaregen.document import Source, Syntax
from flaregen.network.unpack import BrokenArchiveError, TooLargeError, unpack
from flaregen.reading.access import NONE, Access
from flaregen.reading.limits import MOST_BYTES
from flaregen.reading.revisions import content_at, refuse

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_SUFFIXES: dict[str, Syntax] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


def read_source(name: str, access: Access = NONE) -> Source:
    """Fetch and decompress a document, without looking into it.

    A URL has to be https all the way through its redirects, and public, unless ``access``
    permits more. Raises DiagnosticError.
    """
    if name == "-":
        raw = _from_stdin()
    elif name.startswith("git:"):
        raw = content_at(name)
    elif _SCHEME.match(name):
        raw = _from_url(name, access)
    else:
        return read_file(name)
    return make_source(name, _decompressed(name, raw))


def read_file(name: str) -> Source:
    """Read and decompress a file, whatever its name looks like. Raises DiagnosticError."""
    return make_source(name, _decompressed(name, _from_file(name)))


def make_source(name: str, content: bytes) -> Source:
    """Describe decompressed content; the syntax comes from the name, else from the content."""
    return Source(name, content, _syntax(name, content))


def _syntax(name: str, content: bytes) -> Syntax:
    path = re.split(r"[?#]", name)[0] if "://" in name else name
    suffixes = [suffix.lower() for suffix in Path(path).suffixes if suffix.lower() != ".gz"]
    if suffixes and suffixes[-1] in _SUFFIXES:
        return _SUFFIXES[suffixes[-1]]
    return "json" if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in b"{[" else "yaml"


def _from_stdin() -> bytes:
    try:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    except (OSError, AttributeError):  # a shell's `<&-` closes it, and then Python has none
        advice = "give a path, or pipe the document in: curl ... | flaregen validate -"
        refuse(
            "-", "stdin-unreadable", "Standard input is closed, or not open for reading.", advice
        )


def _from_file(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        refuse(name, "file-not-found", "The file does not exist.", _help_for_missing(name))
    except OSError as error:
        reason = error.strerror or str(error)
        advice = "name a file in it" if Path(name).is_dir() else f"look at it with: ls -l {name}"
        refuse(name, "file-unreadable", f"The file cannot be read: {reason}.", advice)
    except ValueError:  # a name with a NUL in it
        refuse(name, "file-not-found", "This is not a valid file name.", "give a path")


def _help_for_missing(name: str) -> str:
    folder = Path(name).parent
    where = f"look for it with: ls {folder}"
    if not folder.is_dir():
        where = f"the folder {folder} does not exist either"
    kinds = "a document is named by a path, a URL, git:REV:PATH, or - for standard input"
    return f"{where}\n{kinds}\nfor a pin, fetch it with: flaregen pull"


def _from_url(name: str, access: Access) -> bytes:
    """Download by the rules of ``fetch``, which refuses every scheme but those of the web."""
    from flaregen.network.fetch import Limits, fetch

    limits = Limits(size=MOST_BYTES, allow_http=access.http, allow_private=access.private)
    # Nothing is known of the document before, so that the server cannot answer with nothing.
    return fetch(name, limits=limits).content or b""


def _decompressed(name: str, raw: bytes) -> bytes:
    try:
        return unpack(raw, MOST_BYTES)
    except BrokenArchiveError as error:
        message = f"The file looks compressed but cannot be decompressed: {error}."
        refuse(name, "bad-gzip", message, "download it again; gzip -t FILE tests it")
    except TooLargeError:
        message = f"The document has more than {MOST_BYTES // 1024**2} MB."
        refuse(name, "too-large", message, "cut it down to the operations that you need")
