"""Which components hold another one in an ``allOf``, and so inherit its discriminator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from flaregen.document import JSON, as_list, as_object
from flaregen.openapi.cursor import Cursor
from flaregen.openapi.references import References, reference_of
from flaregen.openapi.schema_reader import essence
from flaregen.pointer import Pointer

MOST_HEIRS = 40
"""Of more, the base alone is read: they mostly hold the base, and unfold into each other."""


def hierarchies(references: References) -> Mapping[str, Sequence[str]]:
    """The components that have or inherit a discriminator, by reference, with those that hold each.

    What is another component in other words is left out: what holds it holds that one. Empty
    where there are too many to be read.
    """
    root = references.root.value
    found, held = all_heirs(root), _holders(root)
    known = (*_bases(root), *found) if 0 < len(found) <= MOST_HEIRS else ()
    ends = {one: _end(references, one) for one in known}
    return {
        one: [other for other in _within(one, held, ends) if ends[other] != ends[one]]
        for one in known
    }


def _end(references: References, reference: str) -> Pointer:
    return essence(references, Cursor({"$ref": reference}, references.root, reference)).pointer


def _within(base: str, held: Mapping[str, list[str]], ends: Mapping[str, Pointer]) -> list[str]:
    """What holds a component, or what is the same."""

    def holders(one: str) -> list[str]:
        return held.get(one, []) if ends[one] == ends[base] else []

    return _reached({one: holders(one) for one in ends}, [base])


def all_heirs(root: JSON) -> list[str]:
    """References to the components that inherit a discriminator."""
    return _reached(_holders(root), _bases(root))


def _bases(root: JSON) -> list[str]:
    return [_reference(name) for name, node in _components(root).items() if _is_base(node)]


def heirs(root: JSON, base: Pointer) -> list[str]:
    """References to the components that inherit from one, from it or from each other."""
    return _reached(_holders(root), [base.fragment])


def families(root: JSON) -> Mapping[str, list[str]]:
    """The components that have or inherit a discriminator, with all that inherit from each."""
    held, bases = _holders(root), _bases(root)
    return {one: _reached(held, [one]) for one in (*bases, *_reached(held, bases))}


def _is_base(node: JSON) -> bool:
    keys = as_object(node).keys()
    return "discriminator" in keys and keys.isdisjoint(("oneOf", "anyOf"))


def _holders(root: JSON) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, node in _components(root).items():
        for member in as_list(as_object(node).get("allOf")):
            if reference := reference_of(member):
                found[reference].append(_reference(name))
    return found


def _reached(held: Mapping[str, list[str]], bases: Iterable[str]) -> list[str]:
    found, pending = dict[str, None](), [*bases]
    while pending:
        for one in held.get(pending.pop(), ()):
            if one not in found:
                found[one] = None
                pending.append(one)
    return list(found)


def _components(root: JSON) -> Mapping[str, JSON]:
    return as_object(as_object(as_object(root).get("components")).get("schemas"))


def _reference(name: str) -> str:
    return Pointer(("components", "schemas", name)).fragment
