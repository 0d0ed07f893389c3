"""What is installed is bounded for users, and listed by hash for continuous integration."""

from __future__ import annotations

import re
import runpy
import tomllib

import pytest

from tests.support.pinned import ROOT

_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_EXTRAS = _PROJECT["optional-dependencies"]
_REQUIREMENTS = [*_PROJECT["dependencies"], *(one for extra in _EXTRAS.values() for one in extra)]
_PINS = (ROOT / "requirements" / "ci.txt").read_text(encoding="utf-8")
_PIN = re.compile(r"^([a-z0-9.-]+)==([0-9][^ ;\\]*)(.*?)(?=^[a-z]|\Z)", re.MULTILINE | re.DOTALL)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


@pytest.mark.parametrize("requirement", _REQUIREMENTS)
def test_bounded_on_both_sides_and_pinned_between(requirement: str) -> None:
    specifier = requirement.partition(";")[0]
    name = re.sub(r"[-_.]+", "-", re.split(r"[\[<>=]", specifier)[0]).lower()
    pinned = {found[1]: found[2] for found in _PIN.finditer(_PINS)}
    version = _numbers(pinned[name])
    exact = re.search(r"==([\d.]+)", specifier)
    if exact:
        assert version == _numbers(exact[1])
        return
    low, high = re.search(r">=([\d.]+)", specifier), re.search(r"<([\d.]+)", specifier)
    assert low is not None
    assert high is not None
    assert _numbers(low[1]) <= version < _numbers(high[1])


def test_every_pin_has_a_hash_and_no_place_to_get_it_from() -> None:
    pins = [*_PIN.finditer(_PINS)]
    assert len(pins) > 50
    assert all("--hash=sha256:" in found[3] for found in pins)
    assert "://" not in _PINS
    assert not re.search(r"^\s*-(?!-hash)", _PINS, re.MULTILINE)


def test_the_lowest_versions_are_those_of_the_bounds() -> None:
    lowest = list(runpy.run_path(str(ROOT / "requirements" / "lower_bounds.py"))["lower_bounds"]())
    assert len(lowest) == len(_REQUIREMENTS)
    assert "ruff==0.17.6" in lowest
    for line, requirement in zip(lowest, _REQUIREMENTS, strict=True):
        name, version = line.split("==")
        assert requirement.startswith(name)
        assert version in requirement


def test_the_emitted_client_is_bounded_as_the_generator_is() -> None:
    emitted = tomllib.loads((ROOT / "generated" / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(emitted["project"]["dependencies"]) <= set(_PROJECT["dependencies"])
