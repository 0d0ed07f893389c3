"""What `books.search` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .books import ByAuthorParams, ByAuthorResponse, BySubjectParams, BySubjectResponse

BooksSearchParams: TypeAlias = ByAuthorParams | BySubjectParams
BooksSearchResponse: TypeAlias = ByAuthorResponse | BySubjectResponse
