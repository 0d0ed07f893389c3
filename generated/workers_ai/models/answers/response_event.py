"""Response event."""

# fmt: off
# isort: skip_file
# ruff: noqa

from ..._runtime.models import Response
from ...models.answers.model_response import ModelResponse


class ResponseEvent(Response):
    """One event of an answer in the responses form."""

    type: str | None = None
    """Kind of event, such as response.output_text.delta."""
    sequence_number: int | None = None
    """Place of the event in the stream."""
    item_id: str | None = None
    """Identifier of the item that the event belongs to."""
    output_index: int | None = None
    """Place of that item in output."""
    content_index: int | None = None
    """Place of the part in the item."""
    delta: str | None = None
    """The next piece of the text, the thoughts or the arguments."""
    response: ModelResponse | None = None
    """What the model answers in the responses form."""
