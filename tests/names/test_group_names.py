"""A group of models keeps its name when one of its models leaves it."""

from __future__ import annotations

from dataclasses import replace

from flaregen.names.model_classes import bases
from flaregen.names.reviewed import ReviewedNames
from flaregen.schemas.model_groups import ModelGroup
from tests.calling.test_models_by_name import groups


def test_a_group_that_loses_a_model_keeps_its_name() -> None:
    found = groups()
    names = bases(found, ReviewedNames(), {})
    lost = {
        name: after
        for at, (group, name) in enumerate(zip(found, names, strict=True))
        for models in (group.models[1:], group.models[:-1])
        if models
        and (after := bases(_with(at, replace(group, models=models)), ReviewedNames(), {})[at])
        != name
    }
    assert not lost


def _with(at: int, group: ModelGroup) -> list[ModelGroup]:
    return [group if number == at else one for number, one in enumerate(groups())]
