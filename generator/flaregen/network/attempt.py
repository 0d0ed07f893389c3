"""One request of a download, and the part of the document that is there already."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

import httpx2

from flaregen import __version__
from flaregen.network.retrying import BrokenOffError, RetryLaterError, seconds_to_wait

if TYPE_CHECKING:
    from flaregen.network.fetch import Fetching

_LONGEST_WAIT = 60.0
"""Seconds; a server that wants us to wait for longer gets no second request."""
_RANGE = re.compile(r"bytes ([0-9]{1,18})-[0-9]*/(?:[0-9]+|\*)")
_LENGTH = re.compile(r"[0-9]{1,18}")
_SENDABLE = re.compile(r"[!-~](?:[ -~]*[!-~])?")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def sendable(validator: str) -> str:
    """A validator that a request can carry: printable ASCII; else nothing.

    A server may send any byte (RFC 9110, section 5.5), and anything may be in a lock.
    """
    return validator if _SENDABLE.fullmatch(validator) else ""


@dataclass(slots=True)
class Part:
    """What has arrived so far, as sent. Only what has an identity can be continued."""

    content: bytearray = field(default_factory=bytearray)
    etag: str = ""
    last_modified: str = ""
    is_known: bool = False

    @property
    def identity(self) -> str:
        """For ``If-Range``, which takes a strong tag or a date (RFC 9110, section 13.1.5)."""
        return self.etag if self.etag.startswith('"') else self.last_modified

    def begin_again(self, headers: httpx2.Headers) -> None:
        self.content.clear()
        self.etag = sendable(headers.get("ETag", ""))
        self.last_modified = sendable(headers.get("Last-Modified", ""))


@dataclass(frozen=True, slots=True)
class Attempt:
    """A GET of one URL from one address; None leaves the look-up to a proxy."""

    fetch: Fetching
    client: httpx2.Client
    target: SplitResult
    address: str | None

    def run(self, part: Part) -> str | None:
        """Bring the part further, or give the address that is redirected to."""
        request = self._request(part)
        response = self.client.send(request, stream=True)
        try:
            if response.status_code in _REDIRECTS and "Location" in response.headers:
                return response.headers["Location"]
            self._judge(response)
            if response.status_code == HTTPStatus.NOT_MODIFIED:
                self._require_question(request)
                part.is_known = True
            else:
                self._prepare(response, part)
                self._receive(response, part)
            return None
        finally:
            response.close()

    def _request(self, part: Part) -> httpx2.Request:
        """The name goes into ``Host`` and the handshake, the checked address into the socket."""
        headers = {
            "User-Agent": f"flaregen/{__version__}",
            "Accept": "application/json, application/yaml;q=0.9, */*;q=0.1",
            "Accept-Encoding": "zstd, gzip",
        }
        if part.content and part.identity:
            headers |= {"Range": f"bytes={len(part.content)}-", "If-Range": part.identity}
        else:
            known = self.fetch.known
            headers |= {"If-None-Match": known.etag} if known.etag else {}
            headers |= {"If-Modified-Since": known.last_modified} if known.last_modified else {}
        url = httpx2.URL(self.target.geturl())
        if self.address is None:
            return self.client.build_request("GET", url, headers=headers)
        headers["Host"] = url.netloc.decode("ascii")
        return self.client.build_request(
            "GET",
            url.copy_with(host=self.address),
            headers=headers,
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
        )

    def _judge(self, response: httpx2.Response) -> None:
        status = response.status_code
        if status in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT, HTTPStatus.NOT_MODIFIED}:
            return
        said = f"the server answered {status} {response.reason_phrase}".rstrip()
        if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            wait = seconds_to_wait(response.headers.get("Retry-After", ""))
            if wait <= _LONGEST_WAIT:
                raise RetryLaterError(said, wait)
        if status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise BrokenOffError(said)
        advice = "check the address and the revision; a private repository cannot be read"
        raise self.fetch.refused("download-failed", said, advice)

    def _require_question(self, request: httpx2.Request) -> None:
        if not {"if-none-match", "if-modified-since"} & request.headers.keys():
            said = "the server says that nothing changed, but nobody asked"
            raise self.fetch.refused("download-failed", said, "try again later")

    def _prepare(self, response: httpx2.Response, part: Part) -> None:
        """Go on only with the rest of the same document; else begin again."""
        if response.status_code == HTTPStatus.PARTIAL_CONTENT:
            match = _RANGE.match(response.headers.get("Content-Range", ""))
            continues = match is not None and int(match[1]) == len(part.content)
            same = sendable(response.headers.get("ETag", "")) == part.etag
            if not (continues and same and part.content):
                part.content.clear()
                part.etag = part.last_modified = ""
                raise BrokenOffError("the server sent a part of another document")
        else:
            part.begin_again(response.headers)

    def _receive(self, response: httpx2.Response, part: Part) -> None:
        rest = response.headers.get("Content-Length", "")
        expected = len(part.content) + int(rest) if _LENGTH.fullmatch(rest) else None
        if expected is not None and expected > self.fetch.limits.size:
            raise self.fetch.too_large()
        for chunk in response.iter_raw():
            part.content += chunk
            if len(part.content) > self.fetch.limits.size:
                raise self.fetch.too_large()
            if time.monotonic() > self.fetch.until:
                total = f"{self.fetch.limits.total:g}"
                raise BrokenOffError(f"the download took more than {total} seconds")
            self.fetch.progress(len(part.content), expected)
        if not part.content:
            raise BrokenOffError("the server sent nothing")
