"""The part of the client that is the same for every document."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .binary import Base64, BinaryResponse, Octets
from .clients import AsyncClient, SyncClient
from .drift import SchemaDrift, SchemaDriftWarning, with_unknown_fields
from .errors import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    BatchError,
    CloudflareError,
    ConflictError,
    ErrorDetail,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    QuotaExceededError,
    RateLimitError,
    RequestInfo,
    RequestTooLargeError,
    SchemaDriftError,
    StreamInterruptedError,
    UnprocessableEntityError,
)
from .models import C, Model, Params, R, Response, StreamParams, wire_name
from .operations import Operation, Variant, VariantTable, tasks_by_model
from .options import AsyncClientOptions, ClientOptions, RequestOptions, Service

if TYPE_CHECKING:
    from .batches import AsyncBatchHandle, BatchHandle
    from .raw import AsyncRawResponse, AsyncResponseManager, RawResponse, ResponseManager
    from .resources import (
        AsyncRawResource,
        AsyncResource,
        AsyncStreamingResource,
        RawResource,
        Resource,
        StreamingResource,
    )
    from .streams import AsyncByteStream, AsyncStream, ByteStream, Stream

# Loaded when they are first needed: a client that was only made should cost little.
_LATER = {
    "batches": ("AsyncBatchHandle", "BatchHandle"),
    "raw": ("AsyncRawResponse", "AsyncResponseManager", "RawResponse", "ResponseManager"),
    "resources": (
        "AsyncRawResource",
        "AsyncResource",
        "AsyncStreamingResource",
        "RawResource",
        "Resource",
        "StreamingResource",
    ),
    "streams": ("AsyncByteStream", "AsyncStream", "ByteStream", "Stream"),
}

__all__ = [
    "APIConnectionError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncBatchHandle",
    "AsyncByteStream",
    "AsyncClient",
    "AsyncClientOptions",
    "AsyncRawResource",
    "AsyncRawResponse",
    "AsyncResource",
    "AsyncResponseManager",
    "AsyncStream",
    "AsyncStreamingResource",
    "AuthenticationError",
    "BadRequestError",
    "Base64",
    "BatchError",
    "BatchHandle",
    "BinaryResponse",
    "ByteStream",
    "C",
    "ClientOptions",
    "CloudflareError",
    "ConflictError",
    "ErrorDetail",
    "InternalServerError",
    "Model",
    "NotFoundError",
    "Octets",
    "Operation",
    "Params",
    "PermissionDeniedError",
    "QuotaExceededError",
    "R",
    "RateLimitError",
    "RawResource",
    "RawResponse",
    "RequestInfo",
    "RequestOptions",
    "RequestTooLargeError",
    "Resource",
    "Response",
    "ResponseManager",
    "SchemaDrift",
    "SchemaDriftError",
    "SchemaDriftWarning",
    "Service",
    "Stream",
    "StreamInterruptedError",
    "StreamParams",
    "StreamingResource",
    "SyncClient",
    "UnprocessableEntityError",
    "Variant",
    "VariantTable",
    "tasks_by_model",
    "wire_name",
    "with_unknown_fields",
]


def __getattr__(name: str) -> object:
    for module, names in _LATER.items():
        if name in names:
            value: object = getattr(import_module(f".{module}", __name__), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
