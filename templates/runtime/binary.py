"""Files that go out in a request and files that come back."""

from __future__ import annotations

import base64
import os
import shutil
import stat
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from inspect import iscoroutine
from pathlib import Path
from types import MappingProxyType
from typing import IO, Annotated, ClassVar, Self, TypeAlias

from .drift import Mismatch, warn_caller
from .integrations import PydanticType, mime_bundle
from .json_text import is_object, kind_of, text_of
from .records import Answer

# Offset, magic number, media type.
_MAGIC: tuple[tuple[int, bytes | tuple[bytes, ...], str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypavif", "image/avif"),
    (4, (b"ftypheic", b"ftypheix", b"ftypmif1"), "image/heic"),
    (0, (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"), "audio/mpeg"),
    (0, (b"\xff\xf1", b"\xff\xf9"), "audio/aac"),
    (4, b"ftypM4A", "audio/mp4"),
    (8, b"WAVE", "audio/wav"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm"),
    (0, b"%PDF-", "application/pdf"),
)
MEDIA = ("image/", "audio/", "video/")
OCTETS, BASE64 = "octets", "base64"
# Three bytes are four letters.
_STEP = 3 * 256 * 1024
_BYTES = (bytes, bytearray, memoryview)
_NO_FILES = {str, int, float, bool, type(None), dict, list, tuple}
Octets: TypeAlias = Annotated[bytes | os.PathLike[str] | IO[bytes] | Sequence[float], OCTETS]
"""A file, or the list of its bytes as numbers, which is what JSON holds."""
File: TypeAlias = bytes | os.PathLike[str] | IO[bytes]
"""A file that goes out as it is."""
FilePart: TypeAlias = File | tuple[str, File] | tuple[str, File | str, str]
"""A file that is a part of a form, with a name and a media type of its own, or without."""
DataURL: TypeAlias = str | bytes | os.PathLike[str] | IO[bytes]
"""An address, or a file, which goes out as a data URL."""
Base64: TypeAlias = Annotated[str | bytes | os.PathLike[str] | IO[bytes], BASE64]
"""A file, or a string that is its base64 already, which is what JSON holds."""


def is_file(source: object) -> bool:
    """Whether a value is a file, as opposed to what JSON has in its place."""
    # Most values are none, and an abstract class takes its time.
    return type(source) not in _NO_FILES and (isinstance(source, (*_BYTES, os.PathLike)) or hasattr(source, "read"))


def read_file(source: object) -> bytes:
    """The bytes of a path, an open binary file or a bytes-like object.

    Raises TypeError for a file opened as text and anything else, OSError and ValueError where there is none to read.
    """
    if isinstance(source, _BYTES):
        return bytes(source)
    if isinstance(source, os.PathLike):
        return Path(source).read_bytes()
    read = getattr(source, "read", None)
    content = read() if read else None
    if iscoroutine(content):
        # That of an asynchronous file, which nobody is going to await.
        content.close()
    if not isinstance(content, bytes):
        wanted = "bytes, a path or a file opened with mode 'rb'"
        raise TypeError(f"Expected {wanted} but received {type(source).__name__}")
    if not content and getattr(source, "seekable", bool)() and getattr(source, "tell", int)():
        raise ValueError("The file was read to its end before, and nothing is left to send: `seek(0)` goes back")
    return content


def as_base64(content: bytes) -> str:
    """A file as JSON holds it; made in steps, since one for all of it would leave no other thread its turn."""
    steps = range(0, len(content), _STEP)
    return "".join([base64.b64encode(content[start : start + _STEP]).decode() for start in steps])


def media_type_in(content: bytes) -> str:
    """What the first bytes of a file say that it is; empty where they say nothing."""
    return next((name for at, magic, name in _MAGIC if content.startswith(magic, at)), "")


class BinaryResponse(Answer, PydanticType):
    """A file that a model made, whether it came as bytes or as base64 inside JSON."""

    _is_missing = False
    base64_member: ClassVar[str] = ""
    """Wire name of the member that holds the file when the answer is JSON."""

    _others: ClassVar[Sequence[str]] = ()

    def __init_subclass__(cls, *, base64: str | None = None, others: Sequence[str] = (), **arguments: object) -> None:
        super().__init_subclass__(**arguments)
        cls.base64_member, cls._others = base64 or cls.base64_member, others

    def __init__(
        self, content: bytes, media_type: str | None = None, *, extra_fields: Mapping[str, object] | None = None
    ) -> None:
        self.content: bytes = content
        """The file."""
        self.media_type: str = media_type or media_type_in(content) or "application/octet-stream"
        """As the service says, else as the file begins."""
        self._extra = dict(extra_fields or {})

    @property
    def extra_fields(self) -> Mapping[str, object]:
        """Members that came with the file, when the answer was JSON."""
        return MappingProxyType(self._extra)

    @classmethod
    def decoded(cls, raw: object) -> bytes | None:
        """The file in a JSON value: base64, a data URL included; None where there is none."""
        text = raw.get(cls.base64_member) if is_object(raw) else raw
        if isinstance(text, str):
            with suppress(ValueError):
                payload = text.rpartition(",")[2] if text.startswith("data:") else text
                return base64.b64decode("".join(payload.split()), validate=True) or None
        return None

    @classmethod
    def mismatch(cls, raw: object, path: str) -> Mismatch:
        """What a JSON value has in the place of the file."""
        member, got = cls.base64_member, kind_of(raw)
        if member and is_object(raw):
            got = kind_of(raw[member]) if member in raw else "nothing"
        return Mismatch(f"{path}.{member}" if member else path, "base64", got)

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """The file in a JSON value; empty content, which cannot be saved, when there is none."""
        members = dict(data) if is_object(data) else {}
        if (content := cls.decoded(data)) is None:
            missing = cls(b"", extra_fields=members or {"result": data})
            missing._is_missing = True
            return missing
        members.pop(cls.base64_member, None)
        return cls(content, extra_fields=members)

    def to_dict(self) -> dict[str, object]:
        """The answer as JSON has it."""
        if not self.base64_member or not self.content:
            return dict(self._extra)
        return {self.base64_member: as_base64(self.content), **self._extra}

    def to_json(self, *, indent: int | None = None) -> str:
        """The answer as JSON text: as `to_dict` has it, or of a file that came as bytes its base64."""
        return text_of(in_json(self), indent)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the file, whole or not at all; a device or a pipe is written to.

        Warns where the suffix is that of another kind of file. Raises ValueError for an answer that holds no file.
        """
        if self._is_missing:
            raise ValueError(f"The answer holds no file, but {', '.join(map(repr, self._extra))}: see `extra_fields`")
        warn_of_suffix(path, self.media_type)
        with replacing(path) as file:
            file.write(self.content)

    def _repr_mimebundle_(self, **chosen: object) -> dict[str, str]:  # noqa: ARG002  # notebooks choose themselves
        return mime_bundle(self.content, self.media_type, repr(self))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return (self.content, self.media_type) == (other.content, other.media_type)

    def __hash__(self) -> int:
        return hash((self.content, self.media_type))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.content)} bytes, {self.media_type!r})"


def unknown_in(file: BinaryResponse) -> Mapping[str, object]:
    """The members next to a file that the schema does not have."""
    return {name: value for name, value in file.extra_fields.items() if name not in file._others}  # noqa: SLF001


def in_json(file: BinaryResponse) -> object:
    """A file as JSON holds it: in its member, or alone where it came as bytes."""
    return as_base64(file.content) if file.content and not file.base64_member else file.to_dict()


def warn_of_suffix(path: str | os.PathLike[str], media_type: str) -> None:
    """A JPEG file that is called .png is one that some programs do not open."""
    from mimetypes import guess_type

    said = (guess_type(os.fspath(path))[0] or "").replace("x-", "")
    if said.startswith(MEDIA) and media_type.startswith(MEDIA) and said != media_type.replace("x-", ""):
        warn_caller(UserWarning(f"The file is {media_type}, and {os.fspath(path)} has the suffix of {said}"))


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """A file to write to, which takes the place of `path` once all is written; until then that stays as it was."""
    if _is_special(path):
        with open(path, "wb") as special:  # noqa: PTH123  # a Path would resolve what /dev/stdout leads to
            yield special
        return
    # Through a symbolic link, and not in its place.
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        # It leads to itself.
        target.stat()
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            yield file
        with suppress(OSError):
            shutil.copymode(target, part)
        part.replace(target)
    except OSError as error:
        if error.filename != os.fspath(part):
            raise
        # Nobody has asked for that one.
        raise OSError(error.errno, error.strerror, os.fspath(path)) from None
    finally:
        with suppress(OSError):
            part.unlink()


def _is_special(path: str | os.PathLike[str]) -> bool:
    """Whether there is a device, a pipe or an open descriptor, which no file may take the place of."""
    if os.fspath(path).startswith(("/dev/", "/proc/")):
        return True
    with suppress(OSError):
        mode = os.stat(path).st_mode  # noqa: PTH116  # as the file is opened
        return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
    return False
