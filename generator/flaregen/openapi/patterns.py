"""Patterns that choose operations: by operationId, by tag, by path, by method and path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flaregen.openapi.endpoints import Endpoint, without_names

_WITH_METHOD = re.compile(r"([A-Za-z]+|\*)\s+(/.*|\*)")
_TAG = "tag:"
_EXCLUSION = "!"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which operations are meant. A star in it matches any text, slashes included.

    An operationId, ``tag:NAME``, ``/path`` for each method of it, or ``METHOD /path``. Path
    parameters match by their place. Of ``operation_id``, ``tag`` and ``path`` one is set; an
    empty ``method`` means any. What is ``excluded`` is left out of what other patterns choose.
    """

    text: str
    method: str = ""
    path: str = ""
    tag: str = ""
    operation_id: str = ""
    excluded: bool = False

    @classmethod
    def parse(cls, text: str) -> Pattern:
        plain = text.strip()
        excluded = plain.startswith(_EXCLUSION)
        plain = plain.removeprefix(_EXCLUSION).strip()
        if plain.startswith(_TAG):
            return cls(text, tag=plain.removeprefix(_TAG).strip(), excluded=excluded)
        if match := _WITH_METHOD.fullmatch(plain):
            method = match[1].lower().replace("*", "")
            return cls(text, method, without_names(match[2]), excluded=excluded)
        if plain.startswith("/"):
            return cls(text, path=without_names(plain), excluded=excluded)
        return cls(text, operation_id=plain, excluded=excluded)

    @property
    def names_one(self) -> bool:
        """Whether it means a single operation, by its operationId."""
        return bool(self.operation_id) and "*" not in self.operation_id

    @property
    def may_match_several(self) -> bool:
        """Whether it can mean more than the operation that it finds."""
        is_endpoint = bool(self.method) and "*" not in self.path
        return not (self.names_one or is_endpoint)

    def matches(self, endpoint: Endpoint) -> bool:
        if self.method not in ("", endpoint.method):
            return False
        if self.path:
            return _fits(self.path, without_names(endpoint.path))
        if self.tag:
            return any(_fits(self.tag, tag) for tag in endpoint.tags)
        # Every operation fits a star, those without an operationId included.
        return _fits(self.operation_id, endpoint.operation_id or "")

    def may_match_below(self, path: str) -> bool:
        """Whether it can mean an operation of a path of which nothing else is known."""
        return not self.path or _fits(self.path, without_names(path))

    def matches_all_below(self, path: str) -> bool:
        """Whether it means every operation of a path, whatever they are."""
        return bool(self.path) and not self.method and self.may_match_below(path)


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns as they are configured: an operation is chosen by one, unless another excludes it.

    Their order says nothing.
    """

    all: tuple[Pattern, ...]

    @classmethod
    def parse(cls, texts: Iterable[str]) -> Patterns:
        return cls(tuple(map(Pattern.parse, texts)))

    @property
    def choosing(self) -> tuple[Pattern, ...]:
        return tuple(pattern for pattern in self.all if not pattern.excluded)

    @property
    def excluding(self) -> tuple[Pattern, ...]:
        return tuple(pattern for pattern in self.all if pattern.excluded)

    def choose(self, known: Iterable[Endpoint]) -> list[Endpoint]:
        """The endpoints that are chosen, in the order given."""
        choosing, excluding = _Several(self.choosing), _Several(self.excluding)
        return [
            endpoint
            for endpoint in known
            if choosing.match(endpoint) and not excluding.match(endpoint)
        ]

    def matching(self, known: Sequence[Endpoint]) -> list[str]:
        """The texts of those that choose anything, with the exclusions."""
        return [p.text for p in self.all if p.excluded or any(map(p.matches, known))]


class _Several:
    """Patterns of which one has to match; most mean a single operation, which is looked up."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        listed = tuple(patterns)
        self._names = {pattern.operation_id for pattern in listed if pattern.names_one}
        self._others = [pattern for pattern in listed if not pattern.names_one]

    def match(self, endpoint: Endpoint) -> bool:
        return (endpoint.operation_id or "") in self._names or any(
            pattern.matches(endpoint) for pattern in self._others
        )


def _fits(pattern: str, text: str) -> bool:
    if "*" not in pattern:
        return pattern == text
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), text, re.DOTALL) is not None
