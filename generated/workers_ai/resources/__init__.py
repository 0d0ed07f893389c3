"""Operations, by resource."""

# fmt: off
# isort: skip_file
# ruff: noqa
