"""Values of the client as fields of pydantic's models, in routes of FastAPI, and in notebooks."""

from __future__ import annotations

import base64
import subprocess
import sys
from datetime import UTC, datetime
from typing import Annotated, Any

import pytest
from workers_ai import (
    BinaryResponse,
    TextEmbeddingsResponse,
    TextGenerationMessagesParams,
    TextToImageResponse,
    TranslationParams,
    TranslationResponse,
)

from tests.runtime.callers import LLAMA, Caller
from tests.runtime.wire import Service

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def test_fields_of_models() -> None:
    pydantic = pytest.importorskip("pydantic")

    class Job(pydantic.BaseModel):  # type: ignore[misc,name-defined]
        params: TranslationParams
        answer: TranslationResponse | None = None
        images: list[TextToImageResponse] = pydantic.Field(default_factory=list)

    params = TranslationParams(text="x", target_lang="fr")
    job = Job(
        params=params,
        answer=TranslationResponse.from_dict({"translated_text": "y", "score": 1}),
        images=[TextToImageResponse(PNG)],
    )
    assert job.params is params
    wire = {
        "params": {"text": "x", "target_lang": "fr"},
        "answer": {"translated_text": "y", "score": 1},
        "images": [{"image": base64.b64encode(PNG).decode()}],
    }
    assert job.model_dump() == wire
    twin = Job.model_validate_json(job.model_dump_json())
    assert twin.params == params
    assert twin.answer.extra_fields == {"score": 1}
    assert twin.images[0].content == PNG
    with pytest.raises(
        pydantic.ValidationError, match=r"params\s+.*\$\.target_lang: expected str, got"
    ):
        Job.model_validate({"params": {"text": "x", "target_lang": 5}})
    with pytest.raises(pydantic.ValidationError, match="Expected a mapping"):
        Job.model_validate({"params": 5})


def test_models_of_pydantic_are_sent_with_what_was_set(caller: Caller, service: Service) -> None:
    pydantic = pytest.importorskip("pydantic")

    class Message(pydantic.BaseModel):  # type: ignore[misc,name-defined]
        role: str
        said: object = pydantic.Field(alias="content")
        name: str | None = None

    sent = {"role": "user", "content": "2026-01-02T00:00:00Z"}
    message = Message(role="user", content=datetime(2026, 1, 2, tzinfo=UTC))
    caller.options["on_drift"] = "ignore"
    caller.run(LLAMA, messages=[message, message], newer=message)
    assert service.last.json() == {"messages": [sent, sent], "newer": sent}
    caller.run(LLAMA, TextGenerationMessagesParams(messages=[message]))
    assert service.last.json() == {"messages": [sent]}
    # A model may be the whole body, too, and a member of a query.
    caller.run(LLAMA, message)
    assert service.last.json() == sent
    caller.run(LLAMA, prompt="x", extra_query={"by": message})
    assert service.last.target.endswith("?by.role=user&by.content=2026-01-02T00%3A00%3A00Z")
    with pytest.raises(TypeError, match="`response_format` cannot be sent: Encoding objects of"):
        caller.run(LLAMA, messages=[message], response_format=Message)


def test_the_schema_of_a_model() -> None:
    pydantic = pytest.importorskip("pydantic")
    schema = pydantic.TypeAdapter(TranslationParams).json_schema()
    assert schema["type"] == "object"
    assert schema["title"] == "TranslationParams"
    assert schema["properties"]["text"] == {"type": "string"}
    assert set(schema["required"]) == {"text", "target_lang"}
    assert schema["additionalProperties"] is True
    adapter = pydantic.TypeAdapter(TextEmbeddingsResponse)
    vectors = adapter.json_schema()["properties"]
    numbers = {"type": "array", "items": {"type": "number"}}
    assert {"type": "array", "items": numbers} in [
        vectors["data"],
        *vectors["data"].get("anyOf", []),
    ]
    messages = pydantic.TypeAdapter(TextGenerationMessagesParams).json_schema()
    assert messages["properties"]["messages"]["type"] == "array"
    assert messages["required"] == ["messages"]
    image = pydantic.TypeAdapter(TextToImageResponse).json_schema()
    assert image["properties"]["image"] == {"type": "string", "contentEncoding": "base64"}


