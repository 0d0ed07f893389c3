"""Find a book."""

from ._runtime.models import Response


class ShelvesGetBooksResponseLentPlace(Response):
    reader: str | None = None


class ShelvesGetBooksResponseShelfPlace(Response):
    row: int | None = None


class ShelvesGetBooksResponse(Response):
    title: str | None = None
    place: ShelvesGetBooksResponseLentPlace | ShelvesGetBooksResponseShelfPlace | None = None
