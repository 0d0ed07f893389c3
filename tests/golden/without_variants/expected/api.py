"""What operations of `client.api` take and give."""

from typing import TypeAlias


ApiGetResponse: TypeAlias = str
