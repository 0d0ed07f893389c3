"""What methods for streams are called."""

from __future__ import annotations

from dataclasses import replace

from flaregen.names.derived_methods import derived_methods
from flaregen.names.named import NamedOperation
from tests.names.documents import TEXT, document, named, obj, operation


def _operation(method: str, *, streams: bool = True) -> NamedOperation:
    answer = {**TEXT, "format": "binary"} if streams else TEXT
    (found,) = named(document({"POST /things": operation(obj(a=TEXT), answer)}))
    return replace(found, method=method)


def _names(*operations: NamedOperation) -> list[dict[str, str]]:
    return [dict(names) for names in derived_methods(operations, ())]


def test_the_only_one_has_the_plain_name() -> None:
    assert _names(_operation("draw"), _operation("list", streams=False)) == [
        {"stream_bytes": "stream_bytes"},
        {},
    ]


def test_several_are_named_after_their_methods() -> None:
    assert _names(_operation("draw"), _operation("paint")) == [
        {"stream_bytes": "stream_bytes_draw"},
        {"stream_bytes": "stream_bytes_paint"},
    ]


def test_the_name_of_another_method_is_not_taken() -> None:
    taken = [_operation(name, streams=False) for name in ("stream_bytes", "stream_bytes_")]
    assert _names(_operation("draw"), *taken)[0] == {"stream_bytes": "stream_bytes__"}
