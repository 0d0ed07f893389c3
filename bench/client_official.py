"""The official SDK at the same work; prints CPU seconds and MB as JSON. First argument: runs.

Runs in the peers' environment. Model names hold no slash here, since the SDK
encodes it; the answer is decoded as its methods do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import httpx
from cloudflare import Cloudflare
from cloudflare._models import BaseModel
from cloudflare._streaming import Stream
from cloudflare.types.ai.ai_run_response import AIRunResponse

from client_server import serve
from client_timing import SMALL, embeddings, event_pieces, medians

MESSAGES = [{"role": "user", "content": "What is the capital of France?"}]


def calls(url: str, runs: int) -> dict[str, float]:
    bare = httpx.Client(headers={"Authorization": "Bearer t"})
    sdk = Cloudflare(api_token="t", base_url=url)

    def plain() -> object:
        response = bare.post(f"{url}/accounts/a/ai/run/llama", json={"messages": MESSAGES})
        return response.json()

    def called() -> object:
        return sdk.ai.run("llama", account_id="a", messages=MESSAGES)

    return medians({"bare": plain, "official": called}, times=200, runs=runs)


class _Embeddings(BaseModel):
    shape: list[float] | None = None
    data: list[list[float]] | None = None


def decoding(runs: int) -> dict[str, float]:
    body = embeddings()

    def construct() -> object:
        return _Embeddings.construct(**json.loads(body)["result"])

    def union() -> object:
        from cloudflare._models import construct_type

        return construct_type(type_=AIRunResponse, value=json.loads(body)["result"])

    return medians({"class": construct, "official": union}, times=2, runs=runs)


class _Pieces(httpx.SyncByteStream):
    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces


class _Chunk(BaseModel):
    response: str | None = None


def stream(runs: int) -> float:
    pieces = event_pieces()
    sdk = Cloudflare(api_token="t")
    request = httpx.Request("POST", "http://localhost")

    def read() -> int:
        headers = {"content-type": "text/event-stream"}
        response = httpx.Response(200, headers=headers, stream=_Pieces(pieces), request=request)
        return sum(1 for _ in Stream(cast_to=_Chunk, response=response, client=sdk))

    return medians({"official": read}, times=1, runs=runs)["official"]


def main(runs: int) -> None:
    url = serve(SMALL)
    found = {
        "call": calls(url, runs),
        "embeddings": decoding(runs),
        "stream": stream(runs),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
