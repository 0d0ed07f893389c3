"""What groups of models are called, and their modules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from flaregen.names import reserved
from flaregen.names.identifiers import ClassName, ModuleName, class_name, module_name
from flaregen.names.labels import component
from flaregen.names.placement import component_of
from flaregen.names.reviewed import ReviewedNames
from flaregen.names.wishes import Wish, granted
from flaregen.schemas.model_groups import ModelGroup

FIXED = frozenset({"answers", "facts", "info", "inputs", "names", "overloads", "runner", "shared"})
"""Modules of the folder that belong to no group, and the one of shared answers."""


def bases(
    groups: Sequence[ModelGroup], reviewed: ReviewedNames, spelling: Mapping[str, str]
) -> list[ClassName]:
    """What each group is called: by its title or component, else by how its models' names begin."""
    wishes = []
    for number, group in enumerate(groups):
        labels = [form.label.split() for form in group.forms]
        alike = [w for w in labels[0] if all(w in label for label in labels)] if labels else []
        own = [model.value.rpartition("/")[2] for model in group.models]
        common = own[0] if len(own) == 1 else _beginning(own)
        words = [group.title and reviewed.task_for(group.title)]
        # One word that forms have in common says little.
        words += [" ".join(alike) if len(alike) > 1 else "", _family(group), common]
        words += [" ".join(alike)]
        words += [own[0], group.models[0].value]
        names = tuple(class_name((word,), spelling) for word in words if word)
        wishes.append(Wish(number, names, (not group.title,)))
    found, _ = granted(wishes, reserved.MODELS)
    return [found.get(number, ClassName(f"Model{number}")) for number in range(len(groups))]


def _family(group: ModelGroup) -> str:
    """The one component that the forms are written in, which stays when a model leaves."""
    schemas = (form.schema for form in group.forms)
    found = {component_of(schema) for schema in schemas if not component(schema.pointer)}
    return found.pop().removesuffix("-request") if len(found) == 1 else ""


def _beginning(names: Sequence[str]) -> str:
    """The words that all of several names begin with."""
    columns = zip(*(name.split("-") for name in names), strict=False)
    return "-".join(words[0] for words in takewhile(lambda words: len({*words}) == 1, columns))


def module_of(base: ClassName, group: ModelGroup) -> ModuleName:
    plain = group.title if class_name((group.title,)).lower() == base.lower() else base
    name = module_name(plain)
    return ModuleName(f"{name}_") if name in FIXED else name
