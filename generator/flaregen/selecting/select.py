"""The second stage: from a document to the operations that are wanted, and what they reach.

A selection prunes keys and never renumbers, so a pointer into it is a pointer into what
was loaded. What other operations are referred to for is kept too, without the rest of
them, so that ``Document.operations`` alone says what was chosen.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flaregen.diagnostic import Diagnostic, DiagnosticError, Problem, UsageError
from flaregen.document import Document, as_object
from flaregen.openapi.endpoints import Endpoint, endpoints, with_path_items, without_names
from flaregen.openapi.patterns import Pattern, Patterns
from flaregen.openapi.references import References, reference_of
from flaregen.pointer import Pointer
from flaregen.selecting.reach import prune, reach


def select(
    document: Document,
    patterns: Sequence[str],
    *,
    whole: bool = False,
    pinned: bool = False,
    earlier: Sequence[Endpoint] = (),
) -> Document:
    """Keep the operations that the patterns choose (see ``Pattern``), and what they reach.

    Raises DiagnosticError for each pattern that matches nothing, for an operationId that two
    operations have, and where everything is excluded; UsageError when nothing is to be chosen.
    Exclusions have to match where the document is ``whole``: a pin has no longer what they mean.
    To one that is ``pinned``, a pull adds operations. ``earlier`` are those of the document
    before, by which one is found that has another operationId now.
    """
    parsed = Patterns.parse(patterns)
    if not parsed.choosing:
        advice = 'add operations = ["..."]' if not patterns else 'add "*" to choose all others'
        raise UsageError("no operations are configured", help=advice)
    document = with_path_items(document)
    known = tuple(endpoints(document))
    chosen = parsed.choose(known)
    wanted = parsed.all if whole else parsed.choosing
    findings = [*_findings(document, known, wanted, pinned=pinned, earlier=earlier)]
    if not findings and not chosen:
        findings = [_nothing_left(parsed).at(document.source, pointer=Pointer(("paths",)))]
    if findings:
        raise DiagnosticError(findings)
    pointers = tuple(endpoint.pointer for endpoint in chosen)
    kept = reach(document, pointers)
    return replace(document, root=prune(document.root, kept), operations=pointers)


def require_path_items(document: Document, patterns: Sequence[str]) -> None:
    """Raise DiagnosticError for path items whose reference leads out of the document or nowhere.

    Only where the patterns may choose what they have: it would be missing without a word.
    """
    document = with_path_items(document)
    items = as_object(document.root.get("paths")).items()
    if not (paths := [path for path, item in items if reference_of(item) is not None]):
        return
    known = tuple(endpoints(document))
    parsed = Patterns.parse(patterns)
    asking = [
        one for one in parsed.choosing if not (one.names_one and any(map(one.matches, known)))
    ]
    paths = [p for p in paths if not any(one.matches_all_below(p) for one in parsed.excluding)]
    references = References(document, strict=True)
    findings: list[Diagnostic] = []
    for path in paths:
        if any(pattern.may_match_below(path) for pattern in asking):
            try:
                references.behind(references.node(Pointer(("paths", path))))
            except DiagnosticError as error:
                findings += error.diagnostics
    if findings:
        raise DiagnosticError(findings)


def _findings(
    document: Document,
    known: Sequence[Endpoint],
    patterns: Sequence[Pattern],
    *,
    pinned: bool,
    earlier: Sequence[Endpoint],
) -> Iterator[Diagnostic]:
    for pattern in patterns:
        matching = [endpoint for endpoint in known if pattern.matches(endpoint)]
        if not matching:
            problem = missing(pattern, known, pinned=pinned, earlier=earlier)
            yield problem.at(document.source, pointer=Pointer(("paths",)))
        elif pattern.names_one and len(matching) > 1:
            place = matching[1].pointer.child("operationId")
            yield _ambiguous(pattern, matching).at(document.source, pointer=place)


def _nothing_left(patterns: Patterns) -> Problem:
    excluding = " and ".join(f'"{pattern.text}"' for pattern in patterns.excluding)
    message = f"{excluding} leave out every operation that is chosen."
    return Problem("missing-operation", message, "exclude fewer operations, or choose more")


def _ambiguous(pattern: Pattern, matching: Sequence[Endpoint]) -> Problem:
    places = " and ".join(str(endpoint) for endpoint in matching)
    message = f'The operationId "{pattern.operation_id}" belongs to {places}.'
    advice = f'choose one by its path: "{matching[0]}"'
    return Problem("duplicate-operation-id", message, advice)


_NEAREST = 3
_FIRST = 10
_HOW_TO_FETCH = "flaregen pull fetches what upstream has and the pinned document does not"
_HOW_TO_CHOOSE = "choose with --operation, or by operations in flaregen.toml, from"


def missing(
    pattern: Pattern,
    known: Sequence[Endpoint],
    *,
    pinned: bool = False,
    earlier: Sequence[Endpoint] = (),
) -> Problem:
    """The problem of a pattern that matches none of the known, with what is near it."""
    message = f'The document has no operation "{pattern.text}".'
    choices = _choices(pattern, known)
    nearest = difflib.get_close_matches(_spelled(pattern), choices, n=_NEAREST)
    if renamed := _renamed(pattern, known, earlier):
        advice = ["it has another operationId now", renamed]
    elif nearest:
        advice = ["the nearest are", *(choices[one] for one in nearest)]
    elif choices:
        more = [f"... and {len(choices) - _FIRST} more"] if len(choices) > _FIRST else []
        advice = [_HOW_TO_CHOOSE, *[*choices.values()][:_FIRST], *more]
    else:
        advice = ["the document has no operations; use another document"]
    advice += [_HOW_TO_FETCH] if pinned else []
    return Problem("missing-operation", message, "\n".join(advice))


def _renamed(pattern: Pattern, known: Sequence[Endpoint], earlier: Sequence[Endpoint]) -> str:
    """The line of what is where an earlier operation was; empty where nothing is."""
    where = {
        (one.method, without_names(one.path))
        for one in earlier
        if pattern.operation_id and pattern.matches(one)
    }
    lines = (_line(one) for one in known if (one.method, without_names(one.path)) in where)
    return next(lines, "")


def _line(endpoint: Endpoint) -> str:
    return f"{endpoint.operation_id or '(no operationId)'}: {endpoint}"


def _spelled(pattern: Pattern) -> str:
    method = f"{pattern.method.upper()} " if pattern.method else ""
    return f"{method}{pattern.path}" if pattern.path else pattern.tag or pattern.operation_id


def _choices(pattern: Pattern, known: Sequence[Endpoint]) -> Mapping[str, str]:
    """Suggestions in place of a pattern, spelled as it is, with the line that shows them."""
    if pattern.tag:
        tags = Counter(tag for endpoint in known for tag in endpoint.tags)
        return {tag: f"tag:{tag} ({count})" for tag, count in tags.items()}
    found: dict[str, str] = {}
    for endpoint in known:
        for spelled, line in _of_endpoint(pattern, endpoint):
            found.setdefault(spelled, line)
    return found


def _of_endpoint(pattern: Pattern, endpoint: Endpoint) -> Iterator[tuple[str, str]]:
    line = _line(endpoint)
    if not pattern.path:
        yield endpoint.operation_id or str(endpoint), line
        return
    method = f"{endpoint.method.upper()} " if pattern.method else ""
    before, star, _ = pattern.path.partition("*")
    if not star:
        yield f"{method}{without_names(endpoint.path)}", line
        return
    # As many segments as the pattern names.
    path = "/".join(endpoint.path.split("/")[: before.count("/")])
    yield f"{method}{without_names(path)}/*", f"{method}{path}/*"
