"""JSON Pointers (RFC 6901): how every node of a document is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a document, as unescaped reference tokens.

    Array indices are tokens too, in decimal. ``str(pointer)`` is the RFC 6901
    text (``/paths/~1users/get``), the empty string for the root.
    """

    tokens: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Pointer:
        """Read RFC 6901 text. Raises ValueError when it neither is empty nor starts with ``/``."""
        if not text:
            return cls()
        if not text.startswith("/"):
            raise ValueError(f"a JSON pointer starts with '/': {text!r}")
        return cls(tuple(_unescape(token) for token in text[1:].split("/")))

    @classmethod
    def parse_fragment(cls, reference: str) -> Pointer:
        """Read the fragment form of a local reference, ``#/components/schemas/A%20B``.

        Raises ValueError when the reference is not local.
        """
        if not reference.startswith("#"):
            raise ValueError(f"not a reference into this document: {reference!r}")
        return cls.parse(unquote(reference[1:]))

    def child(self, *tokens: str | int) -> Pointer:
        return Pointer((*self.tokens, *(str(token) for token in tokens)))

    def starts_with(self, other: Pointer) -> bool:
        return self.tokens[: len(other.tokens)] == other.tokens

    @property
    def parent(self) -> Pointer:
        """The enclosing node; the root is its own parent."""
        return Pointer(self.tokens[:-1])

    def upwards(self) -> Iterator[Pointer]:
        """The place and all that are around it, the nearest first, the root last."""
        for length in range(len(self.tokens), -1, -1):
            yield Pointer(self.tokens[:length])

    @property
    def fragment(self) -> str:
        """The form a ``$ref`` takes, percent-encoded (RFC 6901, section 6)."""
        return "#" + quote(str(self), safe="/~!$&'()*+,;=:@")

    def __str__(self) -> str:
        return "".join(f"/{_escape(token)}" for token in self.tokens)


def _escape(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")


def _unescape(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")
