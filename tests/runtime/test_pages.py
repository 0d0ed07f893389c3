"""Lists in pages, against a server that has fourteen records and pages them as it is asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import anyio
import pytest

from tests.support.concepts import CONCEPTS, emitted, imported, package_of
from tests.support.loopback import Answer, Loopback, Received, refusal, serve

_COUNT, _SIZE = 14, 6
_FAMILIES = ("numbered", "cursors", "both", "offsets")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("pages")
    concept = next(one for one in CONCEPTS if one.name == "pages")
    with imported(emitted(concept), folder, package_of(concept)) as found:
        yield found


def _answer(family: str, start: int, info: dict[str, Any]) -> Answer:
    found = range(start, min(start + _SIZE, _COUNT))
    items: Any = [str(n) for n in found] if family == "cursors" else [{"id": n} for n in found]
    result = {"class": items} if family == "both" else items
    content = {"success": True, "errors": [], "result": result, "result_info": info}
    return Answer(json.dumps(content).encode(), headers={"Content-Type": "application/json"})


def _serve(request: Received) -> Answer:
    """A page of the family that the path says, refused where the query is not of it."""
    parts = urlsplit(request.path)
    family, query = parts.path.strip("/"), dict(parse_qsl(parts.query))
    if family == "numbered":
        page = int(query.pop("page", 1))
        start, info = (page - 1) * _SIZE, {"page": page, "per_page": _SIZE, "total_count": _COUNT}
    elif family == "offsets":
        start = int(query.pop("offset", 0))
        info = {"total_count": _COUNT}
    else:
        start = int(query.pop("cursor", "c0").removeprefix("c"))
        after = f"c{start + _SIZE}" if start + _SIZE < _COUNT else ""
        info = {"cursors": {"after": after}} if family == "both" else {"cursor": after}
    if query.keys() - {"limit", "per_page", "order"}:
        return refusal(400, 1, f"unknown parameter {query}")
    return _answer(family, start, info)


def _ids(items: Any) -> list[int]:
    return [int(one) if isinstance(one, str) else one.id for one in items]


def _options(server: Loopback) -> dict[str, Any]:
    return {"api_token": "t", "base_url": server.url, "max_retries": 0, "on_drift": "raise"}


@pytest.mark.parametrize("family", _FAMILIES)
def test_three_pages(package: ModuleType, family: str) -> None:
    with serve(_serve) as server, package.Cloudflare(**_options(server)) as client:
        page = getattr(client, family).list()
        assert isinstance(page, package.SyncPage)
        assert len(server.received) == 1
        assert (_ids(page.result), page.has_next_page()) == ([0, 1, 2, 3, 4, 5], True)
        assert _ids(page) == list(range(_COUNT))
        assert len(server.received) == 3
        second = page.next_page()
        third = second.next_page()
        assert [len(one.result) for one in second.iter_pages()] == [6, 2]
        assert (_ids(third.result), third.has_next_page()) == ([12, 13], False)
        with pytest.raises(package.CloudflareError, match="last page"):
            third.next_page()
        raw = getattr(client, family).with_raw_response.list().parse()
        assert isinstance(raw, package.SyncPage)
        assert len(raw.result) == _SIZE
        assert _ids(raw) == list(range(_COUNT))


@pytest.mark.parametrize("family", _FAMILIES)
async def test_three_pages_in_a_task(package: ModuleType, family: str, anyio_backend: str) -> None:
    with serve(_serve) as server:
        async with package.AsyncCloudflare(**_options(server)) as client:
            pages = getattr(client, family).list()
            assert server.received == []
            page = await pages
            assert (_ids(page.result), page.has_next_page()) == ([0, 1, 2, 3, 4, 5], True)
            assert _ids([one async for one in page]) == list(range(_COUNT))
            assert _ids([one async for one in pages]) == list(range(_COUNT))
            assert len(server.received) == 6
            assert _ids((await (await page.next_page()).next_page()).result) == [12, 13]
            raw = await getattr(client, family).with_raw_response.list()
            parsed = await raw.parse()
            assert isinstance(parsed, package.AsyncPage)
            assert _ids([one async for one in parsed]) == list(range(_COUNT))


async def test_one_page_ahead_and_no_more(package: ModuleType, anyio_backend: str) -> None:
    with serve(_serve) as server:
        async with package.AsyncCloudflare(**_options(server)) as client:
            pages = client.numbered.list()
            async for item in pages:
                assert item.id == 0
                break
            items = (await client.numbered.list()).__aiter__()
            found = [(await anext(items)).id for _ in range(_SIZE)]
            del items
    assert found == [0, 1, 2, 3, 4, 5]
    assert len(server.received) <= 4


def test_keywords_go_with_every_page(package: ModuleType) -> None:
    with serve(_serve) as server, package.Cloudflare(**_options(server)) as client:
        assert _ids(client.numbered.list(page=2, order="up", extra_headers={"X-A": "b"})) == [
            *range(6, 14)
        ]
    assert [one.path for one in server.received] == [
        "/numbered?page=2&order=up",
        "/numbered?page=3&order=up",
    ]
    assert {one.headers["x-a"] for one in server.received} == {"b"}


def test_what_is_said_of_a_page(package: ModuleType) -> None:
    with serve(_serve) as server, package.Cloudflare(**_options(server)) as client:
        info = client.numbered.list().result_info
        assert (info.page, info.per_page, info.total_count, info.cursor) == (1, 6, 14, None)
        assert client.both.list().result_info.cursors.after == "c6"
        assert repr(client.both.list()) == "<SyncPage of 6 items>"
        # A list whose operation has nothing to choose a page with is a list.
        assert type(client.whole.list(order="x")) is list


@pytest.mark.parametrize("family", _FAMILIES)
async def test_an_empty_page_is_the_last(
    package: ModuleType, family: str, anyio_backend: str
) -> None:
    empty = _answer(family, _COUNT, {"page": 1, "per_page": _SIZE, "total_count": 99})
    with serve(empty) as server:
        with package.Cloudflare(**_options(server)) as client:
            page = getattr(client, family).list()
            assert (page.result, page.has_next_page(), list(page)) == ([], False, [])
        async with package.AsyncCloudflare(**_options(server)) as other:
            late = await getattr(other, family).list()
            assert (late.result, late.has_next_page()) == ([], False)
            assert [one async for one in late] == []
    assert len(server.received) == 2


_SAME: dict[str, Callable[[Received], Answer]] = {
    "cursors": lambda _: _answer("cursors", 0, {"cursor": "again"}),
    "both": lambda _: _answer("both", 0, {"cursors": {"after": "again"}}),
    "numbered": lambda _: _answer("numbered", 0, {"page": 1, "per_page": _SIZE}),
    "offsets": lambda _: _answer("offsets", 0, {}),
}


@pytest.mark.parametrize("family", _SAME)
async def test_a_page_that_repeats_ends(
    package: ModuleType, family: str, anyio_backend: str
) -> None:
    with serve(_SAME[family]) as server:
        with package.Cloudflare(**_options(server)) as client:
            with pytest.raises(package.CloudflareError, match="again"):
                list(getattr(client, family).list())
        sent = len(server.received)
        assert sent <= 3
        async with package.AsyncCloudflare(**_options(server)) as other:
            with pytest.raises(package.CloudflareError, match="again"):
                [one async for one in getattr(other, family).list()]
        assert len(server.received) <= 2 * sent


@pytest.mark.parametrize("family", _FAMILIES)
async def test_an_error_on_page_two(package: ModuleType, family: str, anyio_backend: str) -> None:
    def answer(request: Received) -> Answer:
        return _serve(request) if urlsplit(request.path).query == "" else refusal(403, 7, "not you")

    found: list[Any] = []
    with serve(answer) as server:
        with package.Cloudflare(**_options(server)) as client:
            with pytest.raises(package.PermissionDeniedError, match="not you"):
                _collect_now(found, getattr(client, family).list())
        assert _ids(found) == [0, 1, 2, 3, 4, 5]
        async with package.AsyncCloudflare(**_options(server)) as other:
            late: list[Any] = []
            with pytest.raises(package.PermissionDeniedError, match="not you"):
                await _collect(late, getattr(other, family).list())
        assert late == found


def _collect_now(found: list[Any], items: Any) -> None:
    for one in items:
        found.append(one)  # noqa: PERF402  # what came before an error counts


async def _collect(found: list[Any], items: Any) -> None:
    async for one in items:
        found.append(one)  # noqa: PERF401  # what came before an error counts


@pytest.mark.parametrize(
    ("info", "pages"),
    [
        ({"page": 1, "per_page": 6, "total_pages": 1}, 1),
        ({"page": 1, "per_page": 6, "total_count": 6}, 1),
        ({"page": 1, "per_page": 20}, 1),
        ({"total_pages": 2}, 2),
        ({"page": {}, "per_page": [], "total_pages": "2", "total_count": {}}, 2),
        (None, 2),
    ],
)
def test_where_numbered_pages_end(
    package: ModuleType, info: dict[str, Any] | None, pages: int
) -> None:
    def answer(request: Received) -> Answer:
        first = urlsplit(request.path).query == ""
        return _answer("numbered", 0 if first else _COUNT, info)  # type: ignore[arg-type]  # null

    with serve(answer) as server, package.Cloudflare(**_options(server)) as client:
        assert len(list(client.numbered.list())) == _SIZE
    assert len(server.received) == pages


@pytest.mark.parametrize(
    "info", [{"cursor": ["c"]}, {"cursors": 3}, {"cursors": {"after": {"c": 1}}}, {"cursor": {}}]
)
def test_a_cursor_that_is_none_ends_the_pages(package: ModuleType, info: dict[str, Any]) -> None:
    answer = _answer("both", 0, info)
    with serve(answer) as server, package.Cloudflare(**_options(server)) as client:
        assert len(list(client.both.list())) == _SIZE
    assert len(server.received) == 1


@pytest.mark.parametrize("alive", [True, False])
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_pages_go_on_in_another_loop(package: ModuleType, backend: str, alive: bool) -> None:
    """The page that was asked for ahead belongs to the first one, and may have ended with it."""
    with serve(_serve) as server:
        client = package.AsyncCloudflare(**_options(server))
        items = aiter(client.numbered.list())
        first = asyncio.Runner()

        async def begin() -> int:
            return int((await anext(items)).id)

        async def rest() -> list[int]:
            found = [one.id async for one in items]
            await client.close()
            return found

        assert first.run(begin()) == 0
        if not alive:
            first.close()
        assert anyio.run(rest, backend=backend) == list(range(1, _COUNT))
        first.close()
