"""Models of the shipped pin that the service changes: the change is merged, and all else stays."""

from __future__ import annotations

import copy
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from test_pull_models import RUN, Service, operation, pin
from tests.support.commands import run
from tests.support.loopback import serve

from flaregen import config
from flaregen.document import Document
from flaregen.live.service import ListedModel, ModelSchemas
from flaregen.opening import correct
from flaregen.pointer import Pointer
from flaregen.reading.load import load, make_source, parse
from flaregen.selecting.refinements import answers, bodies
from flaregen.upstream.model_baseline import read_baseline
from flaregen.upstream.model_catalogue import catalogue_of
from flaregen.upstream.model_merge import merged
from flaregen.upstream.model_news import Before

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
SHIPPED = read_baseline(ROOT / "spec" / "openapi.json")
KIMI = "@cf/moonshotai/kimi-k2.6"
FLUX = "@cf/black-forest-labs/flux-2-dev"
NOVA = "@cf/deepgram/nova-3"
LLAMA = "@cf/meta/llama-3.2-1b-instruct"
DATE = "planned_deprecation_date"
GLM = "@cf/zai-org/glm-5.3"
DEEPSEEK = "@cf/deepseek-ai/deepseek-v4-pro-0813"
DIFFUSION = "@cf/bytedance/stable-diffusion-xl-lightning"
WHISPER = "@cf/openai/whisper"
ACME = "@cf/acme/new-1"
PLAMO = "@cf/pfnet/plamo-embedding-1b"
GPT_OSS = "@cf/openai/gpt-oss-20b"
RERANKER = "@cf/baai/bge-reranker-base"
WHOLE = {"type": "integer"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("spec", "generated"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "flaregen.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "secret")
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "account")
    return tmp_path


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """Says of each model what it said when the pin was written, with the facts of the pin."""
    paths = json.loads((ROOT / "spec" / "openapi.json").read_bytes())["paths"]
    found = Service()
    for name, said in SHIPPED.items():
        found.models[name] = copy.deepcopy({"input": said.input, "output": said.output})
        facts = paths[f"{RUN}{name}"]["post"]["x-model"]
        found.properties[name] = {key: one for key, one in facts.items() if key != "task"}
    with serve(found.answer) as running:
        monkeypatch.setenv("CLOUDFLARE_BASE_URL", running.url)
        yield found


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in (folder / "generated").rglob("*.py")
    }


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {Path(one).name for one in {*before, *after} if before.get(one) != after.get(one)}


