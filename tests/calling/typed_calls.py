"""What the types of calls are. Never run: mypy and pyright read it (``test_types.py``)."""

from __future__ import annotations

import tempfile
import zipfile
from typing import Any, assert_type

from workers_ai import (
    UNSET,
    AIFinetunesAssetsCreateParams,
    AIFinetunesAssetsCreateResponse,
    AIFinetunesCreateResponse,
    AIModelsSchemaGetResponse,
    AIRunChunk,
    AIRunResponse,
    AsyncBatchHandle,
    AsyncCloudflare,
    AsyncPage,
    AsyncRawResponse,
    AsyncStream,
    AutomaticSpeechRecognitionParams,
    AutomaticSpeechRecognitionResponse,
    BatchHandle,
    CatalogueModel,
    CatalogueTask,
    Cloudflare,
    ConversionOptionsPDF,
    ConvertedFile,
    ConvertedFormat,
    Finetune,
    ImageClassificationParams,
    ImageClassificationResponse,
    ImageClassificationResponseItem,
    ImageTextToTextMessage,
    ImageTextToTextMessagesParams,
    ImageTextToTextPromptParams,
    ImageTextToTextResponse,
    ImageToTextParams,
    ImageToTextResponse,
    MultimodalEmbeddingsParams,
    MultimodalEmbeddingsResponse,
    ObjectDetectionParams,
    ObjectDetectionResponse,
    PublicFinetune,
    RawResponse,
    Stream,
    SummarizationParams,
    SummarizationResponse,
    SyncPage,
    TextClassificationParams,
    TextClassificationResponse,
    TextEmbeddingsParams,
    TextEmbeddingsResponse,
    TextGenerationChunk,
    TextGenerationMessage,
    TextGenerationMessagesParams,
    TextGenerationPromptParams,
    TextGenerationResponse,
    TextToImageParams,
    TextToImageResponse,
    TextToSpeechParams,
    TextToSpeechResponse,
    TranslationParams,
    TranslationResponse,
)

client = Cloudflare()
aclient = AsyncCloudflare()
run, arun = client.ai.run, aclient.ai.run

classify = TextClassificationParams(text="x")
paint = TextToImageParams(prompt="x", mask=b"x", image=[1, 2, 3], image_b64=b"x")
speak = TextToSpeechParams(prompt="x")
embed = TextEmbeddingsParams(text=["x", "y"])
recognize = AutomaticSpeechRecognitionParams(audio=b"x")
with tempfile.NamedTemporaryFile() as file, zipfile.ZipFile("x") as archive:
    AutomaticSpeechRecognitionParams(audio=file)
    AutomaticSpeechRecognitionParams(audio=archive.open("x"), source_lang=UNSET)
sort_image = ImageClassificationParams(image=[1, 2])
detect = ObjectDetectionParams(image=b"x")
prompt = TextGenerationPromptParams(prompt="x")
messages = TextGenerationMessagesParams(messages=[TextGenerationMessage(role="user", content="x")])
answer = run("m", messages)
sent_back = TextGenerationMessagesParams(
    messages=[
        {"role": "user", "content": "x"},
        TextGenerationMessage(role="user", content=[{"type": "text", "text": "x"}]),
        *(choice.message for choice in answer.choices or [] if choice.message),
        {"role": "tool", "tool_call_id": answer.tool_calls[0].id, "content": "7"},
    ],
    tools=[{"type": "function", "function": {"name": answer.tool_calls[0].name}}],
    response_format={"type": "json_object"},
)
translate = TranslationParams(text="x", target_lang="fr")
summarize = SummarizationParams(input_text="x")
describe = ImageToTextParams(image=b"x")
ask = ImageTextToTextPromptParams(image=b"x", prompt="x")
chat = ImageTextToTextMessagesParams(
    image="aGVsbG8=", messages=[ImageTextToTextMessage(role="user", content="x")]
)
embed_both = MultimodalEmbeddingsParams(text=["x"])


