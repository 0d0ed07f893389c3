"""Keywords of calls, for type checkers alone."""

# fmt: off
# isort: skip_file
# ruff: noqa
