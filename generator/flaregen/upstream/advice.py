"""What ``flaregen init`` says to the owner of a repository, whose files are not touched."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from flaregen import resources
from flaregen.config import Config
from flaregen.toml_text import listed, quoted

INSTALLED_HERE = (
    "flaregen was installed from this machine, which no job can reach: set the variable\n"
    "FLAREGEN_URL of the repository to where it can be installed from, git+https://...@COMMIT\n"
    "or the address of a wheel. The hook of pre-commit takes the flaregen that is on the PATH."
)


def has_document(config: Config) -> bool:
    """Whether a configuration names a document of its own."""
    return not Path(config.spec).is_relative_to(resources.spec_directory())


def document(overlays: Iterable[str]) -> str:
    """What makes the pin of the project the configured document."""
    return (
        "add to pyproject.toml, so that flaregen pull has a pin to follow upstream with:\n\n"
        f'[tool.flaregen.spec]\npath = "spec/openapi.json"\noverlays = {listed(overlays)}\n'
        'names = "spec/names.toml"\n'
    )


def ignored(names: Iterable[str]) -> str:
    """What to do about files that would not be committed."""
    words = " ".join(map(shlex.quote, names))
    return (
        "warning: git ignores files that have to be committed. Change the lines of .gitignore\n"
        "that are to blame, or give another --output. From the top of the repository, this\n"
        f"shows the lines:\n\n  git check-ignore -v {words}"
    )


def dependencies() -> str:
    """What the emitted package imports, with the versions that it was tested with."""
    template = resources.templates_directory() / "project" / "pyproject.toml.jinja"
    line = re.search(r"^dependencies = .*$", template.read_text(encoding="utf-8"), re.MULTILINE)
    needed = tomllib.loads(line[0])["dependencies"] if line else []
    return "\n".join(
        [
            "The client needs these, which your project has to depend on:",
            "",
            *map(_indented, needed),
        ]
    )


def _indented(text: str) -> str:
    return f"  {quoted(text)},"


def importing(directory: str, package: str) -> str:
    """The line to write, for a project whose code is imported from ``src`` or from its top."""
    parts = PurePosixPath(directory).parts
    below = parts[1:] if parts[:1] == ("src",) else parts
    path = ".".join((*below, package))
    if all(part.isidentifier() for part in (*below, package)):
        return f"Import it as\n\n  from {path} import Cloudflare"
    return f"With {directory} on sys.path, import it as\n\n  from {package} import Cloudflare"


def exclusions(client: str) -> str:
    """Settings for tools that look at whole folders. The files themselves stop formatters."""
    folder = f"{client}/"
    return "\n".join(
        (
            "Formatters and linters leave the client alone: each file says so. To save them the",
            "time, and for what cannot be said in a file, pyproject.toml may have",
            "",
            "  [tool.ruff]",
            f"  extend-exclude = [{quoted(client)}]",
            "  [tool.black]",
            f"  force-exclude = {quoted(re.escape(folder))}",
            "  [tool.isort]",
            f"  extend_skip = [{quoted(client)}]",
            "  [tool.pyright]",
            f"  ignore = [{quoted(client)}]",
            "  [tool.coverage.run]",
            f"  omit = [{quoted(folder + '*')}]",
        )
    )
