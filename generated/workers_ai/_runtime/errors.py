"""Everything that the client raises about a call: one tree, picklable, without credentials or request contents."""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class ErrorDetail(NamedTuple):
    """One entry of `errors` in the service's answer."""

    code: int | None
    """Cloudflare's own code; None if the service sent none."""
    message: str
    """In the service's words, without credentials or contents of the request; empty where a code is all it says."""


class RequestInfo(NamedTuple):
    """What was called."""

    method: str
    """Of HTTP, in capitals."""
    url: str
    """Without query and credentials."""


class CloudflareError(Exception):
    """Base class of the errors below."""

    def __init__(self, message: str, *, request: RequestInfo | None = None) -> None:
        super().__init__(message)
        self.message: str = message
        """What went wrong, without credentials or contents of the request."""
        self.request: RequestInfo | None = request
        """What was called; None if the error is not about a request."""

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).__new__, (type(self), *self.args), self.__dict__


class APIConnectionError(CloudflareError):
    """No complete answer arrived: the connection failed or broke."""

    transient: bool = False
    """Whether it is safe to retry: the request cannot have reached the service, or that says it did nothing of it."""


class APITimeoutError(APIConnectionError):
    """No answer arrived in time."""


class _AnsweredError(CloudflareError):
    """An answer came; `ray_id` identifies the request for Cloudflare's support."""

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
        """Of the response, with lowercase names and masked credentials."""
        self.body: bytes = body
        """As received, with masked credentials."""
        self.errors: tuple[ErrorDetail, ...] = tuple(errors)
        """The first twenty that the service lists."""
        self.retry_after: float | None = retry_after
        """Seconds that the service asks to wait."""
        self.ray_id: str | None = self.headers.get("cf-ray")
        """Identifies the request for Cloudflare's support."""


class APIResponseError(_AnsweredError):
    """The status says success, but the answer cannot be read."""


class SchemaDriftError(APIResponseError):
    """An answer or a request does not match its schema. Such a request is not sent; its `status_code` is 0."""


class StreamInterruptedError(CloudflareError):
    """A stream ended before it was complete."""

    def __init__(
        self,
        message: str,
        *,
        chunks: Sequence[object] = (),
        count: int = 0,
        ray_id: str | None = None,
        request: RequestInfo | None = None,
    ) -> None:
        super().__init__(message, request=request)
        self.ray_id: str | None = ray_id
        """What Cloudflare's support asks for."""
        self.chunks: tuple[object, ...] = tuple(chunks)
        """The chunks that arrived, up to one megabyte."""
        self.count: int = count or len(self.chunks)
        """How many chunks arrived."""


class BatchError(CloudflareError):
    """At least one request of a batch failed."""

    def __init__(self, message: str, *, answers: Sequence[object], request: RequestInfo | None = None) -> None:
        super().__init__(message, request=request)
        self.answers: list[object] = list(answers)
        """An answer or an error for each request, in order."""


class APIStatusError(_AnsweredError):
    """The service refused the request or failed, by its status or by `success: false`."""

    def __init_subclass__(cls, *, status: int | None = None, **arguments: object) -> None:
        super().__init_subclass__(**arguments)
        if status is not None:
            _BY_STATUS[status] = cls


_BY_STATUS: dict[int, type[APIStatusError]] = {}


class BadRequestError(APIStatusError, status=400):
    """The request is malformed, or the model does not accept it."""


class AuthenticationError(APIStatusError, status=401):
    """The credentials are missing or not valid."""


class PermissionDeniedError(APIStatusError, status=403):
    """The service does not permit the request, with these credentials or with any."""


class NotFoundError(APIStatusError, status=404):
    """The requested resource does not exist."""


class ConflictError(APIStatusError, status=409):
    """The request conflicts with the current state of the resource."""


class RequestTooLargeError(APIStatusError, status=413):
    """The request is larger than the service accepts."""


class UnprocessableEntityError(APIStatusError, status=422):
    """The request is well-formed, but the service cannot process it."""


class RateLimitError(APIStatusError, status=429):
    """Too many requests, or no capacity at the moment."""


class QuotaExceededError(RateLimitError):
    """The account has used up its allocation. Retrying does not help."""


class InternalServerError(APIStatusError):
    """The service failed, with any 5xx status, including Cloudflare's own 520 to 530."""


_QUOTA_CODES = (3036, 4006)
# The status that goes with a code, for answers that fail with a status of success: gateways have it as the code.
# The others are from the error tables of Workers AI and of Cloudflare's API.
_MEANT = {status: status for status in range(400, 600)} | {
    **dict.fromkeys((3003, 3039, 5004, 5007, 7000, 7003), 400),
    **dict.fromkeys((9106, 9109, 10000), 401),
    **dict.fromkeys((3023, 3041, 5016, 5018), 403),
    **dict.fromkeys((3042,), 404),
    **dict.fromkeys((3007, 3008), 408),
    **dict.fromkeys((3006,), 413),
    **dict.fromkeys((3036, 3040, 4006), 429),
}


def effective_status(status: int, errors: Sequence[ErrorDetail]) -> int:
    """The status, or what the first known code means where the status says success."""
    found = (_MEANT.get(error.code or 0) for error in errors)
    return next(filter(None, found), status) if status // 100 == 2 else status


def error_class(status: int, errors: Sequence[ErrorDetail]) -> type[APIStatusError]:
    """The class for a failed answer; never fails, whatever the status."""
    status = effective_status(status, errors)
    if status == 429 and any(error.code in _QUOTA_CODES for error in errors):
        return QuotaExceededError
    return _BY_STATUS.get(status, InternalServerError if status // 100 == 5 else APIStatusError)
