"""The runners of models, for checkers: at run time, each is made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.batches import AsyncBatchHandle, BatchHandle
    from .._runtime.binary import BinaryResponse
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from .._runtime.streams import AsyncStream, Stream
    from .answers.transcript import Transcript
    from .answers.written import Written
    from .answers.written_piece import WrittenPiece
    from .inputs import CallOptions
    from .listener import ListenerCall
    from .painting import PaintingCall
    from .writing import WritingCall, WritingQueued
    from .runner import ModelRunner

    class WritingRunner(ModelRunner):
        """Writing."""

        def run(self, **fields: Unpack[WritingCall]) -> Written:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[WritingCall]) -> Stream[WrittenPiece]:
            """The same, with the answer piece by piece."""
            ...

    class AsyncWritingRunner(ModelRunner):
        """As `WritingRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[WritingCall]) -> Written:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[WritingCall]) -> AsyncStream[WrittenPiece]:
            """The same, with the answer piece by piece."""
            ...

    class WritingRunnerWithRawResponse(ModelRunner):
        """As `WritingRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[WritingCall]) -> RawResponse[Written]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[WritingCall]) -> RawResponse[Stream[WrittenPiece]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncWritingRunnerWithRawResponse(ModelRunner):
        """As `AsyncWritingRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[WritingCall]) -> AsyncRawResponse[Written]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[WritingCall]) -> AsyncRawResponse[AsyncStream[WrittenPiece]]:
            """The same, whose `parse` gives the stream."""
            ...

    class QueuedWritingRunner(ModelRunner):
        """Writing."""

        def run(self, **fields: Unpack[WritingCall]) -> Written:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[WritingCall]) -> Stream[WrittenPiece]:
            """The same, with the answer piece by piece."""
            ...

        def batch(self, requests: Sequence[WritingQueued], **options: Unpack[CallOptions]) -> BatchHandle[Written]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class AsyncQueuedWritingRunner(ModelRunner):
        """As `QueuedWritingRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[WritingCall]) -> Written:
            """The answer to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[WritingCall]) -> AsyncStream[WrittenPiece]:
            """The same, with the answer piece by piece."""
            ...

        async def batch(
            self, requests: Sequence[WritingQueued], **options: Unpack[CallOptions]
        ) -> AsyncBatchHandle[Written]:
            """Queue requests; the handle gives the answers, in order."""
            ...

    class QueuedWritingRunnerWithRawResponse(ModelRunner):
        """As `QueuedWritingRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[WritingCall]) -> RawResponse[Written]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[WritingCall]) -> RawResponse[Stream[WrittenPiece]]:
            """The same, whose `parse` gives the stream."""
            ...

    class AsyncQueuedWritingRunnerWithRawResponse(ModelRunner):
        """As `AsyncQueuedWritingRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[WritingCall]) -> AsyncRawResponse[Written]:
            """The response to a request, whose members are keywords."""
            ...

        def stream(self, **fields: Unpack[WritingCall]) -> AsyncRawResponse[AsyncStream[WrittenPiece]]:
            """The same, whose `parse` gives the stream."""
            ...

    class ListenerRunner(ModelRunner):
        """Listener."""

        def run(self, **fields: Unpack[ListenerCall]) -> Transcript:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncListenerRunner(ModelRunner):
        """As `ListenerRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[ListenerCall]) -> Transcript:
            """The answer to a request, whose members are keywords."""
            ...

    class ListenerRunnerWithRawResponse(ModelRunner):
        """As `ListenerRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ListenerCall]) -> RawResponse[Transcript]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncListenerRunnerWithRawResponse(ModelRunner):
        """As `AsyncListenerRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[ListenerCall]) -> AsyncRawResponse[Transcript]:
            """The response to a request, whose members are keywords."""
            ...

    class PaintingRunner(ModelRunner):
        """Painting."""

        def run(self, **fields: Unpack[PaintingCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncPaintingRunner(ModelRunner):
        """As `PaintingRunner`, for asyncio and trio."""

        async def run(self, **fields: Unpack[PaintingCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class PaintingRunnerWithRawResponse(ModelRunner):
        """As `PaintingRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[PaintingCall]) -> RawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...

    class AsyncPaintingRunnerWithRawResponse(ModelRunner):
        """As `AsyncPaintingRunner`, giving HTTP responses."""

        def run(self, **fields: Unpack[PaintingCall]) -> AsyncRawResponse[BinaryResponse]:
            """The response to a request, whose members are keywords."""
            ...


else:
    from .._runtime.runners import runner_class

    def __getattr__(name):
        if found := runner_class(name):
            return found
        raise AttributeError(name)
