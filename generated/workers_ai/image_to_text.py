"""Image To Text."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ._runtime.binary import Octets
from ._runtime.models import UNSET, Params, Response, UnsetType


class ImageToTextResponse(Response):
    """What the model wrote about the image."""

    description: str | None = None
    """Description of the image, or the answer to the prompt."""


class ImageToTextParams(Params[ImageToTextResponse], raw="image"):
    """Describes an image in words or answers a question about it."""

    image: Octets
    """Bytes of the image file as 8-bit integers, one list item a byte."""
    prompt: str | UnsetType = UNSET
    """Question or instruction about the image. Left out, the model describes what it sees."""
    raw: bool | UnsetType = UNSET
    """Passes the prompt word for word, without the model's chat template. Server default: false."""
    max_tokens: int | UnsetType = UNSET
    """Most tokens to generate; a longer answer is cut off at this point. Server default: 512."""
    temperature: float | UnsetType = UNSET
    """Randomness of the text: low is predictable, high varied."""
    top_p: float | UnsetType = UNSET
    """Nucleus sampling: the likeliest tokens that add up to this probability."""
    top_k: float | UnsetType = UNSET
    """Draws each token from this many of the likeliest; fewer is more predictable."""
    seed: float | UnsetType = UNSET
    """Seed: the same repeats an answer if possible; left out, calls vary."""
    repetition_penalty: float | UnsetType = UNSET
    """Penalty for tokens that appeared: above 1 less likely, below 1 more likely."""
    frequency_penalty: float | UnsetType = UNSET
    """Penalty that grows with each repetition; negative values encourage it."""
    presence_penalty: float | UnsetType = UNSET
    """Penalty for any token seen before: favors new topics, below 0 the old ones."""
