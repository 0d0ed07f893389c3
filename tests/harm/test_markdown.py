"""What a document says in Markdown, seen through a parser: text and code, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from flaregen.markdown import block, code, prose
from flaregen.printable import printable

_PARSER = MarkdownIt("gfm-like")
assert _PARSER.linkify is not None
# GitHub makes links of names with a scheme or www alone.
_PARSER.linkify.set({"fuzzy_link": False})

HARMFUL = [
    "# heading",
    "line\n# heading",
    "line\n\n## heading\n\n",
    "line\n===",
    "=",
    "line\n---",
    "@octocat",
    "(@octocat)",
    "#12",
    "GH-12",
    "owner/repository#12",
    "https://evil.example/x",
    "HTTPS://evil.example",
    "www.evil.example",
    "mailto:a@evil.example",
    "a@evil.example",
    "ftp://evil.example",
    "[text](https://evil.example)",
    "[text][1]\n\n[1]: https://evil.example",
    "![image](https://evil.example/x.png)",
    "<https://evil.example>",
    "<img src=x>",
    "<!-- comment -->",
    "</details><script>",
    "&lt;b&gt; &#64;octocat",
    "- [x] done",
    "[ ] task",
    "x\n- [ ] task",
    "* item",
    "+ item",
    "1. item",
    "1) item",
    "123456789. item",
    "> quote",
    "    code",
    "\ttab",
    "```\nfence\n```",
    "~~~\nfence",
    "`code` @octocat `code",
    "`` @octocat `",
    "` https://evil.example `",
    "a`b``c```d @octocat",
    "\\`@octocat\\`",
    "`\\` @octocat `",
    "**bold** _emphasis_ ~~gone~~",
    "| a | b |\n|---|---|\n| c | d |",
    "a | b",
    "`a | b`",
    "a\\",
    "\\",
    "x\\\n# heading",
    "$x$",
    "a\u2028# heading",
    "a\x0b# heading\x85# heading",
    "\x1b[2J\u202e",
    "[^1]\n\n[^1]: note",
]
WAYS = {
    "a paragraph": "{}",
    "a list": "- {}",
    "a list with a mark": "- **Breaking:** {}",
    "after a line": "words\n{}",
    "a heading": "## {}",
    "a table": "| a | b |\n|---|---|\n| {} | after |",
}
PLAIN = {"paragraph", "inline", "text", "code_inline", "bullet_list", "list_item", "softbreak"}
PLAIN |= {"table", "thead", "tbody", "tr", "th", "td", "heading", "strong"}


def tokens(found: list[Token]) -> Iterator[Token]:
    for token in found:
        yield token
        yield from tokens(token.children or [])


def assert_harmless(markdown: str, way: str) -> None:
    assert not re.search(r"^\s*- (\*\*.*\*\* )?\[[ xX]\]", markdown, re.MULTILINE)
    found = list(tokens(_PARSER.parse(markdown)))
    kinds = [token.type.removesuffix("_open").removesuffix("_close") for token in found]
    assert set(kinds) <= PLAIN, markdown
    said = WAYS[way].format("said")
    shape = [kind for kind in kinds if kind not in {"text", "code_inline"}]
    wanted = [token.type for token in tokens(_PARSER.parse(said))]
    wanted = [kind.removesuffix("_open").removesuffix("_close") for kind in wanted]
    assert shape == [kind for kind in wanted if kind not in {"text", "code_inline"}], markdown
    for token in found:
        if token.type == "text":
            assert not re.search(r"@\w|#\d|GH-\d|\w://|www\.", token.content, re.IGNORECASE)
            assert printable(token.content) == token.content.replace("\u200b", "\\u200b")


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_nothing(text: str) -> None:
    assert prose(text) == code(text) == ""


def said(markdown: str) -> str:
    """The words of a paragraph, as a reader sees them."""
    found = tokens(_PARSER.parse(markdown))
    texts = (token.content for token in found if token.type in {"text", "code_inline"})
    return "".join(texts).replace("\u200b", "")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", HARMFUL)
def test_prose(text: str, way: str) -> None:
    assert_harmless(WAYS[way].format(prose(text)), way)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", HARMFUL)
def test_code(text: str, way: str) -> None:
    assert_harmless(WAYS[way].format(code(text, cell=way == "a table")), way)


@pytest.mark.parametrize("text", HARMFUL)
def test_a_block(text: str) -> None:
    found = _PARSER.parse(f"words\n\n{block(text, 'toml')}\n\nwords")
    assert [token.type for token in tokens(found)] == [
        *["paragraph_open", "inline", "text", "paragraph_close"],
        "fence",
        *["paragraph_open", "inline", "text", "paragraph_close"],
    ]


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    assert block("a\n````\nb", "toml") == "`````toml\na\n````\nb\n`````"
    assert block("a", "toml") == "```toml\na\n```"


@pytest.mark.parametrize("text", [text for text in HARMFUL if "`" not in text])
def test_every_word_is_still_there(text: str) -> None:
    words = printable(" ".join(text.split()))
    assert said(prose(text)) == words
    assert said(code(text)) == words


_WORDS = st.lists(st.sampled_from([*HARMFUL, *"`@#<>[]()!|\\-+.=*_~:/ \n1axw&;"]), max_size=8)


@settings(max_examples=500, deadline=None)
@given(_WORDS.map("".join).filter(str.strip), st.sampled_from(list(WAYS)))
def test_whatever_is_put_together(text: str, way: str) -> None:
    assert_harmless(WAYS[way].format(prose(text)), way)
    assert_harmless(WAYS[way].format(code(text, cell=way == "a table")), way)
