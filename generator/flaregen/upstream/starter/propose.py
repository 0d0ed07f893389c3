"""Put what the nightly job of flaregen changed onto a branch, and open its pull request.

Written by flaregen init. It needs git, Python's standard library, and gh (GitHub) or FLAREGEN_TOKEN
(GitLab). It runs on a clean checkout, replaces commits of its own alone, does nothing where
the branch has the same news already, and fails where anything fails.
"""

# fmt: off
# isort: skip_file
# ruff: noqa: PGH004
# ruff: noqa
from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

NAME, EMAIL = "flaregen", "flaregen@noreply.invalid"
"""Whoever commits under this address leaves the commit to this script."""
PULLED_AT = "spec.lock"
"""Changes with every pull, so it is not news by itself."""
LONGEST = 65_536
"""Letters in the text of a pull request on GitHub; a letter has one byte or more."""
CUT = b"\n\nThere is more: see the log of the job.\n"
GIT = ["git", "-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"]
GIT += ["-c", f"core.hooksPath={os.devnull}"]
"""Runs nothing that the checkout brings."""
HELPER = '!f() { test "$1" = get && echo username=oauth2 && echo "password=$FLAREGEN_TOKEN"; }; f'
"""How git learns a token that no list of processes and no file has."""


class Request(NamedTuple):
    """A pull or merge request of the branch; ``state`` is open, closed or merged."""

    number: int
    state: str
    head: str


def main() -> None:
    given = _arguments()
    try:
        _follow(given)
    except subprocess.CalledProcessError as error:
        # It has said why, on the line before.
        sys.exit(f"{_command(error.cmd)} failed with exit status {error.returncode}")
    except OSError as error:
        sys.exit(_shown(str(error)))


def _command(words: list[str]) -> str:
    """The program and what it was to do, without the settings between them."""
    program, *rest = words
    while rest[0] == "-c":
        rest = rest[2:]
    return f"{program} {rest[0]}"


def _follow(given: argparse.Namespace) -> None:
    base = _git("rev-parse", "HEAD")
    tip = _tip(given.branch)
    new = _commit(given.patch, given.title)
    known = _on_github(given.branch) if given.host == "github" else _on_gitlab(given.branch)
    merged = any(one.state == "merged" and one.head == tip for one in known)
    if tip and _same_news((base, tip), (base, new)):
        print(f"{given.branch} has the same news already")
        new = tip
    elif tip and not merged and (others := _of_others(base, tip)):
        pin = given.pin
        if _blob(tip, pin) == _blob(new, pin):
            print(f"{given.branch} has the same {pin}, and commits of others, which stay")
            return
        sys.exit(
            f"{given.branch} has commits of others, and upstream has changed again; merge or close "
            f"its pull request, then this job goes on:\n{others}"
        )
    else:
        lease = f"--force-with-lease=refs/heads/{given.branch}:{tip}"
        _push(given.host, lease, f"{new}:refs/heads/{given.branch}")
    _propose(given, new, known)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", choices=["github", "gitlab"], required=True)
    parser.add_argument("--branch", required=True, help="the branch of this job")
    parser.add_argument("--base", required=True, help="the branch to merge it into")
    parser.add_argument("--title", required=True)
    parser.add_argument("--pin", required=True, help="the pinned document, from the root")
    parser.add_argument("--patch", type=Path, required=True, help="from git diff --binary")
    parser.add_argument("--body", type=Path, required=True, help="the text, in Markdown")
    return parser.parse_args()


