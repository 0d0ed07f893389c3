"""Keeping credentials and requests out of messages, with work that does not grow with the request."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cached_property

from .call import Call
from .credentials import AUTH_HEADERS

_LONGEST_MESSAGE = 2000
# Of a request, this many bytes are looked for.
_SEARCHED = 64 * 1024
_SECRET_NAME = re.compile(r"(?i)auth|cookie|key|secret|token")
# Strings of JSON, of which the last may be cut; those before a colon are names.
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"\s*:|"((?:[^"\\]|\\.)*+)(?:"|\Z)', re.DOTALL)
_ENTITY = re.compile(r"&#?\w+;")
# Shorter strings are masked where they are a word of their own, unless a message may well hold them by chance.
_BLOCK = 12
_COMMON = re.compile(r"[a-z_]*|\W*|[\x00-\x7f]{1,3}")


class Redactor:
    def __init__(self, call: Call) -> None:
        self._call = call

    @cached_property
    def secrets(self) -> list[str]:
        """Values of headers and parameters that authenticate, by their names."""
        call = self._call
        return [
            secret
            for name, value in (*call.headers.items(), *call.url.params.multi_items())
            if len(secret := value.rpartition(" ")[2]) > 3
            and (name in AUTH_HEADERS or (len(value) >= _BLOCK and _SECRET_NAME.search(name)))
        ]

    @cached_property
    def _strings(self) -> list[str]:
        """What was asked, in all the ways in which a message may repeat it."""
        text = self._call.body.content[:_SEARCHED].decode(errors="ignore")
        found: dict[str, None] = {}
        for string in filter(None, _STRING.findall(text)):
            with suppress(ValueError):
                decoded = json.loads(f'"{string}"', strict=False)
                found |= dict.fromkeys((decoded, _unescaped(decoded), json.dumps(decoded)[1:-1]))
            found[string] = None
        return list(found)

    def body(self, body: bytes) -> bytes:
        """Bytes without credentials."""
        for secret in self.secrets:
            body = body.replace(secret.encode(), b"***")
        return body

    def without_secrets(self, text: str) -> str:
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return text

    def message(self, text: str) -> str:
        """A text without credentials and without what was asked, cut to 2,000 letters."""
        cut = text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LONGEST_MESSAGE]}... ({len(text)} characters)"
        cut = self.without_secrets(_unescaped(cut))
        for string in self._strings:
            if len(string) >= _BLOCK:
                cut = _without(cut, string)
            elif string in cut and not _COMMON.fullmatch(string):
                cut = re.sub(rf"(?<!\w){re.escape(string)}(?!\w)", "***", cut, flags=re.ASCII)
        # One of several forms may have been masked bit by bit; half of a surrogate pair cannot be printed.
        return re.sub(r"(?:\*{3}){2,}", "***", cut).encode(errors="backslashreplace").decode()


def _unescaped(text: str) -> str:
    """A text without the escapes of HTML: pages escape what they repeat."""
    if not _ENTITY.search(text):
        return text
    # The table for this is large.
    from html import unescape

    return _ENTITY.sub(lambda entity: unescape(entity[0]), text)


def _without(text: str, private: str) -> str:
    """The text with each run masked that `private` has, too, of a block's length or more."""
    starts = (start for start in range(len(text) - _BLOCK + 1) if text[start : start + _BLOCK] in private)
    masked = {place for start in starts for place in range(start, start + _BLOCK)}
    return re.sub("\0+", "***", "".join("\0" if i in masked else c for i, c in enumerate(text))) if masked else text
