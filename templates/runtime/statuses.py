"""Which error a status and the service's error codes stand for."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    ErrorDetail,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    QuotaExceededError,
    RateLimitError,
    RequestTooLargeError,
    UnprocessableEntityError,
)

_SUCCESS = range(200, 300)
_RATE_LIMITED, _SERVER_ERROR = 429, 500
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
    **dict.fromkeys((5005, 5019), 405),
    **dict.fromkeys((3007, 3008), 408),
    3006: 413,
    **dict.fromkeys((3036, 3040, 4006), 429),
}


def effective_status(status: int, errors: Sequence[ErrorDetail]) -> int:
    """The status, or what the first known code stands for where the status says success."""
    if status not in _SUCCESS:
        return status
    known = (_STATUS_OF_CODE[error.code] for error in errors if error.code in _STATUS_OF_CODE)
    return next(known, status)


def error_class(status: int, errors: Sequence[ErrorDetail]) -> type[APIStatusError]:
    """The class for a failed answer; never fails, whatever the status."""
    status = effective_status(status, errors)
    if status == _RATE_LIMITED and any(error.code in _QUOTA_CODES for error in errors):
        return QuotaExceededError
    if status >= _SERVER_ERROR:
        return InternalServerError
    return _ERRORS.get(status, APIStatusError)
