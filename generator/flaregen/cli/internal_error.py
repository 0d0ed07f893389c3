"""An exception that nobody expected, as an error that can be reported."""

from __future__ import annotations

import platform
import traceback

from flaregen import __version__
from flaregen.diagnostic import Diagnostic, DiagnosticError

_MOST_FRAMES = 8


def internal_error(error: Exception) -> DiagnosticError:
    """Say what went wrong, and where: the innermost frames, without their source lines."""
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    places = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in reversed(frames)]
    versions = f"flaregen {__version__}, Python {platform.python_version()}, {platform.system()}"
    report = "this is a fault of flaregen: report it with the command, the document if you may,"
    advice = "\n".join([f"{report} and these lines", versions, *places])
    said = " ".join(str(error).split())[:500]
    return DiagnosticError(
        [Diagnostic("internal-error", f"{type(error).__name__}: {said}", advice)]
    )
