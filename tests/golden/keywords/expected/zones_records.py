"""What `zones.records` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .address import AddressParams, AddressResponse
from .text import TextParams, TextResponse

ZonesRecordsParams: TypeAlias = AddressParams | TextParams
ZonesRecordsResponse: TypeAlias = AddressResponse | TextResponse
