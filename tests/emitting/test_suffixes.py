"""The suffix of a file in an example says its media type."""

from __future__ import annotations

import pytest

from flaregen.emitting.chosen_models import _SUFFIXES

OTHERWISE = {".jpg": "jpeg", ".mp3": "mpeg"}


@pytest.mark.parametrize(("media_type", "suffix"), _SUFFIXES.items())
def test_suffix(media_type: str, suffix: str) -> None:
    assert media_type.partition("/")[2] == OTHERWISE.get(suffix, suffix[1:])
