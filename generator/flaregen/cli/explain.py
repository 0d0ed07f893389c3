"""``flaregen explain``."""

from __future__ import annotations

import difflib
import json
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from flaregen.cli.options import format_option
from flaregen.diagnostic import UsageError
from flaregen.drift.rules import RULES
from flaregen.terminal import Terminal

_EPILOG = """\b
Examples:
  flaregen explain enum-value-added
  flaregen explain dangling-reference
"""
_LEVEL = """\
Another level, in flaregen.toml:

```toml
[drift.levels]
{rule} = "info"
```"""


def codes() -> dict[str, str]:
    """What each code of a diagnostic means; a ``*`` in a code is any text."""
    text = Path(__file__).parents[1].joinpath("codes.toml").read_text(encoding="utf-8")
    return {code: said for part in tomllib.loads(text).values() for code, said in part.items()}


def _complete(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    del context, parameter
    names = sorted(name for name in (*RULES, *codes()) if "*" not in name)
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


@click.command(epilog=_EPILOG)
@click.argument("name", metavar="RULE-OR-CODE", shell_complete=_complete)
@format_option("text", "json")
def command(*, name: str, output_format: str) -> None:
    """Say what a rule of drift or the code of an error means, and what to do.

    A rule is what flaregen drift names each change by, a code what stands in the
    brackets of an error or a warning.
    """
    said = _rule(name) if name in RULES else _code(name)
    if output_format == "json":
        said = json.dumps({"name": name, "explanation": said}, indent=2, ensure_ascii=False)
    Terminal().out(said)


def _rule(name: str) -> str:
    from flaregen.report.rules_page import section

    return "\n".join([*section(RULES[name]), _LEVEL.format(rule=name)])


def _code(name: str) -> str:
    known = codes()
    for code, said in known.items():
        if fnmatchcase(name, code):
            return f"### {name}\n\n{said}"
    near = difflib.get_close_matches(name, [*RULES, *known], n=1)
    raise UsageError(
        f"{name!r} is not a rule or a code",
        f"did you mean {near[0]!r}?" if near else "docs/drift-rules.md lists the rules",
    )
