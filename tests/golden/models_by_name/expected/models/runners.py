"""The runners of models, for checkers: at run time, each is made when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final, Unpack

    from .._runtime.batches import BatchHandle
    from .._runtime.binary import BinaryResponse
    from .._runtime.responses import as_async, as_async_raw, as_raw
    from .._runtime.streams import Stream
    from .answers.transcript import Transcript
    from .answers.written import Written
    from .answers.written_piece import WrittenPiece
    from .inputs import CallOptions
    from .listener import ListenerCall
    from .painting import PaintingCall
    from .writing import WritingCall, WritingQueued
    from .runner import ModelRunner, as_async_batch, as_async_raw_stream, as_async_stream

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

        run: Final = as_async(WritingRunner.run)
        stream: Final = as_async_stream(WritingRunner.stream)

    class WritingRunnerWithRawResponse(ModelRunner):
        """As `WritingRunner`, giving HTTP responses."""

        run: Final = as_raw(WritingRunner.run)
        stream: Final = as_raw(WritingRunner.stream)

    class AsyncWritingRunnerWithRawResponse(ModelRunner):
        """As `AsyncWritingRunner`, giving HTTP responses."""

        run: Final = as_async_raw(WritingRunner.run)
        stream: Final = as_async_raw_stream(WritingRunner.stream)

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

        run: Final = as_async(QueuedWritingRunner.run)
        stream: Final = as_async_stream(QueuedWritingRunner.stream)
        batch: Final = as_async_batch(QueuedWritingRunner.batch)

    class QueuedWritingRunnerWithRawResponse(ModelRunner):
        """As `QueuedWritingRunner`, giving HTTP responses."""

        run: Final = as_raw(QueuedWritingRunner.run)
        stream: Final = as_raw(QueuedWritingRunner.stream)

    class AsyncQueuedWritingRunnerWithRawResponse(ModelRunner):
        """As `AsyncQueuedWritingRunner`, giving HTTP responses."""

        run: Final = as_async_raw(QueuedWritingRunner.run)
        stream: Final = as_async_raw_stream(QueuedWritingRunner.stream)

    class ListenerRunner(ModelRunner):
        """Listener."""

        def run(self, **fields: Unpack[ListenerCall]) -> Transcript:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncListenerRunner(ModelRunner):
        """As `ListenerRunner`, for asyncio and trio."""

        run: Final = as_async(ListenerRunner.run)

    class ListenerRunnerWithRawResponse(ModelRunner):
        """As `ListenerRunner`, giving HTTP responses."""

        run: Final = as_raw(ListenerRunner.run)

    class AsyncListenerRunnerWithRawResponse(ModelRunner):
        """As `AsyncListenerRunner`, giving HTTP responses."""

        run: Final = as_async_raw(ListenerRunner.run)

    class PaintingRunner(ModelRunner):
        """Painting."""

        def run(self, **fields: Unpack[PaintingCall]) -> BinaryResponse:
            """The answer to a request, whose members are keywords."""
            ...

    class AsyncPaintingRunner(ModelRunner):
        """As `PaintingRunner`, for asyncio and trio."""

        run: Final = as_async(PaintingRunner.run)

    class PaintingRunnerWithRawResponse(ModelRunner):
        """As `PaintingRunner`, giving HTTP responses."""

        run: Final = as_raw(PaintingRunner.run)

    class AsyncPaintingRunnerWithRawResponse(ModelRunner):
        """As `AsyncPaintingRunner`, giving HTTP responses."""

        run: Final = as_async_raw(PaintingRunner.run)

else:
    from .._runtime.runners import runner_class

    def __getattr__(name):
        if found := runner_class(name):
            return found
        raise AttributeError(name)
