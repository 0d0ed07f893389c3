"""The API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operations import Operation
from .._runtime.resources import AsyncResource, RawResource, Resource
from .._runtime.responses import as_async, as_async_raw, as_raw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Final, Unpack

    from .._runtime.binary import File
    from .._runtime.options import RequestOptions
    from ..vectors import VectorsCreateResponse


CREATE = Operation(
    "vectors.create",
    "POST /vectors",
    answer="VectorsCreateResponse",
    body=True,
    whole_body=True,
    media_type="application/x-ndjson",
    raw="application/x-ndjson",
    text=True,
)


class Vectors(Resource["VectorsWithRawResponse"]):
    """The API, for threads."""

    def create(
        self, body: Sequence[Mapping[str, object]] | str | File, **options: Unpack[RequestOptions]
    ) -> VectorsCreateResponse:
        """Insert vectors.

        `body` is sent as application/x-ndjson.
        """
        return self._run(CREATE, {}, body, options)


class VectorsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    create: Final = as_raw(Vectors.create)


class AsyncVectors(AsyncResource["AsyncVectorsWithRawResponse"]):
    """The API, for asyncio and trio."""

    create: Final = as_async(Vectors.create)


class AsyncVectorsWithRawResponse(RawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    create: Final = as_async_raw(Vectors.create)
