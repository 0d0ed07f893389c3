"""``flaregen explain``."""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from flaregen.cli.options import format_option
from flaregen.diagnostic import UsageError
from flaregen.drift.rules import RULES, TOPICS
from flaregen.terminal import Terminal

_HELP = """\
Explain a rule of drift or the code of an error, and what to do.

A rule is the id of a change in a report of flaregen drift. A code is in the brackets
of an error or a warning. Without either, all of them are listed.
"""
_EPILOG = """\b
Examples:
  flaregen explain
  flaregen explain enum-value-added
  flaregen explain dangling-reference
"""
_LEVEL = """\
Another level, in flaregen.toml:

```toml
[drift.levels]
{rule} = "info"
```"""


def topics() -> dict[str, dict[str, str]]:
    """By topic, what each code of a diagnostic means; a ``*`` in a code is any text."""
    text = Path(__file__).parents[1].joinpath("codes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def codes() -> dict[str, str]:
    """What each code means, of all topics."""
    return {code: said for part in topics().values() for code, said in part.items()}


def _complete(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    del context, parameter
    names = sorted(name for name in (*RULES, *codes()) if "*" not in name)
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


@click.command(help=_HELP, epilog=_EPILOG)
@click.argument("name", metavar="[RULE-OR-CODE]", required=False, shell_complete=_complete)
@format_option("text", "json")
def command(*, name: str | None, output_format: str) -> None:
    terminal = Terminal()
    if name is None:
        _list(terminal, output_format)
        return
    said = _explanation(name)
    if output_format == "json":
        said = json.dumps({"name": name, "explanation": said}, indent=2, ensure_ascii=False)
    terminal.out(said)


def _explanation(name: str) -> str:
    return _rule(name) if name in RULES else _code(name)


def _list(terminal: Terminal, output_format: str) -> None:
    if output_format == "json":
        known = [{"name": name, "explanation": _explanation(name)} for name in (*RULES, *codes())]
        terminal.out(json.dumps(known, indent=2, ensure_ascii=False))
        return
    for title, rows in _tables():
        terminal.out(terminal.strong(title))
        terminal.table(rows)
        terminal.out("")
    terminal.out("flaregen explain RULE-OR-CODE says more about one of them.")


def _tables() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A title with a line for each rule or code of a topic, the heads of the columns first."""
    from flaregen.report.rules_page import reported

    for topic, rules in TOPICS.items():
        yield topic, [("rule", "reported as"), *((rule.id, reported(rule)) for rule in rules)]
    for topic, known in topics().items():
        yield topic, [("code", "means"), *((code, first_sentence(known[code])) for code in known)]


def first_sentence(text: str) -> str:
    """The first sentence of an explanation, without its full stop."""
    return text.partition(". ")[0].removesuffix(".")


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
        f"did you mean {near[0]!r}?" if near else "`flaregen explain` lists all of them",
    )
