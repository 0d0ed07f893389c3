"""Names of another client become the fewest rows of the names file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from flaregen import config as configuration
from flaregen.diagnostic import UsageError
from flaregen.names.calls import calls, plain_name
from flaregen.names.learning import learned, parse, wish_for, written
from flaregen.names.reviewed import Register, ReviewedNames, divided, load
from flaregen.names.scope_pairs import merge_scope_pairs
from flaregen.reading.access import Access
from flaregen.reading.load import load as load_document
from flaregen.schemas.extract import extract
from flaregen.schemas.operation import Operation
from flaregen.selecting.select import select
from flaregen.validating.repair import repair
from tests.conftest import SHARED
from tests.names.documents import TEXT, document, obj, operation, with_parameters
from tests.support.commands import run

_CONFIG = configuration.load(None)
_OFFICIAL = SHARED / "facts" / "official-methods.tsv"
_DOCUMENTS = sorted(SHARED.glob("upstream/full/*.json.gz"))
_ANSWER = operation(answer=obj(a=TEXT))


def _operations(*labels: str) -> tuple[Operation, ...]:
    found = document({label: with_parameters(label, _ANSWER) for label in labels})
    return extract(found, found, _CONFIG.wire)


def _learned(lines: str, labels: tuple[str, ...], names: ReviewedNames | None = None) -> Any:
    wanted = parse(lines.replace(" ", "\t"), "x.tsv")
    return learned(_operations(*labels), wanted, names or ReviewedNames(), _CONFIG.scopes)


def test_one_row_for_all_below_a_path() -> None:
    found = _learned(
        "GET /{}/{}/access/apps/{id} zero_trust.apps.get\n"
        "PUT /accounts/{x}/access/apps/{id} zero_trust.apps.update\n"
        "# GET /accounts/{x}/access/tags/{id} nothing\n\n"
        "GET /accounts/{x}/access/tags/{id} zero_trust.tags.get\n",
        (
            "GET /accounts/{a}/access/apps/{id}",
            "PUT /accounts/{a}/access/apps/{id}",
            "GET /accounts/{a}/access/tags/{id}",
            "GET /zones/{a}/access/apps/{id}",
            "GET /zones/{a}/other",
        ),
    )
    assert written(found) == '[[resource]]\npath = "/access"\nname = "zero_trust"\n'
    assert (found.shared, found.kept) == (4, ())


def test_a_row_for_what_no_path_explains() -> None:
    found = _learned("POST /zones/{}/purge cache.clear", ("POST /zones/{a}/purge",))
    assert (
        written(found) == '[[method]]\noperation = "POST /zones/{}/purge"\nname = "cache.clear"\n'
    )


def test_a_row_for_arguments_of_the_path_with_other_names() -> None:
    found = _learned(
        "GET /{}/{}/apps/{app_id}/jobs/{jobId} apps.jobs.get\nGET /zones/{}/apps/{} apps.get",
        ("GET /zones/{zone}/apps/{app}/jobs/{job_id}", "GET /zones/{zone}/apps/{app}"),
    )
    assert written(found) == (
        '[[method]]\noperation = "GET /zones/{}/apps/{}/jobs/{}"\nname = "apps.jobs.get"\n'
        'arguments = { app = "app_id" }\n'
    )


def test_other_names_of_one_operation() -> None:
    found = _learned(
        "PUT /a/{}/bulk a.bulk_update\nPUT /a/{x}/bulk a.keys.bulk_update\n"
        "PUT /a/{}/bulk a.bulk_update",
        ("PUT /a/{x}/bulk",),
    )
    assert written(found) == (
        '[[method]]\noperation = "PUT /a/{}/bulk"\nname = "a.bulk_update"\n'
        'also = ["a.keys.bulk_update"]\n'
    )


def test_what_people_wrote_stays(tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text('[[method]]\noperation = "GET /a/{}"\nname = "mine.get"\n')
    lines = "GET /a/{} theirs.get\nGET /b/{} theirs.other.get"
    found = _learned(lines, ("GET /a/{x}", "GET /b/{y}"), load(names))
    assert found.kept == ("GET /a/{x}: mine.get, not theirs.get",)
    assert [(one.path, one.name) for one in found.resources] == [("/b", "theirs.other")]


def test_a_name_that_another_operation_would_take_has_a_row() -> None:
    found = _learned("GET /a/{} b.get\nDELETE /b/{} b.delete", ("GET /a/{x}", "GET /b/{y}"))
    assert [(one.operation, one.name) for one in found.methods] == [("GET /a/{}", "b.get")]


@pytest.mark.parametrize(
    "line", ["GET /a", "GET a b.c", "GET /a b", "GET /a B.c", "GET /a b.c-d", "GET /a b..c"]
)
def test_lines_of_another_form(line: str) -> None:
    with pytest.raises(UsageError, match=r"^x\.tsv:2: "):
        parse("GET\t/a\ta.get\n" + line.replace(" ", "\t"), "x.tsv")


@pytest.mark.long
@pytest.mark.skipif(not _DOCUMENTS, reason="../shared holds no full documents")
def test_every_operation_of_the_official_sdk() -> None:
    whole = load_document(str(_DOCUMENTS[-1]), Access())
    selection, _ = repair(select(whole, ("*",)))
    operations = extract(selection, whole, _CONFIG.wire)
    wanted = parse(_OFFICIAL.read_text(encoding="utf-8"), "official")
    scopes = _CONFIG.scopes
    segments = {scope.segment for scope in scopes}
    shared = {one.pointer: wish_for(wanted, one, segments).name for one in operations}
    shared = {pointer: name for pointer, name in shared.items() if name}
    assert len(shared) == 1374

    def right(names: ReviewedNames) -> int:
        plain = {one.pointer: plain_name(one, names, scopes) for one in operations}
        return sum(plain[pointer] == name for pointer, name in shared.items())

    found = learned(operations, wanted, ReviewedNames(), scopes)
    paths = ReviewedNames(resources=found.resources)
    assert right(ReviewedNames()) > 0.44 * len(shared)
    assert right(paths) > 0.89 * len(shared)
    assert len(found.resources) + len(found.methods) < 345
    methods = tuple(map(divided, found.methods))
    names = ReviewedNames(resources=found.resources, operations=methods)
    one_each = merge_scope_pairs(operations, names, scopes)
    register = Register(whole, names, {})
    called = calls(one_each, register, scopes)
    assert register.problems == []
    for operation_, call in zip(one_each, called, strict=True):
        for pointer in operation_.pointers:
            assert shared.get(pointer) in (None, f"{call.resource}.{call.method}")
    others = {f"{resource}.{method}" for call in called for resource, method in call.also}
    assert others == {name for one in operations for name in wish_for(wanted, one, segments).also}


def test_the_names_file_keeps_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    spec, names = tmp_path / "spec.json", tmp_path / "names.toml"
    spec.write_text(json.dumps(document({"GET /a": _ANSWER, "PUT /b": _ANSWER}).root))
    (tmp_path / "like.tsv").write_text("GET\t/a\tx.y.get\n")
    mine = '# Mine.\n[[task]] # the only one\nname = "A"\ntitle = "B"'
    names.write_text(mine)
    like = ("names", "--like", "like.tsv", "--spec", "spec.json")
    for more in ("", "again"):
        assert run(*like, "--names", "names.toml") == 0
        assert names.read_text() == f'{mine}\n\n[[resource]]\npath = "/a"\nname = "x.y"\n'
        rows = "0 paths" if more else "1 path"
        assert f"1 operation of 2 named by like.tsv; new are rows for {rows}" in (
            capsys.readouterr().err
        )
    assert run(*like, "-q") == 0
    assert capsys.readouterr() == ('[[resource]]\npath = "/a"\nname = "x.y"\n', "")


def test_rows_that_are_no_tables_get_none_after_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    spec, names = tmp_path / "spec.json", tmp_path / "names.toml"
    spec.write_text(json.dumps(document({"GET /a": _ANSWER}).root))
    (tmp_path / "like.tsv").write_text("GET\t/a\tx.y.get\n")
    names.write_text("resource = []\n")
    like = ("names", "--like", "like.tsv", "--spec", "spec.json", "--names", "names.toml")
    assert run(*like, "-q") == 2
    assert "write its rows as [[resource]] and [[method]] tables" in capsys.readouterr().err
    assert names.read_text() == "resource = []\n"


def test_a_names_file_keeps_its_line_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec.json").write_text(json.dumps(document({"GET /a": _ANSWER}).root))
    (tmp_path / "like.tsv").write_text("GET\t/a\tx.y.get\n")
    (tmp_path / "names.toml").write_text("# Ours.\n", newline="\r\n")
    like = ("names", "--like", "like.tsv", "--spec", "spec.json", "--names", "names.toml")
    assert run(*like, "-q") == 0
    lines = (tmp_path / "names.toml").read_bytes().split(b"\n")
    assert lines[0] == b"# Ours.\r"
    assert len(lines) > 3
    assert all(line.endswith(b"\r") for line in lines[:-1])
