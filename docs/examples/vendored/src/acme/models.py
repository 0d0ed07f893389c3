"""Code of the project, which imports the client that it vendors."""

from __future__ import annotations

from .vendor.cloudflare_ai import Cloudflare


def print_models(word: str) -> None:
    with Cloudflare() as client:
        for model in client.ai.models(search=word, per_page=20):
            print(model.name)
