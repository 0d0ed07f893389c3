"""Response event."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from typing import Literal

from ..._runtime.models import Response
from ..._runtime.readings import all_in, first_in, text_in
from ...models.answers.model_response import FunctionCallItem, ModelResponse, ResponseUsage


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

    @property
    def text(self) -> str:
        """The text that the model wrote, whatever form the answer has."""
        return text_in(self, "type=response.output_text.delta/delta", "type=response.refusal.delta/delta")

    @property
    def reasoning(self) -> str:
        """What the model thought before it answered, as far as it is told."""
        return text_in(self, "type=response.reasoning_text.delta/delta")

    @property
    def tool_calls(self) -> list[FunctionCallItem]:
        """Tools that the model wants called; each has `id`, `name` and `arguments`."""
        return all_in(self, "response/output/type=function_call")

    @property
    def finish_reason(
        self,
    ) -> Literal["in_progress", "completed", "incomplete", "failed", "cancelled", "queued"] | None:
        """Why the model stopped, where that is told."""
        found: Literal["in_progress", "completed", "incomplete", "failed", "cancelled", "queued"] | None = first_in(
            self,
            "type=response.completed/response/status",
            "type=response.incomplete/response/status",
            "type=response.failed/response/status",
        )
        return found

    @property
    def usage(self) -> ResponseUsage | None:
        """Tokens that the call took, where that is told."""
        found: ResponseUsage | None = first_in(self, "response/usage")
        return found
