"""The part of the client that is the same for every document."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

# The package that this one was copied into.
PACKAGE = __name__.rpartition(".")[0]
