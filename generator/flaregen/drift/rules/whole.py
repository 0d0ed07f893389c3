"""Rules of what concerns the document as a whole."""

from __future__ import annotations

from flaregen.document import JSON, JSONObject
from flaregen.drift.rules.pairs import neutral_pair
from flaregen.drift.rules.rule import Example, Rule

_OK: JSONObject = {"responses": {"200": {"description": "Fine."}}}
_API: JSONObject = {"paths": {"/a": {"get": _OK}}}
_TWO: JSONObject = {"paths": {"/a": {"get": _OK}, "/b": {"get": _OK}}}


def _document(before: JSONObject, after: JSONObject) -> Example:
    return Example("document", {**_API, **before}, {**_API, **after})


def _operation(before: JSONObject, after: JSONObject) -> Example:
    return Example("operation", {**_OK, **before}, {**_OK, **after})


def _schemes(**schemes: JSON) -> JSONObject:
    return {"components": {"securitySchemes": schemes}}


def _flow(**flow: JSON) -> JSONObject:
    whole: JSON = {"authorizationUrl": "https://a.test", "scopes": {}, **flow}
    return _schemes(login={"type": "oauth2", "flows": {"implicit": whole}})


def _change(name: str, message: str, example: Example, why: str = "", alone: str = "") -> Rule:
    mirror = "" if alone else name
    return Rule(name, message, example, neutral="info", why=why, mirror=mirror, alone=alone)


def _scheme_rule(name: str, message: str, example: Example) -> Rule:
    return Rule(
        name,
        message,
        example,
        neutral="breaking",
        mirror=name,
        why="Clients authenticate in another way from now on.",
    )


_KEY: JSONObject = {"type": "apiKey", "in": "header", "name": "X-Key"}
_SECURITY = (
    *neutral_pair(
        forth=("security-added", "{subject}: security {new} added", "info"),
        back=("security-removed", "{subject}: security {old} removed", "info"),
        example=_operation({"security": []}, {"security": [{"key": []}]}),
        why="Alternatives come and go; whether a client uses this one is not in the document.",
    ),
    *neutral_pair(
        forth=("security-scope-added", "{subject}: {name} asks for scope {new}", "info"),
        back=("security-scope-removed", "{subject}: {name} no longer asks for scope {old}", "info"),
        example=_operation({"security": [{"login": []}]}, {"security": [{"login": ["read"]}]}),
    ),
    *neutral_pair(
        forth=("security-scheme-added", "security scheme {name} added", "info"),
        back=("security-scheme-removed", "security scheme {name} removed", "info"),
        example=_document({}, _schemes(key=_KEY)),
        why="Where a scheme is asked for, that is a change of its own.",
    ),
    _scheme_rule(
        "security-scheme-type-changed",
        "security scheme {name}: type changed from {old} to {new}",
        _document(_schemes(key=_KEY), _schemes(key={"type": "http", "scheme": "basic"})),
    ),
    _scheme_rule(
        "security-scheme-place-changed",
        "security scheme {name}: {detail} changed from {old} to {new}",
        _document(_schemes(key=_KEY), _schemes(key={**_KEY, "in": "query"})),
    ),
    _scheme_rule(
        "security-scheme-form-changed",
        "security scheme {name}: HTTP scheme changed from {old} to {new}",
        _document(
            _schemes(key={"type": "http", "scheme": "basic"}),
            _schemes(key={"type": "http", "scheme": "bearer"}),
        ),
    ),
    _change(
        "security-scheme-url-changed",
        "security scheme {name}: {detail} changed from {old} to {new}",
        _document(_flow(), _flow(authorizationUrl="https://b.test")),
    ),
    *neutral_pair(
        forth=("security-flow-added", "security scheme {name}: flow {new} added", "info"),
        back=("security-flow-removed", "security scheme {name}: flow {old} removed", "breaking"),
        example=_document(_schemes(login={"type": "oauth2", "flows": {}}), _flow()),
    ),
    *neutral_pair(
        forth=("oauth-scope-added", "security scheme {name}: scope {new} added", "info"),
        back=("oauth-scope-removed", "security scheme {name}: scope {old} removed", "info"),
        example=_document(_flow(), _flow(scopes={"read": ""})),
    ),
    _change(
        "oauth-scope-described",
        "security scheme {name}: scope {detail} described as {new} instead of {old}",
        _document(_flow(scopes={"read": "One."}), _flow(scopes={"read": "Two."})),
    ),
    _change(
        "security-scheme-described",
        "security scheme {name}: {detail} changed",
        _document(_schemes(key=_KEY), _schemes(key={**_KEY, "description": "One."})),
    ),
)

