"""Build the site: ``python docs/site/build.py`` writes build/site/html, and fails on a broken link.

The pages are docs/ as it is, the files of docs/examples/, and the names of the client.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from flaregen.markdown import block

DOCS = Path(__file__).parents[1]


def build(site: Path) -> int:
    """Write the site into a folder that is empty; the status is not 0 where a link is broken."""
    pages = site / "pages"
    shutil.copytree(DOCS, pages, ignore=shutil.ignore_patterns("site", "__pycache__"))
    for name, text in (_examples(DOCS / "examples"), _reference()):
        path = pages / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("zensical.toml", "site.css"):
        shutil.copy(DOCS / "site" / name, pages if name.endswith("css") else site)
    return generate(site)


def _reference() -> tuple[str, str]:
    """The list of names that comes with the client, whose files are not part of the site."""
    page = (DOCS.parent / "generated" / "api.md").read_text(encoding="utf-8")
    return "client/reference.md", re.sub(r"\[([^]]+)\]\(workers_ai[^)]*\)", r"\1", page)


def _examples(folder: Path) -> tuple[str, str]:
    """The page of the examples, with the text of each file that it links to."""
    page = (folder / "README.md").read_text(encoding="utf-8")
    parts = [page]
    for name in dict.fromkeys(re.findall(r"\]\((?!\.\.)([\w/.-]+)\)", page)):
        if (folder / name).is_file():
            parts += [f"## {name}", _shown(folder / name)]
    return "examples/README.md", "\n\n".join(parts) + "\n"


def _shown(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".ipynb":
        return block(text, file.suffix.removeprefix("."))
    cells = json.loads(text)["cells"]
    return "\n\n".join(map(_cell, cells))


def _cell(cell: dict[str, Any]) -> str:
    source = "".join(cell["source"])
    if cell["cell_type"] == "code":
        return "\n\n".join([block(source, "python"), *map(_output, cell["outputs"])])
    # Headings of the notebook are below that of its file.
    return re.sub(r"^#", "###", source, flags=re.MULTILINE)


def _output(output: dict[str, Any]) -> str:
    """What a cell printed or displayed, as it is stored: an image, or text."""
    data = output.get("data", {"text/plain": output.get("text", "")})
    for media_type, content in data.items():
        if media_type.startswith("image/"):
            return f"![Output of the cell](data:{media_type};base64,{''.join(content).strip()})"
    return block("".join(data["text/plain"]), "text")


def generate(site: Path) -> int:
    """Run the generator in a folder that has zensical.toml."""
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    return subprocess.run(command, cwd=site, check=False).returncode


if __name__ == "__main__":
    folder = DOCS.parent / "build" / "site"
    shutil.rmtree(folder, ignore_errors=True)
    sys.exit(build(folder))
