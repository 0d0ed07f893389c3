"""A chat in which the model calls a function of yours, and whose last answer is streamed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workers_ai import Cloudflare

if TYPE_CHECKING:
    from workers_ai.models.inputs import ChatMessage

MODEL = "@cf/moonshotai/kimi-k2.6"


def rain_today(city: str) -> str:
    """A stand-in for your own function."""
    return f"In {city} it rains from noon."


def main() -> None:
    messages: list[ChatMessage] = [
        {"role": "user", "content": "Do I need an umbrella in Lisbon today?"}
    ]
    with Cloudflare() as client:
        kimi = client.ai.model(MODEL)
        answer = kimi.run(
            messages=messages,
            tools=[
                {
                    "type": "function",
                    "function": {
                        "name": "rain_today",
                        "description": "Whether it rains in a city today",
                        "parameters": {
                            "type": "object",
                            "properties": {"city": {"type": "string"}},
                            "required": ["city"],
                        },
                    },
                }
            ],
        )
        message = answer.choices[0].message
        messages.append(message)  # an answer is a message, too
        for call in message.tool_calls or ():
            if call.type == "function":
                arguments = json.loads(call.function.arguments)
                result = rain_today(**arguments)
                messages.append({"role": "tool", "tool_call_id": call.id, "content": result})
        with kimi.stream(messages=messages) as stream:
            for chunk in stream:
                for choice in chunk.choices:
                    print(choice.delta.content or "", end="", flush=True)
    print()


if __name__ == "__main__":
    main()
