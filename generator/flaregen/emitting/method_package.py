"""What templates place for a method of a resource, as values. All text is Python source already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flaregen.emitting.literals import literal, wrapped
from flaregen.names.derived_methods import DerivedMethod
from flaregen.openapi.media_types import is_form


@dataclass(frozen=True, slots=True)
class CatalogueTask:
    """The models of a task: a Literal alias, and what keyword calls return.

    ``chunk`` is a piece of that, empty where there are none.
    """

    alias: str
    models: tuple[str, ...]
    response: str
    chunk: str


@dataclass(frozen=True, slots=True)
class OwnCall:
    """A signature of calls by keyword, for models whose answer is not of their task.

    ``names`` is the annotation of their names, whose literals are ``models``. ``keywords`` are
    what such a call has at least. ``event`` is empty where none of them streams.
    """

    names: str
    models: frozenset[str]
    keywords: tuple[str, ...]
    answer: str
    event: str


@dataclass(frozen=True, slots=True)
class VariantRow:
    """How a keyword call finds a params class: literals, fields as words of a text.

    ``moved`` where keywords differ from the names of fields.
    """

    name: str
    models: str
    required: str
    optional: str
    renamed: tuple[tuple[str, str], ...]
    moved: bool


@dataclass(frozen=True, slots=True)
class Argument:
    """A path parameter as an argument."""

    name: str
    annotation: str = "str"


@dataclass(frozen=True, slots=True)
class KeywordArgument:
    """A parameter of the query, a header or a cookie as a keyword.

    ``wire`` is a literal, and so is ``placed``, which has the form of a header or a cookie after
    the name where that is not the usual one.
    """

    name: str
    location: str
    wire: str
    placed: str
    annotation: str
    required: bool
    docstring: str

    @property
    def type(self) -> str:
        """Its annotation in a TypedDict."""
        return self.annotation if self.required else f"{self.annotation} | None"


@dataclass(frozen=True, slots=True)
class Address:
    """Where calls go. The last parameter of the path is given by position or keyword.

    The ``others`` are given by keyword alone; ``scopes`` are those that the client may hold.
    """

    endpoint: str
    twin: str
    """Literal of the path by which another thing has it, or empty."""
    slashed: tuple[str, ...]
    arguments: tuple[Argument, ...]
    others: tuple[Argument, ...]
    scopes: tuple[str, ...]
    numbers: tuple[str, ...]
    """Literals of parameters that may be numbers."""
    places: tuple[tuple[str, str], ...]
    """Literals of parameters that may be more, each with its name in the document and its form."""


@dataclass(frozen=True, slots=True)
class SentBody:
    """What calls send; without a ``body`` nothing."""

    body: bool
    media_type: str
    """Literal of the media type of a body with fields, or empty where that is usual."""
    parts: tuple[tuple[str, str], ...]
    """Literals: fields of a form, and how they are written where that is not as usual."""
    optional: bool
    null: bool
    """Whether a body may be null."""
    raw: str
    """Literal of the media types of a body that is a file, or empty where they say nothing."""
    text: bool
    """Whether a caller may give such a body as text."""
    annotation: str
    """That of a body without params classes; one with ``fields`` has keywords, too."""
    default: str
    """What leaves such a body out, or empty."""
    fields: bool
    whole: str
    """The annotation of what a body may be in place of its variants, or empty."""
    items: str
    """Literal of the classes of objects in a list that is the body, in words, or empty."""
    params: str
    """The argument for a body that is an object already."""
    params_type: str
    """Its annotation where checkers know the class; ``keywords`` the TypedDict of keywords."""
    keywords: str
    moved: tuple[tuple[str, str], ...]
    """Literals: keywords, and the options that they stand for."""
    octets: tuple[str, ...]
    """The answers to a body that is bytes and nothing else."""

    @property
    def has_files(self) -> bool:
        """Whether files need more than their bytes: a form, or one of several media types."""
        return is_form(self.media_type.strip('"')) or "," in self.raw


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What calls give: its annotation, and the class of all answers where there are no variants.

    ``otherwise`` are annotations of what is given in place of a class.
    """

    annotation: str
    answer: str
    chunk_union: str
    otherwise: tuple[str, ...]
    null: bool
    """Whether the schema of the answer is null."""
    files: tuple[str, ...]
    """Literals of media types by which the answer is a file."""
    accept: str
    """Literal of the media type to ask for, or empty."""
    bare: bool
    """Whether the answer has no envelope."""
    empty: bool
    """Whether an answer may have no body."""
    pages: tuple[str, ...]
    """Literals of how a list is paged, as the runtime reads them; empty where it is not."""
    item: str
    """The annotation of one item of its pages."""
    said: bool
    """Whether the params classes of variants say what they are answered."""
    by_class: bool
    """Whether a call with params gives what their class says."""

    @property
    def of_class(self) -> str:
        """The annotation of what a call with params gives, where the class says most of it."""
        return " | ".join(("R", *self.otherwise)) if self.by_class else self.annotation

    @property
    def is_nothing(self) -> bool:
        """Whether a type checker would take returning it for a mistake."""
        return self.annotation == "None" or (self.null and not self.files)


