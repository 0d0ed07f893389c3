"""Identifiers: ``str`` subtypes that only sanitising can make.

Whatever a document says, what comes out is ASCII, no keyword, and no name that
the emitted package or Python needs for itself.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from flaregen.names import reserved
from flaregen.openapi.versions import METHODS

if TYPE_CHECKING:
    import inflect

Function = TypeVar("Function")

LONGEST = 80
"""A longer identifier is refused; file systems and readers give up soon after."""
_DIGEST = 8
"""Letters of the digest that a longer one ends in, so that no two are cut to the same."""
_WORD = re.compile(r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+[a-z]*")
"""The first are abbreviations in the plural: ``URLs`` is one word."""
_PLURAL = re.compile(r"[A-Za-z]?(?=[a-z]*[aeiou])[a-z]+(?<!ia)(?<!s)(?<!tu)s$")
_REGULAR = re.compile(
    r"(?:(?P<ies>(?:[a-z][lt]|lic|tr|gor|quer)ies)|(?P<es>(?:tch|ss|[aeiou]sh|[eiou]x|lias)es)"
    r"|(?:deo|th|colo|moa|schema|uri|[bcdfgklmnprty]|[bcdgklmnprtuz]e|cookie|native"
    r"|phase|purpose|response)s)$"
)
"""Endings whose singular inflect knows, too, but at the price of its import."""
_SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_SPELLED = re.compile(r"[A-Za-z0-9]+")


class ClassName(str):
    """A public class or alias: ``TextToImageParams``."""

    __slots__ = ()


class FieldName(str):
    """An attribute or argument: ``num_steps``."""

    __slots__ = ()


class ModuleName(str):
    """A module of the emitted package: ``text_to_image``."""

    __slots__ = ()


def class_name(parts: Iterable[str], spelling: Mapping[str, str] | None = None) -> ClassName:
    """Join parts in PascalCase; empty when they hold no letter to begin with.

    ``spelling`` gives words that are written otherwise, by their lower case (``ai``: ``AI``).
    """
    spelled = spelling or {}
    words = (word for part in parts for word in _words(part))
    text = "".join(spelled.get(word.lower(), word[:1].upper() + word[1:]) for word in words)
    text = text.lstrip("0123456789")
    return ClassName(_shortened(text[:1].upper() + text[1:]))


@lru_cache(maxsize=100_000)
def _words(part: str) -> tuple[str, ...]:
    return tuple(_SPELLED.findall(_ascii(part)))


def field_name(wire: str) -> FieldName:
    """A property's name in snake_case; empty when it holds no letter or digit."""
    return FieldName(_snake(wire, reserved.FIELDS))


def method_identifier(text: str) -> FieldName:
    """The name of a method of a resource; empty when the text holds no letter or digit."""
    return FieldName(_plain_snake(text, reserved.METHODS))


def resource_path(text: str) -> FieldName:
    """The name of a resource, with dots after those that it lies in; empty where one has none.

    Each is an attribute and a module at once: the first of the client, others of a resource.
    """
    first, *others = text.split(".")
    names = [_plain_snake(first, reserved.RESOURCES)]
    names += [_plain_snake(one, reserved.METHODS) for one in others]
    return FieldName(".".join(map(_portable, names)) if all(names) else "")


def module_name(title: str) -> ModuleName:
    return ModuleName(_portable(_snake(title, reserved.MODULES)))


def distinct_fields(wires: Iterable[str], read: Iterable[str] = ()) -> dict[str, FieldName]:
    """A name for each wire name, different from all others and from the properties ``read``."""
    return _distinct(wires, reserved.FIELDS.union(read), "field_")


def distinct_arguments(wires: Iterable[str], taken: Iterable[str]) -> dict[str, FieldName]:
    """The same for parameters, which may not be called what is ``taken`` either."""
    return _distinct(wires, reserved.ARGUMENTS.union(taken), "argument_")


