"""Long lists of values that several fields of a module share, each written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from flaregen.emitting.codegen import Definition
from flaregen.names.annotations import annotation
from flaregen.names.identifiers import ClassName, class_name
from flaregen.names.types import Type, literals

_LONG = 1000
"""Characters from which a list gets a name of its own where it comes twice."""


def names_of_lists(
    definitions: Mapping[ClassName, Definition], *, again: bool
) -> dict[str, ClassName]:
    """Private aliases for the lists that come more than once, by their text.

    An alias has the name of the first field with the list. ``again`` says that something outside
    has all of them once more.
    """
    found = [
        (text, ClassName(f"_{class_name((name, field))}"))
        for name, definition in definitions.items()
        for field, type_ in zip(
            definition.values.get("members", ()), definition.types, strict=False
        )
        for text in _long_lists(type_)
    ]
    counts = Counter(text for text, _ in found)
    aliases: dict[str, ClassName] = {}
    for text, alias in found:
        if again or counts[text] > 1:
            aliases.setdefault(text, alias)
    return aliases


def each_list_once(parts: Iterable[str], aliases: Mapping[str, str]) -> Iterator[str]:
    """The classes of a module, after the aliases for lists."""
    yield from (f"{alias}: TypeAlias = {text}" for text, alias in aliases.items())
    for part in parts:
        for text, alias in aliases.items():
            part = part.replace(text, alias)  # noqa: PLW2901  one after the other
        yield part


def _long_lists(type_: Type) -> Iterator[str]:
    texts = (annotation(literal, "request") for literal in literals(type_))
    return (text for text in texts if len(text) > _LONG)
