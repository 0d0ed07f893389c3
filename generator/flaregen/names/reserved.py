"""Names that the emitted package, the interpreter or a disk needs for itself.

``tests/harm/test_reserved.py`` holds every set against the runtime and the templates.
"""

from __future__ import annotations

import builtins
import re

_ATTRIBUTES = frozenset(
    {"chunk_type", "cls", "extra_fields", "from_dict", "mro", "raw_field", "ray_id"}
    | {"response_type", "self", "stream_flag", "to_dict", "to_json"}
)
_USED_IN_BODIES = frozenset(
    {"bool", "bytes", "dict", "field", "float", "int", "list", "object", "str"}
)
FIELDS = _ATTRIBUTES | _USED_IN_BODIES
"""Attributes of the base classes of models, and what class bodies and annotations refer to."""

OPTIONS = frozenset(
    {"deadline", "extra_body", "extra_headers", "extra_query", "max_retries", "timeout"}
)
"""Options of a call, which are keywords like the fields of a body."""

ARGUMENTS = OPTIONS | {
    "answer",
    "body",
    "cls",
    "fields",
    "options",
    "params",
    "requests",
    "self",
}
"""Arguments that every method has, options of a call, and what method bodies use."""

METHODS = frozenset(
    {"batch", "stream", "stream_bytes", "with_raw_response", "with_streaming_response"}
    | {"as_async", "as_async_pages", "as_async_raw", "as_async_raw_page", "as_raw"}
    | {"overload", "paged"}
    | (_USED_IN_BODIES - {"field", "list"})
    # In capitals, names of the module.
    | {"c", "r", "type_checking"}
)
"""Methods that resources have in addition to their operations, and what their bodies refer to.

To checkers, a method hides a type of its name. `list` is a verb: what answers lists has a name
of its own.
"""

RESOURCES = frozenset(
    {"base_url", "close", "copy", "is_closed", "max_retries", "timeout", "with_options"}
    | {"connections", "settings", "str"}
)
"""Attributes of clients, and what their bodies refer to."""

MODULES = frozenset(
    {"catalogue", "client", "components", "conftest", "models", "py", "resources", "variants"}
    | {"annotations", "import_module", "keywords"}
    | {"getattr", "globals", "list", "name", "names", "object", "module", "sorted", "str", "value"}
)
"""Modules that every package has. A module is an attribute of its package as well, where it
would hide what the code of the package refers to."""

CLASSES = frozenset(
    {
        "Any",
        "AnyObject",
        "Cloudflare",
        "AsyncCloudflare",
        "Final",
        "Literal",
        "Mapping",
        "Self",
        "Sequence",
    }
    | {"TYPE_CHECKING", "TypeAlias", "UNSET", "Unpack", "UnsetType"}
    # In modules of keywords.
    | {"Moment", "NotRequired", "Query", "Required", "Timeout", "TypedDict"}
    | {
        "AiohttpTransport",
        "APIConnectionError",
        "APIResponseError",
        "APIStatusError",
        "APITimeoutError",
    }
    | {"AsyncBatchHandle", "AsyncByteStream", "AsyncClient", "AsyncClientOptions"}
    | {"AsyncPage", "AsyncPages", "SyncPage"}
    | {"AsyncRawResponse", "AsyncResource"}
    | {"AsyncStream", "AuthenticationError", "BadRequestError"}
    | {"Base64", "BatchError", "BatchHandle", "BinaryResponse", "ByteStream", "C"}
    | {"DataURL", "File", "FilePart"}
    | {"ClientOptions", "CloudflareError", "ConflictError", "DriftCallback", "DriftPolicy"}
    | {"ErrorDetail"}
    | {"InternalServerError", "Model", "Nested", "NotFoundError", "Octets", "Operation", "Params"}
    | {"PermissionDeniedError", "QuotaExceededError", "R", "RateLimitError", "RawResource"}
    | {"RawResponse", "RequestInfo", "RequestOptions", "RequestTooLargeError", "Resource"}
    | {"Response", "SchemaDrift", "SchemaDriftError"}
    | {"SchemaDriftWarning", "Service", "Stream", "StreamInterruptedError", "StreamParams"}
    | {"SyncClient", "UnprocessableEntityError", "Variant"}
    | {name for name in dir(builtins) if name[:1].isupper()}
)
"""Classes of the runtime, and what else emitted modules import."""

MODELS = CLASSES | {
    *("ByName", "CallOptions", "Form", "GROUP", "Group", "ModelInfo"),
    *("ModelRunner", "OpenRunner"),
}
"""What modules of models import, or define themselves."""

DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])$")
"""No file of these names can be made on Windows, whatever its extension."""
