"""Words of documents as identifiers: singular forms, and names that are too long."""

from __future__ import annotations

from hashlib import sha256

import pytest

from flaregen.names.identifiers import (
    class_name,
    field_name,
    module_name,
    singular,
    spelling_of,
)

_SINGULAR = """
    cookies cookie, movies movie, series series, caches cache, aliases alias, statuses status,
    news news, messages message, properties property, policies policy, addresses address,
    boxes box, classes class, analyses analysis, buses bus, cases case, services service,
    choices choice, entities entity, anomalies anomaly, ties tie, values value, rules rule,
    redirect_uris redirect_uri, ips ip, access access, data data, metadata metadata, media media,
    matches match, hashes hash, mutexes mutex, paths path, sizes size, corps corp, caches cache,
    TLS TLS, dns dns, https https, asnsDetails asnsDetail, hostnameAliases hostnameAlias
"""


@pytest.mark.parametrize("pair", _SINGULAR.split(","), ids=str.strip)
def test_singular(pair: str) -> None:
    plural, one = pair.split()
    assert singular(plural) == one


def test_an_abbreviation_in_the_plural_is_one_word() -> None:
    found = [field_name(wire) for wire in ("requireSignedURLs", "IDsOfZones", "DNSsec", "URL")]
    assert found == ["require_signed_urls", "ids_of_zones", "dn_ssec", "url"]


def test_what_is_no_name_in_python_becomes_one() -> None:
    found = [field_name(wire) for wire in ("1080p", "2nd-try", "class")]
    assert found == ["field_1080p", "field_2nd_try", "class_"]


def test_names_that_are_too_long_differ_if_their_texts_do() -> None:
    words = "customer certificates and hostnames " * 4
    found = {class_name((words, last)) for last in ("one", "two")}
    found |= {class_name((words, last)) for last in ("one", "two")}
    assert len(found) == 2
    assert all(len(name) == 80 and name.isidentifier() for name in found)
    assert len({field_name(f"{words}{last}") for last in ("one", "two")}) == 2
    assert len({module_name(f"{words}{last}") for last in ("one", "two")}) == 2


def test_names_of_eighty_letters_stay_whole() -> None:
    assert class_name(("A" + "b" * 79,)) == "A" + "b" * 79


def test_a_name_that_is_too_long_is_the_same_in_each_release() -> None:
    cut = "A" + "b" * 71
    assert class_name((cut + "b" * 10,)) == cut + sha256((cut + "b" * 10).encode()).hexdigest()[:8]


def test_abbreviations_are_not_methods_of_http() -> None:
    texts = ("Workers AI", "A DNS record", "GET or PUT a zone", "New NAME")
    assert spelling_of(texts) == {"ai": "AI", "dns": "DNS", "name": "NAME"}
