"""A Python name for everything, from content."""