def distinct_keywords(wires: Iterable[str], taken: Iterable[str]) -> dict[str, FieldName]:
    """Keywords for members of a body: their wire names, wherever Python and ``taken`` permit it."""
    used = frozenset(taken)
    plain = {wire: FieldName(wire) for wire in wires if is_plain(wire) and wire not in used}
    others = {wire for wire in wires if wire not in plain}
    return plain | _distinct(others, used | {*plain}, "field_")


def is_plain(wire: str) -> bool:
    """Whether a name on the wire can be written as one in Python, letter by letter."""
    short = len(wire) <= LONGEST and not wire.startswith("_")
    return short and wire.isascii() and wire.isidentifier() and not keyword.iskeyword(wire)


def _distinct(
    wires: Iterable[str], reserved_names: frozenset[str], otherwise: str
) -> dict[str, FieldName]:
    taken: set[str] = set()
    named: dict[str, FieldName] = {}
    for wire in sorted(wires, key=lambda w: (_snake(w, reserved_names) != w, w)):
        name = FieldName(_snake(wire, reserved_names) or otherwise)
        while name in taken or name in reserved_names:
            name = FieldName(f"{name}_")
        taken.add(name)
        named[wire] = name
    return named


@cache
def singular(word: str) -> str:
    """The singular of a word: ``messages`` gives ``message``, ``cookies`` gives ``cookie``.

    What has no plural ending of small letters (``data``, ``TLS``, ``dns``) stays as it is.
    """
    if not (plural := _PLURAL.search(word)):
        return word
    if regular := _REGULAR.search(word):
        return word[:-3] + "y" if regular["ies"] else word[: -2 if regular["es"] else -1]
    return word[: plural.start()] + (_inflect().singular_noun(plural[0]) or plural[0])


@cache
def _inflect() -> inflect.engine:
    # Imported late, and for irregular endings alone.
    import typeguard

    # Its checks of its own calls take 1.6 s to compile: longer than all other naming.
    usual = typeguard.typechecked
    typeguard.typechecked = _unchecked  # type: ignore[assignment]  # until it is imported
    try:
        import inflect
    finally:
        typeguard.typechecked = usual
    return inflect.engine()


def _unchecked(function: Function) -> Function:
    return function


def spelling_of(texts: Iterable[str]) -> dict[str, str]:
    """How a document writes its abbreviations: ``Workers AI`` says that ``ai`` is ``AI``.

    The methods of HTTP are none, though they are written so.
    """
    words = (word for text in texts for word in _SPELLED.findall(_ascii(text)))
    found = {word.lower(): word for word in words if len(word) > 1 and word.isupper()}
    return {lower: word for lower, word in found.items() if lower not in METHODS}


def _snake(text: str, reserved_names: frozenset[str]) -> str:
    words = [word.lower() for word in _WORD.findall(_ascii(text))]
    snake = _shortened("_".join(words))
    if snake[:1].isdigit():
        snake = f"field_{snake}"
    return f"{snake}_" if keyword.iskeyword(snake) or snake in reserved_names else snake


def segment_name(segment: str) -> str:
    """A segment of a path in snake_case; empty when it holds no letter or digit."""
    return _plain_snake(segment, frozenset())


def _plain_snake(text: str, reserved_names: frozenset[str]) -> str:
    """As ``_snake``, but what is in small letters already stays: ``pfx2as``."""
    plain = text.replace("-", "_")
    if not _SNAKE.fullmatch(plain) or len(plain) > LONGEST:
        return _snake(text, reserved_names)
    return f"{plain}_" if keyword.iskeyword(plain) or plain in reserved_names else plain


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    return name[: LONGEST - _DIGEST] + sha256(name.encode()).hexdigest()[:_DIGEST]


def _portable(name: str) -> str:
    return f"{name}_" if reserved.DEVICES.match(name) else name


def _ascii(text: str) -> str:
    """Letters that only look like ASCII ones are dropped, not guessed."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKD", text)
    return "".join(
        char if char.isascii() else " " if not unicodedata.combining(char) else ""
        for char in folded
    )
