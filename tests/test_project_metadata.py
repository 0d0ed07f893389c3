"""What a distribution may have for its labels and its addresses."""

from __future__ import annotations

import pytest

from flaregen.config_file import AuthorTable, MetadataTable
from flaregen.project_metadata import problems_with


@pytest.mark.parametrize(
    ("metadata", "keys"),
    [
        (MetadataTable(), []),
        (MetadataTable(urls={"L" * 32: "https://acme.example/sdk"}), []),
        (MetadataTable(urls={"L" * 33: "https://acme.example/sdk"}), ["urls"]),
        (MetadataTable(urls={"": "https://acme.example/sdk"}), ["urls"]),
        (MetadataTable(urls={"a,b": "ftp://acme.example"}), ["urls", "urls"]),
        (MetadataTable(authors=(AuthorTable(name="Acme", email="sdk@acme.example"),)), []),
        (MetadataTable(authors=(AuthorTable(name="Acme"),)), []),
        (MetadataTable(authors=(AuthorTable(name=" "),)), ["authors"]),
        (MetadataTable(authors=(AuthorTable(name="A <b>"),)), ["authors"]),
        (MetadataTable(authors=(AuthorTable(name="Acme", email="sdk"),)), ["authors"]),
    ],
)
def test_what_is_refused(metadata: MetadataTable, keys: list[str]) -> None:
    assert [said.partition(":")[0] for said, _ in problems_with(metadata)] == keys