def sync_calls() -> None:
    assert_type(run("m", classify), TextClassificationResponse)
    assert_type(run("m", paint), TextToImageResponse)
    assert_type(run("m", speak), TextToSpeechResponse)
    assert_type(run("m", embed), TextEmbeddingsResponse)
    assert_type(run("m", recognize), AutomaticSpeechRecognitionResponse)
    assert_type(run("m", sort_image), ImageClassificationResponse)
    assert_type(run("m", detect), ObjectDetectionResponse)
    assert_type(run("m", prompt), TextGenerationResponse)
    assert_type(run("m", messages), TextGenerationResponse)
    assert_type(run("m", translate), TranslationResponse)
    assert_type(run("m", summarize), SummarizationResponse)
    assert_type(run("m", describe), ImageToTextResponse)
    assert_type(run("m", ask), ImageTextToTextResponse)
    assert_type(run("m", chat), ImageTextToTextResponse)
    assert_type(run("m", embed_both), MultimodalEmbeddingsResponse)


async def async_calls() -> None:
    assert_type(await arun("m", classify), TextClassificationResponse)
    assert_type(await arun("m", paint), TextToImageResponse)
    assert_type(await arun("m", speak), TextToSpeechResponse)
    assert_type(await arun("m", embed), TextEmbeddingsResponse)
    assert_type(await arun("m", recognize), AutomaticSpeechRecognitionResponse)
    assert_type(await arun("m", sort_image), ImageClassificationResponse)
    assert_type(await arun("m", detect), ObjectDetectionResponse)
    assert_type(await arun("m", prompt), TextGenerationResponse)
    assert_type(await arun("m", messages), TextGenerationResponse)
    assert_type(await arun("m", translate), TranslationResponse)
    assert_type(await arun("m", summarize), SummarizationResponse)
    assert_type(await arun("m", describe), ImageToTextResponse)
    assert_type(await arun("m", ask), ImageTextToTextResponse)
    assert_type(await arun("m", chat), ImageTextToTextResponse)
    assert_type(await arun("m", embed_both), MultimodalEmbeddingsResponse)


def members() -> None:
    translated = run("m", translate, account_id="abc", timeout=5.0, extra_headers={"A": "b"})
    assert_type(translated.translated_text, str | None)
    assert_type(run("m", sort_image), list[ImageClassificationResponseItem])
    assert_type(run("m", sort_image)[0].label, str | None)
    assert_type(run("m", paint).content, bytes)
    assert_type(run("m", embed).data, list[list[int | float]] | None)


def streams(flag: bool, maybe: bool | None) -> None:
    assert_type(client.ai.stream("m", prompt), Stream[TextGenerationChunk])
    with client.ai.stream("m", messages) as stream:
        for chunk in stream:
            assert_type(chunk, TextGenerationChunk)
    assert_type(client.ai.stream("m", prompt="x"), Stream[AIRunChunk | Any])
    assert_type(client.ai.run("m", prompt="x", stream=True), Stream[AIRunChunk | Any])
    assert_type(
        client.ai.run("m", prompt="x", stream=flag), AIRunResponse | Stream[AIRunChunk | Any] | Any
    )
    whole = client.ai.run("@cf/meta/llama-3.2-3b-instruct", prompt="x", stream=False)
    assert_type(whole, TextGenerationResponse)
    either = client.ai.run("@cf/meta/llama-3.2-3b-instruct", prompt="x", stream=maybe)
    assert_type(either, AIRunResponse | Stream[AIRunChunk | Any] | Any)
    raw = client.ai.with_raw_response
    assert_type(raw.run("m", prompt="x", stream=True).parse(), Stream[AIRunChunk | Any])
    assert_type(
        raw.run("m", prompt="x", stream=flag).parse(),
        AIRunResponse | Stream[AIRunChunk | Any] | Any,
    )
    for piece in client.ai.stream_bytes("m", paint):
        assert_type(piece, bytes)


async def async_streams() -> None:
    assert_type(aclient.ai.stream("m", prompt), AsyncStream[TextGenerationChunk])
    async with aclient.ai.stream("m", messages) as stream:
        async for chunk in stream:
            assert_type(chunk, TextGenerationChunk)
    assert_type(aclient.ai.stream("m", prompt="x"), AsyncStream[AIRunChunk | Any])
    assert_type(await aclient.ai.run("m", prompt="x", stream=True), AsyncStream[AIRunChunk | Any])
    opened = await aclient.ai.with_raw_response.run("m", prompt="x", stream=True)
    assert_type(await opened.parse(), AsyncStream[AIRunChunk | Any])
    async for piece in aclient.ai.stream_bytes("m", paint):
        assert_type(piece, bytes)


