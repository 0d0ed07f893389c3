"""What a run has come to: for its exit status, and the message when it is interrupted."""

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
    exceptions: then it is raised at the end of the step. ``unprinted`` is why standard output
    took no more.
    """

    changed: bool = False
    interrupted: bool = False
    unprinted: OSError | None = None

    def begin(self) -> None:
        """Forget what was before: tests have several runs in a process."""
        self.changed = self.interrupted = False
        self.unprinted = None

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
