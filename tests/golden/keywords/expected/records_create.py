"""What `records.create` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .records import AddressParams, AddressResponse, TextParams, TextResponse

RecordsCreateParams: TypeAlias = AddressParams | TextParams
RecordsCreateResponse: TypeAlias = AddressResponse | TextResponse
