"""Our client beside bare httpx2; prints CPU seconds and MB as JSON. First argument: runs."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator

import httpx2
import msgspec
from workers_ai import (
    AsyncCloudflare,
    AutomaticSpeechRecognitionParams,
    Cloudflare,
    TextEmbeddingsResponse,
    TextGenerationMessagesParams,
)
from workers_ai._runtime.answers import answer_type

from client_server import serve
from client_timing import SMALL, embeddings, event_pieces, medians

MODEL = "@cf/meta/llama-3.1-8b-instruct-fp8"
EARS = "@cf/openai/whisper"
PATH = f"/accounts/a/ai/run/{MODEL}"
MESSAGES = [{"role": "user", "content": "What is the capital of France?"}]
JSON = {"Content-Type": "application/json"}
AT_ONCE = 50


def calls(url: str, runs: int) -> dict[str, float]:
    bare = httpx2.Client(headers={"Authorization": "Bearer t"})
    ours = Cloudflare(api_token="t", account_id="a", base_url=url)

    def plain() -> object:
        content = msgspec.json.encode({"messages": MESSAGES})
        return msgspec.json.decode(bare.post(url + PATH, content=content, headers=JSON).content)

    def typed() -> object:
        return ours.ai.run(MODEL, TextGenerationMessagesParams(messages=MESSAGES)).response

    def of_model() -> object:
        return ours.ai.model(MODEL).run(messages=MESSAGES).text

    works = {"bare": plain, "ours": typed, "model": of_model}
    return medians(works, times=40, runs=5 * runs)


def calls_at_once(url: str, runs: int) -> dict[str, float]:
    with asyncio.Runner() as runner:
        bare = httpx2.AsyncClient(headers={"Authorization": "Bearer t"})
        ours = AsyncCloudflare(api_token="t", account_id="a", base_url=url)

        async def plain() -> object:
            content = msgspec.json.encode({"messages": MESSAGES})
            response = await bare.post(url + PATH, content=content, headers=JSON)
            return msgspec.json.decode(response.content)

        async def typed() -> object:
            answer = await ours.ai.run(MODEL, TextGenerationMessagesParams(messages=MESSAGES))
            return answer.response

        async def all_at_once(call: Callable[[], Awaitable[object]]) -> None:
            await asyncio.gather(*(call() for _ in range(AT_ONCE)))

        works = {
            "bare": lambda: runner.run(all_at_once(plain)),
            "ours": lambda: runner.run(all_at_once(typed)),
        }
        spent = medians(works, times=10, runs=runs)
        runner.run(bare.aclose())
        runner.run(ours.close())
    return {name: seconds / AT_ONCE for name, seconds in spent.items()}


def decoding(runs: int) -> dict[str, float]:
    body = embeddings()
    typed = answer_type(TextEmbeddingsResponse)
    works = {"bare": lambda: msgspec.json.decode(body), "ours": lambda: typed.result(body)}
    return medians(works, times=10, runs=runs)


def image(runs: int) -> dict[str, float]:
    content = os.urandom(1 << 20)
    url = serve(b'{"result":{"text":"x"},"success":true}')
    bare = httpx2.Client(headers={"Authorization": "Bearer t"})
    ours = Cloudflare(api_token="t", account_id="a", base_url=url)

    def plain() -> object:
        return msgspec.json.decode(bare.post(url + PATH, content=content).content)

    def typed() -> object:
        return ours.ai.run(EARS, AutomaticSpeechRecognitionParams(audio=content)).text

    return medians({"bare": plain, "ours": typed}, times=10, runs=5 * runs)


class _Pieces(httpx2.SyncByteStream):
    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces


def stream(runs: int) -> float:
    pieces = event_pieces()

    def answer(_: httpx2.Request) -> httpx2.Response:
        headers = {"content-type": "text/event-stream"}
        return httpx2.Response(200, headers=headers, stream=_Pieces(pieces))

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = Cloudflare(api_token="t", account_id="a", http_client=http)

    def read() -> int:
        return sum(1 for _ in client.ai.stream(MODEL, prompt="x"))

    return medians({"ours": read}, times=1, runs=runs)["ours"]


def main(runs: int) -> None:
    url = serve(SMALL)
    found = {
        "call": calls(url, runs),
        "at once": calls_at_once(url, runs),
        "embeddings": decoding(runs),
        "image": image(runs),
        "stream": stream(runs),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
