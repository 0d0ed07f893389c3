"""Whether a run has changed files, for the message when it is interrupted."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs


@dataclass(slots=True)
class Completion:
    """Of this process: ``changed`` from the moment that there is no way back.

    ``interrupted`` when Ctrl-C came inside of a callback of compiled code, where Python drops
    exceptions: then it is raised at the end of the step.
    """

    changed: bool = False
    interrupted: bool = False

    def raise_dropped(self) -> None:
        """Raise KeyboardInterrupt where one was dropped."""
        if self.interrupted:
            self.interrupted = False
            raise KeyboardInterrupt

    def remember_interrupt(self, dropped: UnraisableHookArgs) -> None:
        """Remember an interruption; anything else is reported as usual."""
        if issubclass(dropped.exc_type, KeyboardInterrupt):
            self.interrupted = True
        else:
            sys.__unraisablehook__(dropped)


this_run = Completion()
