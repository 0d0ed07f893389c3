"""Verdicts, versions, changelogs, and the formats in which changes are written."""
