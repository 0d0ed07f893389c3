"""Rules of the emitted client: what callers can name, beyond what the contract tells."""

from __future__ import annotations

from flaregen.drift.rules.pairs import (
    BREAKS,
    HARMLESS,
    NARROWS,
    WIDENS,
    Levels,
    neutral_pair,
    pair,
    self_mirrored,
)
from flaregen.drift.rules.rule import Example, Rule

_SENDS: Levels = ("breaking", None)
_HARMLESS_TO_SEND: Levels = ("info", None)
_TWO_FIELDS = "class DrawParams(Params[object]):\n    text: str\n    size: int | None = None"


def _client(before: str, after: str) -> Example:
    return Example("client", before, after)


def _field(before: str, after: str) -> Example:
    """A class with a field that both have, and one that differs."""
    head = "class DrawParams(Params[object]):\n    text: str"
    return _client(*(f"{head}\n    {line}" if line else head for line in (before, after)))


def _models(before: str, after: str) -> Example:
    return _client(before.replace(";", "\n"), after.replace(";", "\n"))


def _method(*definitions: str) -> str:
    return "\n".join(["class AI(Resource):", *(f"    def {one}: ..." for one in definitions)])


_CLASSES = (
    *pair(
        forth=("client-class-added", "class {subject} added", HARMLESS),
        back=("client-class-removed", "class {subject} removed", BREAKS),
        example=_client("", _TWO_FIELDS),
        why="Where a schema came or went, that is the change, and its entry names the class.",
    ),
    self_mirrored(
        "client-class-renamed",
        "class {old} is now {new}",
        BREAKS,
        _client(_TWO_FIELDS, _TWO_FIELDS.replace("Draw", "Paint")),
        why="Classes are named after titles and components: nothing changes on the wire, and code "
        "that imports the class fails. All that is renamed with it is part of the entry, which "
        "stands in place of the one about the title.",
    ),
)

_FIELDS = (
    *pair(
        forth=("client-field-added", "{subject} added, {new}", HARMLESS),
        back=("client-field-removed", "{subject} removed", BREAKS),
        example=_field("", "size: int | None = None"),
        why="A keyword that a class does not have is an error in Python.",
    ),
    Rule(
        "client-required-field-added",
        "{subject} added, {new}, and required",
        _field("", "size: int"),
        request="breaking",
        mirror="client-field-removed",
    ),
    *pair(
        forth=("client-field-became-required", "{subject} is required now", NARROWS),
        back=("client-field-became-optional", "{subject} may be missing now", WIDENS),
        example=_field("size: int | None = None", "size: int"),
    ),
    *pair(
        forth=("client-type-narrowed", "{subject}: {old} is now {new}", NARROWS),
        back=("client-type-widened", "{subject}: {old} is now {new}", WIDENS),
        example=_field("size: int | str", "size: int"),
    ),
    self_mirrored(
        "client-type-changed",
        "{subject}: {old} is now {new}",
        BREAKS,
        _field("size: int", "size: str"),
    ),
    *pair(
        forth=("client-literal-added", "{subject}: {old} is now {new}", WIDENS),
        back=("client-literal-removed", "{subject}: {old} is now {new}", NARROWS),
        example=_field('mode: Literal["fast"]', 'mode: Literal["fast", "exact"]'),
    ),
)

_MODELS = (
    *pair(
        forth=("client-model-added", "{subject}: model {new} added", _HARMLESS_TO_SEND),
        back=("client-model-removed", "{subject}: model {old} removed", _SENDS),
        example=_models(
            'DrawModel: TypeAlias = Literal["@cf/a"]',
            'DrawModel: TypeAlias = Literal["@cf/a", "@cf/b"]',
        ),
        why="The document has a path for each model. Where all of it is compared, the entry "
        "about the path tells of the model.",
    ),
    self_mirrored(
        "client-model-moved",
        "model {old} moved from {subject} to {new}",
        _SENDS,
        _models(
            'DrawModel: TypeAlias = Literal["@cf/a", "@cf/b"];'
            'PaintModel: TypeAlias = Literal["@cf/c"]',
            'DrawModel: TypeAlias = Literal["@cf/a"];'
            'PaintModel: TypeAlias = Literal["@cf/b", "@cf/c"]',
        ),
        why="A call of the model returns another class. The entry stands in place of those about "
        "the tags of the model's path.",
    ),
)

_METHODS = (
    *neutral_pair(
        forth=("client-method-added", "method {subject} added", "info"),
        back=("client-method-removed", "method {subject} removed", "breaking"),
        example=_client(
            _method("run(self, model_name)"),
            _method("run(self, model_name)", "list(self)"),
        ),
    ),
    self_mirrored(
        "client-argument-changed",
        "arguments of {subject}: ({old}) is now ({new})",
        _SENDS,
        _client(_method("run(self, model_name)"), _method("run(self, model)")),
        why="A path parameter bears the name that the document gives it.",
    ),
)

RULES: tuple[Rule, ...] = (*_CLASSES, *_FIELDS, *_MODELS, *_METHODS)
