"""Library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._runtime.operations import Operation
from ..._runtime.resources import AsyncResource, RawResource, Resource
from ..._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final, Unpack

    from ..._runtime.options import Moment, RequestOptions


GET = Operation(
    "shelves.days.get",
    "GET /shelves/{shelf}/days/{day}/{kept_marks}",
    places={"day": "day simple", "kept_marks": "kept-marks matrix"},
    empty=True,
)


class ShelvesDays(Resource["ShelvesDaysWithRawResponse"]):
    """Library, for threads."""

    def get(self, kept_marks: Sequence[str], *, shelf: str, day: Moment, **options: Unpack[RequestOptions]) -> None:
        """GET /shelves/{shelf}/days/{day}/{kept-marks}."""
        answer: None = self._run(GET, {"shelf": shelf, "day": day, "kept_marks": kept_marks}, None, options)
        return answer


class ShelvesDaysWithRawResponse(RawResource):
    """Library, for threads, giving HTTP responses."""

    get: Final = as_raw(ShelvesDays.get)


class AsyncShelvesDays(AsyncResource["AsyncShelvesDaysWithRawResponse"]):
    """Library, for asyncio and trio."""

    get: Final = as_async(ShelvesDays.get)


class AsyncShelvesDaysWithRawResponse(RawResource):
    """Library, for asyncio and trio, giving HTTP responses."""

    get: Final = as_async_raw(ShelvesDays.get)
