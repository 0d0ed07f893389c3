"""Calls in the same words from threads, asyncio and trio."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import httpx2
from workers_ai import AiohttpTransport, AsyncCloudflare, Cloudflare

TOKEN = "token-that-nobody-may-see"
ACCOUNT = "023e105f4ecef8ad9ca31a8372d0c353"
LLAMA = "@cf/meta/llama-3.1-8b-instruct"


class Caller:
    """Each call has a client of its own; `options` are the client's."""

    def __init__(self, mode: str, base_url: str) -> None:
        self.mode = mode
        self.options: dict[str, Any] = {
            "api_token": TOKEN,
            "account_id": ACCOUNT,
            "base_url": base_url,
        }

    def call(
        self,
        sync: Callable[[Cloudflare], Any],
        parallel: Callable[[AsyncCloudflare], Awaitable[Any]],
    ) -> Any:
        if self.mode == "threads":
            with Cloudflare(**self.options) as client:
                return sync(client)

        async def main() -> Any:
            async with AsyncCloudflare(**self.options) as client:
                return await parallel(client)

        async def main_with_aiohttp() -> Any:
            options = dict(self.options)
            async with httpx2.AsyncClient(transport=AiohttpTransport()) as http:
                options.setdefault("http_client", http)
                async with AsyncCloudflare(**options) as client:
                    return await parallel(client)

        if self.mode == "aiohttp":
            return anyio.run(main_with_aiohttp, backend="asyncio")
        return anyio.run(main, backend=self.mode)

    def run(self, *args: Any, **kwargs: Any) -> Any:
        return self.call(lambda c: c.ai.run(*args, **kwargs), lambda c: c.ai.run(*args, **kwargs))

    def raw(self, *args: Any, **kwargs: Any) -> tuple[Any, Any]:
        """The response, and what it parses to."""

        def sync(client: Cloudflare) -> Any:
            response = client.ai.with_raw_response.run(*args, **kwargs)
            return response, response.parse()

        async def parallel(client: AsyncCloudflare) -> Any:
            response = await client.ai.with_raw_response.run(*args, **kwargs)
            return response, await response.parse()

        return self.call(sync, parallel)

    def lines(self, *args: Any, **kwargs: Any) -> list[str]:
        """The lines of a response that is read as it comes."""

        def sync(client: Cloudflare) -> list[str]:
            with client.ai.with_streaming_response.run(*args, **kwargs) as response:
                return list(response.iter_lines())

        async def parallel(client: AsyncCloudflare) -> list[str]:
            async with client.ai.with_streaming_response.run(*args, **kwargs) as response:
                return [line async for line in response.iter_lines()]

        return self.call(sync, parallel)

    def stream(self, *args: Any, **kwargs: Any) -> list[Any]:
        async def parallel(client: AsyncCloudflare) -> list[Any]:
            async with client.ai.stream(*args, **kwargs) as stream:
                return [chunk async for chunk in stream]

        return self.call(lambda c: list(c.ai.stream(*args, **kwargs)), parallel)

    def file(self, *args: Any, **kwargs: Any) -> bytes:
        async def parallel(client: AsyncCloudflare) -> bytes:
            async with client.ai.stream_bytes(*args, **kwargs) as stream:
                return b"".join([piece async for piece in stream])

        return self.call(lambda c: b"".join(c.ai.stream_bytes(*args, **kwargs)), parallel)

    def save(self, path: Path, *args: Any, **kwargs: Any) -> None:
        async def parallel(client: AsyncCloudflare) -> None:
            async with client.ai.stream_bytes(*args, **kwargs) as stream:
                await stream.save(path)

        def sync(client: Cloudflare) -> None:
            with client.ai.stream_bytes(*args, **kwargs) as stream:
                stream.save(path)

        self.call(sync, parallel)

    def batch(self, *args: Any, timeout: float | None = None) -> list[Any]:
        async def parallel(client: AsyncCloudflare) -> list[Any]:
            handle = await client.ai.batch(*args)
            return await handle.wait(timeout, interval=0.001)

        return self.call(lambda c: c.ai.batch(*args).wait(timeout, interval=0.001), parallel)
