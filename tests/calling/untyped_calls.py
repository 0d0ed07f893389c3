"""Calls that a type checker refuses, each for the reason given. Never run."""

from __future__ import annotations

import workers_ai
from workers_ai import (
    Cloudflare,
    TextGenerationMessagesParams,
    TextToImageParams,
    TranslationParams,
)

client = Cloudflare()
TranslationParams(text="x")  # E: no target_lang
TranslationParams("x", "fr")  # E: keywords only
TextToImageParams(prompt="x", num_steps="8")  # E: not a number
client.ai.stream("m", TranslationParams(text="x", target_lang="fr"))  # E: cannot stream
TextGenerationMessagesParams(messages=["x"])  # E: no message
params = TranslationParams(text="x", target_lang="fr")
TextGenerationMessagesParams(messages=[params])  # E: neither a dict nor of an answer
missing = client.ai.run("m", params).nothing  # E: no such member
params.text = "y"  # E: frozen
create, transform = client.ai.finetunes.create, client.ai.to_markdown.transform
create(name="x")  # E: no model
create(name="x", model="m", publik=True)  # E: misspelt
create(name=1, model="m")  # E: not a text
create(name="x", model="m", timeout="5")  # E: not a number
create(params)  # E: params of another operation
transform(files=b"x")  # E: not a list
transform(files=[b"x"], conversion_options={"hmtl": {}})  # E: no such member
transform(files=[b"x"], conversion_options={"output": {"format": "pdf"}})  # E: enum
absent = workers_ai.NoSuchThing  # E: no such name
