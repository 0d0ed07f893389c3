"""What ``flaregen init`` says to the owner of a repository, whose files are not touched.

That is also about what an earlier set-up wrote, and names places where nothing is any more.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from flaregen import resources
from flaregen.config import FILE_NAME, Config
from flaregen.toml_text import listed, quoted
from flaregen.upstream.files_there import text_of

INSTALLED_HERE = (
    "Jobs cannot install this flaregen, because it was installed from this machine. Set the\n"
    "variable FLAREGEN_URL of the repository to what pip should install there: the address of\n"
    "a wheel, or git+https://...@COMMIT. The pre-commit hook uses the flaregen on the PATH."
)


def has_document(config: Config) -> bool:
    """Whether a configuration names a document of its own."""
    return not Path(config.spec).is_relative_to(resources.spec_directory())


def document(settings: str, overlays: Iterable[str]) -> str:
    """What makes the pin of the project the document of its settings, a file."""
    table = "spec" if settings == FILE_NAME else "tool.flaregen.spec"
    return (
        f"add to {settings}, so that flaregen pull can follow upstream:\n\n"
        f'[{table}]\npath = "spec/openapi.json"\noverlays = {listed(overlays)}\n'
        'names = "spec/names.toml"\n'
    )


def ignored(names: Iterable[str]) -> str:
    """What to do about files that would not be committed."""
    words = " ".join(map(shlex.quote, names))
    return (
        "warning: git ignores files that have to be committed. Change .gitignore, or choose\n"
        "another --output. This command shows the lines of .gitignore, from the top of the\n"
        f"repository:\n\n  git check-ignore -v {words}"
    )


def dependencies() -> str:
    """What the emitted package imports, with the versions that it was tested with."""
    template = resources.templates_directory() / "project" / "pyproject.toml.jinja"
    line = re.search(r"^dependencies = .*$", template.read_text(encoding="utf-8"), re.MULTILINE)
    needed = tomllib.loads(line[0])["dependencies"] if line else []
    lines = [f"  {quoted(text)}," for text in needed]
    return "\n".join(["Your project also needs the dependencies of the client:", "", *lines])


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
            "Formatters and linters skip the client, because each file of it says so. To save them",
            "time, and for tools that do not read that, put this into pyproject.toml:",
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


_CHECK = "flaregen check --config "
_CHECKED = re.compile(rf"{_CHECK}('[^']+'|[^\s']+)$", re.MULTILINE)


def about_hook(name: str, hooks: str, hook: str) -> str | None:
    """What to do about the hooks of a repository, which are not touched; None where all is well.

    ``hook`` is as it would be written. Those of another project are not the one of this.
    """
    if "flaregen" not in hooks:
        return f"add to {name}:\n\n{hook}"
    lines = (line.strip() for line in hook.splitlines())
    telling = [line for line in lines if line.startswith(("entry: ", "files: "))]
    if _CHECK not in hooks or all(line in hooks for line in telling):
        return None
    return f"add to {name}, or change the hook of this client there:\n\n{hook}"


def about_jobs(root: Path, jobs: Iterable[Path], own: str) -> Iterator[str]:
    """Which jobs are for a configuration that was moved away, and not for that of the project."""
    for path in jobs:
        for found in _CHECKED.finditer(text_of(path) or ""):
            config = found[1].strip("'")
            if config != own and not (root / config).exists():
                name = path.relative_to(root).as_posix()
                yield f"{name} is for {config}, which is not there any more: delete that job"