def test_routes() -> None:
    fastapi = pytest.importorskip("fastapi")
    testing = pytest.importorskip("fastapi.testclient")

    def translate(params: TranslationParams) -> TranslationResponse:
        return TranslationResponse.from_dict({"translated_text": params.text, "score": 1})

    # This module has annotations as text, which name what only this function knows.
    translate.__annotations__ = {
        "params": Annotated[TranslationParams, fastapi.Body()],
        "return": TranslationResponse,
    }
    app = fastapi.FastAPI()
    app.post("/translate")(translate)
    client = testing.TestClient(app)
    answered = client.post("/translate", json={"text": "hi", "target_lang": "fr"})
    assert answered.json() == {"translated_text": "hi", "score": 1}
    refused = client.post("/translate", json={"text": 5})
    assert refused.status_code == 422
    (listed,) = refused.json()["detail"]
    assert listed["loc"] == ["body"]
    for mismatch in ("$.text: expected str, got int", "$.target_lang: expected str, got nothing"):
        assert mismatch in listed["msg"]
    body = client.get("/openapi.json").json()["paths"]["/translate"]["post"]["requestBody"]
    assert body["content"]["application/json"]["schema"]["required"] == ["text", "target_lang"]


@pytest.mark.parametrize("name", ["pydantic", "pydantic_core", "IPython"])
def test_none_of_them_is_imported(name: str) -> None:
    code = (
        "import sys, workers_ai as w\n"
        "w.Cloudflare(api_token='t'); repr(w.TextToImageResponse(b'x')); w.TranslationParams\n"
        f"assert {name!r} not in sys.modules"
    )
    environment = {"PYTHONPATH": ":".join(sys.path)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_a_file_that_came_as_bytes_is_its_base64_in_json() -> None:
    adapter = pytest.importorskip("pydantic").TypeAdapter(BinaryResponse)
    text = adapter.dump_json(BinaryResponse(PNG)).decode()
    assert text == BinaryResponse(PNG).to_json() == f'"{base64.b64encode(PNG).decode()}"'
    assert adapter.json_schema() == {"type": "string", "contentEncoding": "base64"}
    assert adapter.validate_json(text) == BinaryResponse(PNG)


@pytest.mark.parametrize(
    ("content", "media_type", "shown"),
    [
        (PNG, None, {"image/png": base64.b64encode(PNG).decode()}),
        (b"x", "image/jpeg", {"image/jpeg": "eA=="}),
        (b"x", "image/webp", {"text/html": "<img src='data:image/webp;base64,eA=='>"}),
        (
            b"x",
            "audio/mpeg",
            {"text/html": "<audio controls src='data:audio/mpeg;base64,eA=='></audio>"},
        ),
        (b"x", "application/pdf", {}),
        (b"x", "audio/'><script>", {"text/html": None}),
    ],
)
def test_what_a_notebook_shows(content: bytes, media_type: str | None, shown: Any) -> None:
    file = BinaryResponse(content, media_type)
    bundle = file._repr_mimebundle_()
    assert bundle.pop("text/plain") == repr(file)
    if None in shown.values():
        assert "<script>" not in bundle["text/html"]
        assert "''" not in bundle["text/html"]
    else:
        assert bundle == shown


def test_answers_are_short_tables() -> None:
    answer = TranslationResponse(translated_text="<b>" + "x" * 5000)
    html = answer._repr_html_()
    assert html.startswith("<table><tr><th")
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    assert len(html) < 500


# The kernel of a notebook has event loops and sockets of its own making.
@pytest.mark.filterwarnings("ignore")
def test_a_notebook_in_a_real_kernel() -> None:
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    cells = [
        f"import sys; sys.path[:0] = {sys.path!r}",
        "from workers_ai import TextToImageResponse, TextToSpeechResponse, TranslationResponse",
        f"TextToImageResponse({PNG!r})",
        "TextToSpeechResponse(b'ID3')",
        "TranslationResponse(translated_text='salut')",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    image, audio, answer = (cell.outputs[0].data for cell in notebook.cells[2:])
    assert base64.b64decode(image["image/png"]) == PNG
    assert "<audio controls" in audio["text/html"]
    assert "salut" in answer["text/html"]
    assert answer["text/plain"] == "TranslationResponse(translated_text='salut')"
