"""What `records.create` takes and gives, as unions in the order of the document."""

from typing import TypeAlias

from .records import AddressParams, TextParams

RecordsCreateParams: TypeAlias = AddressParams | TextParams
