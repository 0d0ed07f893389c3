"""Names that are none: each becomes another name, or is refused; none breaks the package."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flaregen.diagnostic import DiagnosticError
from flaregen.rendered import RenderedFile
from flaregen.understanding import read
from tests.harm.documents import config_for, document, obj, rendered, text
from tests.support.concepts import write
from tests.support.trees import foreign, strings

_NAMES = [
    *["class", "from", "import", "lambda", "None", "True", "match", "type", "_", "__"],
    *["__class__", "__init__", "__getattr__", "__slots__", "__dict__", "__main__", "mro"],
    *["str", "int", "list", "dict", "object", "print", "id", "getattr", "globals", "sorted"],
    *["Exception", "ValueError", "BaseException"],
    *["Params", "Response", "Model", "Stream", "StreamParams", "Binary", "Raw", "AsyncRaw"],
    *["TypeAlias", "Literal", "UNSET", "UnsetType", "TASKS", "TYPE_CHECKING", "Any", "Self"],
    *["field", "wire_name", "dataclass", "annotations", "import_module", "overload"],
    *["cached_property", "Cloudflare", "AsyncCloudflare", "CloudflareError", "SchemaDrift"],
    *["client", "catalogue", "variants", "resources", "_runtime", "models", "py", "conftest"],
    *["ai_run", "AI Run", "params", "fields", "options", "self", "cls", "path", "requests"],
    *["account_id", "stream", "stream_bytes", "batch", "with_raw_response", "with_options"],
    *["copy", "close", "timeout", "extra_headers", "extra_fields", "to_dict", "from_dict"],
    *["R", "C", "run", "Operation", "VariantTable", "Sequence", "Unpack", "RequestOptions"],
    *["msgspec", "x" * 10_240, "9lives", "0", "", " ", "Test", "TEST", "te\u0301st"],
    *["\U0001f4a9", "\u0430", "\u0440\u0430\u0443", "\uff21", "\ufb01", "\u0130", "\u00df"],
    *["\u212a", "a\u200bb", "\u202ea"],
    *["../../x", "/etc/passwd", "C:\\x", "\\\\host\\share", "CON", "con.py", "NUL", "aux."],
    *["trailing.", "trailing ", "...", "~", "a/b", "a\\b", "a:b", "a\x00b", "COM1"],
]


def _by_title(name: str) -> dict[str, Any]:
    forms = [
        {"title": name, "required": ["a"], **obj(a=text(), b=obj(c=text()))},
        {"title": "Other", "required": ["o"], **obj(o=text(), stream={"type": "boolean"})},
    ]
    answers = [{"title": form["title"], **obj(answer=text())} for form in forms]
    return document({"oneOf": forms}, result={"oneOf": answers})


def _by_property(name: str) -> dict[str, Any]:
    inner = obj(**{name: text(), f"{name}s": {"type": "array", "items": obj(**{name: text()})}})
    body = {"required": [name], **obj(**{name: inner, f"{name} ": inner})}
    return document(body, result=obj(**{name: inner}))


def _by_parameter(name: str) -> dict[str, Any]:
    return document(path=f"/x/{{account_id}}/{{{name}}}")


def _by_segment(name: str) -> dict[str, Any]:
    return document(path=f"/accounts/{{account_id}}/{name}/run/{{model_name}}")


def _by_last_segment(name: str) -> dict[str, Any]:
    return document(path=f"/accounts/{{account_id}}/ai/{name}/{{model_name}}")


def _by_component(name: str) -> dict[str, Any]:
    pointer = name.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    root = document(obj(a={"$ref": f"#/components/schemas/{pointer}"}))
    root["components"]["schemas"][name] = obj(b=text())
    return root


_PLACES = {
    "title": _by_title,
    "property": _by_property,
    "parameter": _by_parameter,
    "segment": _by_segment,
    "last segment": _by_last_segment,
    "component": _by_component,
}
_REFUSALS = {
    "unnamed-schema",
    # The rules of OpenAPI, for names that cannot stand in a path or in components.
    "path-parameter",
    "wrong-pattern",
    "wrong-format",
    "duplicate-parameter",
    "unknown-key",
    "missing-operation",
}

_IMPORT_ALL = """
import dataclasses, importlib, inspect, json, sys, types, typing
for folder in json.loads(sys.argv[1]):
    sys.path.insert(0, folder)
    package = importlib.import_module("workers_ai")
    for name in package.__all__:
        value = getattr(package, name)
        assert not isinstance(value, types.ModuleType), (folder, name, value)
        if dataclasses.is_dataclass(value):
            typing.get_type_hints(value)
    for kind in (package.Cloudflare, package.AsyncCloudflare):
        held = {"account_id": "a"} if "account_id" in inspect.signature(kind).parameters else {}
        client = kind(api_token="t", **held)
        for attribute in dir(kind):
            if not attribute.startswith("_"):
                getattr(client, attribute)
    importlib.import_module("workers_ai.variants")
    sys.path.pop(0)
    # The runtime is the same for all, and takes longer than the rest.
    for name in [name for name in sys.modules if name.startswith("workers_ai")]:
        if not name.startswith("workers_ai._runtime"):
            del sys.modules[name]
