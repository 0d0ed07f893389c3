from __future__ import annotations

import gzip
import ipaddress
import shutil
import socket
import ssl
import subprocess
import tracemalloc
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from backports import zstd

from flaregen.diagnostic import DiagnosticError
from flaregen.network import addresses
from flaregen.network.addresses import is_public
from flaregen.network.fetch import Limits, Validators, fetch
from tests.support.misbehaving import Answer, Connection, hang, redirect, serving, status, too_large

DOCUMENT = b'{"openapi": "3.0.3", "filler": "' + b"x" * 100_000 + b'"}'
LIMITS = Limits(
    size=1_000_000, total=60, silence=20, pause=0.01, allow_http=True, allow_private=True
)


def whole(connection: Connection) -> None:
    connection.send("200 OK", DOCUMENT, ETag='"one"', Accept_Ranges="bytes")


def refused(error: pytest.ExceptionInfo[DiagnosticError]) -> str:
    (diagnostic,) = error.value.diagnostics
    return diagnostic.code


def test_a_document_and_what_identifies_it():
    def answer(connection: Connection) -> None:
        connection.send("200 OK", DOCUMENT, ETag='W/"a"', Last_Modified="yesterday")

    with serving(answer) as server:
        download = fetch(server.address, limits=LIMITS)
    assert download.content == DOCUMENT
    assert download.validators == Validators('W/"a"', "yesterday")
    sent = server.requests[0].headers
    assert sent["host"] == server.address.split("/")[2]
    assert sent["accept-encoding"] == "zstd, gzip"
    assert "if-none-match" not in sent


@pytest.mark.parametrize("compress", [gzip.compress, zstd.compress])
def test_compressed(compress):
    def answer(connection: Connection) -> None:
        connection.send("200 OK", compress(compress(DOCUMENT)), Content_Encoding="whatever")

    with serving(answer) as server:
        assert fetch(server.address, limits=LIMITS).content == DOCUMENT


def test_several_members_are_one_document():
    def answer(connection: Connection) -> None:
        connection.send("200 OK", gzip.compress(b'{"a"') + gzip.compress(b": 1}"))

    with serving(answer) as server:
        assert fetch(server.address, limits=LIMITS).content == b'{"a": 1}'


def test_not_modified():
    with serving(status("304 Not Modified")) as server:
        known = Validators('"one"', "yesterday")
        assert fetch(server.address, known=known, limits=LIMITS).content is None
    assert server.requests[0].headers["if-none-match"] == '"one"'
    assert server.requests[0].headers["if-modified-since"] == "yesterday"


@pytest.mark.parametrize("odd", [b'"\xe9"', b"\x80", b'"a\tb"', b'"\xf0\x9f\x98\x80"'])
def test_a_validator_that_no_request_can_carry_is_not_kept(odd: bytes):
    def answer(connection: Connection) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nETag: %b\r\nLast-Modified: %b\r\n\r\n"
        connection.raw(head % (odd, odd) + b"{}")

    with serving(answer) as server:
        assert fetch(server.address, limits=LIMITS).validators == Validators()


@pytest.mark.parametrize(
    "odd", ['"é"', "\x80", '"a\r\nX-Mine: 1"', '"a"\n', ' "a"', "\x00", "\x7f", "\ud800", " "]
)
def test_a_validator_that_no_request_can_carry_is_not_sent(odd: str):
    with serving(whole) as server:
        download = fetch(server.address, known=Validators(odd, odd), limits=LIMITS)
    assert download.content == DOCUMENT
    sent = server.requests[0].headers
    assert not {"if-none-match", "if-modified-since", "x-mine"} & sent.keys()


def test_what_breaks_off_with_a_tag_that_no_request_can_carry_is_begun_again():
    def odd_cut(connection: Connection) -> None:
        head = f"Content-Length: {len(DOCUMENT)}\r\n".encode() + b'ETag: "\xe9"\r\n\r\n'
        connection.raw(b"HTTP/1.1 200 OK\r\n" + head + DOCUMENT[:50_000])

    with serving(odd_cut, whole) as server:
        assert fetch(server.address, limits=LIMITS).content == DOCUMENT
    assert "range" not in server.requests[1].headers


