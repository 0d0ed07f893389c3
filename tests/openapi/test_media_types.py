"""Media types as a request has them."""

from __future__ import annotations

import pytest

from flaregen.config_file import WireTable
from flaregen.openapi.media_types import as_sent
from flaregen.schemas.extract import extract
from tests.reading.documents import document, operation


@pytest.mark.parametrize(
    ("media_type", "sent"),
    [
        ("application/json", "application/json"),
        ("Application/JSON; charset=utf-8", "application/json"),
        ("application/vnd.x+json;version=2", "application/vnd.x+json; version=2"),
        ('application/ld+json; profile="a b"; q=1', 'application/ld+json; profile="a b"; q=1'),
        ("application/json; a=b\r\nX: y", "application/json"),
        ('application/json; a="b\r\nX: y"', "application/json"),
        ("application/json; nothing", "application/json"),
    ],
)
def test_parameters_are_sent(media_type: str, sent: str) -> None:
    assert as_sent(media_type) == sent


@pytest.mark.parametrize(
    ("media_type", "sent"),
    [
        ("application/vnd.x+json;version=2", "application/vnd.x+json; version=2"),
        ("application/x-www-form-urlencoded; charset=utf-8", "application/x-www-form-urlencoded"),
        ("multipart/form-data; boundary=x", "multipart/form-data"),
    ],
)
def test_the_media_type_of_a_body(media_type: str, sent: str) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    body = {"content": {media_type: {"schema": schema}}}
    found = document({"/things": {"post": {**operation(), "requestBody": body}}})
    (only,) = extract(found, found, WireTable())
    assert only.media_type == sent