@dataclass(frozen=True, slots=True)
class Method:
    """An operation as a method of a resource.

    ``derived`` are the other ways to call it, each with the name of its method.
    """

    name: str
    constant: str
    table: str
    label: str
    docstring: str
    summary: str
    deprecated: bool
    params_union: str
    address: Address
    sent: SentBody
    given: GivenAnswer
    variants: tuple[VariantRow, ...]
    catalogue: tuple[CatalogueTask, ...]
    own: tuple[OwnCall, ...]
    query: tuple[KeywordArgument, ...]
    styles: tuple[tuple[str, str], ...]
    """Literals: wire names of the query, and forms of values that are not written as usual."""
    flag: str
    """Literal of the keyword that asks for a stream, or empty."""
    derived: Mapping[DerivedMethod, str]

    def by_task(self, *, streams: bool = False) -> tuple[CatalogueTask, ...]:
        """Tasks with a model that no signature of its own takes, whatever the keywords are."""
        own = (call for call in self.own if not call.keywords and (call.event or not streams))
        taken = {name for call in own for name in call.models}
        return tuple(task for task in self.catalogue if not taken.issuperset(task.models))

    @property
    def free(self) -> bool:
        """Whether its body has any fields."""
        return self.sent.body and self.sent.fields and not self.variants

    @property
    def takes_any_model(self) -> bool:
        """Whether what it gives may be of no class: a name that is not known takes any keywords."""
        return bool(self.address.slashed and self.variants and not self.sent.keywords)

    @property
    def one_answer(self) -> bool:
        """Whether other classes derive it from the one for threads, but for what it gives."""
        return not (self.flag or self.catalogue or self.derived.keys() - {"stream_bytes"})

    @property
    def only_params(self) -> str:
        """The only class of params, where that says the keywords of all its fields."""
        only = self.variants[0] if len(self.variants) == 1 else None
        return only.name if only and only.models == "None" and not only.moved else ""

    def in_place(self, location: str) -> tuple[tuple[str, str], ...]:
        """Literals: keywords, and the wire names that they stand for there, with their forms."""
        return tuple((literal(q.name), q.placed) for q in self.query if q.location == location)

    @property
    def has_styles(self) -> bool:
        """Whether anything outside of JSON is written in a style of its own, or in a header."""
        forms = (form for _, form in self.sent.parts if "/" not in form)
        placed = (q.location for q in self.query if q.location in ("header", "cookie"))
        return any((self.styles, self.address.places, *forms, *placed))

    @property
    def query_words(self) -> str:
        names = [argument.name for argument in self.query if argument.location == "query"]
        return wrapped(names, indent=8, before=10) if names else ""

    @property
    def required_words(self) -> str:
        names = [argument.name for argument in self.query if argument.required and not self.free]
        return wrapped(names, indent=8, before=13) if names else ""

    @property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        query = (argument for argument in self.query if argument.location == "query")
        return tuple((literal(q.name), q.wire) for q in query if literal(q.name) != q.wire)
