"""Two FastAPI routes: one answers, one streams.

``pip install "fastapi[standard]"``, then ``fastapi run fastapi_route.py``.
"""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Body, FastAPI, HTTPException, Request
from fastapi.responses import StreamingResponse
from workers_ai import (
    AsyncCloudflare,
    RateLimitError,
    TextGenerationPromptParams,
    TranslationParams,
    TranslationResponse,
)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    """One client for all requests."""
    async with AsyncCloudflare(deadline=30) as client:
        app.state.client = client
        yield


app = FastAPI(lifespan=lifespan)


@app.post("/translate")
async def translate(
    request: Request, params: Annotated[TranslationParams, Body()]
) -> TranslationResponse:
    """FastAPI checks the body by the params class, and documents it in the OpenAPI of the app."""
    client: AsyncCloudflare = request.app.state.client
    try:
        return await client.ai.run("@cf/meta/m2m100-1.2b", params)
    except RateLimitError as error:
        raise HTTPException(503, "Too busy, try again later") from error


@app.post("/write")
async def write(request: Request, prompt: Annotated[str, Body(embed=True)]) -> StreamingResponse:
    client: AsyncCloudflare = request.app.state.client

    async def pieces() -> AsyncIterator[str]:
        params = TextGenerationPromptParams(prompt=prompt)
        async with client.ai.stream("@cf/meta/llama-3.2-3b-instruct", params) as stream:
            async for chunk in stream:
                yield chunk.text

    return StreamingResponse(pieces(), media_type="text/plain")
