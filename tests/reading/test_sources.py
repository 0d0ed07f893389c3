"""Where documents come from: files, standard input, git, URLs, compressed or not."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.reading import revisions, sources
from flaregen.reading.access import NONE, Access
from flaregen.reading.sources import make_source, read_source
from tests.support.loopback import Answer, Received, serve

_SPEC = b'{"openapi": "3.0.3"}'

LOOPBACK = Access(http=True, private=True)


def _refused(name: str, *, access: Access = NONE) -> Diagnostic:
    with pytest.raises(DiagnosticError) as refusal:
        read_source(name, access=access)
    (diagnostic,) = refusal.value.diagnostics
    return diagnostic


def _code(name: str, *, access: Access = NONE) -> str:
    diagnostic = _refused(name, access=access)
    if diagnostic.source is None:
        assert diagnostic.message.startswith(name)
    else:
        assert diagnostic.source.name == name
        assert diagnostic.message.endswith(".")
    assert diagnostic.help
    return diagnostic.code


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "spec.json"
    path.write_bytes(_SPEC)
    source = read_source(str(path))
    assert (source.name, source.content, source.syntax) == (str(path), _SPEC, "json")
    assert source.sha256 == hashlib.sha256(_SPEC).hexdigest()


@pytest.mark.parametrize("name", ["spec.json.gz", "spec.json", "spec"])
def test_compression_is_known_by_the_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(_SPEC))
    source = read_source(str(path))
    assert (source.content, source.syntax) == (_SPEC, "json")
    assert source.sha256 == make_source("other", _SPEC).sha256


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(_SPEC))))
    assert read_source("-").content == _SPEC


def test_standard_input_that_is_closed() -> None:
    command = [sys.executable, "-m", "flaregen", "validate", "-"]
    # What a shell does for `<&-`.
    done = subprocess.run(
        ["sh", "-c", '"$@" <&-', "sh", *command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "error[stdin-unreadable] -" in done.stderr
    assert "Traceback" not in done.stderr


def test_standard_input_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after ``0>written`` in a shell."""
    for mode in ("r", "w"):
        written = os.open(tmp_path / "written", os.O_CREAT | os.O_WRONLY)
        with os.fdopen(written, mode) as unreadable:
            monkeypatch.setattr(sys, "stdin", unreadable)
            assert _code("-") == "stdin-unreadable"
            assert _said("-")[0] == "Standard input is closed, or not open for reading."


@pytest.mark.parametrize(
    ("name", "content", "syntax"),
    [
        ("a.json", b"a: 1", "json"),
        ("a.yaml", b"{}", "yaml"),
        ("a.YML.gz", b"{}", "yaml"),
        ("https://example.com/a.yaml?x=a.json", b"{}", "yaml"),
        ("a.txt", b" \n{}", "json"),
        ("-", b"\xef\xbb\xbf[]", "json"),
        ("-", b"# a comment\na: 1", "yaml"),
        ("git:main:a.yaml", b"{}", "yaml"),
    ],
)
def test_the_syntax(name: str, content: bytes, syntax: str) -> None:
    assert make_source(name, content).syntax == syntax


def _said(name: str) -> tuple[str, str]:
    refused = _refused(name)
    return refused.message, refused.help or ""


def test_what_is_no_file(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.json")
    kinds = "a document is named by a path, a URL, git:REV:PATH, or - for standard input"
    pin = "for a pin, fetch it with: flaregen pull"
    assert _code(missing) == "file-not-found"
    assert _said(missing) == (
        "The file does not exist.",
        f"look for it with: ls {tmp_path}\n{kinds}\n{pin}",
    )
    deeper = str(tmp_path / "missing" / "spec.json")
    assert _code(deeper) == "file-not-found"
    neither = f"the folder {tmp_path / 'missing'} does not exist either"
    assert _said(deeper)[1] == f"{neither}\n{kinds}\n{pin}"
    assert _code(str(tmp_path)) == "file-unreadable"
    reason = "The file cannot be read: Is a directory."
    assert _said(str(tmp_path)) == (reason, "name a file in it")
    below = str(tmp_path / "a.json" / "b.json")
    (tmp_path / "a.json").touch()
    assert _code(below) == "file-unreadable"
    reason = "The file cannot be read: Not a directory."
    assert _said(below) == (reason, f"look at it with: ls -l {below}")
    assert _code("a\0b") == "file-not-found"
    assert _said("a\0b") == ("This is not a valid file name.", "give a path")


def test_standard_input_that_there_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert _code("-") == "stdin-unreadable"
    advice = "give a path, or pipe the document in: curl ... | flaregen validate -"
    assert _said("-") == ("Standard input is closed, or not open for reading.", advice)


def test_a_bomb_is_not_decompressed(tmp_path: Path) -> None:
    path = tmp_path / "bomb.json.gz"
    path.write_bytes(gzip.compress(b" " * (sources.MOST_BYTES + 1), compresslevel=1))
    assert _code(str(path)) == "too-large"
    most = f"The document has more than {sources.MOST_BYTES // 1024**2} MB."
    assert _said(str(path)) == (most, "cut it down to the operations that you need")


@pytest.mark.parametrize("damage", [slice(None, -9), slice(None, 12)])
def test_a_damaged_file(tmp_path: Path, damage: slice) -> None:
    path = tmp_path / "spec.json.gz"
    path.write_bytes(gzip.compress(_SPEC * 50)[damage])
    assert _code(str(path)) == "bad-gzip"
    message, advice = _said(str(path))
    assert message.startswith("The file looks compressed but cannot be decompressed: ")
    assert advice == "download it again; gzip -t FILE tests it"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(variable, raising=False)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "a.json").write_bytes(_SPEC)
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "One"]):
        subprocess.run(["git", *arguments], check=True, cwd=tmp_path)
    (tmp_path / "spec" / "a.json").write_bytes(b"changed since")
    return tmp_path


