"""Types of what callers give, as source: classes of requests, and TypedDicts in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flaregen.emitting.modeling import ModelCode
from flaregen.names.annotations import annotation
from flaregen.names.identifiers import ClassName, ModuleName
from flaregen.names.keywords import body_of, has_keywords, keywords_class
from flaregen.names.named import NamedClass, NamedOperation
from flaregen.names.types import (
    AnyObjectType,
    ClassType,
    ListType,
    LiteralType,
    MapType,
    ScalarType,
    Type,
    UnionType,
)

MOMENT = "Moment"
"""What the runtime calls a day or a moment."""
FOLDER = "keywords"
"""Where the TypedDicts are, in modules of the names of resources, or of what has the classes."""


def keywords_module(operation: NamedOperation) -> ModuleName:
    """The module of the keywords of all operations of a resource of the client."""
    name = operation.resource.partition(".")[0]
    # Those of components are in a folder of this name.
    return ModuleName(f"{FOLDER}.{name}_" if name == "components" else f"{FOLDER}.{name}")


@dataclass(frozen=True, slots=True)
class SentTypes:
    """The ``classes`` that checkers know, by name, and the ``dicts`` in the place of each.

    ``lists`` are the aliases of long lists, by their text; ``modules`` those of dicts, by those
    of classes, where another one has them than that of the same name.
    """

    classes: Mapping[str, NamedClass]
    dicts: Mapping[str, str]
    lists: Mapping[str, ClassName]
    modules: Mapping[ModuleName, ModuleName]

    def module(self, cls: NamedClass) -> ModuleName:
        """Where the dict in place of a class is."""
        return self.modules.get(cls.module, ModuleName(f"{FOLDER}.{cls.module}"))

    def text(self, *types: Type) -> str:
        """The union of the types, the values of all its literals in one."""
        members = [member for type_ in types for member in self._members(type_)]
        values = [member for member in members if isinstance(member, LiteralType)]
        texts = [one for one in dict.fromkeys(members) if isinstance(one, str) and one != "None"]
        texts += [self._listed(_merged(values))] if values else []
        return " | ".join([*texts, *(["None"] if "None" in members else [])])

    def _members(self, type_: Type) -> Iterator[str | LiteralType]:
        match type_:
            case UnionType(members):
                for member in members:
                    yield from self._members(member)
            case ClassType(name):
                yield name
                yield from (self.dicts[name], "Response") if name in self.dicts else ("AnyObject",)
            case AnyObjectType():
                return  # each class says what may be in its place
            case ListType(items):
                yield f"Sequence[{self.text(items)}]"
            case MapType(values):
                yield f"Mapping[str, {self.text(values)}]"
            case LiteralType():
                yield type_
            case ScalarType(is_moment=True):
                yield MOMENT
            case _:
                yield annotation(type_, "request")

    def _listed(self, values: LiteralType) -> str:
        text = annotation(values, "request")
        return self.lists.get(text, text)


def _merged(values: Sequence[LiteralType]) -> LiteralType:
    # By their text: 1 and True are equal, and say different things.
    return LiteralType(tuple({repr(one): one for value in values for one in value.values}.values()))


def sent_types(operations: Sequence[NamedOperation], models: Sequence[ModelCode]) -> SentTypes:
    """Those of all operations whose bodies checkers know."""
    classes: dict[str, NamedClass] = {
        cls.name: cls
        for operation in operations
        if has_keywords(operation) or body_of(operation) is not None
        for task in operation.tasks
        # What is nested may refer to the class of the body.
        for cls in (*task.nested, *(variant.cls for variant in task.variants))
        if cls.direction == "request"
    }
    taken = {str(keywords_class(one)) for one in operations} | classes.keys()
    sent = (model for model in models if model.direction == "request")
    lists = {values: alias for model_code in sent for values, alias in model_code.lists.items()}
    modules = {task.module: keywords_module(one) for one in operations for task in one.tasks}
    return SentTypes(classes, dict(_dicts(classes, taken)), lists, modules)


def _dicts(classes: Mapping[str, NamedClass], taken: set[str]) -> Iterator[tuple[str, str]]:
    """Members that a document describes without a name, no TypedDict can say."""
    for name, cls in classes.items():
        found = ClassName(f"{name}Dict")
        while found in taken:
            found = ClassName(f"{found}_")
        if cls.kind == "request" and not cls.schema.is_open:
            yield name, found
