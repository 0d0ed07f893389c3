"""The files that make the client a project: pyproject.toml, README.md, and the pages of its API.

The code blocks of the README are rendered as files first, so that they are formatted
like everything else; the tests execute each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import asdict

from flaregen.config import Config
from flaregen.emitting.api_pages import api_files
from flaregen.emitting.arrange import subject
from flaregen.emitting.examples import Example, plain
from flaregen.emitting.jinja_environment import environment
from flaregen.emitting.literals import literal
from flaregen.emitting.method_package import Method
from flaregen.emitting.package import Package
from flaregen.markdown import code, fence, prose
from flaregen.names.named import NamedOperation
from flaregen.rendered import RenderedFile
from flaregen.toml_text import inline, key_of, quoted

if TYPE_CHECKING:
    import jinja2

Calls: TypeAlias = tuple[NamedOperation, tuple[Example, ...]]
"""An operation and its examples, one for each params class."""

_FILES = ("pyproject.toml", "README.md")
_FOLDER = "snippets"
_MOST_SHOWN = 30
"""Operations that the README has code blocks for; the pages of the API list all."""
_KEYWORDS = (
    "You can pass keywords, as with the official SDK: only the import changes. The type of the "
    "answer follows from the model."
)
_UNLISTED = (
    "The document has no example of `{}` for a model that it lists, so this one leaves the "
    "model to you."
)
_STREAM = "Chunks are typed. Leaving the block releases the connection."
_ERRORS = (
    "`RateLimitError`, `QuotaExceededError`, `NotFoundError` and all other errors derive from "
    "`CloudflareError`. Errors that the service sent have `status_code`, `errors`, `ray_id` and "
    "`retry_after`."
)
_OPTIONS = (
    "`timeout` limits each step: connecting, sending, each wait for bytes. `deadline` limits a "
    "call with its retries, including the wait for a free connection; in a stream, it limits the "
    "wait for the next chunk. The client retries up to `max_retries` times, after 408, 409, 429, "
    "5xx and failed connections. It does not retry a request that the service may have processed, "
    "unless `retry_reads=True`: then you may pay twice. Leaving `with`, or `close()`, closes the "
    "connections."
)
_JSON = (
    "`to_json` takes any answer. The methods `to_dict` and `to_json` return what the service sent, "
    "including unknown members, and `from_dict` makes an answer of it again. When you report a "
    "problem to Cloudflare, include the `ray_id` of the answer."
)
_LOGGING = (
    "The client logs requests and answers at `DEBUG`, and retries at `INFO`, without credentials "
    "or request contents."
)
_TRACING = (
    "OpenTelemetry's instrumentation of the HTTP library traces each request. Install "
    "`opentelemetry-instrumentation-httpx`."
)
_TESTING = (
    "A transport of the HTTP library can stand in for the service, and `create_autospec` of "
    "`unittest.mock` for the client."
)
_IN_PRODUCTION = (
    ("Timeouts, deadlines and retries", "options", _OPTIONS),
    ("JSON", "json", _JSON),
    ("Logging", "logging", _LOGGING),
    ("Tracing", "tracing", _TRACING),
    ("Testing your code", "testing", _TESTING),
)
"""What has nothing to do with an operation, each shown with the first one: title, kind, remark."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A code block of the README, before it is rendered."""

    title: str
    kind: str
    operation: NamedOperation
    example: Example | None
    remark: str = ""


def snippet_files(
    package: Package, calls: Sequence[Calls], templates: Path
) -> tuple[RenderedFile, ...]:
    """The code blocks as files, to be formatted; they are not written."""
    template = _environment(templates).get_template("snippet.py.jinja")
    methods = _methods(package)
    found = []
    for index, block in enumerate(_blocks(calls)):
        method = methods[block.operation.resource, block.operation.method]
        text = template.render(
            package=package,
            kind=block.kind,
            resource=block.operation.resource,
            method=method,
            example=block.example,
            place=[
                _place(argument.name, method, block.example)
                for argument in method.address.arguments
            ],
            needed=[*_needed(method, block.operation)],
            open=_open(method, block.example),
            keywords=[f"{n}={v}" for n, v in (block.example.keywords if block.example else ())],
        )
        found.append(RenderedFile(PurePosixPath(_FOLDER, f"{index}.py"), text.encode()))
    by_name = _environment(templates).get_template("by_name.py.jinja")
    for models in package.models:
        if models.example is not None:
            text = by_name.render(package=package, models=models)
            found.append(RenderedFile(PurePosixPath(_FOLDER, "by_name.py"), text.encode()))
    return tuple(found)


def _needed(method: Method, operation: NamedOperation) -> Iterator[str]:
    """What every call has by keyword: of the path, and of the query."""
    for argument in method.address.others:
        yield f"{argument.name}={literal(argument.name)}"
    for one in operation.parameters:
        if one.parameter.location == "query" and one.parameter.required:
            yield f"{one.argument}={literal(plain(one.parameter.schema))}"


