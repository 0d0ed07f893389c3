"""Schema drift: what changed between two documents, and what it breaks."""