_SERVERS = (
    *neutral_pair(
        forth=("server-added", "{subject}: server {new} added", "info"),
        back=("server-removed", "{subject}: server {old} removed", "info"),
        example=_document(
            {"servers": [{"url": "https://a.test"}]},
            {"servers": [{"url": "https://a.test"}, {"url": "https://b.test"}]},
        ),
        why="The first server, which clients call unless they are told otherwise, is the same; "
        "where it is another, that is server-changed.",
    ),
    Rule(
        "server-changed",
        "{subject}: server changed from {old} to {new}",
        _document(
            {"servers": [{"url": "https://a.test"}]}, {"servers": [{"url": "https://b.test"}]}
        ),
        neutral="breaking",
        mirror="server-changed",
        why="Requests would go, and the token with them, to another address. A document without "
        "servers has the server / (OpenAPI); an operation without has those of the document.",
    ),
    _change(
        "server-detail-changed",
        "{subject}: {detail} of server {name} changed",
        _document(
            {"servers": [{"url": "https://a.test"}]},
            {"servers": [{"url": "https://a.test", "description": "Main."}]},
        ),
    ),
)

_HOOK: JSONObject = {"webhooks": {"done": {"post": _OK}}}
_THING: JSONObject = {"components": {"schemas": {"Thing": {"type": "object"}}}}
_OTHER: JSONObject = {"components": {"schemas": {"Other": {"type": "object"}}}}
_REST = (
    *neutral_pair(
        forth=("webhook-added", "{subject} added", "info"),
        back=("webhook-removed", "{subject} removed", "breaking"),
        example=_document({}, _HOOK),
    ),
    _change(
        "schema-removed",
        "component schema {name} removed",
        _document(_THING, {}),
        alone="a component says nothing by itself: where a new one is used is a change of its own",
        why="It is neither under another name nor written out where it was used.",
    ),
    _change(
        "schema-renamed",
        "component schema {old} renamed to {new}",
        _document(_THING, _OTHER),
        why="Nothing changes on the wire; a generated client names a class after it.",
    ),
    _change(
        "info-changed",
        "{name} of the document changed",
        _document(
            {"info": {"title": "A", "version": "1"}}, {"info": {"title": "B", "version": "1"}}
        ),
    ),
    _change(
        "version-changed",
        "the document's version changed from {old} to {new}",
        _document({"info": {"version": "1.0.0"}}, {"info": {"version": "1.1.0"}}),
    ),
    _change(
        "tag-described",
        "what is said of tag {name} changed",
        _document({"tags": [{"name": "a"}]}, {"tags": [{"name": "a", "description": "One."}]}),
    ),
    Rule(
        "version-not-bumped",
        "something breaks, but the version is still {old}",
        Example(
            "document",
            {**_TWO, "info": {"version": "1.0.0"}},
            {**_API, "info": {"version": "1.0.0"}},
        ),
        neutral="info",
        alone="it is a remark on the whole comparison",
        why="Said where both versions are semantic ones. Not said where a server's URL carries "
        "the version (`https://example.com/v4`): such an API keeps it for as long as it lives.",
    ),
    Rule(
        "major-version-not-bumped",
        "something breaks, but the version went from {old} to {new} only",
        Example(
            "document",
            {**_TWO, "info": {"version": "1.0.0"}},
            {**_API, "info": {"version": "1.1.0"}},
        ),
        neutral="info",
        alone="it is a remark on the whole comparison",
        why="Below 1.0.0 the minor version counts as the major one.",
    ),
    Rule(
        "version-decreased",
        "something breaks, and the version went back from {old} to {new}",
        Example(
            "document",
            {**_TWO, "info": {"version": "1.1.0"}},
            {**_API, "info": {"version": "1.0.0"}},
        ),
        neutral="info",
        alone="it is a remark on the whole comparison",
    ),
)

RULES: tuple[Rule, ...] = (*_SECURITY, *_SERVERS, *_REST)
