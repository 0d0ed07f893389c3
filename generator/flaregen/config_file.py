"""The tables of a configuration file, with the default of each key."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

REQUIRED = "required-version"
DriftLevel: TypeAlias = Literal["breaking", "warning", "info"]


class SpecTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[spec]``: the pinned document, and what is laid over it."""

    path: Annotated[
        str,
        Meta(description="The pinned document: path, URL or git:REV:PATH; else that of flaregen."),
    ] = ""
    allow_remote_refs: Annotated[
        bool, Meta(description="Whether references into other files and to servers are followed.")
    ] = False
    overlays: Annotated[
        tuple[str, ...],
        Meta(description="Files of corrections, applied to the document in this order."),
    ] = ()
    names: Annotated[str, Meta(description="File of reviewed names.")] = ""


class AuthorTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who made the project: a name, an address, or both."""

    name: Annotated[str, Meta(description="Name of the author.")] = ""
    email: Annotated[str, Meta(description="Address of the author.")] = ""


class MetadataTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[output.metadata]``: of the project, by the keys of ``[project]`` in pyproject.toml."""

    name: Annotated[
        str, Meta(description="Name of the distribution; that of the package where it is left out.")
    ] = ""
    license: Annotated[str, Meta(description="An SPDX expression. The runtime is under MIT.")] = (
        "MIT"
    )
    authors: tuple[AuthorTable, ...] = ()
    urls: Annotated[
        dict[str, str], Meta(description="Addresses by their labels, such as Source.")
    ] = {}


class OutputTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[output]``: where the client goes."""

    directory: Annotated[
        str, Meta(description="Folder that the package folder is written into.")
    ] = "generated"
    package: Annotated[str, Meta(description="Name of the emitted package.")] = "workers_ai"
    project: Annotated[
        bool,
        Meta(description="Whether pyproject.toml, README.md and api.md are written, too."),
    ] = False
    version: Annotated[str, Meta(description="Version of that project (PEP 440).")] = "0.1.0"
    metadata: MetadataTable = MetadataTable()


class ScopeTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A path parameter that the client holds, so that calls need not name it."""

    segment: Annotated[
        str,
        Meta(description="Path segment before the parameter, such as accounts."),
    ]
    argument: Annotated[str, Meta(description="Argument of the client that holds it.")]
    environment: Annotated[str, Meta(description="Environment variable that is its default.")]


class WireTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[wire]``: conventions of the service that no document states."""

    envelope: Annotated[str, Meta(description="Member of a JSON answer that holds the result.")] = (
        "result"
    )
    stream_flag: Annotated[str, Meta(description="Property that asks for a stream.")] = "stream"
    slashed: Annotated[
        tuple[str, ...], Meta(description="Path parameters whose slashes stay slashes.")
    ] = ("model_name",)
    queued: Annotated[
        str, Meta(description="Fact of a model (x-model) that its requests can be queued.")
    ] = "async_queue"
    deprecation_date: Annotated[
        str, Meta(description="Fact of a model (x-model): the day on which it goes.")
    ] = "planned_deprecation_date"


class ServiceTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[service]``: where requests go, and the token with them; no document decides that."""

    base_url: Annotated[
        str, Meta(description="Where the client sends requests, and the token with them.")
    ] = "https://api.cloudflare.com/client/v4"
    other_servers: Annotated[
        tuple[str, ...],
        Meta(description="Servers that the document may name too; the client does not call them."),
    ] = ()


class AcceptTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[[drift.accept]]``: one change that is known and accepted until a date (ISO 8601)."""

    id: Annotated[str, Meta(description="Id of the rule.")]
    pointer: Annotated[str, Meta(description="JSON pointer of the change, as the report has it.")]
    reason: Annotated[str, Meta(description="Why the change is accepted.")]
    expires: Annotated[str, Meta(description="Last day on which it is (ISO 8601).")]


class DriftTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[drift]``: levels by rule id, and accepted changes."""

    levels: Annotated[dict[str, DriftLevel], Meta(description="Levels by the id of a rule.")] = {}
    accept: tuple[AcceptTable, ...] = ()


class PullTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[pull]``: where the upstream document is."""

    source: Annotated[
        str, Meta(description="Upstream's document: a URL, a path or git:REV:PATH.")
    ] = "https://raw.githubusercontent.com/cloudflare/api-schemas/main/openapi.json"


class ConfigFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    required_version: Annotated[
        str, Meta(description="Which flaregen may read this file (PEP 440).")
    ] = msgspec.field(default="", name=REQUIRED)
    spec: SpecTable = SpecTable()
    operations: Annotated[
        tuple[str, ...], Meta(description="Operations to generate: operationIds, or METHOD /path.")
    ] = ("workers-ai-post-run-model",)
    scopes: tuple[ScopeTable, ...] = (
        ScopeTable(segment="accounts", argument="account_id", environment="CLOUDFLARE_ACCOUNT_ID"),
    )
    wire: WireTable = WireTable()
    service: ServiceTable = ServiceTable()
    output: OutputTable = OutputTable()
    drift: DriftTable = DriftTable()
    pull: PullTable = PullTable()
