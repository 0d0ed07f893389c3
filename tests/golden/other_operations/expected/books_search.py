"""What `books.search` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .by_author import ByAuthorParams, ByAuthorResponse
from .by_subject import BySubjectParams, BySubjectResponse

BooksSearchParams: TypeAlias = ByAuthorParams | BySubjectParams
BooksSearchResponse: TypeAlias = ByAuthorResponse | BySubjectResponse
