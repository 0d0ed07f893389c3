"""The tables of a configuration file, with the default of each key."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

REQUIRED = "required-version"
DriftLevel: TypeAlias = Literal["breaking", "warning", "info", "off"]


class SpecTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[spec]``: the pinned document, and what is laid over it."""

    path: Annotated[
        str,
        Meta(
            description="The document: a path, a URL or git:REV:PATH. Default: the one in flaregen."
        ),
    ] = ""
    allow_remote_refs: Annotated[
        bool, Meta(description="Follow references to other files and to servers.")
    ] = False
    overlays: Annotated[
        tuple[str, ...],
        Meta(description="Overlays, applied to the document in this order."),
    ] = ()
    names: Annotated[str, Meta(description="The names file.")] = ""


class AuthorTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who made the project: a name, an address, or both."""

    name: Annotated[str, Meta(description="Name of the author.")] = ""
    email: Annotated[str, Meta(description="Email address of the author.")] = ""


class MetadataTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[output.metadata]``: of the project, by the keys of ``[project]`` in pyproject.toml."""

    name: Annotated[
        str, Meta(description="Name of the distribution. Default: the name of the package.")
    ] = ""
    license: Annotated[str, Meta(description="An SPDX expression. The runtime is under MIT.")] = (
        "MIT"
    )
    authors: tuple[AuthorTable, ...] = ()
    urls: Annotated[dict[str, str], Meta(description="URLs by label, such as Source.")] = {}


class OutputTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[output]``: where the client goes."""

    directory: Annotated[
        str, Meta(description="Folder in which the package folder is written.")
    ] = "generated"
    package: Annotated[str, Meta(description="Name of the emitted package.")] = "workers_ai"
    project: Annotated[
        bool,
        Meta(description="Write pyproject.toml, README.md and api.md, too."),
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
    environment: Annotated[str, Meta(description="Environment variable with its default.")]


class WireTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[wire]``: conventions of the service that no document states."""

    envelope: Annotated[
        str, Meta(description="Member of a JSON answer that contains the result.")
    ] = "result"
    stream_flag: Annotated[str, Meta(description="Property that requests a stream.")] = "stream"
    slashed: Annotated[
        tuple[str, ...], Meta(description="Path parameters whose slashes are not encoded.")
    ] = ("model_name",)
    queued: Annotated[str, Meta(description="Key of x-model: whether requests can be queued.")] = (
        "async_queue"
    )
    deprecation_date: Annotated[
        str, Meta(description="Key of x-model: the day on which the model is removed.")
    ] = "planned_deprecation_date"


class ServiceTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[service]``: where requests go, and the token with them; no document decides that."""

    base_url: Annotated[
        str, Meta(description="URL to which the client sends requests, and the token.")
    ] = "https://api.cloudflare.com/client/v4"
    other_servers: Annotated[
        tuple[str, ...],
        Meta(
            description="Other servers that the document may name. The client does not call them."
        ),
    ] = ()


class AcceptTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[[drift.accept]]``: one change that is known and accepted until a date (ISO 8601)."""

    id: Annotated[str, Meta(description="Id of the rule.")]
    pointer: Annotated[
        str,
        Meta(
            description="JSON pointer of the change, as in the report; with name, also that of the "
            "one operation that it reaches."
        ),
    ]
    reason: Annotated[str, Meta(description="Why the change is accepted.")]
    expires: Annotated[str, Meta(description="Last day on which it is accepted (ISO 8601).")]
    name: Annotated[
        str,
        Meta(description="The property, parameter, value, member or symbol, where there are more."),
    ] = ""
    elsewhere: Annotated[
        tuple[str, ...],
        Meta(description="Further pointers of the change, where it is at several places."),
    ] = ()


class DriftTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[drift]``: levels by rule id, and accepted changes."""

    levels: Annotated[dict[str, DriftLevel], Meta(description="Level of each rule, by id.")] = {}
    accept: tuple[AcceptTable, ...] = ()


class PullTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[pull]``: where the upstream document is."""

    source: Annotated[
        str, Meta(description="The upstream document: a URL, a path or git:REV:PATH.")
    ] = "https://raw.githubusercontent.com/cloudflare/api-schemas/main/openapi.json"


class ConfigFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    required_version: Annotated[
        str, Meta(description="Versions of flaregen that may read this file (PEP 440).")
    ] = msgspec.field(default="", name=REQUIRED)
    spec: SpecTable = SpecTable()
    operations: Annotated[
        tuple[str, ...],
        Meta(description="Operations to generate: operationIds, or patterns of operations."),
    ] = ("workers-ai-post-run-model",)
    scopes: tuple[ScopeTable, ...] = (
        ScopeTable(segment="accounts", argument="account_id", environment="CLOUDFLARE_ACCOUNT_ID"),
        ScopeTable(segment="zones", argument="zone_id", environment="CLOUDFLARE_ZONE_ID"),
    )
    wire: WireTable = WireTable()
    service: ServiceTable = ServiceTable()
    output: OutputTable = OutputTable()
    drift: DriftTable = DriftTable()
    pull: PullTable = PullTable()
