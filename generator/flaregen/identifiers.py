"""Identifiers: ``str`` subtypes that only sanitising can make.

Whatever a document says, what comes out is ASCII, no keyword, and no name that
the emitted package or Python needs for itself.
"""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping

_MAX_LENGTH = 80
"""A longer identifier is no name; file systems and readers give up soon after."""
_WORD = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+[a-z]*")
_SPELLED = re.compile(r"[A-Za-z0-9]+")

_ATTRIBUTES = frozenset({"from_dict", "to_dict", "extra_fields", "self", "cls"})
_USED_IN_BODIES = frozenset(
    {"bool", "bytes", "dict", "field", "float", "int", "list", "object", "str", "wire_name"}
)
RESERVED_FIELDS = _ATTRIBUTES | _USED_IN_BODIES
"""Attributes of the base classes of models, and what class bodies and annotations refer to.

A test holds this against the runtime.
"""
RESERVED_MODULES = frozenset({"client", "catalogue", "resources", "models", "py", "conftest"})
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])$")


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
    words = (word for part in parts for word in _SPELLED.findall(_ascii(part)))
    text = "".join(spelled.get(word.lower(), word[:1].upper() + word[1:]) for word in words)
    text = text.lstrip("0123456789")[:_MAX_LENGTH]
    return ClassName(_free(text, builtins.__dict__))


def field_name(wire: str) -> FieldName:
    """A property's name in snake_case; empty when it holds no letter or digit."""
    return FieldName(_snake(wire, RESERVED_FIELDS))


def module_name(title: str) -> ModuleName:
    text = _snake(title, RESERVED_MODULES)
    return ModuleName(f"{text}_" if _DEVICES.match(text) else text)


def distinct_fields(wires: Iterable[str]) -> dict[str, FieldName]:
    """A name for each wire name, different from all others whatever their order."""
    taken: set[str] = set()
    named: dict[str, FieldName] = {}
    for wire in sorted(wires, key=lambda w: (field_name(w) != w, w)):
        name = field_name(wire) or FieldName("field_")
        while name in taken:
            name = FieldName(f"{name}_")
        taken.add(name)
        named[wire] = name
    return named


def singular(word: str) -> str:
    """One of several: ``messages`` gives ``message``, ``properties`` gives ``property``."""
    if re.search(r"[^aeious]ies$", word):
        return word[:-3] + "y"
    if re.search(r"(ss|us|is)$", word) or not word.endswith("s"):
        return word
    return word[:-2] if re.search(r"(x|ch|sh|ss)es$", word) else word[:-1]


def spelling_of(texts: Iterable[str]) -> dict[str, str]:
    """How a document writes its abbreviations: ``Workers AI`` says that ``ai`` is ``AI``."""
    words = (word for text in texts for word in _SPELLED.findall(_ascii(text)))
    return {word.lower(): word for word in words if len(word) > 1 and word.isupper()}


def _snake(text: str, reserved: frozenset[str]) -> str:
    words = [word.lower() for word in _WORD.findall(_ascii(text))]
    snake = "_".join(words)[:_MAX_LENGTH].rstrip("_")
    if snake[:1].isdigit():
        snake = f"field_{snake}"
    return f"{snake}_" if keyword.iskeyword(snake) or snake in reserved else snake


def _free(text: str, taken: Mapping[str, object]) -> str:
    return f"{text}_" if text in taken or keyword.iskeyword(text) else text


def _ascii(text: str) -> str:
    """Letters that only look like ASCII ones are dropped, not guessed."""
    folded = unicodedata.normalize("NFKD", text)
    return "".join(
        char if char.isascii() else " " if not unicodedata.combining(char) else ""
        for char in folded
    )
