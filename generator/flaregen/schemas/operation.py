"""What ``extract`` finds: operations, their parameters, and the tasks their bodies divide into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from flaregen.pointer import Pointer
from flaregen.schemas.schema import Object, Schema

PageFamily: TypeAlias = Literal["cursor", "page", "offset"]
Location: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter outside of the body. ``wire`` is its name in the request.

    ``form`` says how a value becomes text: the style, and ``exploded`` after it where lists
    and objects take several parameters; or the media type of a value that is encoded whole.
    ``reserved`` letters of a URL stay as they are.
    """

    wire: str
    location: Location
    required: bool
    schema: Schema
    form: str
    description: str
    pointer: Pointer
    reserved: bool = False


@dataclass(frozen=True, slots=True)
class RequestVariant:
    """One object that the body may be. ``label`` tells the forms of one task apart."""

    label: str
    schema: Object
    raw: str
    """Wire name of the property that may be the whole body as bytes, or empty."""
    stream_flag: str
    """Wire name of the property that asks for a stream, or empty."""


@dataclass(frozen=True, slots=True)
class ResponseVariant:
    """What a task answers: JSON, bytes, or either."""

    schema: Schema | None
    binary: bool
    base64: str
    """Wire name of the member that holds the bytes as base64 where JSON wraps them, or empty."""
    chunk: Object | None
    """One event of a stream, where the task can stream."""
    description: str
    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Task:
    """Request variants and the response that has the same title.

    ``title`` is empty for a body that is not divided into variants. ``models`` are
    the names the document lists for this task.
    """

    title: str
    description: str
    pointer: Pointer
    requests: tuple[RequestVariant, ...] = ()
    response: ResponseVariant | None = None
    models: tuple[str, ...] = ()
    body: Schema | None = None
    """What is sent, or may be in place of an object, where that is JSON without fields."""


@dataclass(frozen=True, slots=True)
class Twin:
    """The same operation of another thing that the client holds: of a zone, not an account.

    ``path`` names its parameters as the first one does, apart from ``parameter``.
    """

    path: str
    pointer: Pointer
    parameter: Parameter


@dataclass(frozen=True, slots=True)
class Paging:
    """How a list is paged, by wire names.

    ``parameter`` chooses a page and ``size`` its size, empty where nothing does. ``items`` is the
    member of the result that holds the items, empty where the result is the list.
    """

    family: PageFamily
    parameter: str
    size: str
    items: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A method on a path.

    ``free_form`` bodies have no params classes: any JSON, or bytes. ``optional_body`` says that a
    request without a body is a request, too.
    """

    method: str
    path: str
    operation_id: str
    summary: str
    description: str
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    """Sentences for the docs: deprecation, permissions, plans."""
    parameters: tuple[Parameter, ...]
    tasks: tuple[Task, ...]
    free_form: bool
    bare: tuple[str, ...]
    """Titles of forms of the body that are bytes and nothing else."""
    optional_body: bool
    null_body: bool
    """Whether the schema of the body takes null."""
    media_type: str
    """That of a body that is not bytes: JSON, else a form, else the first that is concrete."""
    media_types: tuple[str, ...]
    """Media types of the request body, in the document's order."""
    parts: tuple[tuple[str, str], ...]
    """Fields of a form whose values are not written as usual: a style, or media types."""
    unsent_types: tuple[str, ...]
    """JSON and forms that the body may be as well, with other schemas than what is sent."""
    answer_types: tuple[str, ...]
    """Media types of the answer that says success."""
    files: tuple[str, ...]
    """Those of them by which the answer is a file: neither JSON nor a stream of events."""
    accept: str
    """The JSON to ask for, where other types say the same; empty where any will do."""
    bare_answer: bool
    """Whether the answer has no envelope, as the document has it."""
    paging: Paging | None
    empty_answer: bool
    """Whether there may be no body."""
    pointer: Pointer
    deprecated: bool = False
    twin: Twin | None = None

    @property
    def label(self) -> str:
        """Method and path, both of them where it has two."""
        return f"{self.method} {self.path}{f' or {self.twin.path}' if self.twin else ''}"

    @property
    def is_silent(self) -> bool:
        """Whether no answer has a body."""
        return self.empty_answer and not self.answer_types

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """Where it is described: once, or also as its twin."""
        return (self.pointer, *((self.twin.pointer,) if self.twin else ()))
