"""Text To Image."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from ._runtime.binary import Base64, BinaryResponse, Octets
from ._runtime.models import UNSET, Params, UnsetType


class TextToImageResponse(BinaryResponse, base64="image"):
    """The image, as a file or inside JSON depending on the model."""


class TextToImageParams(Params[TextToImageResponse]):
    """Draws an image from a description in words, optionally starting from another image."""

    prompt: str
    """What the image should show, in words. At least 1 character."""
    negative_prompt: str | UnsetType = UNSET
    """What should be kept out of the image, in words."""
    height: int | UnsetType = UNSET
    """Height of the image in pixels; left out, the model uses its own size. From 256 to 2048."""
    width: int | UnsetType = UNSET
    """Width of the image in pixels; left out, the model uses its own size. From 256 to 2048."""
    image: Octets | UnsetType = UNSET
    """Bytes of an image to start from, not noise, as 8-bit integers; for img2img and inpainting."""
    image_b64: Base64 | UnsetType = UNSET
    """File of the image to start from, as base64. Give either this or image, not both."""
    mask: Octets | UnsetType = UNSET
    """Bytes of a mask as 8-bit integers: the area of the image that an inpainting model redraws."""
    num_steps: int | UnsetType = UNSET
    """Diffusion steps; more of them take longer and add detail. At most 20. Server default: 20."""
    strength: float | UnsetType = UNSET
    """How far to leave the starting image, if any: 0 keeps it, 1 ignores it. Server default: 1."""
    guidance: float | UnsetType = UNSET
    """How closely to follow the prompt; low values leave the model freedom. Server default: 7.5."""
    seed: int | UnsetType = UNSET
    """Seed: the same one with the same input repeats an image; left out, each call differs."""