def keywords(model: str) -> None:
    assert_type(run(model, account_id="abc", text="x"), AIRunResponse | Any)
    assert_type(run(model_name=model, account_id="abc", text="x"), AIRunResponse | Any)
    assert_type(run("@cf/meta/m2m100-1.2b", text="x", target_lang="fr"), TranslationResponse)
    assert_type(run("@cf/baai/bge-m3", text="x", account_id="abc"), TextEmbeddingsResponse)
    assert_type(run("@cf/deepgram/aura-1", prompt="x"), TextToSpeechResponse)
    assert_type(run("@cf/openai/gpt-oss-20b", prompt="x"), TextGenerationResponse)


async def async_keywords(model: str) -> None:
    answer = await arun("@cf/meta/m2m100-1.2b", text="x", target_lang="fr")
    assert_type(answer, TranslationResponse)
    assert_type(await arun(model, account_id="abc", text="x"), AIRunResponse | Any)


def raw() -> None:
    assert_type(client.ai.with_raw_response.run("m", translate), RawResponse[TranslationResponse])
    response = client.ai.with_raw_response.run("m", translate)
    assert_type(response.parse(), TranslationResponse)
    with client.ai.with_streaming_response.run("m", embed) as streamed:
        assert_type(streamed.parse(), TextEmbeddingsResponse)
    keyword = client.ai.with_raw_response.run("m", text="x")
    assert_type(keyword, RawResponse[AIRunResponse | Any])
    assert_type(client.ai.batch("m", [translate]), BatchHandle[TranslationResponse])
    assert_type(client.ai.batch("m", [translate]).wait(5), list[TranslationResponse])
    assert_type(client.ai.batch("m", [translate]).poll(), list[TranslationResponse] | None)


async def async_raw() -> None:
    response = await aclient.ai.with_raw_response.run("m", translate)
    assert_type(response, AsyncRawResponse[TranslationResponse])
    assert_type(await response.parse(), TranslationResponse)
    async with aclient.ai.with_streaming_response.run("m", embed) as streamed:
        assert_type(await streamed.parse(), TextEmbeddingsResponse)
        assert_type(streamed.status_code, int)
    handle = await aclient.ai.batch("m", [translate])
    assert_type(handle, AsyncBatchHandle[TranslationResponse])
    assert_type(await handle.wait(5), list[TranslationResponse])


def others() -> None:
    assert_type(client.ai.models.list(search="llama", page=2), SyncPage[CatalogueModel])
    assert_type((client.ai.models.list().result[0].properties or [])[0].property_id, str)
    assert_type(client.ai.models.schema.get(model="m"), AIModelsSchemaGetResponse)
    assert_type(client.ai.tasks.list(), list[CatalogueTask])
    assert_type(client.ai.finetunes.list(), list[Finetune])
    assert_type(client.ai.finetunes.create(model="m", name="n"), AIFinetunesCreateResponse)
    assert_type(client.ai.finetunes.public.list(order_by="name"), SyncPage[PublicFinetune])
    asset = AIFinetunesAssetsCreateParams(file=b"x", file_name="x")
    assert_type(client.ai.finetunes.assets.create("f", asset), AIFinetunesAssetsCreateResponse)
    assert_type(client.ai.to_markdown.transform(files=[b"x"]), list[ConvertedFile])
    client.ai.to_markdown.transform(
        files=[b"x"],
        conversion_options={"html": {"cssSelector": "p"}, "pdf": ConversionOptionsPDF()},
        account_id="a",
        timeout=5,
    )
    assert_type(client.ai.to_markdown.supported(), list[ConvertedFormat])
    assert_type(
        client.ai.with_raw_response.models.list().parse().result[0],
        CatalogueModel,
    )


async def async_others() -> None:
    assert_type(await aclient.ai.models.list(), AsyncPage[CatalogueModel])
    raw = await aclient.ai.finetunes.with_raw_response.list()
    assert_type(await raw.parse(), list[Finetune])
