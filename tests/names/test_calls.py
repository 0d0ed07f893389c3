"""How operations are called next to others, whatever their order is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from flaregen.diagnostic import DiagnosticError, UsageError
from flaregen.names.identifiers import ClassName
from flaregen.names.reviewed import ReviewedNames, ReviewedOperation, load
from flaregen.names.surface import surface
from flaregen.names.types import AnyType, ClassType, MapType, UnionType
from tests.names.documents import (
    NOTHING,
    TEXT,
    document,
    items,
    named,
    named_in_full,
    obj,
    operation,
    with_parameters,
)

_ANSWER = operation(answer=obj(a=TEXT))


def _called(paths: dict[str, Any], names: ReviewedNames = NOTHING) -> dict[str, str]:
    """The calls by method and path, the same for the document from its end."""
    found = named(document(paths), names)
    backwards = named(document(dict(reversed(paths.items()))), names)
    calls = {one.operation.label: f"{one.resource}.{one.method}" for one in found}
    assert {one.operation.label: f"{one.resource}.{one.method}" for one in backwards} == calls
    return calls


def _paths(*labels: str) -> dict[str, Any]:
    return {label: with_parameters(label, _ANSWER) for label in labels}


def test_one_thing_keeps_the_plain_name() -> None:
    labels = ("DELETE /rules", "DELETE /rules/{id}", "GET /rules/{id}", "GET /rules")
    assert _called(_paths(*labels)) == {
        "DELETE /rules": "rules.bulk_delete",
        "DELETE /rules/{id}": "rules.delete",
        "GET /rules/{id}": "rules.get",
        "GET /rules": "rules.list",
    }


def test_paths_with_more_parameters_say_which() -> None:
    labels = ("GET /jobs/{user}", "GET /jobs/{user}/{run id}", "GET /{user}/jobs/{run id}")
    shortest, longer, other = labels
    assert _called(_paths(shortest, longer)) == {
        shortest: "jobs.get",
        longer: "jobs.get_by_run_id",
    }
    assert _called(_paths(*labels))[other] == "jobs.get_29d6457a"
    # One for a server: their parameters alone differ.
    found = _called(_paths("GET /{page}{type}", "GET /{state}{type}"))
    assert [*found.values()] == ["api.get_by_page_and_type", "api.get_by_state_and_type"]


def test_a_path_without_a_slash_at_its_end_keeps_the_plain_name() -> None:
    plain, other = "POST /things/run", "POST /things/run/"
    assert _called(_paths(plain, other)) == {plain: "things.run", other: "things.create_run"}


def test_paths_that_are_one_in_python() -> None:
    dash, underscore = "POST /things/a-b", "POST /things/a_b"
    ids = {dash: {**_ANSWER, "operationId": "one"}, underscore: {**_ANSWER, "operationId": "two"}}
    assert _called(ids) == {dash: "things.one", underscore: "things.two"}
    found = _called(_paths(dash, underscore))
    assert found == {dash: "things.a_b_d4d89db7", underscore: "things.a_b_23057d60"}
    # A third one changes no name.
    more = _called(_paths(dash, underscore, "POST /things/A-b"))
    assert {label: more[label] for label in found} == found


def test_one_remark_has_the_rows_for_all_names_with_a_hash() -> None:
    labels = ("GET /x", "GET /X", "GET /x/", "GET /y_z", "GET /y-z")
    (remark,) = named_in_full(document(_paths(*labels))).remarks
    assert (remark.code, remark.severity) == ("unnamed-operation", "warning")
    assert remark.message == "5 methods end in a hash of the path, as others have the same name."
    assert [f'id = "{label}"' in remark.help for label in labels] == [True] * 5
    assert named_in_full(document(_paths("GET /x", "GET /z"))).remarks == ()


def test_a_reviewed_name_with_a_hash_is_no_remark() -> None:
    paths = _paths("GET /x", "GET /X")
    rows = [
        ReviewedOperation(label, *name.split("."))
        for label, name in _called(paths).items()
        if re.search(r"_[0-9a-f]{8}$", name)
    ]
    assert len(rows) == 2
    assert named_in_full(document(paths), ReviewedNames(operations=tuple(rows))).remarks == ()


def test_a_path_without_a_latin_letter_has_a_name() -> None:
    labels = ("POST /\u0434\u0430/\u043d\u0435\u0442", "POST /\u6570/run", "PATCH /-/{id}")
    assert [*_called(_paths(*labels)).values()] == ["api.create", "api.run", "api.edit"]
    more = _called(_paths("POST /-/-", "POST /-/+"))
    assert [*more.values()] == ["api.create_55bcb9c9", "api.create_77e99fb0"]


def test_calls_of_one_prefix_have_classes_of_their_own() -> None:
    found = named(document(_paths("POST /a/b-c", "POST /a-b/c", "POST /x/b-c")), NOTHING)
    assert [one.response_union for one in found] == [
        "ABC2b7a6d7cResponse",
        "ABC938680f0Response",
        "XBCResponse",
    ]


def test_a_method_is_not_called_as_a_resource_next_to_it() -> None:
    found = _called(_paths("POST /things/{id}/scan", "GET /things/{id}/scan/{run}"))
    assert [*found.values()] == ["things.scan.create", "things.scan.get"]


def test_a_method_of_one_thing_keeps_the_name_of_a_resource() -> None:
    found = _called(_paths("POST /ai/run/{model}", "POST /ai/run/@cf/x/y", "POST /ai/run/@cf/z"))
    assert [*found.values()] == ["ai.run", "ai.run_.cf.x.y", "ai.run_.cf.z"]


def test_twins_are_one_method() -> None:
    found = _called(_paths("GET /zones/{id}/rules/{rule}", "GET /accounts/{a}/rules/{id}"))
    # The parameter of the scope has the name of another in the path of the account.
    assert found == {"GET /accounts/{a}/rules/{id} or /zones/{zone id}/rules/{id}": "rules.get"}


def test_twins_of_two_names_are_two_methods(tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text(
        '[[method]]\noperation = "GET /zones/{}/rules"\nname = "zones.rules.list"\n'
        '[[resource]]\npath = "/rules"\nname = "firewall.rules"\n'
    )
    labels = ("GET /accounts/{a}/rules", "GET /zones/{z}/rules", "PUT /zones/{z}/rules")
    found = _called(_paths(*labels), load(names))
    assert found == {
        "GET /accounts/{a}/rules": "firewall.rules.get",
        "GET /zones/{z}/rules": "zones.rules.list",
        "PUT /zones/{z}/rules": "firewall.rules.update",
    }


def test_what_twins_have_that_differs() -> None:
    short, long = {"type": "string", "maxLength": 3}, {"type": "string", "maxLength": 9}
    paths = {
        "GET /accounts/{a}/rules": operation(answer=items(obj("a", a=obj("b", b=short)))),
        "GET /zones/{z}/rules": operation(answer=items(obj("a", a=obj("b c", b=long, c=TEXT)))),
    }
    (one,) = named(document({label: with_parameters(label, node) for label, node in paths.items()}))
    (task,) = one.tasks
    assert sorted(cls.name for cls in task.nested) == [
        "RulesListResponseAccountItem",
        "RulesListResponseAccountItemA",
        "RulesListResponseZoneItem",
        "RulesListResponseZoneItemA",
    ]


@pytest.mark.parametrize("untyped", ["PUT /accounts/{a}/rules", "PUT /zones/{z}/rules"])
def test_a_twin_that_says_nothing_of_its_answer_may_answer_any_object(untyped: str) -> None:
    labels = ("PUT /accounts/{a}/rules", "PUT /zones/{z}/rules")
    answers = {one: {"type": "object"} if one == untyped else obj("a", a=TEXT) for one in labels}
    paths = {one: with_parameters(one, operation(answer=answers[one])) for one in labels}
    (one,) = named(document(paths))
    response = one.tasks[0].response
    assert response is not None
    assert response.type == UnionType(
        (MapType(AnyType()), ClassType(ClassName("RulesUpdateResponseItem")))
    )


def test_reviewed_names_of_what_is_in_the_path(tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    row = '[[method]]\noperation = "GET /{}/{}/{}"\nname = "things.get"\n'
    found = {}
    for more in ("a = 'of'", "a = 'body'", "a = 'b'", "a = 'x', b = 'x'", "c = 'x', z = 'y'"):
        names.write_text(f"{row}arguments = {{ {more} }}")
        (one,) = named(document(_paths("GET /{a}/{b}/{c}")), load(names))
        found[more] = [parameter.argument for parameter in one.parameters]
    assert [*found.values()] == [
        ["of", "b", "c"],
        ["body_", "b", "c"],
        ["a", "b", "c"],
        ["a", "b", "c"],
        ["a", "b", "x"],
    ]
    names.write_text(f"{row}arguments = {{ a = 'Of It' }}")
    with pytest.raises(UsageError, match="'Of It' is not the name of an argument") as refusal:
        load(names)
    assert refusal.value.help == "write 'of_it', in small letters"


def test_an_operation_that_has_several_names(tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    row = '[[method]]\noperation = "GET /a/{}"\nname = "a.get"\n'
    names.write_text(f'{row}also = ["b.get", "a.read"]')
    first, other = named(document(_paths("GET /a/{x}", "GET /b")), load(names))
    found = [f"{one.resource}.{one.method}" for one in first.methods]
    assert found == ["a.get", "b.get", "a.read"]
    # A name that follows from a path gives way, as to any reviewed name.
    assert (other.resource, other.method) == ("b", "list")
    known = surface([first]).symbols
    assert {"client.a.get", "client.b.get", "client.a.read"} <= known.keys()
    for also, words in {
        '["a.get"]': "get already names something else at '/a/{x}'",
        '["a.read", "a.read"]': "read already names something else at '/a/{x}'",
    }.items():
        names.write_text(f"{row}also = {also}")
        with pytest.raises(DiagnosticError, match=re.escape(words)):
            named(document(_paths("GET /a/{x}")), load(names))
    names.write_text(f'{row}also = ["a.Read"]')
    with pytest.raises(UsageError, match=r"'a\.Read' is not a name of this kind"):
        load(names)


def test_one_reviewed_name_for_two_operations(tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    rows = [f'[[method]]\noperation = "GET /{one}"\nname = "things.list"\n' for one in "ab"]
    names.write_text("".join(rows))
    with pytest.raises(DiagnosticError) as refusal:
        named(document(_paths("GET /a", "GET /b")), load(names))
    assert {one.code for one in refusal.value.diagnostics} == {"duplicate-name"}
