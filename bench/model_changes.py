"""What a change of one model changes in the emitted package: files of Python, and hunks in them.

``python bench/model_changes.py [STEP]`` makes each kind of change in every model of the pin, or
in every STEPth, and prints a table. It changes what the service says, which is merged into the
pin as ``flaregen pull --models`` does.
"""

# ruff: noqa: ANN401  # what is read is JSON

from __future__ import annotations

import copy
import difflib
import json
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from flaregen import config as configuration
from flaregen.live.service import ListedModel, ModelSchemas
from flaregen.opening import correct
from flaregen.pipeline import generate
from flaregen.reading.load import load
from flaregen.understanding import read
from flaregen.upstream.model_baseline import read_baseline
from flaregen.upstream.model_catalogue import catalogue_of
from flaregen.upstream.model_merge import merged
from flaregen.upstream.model_news import Before

_ROOT = Path(__file__).parents[1]
_NEW = {"type": "integer"}


class _Pin:
    """The pinned document, and what the service said when it was made."""

    def __init__(self, scratch: Path) -> None:
        self._config = configuration.load(_ROOT / configuration.FILE_NAME)
        pin = Path(self._config.spec)
        self._scratch, self._document = scratch / pin.name, load(str(pin))
        self._catalogue = catalogue_of(self._document, self._config)
        self.said = read_baseline(pin)
        corrected = correct(self._document, self._config).root
        self._before = Before({}, self.said, reviewed=True, corrected=corrected)
        self._files = self._built(self._document.root)

    def _built(self, root: Any) -> dict[str, list[str]]:
        self._scratch.write_text(json.dumps(root), encoding="utf-8")
        config = replace(self._config, spec=str(self._scratch))
        files = generate(config, read(config))
        return {
            str(file.path): file.content.decode().splitlines()
            for file in files
            if file.path.suffix == ".py"
        }

    def changed(self, said: Mapping[str, ModelSchemas]) -> dict[str, int] | None:
        """Hunks by file; None for a change that the pin has no place for."""
        known = self._catalogue.known
        listed = [self._listed(name, facts.facts) for name, facts in known.items() if name in said]
        listed += [replace(listed[0], name=name) for name in said.keys() - known.keys()]
        answers = [said[one.name] for one in listed]
        found = merged(self._catalogue, listed, answers, self._before, date(2026, 11, 29))
        if found.news.kept:
            return None
        after = self._built(found.root)
        names = self._files.keys() | after.keys()
        hunks = {n: _hunks(self._files.get(n, []), after.get(n, [])) for n in names}
        return {name: number for name, number in hunks.items() if number}

    def _listed(self, name: str, facts: Mapping[str, Any]) -> ListedModel:
        others = {key: value for key, value in facts.items() if key != "task"}
        return ListedModel(name, str(facts.get("task", "")), others)


def _hunks(before: list[str], after: list[str]) -> int:
    return sum(line.startswith("@@") for line in difflib.unified_diff(before, after, n=3))


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    """The objects that a schema is: its forms, where it has several."""
    forms = [form for key in ("oneOf", "anyOf") for form in schema.get(key, ())]
    yield from (one for one in (schema, *forms) if isinstance(one.get("properties"), dict))


def _with_member(schema: Any) -> bool:
    found = [*_objects(schema)]
    for one in found:
        one["properties"]["zebra"] = _NEW
    return bool(found)


def _with_value(schema: Any) -> bool:
    members = [one for form in _objects(schema) for one in form["properties"].values()]
    lists = [one["enum"] for one in members if isinstance(one.get("enum"), list)]
    for values in lists[:1]:
        values.append("zebra")
    return bool(lists)


def _with_bound(schema: Any) -> bool:
    members = [one for form in _objects(schema) for one in form["properties"].values()]
    bounded = [one for one in members if "maximum" in one]
    for one in bounded[:1]:
        one["maximum"] += 1
    return bool(bounded)


_CHANGES: tuple[tuple[str, str, Callable[[Any], bool]], ...] = (
    ("an input more", "input", _with_member),
    ("a value of an input more", "input", _with_value),
    ("another bound of an input", "input", _with_bound),
    ("a member of the answer more", "output", _with_member),
)


def _edited(
    said: Mapping[str, ModelSchemas], model: str, side: str, change: Callable[[Any], bool]
) -> dict[str, ModelSchemas] | None:
    schema = copy.deepcopy(getattr(said[model], side))
    if schema is None or not change(schema):
        return None
    return {**said, model: replace(said[model], **{side: schema})}


def _pair(one: ModelSchemas) -> str:
    return json.dumps([one.input, one.output], sort_keys=True)


def _measured(scratch: Path, step: int) -> Iterator[tuple[str, dict[str, int]]]:
    """Hunks by file for each change of each model, with what was changed."""
    pin = _Pin(scratch)
    alike = Counter(_pair(one) for one in pin.said.values())
    for model in sorted(pin.said)[::step]:
        several = "one of several alike" if alike[_pair(pin.said[model])] > 1 else "one alone"
        for what, side, change in _CHANGES:
            edited = _edited(pin.said, model, side, change)
            if edited and (changed := pin.changed(edited)):
                yield f"{what}, {several}", changed


def main(step: int) -> None:
    found: dict[str, list[dict[str, int]]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for what, changed in _measured(Path(scratch), step):
            found.setdefault(what, []).append(changed)
    print("| change of one model | models | files: median, most | hunks: median, most |")
    print("|---|---|---|---|")
    for what, rows in sorted(found.items()):
        files, hunks = [len(one) for one in rows], [sum(one.values()) for one in rows]
        numbers = (f"{statistics.median(each):g}, {max(each)}" for each in (files, hunks))
        print(f"| {what} | {len(rows)} | {' | '.join(numbers)} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1)
