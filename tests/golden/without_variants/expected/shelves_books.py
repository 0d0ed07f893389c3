"""What operations of `client.shelves.books` take and give."""

from ._runtime.models import Response


class ShelvesBooksGetResponseLentPlace(Response):
    reader: str | None = None


class ShelvesBooksGetResponseShelfPlace(Response):
    row: int | None = None


class ShelvesBooksGetResponse(Response):
    title: str | None = None
    place: ShelvesBooksGetResponseLentPlace | ShelvesBooksGetResponseShelfPlace | None = None
