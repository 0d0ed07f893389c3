"""The client in a few calls, for whichever interpreter. First argument: a service."""

from __future__ import annotations

import asyncio
import dataclasses
import pickle
import sys

import workers_ai

MODEL = "@cf/meta/llama-3.1-8b-instruct"
OPTIONS = {"api_token": "t", "account_id": "a", "base_url": sys.argv[1]}
PARAMS = workers_ai.TranslationParams(text="x", target_lang="fr")


def threads() -> list[object]:
    with workers_ai.Cloudflare(**OPTIONS) as client:
        answer = client.ai.run(MODEL, PARAMS, deadline=10)
        copied = dataclasses.replace(pickle.loads(pickle.dumps(answer)), translated_text="copied")
        pieces = [piece.response for piece in client.ai.stream(MODEL, prompt="x")]
        try:
            client.ai.run(MODEL, PARAMS)
        except workers_ai.RateLimitError as error:
            return [answer.translated_text, copied.to_dict(), pieces, error.status_code]
    raise AssertionError("The service refuses the third call")


async def tasks() -> list[object]:
    async with workers_ai.AsyncCloudflare(**OPTIONS) as client:
        answer = await client.ai.run(MODEL, PARAMS)
        pieces = [piece.response async for piece in client.ai.stream(MODEL, prompt="x")]
        return [answer.translated_text, pieces]


sys.stdout.write(f"{threads()} {asyncio.run(tasks())}\n")
