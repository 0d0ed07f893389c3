"""Two rules that mirror each other, written down once."""

from __future__ import annotations

from typing import TypeAlias

from flaregen.drift.change import Level
from flaregen.drift.rules.rule import Example, Rule

Levels: TypeAlias = tuple[Level | None, Level | None]
"""In a request and in a response."""

NARROWS: Levels = ("breaking", "info")
WIDENS: Levels = ("info", "breaking")
HARMLESS: Levels = ("info", "info")
BREAKS: Levels = ("breaking", "breaking")


def pair(
    *,
    forth: tuple[str, str, Levels],
    back: tuple[str, str, Levels],
    example: Example,
    why: str = "",
) -> tuple[Rule, Rule]:
    """Each side is an id, a message and its levels; the example reads forth."""
    (first, first_message, first_levels), (second, second_message, second_levels) = forth, back
    return (
        Rule(
            first,
            first_message,
            example,
            request=first_levels[0],
            response=first_levels[1],
            mirror=second,
            why=why,
        ),
        Rule(
            second,
            second_message,
            Example(example.setting, example.after, example.before),
            request=second_levels[0],
            response=second_levels[1],
            mirror=first,
            why=why,
        ),
    )


def neutral_pair(
    *,
    forth: tuple[str, str, Level],
    back: tuple[str, str, Level],
    example: Example,
    why: str = "",
) -> tuple[Rule, Rule]:
    """The same for what has no direction."""
    (first, first_message, first_level), (second, second_message, second_level) = forth, back
    backwards = Example(example.setting, example.after, example.before)
    return (
        Rule(first, first_message, example, neutral=first_level, mirror=second, why=why),
        Rule(second, second_message, backwards, neutral=second_level, mirror=first, why=why),
    )


def self_mirrored(name: str, message: str, levels: Levels, example: Example, why: str = "") -> Rule:
    """A change whose opposite is a change of the same kind."""
    request, response = levels
    return Rule(name, message, example, request=request, response=response, mirror=name, why=why)