"""


@pytest.mark.long
@pytest.mark.parametrize("place", _PLACES)
def test_every_name_is_made_safe_or_refused(place: str, tmp_path: Path) -> None:
    folders: list[str] = []
    runtime = {}
    for index, name in enumerate(_NAMES):
        folder = tmp_path / str(index)
        folder.mkdir()
        files = _rendered_or_refused(_PLACES[place](name), folder)
        _check(name, files)
        own = {file.path: file for file in files if "_runtime" in file.path.parts}
        runtime = runtime or own
        assert own in (runtime, {})
        if files:
            write([file for file in files if not folders or file.path not in own], folder)
            folders.append(str(folder))
    assert len(folders) > len(_NAMES) / 2
    command = [sys.executable, "-B", "-W", "error", "-c", _IMPORT_ALL, json.dumps(folders)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _rendered_or_refused(root: dict[str, Any], folder: Path) -> tuple[RenderedFile, ...]:
    with suppress(DiagnosticError):
        return rendered(root, folder)
    with pytest.raises(DiagnosticError) as caught:
        rendered(root, folder)
    assert {finding.code for finding in caught.value.diagnostics} <= _REFUSALS
    return ()


def _check(name: str, files: tuple[RenderedFile, ...]) -> None:
    assert foreign(files) == [], name
    paths = [str(file.path) for file in files]
    assert len({path.casefold() for path in paths}) == len(paths), name
    for path in paths:
        assert path.isascii()
        assert len(path) < 120
        assert ".." not in path


def test_all_names_in_one_object_keep_their_wire_names(tmp_path: Path) -> None:
    wires = sorted({*_NAMES})
    files = rendered(document(obj(**{wire: text() for wire in wires})), tmp_path)
    _check("all", files)
    assert set(wires) - strings(files) <= {wire for wire in wires if wire.isidentifier()}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Stream", "AIRunStreamParams"),
        ("Binary", "AIRunBinaryResponse"),
        ("\U0001f4a9", "AIRunAParams"),
        ("\u0430", "AIRunAParams"),
        ("../..", "AIRunAParams"),
    ],
)
def test_titles_that_make_no_name(name: str, wanted: str, tmp_path: Path) -> None:
    files = rendered(_by_title(name), tmp_path)
    assert sum(f"class {wanted}(".encode() in file.content for file in files) == 1


@pytest.mark.parametrize("segment", ["...", "..", "\u0430", "_"])
def test_paths_that_make_no_name(segment: str, tmp_path: Path) -> None:
    root = _by_last_segment(segment)
    (operation,) = read(config_for(root, tmp_path)).operations
    assert (operation.resource, operation.method) == ("ai", "workers_ai_post_run_model")
    (item,) = root["paths"].values()
    del item["post"]["operationId"]
    (operation,) = read(config_for(root, tmp_path)).operations
    assert (operation.resource, operation.method) == ("ai", "create")


def test_two_operations_of_one_call_are_named_by_their_id(tmp_path: Path) -> None:
    root = document(path="/accounts/{account_id}/ai/a-b/{model_name}")
    again = document(path="/accounts/{account_id}/ai/a_b/{model_name}")
    (path,) = again["paths"]
    again["paths"][path]["post"]["operationId"] = "another"
    root["paths"] |= again["paths"]
    config = config_for(root, tmp_path)
    reading = read(replace(config, operations=(*config.operations, f"POST {path}")))
    methods = {operation.method for operation in reading.operations}
    assert methods == {"workers_ai_post_run_model", "another"}


def test_no_title_leads_out_of_the_output(tmp_path: Path) -> None:
    def paths(folder: str, titles: list[str]) -> set[str]:
        forms = [
            {"title": title, "required": [f"a{number}"], **obj(**{f"a{number}": text()})}
            for number, title in enumerate(titles)
        ]
        answers = [{"title": title, **obj(answer=text())} for title in titles]
        root = document({"oneOf": forms}, result={"oneOf": answers})
        place = tmp_path / folder
        place.mkdir()
        return {str(file.path) for file in rendered(root, place)}

    odd = ["../../x", "/etc/passwd", "C:\\y", "CON", "NUL.", "a/../../b"]
    assert paths("odd", odd) == paths("plain", [f"Title {letter}" for letter in "abcdef"])


def test_no_path_names_a_device(tmp_path: Path) -> None:
    root = document(obj(a=text()), result=obj(b=text()), path="/x/{account_id}/con/nul/aux/go")
    files = rendered(root, tmp_path)
    parts = {part.partition(".")[0] for file in files for part in file.path.parts}
    assert {"con_", "nul_"} & parts
    assert not {"con", "nul", "aux"} & parts


def test_a_parameter_called_as_the_flag_of_streams(tmp_path: Path) -> None:
    root = document(
        obj(text=text(), stream={"type": "boolean"}),
        result=obj(answer=text()),
        path="/x/{account_id}/{stream}",
    )
    files = {str(file.path): file.content for file in rendered(root, tmp_path)}
    (resource,) = (c for path, c in files.items() if "/resources/" in path and b"def " in c)
    assert b"stream_: str" in resource
    compile(resource, "resource.py", "exec")
