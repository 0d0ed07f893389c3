"""Where calls go, and which values of a path are refused before anything is sent."""

from __future__ import annotations

import pytest
from workers_ai import TranslationParams

from tests.runtime.callers import ACCOUNT, LLAMA, Caller
from tests.runtime.wire import Service, result

PARAMS = TranslationParams(text="x", target_lang="fr")


def test_slashes_of_a_model_stay_slashes(caller: Caller, service: Service) -> None:
    caller.run(LLAMA, PARAMS)
    assert service.last.target == f"/client/v4/accounts/{ACCOUNT}/ai/run/{LLAMA}"


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("@cf/a/b c", "@cf/a/b%20c"),
        ("@cf/ä/b", "@cf/%C3%A4/b"),
        ("@cf/a%2Fb/c", "@cf/a%252Fb/c"),
        ("@cf/a/b:1.5", "@cf/a/b:1.5"),
        ("@cf/a/..b", "@cf/a/..b"),
        ("@cf/a/%2e%2e", "@cf/a/%252e%252e"),
    ],
)
def test_segments_are_encoded(caller: Caller, service: Service, name: str, sent: str) -> None:
    caller.run(name, PARAMS)
    assert service.last.target.endswith(f"/ai/run/{sent}")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/",
        "a//b",
        "/a",
        "a/",
        ".",
        "..",
        "a/../b",
        "a/./b",
        "a/..",
        "a?b",
        "a#b",
        "a\\b",
        "a\nb",
        "a\r\nb",
        "a\x00b",
        "a\x7fb",
        "a\x85b",
        "a\u2028b",
    ],
)
def test_other_paths_cannot_be_reached(caller: Caller, service: Service, name: str) -> None:
    with pytest.raises(ValueError, match="`model_name`"):
        caller.run(name, PARAMS)
    with pytest.raises(ValueError, match="`account_id`"):
        caller.run(LLAMA, PARAMS, account_id=name)
    assert service.received == []


def test_an_account_is_one_segment(caller: Caller, service: Service) -> None:
    caller.run(LLAMA, PARAMS, account_id="a/b")
    assert service.last.target.startswith("/client/v4/accounts/a%2Fb/ai/")


@pytest.mark.parametrize("name", ["account_id", "model_name"])
def test_empty_values_are_named_as_people_know_them(caller: Caller, name: str) -> None:
    arguments = {"model_name": LLAMA, "account_id": "a", "text": "x", name: ""}
    with pytest.raises(ValueError, match="Expected a non-empty value for `" + name) as caught:
        caller.run(**arguments)
    assert str(caught.value) == f"Expected a non-empty value for `{name}` but received ''"


def test_only_text_makes_a_path(caller: Caller) -> None:
    with pytest.raises(TypeError, match="`model_name` to be a str but received int"):
        caller.run(5, PARAMS)


def test_a_call_overrides_the_account(caller: Caller, service: Service) -> None:
    caller.run(LLAMA, PARAMS, account_id="other")
    assert "/accounts/other/" in service.last.target


def test_the_account_comes_from_the_environment(
    caller: Caller, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    del caller.options["account_id"]
    with pytest.raises(ValueError, match="Expected a value for `account_id`"):
        caller.run(LLAMA, PARAMS)
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "from-outside")
    caller.run(LLAMA, PARAMS)
    assert "/accounts/from-outside/" in service.last.target


def test_a_base_url_may_have_a_path_and_a_slash(caller: Caller, service: Service) -> None:
    service.replies(result({"translated_text": "y"}))
    caller.options["base_url"] = f"{service.origin}/proxy/v1/"
    assert caller.run(LLAMA, PARAMS).translated_text == "y"
    assert service.last.target.startswith("/proxy/v1/accounts/")


@pytest.mark.parametrize("url", ["", "api.example.com", "ftp://host/x", "https://", "http://[::1"])
def test_what_is_no_base_url(caller: Caller, url: str) -> None:
    if not url:
        caller.options["base_url"] = url
        return
    caller.options["base_url"] = url
    with pytest.raises(ValueError, match="`base_url`") as caught:
        caller.run(LLAMA, PARAMS)
    wanted = "Expected `base_url` to start with https:// or http:// and a host"
    assert str(caught.value) in {wanted, "`base_url` is not a URL: Invalid port: ':1'"}
