"""Files of every kind: sent as the model wants them, with what goes with them, and saved."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
import workers_ai as w

from tests.calling.clients import OPTIONS, client_of
from tests.support import service
from tests.support.loopback import Answer, Received, envelope, serve

_NOVA, _FLUX, _NEW = "@cf/deepgram/nova-3", "@cf/black-forest-labs/flux-2-dev", "@cf/acme/new"
PNG, MP3, WAV = (service.FILES[kind] for kind in ("image/png", "audio/mpeg", "audio/wav"))


def _sent(model: str, *body: Any, **fields: Any) -> Received:
    answer = service.answer if model != _NEW else envelope({})
    with serve(answer) as server, client_of(server, on_drift="ignore") as client:
        client.ai.model(model).run(*body, **fields)
    return server.last


def test_a_file_that_is_the_whole_body_leaves_no_place_for_fields() -> None:
    for fields in ({"language": "en"}, {"extra_body": {"language": "en"}}):
        with pytest.raises(TypeError, match="no place for 'language': pass them in `extra_query`"):
            _sent(_NEW, MP3, **fields)
    assert _sent(_NEW, MP3, extra_query={"language": "en"}).path.endswith("?language=en")
    with pytest.raises(TypeError, match="Expected keywords, or a file, but received dict"):
        _sent(_NEW, {"prompt": "x"})


def _taken(request: Received) -> Answer:
    """As a service that knows options which the document lacks."""
    path = request.path.partition("?")[0]
    return service.answer(Received(request.method, path, request.headers, request.body))


def test_what_a_raw_body_has_no_place_for_goes_into_the_query() -> None:
    reported: list[w.SchemaDrift] = []
    with serve(_taken) as server, client_of(server, on_drift=reported.append) as client:
        nova: Any = client.ai.model(_NOVA)
        nova.run(audio=MP3, language="en", zebra=True)
        assert server.last.path.endswith("?language=en&zebra=true")
        assert (server.last.body, server.last.headers["content-type"]) == (MP3, "audio/mpeg")
        assert [(drift.path, drift.got) for drift in reported] == [("$.zebra", "bool")]
        nova.run(audio=MP3, extra_body={"tier": 2})
        assert server.last.path.endswith("?tier=2")
        nova.run(audio=MP3, extra_body={"tier": {"a": [1]}})
        assert server.last.path.endswith("?tier=%7B%22a%22%3A%5B1%5D%7D")
        with pytest.raises(TypeError, match=r"did you mean 'language'\? `extra_query` sends any"):
            nova.run(audio=MP3, langauge="en")
        with pytest.raises(TypeError, match="Expected `audio` to be a file but received str"):
            nova.run(audio="speech.mp3")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("speech.webm", b"content", "audio/webm"),
        ("speech", b"\x1a\x45\xdf\xa3content", "audio/webm"),
        ("speech", b"\0\0\0\x18ftypM4A content", "audio/mp4"),
        ("speech.nothing", b"content", "audio/mpeg"),
    ],
)
def test_a_recording_has_its_own_media_type(
    tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert _sent(_NOVA, audio=file).headers["content-type"] == expected


def test_another_file_than_a_recording_is_reported_and_sent_as_what_it_is() -> None:
    with (
        pytest.warns(UserWarning, match=r"The file is image/png, and the model takes audio/\*"),
        pytest.raises(w.BadRequestError, match="image/png is not supported"),
    ):
        _sent(_NOVA, audio=PNG)


def _parts(request: Received) -> list[tuple[str, str, str, bytes]]:
    return [
        (part.name, part.file, part.media_type, part.content) for part in service.parts(request)
    ]


def test_a_file_may_be_as_http_clients_take_it() -> None:
    named: list[Any] = [
        ("a.pdf", b"x", "application/pdf"),
        ("b.png", b"y"),
        ("c", PNG),
        ("d.txt", "z", "text/plain"),
    ]
    assert _parts(_sent(_FLUX, prompt="x", input_image_0=named[2])) == [
        ("prompt", "", "", b"x"),
        ("input_image_0", "c", "image/png", PNG),
    ]
    with serve(service.answer) as server, client_of(server) as client:
        client.ai.to_markdown.transform(files=named)
        assert _parts(server.last) == [
            ("files", "a.pdf", "application/pdf", b"x"),
            ("files", "b.png", "image/png", b"y"),
            ("files", "c", "image/png", PNG),
            ("files", "d.txt", "text/plain", b"z"),
        ]
        with pytest.raises(ValueError, match="Nothing to send: 'files' is empty"):
            client.ai.to_markdown.transform(files=[])
    assert len(server.received) == 1


_SPEECH = w.TextToSpeechParams(prompt="x")
_RAW = Answer(WAV, headers={"Content-Type": "audio/wav"})


@pytest.mark.parametrize("answer", [_RAW, envelope({"audio": "UklGRhAAAABXQVZFAAAAAA=="})])
def test_bytes_are_saved_with_a_suffix_that_fits(answer: Answer, tmp_path: Path) -> None:
    async def save(url: str) -> None:
        async with w.AsyncCloudflare(base_url=url, **OPTIONS) as client:
            async with client.ai.stream_bytes("@cf/x/y", _SPEECH) as audio:
                await audio.save(tmp_path / "speech.mp3")

    reported = r"The file is audio/wav, and .*\.mp3 has the suffix of audio/mpeg"
    with serve(answer) as server, client_of(server) as client:
        with pytest.warns(UserWarning, match=reported):
            client.ai.stream_bytes("@cf/x/y", _SPEECH).save(tmp_path / "speech.mp3")
        with pytest.warns(UserWarning, match=reported):
            asyncio.run(save(server.url))
        client.ai.stream_bytes("@cf/x/y", _SPEECH).save(tmp_path / "speech.wav")
    assert (tmp_path / "speech.wav").read_bytes()[8:12] == b"WAVE"


def test_a_file_that_no_form_says_how_to_send_goes_as_base64() -> None:
    with serve(envelope({"a": 1})) as server, client_of(server) as client:
        assert client.ai.run(_NEW, foo=1, image=PNG) == {"a": 1}
    assert server.last.json() == {"foo": 1, "image": b64encode(PNG).decode()}
