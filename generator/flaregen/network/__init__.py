"""Fetching within limits: addresses, attempts, unpacking."""
