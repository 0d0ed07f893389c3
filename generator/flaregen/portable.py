"""Which paths may be written: those that mean the same file, in the output folder, everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath

from flaregen.diagnostic import Diagnostic

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])")
"""Device names of Windows, with any extension ("Naming Files, Paths, and Namespaces")."""
_FORBIDDEN = re.compile(
    r'[<>:"|?*\\\x00-\x1f\x7f-\x9f'  # what Windows refuses, and control characters
    r"\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # what hides or turns text round
)
_LONGEST = 255
"""Bytes of one path segment; ext4, APFS and NTFS agree on it closely enough."""


def path_problems(paths: Iterable[PurePosixPath]) -> tuple[Diagnostic, ...]:
    """Every path that is unsafe or not portable, and every two that some disk takes for one."""
    ordered = tuple(paths)
    unsafe = [_diagnostic(path, why) for path in ordered if (why := why_unsafe(path))]
    return (*unsafe, *_collisions(ordered))


def why_unsafe(path: PurePosixPath) -> str:
    """What is wrong with one path; empty where nothing is."""
    if path.is_absolute():
        return "is absolute"
    if not path.parts:
        return "is empty"
    for segment in path.parts:
        if why := _why_unsafe_segment(segment):
            return f"has a segment that {why}"
    return ""


@lru_cache(maxsize=4096)
def _why_unsafe_segment(segment: str) -> str:
    if segment == "..":
        return "leads out of the output folder"
    if found := _FORBIDDEN.search(segment):
        return f"holds the character {found[0]!a}"
    if segment.endswith((".", " ")) or segment.startswith(" "):
        return "starts or ends with a space, or ends with a dot"
    if _RESERVED.fullmatch(segment.split(".", 1)[0].rstrip()):
        return "is the name of a device on Windows"
    try:
        length = len(segment.encode())
    except UnicodeEncodeError:
        return "is not Unicode text"
    return f"is longer than {_LONGEST} bytes" if length > _LONGEST else ""


def _collisions(paths: tuple[PurePosixPath, ...]) -> list[Diagnostic]:
    """Paths that are one after normalisation and case folding, and files that are also folders."""
    files: dict[tuple[str, ...], PurePosixPath] = {}
    found = []
    for path in paths:
        key = tuple(_folded(segment) for segment in path.parts)
        if key in files:
            found.append(_diagnostic(path, f"is the same file as {files[key]} on some disks"))
        files.setdefault(key, path)
    for key, path in files.items():
        above = (files.get(key[:length]) for length in range(1, len(key)))
        found += [_diagnostic(path, f"lies in {file}, which is a file") for file in above if file]
    return found


@lru_cache(maxsize=4096)
def _folded(segment: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", segment).casefold())


def _diagnostic(path: PurePosixPath, why: str) -> Diagnostic:
    return Diagnostic(
        code="unsafe-path",
        message=f"the path {str(path)!a} {why}",
        help="give what the file is named after another name in the names file",
    )