def cut(connection: Connection) -> None:
    """Half of the document, then nothing."""
    head = f'Content-Length: {len(DOCUMENT)}\r\nETag: "one"\r\n'
    connection.raw(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + DOCUMENT[:50_000])


def rest(connection: Connection) -> None:
    start = int(connection.headers["range"].removeprefix("bytes=").removesuffix("-"))
    where = f"bytes {start}-{len(DOCUMENT) - 1}/{len(DOCUMENT)}"
    connection.send("206 Partial Content", DOCUMENT[start:], ETag='"one"', Content_Range=where)


def test_what_breaks_off_is_resumed():
    with serving(cut, rest) as server:
        assert fetch(server.address, limits=LIMITS).content == DOCUMENT
    assert server.requests[1].headers["range"].startswith("bytes=")
    assert server.requests[1].headers["if-range"] == '"one"'


def test_another_document_on_the_second_request_replaces_the_first():
    other = b'{"openapi": "3.1.0"}'

    def answer(connection: Connection) -> None:
        connection.send("200 OK", other, ETag='"two"')

    with serving(cut, answer) as server:
        download = fetch(server.address, limits=LIMITS)
    assert download.content == other
    assert download.validators.etag == '"two"'


def test_the_rest_of_another_document_is_not_appended():
    def answer(connection: Connection) -> None:
        where = f"bytes 50000-{len(DOCUMENT) - 1}/{len(DOCUMENT)}"
        body = b"y" * (len(DOCUMENT) - 50_000)
        connection.send("206 Partial Content", body, ETag='"two"', Content_Range=where)

    with serving(cut, answer, whole) as server:
        assert fetch(server.address, limits=LIMITS).content == DOCUMENT
    assert "range" not in server.requests[2].headers


def test_without_an_identity_it_begins_again():
    def anonymous(connection: Connection) -> None:
        connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n" + DOCUMENT[:50_000])

    with serving(anonymous, whole) as server:
        assert fetch(server.address, limits=LIMITS).content == DOCUMENT
    assert "range" not in server.requests[1].headers


def drip(connection: Connection) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    drip_on(connection)


def drip_on(connection: Connection) -> None:
    """One letter after the other until the client hangs up, but not for ever."""
    connection.socket.settimeout(0.02)
    for _ in range(150):
        try:
            connection.socket.sendall(b"x")
            connection.socket.recv(1)
        except TimeoutError:
            continue
        except OSError:
            return


def drip_headers(connection: Connection) -> None:
    """Never silent for long, and never done: limits on single reads do not see it."""
    connection.raw(b"HTTP/1.1 200 OK\r\nX-Long: ")
    drip_on(connection)


def longer_than_it_is(connection: Connection) -> None:
    connection.send("200 OK", DOCUMENT, Content_Length=len(DOCUMENT) + 1)


def not_http(connection: Connection) -> None:
    connection.raw(b"220 mail.example ESMTP\r\n")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (hang, "timed out"),
        (longer_than_it_is, "peer closed connection"),
        (not_http, "disconnected"),
        (status("500 Oops"), "answered 500"),
        (status("503 Busy", Retry_After=0), "answered 503"),
        (status("429 Too Many Requests", Retry_After="Mon, 01 Jan 2024 00:00:00 GMT"), "429"),
    ],
)
def test_what_may_pass_is_tried_again_and_then_reported(answer: Answer, message: str):
    with serving(answer) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=replace(LIMITS, attempts=2, silence=0.5))
    assert refused(error) == "download-failed"
    assert message in str(error.value)


@pytest.mark.parametrize("answer", [drip, drip_headers])
def test_what_takes_too_long_altogether(answer: Answer):
    with serving(answer) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=replace(LIMITS, total=1))
    assert "took more than 1 seconds" in str(error.value)
    assert len(server.requests) <= 1


