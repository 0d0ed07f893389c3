"""What a change does to the emitted Python, apart from what the contract says."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import yaml_rs

from flaregen.client_drift.client_changes import with_client
from flaregen.config_file import DriftTable
from flaregen.drift.change import Change, Python, Report
from flaregen.drift.compare import compare
from flaregen.drift.selection import select_pair
from flaregen.pointer import Pointer
from flaregen.report.changelog import section
from flaregen.report.formats import render
from flaregen.report.judge import judge
from tests.drift.settings import document
from tests.support.pinned import ROOT, pinned_config
from tests.support.small import small_document

TODAY = date(2026, 1, 1)
MODEL = "/accounts/{account_id}/ai/run/@cf/meta/m2m100-1.2b"
RUN = "/accounts/{account_id}/ai/run/{model_name}"
BODY = ("requestBody", "content", "application/json", "schema")
PINNED: dict[str, Any] = json.loads(small_document())
WHOLE: dict[str, Any] = json.loads((ROOT / "spec" / "openapi.json").read_bytes())
Edit = Callable[[dict[str, Any]], object]


def edited(edit: Edit, root: dict[str, Any] = PINNED) -> dict[str, Any]:
    root = copy.deepcopy(root)
    edit(root)
    return root


def changes(edit: Edit, root: dict[str, Any] = PINNED) -> tuple[Change, ...]:
    """Of both levels, between the pinned document, of which few models are left, and a copy."""
    old, new = document(root), document(edited(edit, root))
    found, notes = with_client(compare(old, new, TODAY), old, new, pinned_config())
    assert not any(one.severity == "note" for one in notes)
    return found


def requests(root: dict[str, Any]) -> list[Any]:
    body = root["paths"][RUN]["post"]["requestBody"]["content"]["application/json"]["schema"]
    variants: list[Any] = body["oneOf"]
    return variants


def results(root: dict[str, Any]) -> list[Any]:
    answer = root["paths"][RUN]["post"]["responses"]["200"]["content"]["application/json"]
    variants: list[Any] = answer["schema"]["properties"]["result"]["oneOf"]
    return variants


def titled(variants: list[Any], title: str) -> Any:
    return next(one for one in variants if one.get("title") == title)


def summary(one: Change) -> tuple[str, str, str]:
    return one.id, one.level, one.direction


def test_the_document_itself_has_no_changes() -> None:
    assert changes(lambda root: None) == ()


def test_title_is_the_name_of_a_class() -> None:
    (one,) = changes(lambda root: titled(requests(root), "Translation").update(title="Rendering"))
    assert summary(one) == ("client-class-renamed", "breaking", "request")
    assert (one.old, one.new) == ("TranslationParams", "RenderingParams")
    assert one.symbols == ("RenderingParams", "TranslationParams", "TranslationModel")
    assert str(one.new_pointer).endswith(
        "/requestBody/content/application~1json/schema/oneOf/8/title"
    )
    assert [reach.path for reach in one.operations] == [RUN]


def test_titles_of_both_directions_are_two_edits() -> None:
    def edit(root: dict[str, Any]) -> None:
        for variants in (requests(root), results(root)):
            titled(variants, "Text To Image").update(title="Drawing")

    assert [(summary(one), one.old, one.new) for one in changes(edit)] == [
        (("client-class-renamed", "breaking", "request"), "TextToImageParams", "DrawingParams"),
        (
            ("client-class-renamed", "breaking", "response"),
            "TextToImageResponse",
            "DrawingResponse",
        ),
    ]


def test_title_of_a_group_of_which_the_contract_says_nothing() -> None:
    def edit(root: dict[str, Any]) -> None:
        titled(requests(root), "Text Generation").update(title="Writing")

    (one,) = changes(edit, WHOLE)
    assert summary(one) == ("client-class-renamed", "breaking", "request")
    assert {"TextGenerationPromptParams", "WritingPromptParams"} < set(one.symbols)
    assert {"TextGenerationMessage", "TextGenerationModel", "client.ai.stream"} < set(one.symbols)


def test_label_of_a_form() -> None:
    def edit(root: dict[str, Any]) -> None:
        titled(titled(requests(root), "Text Generation")["oneOf"], "Prompt").update(title="Plain")

    (one,) = changes(edit)
    assert summary(one) == ("client-class-renamed", "breaking", "request")
    assert (one.old, one.new) == ("TextGenerationPromptParams", "TextGenerationPlainParams")


def test_contract_names_a_value_that_went() -> None:
    def edit(root: dict[str, Any]) -> None:
        for form in titled(requests(root), "Text Generation")["oneOf"]:
            chosen = form["properties"]["response_format"]["properties"]["type"]
            chosen["enum"].remove("json_schema")

    assert [(summary(one), one.symbols) for one in changes(edit)] == [
        (("enum-value-removed", "breaking", "request"), ("TextGenerationResponseFormat.type",))
    ] * 2


def test_contract_names_a_variant_that_went_with_its_models() -> None:
    def edit(root: dict[str, Any]) -> None:
        requests(root).remove(titled(requests(root), "Translation"))

    (one,) = changes(edit)
    assert summary(one) == ("one-of-removed", "breaking", "request")
    assert one.symbols == ("TranslationParams", "TranslationModel")


def test_contract_names_what_streams_without_the_flag() -> None:
    def edit(root: dict[str, Any]) -> None:
        for form in titled(requests(root), "Text Generation")["oneOf"]:
            del form["properties"]["stream"]

    found = changes(edit)
    assert {one.id for one in found} == {"property-removed"}
    symbols = {name for one in found for name in one.symbols}
    assert {
        "TextGenerationPromptParams.stream",
        "TextGenerationChunk",
        "client.ai.stream",
    } <= symbols


def test_string_that_became_an_object_is_one_change_with_its_class() -> None:
    def edit(root: dict[str, Any]) -> None:
        field = titled(requests(root), "Translation")["properties"]["source_lang"]
        field.pop("default")
        field |= {"type": "object", "properties": {"code": {"type": "string"}}}

    found = {one.id: one.symbols for one in changes(edit)}
    assert found == {"type-changed": ("TranslationParams.source_lang", "TranslationSourceLang")}


def test_contract_names_the_path_of_a_model() -> None:
    (one,) = changes(lambda root: root["paths"].pop(MODEL))
    assert summary(one) == ("path-removed", "breaking", "none")
    assert {*one.symbols} == {
        "TranslationModel",
        "models.TranslationInput",
        "models.TranslationRunner",
        "models.answers.Translation",
    }


def test_model_that_went_is_a_change_where_the_operation_alone_is_compared() -> None:
    old, new = document(PINNED), document(edited(lambda root: root["paths"].pop(MODEL)))
    config = pinned_config()
    contract = compare(*select_pair(old, new, config.operations), TODAY)
    assert contract == ()
    found, _ = with_client(contract, old, new, config)
    (one,) = (one for one in found if one.id == "client-model-removed")
    assert summary(one) == ("client-model-removed", "breaking", "request")
    assert {one.id for one in found} == {"client-model-removed", "client-class-removed"}
    assert (one.old, one.symbols) == ("@cf/meta/m2m100-1.2b", ("TranslationModel",))
    assert (one.old_pointer, one.new_pointer) == (Pointer(("paths", MODEL, "post")), None)


def test_model_of_another_task_has_the_place_of_its_tags() -> None:
    def edit(root: dict[str, Any]) -> None:
        root["paths"][MODEL]["post"]["tags"] = ["Workers AI Summarization"]

    (one,) = changes(edit)
    assert summary(one) == ("client-model-moved", "breaking", "request")
    assert one.symbols == ("SummarizationModel", "TranslationModel")


def test_name_of_a_path_parameter_is_an_argument() -> None:
    def edit(root: dict[str, Any]) -> None:
        item = json.dumps(root["paths"].pop(RUN)).replace('"model_name"', '"model"')
        root["paths"][RUN.replace("model_name", "model")] = json.loads(item)

    (one,) = changes(edit)
    assert summary(one) == ("client-argument-changed", "breaking", "request")
    assert one.symbols[0] == "client.ai.run"


def test_words_change_no_client() -> None:
    (one,) = changes(lambda root: root["paths"][RUN]["post"].update(description="Other words."))
    assert one.id == "operation-described"


def test_what_cannot_be_built_is_a_note() -> None:
    def edit(root: dict[str, Any]) -> None:
        titled(results(root), "Translation")["x-reads"] = {"said": {"from": ["nowhere"]}}

    old, new = document(PINNED), document(edited(edit))
    contract = compare(old, new, TODAY)
    found, notes = with_client(contract, old, new, pinned_config())
    assert [one.id for one in found] == [one.id for one in contract]
    assert [(one.severity, one.code) for one in notes] == [("note", "reading-leads-nowhere")]


def test_overlay_that_fits_one_document_alone_is_laid_over_neither() -> None:
    """Else all that the overlay corrects would look like a change of the other document."""

    def edit(root: dict[str, Any]) -> None:
        titled(requests(root), "Text To Image")["properties"].pop("image_b64")

    (one,) = changes(edit)
    assert summary(one) == ("property-removed", "warning", "request")
    assert one.symbols == ("TextToImageParams.image_b64",)


def with_text_renamed(root: dict[str, Any]) -> None:
    properties = titled(results(root), "Translation")["properties"]
    properties["text"] = properties.pop("translated_text")


def judged(edit: Edit, table: DriftTable | None = None) -> Report:
    old, new = document(PINNED), document(edited(edit))
    return judge(old, new, changes(edit), table or DriftTable(), TODAY)


def test_field_that_is_gone_asks_for_a_major_version_whatever_the_contract_says() -> None:
    report = judged(with_text_renamed)
    (one,) = report.changes
    assert summary(one) == ("property-renamed", "warning", "response")
    assert one.gone == ("TranslationResponse.translated_text",)
    assert (report.verdict, report.python) == ("warning", Python("breaking", "major"))
    assert "TranslationResponse.translated_text (gone)" in render(report, "text")
    assert "`TranslationResponse.translated_text` (gone)" in render(report, "markdown")
    assert "<code>TranslationResponse.translated_text</code> (gone)" in render(report, "html")
    assert section(report).count("**Breaking:**") == 1


def test_field_that_stays_is_not_gone() -> None:
    def edit(root: dict[str, Any]) -> None:
        del titled(results(root), "Translation")["properties"]["translated_text"]["type"]

    report = judged(edit)
    assert report.changes
    assert [one.gone for one in report.changes] == [()] * len(report.changes)


def test_class_that_is_renamed_takes_its_name_away() -> None:
    report = judged(lambda root: titled(requests(root), "Translation").update(title="Rendering"))
    assert [one.gone for one in report.changes] == [("TranslationParams",)]


def test_fields_are_gone_with_their_class() -> None:
    def edit(root: dict[str, Any]) -> None:
        titled(results(root), "Translation")["properties"].clear()

    (one,) = judged(edit).changes
    assert one.gone == ("TranslationResponse.translated_text", "TranslationResponse")


def test_keywords_of_the_query_that_are_gone() -> None:
    spec = ROOT / "tests" / "golden" / "query_parameters" / "spec.yaml"
    root: Any = yaml_rs.loads(spec.read_text(encoding="utf-8"))
    changed = copy.deepcopy(root)
    place = "/shelves/{shelf}/books"
    changed["paths"][place]["get"]["parameters"][3:5] = []
    config = replace(pinned_config(), operations=(f"GET {place}",), overlays=(), names=None)
    old, new = document(root), document(changed)
    found, notes = with_client(compare(old, new, TODAY), old, new, config)
    report = judge(old, new, found, DriftTable(), TODAY)
    assert not any(one.severity == "note" for one in notes)
    assert [one.gone for one in report.changes] == [
        ("client.shelves.books.list(limit=)",),
        ("client.shelves.books.list(lent=)",),
    ]
    assert (report.verdict, report.python) == ("warning", Python("breaking", "major"))


def shared(*paths: str, **schemas: Any) -> dict[str, Any]:
    """A document of operations that answer with a component each, by their paths."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "Shelves", "version": "1"},
        "paths": {
            path: {
                "get": {
                    "responses": {
                        "200": {
                            "description": "",
                            "content": {
                                "application/json": {
                                    "schema": {
                                        "type": "object",
                                        "properties": {
                                            "result": {"$ref": f"#/components/schemas/{path[1:]}"}
                                        },
                                    }
                                }
                            },
                        }
                    }
                }
            }
            for path in paths
        },
        "components": {"schemas": schemas},
    }


