"""From the package as values to the text of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from flaregen.emitting.literals import literal
from flaregen.emitting.model_package import ModelPackage
from flaregen.emitting.package import Package
from flaregen.emitting.sent_types import FOLDER
from flaregen.rendered import RenderedFile

if TYPE_CHECKING:
    import jinja2

RUNTIME_FOLDER = "_runtime"
_KEYWORDS = '"""Keywords of calls with what components have, for type checkers alone."""\n'
_PAGED = frozenset({"pages", "paging"})
"""Modules of the runtime that clients without pages do without."""
_KINDS = ("*", "Async*", "*WithRawResponse", "Async*WithRawResponse")
"""Classes of runners, after what they are called: the star is the name."""


def render(package: Package, version: str, templates: Path) -> tuple[RenderedFile, ...]:
    """Every file of the package, which says of itself that it has that version.

    Python is not formatted yet.
    """
    return tuple(
        RenderedFile(PurePosixPath(package.name, path), text.encode())
        for path, text in _files(package, version, _environment(templates), templates)
    )


@cache
def _environment(templates: Path) -> jinja2.Environment:
    """Kept: compiling the templates takes longer than rendering them."""
    # Imported late: comparisons that emit nothing do without it.
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        # What is rendered is Python, and its text went through ``literals``.
        autoescape=False,  # noqa: S701
        keep_trailing_newline=True,
    )


def _files(
    package: Package, version: str, environment: jinja2.Environment, templates: Path
) -> Iterator[tuple[str, str]]:
    def rendered(template: str, **values: object) -> str:
        return environment.get_template(f"{template}.jinja").render(package=package, **values)

    yield "__init__.py", rendered("__init__.py", version=literal(version))
    yield "client.py", rendered("client.py")
    yield "py.typed", ""
    if package.catalogue:
        yield "catalogue.py", rendered("catalogue.py")
    if package.has_forms:
        yield "variants.py", rendered("variants.py")
    for task in package.tasks:
        yield f"{task.name.replace('.', '/')}.py", rendered("task.py", task=task)
    if any("." in task.name for task in package.tasks):
        yield "components/__init__.py", '"""What several tasks share, by component."""\n'
    for unions in package.unions:
        yield f"{unions.name}.py", rendered("unions.py", unions=unions)
    for models in package.models:
        yield from _models(models, rendered)
    yield from _keywords(package, rendered)
    yield "resources/__init__.py", '"""Operations, by resource."""\n'
    for resource in package.resources:
        yield f"resources/{resource.file}", rendered("resources/resource.py", resource=resource)
    for source in sorted((templates / "runtime").glob("*.py")):
        if source.stem not in _PAGED or package.has_pages:
            yield f"{RUNTIME_FOLDER}/{source.name}", source.read_text(encoding="utf-8")


def _keywords(package: Package, rendered: Callable[..., str]) -> Iterator[tuple[str, str]]:
    for module in package.keywords:
        yield (
            f"{FOLDER}/{module.name.replace('.', '/')}.py",
            rendered("keywords/module.py", module=module),
        )
    if package.keywords or package.held:
        yield f"{FOLDER}/__init__.py", rendered("keywords/__init__.py")
    for folder in sorted({module.folder for module in package.keywords} - {""}):
        yield f"{FOLDER}/{folder}__init__.py", _KEYWORDS


def _models(models: ModelPackage, rendered: Callable[..., str]) -> Iterator[tuple[str, str]]:
    """The folder of models: what all have in common, and a module for each group."""
    runners = [runner for group in models.groups for runner in group.runners]
    values = {"models": models, "runners": runners, "kinds": _KINDS}
    yield "models/__init__.py", '"""Models by name."""\n'
    yield "models/answers/__init__.py", '"""What models answer."""\n'
    for name in ("facts.py", "names.py", "overloads.py", "runner.py", "runners.py"):
        yield f"models/{name}", rendered(f"models/{name}", **values)
    yield "models/inputs.py", rendered("models/inputs.py", inputs=models.inputs)
    for group in models.groups:
        yield f"models/{group.name}.py", rendered("models/group.py", group=group)
    for answer in models.answers:
        yield f"{answer.name.replace('.', '/')}.py", rendered("task.py", task=answer)
