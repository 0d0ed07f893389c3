"""Files: every source of bytes, what they become on the wire, and how they are saved."""

from __future__ import annotations

import array
import base64
import gc
import io
import os
import pickle
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from workers_ai import (
    APIResponseError,
    AsyncCloudflare,
    AutomaticSpeechRecognitionParams,
    ImageTextToTextPromptParams,
    MultimodalEmbeddingsParams,
    TextToImageParams,
    TextToImageResponse,
    TextToSpeechResponse,
)

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN, Caller
from tests.runtime.wire import Cut, Reply, Service, body, result

DATA = bytes(range(256))
ENCODED = base64.b64encode(DATA).decode()
PNG = b"\x89PNG\r\n\x1a\n" + DATA
PAINT = TextToImageParams(prompt="x")


@pytest.mark.parametrize(
    "source",
    [
        memoryview(DATA)[::1],
        memoryview(DATA + DATA)[: len(DATA)],
        memoryview(array.array("B", DATA)),
    ],
    ids=["view", "part", "array"],
)
def test_other_sources_of_bytes(caller: Caller, service: Service, source: Any) -> None:
    service.replies(result({"text": "x"}))
    caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=source))
    assert service.last.body == DATA


def test_an_open_file_is_read_from_where_it_is(
    caller: Caller, service: Service, tmp_path: Path
) -> None:
    service.replies(result({"text": "x"}))
    path = tmp_path / "sound"
    path.write_bytes(DATA)
    with path.open("rb") as file:
        file.seek(10)
        caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=file))
        assert not file.closed
    assert service.last.body == DATA[10:]


def test_an_open_file_of_which_nothing_is_left_is_refused(caller: Caller, service: Service) -> None:
    service.replies(result({"text": "x"}))
    file = io.BytesIO(DATA)
    params = AutomaticSpeechRecognitionParams(audio=file)
    caller.run(LLAMA, params)
    with pytest.raises(ValueError, match=r"read to its end before.*seek\(0\)"):
        caller.run(LLAMA, params)
    with pytest.raises(ValueError, match="read to its end before"):
        caller.run(LLAMA, image=file, prompt="x")
    assert len(service.received) == 1
    file.seek(0)
    caller.run(LLAMA, params)
    assert service.last.body == DATA
    # Of which there never was anything, nobody has to be told.
    caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=io.BytesIO()))
    assert service.last.body == b""


def test_a_list_of_numbers_is_sent_as_it_is(caller: Caller, service: Service) -> None:
    service.replies(result({"text": "x"}))
    for numbers in ([1, 2, 255], (1, 2, 255), range(1, 4)):
        caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=numbers))
        assert service.last.json() == {"audio": list(numbers)}
        assert service.last.headers["content-type"] == "application/json"


def test_files_that_are_none(caller: Caller, service: Service, tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("x")
    wanted = "Expected bytes, a path or a file opened with mode 'rb' but received "
    with path.open() as file, pytest.raises(TypeError) as caught:
        caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=file))  # type: ignore[arg-type]
    assert str(caught.value) == wanted + "TextIOWrapper"
    with path.open("rb") as closed:
        pass
    with pytest.raises(ValueError, match="closed file"):
        caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=closed))
    with pytest.raises(IsADirectoryError if sys.platform != "win32" else PermissionError):
        caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=tmp_path))
    with pytest.raises(FileNotFoundError):
        caller.run(LLAMA, ImageTextToTextPromptParams(image=tmp_path / "none", prompt="x"))
    assert service.received == []


# A coroutine that nobody awaits is a warning.
@pytest.mark.filterwarnings("error")
def test_an_asynchronous_file_is_refused(caller: Caller) -> None:
    class File:
        async def read(self) -> bytes:
            raise NotImplementedError

    with pytest.raises(TypeError, match="opened with mode 'rb' but received File"):
        caller.run(LLAMA, audio=File())
    gc.collect()


def test_base64_by_keyword_and_in_batches(caller: Caller, service: Service) -> None:
    service.replies(result({"request_id": "1"}), result({"responses": [{"result": {}}]}))
    caller.options["on_drift"] = "ignore"
    caller.batch(LLAMA, [ImageTextToTextPromptParams(image=io.BytesIO(DATA), prompt="x")])
    (request,) = service.received[0].json()["requests"]
    assert request == {"image": ENCODED, "prompt": "x", "external_reference": "0"}
    caller.batch(LLAMA, [AutomaticSpeechRecognitionParams(audio=DATA)])


def test_a_file_is_sent_whole(caller: Caller, service: Service) -> None:
    service.replies(result({"text": "x"}))
    large = os.urandom(1024) * 20_000
    caller.run(LLAMA, AutomaticSpeechRecognitionParams(audio=large))
    assert service.last.body == large


