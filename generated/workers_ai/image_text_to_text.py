"""Image Text To Text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import UNSET, UnsetType

from ._runtime.binary import Base64
from ._runtime.models import Model, Params, Response


@dataclass(frozen=True, kw_only=True)
class ImageTextToTextResponse(Response):
    """What the model wrote about the image."""

    description: str | None = None
    """Answer to the prompt or to the last message."""


@dataclass(frozen=True, kw_only=True)
class ImageTextToTextMessageContentImageUrl(Model):
    """Image of a part of type image_url."""

    url: str
    """Data URL that holds the image as base64, such as data:image/png;base64,iVBORw0K..."""


@dataclass(frozen=True, kw_only=True)
class ImageTextToTextPromptParams(Params[ImageTextToTextResponse]):
    """Answers a single prompt about an image."""

    image: Base64
    """Image file that the prompt is about, as base64."""
    prompt: str
    """Question or instruction about the image. At least 1 character."""
    ignore_eos: bool | UnsetType = UNSET
    """Keeps generating past the token with which the model would end its answer, up to
    max_tokens."""
    max_tokens: int | UnsetType = UNSET
    """Most tokens to generate; a longer answer is cut off at this point. Server default: 512."""
    temperature: float | UnsetType = UNSET
    """Randomness in the choice of each token: low values give predictable text, high values varied
    text."""
    top_p: float | UnsetType = UNSET
    """Nucleus sampling: each token is drawn from the most likely ones whose probabilities add up to
    this share."""
    top_k: float | UnsetType = UNSET
    """Each token is drawn from this many of the most likely ones; fewer make the text more
    predictable."""
    seed: float | UnsetType = UNSET
    """Starting point of the random numbers. The same seed with the same input repeats an answer as
    far as the model allows; left out, each call differs."""
    repetition_penalty: float | UnsetType = UNSET
    """Penalty for tokens that have already appeared: above 1 they become less likely, below 1 more
    likely."""
    frequency_penalty: float | UnsetType = UNSET
    """Penalty that grows each time a token is repeated; negative values encourage repetition."""
    presence_penalty: float | UnsetType = UNSET
    """Penalty for every token that has appeared at all, however often; it pushes the text toward
    new topics, and negative values keep it on the old ones."""


@dataclass(frozen=True, kw_only=True)
class ImageTextToTextMessageContent(Model):
    """One part of a message: some text or an image."""

    type: str
    """Kind of part: text or image_url."""
    text: str | UnsetType = UNSET
    """Words of a part of type text."""
    image_url: ImageTextToTextMessageContentImageUrl | UnsetType = UNSET
    """Image of a part of type image_url."""


@dataclass(frozen=True, kw_only=True)
class ImageTextToTextMessage(Model):
    """One message of the conversation."""

    role: str
    """Who speaks: system, user, assistant or tool."""
    content: str | Sequence[ImageTextToTextMessageContent]
    """What is said, as one text or as a list of parts."""


@dataclass(frozen=True, kw_only=True)
class ImageTextToTextMessagesParams(Params[ImageTextToTextResponse]):
    """Continues a conversation about an image."""

    image: Base64
    """Image file that the conversation is about, as base64."""
    messages: Sequence[ImageTextToTextMessage]
    """The conversation so far, oldest message first."""
    ignore_eos: bool | UnsetType = UNSET
    """Keeps generating past the token with which the model would end its answer, up to
    max_tokens."""
    max_tokens: int | UnsetType = UNSET
    """Most tokens to generate; a longer answer is cut off at this point. Server default: 512."""
    temperature: float | UnsetType = UNSET
    """Randomness in the choice of each token: low values give predictable text, high values varied
    text."""
    top_p: float | UnsetType = UNSET
    """Nucleus sampling: each token is drawn from the most likely ones whose probabilities add up to
    this share."""
    top_k: float | UnsetType = UNSET
    """Each token is drawn from this many of the most likely ones; fewer make the text more
    predictable."""
    seed: float | UnsetType = UNSET
    """Starting point of the random numbers. The same seed with the same input repeats an answer as
    far as the model allows; left out, each call differs."""
    repetition_penalty: float | UnsetType = UNSET
    """Penalty for tokens that have already appeared: above 1 they become less likely, below 1 more
    likely."""
    frequency_penalty: float | UnsetType = UNSET
    """Penalty that grows each time a token is repeated; negative values encourage repetition."""
    presence_penalty: float | UnsetType = UNSET
    """Penalty for every token that has appeared at all, however often; it pushes the text toward
    new topics, and negative values keep it on the old ones."""
