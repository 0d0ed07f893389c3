"""Image To Text."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import UNSET, UnsetType

from ._runtime.binary import Octets
from ._runtime.models import Params, Response


@dataclass(frozen=True, kw_only=True)
class ImageToTextResponse(Response):
    """What the model wrote about the image."""

    description: str | None = None
    """Description of the image, or the answer to the prompt."""


@dataclass(frozen=True, kw_only=True)
class ImageToTextParams(Params[ImageToTextResponse], raw="image"):
    """Describes an image in words or answers a question about it."""

    image: Octets
    """Bytes of the image file as 8-bit integers, one list item a byte."""
    prompt: str | UnsetType = UNSET
    """Question about the image, or an instruction what to write. Left out, the model describes what
    it sees."""
    raw: bool | UnsetType = UNSET
    """Passes the prompt to the model word for word, without the model's chat template around it.
    Server default: false."""
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
