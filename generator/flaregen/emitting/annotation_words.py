"""The names that annotations refer to, and the imports that these need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from flaregen.emitting import importing
from flaregen.emitting.model_package import TypedDictText

_TYPING = ("Any", "Literal", "NotRequired", "Required", "TypedDict", "Unpack")
_ABSTRACT = ("Mapping", "Sequence")
RUNTIME_TYPES = frozenset(
    {"AnyObject", "Base64", "DataURL", "File", "FilePart", "Moment", "Octets", "Response"}
)
"""What the types of a document may be in the runtime."""
_RUNTIME = RUNTIME_TYPES | {"Query", "RequestOptions"}
_NAME = re.compile(r"[A-Za-z_]\w*")
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')


def words(annotations: Iterable[str]) -> Iterator[str]:
    """The names in annotations. Texts inside of a Literal do not count."""
    for text in annotations:
        yield from _NAME.findall(_LITERAL.sub("", text))


def imports_of(used: set[str], typing: set[str], dots: str) -> dict[str, set[str]]:
    """Names by module; ``dots`` lead from the module to the package."""
    imports = {"typing": typing | used.intersection(_TYPING)}
    if abstract := used.intersection(_ABSTRACT):
        imports["collections.abc"] = set(abstract)
    return imports | importing.of_runtime(used.intersection(_RUNTIME), dots)


def words_of_dicts(dicts: Sequence[TypedDictText], others: Iterable[str] = ()) -> set[str]:
    """The names that TypedDicts, and other annotations, refer to."""
    texts = [text.partition(": ")[2] for one in dicts for text, _ in one.keys]
    texts += [*(one.bases for one in dicts), *others]
    # Annotations in a TypedDict of the functional kind are texts.
    return {*words(texts), *(name for one in dicts for name in _NAME.findall(one.items))}
