"""Which changes concern code that uses the client."""

from __future__ import annotations

from pathlib import Path

import pytest

from flaregen.diagnostic import UsageError
from flaregen.drift.change import Change, Python, Report, Verdict
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
    return usage_of((tmp_path,))


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


def test_a_field_that_is_demanded_concerns_who_makes_the_class(usage: Usage) -> None:
    demanded = change("TranslationParams.more", id="required-property-added", python="breaking")
    assert usage.concerns(demanded)
    assert not usage.concerns(change("OtherParams.more", id="required-property-added"))


def test_a_model_is_named_by_a_text(usage: Usage) -> None:
    gone = Change("path-removed", "breaking", "none", "/run/@cf/meta/m2m100-1.2b", None, None, ())
    assert usage.concerns(gone)


def test_what_is_not_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def")
    with pytest.raises(UsageError, match=r"a\.py is not valid Python"):
        usage_of((tmp_path,))
    with pytest.raises(UsageError, match="there is no"):
        usage_of((tmp_path / "b.py",))


def test_the_verdicts_are_those_of_what_counts(usage: Usage) -> None:
    document = api({})
    both = change("TranslationParams", python="breaking"), change("SummarizationParams")
    whole = Report(document, document, "warning", Python("breaking", "major"), both)
    kept = recounted(whole, [one for one in whole.changes if not usage.concerns(one)])
    assert (kept.changes, kept.python) == (both[1:], Python("none", "patch"))
    shown = at_least(whole, "breaking")
    assert (shown.changes, shown.verdict, shown.python) == (both[:1], "warning", whole.python)
