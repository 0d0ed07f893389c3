"""Saves 50 MB from a service in another process; prints by how many KiB this one grew."""

from __future__ import annotations

import multiprocessing
import resource
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from workers_ai import Cloudflare, TextToImageParams

from tests.runtime.wire import Reply, Service

PIECE = bytes(64 * 1024)


def serve(pipe: Connection) -> None:
    service = Service()
    service.replies(Reply([PIECE] * 800, headers={"content-type": "image/png"}))
    pipe.send(service.base_url)
    service.accept()


def main(target: Path) -> int:
    near, far = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(far,), daemon=True)
    process.start()
    with Cloudflare(api_token="t", account_id="a", base_url=near.recv()) as client:
        with client.ai.stream_bytes("m", TextToImageParams(prompt="warm up")) as stream:
            next(stream)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with client.ai.stream_bytes("m", TextToImageParams(prompt="x")) as stream:
            stream.save(target)
    process.kill()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before


if __name__ == "__main__":
    sys.stdout.write(str(main(Path(sys.argv[1]))))
