"""The tables of a configuration file, with the default of each key."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

REQUIRED = "required-version"
DriftLevel: TypeAlias = Literal["breaking", "warning", "info"]


class SpecTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[spec]``: the pinned document, and what is laid over it.

    ``allow_remote_refs`` permits its references into other files and to servers.
    """

    path: str = ""
    allow_remote_refs: bool = False
    overlays: tuple[str, ...] = ()
    names: str = ""


class AuthorTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who made the project: a name, an address, or both."""

    name: str = ""
    email: str = ""


class MetadataTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[output.metadata]``: of the project, by the keys of ``[project]`` in pyproject.toml.

    ``name`` is that of the package where it is left out. ``license`` is an SPDX expression; that of
    the runtime is MIT.
    """

    name: str = ""
    license: str = "MIT"
    authors: tuple[AuthorTable, ...] = ()
    urls: dict[str, str] = {}


class OutputTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[output]``: where the client goes.

    ``project`` makes it installable: pyproject.toml with ``version``, README and
    api.md beside the package.
    """

    directory: str = "generated"
    package: str = "workers_ai"
    project: bool = False
    version: str = "0.1.0"
    metadata: MetadataTable = MetadataTable()


class ScopeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A path parameter that the client holds, so that calls need not name it.

    ``segment`` is the path segment before the parameter (``accounts``), whatever
    the document calls the parameter itself.
    """

    segment: str
    argument: str
    environment: str


class WireTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[wire]``: conventions of the service that no document states.

    ``envelope`` is the member of a JSON answer that holds the result, ``stream_flag``
    the property that asks for a stream, ``slashed`` the path parameters whose values
    may hold slashes that stay slashes. ``queued`` and ``deprecation_date`` are facts of a
    model (``x-model``): that requests to it can be queued, and when it goes.
    """

    envelope: str = "result"
    stream_flag: str = "stream"
    slashed: tuple[str, ...] = ("model_name",)
    queued: str = "async_queue"
    deprecation_date: str = "planned_deprecation_date"


class ServiceTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[service]``: where requests go, and the token with them; no document decides that.

    ``other_servers`` are URLs that the document may name too, as they are written there; the
    client does not call them.
    """

    base_url: str = "https://api.cloudflare.com/client/v4"
    other_servers: tuple[str, ...] = ()


class AcceptTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[[drift.accept]]``: one change that is known and accepted until a date (ISO 8601)."""

    id: str
    pointer: str
    reason: str
    expires: str


class DriftTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[drift]``: levels by rule id, and accepted changes."""

    levels: dict[str, DriftLevel] = {}
    accept: tuple[AcceptTable, ...] = ()


class PullTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[pull]``: where the upstream document is."""

    source: str = "https://raw.githubusercontent.com/cloudflare/api-schemas/main/openapi.json"


class ConfigFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. ``required_version`` says which flaregen may read it (PEP 440)."""

    required_version: str = msgspec.field(default="", name=REQUIRED)
    spec: SpecTable = SpecTable()
    operations: tuple[str, ...] = ("workers-ai-post-run-model",)
    scopes: tuple[ScopeTable, ...] = (
        ScopeTable(segment="accounts", argument="account_id", environment="CLOUDFLARE_ACCOUNT_ID"),
    )
    wire: WireTable = WireTable()
    service: ServiceTable = ServiceTable()
    output: OutputTable = OutputTable()
    drift: DriftTable = DriftTable()
    pull: PullTable = PullTable()
