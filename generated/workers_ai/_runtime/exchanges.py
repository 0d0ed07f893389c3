"""One call and its response, which is opened at most once: what answers, streams and responses have in common."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing, contextmanager
from functools import partial
from io import IncrementalNewlineDecoder
from typing import TypeVar

import httpx2

from .answers import answer_of
from .bodies import takes_time
from .call import Call
from .clients import BaseClient
from .errors import CloudflareError
from .failures import BODY_ERRORS, NETWORK_ERRORS, mapped_error, too_long_error, used_error
from .operations import Fields, Operation
from .requests import build_call
from .sending import read_within_limit, send_with_retries
from .waiting import TaskIO, ThreadIO, moment_in

T = TypeVar("T")


class Exchange:
    """A call of an operation. Raises as `build_call`, at once unless building takes the event loop's time."""

    def __init__(
        self,
        client: BaseClient,
        operation: Operation,
        path: Fields,
        params: object,
        keywords: Fields,
        *,
        streaming: bool = False,
    ) -> None:
        self.client: BaseClient = client
        self.io: ThreadIO | TaskIO = client.settings.io
        self.streaming: bool = streaming
        build = partial(build_call, client.settings, operation, path, params, keywords, streaming=streaming)
        late = self.io.waits and takes_time((params, keywords))
        self._call: Call | Callable[[], Call] = build if late else build()
        # The response, once it is there.
        self.found: httpx2.Response | None = None
        # The event loop of its connection.
        self._loop: object = None
        self._closed = False

    async def call(self) -> Call:
        """The request, which is made where nobody waits for it."""
        if not isinstance(self._call, Call):
            self._call = await self.io.offload(self._call)
        return self._call

    async def answer(self) -> object:
        """Send, and decode the answer; a failure that only the body tells of is sent again, too."""
        return await send_with_retries(self.client, await self.call(), self.decoded)

    async def response(self, *, unread: bool = True) -> httpx2.Response:
        """The response of success. Raises CloudflareError when it was closed before it was asked for."""
        if self.found is None:
            await self.refuse_used()
            self.found = await send_with_retries(self.client, await self.call(), _unchanged, stream=unread)
            self._loop = self.io.loop()
        return self.found

    @property
    def is_elsewhere(self) -> bool:
        """Whether the response belongs to another event loop, which alone can read from its connection."""
        return self.found is not None and self.io.loop() is not self._loop

    def refuse_elsewhere(self) -> None:
        if self.is_elsewhere:
            raise CloudflareError("The response belongs to another event loop: read it there, or ask again")

    @property
    def opened(self) -> httpx2.Response:
        """The response. Raises CloudflareError before it was asked for."""
        if self.found is None:
            raise CloudflareError("Nothing was sent yet: enter the response by `with`")
        return self.found

    async def read(self) -> httpx2.Response:
        """The response that was opened, its body read."""
        call = await self.call()
        if not self.opened.is_closed:
            self.refuse_elsewhere()
        with self._reading(call):
            await read_within_limit(call, self.opened)
            # Raises where the pieces went elsewhere.
            _ = self.opened.content
        return self.opened

    async def each(self, pieces: AsyncGenerator[T]) -> AsyncGenerator[T]:
        """Pieces of the body as they come, each within the deadline."""
        call = await self.call()
        self.refuse_elsewhere()
        async with aclosing(pieces):
            while True:
                with self._reading(call):
                    piece = await anext(pieces, None)
                if piece is None:
                    return
                yield piece

    async def lines(self) -> AsyncGenerator[str]:
        """The body as lines, none of which is longer than an answer may be: those of httpx2 end within JSON, too."""
        call, response = await self.call(), self.opened
        text = getincrementaldecoder(response.encoding or "utf-8")("replace")
        decoder, begun, size = IncrementalNewlineDecoder(text, translate=True), list[str](), 0
        async with aclosing(self.io.pieces(response)) as pieces:
            async for piece in pieces:
                *ended, rest = decoder.decode(piece).split("\n")
                for line in ended:
                    yield "".join((*begun, line))
                    begun, size = [], 0
                begun.append(rest)
                if (size := size + len(rest)) > call.settings.max_bytes:
                    raise too_long_error(call, response, "A line of the answer")
        if last := "".join((*begun, decoder.decode(b"", final=True))):
            yield last.removesuffix("\n")

    @contextmanager
    def _reading(self, call: Call) -> Iterator[None]:
        """Within the deadline, with the errors of the client."""
        moment = moment_in(call.deadline)
        try:
            with call.io.within(moment):
                yield
        except (*NETWORK_ERRORS, *BODY_ERRORS) as error:
            raise mapped_error(call, error, self.opened, moment) from error

    async def parsed(self) -> object:
        """The answer in the response that was opened."""
        return await self.decoded(await self.read())

    async def decoded(self, response: httpx2.Response) -> object:
        """The answer in a response that was read."""
        return await answer_of(await self.call(), response)

    async def refuse_used(self) -> None:
        """Raises CloudflareError for a stream that was closed, or read from."""
        if self._closed or (self.found is not None and self.found.is_stream_consumed):
            raise used_error(await self.call())

    async def close(self) -> None:
        """Close the response, and free its connection; that of another event loop closes with it."""
        self._closed = True
        if self.found is not None and not self.is_elsewhere:
            await self.io.close(self.found)


async def _unchanged(response: httpx2.Response) -> httpx2.Response:
    return response
