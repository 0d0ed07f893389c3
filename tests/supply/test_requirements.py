"""What is installed is bounded for users, and listed by hash for continuous integration."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from tests.support.pinned import ROOT

_FOLDER = ROOT / "requirements"
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_EXTRAS = _PROJECT["optional-dependencies"]
_REQUIREMENTS = [*_PROJECT["dependencies"], *(one for extra in _EXTRAS.values() for one in extra)]
_TOOLS = [
    line
    for line in (_FOLDER / "supply.in").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
_LISTS = [_FOLDER / "ci.txt", _FOLDER / "supply.txt"]
_PIN = re.compile(r"^([a-z0-9.-]+)==([0-9][^ ;\\]*)(.*?)(?=^[a-z]|\Z)", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"[a-z0-9.-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|\s*# .*|")
"""Nothing but pins, their hashes, and what asks for them: no option, no address, no file."""
_SLOW = {"fqdn", "isoduration", "lark", "rfc3987", "rfc3987-syntax", "uri-template", "webcolors"}
"""Where one of these is installed, jsonschema loads it: up to two seconds at every start."""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _pins(path: Path) -> dict[str, str]:
    found = _PIN.finditer(path.read_text(encoding="utf-8"))
    return {pin[1]: pin[2] for pin in found}


@pytest.mark.parametrize(
    ("requirement", "pins"),
    [
        *((requirement, _LISTS[0]) for requirement in _REQUIREMENTS),
        *((requirement, _LISTS[1]) for requirement in _TOOLS),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_bounded_on_both_sides_and_pinned_between(requirement: str, pins: Path) -> None:
    specifier = requirement.partition(";")[0]
    name = re.sub(r"[-_.]+", "-", re.split(r"[\[<>=]", specifier)[0]).lower()
    version = _numbers(_pins(pins)[name])
    exact = re.search(r"==([\d.]+)", specifier)
    if exact:
        assert version == _numbers(exact[1])
        return
    low, high = re.search(r">=([\d.]+)", specifier), re.search(r"<([\d.]+)", specifier)
    assert low is not None
    assert high is not None
    assert _numbers(low[1]) <= version < _numbers(high[1])


@pytest.mark.parametrize("path", _LISTS, ids=lambda path: path.name)
def test_every_pin_has_a_hash_and_no_place_to_get_it_from(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pins = [*_PIN.finditer(text)]
    assert len(pins) > 50
    assert all("--hash=sha256:" in pin[3] for pin in pins)
    assert [line for line in text.splitlines() if not _LINE.fullmatch(line)] == []
    assert "://" not in text
    assert " @ " not in text


def test_nothing_that_slows_every_start_is_pinned_next_to_the_generator() -> None:
    assert _SLOW.isdisjoint(_pins(_FOLDER / "ci.txt"))


def test_the_lowest_versions_are_those_of_the_bounds() -> None:
    lowest = list(runpy.run_path(str(_FOLDER / "lower_bounds.py"))["lower_bounds"]())
    assert len(lowest) == len(_REQUIREMENTS)
    assert "ruff==0.17.6" in lowest
    for line, requirement in zip(lowest, _REQUIREMENTS, strict=True):
        name, version = line.split("==")
        assert requirement.startswith(name)
        assert version in requirement


def test_the_build_backend_is_bounded_as_the_tests_install_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["build-system"]["requires"]) <= {*_EXTRAS["dev"]} & {*_TOOLS}


def test_the_emitted_client_is_bounded_as_the_generator_is() -> None:
    emitted = tomllib.loads((ROOT / "generated" / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(emitted["project"]["dependencies"]) <= set(_PROJECT["dependencies"])
