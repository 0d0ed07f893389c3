"""Pyright's language server, asked what it would complete."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class LanguageServer:
    """Speaks JSON-RPC over the standard streams of a server (the Language Server Protocol)."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        assert process.stdin
        assert process.stdout
        self._to, self._from, self._folder = process.stdin, process.stdout, folder
        self._count = 0
        here = {"uri": folder.as_uri(), "name": folder.name}
        options = {"processId": None, "rootUri": here["uri"], "workspaceFolders": [here]}
        self._ask(
            "initialize", {**options, "capabilities": {"workspace": {"workspaceFolders": True}}}
        )
        self._send(method="initialized", params={})

    def completed(self, text: str) -> list[str]:
        """What may follow a program that ends in the middle of a line, best first."""
        self._count += 1
        uri = (self._folder / f"program_{self._count}.py").as_uri()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        lines = text.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        where = {"textDocument": {"uri": uri}, "position": position}
        found = self._ask("textDocument/completion", where)
        return [item["label"] for item in found["items"]]

    def _ask(self, method: str, params: object) -> Any:
        self._count += 1
        mine = self._count
        self._send(id=mine, method=method, params=params)
        while True:
            message = self._received()
            if "method" in message and "id" in message:
                # The server asks for settings, and has to be answered.
                items = (message.get("params") or {}).get("items", [])
                self._send(id=message["id"], result=[None for _ in items] or None)
            elif message.get("id") == mine:
                return message["result"]

    def _send(self, **message: object) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._to.flush()

    def _received(self) -> dict[str, Any]:
        length = 0
        while line := self._from.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._from.read(length))
        return message


@contextmanager
def language_server(folder: Path, imports: Sequence[Path]) -> Iterator[LanguageServer]:
    """A server for programs in a folder, which import what is in the others."""
    settings = {"extraPaths": [str(path) for path in imports]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    with subprocess.Popen(
        [str(Path(sys.executable).with_name("pyright-langserver")), "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield LanguageServer(process, folder)
        finally:
            process.kill()
