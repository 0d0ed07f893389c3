"""Whether a run has put files in their places: what may be said when it is interrupted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Completion:
    """Of this process: ``changed`` from the moment that there is no way back."""

    changed: bool = False


this_run = Completion()
