"""Models by name."""

# fmt: off
# isort: skip_file
# ruff: noqa
