"""A document's descriptions apart from everything else that it says.

Nothing is decided by the words of a description, only by whether those of two schemas or of two
parameters are the same. So a client is made of the structure, in which each has a number in its
place, the same for the same words, and the words are put in last.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field, replace

from flaregen.diagnostic import Diagnostic
from flaregen.document import JSON, Document, as_object
from flaregen.openapi.anatomy import SCHEMA_MAPS
from flaregen.openapi.annotations import VALUES

MARK = "\U0010fffd"
"""Around a number: a character for private use."""
_NUMBERED = re.compile(f"{MARK}([0-9]{{1,9}}){MARK}")
_UNTOUCHED = VALUES | {"mapping"}
_NAMED = frozenset({*SCHEMA_MAPS, "schemas"})


@dataclass(frozen=True, slots=True)
class Texts:
    """The descriptions of a document, by their numbers."""

    words: tuple[str, ...] = ()

    def into(self, text: str) -> str:
        """A text with the words in the place of their numbers."""
        if not self.words or MARK not in text:
            return text
        return _NUMBERED.sub(self._words, text)

    def _words(self, found: re.Match[str]) -> str:
        # A configuration may have the mark, too.
        number = int(found[1])
        return self.words[number] if number < len(self.words) else found[0]

    def of(self, finding: Diagnostic) -> Diagnostic:
        message, advice = self.into(finding.message), self.into(finding.help)
        return replace(finding, message=message, help=advice)


@dataclass(frozen=True, slots=True)
class Structure:
    """A document with numbers for its descriptions. ``digest`` is that of what it says."""

    document: Document
    texts: Texts
    digest: str


def structure_of(document: Document) -> Structure:
    """Take the descriptions out of a document, unless it has the mark of their numbers itself."""
    taken = _Taken()
    root = taken.without(document.root)
    said = json.dumps(root)
    if said.count(_ESCAPED) != 2 * taken.places:
        root, taken, said = document.root, _Taken(), json.dumps(document.root)
    digest = hashlib.sha256(said.encode()).hexdigest()
    return Structure(replace(document, root=as_object(root)), Texts(tuple(taken.words)), digest)


_ESCAPED = json.dumps(MARK)[1:-1]


@dataclass(slots=True)
class _Taken:
    """Descriptions by number, and at how many places they are.

    ``numbers`` are those of words that are compared: no operation or response is, with others.
    """

    words: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    places: int = 0

    def without(self, node: JSON, *, compared: bool = True) -> JSON:
        """A node with numbers for descriptions."""
        if isinstance(node, list):
            return [self.without(item) for item in node]
        if not isinstance(node, dict):
            return node
        is_operation = "responses" in node
        own = compared and not is_operation
        return {
            name: self._member(name, value, compared=not is_operation)
            if isinstance(value, dict | list)
            else self._number(value, compared=own)
            if name == "description" and isinstance(value, str)
            else value
            for name, value in node.items()
        }

    def _member(self, key: str, value: JSON, *, compared: bool) -> JSON:
        if isinstance(value, dict) and (key in _NAMED or (key == "responses" and not compared)):
            own = key in _NAMED
            return {name: self.without(one, compared=own) for name, one in value.items()}
        return value if key in _UNTOUCHED or key.startswith("x-") else self.without(value)

    def _number(self, said: str, *, compared: bool) -> str:
        words = said.strip()
        if not words:
            return said
        number = self.numbers.get(words) if compared else None
        if number is None:
            number = len(self.words)
            self.words.append(words)
        if compared:
            self.numbers[words] = number
        self.places += 1
        return f"{MARK}{number}{MARK}"