def test_a_service_that_says_what_it_said_changes_nothing(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("pull", "--models", "--check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == {"changed": False}


def test_a_property_is_added_to_one_model_in_one_file(project: Path, service: Service) -> None:
    service.models[KIMI]["input"]["properties"]["zebra"] = WHOLE
    service.models[NOVA]["input"]["properties"]["zebra"] = WHOLE
    before, old = files(project), pin(project)
    assert run("pull", "--models") == 0
    assert run("build", "--quiet") == 0
    assert changed(before, files(project)) == {"kimi_k2_6.py", "nova3.py"}
    new = pin(project)
    added = new["components"]["schemas"]["kimi-k2.6-request"]["allOf"][1]["properties"]
    assert added.pop("zebra") == WHOLE
    parameters = new["paths"][f"{RUN}{NOVA}"]["post"]["parameters"]
    assert parameters.pop() == {"name": "zebra", "in": "query", "schema": WHOLE}
    assert new == old


def test_a_property_of_one_model_among_several_that_are_alike(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    for model in (FLUX, LLAMA, GLM, DEEPSEEK, DIFFUSION, WHISPER, f"{WHISPER}-tiny-en"):
        said = service.models[model]["input"]
        said.get("anyOf", [said])[-1]["properties"]["zebra"] = WHOLE
    before, old = files(project), pin(project)
    assert run("pull", "--models") == 0
    assert "reaking" not in capsys.readouterr().out
    assert run("build", "--quiet") == 0
    after = files(project)
    assert changed(before, after) == {
        "cf_zai_org_glm_5_3.py",
        "deepseek_v4_pro_0813.py",
        "flux_2_dev.py",
        "llama_3_2_1b_instruct.py",
        "names.py",
        "overloads.py",
        "runners.py",
        "stable_diffusion_xl_lightning.py",
        # All models of a group, which are one still.
        "whisper.py",
    }
    names = after["generated/workers_ai/models/names.py"]
    assert "TextGenerationName:" in names
    assert "Flux2Name:" in names
    flux, llama = operation(project, FLUX), operation(project, LLAMA)
    more = {"type": "object", "properties": {"zebra": WHOLE}}
    schema = flux["requestBody"]["content"]["multipart/form-data"]["schema"]
    assert schema["allOf"] == [{"$ref": "#/components/schemas/flux-2-request"}, more]
    forms = llama["requestBody"]["content"]["application/json"]["schema"]["anyOf"]
    assert [one["allOf"][0]["properties"]["zebra"] for one in forms] == [WHOLE] * len(forms)
    assert pin(project)["components"]["schemas"] == old["components"]["schemas"]
    assert llama["responses"] == old["paths"][f"{RUN}{LLAMA}"]["post"]["responses"]


def test_an_answer_that_says_more_reads_and_streams_as_before(
    project: Path, service: Service
) -> None:
    output = service.models[GPT_OSS]["output"]
    for schema in (*(service.models[one]["output"] for one in (KIMI, LLAMA)), *output["anyOf"]):
        schema["properties"]["zebra"] = WHOLE
    before = files(project)
    assert run("pull", "--models") == 0
    assert run("build", "--quiet") == 0
    after = files(project)
    # What others answer, too, is called what it was.
    assert not changed(before, after) & {"chat_completion.py", "glm_4_7.py", "shared.py"}
    assert "gpt_oss20_b_chat_completion.py" in changed(before, after)
    for name, class_, chunk in (
        ("kimi_k26", "KimiK26", "ChatCompletionChunk"),
        ("llama321_b_instruct", "Llama321bInstruct", "TextGenerationChunk"),
    ):
        answer = after[f"generated/workers_ai/models/answers/{name}.py"]
        assert "def text(self)" in answer
        assert "zebra: int | None" in answer
        runners = after["generated/workers_ai/models/runners.py"]
        runner = runners.partition(f"class {class_}Runner(")[2].partition("    class ")[0]
        assert f") -> {class_}:" in runner
        assert f") -> Stream[{chunk}]:" in runner
    old = json.loads((ROOT / "spec" / "openapi.json").read_bytes())
    assert pin(project)["components"] == old["components"]


def test_what_cannot_be_merged_is_reported_until_somebody_corrects_the_pin(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    properties = service.models[KIMI]["input"]["properties"]
    properties["seed"] = {"type": "string"}
    properties["zebra"] = WHOLE
    before = pin(project)
    for options in ([], [], ["--check"]):
        assert run("pull", "--models", *options) == 1
        printed = capsys.readouterr()
        assert f"kept: {KIMI}" in (printed.out + printed.err).splitlines()
        assert f'{KIMI}: input/seed/type: the service said "number"' in printed.err
        assert 'and says "string"; the pin says "integer"' in printed.err
        assert "flaregen pull --accept" in printed.err
        assert pin(project) == before
    assert run("pull", "--models", "--format", "json") == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["changed"], said["models"]["kept"]) == (False, [KIMI])


def test_a_service_that_says_what_it_said_is_no_drift(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("drift", "--live", "--concurrency", "8") == 0
    assert capsys.readouterr().out == "no changes\n"
    service.models[KIMI]["input"]["properties"]["zebra"] = WHOLE
    service.models[RERANKER]["output"]["properties"]["response"]["type"] = "string"
    del service.models[FLUX]["output"]["properties"]["image"]
    assert run("drift", "--live", "--concurrency", "8", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)["changes"]
    assert {(one["id"], one["level"], one["operations"][0]["path"]) for one in found} == {
        ("property-added", "info", f"{RUN}{KIMI}"),
        ("type-changed", "breaking", f"{RUN}{RERANKER}"),
        ("property-removed", "warning", f"{RUN}{FLUX}"),
    }


def test_numbers_that_are_written_as_text_are_numbers(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    shape = service.models[PLAMO]["output"]["properties"]["shape"]
    shape["minItems"] = str(shape["minItems"])
    assert run("pull", "--models", "--check") == 0
    said = f"{PLAMO}: the service writes "
    assert capsys.readouterr().err.count(said) == 1
    shape["minItems"] = "1"
    assert run("drift", "--live", "--model", PLAMO, "--format", "json") == 0
    printed = capsys.readouterr()
    found = [one["new"] for one in json.loads(printed.out)["changes"]]
    assert 1 in found
    assert "1" not in found
    assert printed.err.count(said) == 1


def test_a_model_that_is_still_served_but_not_listed_is_gone_from_the_list(
    project: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    deprecated = next(one for one, known in service.properties.items() if DATE in known)
    service.unlisted = {KIMI, deprecated}
    assert run("pull", "--models") == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"gone from the list, still served: {', '.join(sorted(service.unlisted))}" in lines
    assert not [one for one in lines if one.startswith("deprecated: ")]
    assert "deprecated" not in operation(project, KIMI)
    assert operation(project, deprecated)["deprecated"] is True
    assert operation(project, deprecated)["x-model"][DATE]


@pytest.mark.parametrize("side", ["input", "output"])
def test_forms_that_are_answered_in_their_own_way_keep_their_titles(
    side: str, project: Path, service: Service
) -> None:
    """By these the request of each is paired with its answer."""
    schema = service.models[GPT_OSS][side]
    form = next(iter(schema.get("anyOf") or schema.get("oneOf") or [schema]))
    form["properties"]["zebra"] = WHOLE
    assert run("pull", "--models") == 0
    assert run("build", "--quiet") == 0
    names = (project / "generated/workers_ai/models/names.py").read_text()
    (module,) = set(re.findall(r'"(gpt_oss_?20\w*) ', names))
    row = (project / f"generated/workers_ai/models/{module}.py").read_text()
    assert row.count("chat_completion.ChatCompletion") == 1
    assert " | " not in row.partition("GROUP = ")[2]
    assert "Answer" not in row.partition("GROUP = ")[2]


def new_model(service: Service, output: dict[str, Any], **properties: Any) -> None:
    """A model for text with a property that no other has, and with a flag for streams."""
    sent = {"prompt": {"type": "string"}, "fancy": {"type": "number"}, **properties}
    given = {"type": "object", "properties": sent, "required": ["prompt"]}
    service.models[ACME] = {"input": given, "output": output}


def test_a_new_model_answers_as_its_family(project: Path, service: Service) -> None:
    answer = {"type": "object", "properties": {"response": {"type": "string"}}}
    new_model(service, answer, stream={"type": "boolean"})
    assert run("pull", "--models") == 0
    given = operation(project, ACME)["responses"]
    assert given["200"] == {"$ref": "#/components/responses/generated-text"}
    assert run("build", "--quiet") == 0
    runners = files(project)["generated/workers_ai/models/runners.py"]
    runner = runners.partition("class New1Runner(")[2].partition("    class ")[0]
    assert ") -> GeneratedText:" in runner
    assert ") -> Stream[TextGenerationChunk]:" in runner


@pytest.mark.parametrize("streams", [True, False])
def test_a_new_model_without_a_family_streams_where_it_may(
    streams: bool, project: Path, service: Service
) -> None:
    answer = {"type": "object", "properties": {"verse": {"type": "string"}}}
    new_model(service, answer, **({"stream": {"type": "boolean"}} if streams else {}))
    assert run("pull", "--models") == 0
    kinds = operation(project, ACME)["responses"]["200"]["content"]
    assert kinds["application/json"]["schema"]["properties"]["result"] == answer
    assert kinds.get("text/event-stream") == ({"schema": answer} if streams else None)
    assert run("build", "--quiet") == 0


def test_how_models_travel_stays_whatever_they_are_given(project: Path) -> None:
    """Each model takes and answers one property more; streams, files and queries stay."""
    settings = config.load(project / "flaregen.toml")
    document = load(str(project / "spec" / "openapi.json"))
    catalogue = catalogue_of(document, settings)
    before = Before(SHIPPED, reviewed=True, corrected=correct(document, settings).root)
    said_now = [
        ModelSchemas(name, more(said.input), more(said.output)) for name, said in SHIPPED.items()
    ]
    listed = [ListedModel(name, "Text Generation") for name in SHIPPED]
    found = merged(catalogue, listed, said_now, before, date(2026, 11, 29))
    assert len(found.news.changed) > 90
    after = parse(make_source("after.json", json.dumps(found.root).encode()))
    for name in SHIPPED:
        pair = [
            traffic(one, Pointer(("paths", f"{RUN}{name}", "post"))) for one in (document, after)
        ]
        assert pair[0] == pair[1], name


def more(schema: Any) -> Any:
    """With a property in each object that it may be."""
    given = copy.deepcopy(schema)
    for one in given.get("oneOf") or given.get("anyOf") or [given]:
        if one.get("type") == "object":
            one.setdefault("properties", {})["zebra"] = WHOLE
    return given


def traffic(document: Document, operation: Pointer) -> tuple[list[str], list[str]]:
    sides = bodies(document, operation), answers(document, operation)
    return [one.media_type for one in sides[0]], [one.media_type for one in sides[1]]


def test_a_pin_that_somebody_corrected_takes_the_rest(project: Path, service: Service) -> None:
    properties = service.models[KIMI]["input"]["properties"]
    properties["seed"] = {"type": "string"}
    properties["zebra"] = WHOLE
    assert run("pull", "--models") == 1
    path = project / "spec" / "openapi.json"
    settings = pin(project)["components"]["schemas"]["chat-completion-settings"]
    text = {"type": "string", "description": settings["properties"]["seed"]["description"]}
    root = pin(project)
    own = root["components"]["schemas"]["kimi-k2.6-request"]["allOf"][1]["properties"]
    shared = root["components"]["schemas"]["chat-completion-settings"]["properties"]
    del shared["seed"]
    own["seed"] = text
    path.write_text(json.dumps(root, indent=2, ensure_ascii=False) + "\n")
    assert run("pull", "--accept") == 0
    assert run("pull", "--models") == 0
    own = pin(project)["components"]["schemas"]["kimi-k2.6-request"]["allOf"][1]["properties"]
    assert (own["seed"], own["zebra"]) == (text, WHOLE)
    assert run("pull", "--models", "--check") == 0


def test_a_project_begins_with_what_the_service_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", "--quiet") == 0
    assert read_baseline(tmp_path / "spec" / "openapi.json") == SHIPPED
