"""The rules in Markdown: docs/drift-rules.md.

``python -m flaregen.report.rules_page > docs/drift-rules.md`` writes that file anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from flaregen.drift.rules import TOPICS, Rule
from flaregen.drift.rules.explanations import SETTINGS, Explanation, explanations
from flaregen.terminal import Terminal

_INTRODUCTION = """\
# Rules of `flaregen drift`

Each change has a rule, and each rule has an id that does not change. `breaking` means that a client
that works today may fail, `warning` that somebody should look, and `info` that nothing breaks. Many
rules have different levels for requests and responses. The configuration can change the level of a
rule, and accept a change:

```toml
[drift.levels]
"enum-value-added" = "breaking"

[[drift.accept]]
id = "path-removed"
pointer = "/paths/~1old"
reason = "nobody called it"
expires = "2030-12-31"
```

Changes of a property that is never sent (`readOnly` in a request, `writeOnly` in a response) are
information. So are changes of operations and parameters with `x-stability-level: draft` or `alpha`
in both documents, and of schemas that nothing refers to. Vendor extensions are not compared, except
`x-sunset`, `x-stability-level` and `x-extensible-enum`. A change that several places refer to is
reported once, at its most severe level.

If both documents have the configured operations, the clients that are generated from them are
compared too. Each change lists the Python symbols that it affects. If no change of the document
explains a difference between the clients, it is a change of its own, by the rules of the [emitted
client](#the-emitted-client).
"""

_ANEW = """\
This page is generated: `python -m flaregen.report.rules_page > docs/drift-rules.md`.
"""


def page() -> str:
    lines = [_INTRODUCTION, _ANEW]
    for topic, rules in TOPICS.items():
        lines += [f"## {topic}", ""]
        for rule in rules:
            lines += section(rule)
    return "\n".join(lines).rstrip("\n") + "\n"


def section(rule: Rule) -> Iterator[str]:
    """What the page says of one rule, a line each."""
    yield from (f"### {rule.id}", "", f"{_levels(rule)}. {_mirror(rule)}", "")
    explanation = explanations()[rule.id]
    if explanation.why:
        yield from (explanation.why, "")
    yield from (*_example(explanation), "")


def reported(rule: Rule) -> str:
    """The message with the names of what is filled in, as in ``OLD``."""
    return re.sub(r"{(\w+)[^}]*}", lambda name: name[1].upper(), rule.message)


def _levels(rule: Rule) -> str:
    if rule.request == rule.response:
        return f"**{rule.request}**"
    named = {"in a request": rule.request, "in a response": rule.response}
    return ", ".join(f"**{level}** {where}" for where, level in named.items() if level)


def _mirror(rule: Rule) -> str:
    if rule.alone:
        return f"No rule for the opposite change: {rule.alone}."
    if not rule.mirror:
        return "The opposite change has the same rule."
    return f"The opposite change: [{rule.mirror}](#{rule.mirror})."


def _example(example: Explanation) -> Iterator[str]:
    """Python lines as they are, everything else as JSON."""
    yield from (f"In {SETTINGS[example.setting]}:", "", "```diff")
    for sign, value in (("-", example.before), ("+", example.after)):
        is_python = example.setting == "client"
        lines = value.splitlines() if is_python else [json.dumps(value, ensure_ascii=False)]
        yield from (f"{sign} {line}" for line in lines)
    yield "```"


if __name__ == "__main__":
    Terminal().out(page().rstrip("\n"))
