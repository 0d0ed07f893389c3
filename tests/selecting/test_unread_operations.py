"""Operations that are not read are named, in a build and in a comparison."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from flaregen import config as configuration
from flaregen.document import Document
from flaregen.report.drift import drift_between
from flaregen.selecting.gathered import Gathered
from flaregen.understanding import understand
from tests.reading.documents import document, operation

CONFIG = replace(configuration.load(None), operations=("GET /files",))


def files(*methods: str) -> Document:
    plain: Any = operation({"type": "string"})
    item = {"get": plain, "additionalOperations": dict.fromkeys(methods, plain)}
    return document({"/files": item}, version="3.2.0")


def test_build() -> None:
    remarks = understand(files("COPY", "LOCK"), CONFIG).remarks
    said = [(one.message, one.help) for one in remarks if one.code == "operation-not-read"]
    assert said == [
        (
            f"{method} /files is one of additionalOperations, which are not read.",
            "send it with an HTTP client",
        )
        for method in ("COPY", "LOCK")
    ]


def test_drift_names_each_once() -> None:
    pair = Gathered(files("COPY", "LOCK")), Gathered(files("COPY"))
    notes = drift_between(pair, CONFIG, (), date(2026, 1, 1)).notes
    warned = [one.message.partition(" ")[0] for one in notes if one.code == "operation-not-read"]
    assert sorted(warned) == ["COPY", "LOCK"]