@pytest.mark.parametrize("answer", [longer_than_it_is, status("502 Bad Gateway")])
def test_what_may_pass_passes(answer: Answer):
    with serving(answer, whole) as server:
        assert fetch(server.address, limits=LIMITS).content == DOCUMENT
    assert len(server.requests) == 2


def test_a_server_that_hangs_once():
    with serving(hang, whole) as server:
        limits = replace(LIMITS, silence=1, attempts=10)
        assert fetch(server.address, limits=limits).content == DOCUMENT
    assert len(server.requests) > 1


@pytest.mark.parametrize(
    "answer", [status("404 Not Found"), status("403 Forbidden"), status("429 No", Retry_After=3600)]
)
def test_what_does_not_pass_is_not_tried_again(answer: Answer):
    with serving(answer) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=LIMITS)
    assert refused(error) == "download-failed"
    assert len(server.requests) == 1


def endless(connection: Connection) -> None:
    """Five gigabytes, or as much of them as the client takes."""
    connection.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    chunk = b"x" * 100_000
    framed = f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n"
    try:
        for _ in range(50_000):
            connection.socket.sendall(framed)
    except OSError:
        return


def test_five_gigabytes_are_never_stored():
    tracemalloc.start()
    try:
        with serving(endless) as server, pytest.raises(DiagnosticError) as error:
            fetch(server.address, limits=LIMITS)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert refused(error) == "too-large"
    assert peak < 20_000_000


def test_an_announced_size_is_refused_before_it_comes():
    with serving(too_large) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=LIMITS)
    assert refused(error) == "too-large"


@pytest.mark.parametrize("compress", [gzip.compress, zstd.compress])
def test_a_small_archive_of_much(compress):
    bomb = compress(b"x" * 50_000_000)
    with (
        serving(lambda connection: connection.send("200 OK", bomb)) as server,
        pytest.raises(DiagnosticError) as error,
    ):
        fetch(server.address, limits=LIMITS)
    assert refused(error) == "too-large"


@pytest.mark.parametrize("compress", [gzip.compress, zstd.compress])
@pytest.mark.parametrize("break_it", [lambda b: b[:-9], lambda b: b[:11] + b"\xff" * 6 + b[17:]])
def test_a_broken_archive(compress, break_it):
    with (
        serving(lambda c: c.send("200 OK", break_it(compress(DOCUMENT)))) as server,
        pytest.raises(DiagnosticError) as error,
    ):
        fetch(server.address, limits=LIMITS)
    assert refused(error) == "bad-archive"


BY_HAND = "open the address in a browser, or download the document yourself and give its path"
LATER = f"try again later; {BY_HAND}"
PRIVATE = "check the address and the revision; a private repository cannot be read"
RAISED = "flaregen pull --max-size raises the limit; the pin keeps only what you use"


def sends(body: bytes, line: str = "200 OK", **headers: object) -> Answer:
    return lambda connection: connection.send(line, body, **headers)


def redirected(location: str, message: str, code: str, advice: str) -> tuple[Answer, str, str, str]:
    return redirect(location), message, code, advice


