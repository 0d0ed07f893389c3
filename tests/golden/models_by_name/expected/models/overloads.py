"""By which checkers choose the runner of a model. The last takes any name, which is meant."""

# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false
# ruff: noqa: F403, F405  # the names of models, and the runners

from __future__ import annotations

from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from .names import *
    from .runner import AsyncOpenRunner, AsyncOpenRunnerWithRawResponse, OpenRunner, OpenRunnerWithRawResponse
    from .runners import *


class ByName:
    """Gives the runner of a model, by name."""

    @overload
    def model(self, name: WritingName, /) -> WritingRunner: ...
    @overload
    def model(self, name: QueuedWritingName, /) -> QueuedWritingRunner: ...
    @overload
    def model(self, name: ListenerName, /) -> ListenerRunner: ...
    @overload
    def model(self, name: PaintingName, /) -> PaintingRunner: ...
    @overload
    def model(self, name: str, /) -> OpenRunner: ...
    def model(self, name: str, /) -> object:
        """The runner of a model, typed by its schema; a name that is not known has an open one."""
        raise NotImplementedError(name)


class AsyncByName:
    """Gives the runner of a model, by name."""

    @overload
    def model(self, name: WritingName, /) -> AsyncWritingRunner: ...
    @overload
    def model(self, name: QueuedWritingName, /) -> AsyncQueuedWritingRunner: ...
    @overload
    def model(self, name: ListenerName, /) -> AsyncListenerRunner: ...
    @overload
    def model(self, name: PaintingName, /) -> AsyncPaintingRunner: ...
    @overload
    def model(self, name: str, /) -> AsyncOpenRunner: ...
    def model(self, name: str, /) -> object:
        """The runner of a model, typed by its schema; a name that is not known has an open one."""
        raise NotImplementedError(name)


class ByNameWithRawResponse:
    """Gives the runner of a model, by name."""

    @overload
    def model(self, name: WritingName, /) -> WritingRunnerWithRawResponse: ...
    @overload
    def model(self, name: QueuedWritingName, /) -> QueuedWritingRunnerWithRawResponse: ...
    @overload
    def model(self, name: ListenerName, /) -> ListenerRunnerWithRawResponse: ...
    @overload
    def model(self, name: PaintingName, /) -> PaintingRunnerWithRawResponse: ...
    @overload
    def model(self, name: str, /) -> OpenRunnerWithRawResponse: ...
    def model(self, name: str, /) -> object:
        """The runner of a model, typed by its schema; a name that is not known has an open one."""
        raise NotImplementedError(name)


class AsyncByNameWithRawResponse:
    """Gives the runner of a model, by name."""

    @overload
    def model(self, name: WritingName, /) -> AsyncWritingRunnerWithRawResponse: ...
    @overload
    def model(self, name: QueuedWritingName, /) -> AsyncQueuedWritingRunnerWithRawResponse: ...
    @overload
    def model(self, name: ListenerName, /) -> AsyncListenerRunnerWithRawResponse: ...
    @overload
    def model(self, name: PaintingName, /) -> AsyncPaintingRunnerWithRawResponse: ...
    @overload
    def model(self, name: str, /) -> AsyncOpenRunnerWithRawResponse: ...
    def model(self, name: str, /) -> object:
        """The runner of a model, typed by its schema; a name that is not known has an open one."""
        raise NotImplementedError(name)
