"""Keywords of calls. Type checkers alone load it."""

from __future__ import annotations

from .._runtime.options import RequestOptions
