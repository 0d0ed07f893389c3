"""Everything the client raises about a call: one tree, one root.

All errors survive pickling, and none holds a credential or what was asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class ErrorDetail(NamedTuple):
    """One entry of `errors` in the service's answer."""

    code: int | None
    message: str


class RequestInfo(NamedTuple):
    """What was called: method and URL, without query and credentials."""

    method: str
    url: str


class CloudflareError(Exception):
    """Root of the errors below."""

    request: RequestInfo | None = None

    def __init__(self, message: str, *, request: RequestInfo | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).__new__, (type(self), *self.args), self.__dict__


class APIConnectionError(CloudflareError):
    """No answer came: the connection failed, or broke before the answer was complete."""

    # Whether sending again may help and cannot cost a second inference.
    transient = True


class APITimeoutError(APIConnectionError):
    """No answer came in time."""


class _AnsweredError(CloudflareError):
    """An answer came; `ray_id` is what Cloudflare's support asks for."""

    def __init__(
        self,
        message: str,
        *,
        status_code: int,
        headers: Mapping[str, str],
        body: bytes,
        errors: Sequence[ErrorDetail] = (),
        retry_after: float | None = None,
        request: RequestInfo | None = None,
    ) -> None:
        super().__init__(message, request=request)
        self.status_code, self.headers, self.body = status_code, dict(headers), body
        self.errors, self.retry_after = tuple(errors), retry_after
        self.ray_id = self.headers.get("cf-ray")


class APIResponseError(_AnsweredError):
    """An answer came with a status of success, and cannot be read."""


class SchemaDriftError(APIResponseError):
    """The answer does not match its schema, and the client has `on_drift="raise"`."""


class StreamInterruptedError(CloudflareError):
    """A stream broke off before its end; `chunks` holds what came."""

    def __init__(
        self, message: str, *, chunks: Sequence[object] = (), request: RequestInfo | None = None
    ) -> None:
        super().__init__(message, request=request)
        self.chunks = tuple(chunks)


class BatchError(CloudflareError):
    """Requests of a batch failed; `answers` holds an answer or an error for each, in order."""

    def __init__(
        self, message: str, *, answers: Sequence[object], request: RequestInfo | None = None
    ) -> None:
        super().__init__(message, request=request)
        self.answers = list(answers)


class APIStatusError(_AnsweredError):
    """The service refused or failed: by its status, or by `success: false`."""


class BadRequestError(APIStatusError):
    """400."""


class AuthenticationError(APIStatusError):
    """401."""


class PermissionDeniedError(APIStatusError):
    """403."""


class NotFoundError(APIStatusError):
    """404."""


class ConflictError(APIStatusError):
    """409."""


class RequestTooLargeError(APIStatusError):
    """413."""


class UnprocessableEntityError(APIStatusError):
    """422."""


class RateLimitError(APIStatusError):
    """429: too many requests, or no capacity for the moment."""


class QuotaExceededError(RateLimitError):
    """429: the allocation is used up; trying again does not help."""


class InternalServerError(APIStatusError):
    """5xx, Cloudflare's own 520 to 530 among them."""


_QUOTA_CODES = frozenset({3036, 4006})
_ERRORS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: RequestTooLargeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
# The status that goes with a code, for answers that fail with a status of success.
# From the error tables of Workers AI and of Cloudflare's API.
_STATUS_OF_CODE = {
    **dict.fromkeys((3003, 3039, 5004, 5007, 7000, 7003), 400),
    **dict.fromkeys((9106, 9109, 10000), 401),
    **dict.fromkeys((3023, 3041, 5016, 5018), 403),
    3042: 404,
    **dict.fromkeys((3007, 3008), 408),
    3006: 413,
    **dict.fromkeys((3036, 3040, 4006), 429),
}


def effective_status(status: int, errors: Sequence[ErrorDetail]) -> int:
    """The status, or what the first known code stands for where the status says success."""
    codes = [error.code for error in errors if error.code in _STATUS_OF_CODE]
    return _STATUS_OF_CODE[codes[0]] if codes and status // 100 == 2 else status


def error_class(status: int, errors: Sequence[ErrorDetail]) -> type[APIStatusError]:
    """The class for a failed answer; never fails, whatever the status."""
    kind = _ERRORS.get(status := effective_status(status, errors))
    if kind is RateLimitError and any(error.code in _QUOTA_CODES for error in errors):
        return QuotaExceededError
    return kind or (InternalServerError if status >= 500 else APIStatusError)
