"""What flaregen ships of Workers AI: the document, its overlays and names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from flaregen import resources
from flaregen.diagnostic import DiagnosticError
from flaregen.document import Document
from flaregen.openapi.endpoints import endpoints
from flaregen.reading.load import load, make_source, parse
from flaregen.selecting.refinements import instances
from flaregen.upstream.slicing import cut


def operations() -> list[str]:
    """The operations of the document that ships, without the paths of single models."""
    found = list(endpoints(load(str(resources.spec_directory() / "openapi.json"))))
    paths = tuple(endpoint.path for endpoint in found)
    of_models = {path for one in paths for path, _ in instances(one, paths, slashes=True)}
    return [
        endpoint.operation_id or str(endpoint)
        for endpoint in found
        if endpoint.path not in of_models
    ]


def overlays() -> list[str]:
    return [name for name in spec_files() if "/overlays/" in name]


def overlays_for(patterns: Sequence[str]) -> list[str]:
    """The overlays whose actions all match what a pull would keep for these operations."""
    place = str(resources.spec_directory() / "openapi.json")
    try:
        kept = parse(make_source(place, cut(load(place), patterns)))
    except DiagnosticError:  # operations of something else
        return []
    return [name for name in overlays() if _matches(name, kept)]


def _matches(name: str, document: Document) -> bool:
    # Imported late: setting up an empty folder does without JSONPath.
    from flaregen.overlays.overlay import apply

    try:
        apply(document, [resources.spec_directory() / PurePosixPath(name).relative_to("spec")])
    except DiagnosticError:
        return False
    return True


def spec_files() -> dict[str, bytes]:
    """The pin and what belongs to it, as flaregen ships them, to become the project's own."""
    shipped = resources.spec_directory()
    paths = [shipped / "openapi.json", shipped / "names.toml"]
    paths += [*shipped.glob("models.json"), *shipped.glob("overlays/*.yaml")]
    return {
        f"spec/{path.relative_to(shipped).as_posix()}": path.read_bytes() for path in sorted(paths)
    }