@pytest.mark.parametrize(
    ("answer", "message", "code", "advice"),
    [
        (sends(b""), "the download failed: the server sent nothing", "download-failed", LATER),
        (
            sends(b"x", "206 Partial Content", Content_Range="bytes 1-1/2"),
            "the download failed: the server sent a part of another document",
            "download-failed",
            LATER,
        ),
        (
            status("304 Not Modified"),
            "the server says that nothing changed, but nobody asked",
            "download-failed",
            "try again later",
        ),
        (status("404 Not Found"), "the server answered 404 Not Found", "download-failed", PRIVATE),
        (
            sends(b"\n<!doctype html><title>Log in"),
            "the server sent a web page, not a document",
            "web-page",
            BY_HAND,
        ),
        (
            sends(gzip.compress(DOCUMENT)[:-9]),
            "decompressing failed: the data ends too early",
            "bad-archive",
            BY_HAND,
        ),
        (
            sends(gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"")))))),
            "decompressing failed: it has archives inside archives",
            "bad-archive",
            BY_HAND,
        ),
        (
            sends(gzip.compress(b"") * 10_001),
            "decompressing failed: it has more than 10,000 parts",
            "bad-archive",
            BY_HAND,
        ),
        (too_large, "the document has more than 1 MB", "too-large", RAISED),
        redirected("/openapi.json", "it redirects without end", "redirect-circle", BY_HAND),
        *(
            redirected(
                other,
                f"it redirects from http to {other}",
                "redirect-scheme",
                "give that address, if you trust it",
            )
            for other in ("https://example.com/", "file:///etc/passwd", "ftp://x/")
        ),
        redirected(
            "http://me:secret@[bad/",
            "it redirects to http://***@[bad/, which is not an address: Invalid IPv6 URL",
            "bad-url",
            BY_HAND,
        ),
    ],
)
def test_what_a_failed_download_says(answer: Answer, message: str, code: str, advice: str):
    limits = replace(LIMITS, size=1024**2, attempts=1)
    with serving(answer) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=limits)
    (said,) = error.value.diagnostics
    assert (said.code, said.message, said.help) == (code, f"{server.address}: {message}", advice)


def test_redirects_are_followed():
    with serving(redirect("/there?x=1"), redirect("//127.0.0.1:{port}/end"), whole) as server:
        port = server.address.split(":")[2].split("/")[0]
        server.answers[1] = redirect(f"//127.0.0.1:{port}/end")
        assert fetch(server.address, limits=LIMITS).content == DOCUMENT
    assert [request.path for request in server.requests] == ["/openapi.json", "/there?x=1", "/end"]


def ever_further(connection: Connection) -> None:
    connection.send("307 Temporary Redirect", Location=connection.path + "x")


@pytest.mark.parametrize("answer", [redirect("/openapi.json"), ever_further])
def test_redirects_without_end(answer: Answer):
    with serving(answer) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=LIMITS)
    assert refused(error) == "redirect-circle"
    assert len(server.requests) <= LIMITS.redirects + 1


ODD_ADDRESSES = [
    "http://[bad/",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1:abc/",
    f"http://{'x' * 70}.example/",
    "http://.example./",
    "http://a..example/",
    "http://exa\x01mple/",
    "http://xn--\xff/",
    "//[",
    "http://127.0.0.1:-1/",
]


@pytest.mark.parametrize("location", ODD_ADDRESSES)
def test_a_redirect_to_an_odd_address(location: str):
    with serving(redirect(location)) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=replace(LIMITS, attempts=1))
    assert refused(error) in {"bad-url", "download-failed"}


@pytest.mark.parametrize(
    "header",
    [
        "Wed, 21 Oct 2015 07:28:00 -0000",
        "Wed, 21 Oct 2015 07:28:00",
        "Wed, 21 Oct 2015 07:28:00 +999999999999999999",
        "Wed, 21 Oct 99999 07:28:00 GMT",
        "9" * 5_000,
        "\xb2",
        "-1",
        "nan",
        "",
    ],
)
def test_an_odd_time_to_wait(header: str):
    busy = partial(Connection.send, status="503 Busy", Retry_After=header)
    with serving(busy) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=replace(LIMITS, attempts=1))
    assert refused(error) == "download-failed"


@pytest.mark.parametrize("header", [f"bytes {'9' * 5_000}-9/9", "bytes \xb2-3/4", "bytes 1-", "x"])
def test_an_odd_range(header: str):
    odd = partial(Connection.send, status="206 Partial Content", body=b"x", Content_Range=header)
    with serving(odd) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=replace(LIMITS, attempts=1))
    assert refused(error) == "download-failed"


