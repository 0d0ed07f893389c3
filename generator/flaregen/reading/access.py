"""What a run may read apart from the document that it was given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """Nothing is permitted unless somebody asked for it.

    ``remote_refs`` permits references to other files and to servers, ``http`` what is not
    encrypted on its way, ``private`` servers in private networks and on this machine.
    """

    remote_refs: bool = False
    http: bool = False
    private: bool = False


NONE = Access()