def _open(method: Method, example: Example | None) -> list[str]:
    """What no example can fill in, and so the reader has to: the parameters of a function."""
    if example is None or example.model:
        return []
    names = (argument.name for argument in method.address.arguments)
    return [f"{name}: str" for name in names if _is_model(name, method)]


def _place(argument: str, method: Method, example: Example | None) -> str:
    """A model where the path takes one, else a value that says what it is."""
    if example is None or not _is_model(argument, method):
        return literal(argument)
    return example.model or argument


def _is_model(argument: str, method: Method) -> bool:
    return literal(argument) in method.address.slashed


def project_files(
    package: Package,
    calls: Sequence[Calls],
    config: Config,
    templates: Path,
    formatted: Sequence[RenderedFile],
) -> tuple[RenderedFile, ...]:
    """The files around the package. ``formatted`` are the ``snippet_files``, formatted."""
    codes = [file.content.decode() for file in formatted]
    by_name = [codes.pop() for models in package.models if models.example is not None]
    methods = _methods(package)
    operations = [operation for operation, _ in calls]
    title = subject(operations)
    values: dict[str, Any] = {
        "package": package,
        "title": title,
        "description": quoted(f"Typed client of {title}, sync and async"),
        "version": quoted(config.version),
        "project": _metadata(config),
        "blocks": zip(_blocks(calls), codes, strict=True),
        "by_name": "".join(by_name),
    }

    def render(name: str, values: Mapping[str, object]) -> str:
        return _environment(templates).get_template(f"{name}.jinja").render(values)

    files = [(PurePosixPath(name), render(name, values)) for name in _FILES]
    every = (method for operation in operations for method in operation.methods)
    listed = [(one, methods[one.resource, one.method]) for one in every]
    files += api_files(package, listed, render)
    return tuple(RenderedFile(path, text.encode()) for path, text in files)


def _metadata(config: Config) -> Mapping[str, str]:
    """What the configuration says of the project, as TOML; empty where it says nothing."""
    given = config.metadata
    authors = [{k: v for k, v in asdict(author).items() if v} for author in given.authors]
    return {
        "name": quoted(given.name or config.package.replace("_", "-")),
        "license": quoted(given.license),
        "authors": inline(authors) if authors else "",
        "urls": "".join(f"{key_of(k)} = {quoted(v)}\n" for k, v in given.urls.items()),
    }


def _methods(package: Package) -> Mapping[tuple[str, str], Method]:
    return {(r.name, method.name): method for r in package.resources for method in r.methods}


def _blocks(calls: Sequence[Calls]) -> Iterator[_Block]:
    """For each operation; of a large client, for the first one of some of its resources."""
    if len(calls) > _MOST_SHOWN:
        first = {call[0].resources[0].path: call for call in reversed(calls)}
        calls = [*reversed(first.values())][:_MOST_SHOWN]
    shown = next((operation for operation, found in calls if found), None)
    for operation, found in calls:
        title = operation.operation.summary or operation.method
        if not found:
            yield _Block(title, "free", operation, None)
        for example in found:
            remark = _remark(operation, example)
            yield _Block(example.title or title, "run", operation, example, remark)
        if operation is shown:
            yield from _variations(operation, sorted(found, key=lambda example: not example.model))
    for operation, found in [call for call in calls if call[0] is shown]:
        listed = sorted(found, key=lambda example: not example.model)
        for title, kind, remark in _IN_PRODUCTION:
            yield _Block(title, kind, operation, _without_files(listed), remark)


def _remark(operation: NamedOperation, example: Example) -> str:
    listed = any(task.models for task in operation.tasks)
    return "" if example.model or not listed else _UNLISTED.format(example.variant)


def _variations(operation: NamedOperation, found: Sequence[Example]) -> Iterator[_Block]:
    """What else can be done with an operation, shown with the first example that fits."""
    for example in [e for e in found if e.chunk][:1]:
        yield _Block("Streams", "stream", operation, example, _STREAM)
    plain = _without_files(found)
    yield _Block("Async", "async", operation, plain)
    remark = _KEYWORDS if any(task.models for task in operation.tasks) else ""
    yield _Block("Keywords", "keywords", operation, plain, remark)
    yield _Block("Errors", "errors", operation, plain, _ERRORS)


def _without_files(found: Sequence[Example]) -> Example:
    """The first example that needs no file, if there is one."""
    return next((example for example in found if not example.paths), found[0])


def _environment(templates: Path) -> jinja2.Environment:
    found = environment(templates / "project", trimmed=True)
    found.filters |= {"prose": prose, "code": code, "fence": fence}
    return found