def test_files_in_dicts() -> None:
    wire = {"audio": [1, 2], "source_lang": "en"}
    assert AutomaticSpeechRecognitionParams.from_dict(wire).to_dict() == wire
    params = AutomaticSpeechRecognitionParams(audio=DATA)
    assert params.to_dict() == {"audio": list(DATA)}
    assert MultimodalEmbeddingsParams(image=DATA).to_dict() == {"image": ENCODED}
    copied = pickle.loads(pickle.dumps(params))
    assert copied == params


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xdb", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x20ftypavif", "image/avif"),
        (b"\x00\x00\x00\x24ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypmif1", "image/heic"),
        (b"ID3\x03", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"\xff\xf3\x90", "audio/mpeg"),
        (b"\xff\xf2\x90", "audio/mpeg"),
        (b"\xff\xf1\x50", "audio/aac"),
        (b"\x00\x00\x00\x1cftypM4A ", "audio/mp4"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"OggS\x00", "audio/ogg"),
        (b"fLaC\x00", "audio/flac"),
        (b"\x00\x00\x00\x20ftypisom", "video/mp4"),
        (b"%PDF-1.7", "application/pdf"),
        (b"anything else", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_kinds_of_files_are_known_by_their_beginning(content: bytes, media_type: str) -> None:
    assert TextToImageResponse(content).media_type == media_type
    assert TextToImageResponse(content, "image/x").media_type == "image/x"


def test_a_file_is_a_value() -> None:
    image = TextToImageResponse(PNG, extra_fields={"seed": 1})
    assert image == TextToImageResponse(PNG)
    assert hash(image) == hash(TextToImageResponse(PNG))
    assert image != TextToImageResponse(DATA)
    assert image != TextToImageResponse(PNG, "image/x")
    assert image != TextToSpeechResponse(PNG)
    assert image != PNG
    assert repr(image) == f"TextToImageResponse({len(PNG)} bytes, 'image/png')"
    wire = {"image": base64.b64encode(PNG).decode(), "seed": 1}
    assert image.to_dict() == wire
    assert TextToImageResponse.from_dict(wire).to_dict() == wire
    assert TextToImageResponse.from_dict({"seed": 1}).to_dict() == {"seed": 1}
    assert TextToImageResponse.from_dict(5).extra_fields == {"result": 5}
    with pytest.raises(TypeError):
        image.extra_fields["seed"] = 2  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (ENCODED, DATA),
        (f"data:image/png;base64,{ENCODED}", DATA),
        (f"data:;base64,{ENCODED}", DATA),
        (base64.encodebytes(DATA).decode(), DATA),
        ("data:image/png;base64,", b""),
        ("data:text/plain,no%20base64", b""),
        ("not base64!", b""),
        (ENCODED[:-1], b""),
    ],
)
def test_base64_of_all_kinds(caller: Caller, service: Service, text: str, content: bytes) -> None:
    service.replies(result({"image": text}))
    caller.options["on_drift"] = "ignore"
    answer = caller.run(LLAMA, PAINT)
    assert answer.content == content
    assert answer.extra_fields == ({} if content else {"image": text})


def test_saving_goes_through_links(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "image"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(target)
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "real" / "new")
    TextToImageResponse(PNG).save(str(link))
    TextToImageResponse(PNG).save(dangling)
    assert link.is_symlink()
    assert dangling.is_symlink()
    assert target.read_bytes() == (tmp_path / "real" / "new").read_bytes() == PNG
    assert {file.name for file in (tmp_path / "real").iterdir()} == {"image", "new"}


