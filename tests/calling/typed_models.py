"""Calls of models by name that type checkers take, with the types that they give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, assert_type

import workers_ai as w
from workers_ai.models.answers.chat_completion import ChatCompletion
from workers_ai.models.answers.chat_completion_chunk import ChatCompletionChunk
from workers_ai.models.answers.image import Image
from workers_ai.models.answers.model_response import ModelResponse
from workers_ai.models.answers.rerank import Rerank
from workers_ai.models.info import ModelInfo
from workers_ai.models.inputs import ChatMessage
from workers_ai.models.runner import OpenRunner

if TYPE_CHECKING:
    from workers_ai.models.gpt_oss import InputItem
    from workers_ai.models.inputs import Message
    from workers_ai.models.translation import TranslationQueued


def conversation(client: w.Cloudflare) -> None:
    kimi = client.ai.model("@cf/moonshotai/kimi-k2.6")
    messages: list[ChatMessage] = [{"role": "user", "content": "How warm is it?"}]
    answer = kimi.run(messages=messages, reasoning_effort="none", timeout=5)
    assert_type(answer, ChatCompletion)
    messages.append(answer.choices[0].message)
    messages.append({"role": "tool", "content": "7", "tool_call_id": "1"})
    kimi.run(messages=messages)
    picture = Path("picture.png")
    kimi.run(messages=[
        {"role": "user", "content": [{"type": "image_url", "image_url": {"url": picture}}]}
    ])  # fmt: skip
    for chunk in kimi.stream(messages=messages):
        assert_type(chunk, ChatCompletionChunk)
    assert_type(kimi.info, ModelInfo)


def tools(client: w.Cloudflare) -> None:
    kimi = client.ai.model("@cf/moonshotai/kimi-k2.6")
    messages: list[ChatMessage] = []
    for chunk in kimi.stream(messages=messages):
        messages.append({"role": "assistant", "content": "x", "tool_calls": chunk.tool_calls})
        for call in chunk.tool_calls:
            assert_type(call.arguments, dict[str, object])
            messages.append({"role": "tool", "tool_call_id": call.id, "content": call.name})
    gpt = client.ai.model("@cf/openai/gpt-oss-120b")
    items: list[InputItem] = [{"role": "user", "content": "x"}]
    items += gpt.run(input=items).output or []
    for event in gpt.stream(input=items):
        items += event.tool_calls
        for made in event.tool_calls:
            items.append({"type": "function_call_output", "call_id": made.id, "output": made.name})
    llama = client.ai.model("@cf/meta/llama-3.2-1b-instruct")
    said: list[Message] = [{"role": "user", "content": "x"}]
    said.append({"role": "assistant", "content": llama.run(messages=said).text})
    piece = next(iter(llama.stream(messages=said)))
    said.append({"role": "tool", "content": piece.tool_calls[0].name})


def forms(client: w.Cloudflare, name: str) -> None:
    rerank = client.ai.model("@cf/baai/bge-reranker-base")
    assert_type(rerank.run(query="x", contexts=[{"text": "a"}]), Rerank)
    gpt = client.ai.model("@cf/openai/gpt-oss-120b")
    assert_type(gpt.run(input="x"), ModelResponse)
    assert_type(gpt.run(messages=[{"role": "user", "content": "x"}]), ChatCompletion)
    client.ai.model("@cf/baai/bge-m3").batch([{"text": "x"}]).wait()
    translation = client.ai.model("@cf/meta/m2m100-1.2b")
    translation.batch([{"text": "x", "target_lang": "fr", "external_reference": "a"}])
    requests: list[TranslationQueued] = [{"text": "x", "target_lang": "fr"}]
    requests.append({"text": "x", "target_lang": "fr", "external_reference": "a"})
    translation.batch(requests)
    unknown = client.ai.model(name)
    assert_type(unknown, OpenRunner)
    unknown.run(anything=1, file=b"x")
    raw = client.ai.with_raw_response.model("@cf/baai/bge-reranker-base")
    assert_type(raw.run(query="x", contexts=[]).parse(), Rerank)
    pieces = client.ai.with_raw_response.model("@cf/zai-org/glm-5.2").stream(messages=[])
    assert_type(pieces.parse(), w.Stream[ChatCompletionChunk])


def files(client: w.Cloudflare) -> None:
    client.ai.model("@cf/deepgram/nova-3").run(audio=Path("x.mp3"), mode="general")
    client.ai.model("@cf/openai/whisper-large-v3-turbo").run(audio=Path("x.mp3"))
    flux = client.ai.model("@cf/black-forest-labs/flux-2-dev")
    assert_type(flux.run(prompt="x", input_image_0=b"x"), Image)


async def tasks(client: w.AsyncCloudflare) -> None:
    kimi = client.ai.model("@cf/moonshotai/kimi-k2.6")
    assert_type(await kimi.run(messages=[{"role": "user", "content": "x"}]), ChatCompletion)
    async for chunk in kimi.stream(messages=[]):
        assert_type(chunk, ChatCompletionChunk)
    raw = client.ai.with_raw_response.model("@cf/baai/bge-reranker-base")
    response = await raw.run(query="x", contexts=[])
    assert_type(await response.parse(), Rerank)
    pieces = await client.ai.with_raw_response.model("@cf/zai-org/glm-5.2").stream(messages=[])
    assert_type(await pieces.parse(), w.AsyncStream[ChatCompletionChunk])
