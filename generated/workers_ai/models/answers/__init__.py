"""What models answer."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa
