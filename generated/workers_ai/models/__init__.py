"""Models by name."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa
