"""The API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .._runtime.operations import Operation
from .._runtime.resources import AsyncRawResource, AsyncResource, RawResource, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.binary import BinaryResponse
    from .._runtime.options import RequestOptions
    from .._runtime.responses import AsyncRawResponse, RawResponse
    from ..ships_delete_resultless import ShipsDeleteResultlessResponse
    from ..ships_list_bare import ShipsListBareResponse
    from ..ships_list_crew import ShipsListCrewResponse
    from ..ships_list_either import ShipsListEitherResponse
    from ..ships_list_kinds import ShipsListKindsResponse


LIST_BARE = Operation(
    name="ships.list_bare",
    method="GET",
    path="/ships/bare",
    answer="ShipsListBareResponse",
    body=False,
    bare=True,
)

LIST_CREW = Operation(
    name="ships.list_crew",
    method="GET",
    path="/ships/crew",
    answer="ShipsListCrewResponse",
    body=False,
    bare=True,
)

DELETE_RESULTLESS = Operation(
    name="ships.delete_resultless",
    method="DELETE",
    path="/ships/resultless",
    answer="ShipsDeleteResultlessResponse",
    body=False,
    bare=True,
)

EMPTY = Operation(
    name="ships.empty",
    method="POST",
    path="/ships/empty",
    body=False,
    empty=True,
)

LIST_EITHER = Operation(
    name="ships.list_either",
    method="GET",
    path="/ships/either",
    answer="ShipsListEitherResponse",
    body=False,
    empty=True,
)

LIST_LOG = Operation(
    name="ships.list_log",
    method="GET",
    path="/ships/log",
    answer="BinaryResponse",
    files=("text/plain",),
    body=False,
)

LIST_PHOTO = Operation(
    name="ships.list_photo",
    method="GET",
    path="/ships/photo",
    answer="BinaryResponse",
    files=("image/*",),
    body=False,
)

LIST_ODD = Operation(
    name="ships.list_odd",
    method="GET",
    path="/ships/odd",
    answer="BinaryResponse",
    files=("*",),
    body=False,
)

LIST_KINDS = Operation(
    name="ships.list_kinds",
    method="GET",
    path="/ships/kinds",
    answer="ShipsListKindsResponse",
    body=False,
)


class Ships(Resource):
    """The API, for threads."""

    @cached_property
    def with_raw_response(self) -> ShipsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return ShipsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> ShipsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return ShipsWithRawResponse(self._client, unread=True)

    def list_bare(self, **options: Unpack[RequestOptions]) -> ShipsListBareResponse:
        """No envelope."""
        answer: ShipsListBareResponse = self._run(LIST_BARE, {}, None, {**options})
        return answer

    def list_crew(self, **options: Unpack[RequestOptions]) -> ShipsListCrewResponse:
        """A list without an envelope."""
        answer: ShipsListCrewResponse = self._run(LIST_CREW, {}, None, {**options})
        return answer

    def delete_resultless(self, **options: Unpack[RequestOptions]) -> ShipsDeleteResultlessResponse:
        """An envelope without a result."""
        answer: ShipsDeleteResultlessResponse = self._run(DELETE_RESULTLESS, {}, None, {**options})
        return answer

    def empty(self, **options: Unpack[RequestOptions]) -> None:
        """Nothing."""
        answer: None = self._run(EMPTY, {}, None, {**options})
        return answer

    def list_either(self, **options: Unpack[RequestOptions]) -> ShipsListEitherResponse | None:
        """One of two statuses."""
        answer: ShipsListEitherResponse | None = self._run(LIST_EITHER, {}, None, {**options})
        return answer

    def list_log(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Text."""
        answer: BinaryResponse = self._run(LIST_LOG, {}, None, {**options})
        return answer

    def list_photo(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """An image."""
        answer: BinaryResponse = self._run(LIST_PHOTO, {}, None, {**options})
        return answer

    def list_odd(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Whatever."""
        answer: BinaryResponse = self._run(LIST_ODD, {}, None, {**options})
        return answer

    def list_kinds(self, **options: Unpack[RequestOptions]) -> ShipsListKindsResponse:
        """A union of envelopes, by a discriminator."""
        answer: ShipsListKindsResponse = self._run(LIST_KINDS, {}, None, {**options})
        return answer


class ShipsWithRawResponse(RawResource):
    """The API, for threads, giving HTTP responses."""

    def list_bare(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsListBareResponse]:
        """As `Ships.list_bare`."""
        return self._run(LIST_BARE, {}, None, {**options})

    def list_crew(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsListCrewResponse]:
        """As `Ships.list_crew`."""
        return self._run(LIST_CREW, {}, None, {**options})

    def delete_resultless(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsDeleteResultlessResponse]:
        """As `Ships.delete_resultless`."""
        return self._run(DELETE_RESULTLESS, {}, None, {**options})

    def empty(self, **options: Unpack[RequestOptions]) -> RawResponse[None]:
        """As `Ships.empty`."""
        return self._run(EMPTY, {}, None, {**options})

    def list_either(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsListEitherResponse | None]:
        """As `Ships.list_either`."""
        return self._run(LIST_EITHER, {}, None, {**options})

    def list_log(self, **options: Unpack[RequestOptions]) -> RawResponse[BinaryResponse]:
        """As `Ships.list_log`."""
        return self._run(LIST_LOG, {}, None, {**options})

    def list_photo(self, **options: Unpack[RequestOptions]) -> RawResponse[BinaryResponse]:
        """As `Ships.list_photo`."""
        return self._run(LIST_PHOTO, {}, None, {**options})

    def list_odd(self, **options: Unpack[RequestOptions]) -> RawResponse[BinaryResponse]:
        """As `Ships.list_odd`."""
        return self._run(LIST_ODD, {}, None, {**options})

    def list_kinds(self, **options: Unpack[RequestOptions]) -> RawResponse[ShipsListKindsResponse]:
        """As `Ships.list_kinds`."""
        return self._run(LIST_KINDS, {}, None, {**options})


class AsyncShips(AsyncResource):
    """The API, for asyncio and trio."""

    @cached_property
    def with_raw_response(self) -> AsyncShipsWithRawResponse:
        """The same operations; each gives the HTTP response, read, in place of its answer."""
        return AsyncShipsWithRawResponse(self._client)

    @cached_property
    def with_streaming_response(self) -> AsyncShipsWithRawResponse:
        """The same operations; each gives the HTTP response, unread, closed on leaving `with`."""
        return AsyncShipsWithRawResponse(self._client, unread=True)

    async def list_bare(self, **options: Unpack[RequestOptions]) -> ShipsListBareResponse:
        """As `Ships.list_bare`."""
        answer: ShipsListBareResponse = await self._run(LIST_BARE, {}, None, {**options})
        return answer

    async def list_crew(self, **options: Unpack[RequestOptions]) -> ShipsListCrewResponse:
        """As `Ships.list_crew`."""
        answer: ShipsListCrewResponse = await self._run(LIST_CREW, {}, None, {**options})
        return answer

    async def delete_resultless(self, **options: Unpack[RequestOptions]) -> ShipsDeleteResultlessResponse:
        """As `Ships.delete_resultless`."""
        answer: ShipsDeleteResultlessResponse = await self._run(DELETE_RESULTLESS, {}, None, {**options})
        return answer

    async def empty(self, **options: Unpack[RequestOptions]) -> None:
        """As `Ships.empty`."""
        answer: None = await self._run(EMPTY, {}, None, {**options})
        return answer

    async def list_either(self, **options: Unpack[RequestOptions]) -> ShipsListEitherResponse | None:
        """As `Ships.list_either`."""
        answer: ShipsListEitherResponse | None = await self._run(LIST_EITHER, {}, None, {**options})
        return answer

    async def list_log(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """As `Ships.list_log`."""
        answer: BinaryResponse = await self._run(LIST_LOG, {}, None, {**options})
        return answer

    async def list_photo(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """As `Ships.list_photo`."""
        answer: BinaryResponse = await self._run(LIST_PHOTO, {}, None, {**options})
        return answer

    async def list_odd(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """As `Ships.list_odd`."""
        answer: BinaryResponse = await self._run(LIST_ODD, {}, None, {**options})
        return answer

    async def list_kinds(self, **options: Unpack[RequestOptions]) -> ShipsListKindsResponse:
        """As `Ships.list_kinds`."""
        answer: ShipsListKindsResponse = await self._run(LIST_KINDS, {}, None, {**options})
        return answer


class AsyncShipsWithRawResponse(AsyncRawResource):
    """The API, for asyncio and trio, giving HTTP responses."""

    def list_bare(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsListBareResponse]:
        """As `Ships.list_bare`."""
        return self._run(LIST_BARE, {}, None, {**options})

    def list_crew(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsListCrewResponse]:
        """As `Ships.list_crew`."""
        return self._run(LIST_CREW, {}, None, {**options})

    def delete_resultless(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsDeleteResultlessResponse]:
        """As `Ships.delete_resultless`."""
        return self._run(DELETE_RESULTLESS, {}, None, {**options})

    def empty(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[None]:
        """As `Ships.empty`."""
        return self._run(EMPTY, {}, None, {**options})

    def list_either(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsListEitherResponse | None]:
        """As `Ships.list_either`."""
        return self._run(LIST_EITHER, {}, None, {**options})

    def list_log(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[BinaryResponse]:
        """As `Ships.list_log`."""
        return self._run(LIST_LOG, {}, None, {**options})

    def list_photo(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[BinaryResponse]:
        """As `Ships.list_photo`."""
        return self._run(LIST_PHOTO, {}, None, {**options})

    def list_odd(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[BinaryResponse]:
        """As `Ships.list_odd`."""
        return self._run(LIST_ODD, {}, None, {**options})

    def list_kinds(self, **options: Unpack[RequestOptions]) -> AsyncRawResponse[ShipsListKindsResponse]:
        """As `Ships.list_kinds`."""
        return self._run(LIST_KINDS, {}, None, {**options})
