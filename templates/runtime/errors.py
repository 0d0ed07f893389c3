"""All that the client raises about a call: one tree, picklable, without credentials and what was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class ErrorDetail(NamedTuple):
    """One entry of `errors` in the service's answer."""

    code: int | None
    """Cloudflare's own; None where the service sent none."""
    message: str
    """In the service's words, without credentials and what was asked."""


class RequestInfo(NamedTuple):
    """What was called."""

    method: str
    """Of HTTP, in capitals."""
    url: str
    """Without query and credentials."""


class CloudflareError(Exception):
    """Root of the errors below."""

    def __init__(self, message: str, *, request: RequestInfo | None = None) -> None:
        super().__init__(message)
        self.message: str = message
        """What went wrong, without credentials and what was asked."""
        self.request: RequestInfo | None = request
        """What was called; None where nothing was about to be."""

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).__new__, (type(self), *self.args), self.__dict__


class APIConnectionError(CloudflareError):
    """No answer came: the connection failed, or broke before the answer was complete."""

    transient: bool = False
    """Whether sending again may help and costs nothing twice: the request cannot have reached the service."""


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
        self.status_code: int = status_code
        """Of the response; a failure may come with 200."""
        self.headers: dict[str, str] = dict(headers)
        """Of the response, names in small letters, credentials masked."""
        self.body: bytes = body
        """As it came, credentials masked."""
        self.errors: tuple[ErrorDetail, ...] = tuple(errors)
        """What the service lists; the first twenty."""
        self.retry_after: float | None = retry_after
        """Seconds that the service asks to wait."""
        self.ray_id: str | None = self.headers.get("cf-ray")
        """What Cloudflare's support asks for."""


class APIResponseError(_AnsweredError):
    """An answer came with a status of success, and cannot be read."""


class SchemaDriftError(APIResponseError):
    """An answer does not match its schema, or a request: `status_code` is 0 then, and nothing was sent."""


class StreamInterruptedError(CloudflareError):
    """A stream broke off before its end."""

    def __init__(
        self, message: str, *, chunks: Sequence[object] = (), count: int = 0, request: RequestInfo | None = None
    ) -> None:
        super().__init__(message, request=request)
        self.chunks: tuple[object, ...] = tuple(chunks)
        """What came, the first megabyte of it."""
        self.count: int = count or len(self.chunks)
        """How many chunks came."""


class BatchError(CloudflareError):
    """Requests of a batch failed."""

    def __init__(self, message: str, *, answers: Sequence[object], request: RequestInfo | None = None) -> None:
        super().__init__(message, request=request)
        self.answers: list[object] = list(answers)
        """An answer or an error for each request, in order."""


class APIStatusError(_AnsweredError):
    """The service refused or failed: by its status, or by `success: false`."""

    def __init_subclass__(cls, *, status: int | None = None, **arguments: object) -> None:
        super().__init_subclass__(**arguments)
        if status is not None:
            _BY_STATUS[status] = cls


_BY_STATUS: dict[int, type[APIStatusError]] = {}


class BadRequestError(APIStatusError, status=400):
    """What was sent is malformed, or not what the model takes."""


class AuthenticationError(APIStatusError, status=401):
    """Credentials are missing or not valid."""


class PermissionDeniedError(APIStatusError, status=403):
    """The service does not allow this, whoever asks or with these credentials."""


class NotFoundError(APIStatusError, status=404):
    """What was asked for does not exist."""


class ConflictError(APIStatusError, status=409):
    """What was asked for does not go with what there is."""


class RequestTooLargeError(APIStatusError, status=413):
    """What was sent has more bytes than the service takes."""


class UnprocessableEntityError(APIStatusError, status=422):
    """What was sent is well-formed, and makes no sense to the service."""


class RateLimitError(APIStatusError, status=429):
    """Too many requests, or no capacity for the moment."""


class QuotaExceededError(RateLimitError):
    """The allocation is used up, which is told by 429, too; trying again does not help."""


class InternalServerError(APIStatusError):
    """The service failed: any 5xx, Cloudflare's own 520 to 530 among them."""


_QUOTA_CODES = (3036, 4006)
# The status that goes with a code, for answers that fail with a status of success.
# From the error tables of Workers AI and of Cloudflare's API.
_CODES = {
    400: (3003, 3039, 5004, 5007, 7000, 7003),
    401: (9106, 9109, 10000),
    403: (3023, 3041, 5016, 5018),
    404: (3042,),
    408: (3007, 3008),
    413: (3006,),
    429: (3036, 3040, 4006),
}


def effective_status(status: int, errors: Sequence[ErrorDetail]) -> int:
    """The status, or what the first known code stands for where the status says success."""
    statuses = (meant for error in errors for meant, codes in _CODES.items() if error.code in codes)
    return next(statuses, status) if status // 100 == 2 else status


def error_class(status: int, errors: Sequence[ErrorDetail]) -> type[APIStatusError]:
    """The class for a failed answer; never fails, whatever the status."""
    status = effective_status(status, errors)
    if status == 429 and any(error.code in _QUOTA_CODES for error in errors):
        return QuotaExceededError
    return _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
