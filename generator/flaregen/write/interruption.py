"""Ctrl-C in the middle of a write: it waits until the files are whole and cleared up behind."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType
from typing import Self


class Deferral:
    """A block whose interruption comes at its end.

    A write takes a fraction of a second. Who presses Ctrl-C twice is not made to wait:
    then what was begun is undone, as after any error. Threads but the main one are
    never interrupted, so that there it does nothing.
    """

    def __init__(self) -> None:
        self._usual: signal._HANDLER = None
        self._arrived: FrameType | None = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            usual = signal.getsignal(signal.SIGINT)
            if callable(usual):
                self._usual = usual
                signal.signal(signal.SIGINT, self._note)
        return self

    def _note(self, _number: int, frame: FrameType | None) -> None:
        again = self._arrived is not None
        self._arrived = frame
        if again:
            self.happen()

    def happen(self) -> None:
        """Let an interruption that has arrived have its way, which is to raise."""
        if self._arrived is not None and callable(self._usual):
            frame, self._arrived = self._arrived, None
            self._usual(signal.SIGINT, frame)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if callable(self._usual):
            signal.signal(signal.SIGINT, self._usual)
            self.happen()