def of_client(old: dict[str, Any], new: dict[str, Any], *paths: str) -> tuple[Change, ...]:
    config = replace(
        pinned_config(), operations=tuple(f"GET {path}" for path in paths), overlays=(), names=None
    )
    before, after = document(old), document(new)
    found, notes = with_client(compare(before, after, TODAY), before, after, config)
    assert not any(one.severity == "note" for one in notes)
    return found


def record(*fields: str) -> dict[str, Any]:
    return {"type": "object", "properties": {field: {"type": "string"} for field in fields}}


def test_class_of_a_component_comes_with_its_operation() -> None:
    old, new = shared("/books", books=record("a")), shared("/books", "/maps", books=record("a"))
    for root in (old, new):
        root["components"]["schemas"]["maps"] = record("b")
    (one,) = of_client(old, new, "/books", "/maps")
    assert one.id == "path-added"
    assert {"client.maps.get", "MapsGetResponse"} <= set(one.symbols)


KIMI = MODEL.replace("meta/m2m100-1.2b", "moonshotai/kimi-k2.6")


def test_what_models_by_name_take_and_answer_is_named() -> None:
    def edit(root: dict[str, Any]) -> None:
        schemas = root["components"]["schemas"]
        schemas["kimi-k2.6-request"]["allOf"][1]["properties"].pop("chat_template_kwargs")
        schemas["chat-completion"]["properties"].pop("system_fingerprint")
        schemas["function-tool-call"]["properties"]["type"] = {"type": "string"}

    found = changes(edit, WHOLE)
    assert {name for one in found for name in one.gone} == {
        "models.KimiK26Input.chat_template_kwargs",
        "models.answers.ChatCompletion.system_fingerprint",
    }
    (lifted,) = (one for one in found if one.id == "enum-lifted")
    assert lifted.symbols == (
        "models.FunctionToolCall.type",
        "models.answers.FunctionToolCall.type",
    )


def test_a_runner_goes_with_its_last_model() -> None:
    found = changes(lambda root: root["paths"].pop(KIMI), WHOLE)
    gone = {name for one in found for name in one.gone}
    assert gone == {"models.KimiK26Runner", "models.KimiK26Input"}
