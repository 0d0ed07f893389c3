"""Calls of models by name that type checkers refuse, at each line that is marked."""

import workers_ai as w


def bad(client: w.Cloudflare) -> None:
    kimi = client.ai.model("@cf/moonshotai/kimi-k2.6")
    kimi.run(messages=[], reasoning_effort="huge")  # E: enum
    kimi.run(messages=[], max_completion_token=5)  # E: misspelt
    kimi.run(prompt="x")  # E: wrong fields
    kimi.run(messages=[], temperature="hot")  # E: type
    _ = kimi.run(messages=[]).response  # E: attribute
    client.ai.model("@cf/baai/bge-reranker-base").run(text="x")  # E: wrong fields
    kimi.run(messages=[{"role": "wizard", "content": "x"}])  # E: role
    said = kimi.run(messages=[]).choices[0].message
    kimi.run(messages=[{"role": "assistant", "audio": said}])  # E: a message is no recording
    kimi.batch([])  # E: cannot be queued
    client.ai.model("@cf/black-forest-labs/flux-1-schnell").stream(prompt="x")  # E: no stream
    client.ai.model("@cf/deepgram/flux").run()  # E: WebSocket
    translation = client.ai.model("@cf/meta/m2m100-1.2b")
    translation.batch([{"text": "x", "target_lang": "fr", "external_reference": 1}])  # E: type
    translation.batch([{"text": "x", "target_lang": "fr", "external_referenz": "a"}])  # E: key
    translation.run(text="x", target_lang="fr", external_reference="a")  # E: no batch
