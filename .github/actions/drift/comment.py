"""Keep one comment on a pull request up to date, by gh.

It knows its comment by a mark and by who wrote it. Without news it opens none, and lets the one
that is there say so.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
from pathlib import Path
from typing import Any

MARK = "<!-- flaregen drift -->"
AUTHOR = "github-actions[bot]"
"""Who writes with the token of a job."""


def main() -> None:
    given = _arguments()
    text = f"{MARK}\n{given.body.read_text(encoding='utf-8')}"
    comments = f"repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    known = [
        one
        for one in _pages(f"{comments}/{given.number}/comments?per_page=100")
        if one["user"]["login"] == given.author and one["body"].startswith(MARK)
    ]
    if known:
        if known[0]["body"] != text:
            _send("PATCH", f"{comments}/comments/{known[0]['id']}", text)
    elif given.news == "yes":
        _send("POST", f"{comments}/{given.number}/comments", text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, required=True, help="of the pull request")
    parser.add_argument("--news", choices=["yes", "no"], required=True)
    parser.add_argument("--body", type=Path, required=True, help="the text, in Markdown")
    parser.add_argument("--author", default=AUTHOR, help="who the token belongs to")
    return parser.parse_args()


def _pages(path: str) -> list[dict[str, Any]]:
    said = _gh("--paginate", "--slurp", path)
    return [one for page in json.loads(said) for one in page]


def _send(method: str, path: str, text: str) -> None:
    _gh("--method", method, path, "--input", "-", content=json.dumps({"body": text}))


def _gh(*arguments: str, content: str | None = None) -> str:
    command = ["gh", "api", *arguments]
    done = subprocess.run(command, check=True, input=content, stdout=subprocess.PIPE, text=True)
    return done.stdout


if __name__ == "__main__":
    main()
