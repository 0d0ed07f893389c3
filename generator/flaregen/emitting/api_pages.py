"""``api.md``: all calls, or, where there are several top-level resources, a page for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import TypeAlias

from flaregen.emitting.arrange import subject
from flaregen.emitting.method_package import Method
from flaregen.emitting.model_package import ModelPackage
from flaregen.emitting.package import Package
from flaregen.names.named import NamedOperation

Call: TypeAlias = tuple[NamedOperation, Method]
Render: TypeAlias = Callable[[str, Mapping[str, object]], str]
"""Takes the name of a template and its values."""

_INDEX = "api.md"


@dataclass(frozen=True, slots=True)
class Page:
    """What is in a top-level resource. ``path`` is relative to the package."""

    resource: str
    title: str
    calls: tuple[Call, ...]
    models: tuple[ModelPackage, ...]

    @property
    def path(self) -> str:
        """Next to the module of the resource."""
        return f"resources/{self.resource}.md"


def api_files(
    package: Package, calls: Sequence[Call], render: Render
) -> Iterator[tuple[PurePosixPath, str]]:
    """Each file with its text."""
    pages = tuple(_pages(package, calls))
    if len(pages) < 2:
        values = {"calls": calls, "model_packages": package.models, "inside": f"{package.name}/"}
        yield PurePosixPath(_INDEX), render(_INDEX, {"package": package, "pages": (), **values})
        return
    yield PurePosixPath(_INDEX), render(_INDEX, {"package": package, "pages": pages})
    for page in pages:
        values = {"calls": page.calls, "model_packages": page.models, "inside": "../"}
        text = render("resource.md", {"package": package, "page": page, **values})
        yield PurePosixPath(package.name, page.path), text


def _pages(package: Package, calls: Sequence[Call]) -> Iterator[Page]:
    for resource, found in groupby(sorted(calls, key=_top), key=_top):
        own = tuple(found)
        title = subject([operation for operation, _ in own], "The API")
        models = tuple(
            model for model in package.models if model.resource.split(".")[0] == resource
        )
        yield Page(resource, title, own, models)


def _top(call: Call) -> str:
    return call[0].resources[0].path
