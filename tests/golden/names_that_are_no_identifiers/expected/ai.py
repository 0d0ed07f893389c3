"""What operations of `client.ai` take and give."""

from dataclasses import field

from ._runtime.models import UNSET, Params, Response, UnsetType


class AIRunResponseInner(Response):
    not_: bool | None = field(default=None, metadata={"wire_name": "not"})


class AIRunResponse(Response):
    import_: str = field(metadata={"wire_name": "import"})
    extra_fields_: str | None = field(default=None, metadata={"wire_name": "extra_fields"})
    content_type: str | None = field(default=None, metadata={"wire_name": "Content-Type"})
    inner: AIRunResponseInner | None = None


class AIRunParams(Params[AIRunResponse]):
    from_: str = field(metadata={"wire_name": "from"})
    class__: int = field(metadata={"wire_name": "class"})
    field_2d_map: bool | UnsetType = field(default=UNSET, metadata={"wire_name": "2d-map"})
    max_tokens__: int | UnsetType = field(default=UNSET, metadata={"wire_name": "maxTokens"})
    max_tokens: int | UnsetType = UNSET
    max_tokens_: int | UnsetType = field(default=UNSET, metadata={"wire_name": "max-tokens"})
    class_: str | UnsetType = field(default=UNSET, metadata={"wire_name": "__class__"})
    to_dict_: str | UnsetType = field(default=UNSET, metadata={"wire_name": "to_dict"})
    self_: str | UnsetType = field(default=UNSET, metadata={"wire_name": "self"})
    gro_e: float | UnsetType = field(default=UNSET, metadata={"wire_name": "größe"})
    field_: str | UnsetType = field(default=UNSET, metadata={"wire_name": "✓"})
    image_b64: str | UnsetType = UNSET