SCHEMES = "only https:// can be read (http:// with --allow-http); a file is named by its path"
TRUST = "use the https address, or --allow-http if you trust the network"
PLAIN = "it is not the plain address of a server"
WRITTEN_DOWN = "leave out name and password: the address is written down in a lock"
WRITTEN_OUT = "write it as https://server/path"
OWN = "for a server of your own, --allow-private-addresses permits it"


@pytest.mark.parametrize(
    ("url", "code", "message", "advice"),
    [
        ("http://example.com/x", "insecure-url", "it is not https", TRUST),
        ("ftp://example.com/x", "unknown-scheme", "flaregen does not read ftp://", SCHEMES),
        ("File:///etc/x", "unknown-scheme", "flaregen does not read file://", SCHEMES),
        ("https:///x", "bad-url", PLAIN, WRITTEN_DOWN),
        ("https://[::1/x", "bad-url", "it is not an address: Invalid IPv6 URL", WRITTEN_OUT),
        (
            "https://x:99999/",
            "bad-url",
            "it is not an address: Port out of range 0-65535",
            WRITTEN_OUT,
        ),
        ("https://10.0.0.1/x", "private-address", "10.0.0.1 is not a public address", OWN),
    ],
)
def test_what_is_not_asked(url: str, code: str, message: str, advice: str):
    with pytest.raises(DiagnosticError) as error:
        fetch(url)
    (said,) = error.value.diagnostics
    assert (said.code, said.message, said.help) == (code, f"{url}: {message}", advice)


@pytest.mark.parametrize(
    "url",
    [
        "https://me:secret@example.com/x",
        "https://secret@example.com/a@b",
        "https://me:secret@[::1/x",
        "https:///x",
        f"https://{'x' * 70}.example/",
    ],
)
def test_addresses_that_cannot_be_written_down(url: str):
    with pytest.raises(DiagnosticError) as error:
        fetch(url)
    assert refused(error) == "bad-url"
    assert "secret" not in str(error.value)


NOT_PUBLIC = """
127.0.0.1 10.1.2.3 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1
::1 fe80::1 fc00::1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: ff02::1
192.88.99.1 192.0.0.1 192.0.0.170 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 240.0.0.1
255.255.255.255 172.31.255.255 :: ::127.0.0.1 ::1.1.1.1 ::ffff:0:1.1.1.1 64:ff9b:1::1.1.1.1
64:ff9b::10.0.0.1 100::1 100:0:0:1::1 2001::1 2001:2::1 2001:10::1 2001:db8::1 2002:101:101::
3fff::1 3fff:fff::1 5f00::1 fec0::1 feff::1 fdff::1 ff0e::1 4000::1 e000::1 2001:1ff::1
"""


PUBLIC = """
1.1.1.1 172.32.0.1 192.0.0.9 192.0.0.10 192.0.1.1 192.31.196.1 192.52.193.1 192.88.98.1 192.175.48.1
198.20.0.1 223.255.255.255 ::ffff:1.1.1.1 64:ff9b::1.1.1.1 2606:4700::1111 2001:1::1 2001:3::1
2001:4:112::1 2001:20::1 2001:30::1 2001:200::1 2003::1 2620:4f:8000::1 3ffe::1
"""


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_addresses_that_are_not_public(address: str):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC.split())
def test_addresses_that_are_public(address: str):
    assert is_public(ipaddress.ip_address(address))


def look_up(*found: str):
    """A resolver that gives these addresses, whatever the name."""

    def getaddrinfo(host: str, port: int, *rest: object, **options: object) -> list:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    return getaddrinfo


def test_private_addresses_are_refused_without_being_connected_to():
    with serving(whole) as server, pytest.raises(DiagnosticError) as error:
        fetch(server.address, limits=replace(LIMITS, allow_private=False))
    assert refused(error) == "private-address"
    assert server.requests == []


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(socket, "getaddrinfo", look_up("1.1.1.1", "10.0.0.1"))
    with pytest.raises(DiagnosticError, match=r"example\.com is 10\.0\.0\.1"):
        fetch("https://example.com/x")


