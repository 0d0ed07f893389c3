"""What the changelog says of a version: ``python requirements/release_notes.py v1.2.3``.

Without a tag, what it says under Unreleased. A tag has to be that of the version in
generator/flaregen/__init__.py, and its section has to have a date.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
_SECTION = re.compile(r"^## (.+)\n((?:(?!^## ).*\n?)*)", re.MULTILINE)


def release_notes(changelog: str, module: str, tag: str) -> str:
    """The section of the changelog, without its heading. Exits with what is wrong."""
    found = _VERSION.search(module)
    version = found[1] if found else ""
    if tag and tag != f"v{version}":
        sys.exit(f"the tag is {tag}, and generator/flaregen/__init__.py says {version}")
    sections = {title.strip(): text.strip() for title, text in _SECTION.findall(changelog)}
    wanted = rf"{re.escape(version)} - \d{{4}}-\d\d-\d\d" if tag else "Unreleased"
    notes = next((text for title, text in sections.items() if re.fullmatch(wanted, title)), "")
    if tag and not notes:
        sys.exit(f"CHANGELOG.md has no section '## {version} - YYYY-MM-DD' with a text")
    if tag and sections.get("Unreleased"):
        sys.exit("CHANGELOG.md has entries under Unreleased: move them into the section")
    return notes


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else ""
    sys.stdout.write(
        release_notes(
            (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
            (ROOT / "generator" / "flaregen" / "__init__.py").read_text(encoding="utf-8"),
            given,
        )
        + "\n"
    )
