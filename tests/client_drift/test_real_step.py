"""Two documents that were published: what drift says of Python, held against both packages.

A few resources always; in continuous integration, all operations.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from flaregen import config as configuration
from flaregen.client_drift import client_changes
from flaregen.client_drift.clients import clients
from flaregen.client_drift.differences import kept_as_alias
from flaregen.drift.change import Change
from flaregen.drift.compare import compare
from flaregen.drift.selection import select_pair
from flaregen.names.symbol import Surface
from flaregen.pipeline import emit
from flaregen.reading.load import load
from tests.conftest import SHARED
from tests.support.emitted_surface import emitted_surface

_DOCUMENTS = sorted(SHARED.glob("upstream/full/*.json.gz"))
_SLICE = ("/zones/{zone_id}/settings/*", "/zones/{zone_id}/api_gateway/*", "/radar/http/top/*")
_WHOLE = pytest.param(("*",), id="whole", marks=pytest.mark.long)

pytestmark = pytest.mark.skipif(len(_DOCUMENTS) < 2, reason="needs ../shared/upstream")


@dataclass(frozen=True)
class _Step:
    """The changes, and the surfaces as the emitted sources have them."""

    changes: tuple[Change, ...]
    old: Surface
    new: Surface

    @property
    def gone(self) -> set[str]:
        return {name for change in self.changes for name in change.gone}

    @property
    def touched(self) -> set[str]:
        return {name for change in self.changes for name in change.symbols}


@pytest.fixture(scope="module", params=[pytest.param(_SLICE, id="slice"), _WHOLE])
def step(request: pytest.FixtureRequest) -> _Step:
    config = replace(configuration.load(None), operations=request.param, overlays=(), names=None)
    old, new = (load(str(path), config.access) for path in _DOCUMENTS[-2:])
    changes = compare(*select_pair(old, new, config.operations), date(2026, 1, 1))
    pair = clients(old, new, config)
    with pytest.MonkeyPatch.context() as patch:
        # Read once: that takes most of the time.
        patch.setattr(client_changes, "clients", lambda *_: pair)
        found, _ = client_changes.with_client(changes, old, new, config)
    before, after = (emitted_surface(emit(config, one.operations)) for one in (pair.old, pair.new))
    return _Step(found, before, after)


def test_what_is_gone_was_there_and_is_not_any_more(step: _Step) -> None:
    assert len(step.gone) > 10
    old, new = step.old.symbols, step.new.symbols
    assert {name for name in step.gone if not _is_apart(name)} <= old.keys()
    assert {name for name in step.gone & new.keys() if new[name].kind != "alias"} == set()


def _is_apart(name: str) -> bool:
    """What is of models by name is no symbol of the source, nor what a call may leave out."""
    return name.startswith(("@", "models.")) or name.endswith("=)")


@pytest.mark.parametrize("kind", ["class", "method"])
def test_all_that_is_gone_is_reported(step: _Step, kind: str) -> None:
    old, new = (_of(kind, one) for one in (step.old, step.new))
    gone = old - new - kept_as_alias(step.old, step.new).keys()
    assert gone
    assert gone <= step.gone


def test_new_methods_are_reported(step: _Step) -> None:
    """New classes may be parts of a new property, which is."""
    added = _of("method", step.new) - _of("method", step.old)
    assert added
    assert added <= step.touched


def _of(kind: str, surface: Surface) -> set[str]:
    return {name for name, symbol in surface.symbols.items() if symbol.kind == kind}


def test_what_is_gone_is_breaking(step: _Step) -> None:
    assert [one.id for one in step.changes if one.gone and one.python != "breaking"] == []
