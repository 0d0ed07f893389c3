"""Several images at once, each saved when it arrives."""

from __future__ import annotations

import asyncio

from workers_ai import AsyncCloudflare

PROMPTS = {
    "lighthouse": "A lighthouse at dusk, watercolour",
    "harbour": "A harbour in the morning, watercolour",
}
SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}


async def draw(client: AsyncCloudflare, name: str, prompt: str) -> None:
    flux = client.ai.model("@cf/black-forest-labs/flux-1-schnell")
    image = await flux.run(prompt=prompt, steps=6)
    path = f"{name}{SUFFIXES.get(image.media_type, '.bin')}"
    image.save(path)
    print(path)


async def main() -> None:
    async with AsyncCloudflare() as client:
        await asyncio.gather(*(draw(client, *item) for item in PROMPTS.items()))


if __name__ == "__main__":
    asyncio.run(main())
