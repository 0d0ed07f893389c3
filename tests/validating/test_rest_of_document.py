"""What a build says of the rest of a document: as much as ``flaregen validate`` shows of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from flaregen.cli import main
from flaregen.diagnostic import Diagnostic
from flaregen.document import Document
from flaregen.reading import limits
from flaregen.reading.load import load
from flaregen.selecting.select import select
from flaregen.validating import rest_of_document
from flaregen.validating.repair import repair
from flaregen.validating.rest_of_document import count_rest
from flaregen.validating.validate import validate
from tests.conftest import SHARED
from tests.reading.documents import document, operation, parameter, ref
from tests.support.commands import run
from tests.support.pinned import ROOT

_OPERATION = "workers-ai-post-run-model"
_WHOLE = [
    path for path in sorted(SHARED.glob("upstream/full/*.json.gz")) if path.name >= "2023-11"
] or [pytest.param(None, marks=pytest.mark.skip(reason="../shared/upstream is not there"))]
_COUNTED = re.compile(r"([\d,]+) (error|warning)")


def _counted(remark: Diagnostic | None) -> Counter[str]:
    found = _COUNTED.findall(remark.message) if remark is not None else ()
    return Counter({severity: int(number.replace(",", "")) for number, severity in found})


def _surveyed(found: Document, *operations: str) -> Diagnostic | None:
    selection, remarks = repair(select(found, operations))
    findings = validate(selection, found)
    assert not [finding for finding in findings if finding.severity == "error"]
    return count_rest(found, selection, (*remarks, *findings))


_QUOTED = operation({"type": "boolean", "default": "true"})
_PATHS = {
    "/a": {"get": {**_QUOTED, "operationId": "a"}},
    "/b": {"get": _QUOTED, "put": operation({"type": "nothing"}), "sumary": "", "post": {}},
    "/c/{id}": {"get": operation({"$ref": "#/x"}), "parameters": [parameter("other")]},
    "/d": {"get": {**operation(), "operationId": "d", "parameters": [parameter("q", "url")]}},
    "/e": {"get": operation(operationId="d")},
}
_MORE: Any = {"components": {"schemas": {"A b": {}}}}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_build_counts_what_validate_shows(
    version: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    text = document(_PATHS, version=version, **_MORE).source.content
    (tmp_path / "spec.json").write_bytes(text)
    (tmp_path / "flaregen.toml").write_text('operations = ["a"]\n')
    assert run("validate", "spec.json", "--format", "json") == 1
    shown = json.loads(capsys.readouterr().out)["diagnostics"]
    assert run("build", "--spec", "spec.json", "--output", "out", "--format", "json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["written"]
    assert run("check", "--spec", "spec.json", "--output", "out") == 0
    assert capsys.readouterr().err.startswith(printed.err)
    *own, head, message, help_ = printed.err.splitlines()
    assert head == "warning[rest-of-document] spec.json"
    assert help_ == "  help: flaregen validate spec.json shows all of them"
    built = Counter(line.partition("[")[0] for line in own if line.startswith("warning["))
    assert built == {"warning": 1}
    rest = Counter({severity: int(number) for number, severity in _COUNTED.findall(message)})
    assert rest + built == Counter(finding["severity"] for finding in shown)
    assert rest["error"] > 5
    assert run("build", "--spec", "spec.json", "--output", "out", "--force", "-q") == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_each_error_is_one_of_openapi_spec_validator(version: str) -> None:
    """Where no reference is bad, it finds the same by itself, whichever backend it takes."""
    wrong: Any = {
        "/b": {"get": operation({"default": 1, "type": "string", "minLength": 2}), "sumary": ""},
        "/c/{id}": {"get": operation()},
        "/d": {"get": operation(operationId="d"), "put": operation(operationId="d")},
        "/e": {"get": operation({"allOf": [{"properties": {"x": {}}}], "required": ["y"]})},
    }
    found = document({"/a": {"get": operation(operationId="a")}, **wrong}, version=version)
    official = OpenAPIV30SpecValidator if version == "3.0.3" else OpenAPIV31SpecValidator
    expected = len([*official(found.root).iter_errors()])  # type: ignore[arg-type]
    assert _counted(_surveyed(found, "a")).total() == expected == 5


@pytest.mark.long
@pytest.mark.parametrize("path", _WHOLE, ids=lambda path: path.name if path else "")
def test_the_published_documents(path: Path) -> None:
    found = load(str(path))
    selection, remarks = repair(select(found, [_OPERATION]))
    repaired, known = repair(found)
    shown = Counter(finding.severity for finding in (*known, *validate(repaired)))
    remark = count_rest(found, selection, remarks)
    assert _counted(remark) + Counter(warning=len(remarks)) == shown
    assert _counted(remark)["warning"] > 70


def test_nothing_to_tell() -> None:
    sound = operation({"type": "string"})
    found = document({"/a": {"get": {**sound, "operationId": "a"}}, "/b": {"get": sound}})
    assert _surveyed(found, "a") is None
    alone = document({"/a": {"get": {**_QUOTED, "operationId": "a"}}})
    assert _surveyed(alone, "a") is None


def test_permitted_references_are_no_errors() -> None:
    found = document({**_PATHS, "/c": {"get": operation(ref("other.json#/a"))}})
    selection, remarks = repair(select(found, ["a"]))
    counts = [
        _counted(count_rest(found, selection, remarks, remote_too=too)) for too in (True, False)
    ]
    assert counts[0] - counts[1] == {"error": 1}


def test_what_goes_wrong_with_the_rest_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise NotImplementedError

    found = document(_PATHS)
    monkeypatch.setattr(rest_of_document, "problems", stumble)
    remark = _surveyed(found, "a")
    assert remark is not None
    assert remark.severity == "warning"
    assert remark.message.endswith("could not be validated (NotImplementedError).")


def test_what_is_too_large_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    found = document(_PATHS)
    assert limits.MOST_NODES_OF_REST > 3 * 180_000
    monkeypatch.setattr(limits, "MOST_NODES_OF_REST", 10)
    remark = _surveyed(found, "a")
    assert remark is not None
    assert remark.message.endswith("is too large to be validated by every build.")


def test_nobody_counts_to_a_million(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest_of_document, "MOST_COUNTED", 3)
    remark = _surveyed(document(_PATHS), "a")
    assert remark is not None
    assert "has at least 3 errors and 1 warning" in remark.message


def test_a_build_with_nothing_to_do_loads_no_validator(tmp_path: Path) -> None:
    """Both take longer to load than such a build takes."""
    arguments = ["build", "--config", str(ROOT / "flaregen.toml"), "--output", str(tmp_path)]
    with pytest.raises(SystemExit):
        main(arguments)
    script = (
        "import sys; from flaregen.cli import main\n"
        f"try: main({arguments!r})\n"
        "finally: print({'jsonschema_rs', 'jsonschema', 'openapi_spec_validator'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "nothing to do" in done.stderr
    assert done.stdout == "set()\n"
