"""From the package as values to the text of its files, its notice included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from flaregen import __version__
from flaregen.emitting.importing import IMPORTS, LATER_IMPORTS, Names, with_imports
from flaregen.emitting.jinja_environment import environment
from flaregen.emitting.literals import literal
from flaregen.emitting.model_package import ModelPackage
from flaregen.emitting.package import Package
from flaregen.emitting.sent_types import FOLDER
from flaregen.rendered import RenderedFile

RUNTIME_FOLDER = "_runtime"
_KEYWORDS = '"""Keywords of calls with what components have, for type checkers alone."""\n'
_ON_DEMAND = {
    *("batches", "files", "groups", "pages", "pieces", "queries", "readings", "runners", "streams"),
}
"""Modules of the runtime that only clients have whose own modules or operations need them."""
_KINDS = ("*", "Async*", "*WithRawResponse", "Async*WithRawResponse")
"""Classes of runners, after what they are called: the star is the name."""


def render(package: Package, version: str, templates: Path) -> tuple[RenderedFile, ...]:
    """Every file of the package, which says of itself that it has that version.

    Python is not formatted yet.
    """
    modules = dict(_own_modules(package, templates))
    runtime = dict(_runtime(package, "".join(modules.values()), templates))
    init = environment(templates).get_template("__init__.py.jinja")
    modules["__init__.py"] = init.render(package=package, version=literal(version), runtime=runtime)
    modules |= {f"{RUNTIME_FOLDER}/{name}.py": text for name, text in runtime.items()}
    return tuple(
        RenderedFile(PurePosixPath(package.name, path), text.encode())
        for path, text in modules.items()
    )


def _runtime(package: Package, own: str, templates: Path) -> Iterator[tuple[str, str]]:
    """The modules of the runtime that the ``own`` modules of a package, as one text, need."""
    sources = sorted((templates / "runtime").glob("*.py"))
    every = {source.stem: source.read_text(encoding="utf-8") for source in sources}
    needed = {name for name in _ON_DEMAND if f"{RUNTIME_FOLDER}.{name} import" in own}
    needed |= package.asked
    while more := {
        name
        for name in _ON_DEMAND - needed
        if any(f"from .{name} import" in every[one] for one in needed)
    }:
        needed |= more
    yield from ((name, text) for name, text in every.items() if name not in _ON_DEMAND - needed)


def _own_modules(package: Package, templates: Path) -> Iterator[tuple[str, str]]:
    def rendered(template: str, **values: object) -> str:
        found = environment(templates).get_template(f"{template}.jinja")
        return found.render(package=package, **values)

    def module(
        path: str, template: str, known: Names, near: Names = MappingProxyType({}), **values: object
    ) -> tuple[str, str]:
        """A module whose imports follow from what it names."""
        dots = "." * len(path.split("/"))
        places = {"dots": dots, "imports": IMPORTS, "later": LATER_IMPORTS}
        return path, with_imports(rendered(template, **places, **values), dots, known, near)

    yield "client.py", rendered("client.py")
    yield "py.typed", ""
    if package.catalogue:
        yield "catalogue.py", rendered("catalogue.py")
    if package.has_forms:
        yield "variants.py", rendered("variants.py")
    if any("." in task.name for task in package.tasks):
        yield "components/__init__.py", '"""What several tasks share, by component."""\n'
    for models in package.models:
        yield from _models(models, rendered, module)
    if package.keywords or package.held:
        yield f"{FOLDER}/__init__.py", rendered("keywords/__init__.py")
    for folder in sorted({keyword.folder for keyword in package.keywords} - {""}):
        yield f"{FOLDER}/{folder}__init__.py", _KEYWORDS
    yield "resources/__init__.py", '"""Operations, by resource."""\n'
    yield from _modules(package, module)


def _modules(package: Package, module: Callable[..., tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The modules of tasks, of keywords, and of resources."""
    known = package.known
    for task in package.tasks:
        yield module(_path(task.name), "task.py", known, task=task)
    for unions in package.unions:
        yield module(f"{unions.name}.py", "unions.py", known, unions=unions)
    for keyword in package.keywords:
        yield module(f"{FOLDER}/{_path(keyword.name)}", "keywords/module.py", known, module=keyword)
    own = {models.resource: models.modules for models in package.models}
    for resource in package.resources:
        names = {**known, **own.get(resource.name, {})}
        path = f"resources/{resource.file}"
        yield module(path, "resources/resource.py", names, resource=resource)


def _models(
    models: ModelPackage, rendered: Callable[..., str], module: Callable[..., tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The folder of models: what all have in common, and a module for each group."""
    runners = [runner for group in models.groups for runner in group.runners]
    values = {"models": models, "runners": runners, "kinds": _KINDS}
    yield "models/__init__.py", '"""Models by name."""\n'
    yield "models/answers/__init__.py", '"""What models answer."""\n'
    for name in ("facts.py", "names.py", "overloads.py", "runner.py"):
        yield f"models/{name}", rendered(f"models/{name}", **values)
    near = models.requests
    named = {**near, **models.answered}
    yield module("models/runners.py", "models/runners.py", {}, named, **values)
    yield module("models/inputs.py", "models/inputs.py", {}, near, inputs=models.inputs)
    for group in models.groups:
        yield module(f"models/{group.name}.py", "models/group.py", {}, near, group=group)
    known = {name: answer.name for answer in models.answers for name in answer.exports}
    for answer in models.answers:
        yield module(_path(answer.name), "task.py", known, task=answer)


def _path(module: str) -> str:
    return f"{module.replace('.', '/')}.py"


_NOTICE = """\
This package was written by flaregen {version}, with the command

    flaregen build

Do not edit it: the next build replaces it, and `flaregen check` reports the edit. Files
of your own next to these are left alone. flaregen.lock says what the package was made from.

The modules below _runtime come from flaregen and are under this licence; what is
generated from a document is under no licence of flaregen's.

{licence}"""

_LICENCE = """\
MIT License

Copyright (c) 2026 The Flaregen authors

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


def notice(package: str) -> RenderedFile:
    """Where the package comes from, and under which licence; the same for every build."""
    text = _NOTICE.format(version=__version__, licence=_LICENCE)
    return RenderedFile(PurePosixPath(package, "NOTICE.txt"), text.encode())
