"""How git is called in folders that may mean harm."""

from __future__ import annotations

GIT = ("git", "-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit")
"""Neither a program that watches files is run, nor what a folder configures that is a repository
itself: a clone can bring such a folder. Options are honoured where a repository's own are not."""
