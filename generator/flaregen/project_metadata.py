"""What an index and an installer require of a project's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flaregen.config_file import AuthorTable, MetadataTable

_NAME = "use letters, digits, '-', '_' and '.', as in acme-workers-ai"
_LICENSE = "write an SPDX expression, as in MIT or LicenseRef-Acme"
_AUTHOR = 'write { name = "Acme", email = "sdk@acme.example" }, or one of the two'
_URL = 'write them as in urls = { Source = "https://acme.example/sdk" }'
_LONGEST_LABEL = 32
"""Characters of the label of a URL, by the core metadata specification."""
_EMAIL = re.compile(r"[^\s@<>,]+@[^\s@<>,]+")
_ADDRESS = re.compile(r"https?://[^\s<>,]+")


def problems_with(metadata: MetadataTable) -> Iterator[tuple[str, str]]:
    """What is wrong with each key, and what to do; nothing for what was left out."""
    if metadata == MetadataTable():
        return
    # Imported here: most configurations have none of it.
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
    from packaging.utils import InvalidName, canonicalize_name

    if metadata.name:
        try:
            canonicalize_name(metadata.name, validate=True)
        except InvalidName:
            yield f"name: {metadata.name!r} is not a valid name of a distribution", _NAME
    try:
        canonicalize_license_expression(metadata.license)
    except InvalidLicenseExpression:
        yield f"license: {metadata.license!r} is not a valid license expression", _LICENSE
    for author in metadata.authors:
        if not _is_author(author):
            yield f"authors: {author.name!r}, {author.email!r} is not a valid author", _AUTHOR
    for label, url in metadata.urls.items():
        if not 0 < len(label) <= _LONGEST_LABEL or not label.isprintable() or "," in label:
            yield f"urls: {label!r} is not a valid label, of {_LONGEST_LABEL} characters", _URL
        if not url.isprintable() or not _ADDRESS.fullmatch(url):
            yield f"urls: {url!r} is not a valid URL", _URL


def _is_author(author: AuthorTable) -> bool:
    name = author.name
    if not (name.strip() or author.email) or not name.isprintable() or set(name) & set(",<>"):
        return False
    return not author.email or bool(_EMAIL.fullmatch(author.email))


def is_version(text: str) -> bool:
    """Whether pip takes the text for a version; it is to have no space around it."""
    from packaging.version import InvalidVersion, Version

    try:
        Version(text)
    except InvalidVersion:
        return False
    # To packaging, some letters of other alphabets are an "s" or a "k".
    return text.isascii() and text == text.strip()
