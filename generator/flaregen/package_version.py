"""Which texts are versions of a Python package: PEP 440, whose appendix B the pattern is from."""

from __future__ import annotations

import re

_VERSION = re.compile(
    r"""
    v?
    ([0-9]+!)?                                              # epoch
    [0-9]+(\.[0-9]+)*                                       # release
    ([-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?[0-9]*)?  # before the release
    (-[0-9]+|[-_.]?(post|rev|r)[-_.]?[0-9]*)?               # after it
    ([-_.]?dev[-_.]?[0-9]*)?                                # in development
    (\+[a-z0-9]+([-_.][a-z0-9]+)*)?                         # local
    """,
    # ASCII: some letters of other alphabets are an "s" or a "k" where case is ignored.
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def is_version(text: str) -> bool:
    """Whether pip takes the text for a version; it is to have no space around it."""
    return _VERSION.fullmatch(text) is not None
