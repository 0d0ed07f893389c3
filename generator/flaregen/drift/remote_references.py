"""References to other documents that are not followed: only their text is compared."""

from __future__ import annotations

from collections.abc import Iterator

from flaregen.diagnostic import Diagnostic
from flaregen.document import JSON, Document, JSONObject
from flaregen.openapi.anatomy import walk, whole
from flaregen.openapi.references import reference_of, references
from flaregen.pointer import Pointer


def unfollowed_references(document: Document, selection: Document) -> Diagnostic | None:
    """A warning with how many references lead to other documents; None where none do.

    ``selection`` is what is compared of the document, which may be all of it.
    """
    if all(map(_is_local, references(document.root))):
        return None
    parts = walk(whole(selection.root))
    outgoing = (part.pointer.child("$ref") for part in parts if _leads_out(part.node))
    found = dict.fromkeys((*outgoing, *_path_items(document.root)))
    if not found:
        return None
    count = len(found)
    many = f"{count:,} references lead to other documents, and only their text is compared"
    one = "a reference leads to another document, and only its text is compared"
    return Diagnostic(
        code="drift-remote-references",
        message=many if count > 1 else one,
        help="compare those documents, too, with --allow-remote-refs",
        severity="warning",
        source=document.source,
        pointer=next(iter(found)),
    )


def _path_items(root: JSONObject) -> Iterator[Pointer]:
    """Path items that are references; no selection has them, as their operations are unknown."""
    paths = root.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        if _leads_out(item):
            yield Pointer(("paths", path, "$ref"))


def _leads_out(node: JSON) -> bool:
    reference = reference_of(node)
    return reference is not None and not _is_local(reference)


def _is_local(reference: str) -> bool:
    return reference.startswith("#")
