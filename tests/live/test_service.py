"""What the service says, read and refused in whole messages; and the credentials for asking it."""

from __future__ import annotations

from typing import Any

import pytest

from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.live.service import (
    ListedModel,
    ModelSchemas,
    Service,
    Unanswered,
    ask,
    search,
)
from tests.support.loopback import Answer, Received, envelope, refusal, serve

TEXT = {"type": "string"}
BASE = "https://api.example/v4"
BOTH = {"CLOUDFLARE_API_TOKEN": " secret ", "CLOUDFLARE_ACCOUNT_ID": "account\n"}
OPEN = "it must be https, or anyone on the way can read the token"
RIGHTS = "a token with the permission Workers AI Read will do"


def _service(url: str) -> Service:
    return Service(url, "account", "secret", attempts=1, pause=0)


def test_the_environment() -> None:
    found = Service.from_environment(BOTH, f"{BASE}/")
    assert found == Service(BASE, "account", "secret")
    own = Service.from_environment({**BOTH, "CLOUDFLARE_BASE_URL": " http://localhost:1/ "}, BASE)
    assert own.base_url == "http://localhost:1"


@pytest.mark.parametrize(
    ("environment", "message", "advice"),
    [
        (
            {},
            "--live needs CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID in the environment",
            RIGHTS,
        ),
        (
            {**BOTH, "CLOUDFLARE_ACCOUNT_ID": " "},
            "--live needs CLOUDFLARE_ACCOUNT_ID in the environment",
            RIGHTS,
        ),
        (
            {**BOTH, "CLOUDFLARE_API_TOKEN": "se cret"},
            "CLOUDFLARE_API_TOKEN holds a space, a line break or a letter beyond ASCII",
            "copy it again, as one word",
        ),
        (
            {**BOTH, "CLOUDFLARE_BASE_URL": "http://b.example"},
            f"the token is not sent to CLOUDFLARE_BASE_URL: {OPEN}",
            "write it as in https://api.cloudflare.com/client/v4",
        ),
    ],
)
def test_an_environment_that_does_not_do(
    environment: dict[str, str], message: str, advice: str
) -> None:
    with pytest.raises(UsageError) as refused:
        Service.from_environment(environment, BASE)
    assert (str(refused.value), refused.value.help) == (message, advice)


@pytest.mark.parametrize(
    ("answer", "code", "message", "advice"),
    [
        (
            refusal(404, 1, "gone"),
            "live-unknown-model",
            "a: the service has no such model",
            "the model is gone, or its name is misspelt",
        ),
        (
            envelope({}),
            "live-no-schema",
            "a: the answer has neither an input nor an output schema",
            "nothing can be compared for this model",
        ),
        (
            envelope({"input": [1]}),
            "live-broken-schema",
            "a: the service's schema is broken: its input is a list",
            "nothing can be compared for this model",
        ),
        (
            envelope({"input": TEXT, "output": "x"}),
            "live-broken-schema",
            "a: the service's schema is broken: its output is a str",
            "nothing can be compared for this model",
        ),
        (
            refusal(401, 1, "no"),
            "live-credentials",
            "the service refused the token",
            f"check {' and '.join(BOTH)}, and that the token may read Workers AI",
        ),
        (refusal(400, 7, "odd"), "live-refused", "a: HTTP 400, odd", "see the message"),
    ],
)
def test_a_model_without_schemas(answer: Answer, code: str, message: str, advice: str) -> None:
    with serve(answer) as running:
        (found,) = ask(["a"], _service(running.url), 1, lambda: None)
    assert isinstance(found, Unanswered)
    said = found.problem
    assert (said.code, said.message, said.help) == (code, message, advice)


def test_numbers_that_are_written_as_text() -> None:
    with serve(envelope({"input": {"type": "number", "maximum": "5"}, "output": None})) as running:
        (found,) = ask(["a"], _service(running.url), 1, lambda: None)
    assert isinstance(found, ModelSchemas)
    assert (found.input, found.output) == ({"type": "number", "maximum": 5}, None)
    (remark,) = found.remarks
    assert (remark.code, remark.severity) == ("live-number-as-text", "warning")
    assert remark.message == "a: the service writes /maximum as text; it is read as a number"


def _listed(*names: Any) -> list[dict[str, Any]]:
    return [{"name": name, "task": {"name": "Text"}} for name in names]


def test_the_list_of_models() -> None:
    described = {
        "name": "b",
        "task": {"name": "Text"},
        "properties": [
            {"property_id": "beta", "value": "true"},
            {"property_id": "old", "value": "false"},
            {"property_id": "size", "value": "12"},
            {"property_id": "price", "value": "1.5"},
            {"value": "of nothing"},
        ],
    }
    pages = [[*_listed("a"), described, {"task": {}}], _listed("a", "c"), []]

    def answer(request: Received) -> Answer:
        return envelope(pages[len(running.received) - 1])

    with serve(answer) as running:
        found = search(_service(running.url))
    assert found == (
        ListedModel("a", "Text"),
        ListedModel("b", "Text", {"beta": True, "old": False, "size": 12, "price": "1.5"}),
        ListedModel("c", "Text"),
    )
    assert [one.path for one in running.received] == [
        f"/accounts/account/ai/models/search?page={number}&per_page=50&include_deprecated=true"
        for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("answer", "message", "advice"),
    [
        (
            refusal(404, 1, "gone"),
            "the list of models: the service has none at {}/accounts/account/ai/models/search",
            "check [service] base_url",
        ),
        (
            envelope({}),
            "the list of models: the answer has no list of models",
            "try again later",
        ),
    ],
)
def test_a_list_that_cannot_be_had(answer: Answer, message: str, advice: str) -> None:
    with serve(answer) as running, pytest.raises(DiagnosticError) as refused:
        search(_service(running.url))
    (said,) = refused.value.diagnostics
    assert said.code == "live-refused"
    assert (said.message, said.help) == (message.format(running.url), advice)


def test_a_list_without_end() -> None:
    with (
        serve(lambda request: envelope(_listed(request.path))) as running,
        pytest.raises(DiagnosticError) as refused,
    ):
        search(_service(running.url))
    (said,) = refused.value.diagnostics
    assert said.message == "the list of models has more than 100 pages"
    assert (said.code, said.help, len(running.received)) == ("live-refused", "try again later", 100)
