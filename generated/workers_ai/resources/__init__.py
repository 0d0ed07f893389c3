# fmt: off
# isort: skip_file
# ruff: noqa
"""Operations, by the first word of their path."""
