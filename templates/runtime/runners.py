"""Models by name: what a model's own schema says of a call, and how its body travels."""

# ruff: noqa: ANN401  # the emitted methods have the types
from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any, ClassVar

from . import PACKAGE
from .bodies import OwnBody
from .groups import Form, Group, group_in, row_of
from .models import Response, StreamParams
from .operations import Fields, Operation

_KINDS = ("*", "Async*", "*WithRawResponse", "Async*WithRawResponse")


class Runner:
    """Runs one model, by its own schema."""

    group: ClassVar[Group] = Group(forms=(Form(),), flag=StreamParams.stream_flag, open=True)

    def __init__(self, resource: Any, operation: Operation, path: Fields) -> None:
        self._resource, self._path = resource, path
        if own := self.group.query:
            query = " ".join((operation.query, *own))
            operation = operation._replace(query=query, renamed={**operation.renamed, **own})
        self._operation = operation
        self._model = operation.model({name: str(value) for name, value in path.items()})

    def _info(self) -> Any:
        known = import_module(f"{PACKAGE}.models.facts").FACTS.get(self._model, {})
        cls: type[Response] = import_module(f"{PACKAGE}.models.info").ModelInfo
        return cls.from_dict({**known, "name": self._model})

    def _own(self, file: object = None) -> OwnBody:
        return OwnBody(self._model, self.group, file)

    def _run(self, file: object = None, /, **fields: Any) -> Any:
        """The answer to a request, whose members are keywords."""
        return self._resource._run(self._operation, self._path, self._own(file), fields)  # noqa: SLF001

    def _stream(self, /, **fields: Any) -> Any:
        """The same, with the answer piece by piece."""
        return self._resource._stream(self._operation, self._path, self._own(), fields)  # noqa: SLF001

    def _batch(self, requests: Sequence[Fields], /, **options: Any) -> Any:
        """Queue requests; the handle gives the answers, in order."""
        # A file is all of a body elsewhere, and part of one here.
        own = OwnBody(self._model, self.group._replace(files=()))
        queued = [(own, fields) for fields in requests]
        return self._resource._batch(self._operation, self._path, queued, options)  # noqa: SLF001

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._model}>"


@cache
def _made(kind: str, row: str) -> type[Runner]:
    """The class of runners for a row of `models.names`, of which `models.runners` has the types."""
    _, name, *ways = row.split()
    group = group_in(row)
    members: dict[str, object] = {"group": group, "__module__": f"{PACKAGE}.models.runners"}
    if group.forms:
        members["run"] = Runner._run  # noqa: SLF001
    if any(form.event for form in group.forms):
        members["stream"] = Runner._stream  # noqa: SLF001
    if ways and not kind.endswith("Response"):
        members["batch"] = Runner._batch  # noqa: SLF001
    return type(kind.replace("*", name), (import_module(f"{PACKAGE}.models.runner").ModelRunner,), members)


def runner_class(name: str) -> type[Runner] | None:
    """The class of runners that has a name, for those who import it."""
    rows = {*import_module(f"{PACKAGE}.models.names").RUNNERS.values()}
    found = (_made(kind, row) for row in rows for kind in _KINDS if kind.replace("*", row.split()[1]) == name)
    return next(found, None)


def runner_of(kind: str, resource: Any, operation: Operation, path: Fields) -> Any:
    """The runner for a model, `*` in `kind` standing for its name. A name that is not known has an open one."""
    if row := row_of(str([*path.values()][-1])):
        return _made(kind, row)(resource, operation, path)
    found = getattr(import_module(f"{PACKAGE}.models.runner"), kind.replace("*", "OpenRunner"))
    return found(resource, operation, path)
