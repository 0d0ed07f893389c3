"""Where the templates and the pinned document are, in a wheel and in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def templates_directory() -> Path:
    """The folder that mirrors the emitted package."""
    return _data("templates")


def spec_directory() -> Path:
    """The folder with the pinned document, its reviewed names and its overlays."""
    return _data("spec")


def configuration_file() -> Path:
    """The configuration of flaregen's own client."""
    return _data("flaregen.toml")


def _data(name: str) -> Path:
    """A wheel carries it under ``data``; an editable install reads the checkout's own."""
    packaged = _PACKAGE / "data" / name
    return packaged if packaged.exists() else _CHECKOUT / name
