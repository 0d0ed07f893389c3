"""The committed client, made to call a server on loopback."""

from __future__ import annotations

from typing import Any

import workers_ai as w

from tests.support.loopback import Loopback

OPTIONS: Any = {"api_token": "token", "account_id": "abc", "max_retries": 0}


def client_of(server: Loopback, **options: Any) -> w.Cloudflare:
    return w.Cloudflare(base_url=server.url, **OPTIONS, **options)
