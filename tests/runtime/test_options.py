"""What a client is made with: what is no option, and what a copy keeps."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from workers_ai import UNSET, AsyncCloudflare, ClientOptions, Cloudflare

from tests.runtime.callers import ACCOUNT, LLAMA, TOKEN, Caller
from tests.runtime.wire import Service, document, result

CLIENTS = [Cloudflare, AsyncCloudflare]
OWN: dict[Any, Any] = {Cloudflare: httpx2.Client, AsyncCloudflare: httpx2.AsyncClient}


@pytest.mark.parametrize("kind", CLIENTS)
@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"api_tokn": "t"}, "api_tokn"),
        ({"retries": 2, "proxy": None}, "proxy, retries"),
        # Those of a call are none of a client.
        ({"extra_headers": {"X-Tag": "1"}}, "extra_headers"),
    ],
)
def test_what_is_no_option_of_a_client(kind: Any, options: dict[str, Any], named: str) -> None:
    with pytest.raises(TypeError, match=f"^Not an option of a client: {named}$"):
        kind(api_token=TOKEN, **options)
    client = kind(api_token=TOKEN)
    for change in (client.with_options, client.copy):
        with pytest.raises(TypeError, match=f"^Not an option of a client: {named}$"):
            change(**options)


@pytest.mark.parametrize("kind", CLIENTS)
def test_http_clients_of_the_other_kind(kind: Any) -> None:
    wanted = OWN[kind]
    (other,) = {httpx2.Client, httpx2.AsyncClient} - {wanted}
    client = kind(api_token=TOKEN)
    for given in (other(), wanted, "http://proxy.example", "", 0, httpx2.HTTPTransport()):
        name = type(given).__name__
        message = f"^Expected `http_client` to be an httpx2.{wanted.__name__} but received {name}$"
        for make in (kind, client.with_options):
            with pytest.raises(TypeError, match=message):
                make(api_token=TOKEN, http_client=given)


@pytest.mark.parametrize("kind", CLIENTS)
def test_http_clients_of_ones_own_kind(kind: Any) -> None:
    class Mine(OWN[kind]):  # type: ignore[misc]
        pass

    mine = Mine()
    assert not kind(api_token=TOKEN, http_client=mine).is_closed
    assert not kind(api_token=TOKEN, http_client=None).with_options(http_client=mine).is_closed


def test_a_copy_keeps_the_base_url_of_the_environment(
    caller: Caller, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    del caller.options["base_url"]

    def change(client: Any) -> Any:
        assert str(client.base_url) == f"{service.origin}/first"
        monkeypatch.delenv("CLOUDFLARE_BASE_URL")
        gone = client.with_options(max_retries=0)
        monkeypatch.setenv("CLOUDFLARE_BASE_URL", "https://later.example")
        later = gone.with_options(timeout=5)
        assert gone.base_url == later.base_url == client.base_url
        return later.ai.run(LLAMA, prompt="x")

    monkeypatch.setenv("CLOUDFLARE_BASE_URL", f"{service.origin}/first")
    caller.call(change, change)
    assert service.last.target.startswith("/first/accounts/")


def test_none_changes_nothing_of_what_was_resolved(caller: Caller, service: Service) -> None:
    names = ("base_url", "api_token", "api_email", "api_key", "user_service_key", "account_id")

    def change(client: Any) -> Any:
        copied = client.with_options(**dict.fromkeys(names))
        assert copied.base_url == client.base_url
        return copied.ai.run(LLAMA, prompt="x")

    caller.call(change, change)
    assert service.last.target == f"/client/v4/accounts/{ACCOUNT}/ai/run/{LLAMA}"
    assert service.last.headers["authorization"] == f"Bearer {TOKEN}"


def test_none_is_not_in_the_way_of_other_credentials(caller: Caller, service: Service) -> None:
    def change(client: Any) -> Any:
        copied = client.with_options(api_token=None, api_email="me@example.com", api_key="key")
        return copied.ai.run(LLAMA, prompt="x")

    caller.call(change, change)
    assert service.last.headers["x-auth-key"] == "key"
    assert "authorization" not in service.last.headers


@pytest.mark.parametrize("kind", CLIENTS)
def test_no_time_out_is_a_choice(kind: Any) -> None:
    nothing = {"connect": None, "read": None, "write": None, "pool": None}
    client = kind(api_token=TOKEN, timeout=7)
    copied = client.with_options(timeout=None)
    assert copied.timeout.as_dict() == nothing
    assert copied.with_options(max_retries=0).timeout.as_dict() == nothing
    assert copied.with_options(timeout=7).timeout == client.timeout
    assert kind(api_token=TOKEN, timeout=None).timeout.as_dict() == nothing


@pytest.mark.parametrize("kind", CLIENTS)
@pytest.mark.parametrize("timeout", [-1, float("nan"), 0, 0.0])
def test_time_outs_that_can_never_work(kind: Any, timeout: float) -> None:
    with pytest.raises(ValueError, match=r"^Expected `timeout` to be (0 or more|more than 0) but"):
        kind(api_token=TOKEN, timeout=timeout)


def test_an_endless_time_out(caller: Caller) -> None:
    caller.options["timeout"] = float("inf")
    caller.run(LLAMA, prompt="x")
    assert Cloudflare(api_token=TOKEN, timeout=float("inf")).timeout.read is None


@pytest.mark.parametrize(("mine", "expected"), [(300.0, 300.0), (5.0, 60.0)])
def test_the_time_out_of_an_http_client_counts_where_it_was_chosen(
    mine: float, expected: float
) -> None:
    with httpx2.Client(timeout=mine) as http_client:
        client = Cloudflare(api_token=TOKEN, http_client=http_client)
        assert client.timeout.read == expected
        assert client.with_options(max_retries=0).timeout.read == expected
        assert client.with_options(timeout=7).timeout.read == 7


def test_copies_add_to_default_headers_and_query(caller: Caller, service: Service) -> None:
    caller.options |= {"default_headers": {"X-A": "1", "X-B": "1"}, "default_query": {"a": 1}}
    more: dict[str, Any] = {"default_headers": {"X-B": None, "X-C": "3"}, "default_query": {"b": 2}}
    caller.call(
        lambda c: c.with_options(**more).ai.run(LLAMA, prompt="x"),
        lambda c: c.with_options(**more).ai.run(LLAMA, prompt="x"),
    )
    headers = service.last.headers
    assert ("x-b" in headers, headers["x-a"], headers["x-c"]) == (False, "1", "3")
    assert service.last.target.endswith("?a=1&b=2")


def test_a_header_has_its_last_value_in_whatever_letters_it_is_written(
    client: Cloudflare, service: Service
) -> None:
    for name, value in {"x-a": "1", "X-A": "2"}.items():
        client = client.with_options(default_headers={name: value})
    client = client.with_options(default_headers={"x-a": "3"}, api_token="first")
    client = client.with_options(default_headers={"authorization": "Bearer second"})
    client.with_options(api_token="third").ai.run(LLAMA, prompt="x")
    headers = service.last.headers
    assert (headers["x-a"], headers["authorization"]) == ("3", "Bearer third")


def test_none_removes_a_parameter(caller: Caller, service: Service) -> None:
    caller.options["default_query"] = {"tags": "a", "b": 1}
    caller.run(LLAMA, prompt="x", extra_query={"tags": None})
    assert service.last.target.endswith(f"{LLAMA}?b=1")


def test_a_parameter_of_every_request_is_one_of_those_that_the_document_has(
    caller: Caller, service: Service
) -> None:
    caller.options["default_query"] = {"author": "a", "task": "b"}
    service.replies(result([]))
    caller.call(lambda c: c.ai.models.list(task="c"), lambda c: c.ai.models.list(task="c"))
    assert service.last.target.endswith("?author=a&task=c")


@pytest.mark.parametrize("kind", CLIENTS)
def test_what_is_unset_is_not_given(kind: Any) -> None:
    """Callers hand on what theirs may have left out."""
    unset = {name: UNSET for name in ClientOptions.__annotations__ if name != "api_token"}
    client = kind(api_token=TOKEN, **unset, account_id=UNSET)
    assert (client.timeout, client.max_retries) == (kind(api_token=TOKEN).timeout, 2)
    chosen = kind(api_token=TOKEN, timeout=7, max_retries=5, account_id="a")
    copied = chosen.with_options(api_token=UNSET, **unset, account_id=UNSET)
    assert (copied.timeout, copied.max_retries) == (chosen.timeout, 5)
    assert copied.settings.scopes == {"account_id": "a"}


@pytest.mark.parametrize("place", ["default", "extra"])
def test_unset_removes_headers_and_parameters(caller: Caller, service: Service, place: str) -> None:
    chosen: dict[str, Any] = {
        f"{place}_headers": {"User-Agent": UNSET, "X-Other": "x"},
        f"{place}_query": {"draft": UNSET, "tag": "x"},
    }
    caller.options |= chosen if place == "default" else {"default_query": {"draft": True}}
    caller.run(LLAMA, prompt="x", **({} if place == "default" else chosen))
    assert "user-agent" not in service.last.headers
    assert service.last.target.partition("?")[2] == "tag=x"


def test_no_http_client_is_none_given(service: Service) -> None:
    with httpx2.Client(auth=("me", "secret"), timeout=7) as mine:
        client = Cloudflare(account_id="a", base_url=service.base_url, http_client=mine)
        copied = client.with_options(http_client=None)
        assert copied.timeout.read == 7
        assert copied.ai.run(LLAMA, prompt="x") is not None


def test_a_client_of_its_own_sends_what_the_http_library_sends(service: Service) -> None:
    ours: dict[str, Any] = {"api_token": TOKEN, "account_id": "a", "base_url": service.base_url}
    content = {"result": {"response": "y"}, "success": True}
    service.replies(document(content, set_cookie="session=1"))
    with httpx2.Client() as http, Cloudflare(**ours) as own:
        for client in (Cloudflare(**ours, http_client=http), own):
            client.ai.run(LLAMA, prompt="x")
            client.ai.run(LLAMA, prompt="x")
    first, second, third, fourth = (
        {name.lower(): value for name, value in call.headers.items()} for call in service.received
    )
    assert (first, second) == (third, fourth)
    assert "accept-encoding" in first
    assert second["cookie"] == "session=1"