def test_a_redirect_into_the_private_network(monkeypatch: pytest.MonkeyPatch):
    """Each hop is checked: the first host passes for public here, the second does not."""
    monkeypatch.setattr(addresses, "is_public", lambda address: str(address) == "127.0.0.1")
    with (
        serving(redirect("http://10.0.0.1/secret")) as server,
        pytest.raises(DiagnosticError) as error,
    ):
        fetch(server.address, limits=replace(LIMITS, allow_private=False))
    assert refused(error) == "private-address"


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch):
    """A name that leads elsewhere at the second look-up leads nowhere: there is none."""
    lookups: list[str] = []

    def getaddrinfo(host: str, port: int, *rest: object, **options: object) -> list:
        lookups.append(host)
        return look_up("127.0.0.1")(host, port)

    monkeypatch.setattr(addresses.socket, "getaddrinfo", getaddrinfo)
    with serving(whole) as server:
        named = server.address.replace("127.0.0.1", "rebinding.test")
        assert fetch(named, limits=LIMITS).content == DOCUMENT
    assert lookups.count("rebinding.test") == 1
    assert server.requests[0].headers["host"].startswith("rebinding.test:")


def test_a_name_that_does_not_exist(monkeypatch: pytest.MonkeyPatch):
    def getaddrinfo(*arguments: object, **options: object) -> list:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(DiagnosticError, match="Name or service not known"):
        fetch("https://nowhere.test/x", limits=LIMITS)


def test_an_address_that_does_not_answer_and_one_that_does(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(socket, "getaddrinfo", look_up("127.0.0.2", "127.0.0.1"))
    with serving(whole) as server:
        assert fetch(server.address, limits=LIMITS).content == DOCUMENT


def test_what_is_permitted_unless_somebody_says_otherwise():
    assert (Limits().size, Limits().allow_http, Limits().allow_private) == (
        64 * 1024**2,
        False,
        False,
    )
    assert (Limits().silence, Limits().total, Limits().redirects) == (30, 300, 5)


def test_progress_is_reported():
    counts: list[tuple[int, int | None]] = []
    with serving(whole) as server:
        fetch(server.address, limits=LIMITS, progress=lambda *now: counts.append(now))
    assert counts[-1] == (len(DOCUMENT), len(DOCUMENT))


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for upstream.test, which signs itself, with its key in the same file."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl to make a certificate with")
    path = tmp_path / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    made += ["-subj", "/CN=upstream.test", "-addext", "subjectAltName=DNS:upstream.test"]
    made += ["-keyout", str(path), "-out", str(tmp_path / "public.pem")]
    subprocess.run(made, capture_output=True, check=True)
    path.write_text(path.read_text() + (tmp_path / "public.pem").read_text())
    return path


@pytest.mark.parametrize(("name", "fits"), [("upstream.test", True), ("other.test", False)])
def test_the_certificate_has_to_be_the_names_and_not_the_addresss(
    name: str, fits: bool, certificate: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_name("public.pem")))
    monkeypatch.setattr(addresses.socket, "getaddrinfo", look_up("127.0.0.1"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(whole, tls=context) as server:
        url = server.address.replace("http://127.0.0.1", f"https://{name}")
        if fits:
            assert fetch(url, limits=LIMITS).content == DOCUMENT
            return
        with pytest.raises(DiagnosticError, match="certificate verify failed"):
            fetch(url, limits=replace(LIMITS, attempts=1))


def test_a_proxy_looks_the_host_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving(whole) as proxy:
        monkeypatch.setenv("http_proxy", proxy.address.removesuffix("/openapi.json"))
        download = fetch("http://nowhere.invalid/a.json", limits=LIMITS)
    assert download.content == DOCUMENT
    assert [one.path for one in proxy.requests] == ["http://nowhere.invalid/a.json"]
    assert proxy.requests[0].headers["host"] == "nowhere.invalid"
