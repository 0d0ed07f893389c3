"""How far a schema is unfolded, and when it is refused."""

from __future__ import annotations

MOST_IN_CIRCLES = 300
"""Nodes after which what leads into a circle is not unfolded any more."""
MOST_UNFOLDED = 5_000
"""Nodes after which no component that is an object is."""
DEEPEST = 40
"""Schemas around one, after which no such component is: each takes ten calls of the stack."""
MAX_NODES = 20_000
MAX_DEPTH = 100
"""A schema larger or deeper than this is an expansion bomb (nested ``allOf``), not an API.

The largest of Cloudflare's 3,600 bodies has 4,065 nodes.
"""
