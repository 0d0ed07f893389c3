"""A measurement as a row of the report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Ours beside a peer. The target is a ratio to the peer, or a limit of its own."""

    what: str
    ours: float
    peer: float | None
    ratio: float | None
    peer_name: str = ""
    limit: float | None = None

    @property
    def target(self) -> str:
        if self.ratio is not None:
            return f"at most {self.ratio:.3g} times"
        return f"at most {_shown(self.limit)}" if self.limit is not None else ""

    @property
    def reached(self) -> str:
        if self.ratio is not None and self.peer is not None:
            return "yes" if self.ours <= self.ratio * self.peer else "no"
        if self.limit is not None:
            return "yes" if self.ours <= self.limit else "no"
        return ""

    def markdown(self) -> str:
        peer = f"{_shown(self.peer)} ({self.peer_name})" if self.peer is not None else ""
        ratio = f"{self.ours / self.peer:.2f}" if self.peer else ""
        cells = (self.what, _shown(self.ours), peer, ratio, self.target, self.reached)
        return f"| {' | '.join(cells)} |"


def _shown(value: float) -> str:
    """Three digits, and all of those of a larger whole number."""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"


HEAD = "| work | Flaregen | beside | ratio | to reach | reached |\n|---|---|---|---|---|---|"
