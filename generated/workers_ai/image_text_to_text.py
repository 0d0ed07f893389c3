"""Image Text To Text."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from collections.abc import Sequence

from ._runtime.binary import Base64
from ._runtime.models import UNSET, AnyObject, Model, Params, Response, UnsetType


class ImageTextToTextResponse(Response):
    """What the model wrote about the image."""

    description: str | None = None
    """Answer to the prompt or to the last message."""


class ImageTextToTextMessageContentImageUrl(Model):
    """Image of a part of type image_url."""

    url: str
    """Data URL that holds the image as base64, such as data:image/png;base64,iVBORw0K..."""


class ImageTextToTextPromptParams(Params[ImageTextToTextResponse]):
    """Answers a single prompt about an image."""

    image: Base64
    """Image file that the prompt is about, as base64."""
    prompt: str
    """Question or instruction about the image. At least 1 character."""
    ignore_eos: bool | UnsetType = UNSET
    """Keeps generating past the token that would end the answer, up to max_tokens."""
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


class ImageTextToTextMessageContent(Model):
    """One part of a message: some text or an image."""

    type: str
    """Kind of part: text or image_url."""
    text: str | UnsetType = UNSET
    """Words of a part of type text."""
    image_url: ImageTextToTextMessageContentImageUrl | AnyObject | UnsetType = UNSET
    """Image of a part of type image_url."""


class ImageTextToTextMessage(Model):
    """One message of the conversation."""

    role: str
    """Who speaks: system, user, assistant or tool."""
    content: str | Sequence[ImageTextToTextMessageContent | AnyObject]
    """What is said, as one text or as a list of parts."""


class ImageTextToTextMessagesParams(Params[ImageTextToTextResponse]):
    """Continues a conversation about an image."""

    image: Base64
    """Image file that the conversation is about, as base64."""
    messages: Sequence[ImageTextToTextMessage | AnyObject]
    """The conversation so far, oldest message first."""
    ignore_eos: bool | UnsetType = UNSET
    """Keeps generating past the token that would end the answer, up to max_tokens."""
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
