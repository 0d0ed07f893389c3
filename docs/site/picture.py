"""Make the picture of the drift page: ``python docs/site/picture.py`` writes docs/drift-page.png.

The next version of the document is the pinned one with the changes of picture.yaml.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from flaregen.overlays.overlay import apply
from flaregen.reading.load import load

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "drift-page.png"
SIZE = (1000, 935)


def report(folder: Path) -> Path:
    """The page, made by the command as anybody would call it."""
    old, new = folder / "openapi.json", folder / "next" / "openapi.json"
    document = load(str(ROOT / "spec" / "openapi.json"))
    changed = apply(document, [ROOT / "docs" / "site" / "picture.yaml"])
    new.parent.mkdir()
    for path, root in ((old, document.root), (new, changed.root)):
        path.write_text(json.dumps(root, indent=2), encoding="utf-8")
    command = [sys.executable, "-m", "flaregen", "drift", "openapi.json", "next/openapi.json"]
    options = ["--operation", "workers-ai-post-run-model", "--format", "html", "--fail-on", "none"]
    config = ["--config", str(ROOT / "flaregen.toml")]
    page = folder / "drift.html"
    with page.open("wb") as output:
        subprocess.run([*command, *options, *config], cwd=folder, stdout=output, check=True)
    return page


def photograph(page: Path, picture: Path) -> None:
    width, height = SIZE
    command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    options = [f"--window-size={width},{height}", f"--screenshot={picture}"]
    profile = f"--user-data-dir={page.parent / 'profile'}"
    subprocess.run([*command, *options, profile, page.as_uri()], check=True, timeout=60)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        photograph(report(Path(name)), PICTURE)
