"""What the service said last of each model, as a file next to the pin.

The pin says more than that, and says it otherwise: what the service changed can be seen only
from what it said before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from flaregen.diagnostic import Diagnostic, DiagnosticError
from flaregen.digests import written_earlier
from flaregen.document import JSON, JSONObject, as_object, member_at
from flaregen.live.service import ModelSchemas
from flaregen.upstream.model_schemas import wordless
from flaregen.upstream.pin import FILE_NAME, SpecLock

BASELINE = "models.json"
_LETTERS = 16
"""Of a digest, as a name for a schema in the file."""
_RESTORE = (
    "restore it from git\n"
    "to follow the service no more, remove [models] from spec.lock: the models are upstream's then"
)


def read_baseline(pin: Path) -> dict[str, ModelSchemas]:
    """The schemas by model, without words; empty where there is no file.

    Raises DiagnosticError.
    """
    root: JSON = written_earlier(pin.with_name(BASELINE), json.loads)
    schemas, models = (as_object(member_at(root, key)) for key in ("schemas", "models"))
    return {name: _schemas(name, as_object(one), schemas) for name, one in models.items()}


def baseline_of(pin: Path, lock: SpecLock | None) -> dict[str, ModelSchemas]:
    """What the service said of the models of a pin. Raises DiagnosticError.

    Also where the file is gone: a pull would take the models for upstream's, and drop or replace
    them.
    """
    path = pin.with_name(BASELINE)
    if lock is not None and lock.models is not None and not path.exists():
        message = f"{path} is missing, and {pin.with_name(FILE_NAME)} says that models were pulled"
        raise DiagnosticError([Diagnostic("no-models-file", message, _RESTORE)])
    return read_baseline(pin)


def _schemas(model: str, said: JSONObject, schemas: JSONObject) -> ModelSchemas:
    found = [schemas.get(str(said.get(side))) for side in ("input", "output")]
    sides = [item if isinstance(item, dict) else None for item in found]
    return ModelSchemas(model, sides[0], sides[1])


def render_baseline(models: Mapping[str, ModelSchemas]) -> bytes:
    """Each schema once, on a line of its own."""
    schemas: dict[str, JSON] = {}
    rows = []
    for name, said in sorted(models.items()):
        row = {}
        for side, one in (("input", said.input), ("output", said.output)):
            if one is not None:
                row[side] = _digest(one)[:_LETTERS]
                schemas[row[side]] = wordless(one)
        rows.append(f"    {json.dumps(name)}: {json.dumps(row)}")
    lines = [f"    {json.dumps(key)}: {_line(one)}" for key, one in sorted(schemas.items())]
    texts = [",\n".join(part) for part in (rows, lines)]
    parts = [
        f'  "{key}": {{\n{text}\n  }}'
        for key, text in zip(("models", "schemas"), texts, strict=True)
    ]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def digests(said: ModelSchemas) -> tuple[str, str]:
    """Of the input and of the output, whatever their words are."""
    return _digest(said.input), _digest(said.output)


def _digest(schema: JSON) -> str:
    return hashlib.sha256(_line(wordless(schema)).encode()).hexdigest()


def _line(node: JSON) -> str:
    return json.dumps(node, sort_keys=True, separators=(",", ":"))
