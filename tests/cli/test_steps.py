"""What a person who waits is told that flaregen does, in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from flaregen import config as configuration
from flaregen.config import Config
from flaregen.report.drift import drift_between
from flaregen.selecting.gathered import Gathered
from flaregen.understanding import read, unnamed
from tests.reading.documents import document, operation

OLD = document({"/a": {"get": operation({"type": "string"})}})
NEW = document({"/a": {"get": operation({"type": "integer"})}})


class Steps(list[str]):
    """The titles of steps, as they begin."""

    @contextmanager
    def __call__(self, title: str) -> Iterator[None]:
        self.append(title)
        yield


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.chdir(tmp_path)
    Path("spec.json").write_bytes(OLD.source.content)
    Path("flaregen.toml").write_text('operations = ["*"]\n[spec]\npath = "spec.json"\n')
    return configuration.load(Path("flaregen.toml"))


def test_reading(config: Config) -> None:
    steps = Steps()
    read(config, steps)
    assert steps == ["Reading spec.json", "Validating", "Naming", "Validating the rest"]


def test_comparing(config: Config) -> None:
    steps = Steps()
    drift_between((Gathered(OLD), Gathered(NEW)), config, (), date(2026, 1, 1), steps)
    assert steps == ["Comparing", "Comparing the clients"]
    steps.clear()
    drift_between((Gathered(OLD), Gathered(OLD)), config, (), date(2026, 1, 1), steps)
    assert steps == []


def test_operations_without_names(config: Config) -> None:
    steps = Steps()
    unnamed(OLD, config, steps)
    assert steps == ["Validating"]
