"""Which credentials a client sends: whole ones, and one kind at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from .errors import CloudflareError

# Beyond visible ASCII, space and tab, HTTP allows nothing that a header should hold.
_UNSENDABLE = re.compile(r"[^\t\x20-\x7e]")
_ENVIRONMENT = {
    "api_token": "CLOUDFLARE_API_TOKEN",
    "api_email": "CLOUDFLARE_EMAIL",
    "api_key": "CLOUDFLARE_API_KEY",
    "user_service_key": "CLOUDFLARE_API_USER_SERVICE_KEY",
}
AUTH_HEADERS = ("authorization", "x-auth-key", "x-auth-user-service-key")


class Credentials(NamedTuple):
    api_token: str | None = None
    api_email: str | None = None
    api_key: str | None = None
    user_service_key: str | None = None

    def __repr__(self) -> str:
        held = [name for name, value in zip(self._fields, self, strict=True) if value]
        return f"Credentials({', '.join(f'{name}=***' for name in held)})"

    def headers(self) -> dict[str, str]:
        """The headers of the strongest kind that is complete; none, when none is."""
        if self.api_token:
            return {"Authorization": f"Bearer {self.api_token}"}
        if self.api_email and self.api_key:
            return {"X-Auth-Email": self.api_email, "X-Auth-Key": self.api_key}
        if self.user_service_key:
            return {"X-Auth-User-Service-Key": self.user_service_key}
        return {}

    def secrets(self) -> tuple[str, ...]:
        """What must never be shown."""
        return tuple(filter(None, (self.api_token, self.api_key, self.user_service_key)))


def resolve_credentials(
    arguments: Mapping[str, str | None], environment: Mapping[str, str]
) -> Credentials:
    """Credentials from arguments, and from the environment only where there are none.

    The environment may complete an explicit key or email, and nothing more.
    Raises ValueError for an empty or unsendable argument, CloudflareError for
    an email without a key or a key without an email.
    """
    given = {name: value for name, value in arguments.items() if value is not None}
    for name, value in given.items():
        if not value.strip():
            raise ValueError(f"Expected a non-empty value for `{name}` but received {value!r}")
        check_header(name, value)
    stored: dict[str, str] = {
        name: value
        for name, variable in _ENVIRONMENT.items()
        if (value := environment.get(variable, "").strip())
    }
    if not given:
        for name, value in stored.items():
            check_header(_ENVIRONMENT[name], value)
        return Credentials(**stored)
    if {"api_email", "api_key"} & given.keys():
        given = {name: stored[name] for name in ("api_email", "api_key") if name in stored} | given
    credentials = Credentials(**given)
    if not credentials.headers():
        missing = "api_key" if credentials.api_email else "api_email"
        raise CloudflareError(
            f"`api_email` and `api_key` go together, and `{missing}` is missing: "
            f"pass it or set {_ENVIRONMENT[missing]}"
        )
    return credentials


def check_header(name: str, value: str) -> None:
    """Raises ValueError for a value that HTTP cannot carry; the value is not repeated."""
    if _UNSENDABLE.search(value):
        raise ValueError(f"`{name}` holds a line break or another character that no header can")
