"""Tables name classes in strings, so that these load late: each leads to what it names."""

from __future__ import annotations

from importlib import import_module

import pytest
import workers_ai
from workers_ai import variants
from workers_ai._runtime import groups, runners
from workers_ai._runtime.forms import record_form
from workers_ai._runtime.variants import Variant
from workers_ai.models.names import RUNNERS

ROWS = [row for table in vars(variants).values() if isinstance(table, tuple) for row in table]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.params)
def test_a_variant_has_the_fields_of_its_class(row: Variant) -> None:
    fields = record_form(row.load()).fields
    assert row.names == {field.wire for field in fields}
    assert row.required == {field.wire for field in fields if field.required}


@pytest.mark.parametrize("reference", sorted(set(RUNNERS.values())))
def test_a_model_leads_to_its_runner(reference: str) -> None:
    module, name, *_ = reference.split()
    group = import_module(f"{workers_ai.__name__}.models.{module}").GROUP
    for kind in ("*", "Async*", "*WithRawResponse", "Async*WithRawResponse"):
        cls = getattr(import_module("workers_ai.models.runners"), kind.replace("*", name))
        assert issubclass(cls, runners.Runner)
        assert (cls.__name__, cls.group) == (kind.replace("*", name), group)
    for form in group.forms:
        assert groups.loaded(form.answer)
        assert form.required or form.optional


def test_every_public_name_loads() -> None:
    assert len(ROWS) >= 15
    for name in {*workers_ai.__all__, "AiohttpTransport"}:
        assert getattr(workers_ai, name) is not None or name == "UNSET"
