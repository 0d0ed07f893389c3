"""The first stage: from the name of a document to a Document.

The work is done in ``sources`` (fetch, decompress), ``json_reader`` and ``yaml_reader``
(parse strictly); here is what every document must be before anybody looks into it.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import replace

from flaregen.diagnostic import Diagnostic, DiagnosticError, Problem
from flaregen.document import JSON, Document, OpenAPIVersion, Source
from flaregen.pointer import Pointer
from flaregen.reading.access import NONE, Access
from flaregen.reading.json_reader import read_json
from flaregen.reading.limits import MOST_NODES, MOST_NODES_OF_YAML, value_estimate
from flaregen.reading.positions import position_at
from flaregen.reading.sources import make_source, read_source

__all__ = ["load", "make_source", "parse", "parse_tree", "read_source"]

_VERSIONS: dict[str, OpenAPIVersion] = {"3.0": "3.0", "3.1": "3.1", "3.2": "3.2"}


def load(name: str, access: Access = NONE) -> Document:
    """Read and parse the document with this name. Raises DiagnosticError."""
    return parse(read_source(name, access=access))


def load_to_compare(
    name: str, access: Access = NONE, other: Document | None = None
) -> tuple[Document, list[Diagnostic]]:
    """Load, but take the last of two equal keys in an object, with a warning.

    Most parsers read such documents so, and so do the services that publish them. The values of
    ``other``, of which the warnings are known, are taken where it has the same content.
    """
    source = read_source(name, access=access)
    if other and (source.syntax, source.content) == (other.source.syntax, other.source.content):
        return replace(other, source=source), []
    try:
        return parse(source), []
    except DiagnosticError as error:
        repeated = [
            diagnostic for diagnostic in error.diagnostics if diagnostic.code == "duplicate-key"
        ]
        if len(repeated) < len(error.diagnostics):
            raise
    found = [replace(diagnostic, severity="warning") for diagnostic in repeated]
    return parse(source, repeated_keys=True), found


def parse(source: Source, *, repeated_keys: bool = False) -> Document:
    """Parse an OpenAPI document. Raises DiagnosticError.

    With ``repeated_keys`` the last one of equal keys counts. Only what every later stage relies
    on is checked: the root is an object, and it claims a version of OpenAPI that we read.
    """
    root = parse_tree(source, repeated_keys=repeated_keys)
    if not isinstance(root, dict):
        raise DiagnosticError([_not_an_object(source, root).at(source, pointer=Pointer())])
    claim = root.get("openapi")
    minor = re.fullmatch(r"(\d+\.\d+)(\..*)?", claim) if isinstance(claim, str) else None
    if minor is None or minor[1] not in _VERSIONS:
        key = next((key for key in ("openapi", "swagger") if key in root), None)
        pointer = Pointer((key,)) if key else Pointer()
        raise DiagnosticError([_version_problem(root).at(source, pointer=pointer)])
    return Document(source=source, root=root, version=_VERSIONS[minor[1]])


def parse_tree(source: Source, *, repeated_keys: bool = False) -> JSON:
    """Parse any JSON or YAML, an overlay for example. Raises DiagnosticError."""
    text = _decode(source)
    if not text.strip():
        empty = Problem("empty-document", "The document is empty.", "did its download fail?")
        raise DiagnosticError([empty.at(source)])
    most = MOST_NODES if source.syntax == "json" else MOST_NODES_OF_YAML
    # A value takes two bytes, its mark included.
    if len(source.content) > 2 * most and value_estimate(source.content, source.syntax) > most:
        message = f"The document has more than {most:,} values."
        advice = "cut it down to the operations that you need"
        raise DiagnosticError([Problem("too-large", message, advice).at(source)])
    if source.syntax == "json":
        return read_json(source, text, repeated_keys=repeated_keys)
    from flaregen.reading.yaml_reader import read_yaml

    return read_yaml(source, text, repeated_keys=repeated_keys)


def _decode(source: Source) -> str:
    content = source.content.removeprefix(BOM_UTF8)
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in content[:2]:
        message = "The text is in UTF-16 or UTF-32; a document is in UTF-8."
        advice = "convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW"
        raise DiagnosticError([Problem("not-utf-8", message, advice).at(source)])
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        offset = len(content[: error.start].decode())
        message = f"The byte 0x{content[error.start]:02x} is not valid UTF-8."
        problem = Problem("not-utf-8", message, "is it text? then save it as UTF-8")
        raise DiagnosticError([problem.at(source, position=position_at(source, offset))]) from None


def _not_an_object(source: Source, root: JSON) -> Problem:
    if source.syntax == "yaml" and _SECOND_DOCUMENT.match(source.content):
        message = "The file holds several YAML documents."
        return Problem("not-openapi", message, "keep the one that starts with openapi:")
    kinds = {list: "an array", str: "a text", bool: "a boolean", type(None): "null"}
    message = f"An OpenAPI document is an object, and this is {kinds.get(type(root), 'a number')}."
    return Problem("not-openapi", message, _HELP_FOR_OPENAPI)


_SECOND_DOCUMENT = re.compile(rb"(?:(?:[#% \t\r].*)?\n)*+\S(?s:.*)^---\s", re.MULTILINE)
"""Comments and directives go before a document, and its first mark need not be there."""
_HELP_FOR_OPENAPI = "it must start with openapi: 3.0.x, 3.1.x or 3.2.x; is it the right file?"


def _version_problem(root: dict[str, JSON]) -> Problem:
    claim = root.get("openapi")
    if "swagger" in root and claim is None:
        message = f"This is Swagger {root['swagger']}; flaregen reads OpenAPI 3.0, 3.1 and 3.2."
        advice = "convert it: npx swagger2openapi FILE -o NEW"
        return Problem("swagger", message, advice)
    if claim is None:
        message = "This is not an OpenAPI document: the key openapi is missing."
        return Problem("not-openapi", message, _HELP_FOR_OPENAPI)
    if not isinstance(claim, str):
        message = "The version of OpenAPI must be a string, such as '3.1.0'."
        return Problem("not-openapi", message, 'write it in full, and in quotes: "3.1.0"')
    message = f"This is OpenAPI {claim}; flaregen reads 3.0, 3.1 and 3.2."
    if not claim.startswith("3."):
        return Problem("openapi-version", message, _HELP_FOR_OPENAPI)
    advice = "a document that uses nothing newer may say 3.2.0"
    return Problem("openapi-version", message, advice)
