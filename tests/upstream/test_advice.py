"""What ``flaregen init`` says to the owner of a repository, whole."""

from __future__ import annotations

import pytest

from flaregen.upstream import advice


def test_a_document_for_the_settings_in_pyproject() -> None:
    assert advice.document("pyproject.toml", ["spec/a.json", "spec/b.json"]) == (
        "add to pyproject.toml, so that flaregen pull can follow upstream:\n\n"
        "[tool.flaregen.spec]\n"
        'path = "spec/openapi.json"\n'
        'overlays = [\n  "spec/a.json",\n  "spec/b.json",\n]\n'
        'names = "spec/names.toml"\n'
    )


def test_files_that_git_ignores() -> None:
    assert advice.ignored(["a.json", "b c.json"]) == (
        "warning: git ignores files that have to be committed. Change .gitignore, or choose\n"
        "another --output. This command shows the lines of .gitignore, from the top of the\n"
        "repository:\n\n"
        "  git check-ignore -v a.json 'b c.json'"
    )


def test_what_the_client_depends_on() -> None:
    first, blank, *needed = advice.dependencies().splitlines()
    assert (first, blank) == ("Your project also needs the dependencies of the client:", "")
    assert [line.split(">=")[0] for line in needed] == ['  "httpx2', '  "msgspec']
    assert all(line.endswith('",') for line in needed)


@pytest.mark.parametrize(
    ("directory", "said"),
    [
        (".", "Import it as\n\n  from ai import Cloudflare"),
        ("src", "Import it as\n\n  from ai import Cloudflare"),
        ("src/shop/vendor", "Import it as\n\n  from shop.vendor.ai import Cloudflare"),
        ("vendor", "Import it as\n\n  from vendor.ai import Cloudflare"),
        ("my-code", "With my-code on sys.path, import it as\n\n  from ai import Cloudflare"),
    ],
)
def test_how_to_import_the_client(directory: str, said: str) -> None:
    assert advice.importing(directory, "ai") == said


def test_settings_for_tools_that_look_at_everything() -> None:
    assert advice.exclusions("src/a.b") == (
        "Formatters and linters skip the client, because each file of it says so. To save them\n"
        "time, and for tools that do not read that, put this into pyproject.toml:\n\n"
        "  [tool.ruff]\n"
        '  extend-exclude = ["src/a.b"]\n'
        "  [tool.black]\n"
        '  force-exclude = "src/a\\\\.b/"\n'
        "  [tool.isort]\n"
        '  extend_skip = ["src/a.b"]\n'
        "  [tool.pyright]\n"
        '  ignore = ["src/a.b"]\n'
        "  [tool.coverage.run]\n"
        '  omit = ["src/a.b/*"]'
    )
