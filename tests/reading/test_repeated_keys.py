"""Keys that are repeated: an error for who builds, a warning for who compares."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaregen.diagnostic import DiagnosticError
from flaregen.reading.load import load, load_to_compare

JSON = '{"openapi": "3.0.3", "info": {"title": "A"}, "info": {"title": "B"}, "paths": {}}'
YAML = "openapi: 3.0.3\ninfo: {title: A}\ninfo: {title: B}\npaths: {}\n"


@pytest.mark.parametrize(("name", "text"), [("a.json", JSON), ("a.yaml", YAML)])
def test_the_last_one_counts_for_who_compares(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text)
    document, (warning,) = load_to_compare(str(path))
    assert document.root["info"] == {"title": "B"}
    assert (warning.code, warning.severity) == ("duplicate-key", "warning")
    with pytest.raises(DiagnosticError) as refused:
        load(str(path))
    assert [one.severity for one in refused.value.diagnostics] == ["error"]


def test_other_faults_are_errors_for_both(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(JSON.replace('"paths": {}', '"paths": {"a": NaN}'))
    with pytest.raises(DiagnosticError) as refused:
        load_to_compare(str(path))
    assert {one.code for one in refused.value.diagnostics} > {"duplicate-key"}
