"""Operations, by the first word of their path."""

# fmt: off
# isort: skip_file
# ruff: noqa
