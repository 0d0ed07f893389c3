"""Two ways to say the same give the same intermediate representation, wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.pointer import Pointer
from flaregen.schemas.interpret import interpret
from tests.support.shape import shape
from tests.support.spellings import SPELLINGS, Spelling


@pytest.mark.parametrize("direction", ["request", "response"])
@pytest.mark.parametrize("spelling", SPELLINGS, ids=str)
def test_one_meaning(spelling: Spelling, direction: Any) -> None:
    place = Pointer(("components", "schemas", "Subject"))
    one, other = (interpret(document, place, direction) for document in spelling.documents())
    assert shape(one) == shape(other)
