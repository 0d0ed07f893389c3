"""What operations of `client.ai.authors` take and give."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import Any, TypeAlias


AIAuthorsListResponse: TypeAlias = list[dict[str, Any]]
