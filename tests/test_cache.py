"""Answers of earlier builds: used where they fit, and never trusted where they may not."""

from __future__ import annotations

import copy
import os
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from flaregen import cache
from flaregen.cache import each, kept
from flaregen.emitting import codegen
from flaregen.pipeline import generate
from flaregen.understanding import read
from tests.support.concepts import CONCEPTS, Concept, config_of
from tests.support.objects_in import objects_in

_DOCUMENT = next(concept for concept in CONCEPTS if concept.name == "all_of")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache"
    monkeypatch.setenv("FLAREGEN_CACHE_DIR", str(path))
    return path


class _Asked(list[bytes]):
    def __call__(self, questions: Sequence[bytes]) -> list[bytes]:
        self.extend(questions)
        return [question.upper() for question in questions]


def _ask(
    *questions: bytes, made_by: str = "code", client: str = "client", afresh: bool = False
) -> list[bytes]:
    """What had to be worked out."""
    asked = _Asked()
    with kept(Path(client), made_by, afresh=afresh):
        answers = each("kind", questions, asked)
    assert answers == [question.upper() for question in questions]
    return asked


def test_what_was_answered_is_not_asked_again() -> None:
    assert _ask(b"a", b"b", b"a") == [b"a", b"b"]
    assert _ask(b"b", b"c", b"a") == [b"c"]


def test_what_the_last_build_did_not_ask_is_forgotten() -> None:
    _ask(b"a", b"b")
    _ask(b"b")
    assert _ask(b"a", b"b") == [b"a"]


def test_other_code_other_clients_and_other_kinds_have_answers_of_their_own() -> None:
    _ask(b"a")
    assert _ask(b"a", client="other") == [b"a"]
    with kept(Path("client"), "code"):
        assert each("other kind", [b"a"], lambda _: [b"theirs"]) == [b"theirs"]
    assert _ask(b"a", made_by="other code") == [b"a"]


def test_force_works_out_everything() -> None:
    _ask(b"a")
    assert _ask(b"a", afresh=True) == [b"a"]
    assert _ask(b"a") == []


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "another digest", "not msgpack"])
def test_a_broken_file_is_ignored_and_replaced(folder: Path, damage: str) -> None:
    _ask(b"a")
    (path,) = folder.iterdir()
    content = path.read_bytes()
    path.write_bytes(
        {
            "cut": content[:-1],
            "changed": content[:-1] + b"B",
            "empty": b"",
            "another digest": bytes(32) + content[32:],
            "not msgpack": bytes.fromhex(_DIGEST_OF_NOTHING),
        }[damage]
    )
    assert _ask(b"a") == [b"a"]
    assert _ask(b"a") == []


_DIGEST_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_file_that_others_may_write_is_ignored(folder: Path) -> None:
    _ask(b"a")
    (path,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, path.stat().st_mode & 0o777) == (0o700, 0o600)
    path.chmod(0o602)
    assert _ask(b"a") == [b"a"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners are those of POSIX")
def test_a_file_of_another_user_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    _ask(b"a")
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    assert _ask(b"a") == [b"a"]


def test_the_folder_stays_small(folder: Path) -> None:
    for number in range(20):
        _ask(b"a", client=f"client {number}")
        (newest,) = (path for path in folder.iterdir() if path.stat().st_mtime > 1_000_000_000)
        os.utime(newest, (number, number))
    assert len([*folder.iterdir()]) == 16
    assert _ask(b"a", client="client 19") == []
    assert _ask(b"a", client="client 0") == [b"a"]


def test_a_folder_that_cannot_be_used_is_no_reason_to_stop(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write_text("a file")
    assert _ask(b"a") == [b"a"]
    monkeypatch.setenv("FLAREGEN_CACHE_DIR", "")
    assert _ask(b"a") == [b"a"]


def test_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FLAREGEN_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(sys, "platform", "linux")
    _ask(b"a")
    assert [path.suffix for path in (tmp_path / "xdg" / "flaregen").iterdir()] == [".answers"]
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    _ask(b"a")
    assert [*(tmp_path / "home" / ".cache" / "flaregen").iterdir()]


def test_an_error_keeps_nothing(folder: Path) -> None:
    def fail() -> None:
        with kept(Path("client"), "code"):
            each("kind", [b"a"], _Asked())
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert not folder.exists()


def _changes(root: Any) -> Iterator[Any]:
    """The document after each of several random changes, one upon the other."""
    draw = random.Random(16)
    for _ in range(12):
        root = copy.deepcopy(root)
        schemas = [node for node in objects_in(root) if isinstance(node.get("properties"), dict)]
        schema = draw.choice(schemas)
        properties = schema["properties"]
        name = draw.choice([*properties])
        match draw.randrange(5):
            case 0:
                schema["description"] = f"Says {draw.random()}."
            case 1:
                properties[f"more_{draw.randrange(9)}"] = {
                    "type": draw.choice(["string", "integer"])
                }
            case 2:
                schema["required"] = [name]
            case 3:
                properties[name] = {"type": "array", "items": properties[name]}
            case _:
                properties[name] = {"type": "string", "enum": ["one", str(draw.randrange(99))]}
        yield root


def test_a_build_with_earlier_answers_writes_what_one_without_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = _config(_DOCUMENT, tmp_path)
    asked: list[int] = []
    usual = codegen._generated

    def counted(direction: Any, classes: Any) -> str:
        asked.append(sum(len(one["properties"]) for one in classes.values()))
        return usual(direction, classes)

    monkeypatch.setattr(codegen, "_generated", counted)
    for root in _changes(yaml.safe_load(Path(_DOCUMENT.folder, "spec.yaml").read_bytes())):
        Path(config.spec).write_text(yaml.safe_dump(root, sort_keys=False))
        reading = read(config)
        fresh = generate(config, reading)
        worked_out = sum(asked)
        with kept(Path("client"), "code"):
            assert generate(config, reading) == fresh
        again = sum(asked) - worked_out
        asked.clear()
    assert again < worked_out


def _config(concept: Concept, tmp_path: Path) -> Any:
    return replace(config_of(concept), spec=str(tmp_path / "spec.yaml"), names=None)


def test_nothing_is_kept_outside_of_the_block() -> None:
    with kept(Path("client"), "code"):
        pass
    assert cache._current.get() is None