def _git(*arguments: str) -> str:
    command = [*GIT, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def _push(host: str, lease: str, change: str) -> None:
    """To the origin; on GitLab to its address without the token of the job, which may not push."""
    if host == "github":
        _git("push", lease, "origin", change)
        return
    helper = ["-c", "credential.helper=", "-c", f"credential.helper={HELPER}"]
    _git(*helper, "push", lease, f"{os.environ['CI_PROJECT_URL']}.git", change)


def _tip(branch: str) -> str:
    """The commit that the branch is at on the server; empty where there is no such branch."""
    listed = _git("ls-remote", "origin", f"refs/heads/{branch}")
    if not listed:
        return ""
    _git("fetch", "--quiet", "--no-tags", "origin", f"refs/heads/{branch}")
    return listed.split()[0]


def _commit(patch: Path, title: str) -> str:
    """A commit with the change on top of what is checked out."""
    _git("switch", "--quiet", "--detach")
    _git("apply", "--index", "--binary", str(patch.resolve()))
    identity = ["-c", f"user.name={NAME}", "-c", f"user.email={EMAIL}"]
    _git(*identity, "commit", "--quiet", "--no-verify", "--message", title)
    return _git("rev-parse", "HEAD")


def _same_news(old: tuple[str, str], new: tuple[str, str]) -> bool:
    """Whether two branches make the same files of what each of them started from."""
    return _changes(*old) == _changes(*new)


def _changes(base: str, tip: str) -> set[tuple[str, str, str]]:
    """Path, mode and content of every file that a branch changed since it left the base."""
    start = _git("merge-base", base, tip)
    found = set()
    for line in _git("diff", "--raw", "--no-abbrev", "--no-renames", start, tip).splitlines():
        fields, path = line.split("\t", 1)
        _, mode, _, content, _ = fields.split()
        if PurePosixPath(path.strip('"')).name != PULLED_AT:
            found.add((path, mode, content))
    return found


def _of_others(base: str, tip: str) -> str:
    """The commits of the branch that somebody else made, a line for each."""
    log = _git("log", "--format=%ae%x00%ce%x00- %h %an: %s", f"{base}..{tip}").split("\n")
    found = [line.split("\0", 2) for line in log]
    return "\n".join(_shown(said) for *who, said in found if who != [EMAIL, EMAIL])


def _shown(text: str) -> str:
    """What others wrote, for the log of a job."""
    return "".join(char if char.isprintable() else "?" for char in text)


def _blob(commit: str, path: str) -> str:
    return _git("ls-tree", commit, "--", path)


def _propose(given: argparse.Namespace, head: str, known: list[Request]) -> None:
    """Update the open request; without one, open one for what no request was opened for."""
    opened = [one.number for one in known if one.state == "open"]
    if not opened and any(one.head == head for one in known):
        return
    number = opened[0] if opened else None
    if given.host == "github":
        _shorten(given.body)
        text = ["--title", given.title, "--body-file", str(given.body)]
        ends = ["--head", given.branch, "--base", given.base]
        _gh("pr", *(["edit", str(number)] if number else ["create", *ends]), *text)
        return
    content = {"title": given.title, "description": given.body.read_text(encoding="utf-8")}
    if number:
        _gitlab("PUT", f"/{number}", content)
    else:
        branches = {"source_branch": given.branch, "target_branch": given.base}
        _gitlab("POST", "", {**branches, **content})


def _shorten(body: Path) -> None:
    """Cut what GitHub would refuse: the text of each pull fits, but of two perhaps not."""
    content = body.read_bytes()
    if len(content) > LONGEST:
        lines, _, _ = content[: LONGEST - len(CUT)].rpartition(b"\n")
        body.write_bytes(lines + CUT)


def _on_github(branch: str) -> list[Request]:
    """Those of this repository: anybody may have a branch of this name in a fork."""
    asked = ["pr", "list", "--head", branch, "--state", "all", "--limit", "1000"]
    listed = json.loads(_gh(*asked, "--json", "number,state,headRefOid,isCrossRepository"))
    return [
        Request(one["number"], one["state"].lower(), one["headRefOid"])
        for one in listed
        if not one["isCrossRepository"]
    ]


def _gh(*arguments: str) -> str:
    return subprocess.run(["gh", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def _on_gitlab(branch: str) -> list[Request]:
    """Those of this project: anybody may have a branch of this name in a fork."""
    name = urllib.parse.quote(branch, safe="")
    listed = _gitlab("GET", f"?source_branch={name}&per_page=100")
    states = {"opened": "open", "locked": "open"}
    return [
        Request(one["iid"], states.get(one["state"], one["state"]), one["sha"])
        for one in listed
        if one["source_project_id"] == int(os.environ["CI_PROJECT_ID"])
    ]


def _gitlab(method: str, path: str, content: dict[str, str] | None = None) -> Any:
    project = f"{os.environ['CI_API_V4_URL']}/projects/{os.environ['CI_PROJECT_ID']}"
    headers = {"PRIVATE-TOKEN": os.environ["FLAREGEN_TOKEN"], "Content-Type": "application/json"}
    body = None if content is None else json.dumps(content).encode()
    address = f"{project}/merge_requests{path}"
    request = urllib.request.Request(address, body, headers, method=method)
    with urllib.request.build_opener(_NoRedirects).open(request, timeout=60) as response:
        return json.load(response)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect is an error: the token would go along."""

    def redirect_request(self, *_: Any) -> None:
        return None


if __name__ == "__main__":
    main()
