"""Download a document from a server that may be slow, broken, or mean harm.

https only and public addresses only unless permitted otherwise, no redirect to another
scheme, a limit on bytes before and after decompression and on time altogether. What
breaks off is resumed where the server can, begun again where it cannot.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx2

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.network.addresses import PrivateAddressError, checked_addresses, goes_through_proxy
from flaregen.network.attempt import Attempt, Part, sendable
from flaregen.network.retrying import GaveUpError, Patience, retried
from flaregen.network.unpack import BrokenArchiveError, TooLargeError, unpack

Progress: TypeAlias = Callable[[int, int | None], None]
"""Called with the bytes so far and, where the server says so, of how many."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``size`` in bytes, before and after decompression; ``total`` and ``silence`` in seconds."""

    size: int = 64 * 1024 * 1024
    total: float = 300.0
    silence: float = 30.0
    attempts: int = 4
    pause: float = 0.5
    redirects: int = 5
    allow_http: bool = False
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a document, to ask later whether it is still the same."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A document as sent, decompressed; ``content`` is None when it is what is known already.

    ``address`` is where the redirects led in the end.
    """

    content: bytes | None
    validators: Validators
    address: str


def fetch(
    url: str,
    *,
    known: Validators | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Download:
    """Get a URL. Raises DiagnosticError."""
    return Fetching(url, known or Validators(), limits or Limits(), progress or _silent).run()


def _silent(_received: int, _expected: int | None) -> None:
    return None


class Fetching:
    """One download, over several attempts."""

    def __init__(self, url: str, known: Validators, limits: Limits, progress: Progress) -> None:
        self.url = url
        self.known = Validators(sendable(known.etag), sendable(known.last_modified))
        self.limits = limits
        self.progress = progress
        self.until = time.monotonic() + limits.total
        self._address = url

    def run(self) -> Download:
        part = Part()
        patience = Patience(self.limits.attempts, self.limits.pause, until=self.until)
        try:
            return retried(lambda: self._unpacked(self._in_time(part)), patience)
        except GaveUpError as error:
            message = f"the download failed: {error}"
            raise self.refused("download-failed", message, _TRY_LATER) from error

    def _in_time(self, part: Part) -> Part:
        """Make one attempt in a thread, which is abandoned when the time is up.

        Time limits of sockets are for a single read: a look-up that hangs, or headers
        that come letter by letter, are beyond them.
        """
        outcome: SimpleQueue[Part | BaseException] = SimpleQueue()

        def attempt() -> None:
            try:
                outcome.put(self._attempt(part))
            except BaseException as error:  # noqa: BLE001  the other thread raises it
                outcome.put(error)

        threading.Thread(target=attempt, daemon=True).start()
        try:
            result = outcome.get(timeout=max(self.until - time.monotonic(), 0))
        except Empty:
            message = f"the download took more than {self.limits.total:g} seconds"
            raise self.refused("download-failed", message, _TRY_LATER) from None
        if isinstance(result, BaseException):
            raise result
        return result

    def refused(self, code: str, message: str, help: str) -> DiagnosticError:
        return DiagnosticError([Diagnostic(code, f"{_shown(self.url)}: {message}", help)])

    def _attempt(self, part: Part) -> Part:
        """Follow redirects, each of them checked like the first address."""
        url, seen = self.url, {self.url}
        while True:
            target = self._checked(url)
            location = self._get(target, part)
            if location is None:
                self._address = url
                return part
            url = self._joined(url, location)
            if self._split(url).scheme != target.scheme:
                message = f"it redirects from {target.scheme} to {url}"
                raise self.refused("redirect-scheme", message, "give that address, if you trust it")
            if url in seen or len(seen) > self.limits.redirects:
                raise self.refused("redirect-circle", "it redirects without end", _BY_HAND)
            seen.add(url)

    def _joined(self, url: str, location: str) -> str:
        try:
            return urljoin(url, location)
        except ValueError as error:
            raise self._bad_url(location, error) from error

    def _split(self, url: str) -> SplitResult:
        """Take an address apart as whoever connects to it will."""
        try:
            target = urlsplit(url)
            if target.scheme in {"http", "https"}:
                (target.hostname or "").encode("idna")
                int(target.port or 0)
                httpx2.URL(url)
        except (ValueError, httpx2.InvalidURL) as error:
            raise self._bad_url(url, error) from error
        return target

    def _bad_url(self, url: str, error: Exception) -> DiagnosticError:
        if url == self.url:
            advice = "write it as https://server/path"
            return self.refused("bad-url", f"it is not an address: {error}", advice)
        message = f"it redirects to {_shown(url)}, which is not an address: {error}"
        return self.refused("bad-url", message, _BY_HAND)

    def _checked(self, url: str) -> SplitResult:
        target = self._split(url)
        if target.scheme not in {"http", "https"}:
            scheme = url.partition("://")[0].lower()
            message = f"flaregen does not read {scheme}://"
            raise self.refused("unknown-scheme", message, _SCHEMES)
        if target.scheme == "http" and not self.limits.allow_http:
            advice = "use the https address, or --allow-http if you trust the network"
            raise self.refused("insecure-url", "it is not https", advice)
        if not target.hostname or target.username is not None:
            advice = "leave out name and password: the address is written down in a lock"
            raise self.refused("bad-url", "it is not the plain address of a server", advice)
        return target

    def _get(self, target: SplitResult, part: Part) -> str | None:
        """Send one request to the first address that answers. Gives where it redirects, if so."""
        timeout = httpx2.Timeout(self.limits.silence)
        failure: Exception | None = None
        for address in self._addresses(target):
            try:
                with httpx2.Client(follow_redirects=False, timeout=timeout) as client:
                    return Attempt(self, client, target, address).run(part)
            except httpx2.ConnectError as error:
                failure = error
        raise failure or OSError(f"{target.hostname} has no address")

    def _addresses(self, target: SplitResult) -> tuple[str | None, ...]:
        """The addresses of a host; None if a proxy looks it up."""
        if goes_through_proxy(target):
            return (None,)
        port = target.port or (443 if target.scheme == "https" else 80)
        try:
            return checked_addresses(
                target.hostname or "", port, allow_private=self.limits.allow_private
            )
        except PrivateAddressError as error:
            advice = "for a server of your own, --allow-private-addresses permits it"
            raise self.refused("private-address", str(error), advice) from error

    def _unpacked(self, part: Part) -> Download:
        if part.is_known:
            return Download(None, self.known, self._address)
        try:
            content = unpack(bytes(part.content), self.limits.size)
        except TooLargeError:
            raise self.too_large() from None
        except BrokenArchiveError as error:
            raise self.refused("bad-archive", f"decompressing failed: {error}", _BY_HAND) from error
        if content.lstrip()[:1] == b"<":
            raise self.refused("web-page", "the server sent a web page, not a document", _BY_HAND)
        return Download(content, Validators(part.etag, part.last_modified), self._address)

    def too_large(self) -> DiagnosticError:
        size = self.limits.size // 1024**2
        message = f"the document has more than {size} MB"
        advice = "flaregen pull --max-size raises the limit; the pin keeps only what you use"
        return self.refused("too-large", message, advice)


_CREDENTIALS = re.compile(r"//[^/?#]*@")
_SCHEMES = "only https:// can be read (http:// with --allow-http); a file is named by its path"
_BY_HAND = "open the address in a browser, or download the document yourself and give its path"
_TRY_LATER = f"try again later; {_BY_HAND}"


def _shown(url: str) -> str:
    return _CREDENTIALS.sub("//***@", url)
