"""What models answer."""

# fmt: off
# isort: skip_file
# ruff: noqa