def test_where_nothing_can_be_saved(tmp_path: Path) -> None:
    image = TextToImageResponse(PNG)
    with pytest.raises(FileNotFoundError):
        image.save(tmp_path / "missing" / "image")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        image.save(tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_saving_a_stream_that_breaks_leaves_the_old_file(
    caller: Caller, service: Service, tmp_path: Path
) -> None:
    target = tmp_path / "image"
    target.write_bytes(b"old")
    service.replies(Reply((PNG, Cut()), headers={"content-type": "image/png"}, length=10**6))
    with pytest.raises(Exception, match=r"^The connection broke before the answer was complete$"):
        caller.save(target, LLAMA, PAINT)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[tuple[Path, Future[bytes]]]:
    """A FIFO, and what somebody reads from it."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with ThreadPoolExecutor(1) as readers:
        yield path, readers.submit(path.read_bytes)


def test_a_stream_is_saved_into_a_pipe(
    caller: Caller, service: Service, pipe: tuple[Path, Future[bytes]]
) -> None:
    service.replies(Reply([PNG] * 3, headers={"content-type": "image/png"}))
    path, reading = pipe
    caller.save(path, LLAMA, PAINT)
    assert reading.result(10) == PNG * 3
    assert path.is_fifo()
    assert [file.name for file in path.parent.iterdir()] == ["pipe"]


def test_saving_into_a_pipe_that_nobody_reads_yet_holds_up_no_task(
    service: Service, tmp_path: Path
) -> None:
    service.replies(Reply([PNG] * 3, headers={"content-type": "image/png"}))
    path = tmp_path / "pipe"
    os.mkfifo(path)

    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            await anyio.sleep(0.01)
            turns += 1

    async def main() -> None:
        options: Any = {"api_token": TOKEN, "account_id": ACCOUNT, "base_url": service.base_url}
        async with AsyncCloudflare(**options) as client, anyio.create_task_group() as tasks:
            tasks.start_soon(count)
            await client.ai.stream_bytes(LLAMA, PAINT).save(path)
            tasks.cancel_scope.cancel()

    def read_late() -> bytes:
        time.sleep(0.2)
        return path.read_bytes()

    with ThreadPoolExecutor(1) as readers:
        reading = readers.submit(read_late)
        anyio.run(main)
        assert reading.result(10) == PNG * 3
    assert turns > 8


@pytest.mark.parametrize("device", ["/dev/stdout", "/proc/self/fd/1"])
def test_a_stream_is_saved_to_the_output(
    caller: Caller, service: Service, capfdbinary: pytest.CaptureFixture[bytes], device: str
) -> None:
    service.replies(Reply([PNG] * 3, headers={"content-type": "image/png"}))
    caller.save(Path(device), LLAMA, PAINT)
    assert capfdbinary.readouterr().out == PNG * 3


def test_a_stream_and_a_folder_that_may_not_be_written(
    caller: Caller, service: Service, tmp_path: Path
) -> None:
    service.replies(Reply([PNG] * 3, headers={"content-type": "image/png"}))
    (tmp_path / "image").write_bytes(b"old")
    tmp_path.chmod(0o500)
    # No mode keeps root out; what the kernel shows of itself does.
    folder = Path("/sys") if os.geteuid() == 0 else tmp_path
    try:
        with pytest.raises(OSError, match=r"(?i)permi|read-only"):
            caller.save(folder / "image", LLAMA, PAINT)
    finally:
        tmp_path.chmod(0o700)
    assert (tmp_path / "image").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["image"]
    assert service.wait_until_free()


def test_an_empty_file_is_no_answer(caller: Caller, service: Service, tmp_path: Path) -> None:
    service.replies(body(b"", "image/png"))
    with pytest.raises(APIResponseError, match=r"^The answer is not JSON: it is empty$"):
        caller.run(LLAMA, PAINT)
    with pytest.raises(APIResponseError, match=r"^The answer is empty$") as caught:
        caller.save(tmp_path / "image", LLAMA, PAINT)
    assert caught.value.request is not None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b'{"a": 1}', b"[1]"])
def test_json_under_the_name_of_octets(caller: Caller, service: Service, content: bytes) -> None:
    service.replies(body(content, "application/octet-stream"))
    assert caller.run(LLAMA, {"any": "thing"}) in ({"a": 1}, [1])


def test_octets_keep_no_type_but_what_they_begin_with(caller: Caller, service: Service) -> None:
    service.replies(body(PNG, "application/octet-stream"))
    assert caller.run(LLAMA, PAINT).media_type == "image/png"
    service.replies(body(PNG, "image/x-own; charset=binary"))
    assert caller.run(LLAMA, PAINT).media_type == "image/x-own"


def test_saving_keeps_the_mode_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "image.png"
    path.write_bytes(b"old")
    path.chmod(0o600)
    TextToImageResponse(PNG).save(path)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (PNG, 0o600)


def test_octets_by_their_other_name(caller: Caller, service: Service) -> None:
    service.replies(body(PNG, "binary/octet-stream"))
    answer = caller.run(LLAMA, PAINT)
    assert (answer.content, answer.media_type) == (PNG, "image/png")


@pytest.mark.parametrize("place", ["missing/image.png", "folder", "file/image.png"])
def test_where_no_file_can_be(caller: Caller, service: Service, tmp_path: Path, place: str) -> None:
    """The message has the path that was asked for, and not that of the file in its place."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    service.replies(body(PNG, "image/png"))
    for save in (TextToImageResponse(PNG).save, lambda path: caller.save(path, LLAMA, PAINT)):
        with pytest.raises(OSError, match=rf"'{tmp_path}/{place}'$"):
            save(tmp_path / place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_saving_through_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    image = TextToImageResponse(PNG)
    (tmp_path / "lost").symlink_to(tmp_path / "missing" / "image")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("lost", "loop"):
        with pytest.raises(OSError, match=rf"(No such file|symbolic links).*/{name}'$"):
            image.save(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["loop", "lost"]
