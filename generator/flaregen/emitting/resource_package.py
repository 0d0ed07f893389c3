"""What templates place in modules of resources, as values. All text is Python source already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flaregen.emitting.method_package import KeywordArgument, Method


def scope_options(scopes: Sequence[str]) -> str:
    """The TypedDict of options, and of what the client may hold for a path."""
    if not scopes:
        return "RequestOptions"
    return f"{''.join(word.title() for scope in scopes for word in scope.split('_'))}Options"


@dataclass(frozen=True, slots=True)
class OptionsClass:
    """Keywords of calls with params: the query, and those of its ``base``."""

    name: str
    base: str
    query: tuple[KeywordArgument, ...]


@dataclass(frozen=True, slots=True)
class NestedResource:
    """A resource in another, of which it is the attribute ``name``."""

    name: str
    class_name: str
    title: str


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """The methods of a resource, and the resources that lie in it.

    ``name`` is the path to it, with dots.
    """

    name: str
    class_name: str
    title: str
    methods: tuple[Method, ...]
    nested: tuple[NestedResource, ...]

    @property
    def file(self) -> str:
        """Where its module is in the folder of resources."""
        return f"{self.name.replace('.', '/')}{'/__init__' if self.nested else ''}.py"

    @property
    def options(self) -> tuple[OptionsClass, ...]:
        """One class for each set of keywords that methods with params take."""
        methods = [m for m in self.methods if m.variants and m.query]
        sets = {(m.address.scopes, m.query): self._options_name(m) for m in reversed(methods)}
        if len(sets) == 1:
            sets = dict.fromkeys(sets, "_Options")
        return tuple(
            OptionsClass(name, scope_options(scopes), query)
            for (scopes, query), name in reversed(sets.items())
        )

    def _options_name(self, method: Method) -> str:
        return f"_{''.join(word.title() for word in method.name.split('_'))}Options"

    def options_of(self, method: Method) -> str:
        """The class for the keywords of a method that takes params."""
        base = scope_options(method.address.scopes)
        names = {(options.base, options.query): options.name for options in self.options}
        return names.get((base, method.query), base)
