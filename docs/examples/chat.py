"""A chat in which the model calls your function, and a streamed answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers_ai import Cloudflare

if TYPE_CHECKING:
    from workers_ai.models.inputs import ChatMessage


def rain_today(city: str) -> str:
    """A stand-in for your own function."""
    return f"In {city} it rains from noon."


def main() -> None:
    messages: list[ChatMessage] = [
        {"role": "user", "content": "Do I need an umbrella in Lisbon today?"}
    ]
    with Cloudflare() as client:
        kimi = client.ai.model("@cf/moonshotai/kimi-k2.6")
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
        messages.append(answer.choices[0].message)  # it fits into messages as it is
        for call in answer.tool_calls:
            result = rain_today(str(call.arguments["city"]))
            messages.append({"role": "tool", "tool_call_id": call.id, "content": result})
        with kimi.stream(messages=messages) as stream:
            for chunk in stream:
                print(chunk.text, end="", flush=True)
    print()


if __name__ == "__main__":
    main()