def test_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_source("git:HEAD:spec/a.json").content == _SPEC
    monkeypatch.chdir(repository / "spec")
    assert read_source("git:HEAD:./a.json").content == _SPEC


_REVISIONS = (
    "list them with: git tag; git branch --all\n"
    "a branch that was not fetched: git fetch origin BRANCH:BRANCH\n"
    "in a shallow clone old ones are missing: git fetch --unshallow"
)
_PATHS = "the path counts from the top of the repository; begin it with ./ to count from here"


@pytest.mark.parametrize(
    ("name", "message", "advice"),
    [
        ("git:HEAD:missing", "git has no such file: path 'missing' does not exist in", _PATHS),
        ("git:HEAD:spec", "git has no such file: git cat-file HEAD:spec: bad file.", _PATHS),
        ("git:v1.2.0:spec/a.json", "git has no revision 'v1.2.0' here.", _REVISIONS),
        ("git:HEAD~9:spec/a.json", "git has no revision 'HEAD~9' here.", _REVISIONS),
        # Of a whole digest, git would say that the path is not in it.
        (f"git:{'0' * 39}1:spec/a.json", f"git has no revision '{'0' * 39}1' here.", _REVISIONS),
    ],
)
def test_git_has_no_such_file(repository: Path, name: str, message: str, advice: str) -> None:
    assert _code(name) == "git-failed"
    said = _refused(name)
    assert said.message.startswith(message)
    assert not said.message.endswith("..")
    assert said.help == advice


@pytest.mark.parametrize(
    ("failure", "code", "message", "advice"),
    [
        (
            FileNotFoundError("git"),
            "git-missing",
            "git is not installed or not on the PATH.",
            "install git",
        ),
        (
            subprocess.TimeoutExpired("git", 60),
            "git-failed",
            "git did not answer within 60 seconds.",
            "see what it waits for: git cat-file blob HEAD:a.json",
        ),
    ],
)
def test_git_says_nothing(
    failure: Exception, code: str, message: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: str) -> NoReturn:
        raise failure

    monkeypatch.setattr(revisions, "git", fails)
    said = _refused("git:HEAD:a.json")
    assert (said.code, said.message, said.help) == (code, message, advice)


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.delenv("GIT_DIR", raising=False)
    assert _code("git:HEAD:a.json") == "git-failed"
    said = _refused("git:HEAD:a.json")
    assert said.message.startswith("git cannot read here: not a git repository")
    assert not said.message.endswith("..")
    assert said.help == "run flaregen in the repository that has the document, or give a path"


@pytest.mark.parametrize("name", ["git:", "git:HEAD", "git::a", "git:--output=x:a"])
def test_names_that_git_does_not_get_to_see(name: str) -> None:
    assert _code(name) == "git-name"


def _answer(request: Received) -> Answer:
    match request.path:
        case "/missing":
            return Answer(b"", 404)
        case "/moved":
            return Answer(b"", 302, {"Location": "/spec.json"})
        case "/spec.json.gz":
            return Answer(gzip.compress(_SPEC))
    return Answer(_SPEC)


@pytest.fixture
def address() -> Iterator[str]:
    with serve(_answer) as server:
        yield server.url


@pytest.mark.parametrize("path", ["/spec.json", "/spec.json.gz", "/moved"])
def test_a_url(address: str, path: str) -> None:
    source = read_source(address + path, access=LOOPBACK)
    assert (source.content, source.syntax) == (_SPEC, "json")


@pytest.mark.parametrize("name", ["ftp://x/y", "file:///etc/passwd", "S3://bucket/a.json"])
def test_a_scheme_that_is_not_read(name: str) -> None:
    assert _code(name) == "unknown-scheme"
    said = _refused(name)
    scheme = name.partition(":")[0].lower()
    assert said.message == f"{name}: flaregen does not read {scheme}://"
    only = "only https:// can be read (http:// with --allow-http); a file is named by its path"
    assert said.help == only


def test_what_is_said_of_an_address(address: str) -> None:
    assert _refused(f"{address}/a.json").message == f"{address}/a.json: it is not https"
    private = _refused(f"{address}/a.json", access=Access(http=True)).message
    assert private == f"{address}/a.json: 127.0.0.1 is not a public address"


def test_a_url_that_fails(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _code(f"{address}/spec.json") == "insecure-url"
    assert _code(f"{address}/missing", access=LOOPBACK) == "download-failed"
    assert _code("https://127.0.0.1:1/spec.json") == "private-address"
    assert _code("https://[/spec.json") == "bad-url"
    monkeypatch.setattr(sources, "MOST_BYTES", 10)
    assert _code(f"{address}/spec.json", access=LOOPBACK) == "too-large"
