"""How much of what models take and answer has a type: a table, a row a model.

python bench/typed_properties.py [SCHEMAS]

SCHEMAS is JSON with the schemas as the service has them: `models` by name with the keys of their
`input` and `output` in `schemas`. A property of an input counts once, and is typed where all that
is inside of it is; properties of outputs count at all depths.
"""

# ruff: noqa: ANN401  # any schema is one
from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from flaregen import config as configuration
from flaregen.names.named import NamedClass, NamedField
from flaregen.names.named_models import NamedGroup, NamedModels
from flaregen.names.types import AnyType, ClassType, ListType, MapType, Type, UnionType
from flaregen.understanding import models_by_name, read

_ROOT = Path(__file__).parents[1]
_SCHEMAS = _ROOT.parent / "shared" / "facts" / "model-schemas.json"
_STREAM = "stream"


class Count(NamedTuple):
    """Properties, and those that have a type."""

    all: int = 0
    typed: int = 0

    def __add__(self, other: object) -> Count:
        assert isinstance(other, Count)
        return Count(self.all + other.all, self.typed + other.typed)

    def __str__(self) -> str:
        return f"{self.typed}/{self.all}"


class Counted(NamedTuple):
    model: str
    input: Count
    output: Count


def counted(facts: Mapping[str, Any]) -> Iterator[Counted]:
    """Raises KeyError for a model that the pinned document does not have."""
    config = configuration.load(_ROOT / configuration.FILE_NAME)
    (models,) = dict(models_by_name(config, read(config))).values()
    groups = {m.value: group for group in models.groups for m in group.group.models}
    for name, model in facts["models"].items():
        asked, told = (facts["schemas"][model[side]] for side in ("input", "output"))
        yield Counted(
            name, _input(asked, groups[name], models), _output(told, groups[name], models)
        )


def _input(schema: Any, group: NamedGroup, models: NamedModels) -> Count:
    fields = [field for form in group.forms for field in form.fields]
    classes = {cls.name: cls for cls in models.inputs}
    found = Count()
    for name, inner in _properties(schema).items():
        if name != _STREAM:
            inside = _property(name, inner, [fields], classes, 0)
            found += Count(1, int(inside.all == inside.typed))
    return found


def _output(schema: Any, group: NamedGroup, models: NamedModels) -> Count:
    classes = {cls.name: cls for cls in models.answers}
    answers = [form.answer for form in group.forms if form.answer]
    if any(answer.is_file for answer in answers):
        # A file in JSON is the answer.
        return Count(len(_properties(schema)), len(_properties(schema)))
    types = [answer.type or ClassType(answer.name) for answer in answers]
    return _inside(schema, types, classes, 0)


def _inside(
    schema: Any, types: Iterable[Type], classes: Mapping[Any, NamedClass], depth: int
) -> Count:
    known = [one for type_ in types for one in _parts(type_)]
    owners = [classes[one.name].fields for one in known if isinstance(one, ClassType)]
    found = Count()
    for name, inner in _properties(schema).items() if depth < _DEEPEST else ():
        found += _property(name, inner, owners, classes, depth)
    return found


_DEEPEST = 12


def _property(
    name: str,
    schema: Any,
    owners: Sequence[Sequence[NamedField]],
    classes: Mapping[Any, NamedClass],
    depth: int,
) -> Count:
    types = [field.type for fields in owners for field in fields if field.wire == name]
    says = bool(schema.keys() & {"type", "enum", "const", "anyOf", "oneOf", "allOf", "properties"})
    typed = bool(types) and not (says and all(isinstance(one, AnyType) for one in types))
    return Count(1, int(typed)) + _inside(schema, types, classes, depth + 1)


def _properties(schema: Any) -> dict[str, Any]:
    """The properties of an object, or of the items of a list, whichever form is meant."""
    found = dict(schema.get("properties") or {})
    for keyword in ("anyOf", "oneOf", "allOf"):
        for member in schema.get(keyword, ()):
            found = {**_properties(member), **found}
    if isinstance(items := schema.get("items"), dict):
        found = {**_properties(items), **found}
    return found


def _parts(type_: Type) -> Iterator[Type]:
    match type_:
        case UnionType(members):
            for member in members:
                yield from _parts(member)
        case ListType(inner) | MapType(inner):
            yield from _parts(inner)
        case _:
            yield type_


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else _SCHEMAS
    rows = list(counted(json.loads(path.read_bytes())))
    print("| model | inputs typed | output properties typed |\n|---|---|---|")
    for row in rows:
        print(f"| {row.model} | {row.input} | {row.output} |")
    asked = sum((row.input for row in rows), Count())
    told = sum((row.output for row in rows), Count())
    print(f"| all {len(rows)} | {asked}, {_share(asked)} | {told}, {_share(told)} |")


def _share(count: Count) -> str:
    return f"{count.typed / count.all:.1%}"


if __name__ == "__main__":
    main()
