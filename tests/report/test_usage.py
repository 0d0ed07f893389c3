"""Which changes concern code that uses the client."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flaregen.diagnostic import UsageError
from flaregen.drift.change import Change, Level, Python, Report, Verdict
from flaregen.report.judge import at_least, recounted
from flaregen.report.usage import Usage, usage_of
from tests.drift.settings import api

CODE = """
from workers_ai import Cloudflare, TranslationParams

client = Cloudflare()
answer = client.ai.run("@cf/meta/m2m100-1.2b", TranslationParams(text="a", **{"target_lang": "fr"}))
print(answer.translated_text)
"""


def change(*symbols: str, id: str = "type-changed", python: Verdict = "none") -> Change:
    return Change(id, "warning", "none", id, None, None, (), symbols=symbols, python=python)


@pytest.fixture
def usage(tmp_path: Path) -> Usage:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "use.py").write_text(CODE)
    (tmp_path / "other.txt").write_text("not Python: SummarizationParams")
    return usage_of((tmp_path,), "workers_ai")


@pytest.mark.parametrize(
    ("symbol", "concerned"),
    [
        ("TranslationParams", True),
        ("TranslationParams.text", True),
        ("TranslationParams.target_lang", True),
        ("TranslationParams.source_lang", False),
        ("TranslationResponse.translated_text", True),
        ("SummarizationParams", False),
        ("client.ai.run", True),
        ("client.ai.run(timeout=)", False),
        ("client.ai.models.list", False),
        ("models.M2m100Runner", False),
    ],
)
def test_what_is_named_concerns(usage: Usage, symbol: str, concerned: bool) -> None:
    assert usage.concerns(change(symbol)) is concerned


PARAMS, FIELD, READ = "TranslationParams", "TranslationParams.text", "TranslationResponse.total"


@pytest.mark.parametrize(
    ("code", "symbol", "concerned"),
    [
        ("from workers_ai import TranslationParams as Sent", PARAMS, True),
        ("from app.clients.workers_ai import TranslationParams", PARAMS, True),
        ("from .workers_ai import TranslationParams", PARAMS, True),
        ("from . import workers_ai\nworkers_ai.TranslationParams", PARAMS, True),
        ("import workers_ai as w\nw.TranslationParams", PARAMS, True),
        ("import workers_ai.resources as r\nr.ai.TranslationParams", PARAMS, True),
        ("from workers_ai import resources as r\nr.TranslationParams", PARAMS, True),
        ("from workers_ai import *\nTranslationParams", PARAMS, True),
        ("def f():\n    import workers_ai\n    return workers_ai.TranslationParams", PARAMS, True),
        # Something else has the name.
        ("from httpx import TranslationParams", PARAMS, False),
        ("class TranslationParams: ...\nother.TranslationParams", PARAMS, False),
        ("'TranslationParams'", PARAMS, False),
        ("import workers_ai_extras as w\nw.TranslationParams", PARAMS, False),
        ("from workers_ai import TranslationParams as P\nP(text='a')", FIELD, True),
        ("run({'text': 'a'})", FIELD, True),
        ("sent['text'] = 'a'", FIELD, True),
        ("print('text')", FIELD, True),
        ("x = 'text'", FIELD, False),
        ("import json\njson.dumps({}, text=1)", FIELD, False),
        ("import re\nre.compile('a').text", FIELD, False),
        ("answer.total", READ, True),
        ("getattr(answer, 'total')", READ, True),
        ("match answer:\n    case Response(total=value): ...", READ, True),
        ("from app import made\nmade().total", READ, True),
        ("import sys\nsys.total", READ, False),
        ("client.ai.run()", "client.ai.run", True),
        ("ai = client.ai\nai.run()", "client.ai.run", True),
        ("process.run()", "client.ai.run", False),
        ("import subprocess\nsubprocess.run(), client.ai.find()", "client.ai.run", False),
        ("client.ai.run(timeout=1)", "client.ai.run(timeout=)", True),
        ("client.ai.run(**{'timeout': 1})", "client.ai.run(timeout=)", True),
        ("client.ai.run()", "client.ai.run(timeout=)", False),
        # Named by a text.
        ("getattr(client.ai, 'run')()", "client.ai.run", True),
        ("getattr(client, 'ai').run(timeout=1)", "client.ai.run(timeout=)", True),
        ("getattr(client, name).run", "client.ai.run", False),
    ],
)
def test_what_counts_as_use(code: str, symbol: str, concerned: bool, tmp_path: Path) -> None:
    path = tmp_path / "use.py"
    path.write_text(code)
    assert usage_of((path,), "workers_ai").concerns(change(symbol)) is concerned


def test_clients_and_hidden_folders_are_nobodys_code(tmp_path: Path) -> None:
    for folder in ("vendor/workers_ai/resources", ".venv/lib", "app"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "vendor/workers_ai/flaregen.lock").touch()
    for name in (
        "vendor/workers_ai/client.py",
        "vendor/workers_ai/resources/ai.py",
        ".venv/lib/a.py",
    ):
        (tmp_path / name).write_text("from workers_ai import SummarizationParams")
    (tmp_path / "app/use.py").write_text("from workers_ai import TranslationParams")
    usage = usage_of((tmp_path,), "workers_ai")
    assert usage.concerns(change(PARAMS))
    assert not usage.concerns(change("SummarizationParams"))


def test_a_module_that_passes_all_on_makes_every_name_one_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "shared.py").write_text("from workers_ai import *")
    (tmp_path / "use.py").write_text("from shared import TranslationParams")
    usage = usage_of((tmp_path,), "workers_ai")
    assert usage.concerns(change(PARAMS))
    assert not usage.concerns(change("SummarizationParams"))


def test_a_field_that_is_demanded_concerns_who_makes_the_class(usage: Usage) -> None:
    demanded = change("TranslationParams.more", id="required-property-added", python="breaking")
    assert usage.concerns(demanded)
    assert not usage.concerns(change("OtherParams.more", id="required-property-added"))


DEMANDED = "required-property-added"


@pytest.mark.parametrize(
    ("code", "symbol", "id", "concerned"),
    [
        # Code that calls by keyword, or reads an answer, names no class.
        ("client.pay.create(n='1')", "PayCreateParams.m", DEMANDED, True),
        ("self.client.pay.create(n='1')", "PayCreateItem.m", DEMANDED, True),
        ("c.dns_records.create()", "DNSRecordsCreateParams.m", DEMANDED, True),
        ("client.pay.create(n='1')", "PayCreateParams.m", "property-removed", False),
        ("client.pay.list()", "PayCreateParams.m", DEMANDED, False),
        ("made.create()", "PayCreateParams.m", DEMANDED, False),
        ("client.pay.create()", "PayCreateParams", "additional-properties-removed", True),
        ("for one in client.pay.create(): ...", "PayCreateResponse", "type-changed", True),
        ("client.pay.list()", "PayCreateResponse", "type-changed", False),
    ],
)
def test_what_a_call_sends_and_gives_has_its_name(
    code: str, symbol: str, id: str, concerned: bool, tmp_path: Path
) -> None:
    path = tmp_path / "use.py"
    path.write_text(code)
    found = usage_of((path,), "workers_ai").concerns(change(symbol, id=id, python="breaking"))
    assert found is concerned


@pytest.mark.parametrize(
    ("id", "level", "concerned"),
    [
        ("security-added", "breaking", True),
        ("server-removed", "breaking", True),
        ("security-removed", "info", False),
        ("path-removed", "breaking", False),
    ],
)
def test_what_locks_callers_out_concerns_all(
    usage: Usage, id: str, level: Level, concerned: bool
) -> None:
    assert usage.concerns(Change(id, level, "none", id, None, None, ())) is concerned


def test_a_model_is_named_by_a_text(usage: Usage) -> None:
    def gone(model: str, *places: Change) -> Change:
        said = f"POST /run/{model} removed"
        return Change("path-removed", "breaking", "none", said, None, None, (), elsewhere=places)

    named = "@cf/meta/m2m100-1.2b"
    assert usage.concerns(gone(named))
    assert usage.concerns(gone("@cf/other", gone(named)))
    assert not usage.concerns(gone(f"{named}-large"))


def test_what_is_not_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def")
    message = f"--used-by: {tmp_path / 'a.py'} is not valid Python: "
    with pytest.raises(UsageError, match=f"^{re.escape(message)}"):
        usage_of((tmp_path,), "p")
    with pytest.raises(UsageError) as error:
        usage_of((tmp_path / "b.py",), "p")
    assert str(error.value) == f"--used-by: {tmp_path / 'b.py'} does not exist"


def test_the_verdicts_are_those_of_what_counts(usage: Usage) -> None:
    document = api({})
    both = change("TranslationParams", python="breaking"), change("SummarizationParams")
    whole = Report(document, document, "warning", Python("breaking", "major"), both)
    kept = recounted(whole, [one for one in whole.changes if not usage.concerns(one)])
    assert (kept.changes, kept.python) == (both[1:], Python("none", "patch"))
    shown = at_least(whole, "breaking")
    assert (shown.changes, shown.verdict, shown.python) == (both[:1], "warning", whole.python)
