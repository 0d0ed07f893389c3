"""What templates place: the emitted package as values. All text in it is Python source already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flaregen.config_file import ScopeTable
from flaregen.emitting.literals import wrapped
from flaregen.emitting.method_package import CatalogueTask, KeywordArgument, Method

if TYPE_CHECKING:
    from flaregen.emitting.model_package import ModelPackage, TypedDictText


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


_CLIENTS = ("AsyncCloudflare", "Cloudflare")


@dataclass(frozen=True, slots=True)
class BinaryClass:
    """A response that is a file; ``keywords`` are class keywords, with their comma."""

    name: str
    docstring: str
    keywords: str


@dataclass(frozen=True, slots=True)
class TaskModule:
    """One module per task: responses first, since the params classes refer to them.

    ``refers_ahead`` where a class is named before it is defined, which annotations can
    as long as nobody evaluates them. ``aliases`` are private, for modules of keywords.
    """

    name: str
    docstring: str
    binaries: tuple[BinaryClass, ...]
    responses: str
    requests: str
    refers_ahead: bool
    exports: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnionModule:
    """The unions of an operation, in the document's order. ``chunks`` may be empty.

    ``response_union`` is empty where all variants have one answer, which has that name.
    """

    name: str
    docstring: str
    params_union: str
    params: tuple[str, ...]
    response_union: str
    responses: tuple[str, ...]
    chunk_union: str
    chunks: tuple[str, ...]

    @property
    def exports(self) -> tuple[str, ...]:
        names = [self.params_union, self.response_union, self.chunk_union if self.chunks else ""]
        return tuple(filter(None, names))


@dataclass(frozen=True, slots=True)
class KeywordModule:
    """TypedDicts of what calls take by keyword; ``name`` is its path below their folder.

    ``same`` are names of those that say what others say.
    """

    name: str
    aliases: tuple[tuple[str, str], ...]
    dicts: tuple[TypedDictText, ...]
    same: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (*(one.name for one in self.dicts), *(name for name, _ in self.same))

    @property
    def folder(self) -> str:
        """Its folder below that of all, with a slash at the end."""
        return "".join(f"{part}/" for part in self.name.split(".")[:-1])


@dataclass(frozen=True, slots=True)
class PublicModule:
    """A module and the public names that it holds; all of its own where it is ``open``."""

    module: str
    names: tuple[str, ...]
    open: bool

    @property
    def text(self) -> str:
        """The names as words of a text, which follows the module in a mapping."""
        return wrapped(self.names, indent=8, before=4 + len(f'"{self.module}": '))


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that is rendered."""

    name: str
    title: str
    base_url: str
    scopes: tuple[ScopeTable, ...]
    tasks: tuple[TaskModule, ...]
    unions: tuple[UnionModule, ...]
    resources: tuple[ResourceModule, ...]
    exports: tuple[tuple[str, str], ...]
    """Public names with the module that holds each, sorted by name."""
    models: tuple[ModelPackage, ...] = ()
    keywords: tuple[KeywordModule, ...] = ()

    @property
    def methods(self) -> Iterator[Method]:
        return (method for resource in self.resources for method in resource.methods)

    @property
    def catalogue(self) -> tuple[CatalogueTask, ...]:
        """Tasks with models, over all operations."""
        return tuple(task for method in self.methods for task in method.catalogue)

    @property
    def has_forms(self) -> bool:
        """Whether a body has params classes."""
        return any(method.variants for method in self.methods)

    @property
    def tables(self) -> tuple[Method, ...]:
        """Methods with several forms of a body, which need a table of them."""
        return tuple(m for m in self.methods if m.variants and not m.only_params)

    @property
    def held(self) -> Mapping[str, tuple[str, ...]]:
        """What the client may hold for the path of a call, by the TypedDict that has it."""
        addresses = [method.address for method in self.methods]
        found = {scope_options(address.scopes): address.scopes for address in addresses}
        return {name: found[name] for name in sorted(found) if found[name]}

    @property
    def known(self) -> Mapping[str, str]:
        """The modules of what one of them may import from another, by name."""
        found = dict(self.exports)
        found |= {alias: task.name for task in self.tasks for alias in task.aliases}
        found |= {name: f"keywords.{m.name}" for m in self.keywords for name in m.names}
        found |= dict.fromkeys(self.held, "keywords")
        return found | {task.alias: "catalogue *" for task in self.catalogue}

    @property
    def has_batches(self) -> bool:
        """Whether anything can be queued; of models whose schemas are not known, all."""
        return bool(self.models) or any("batch" in method.derived for method in self.methods)

    @property
    def has_streams(self) -> bool:
        """Whether any answer comes piece by piece: events, or the bytes of a file."""
        ways = {"stream", "stream_bytes"}
        return bool(self.models) or any(ways & method.derived.keys() for method in self.methods)

    @property
    def asked(self) -> AbstractSet[str]:
        """Modules of the runtime that operations ask for by what is sent, and not by an import."""
        files = bool(self.models) or any(method.sent.has_files for method in self.methods)
        styles = any(method.has_styles for method in self.methods)
        return {name for name, needed in (("files", files), ("queries", styles)) if needed}

    def public_modules(self, runtime: Mapping[str, Iterable[str]]) -> tuple[PublicModule, ...]:
        """Public names by the module that holds them, modules in alphabetical order."""
        held: dict[str, list[str]] = {"client": list(_CLIENTS)}
        held |= {f"_runtime.{module}": list(names) for module, names in runtime.items() if names}
        for name, module in self.exports:
            held.setdefault(module, []).append(name)
        # What these define is public, all of it.
        open_ = {"_runtime.errors", *(module for _, module in self.exports)}
        return tuple(
            PublicModule(module, tuple(sorted(held[module])), module in open_)
            for module in sorted(held)
        )
