"""Setting up a repository that holds a client and follows upstream."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flaregen import config as configuration
from flaregen.config import FILE_NAME, Config, names_a_file
from flaregen.diagnostic import Diagnostic, DiagnosticError, UsageError
from flaregen.toml_text import quoted
from flaregen.upstream import advice
from flaregen.upstream.files_there import (
    is_same,
    require_no_folder,
    require_plain,
    require_room,
    require_understood,
    text_of,
)
from flaregen.upstream.installation import Installation, installation
from flaregen.upstream.repository import Repository, ignored, repository_of
from flaregen.upstream.shipped import operations, overlays, overlays_for, spec_files

_STARTER = Path(__file__).with_name("starter")
_PRE_COMMIT = ".pre-commit-config.yaml"
_ATTRIBUTES = ".gitattributes"
_PIN = PurePosixPath("spec/openapi.json")
_MARK = "# renewed by flaregen init --update"


@dataclass(frozen=True, slots=True)
class Setup:
    """What goes into a repository, by path below its root, and what to tell its owner.

    ``unchanged`` are those of the files that are there as they are to be. ``advice`` has
    what cannot be written because the file is there and is theirs.
    """

    root: Path
    config_file: Path
    files: dict[str, bytes]
    unchanged: frozenset[str]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Project:
    """Where everything goes. ``configured`` is a configuration that was there before."""

    folder: Path
    repository: Repository
    configured: Config | None
    directory: str
    package: str

    def name(self, path: str) -> str:
        """The path of a file of the project, from the root of the repository."""
        return str(self.repository.below / path)

    @property
    def config_file(self) -> str:
        origin = self.configured and self.configured.origin
        return origin.name if origin else FILE_NAME

    @property
    def sources(self) -> list[PurePosixPath]:
        """What the client is made from, the document first, from the folder of the project."""
        config = self.configured
        if config is None or not advice.has_document(config) or not names_a_file(config.spec):
            return [_PIN]
        files = filter(None, (Path(config.spec), config.names, *config.overlays))
        return [PurePosixPath(path.relative_to(self.folder).as_posix()) for path in files]

    @property
    def client(self) -> str:
        return str(PurePosixPath(self.directory, self.package))


def plan(folder: Path, *, package: str | None, output: str | None, force: bool) -> Setup:
    """Find out what the folder has and decide what it gets; nothing is written.

    A configuration that is there already is used, and kept where ``force`` replaces other files.
    Raises DiagnosticError for a missing document and, unless ``force``, for each file in the way;
    UsageError for a missing overlay or names file.
    """
    project = _project(folder, package, output)
    installed = installation()
    files = {**_settings(project), **_jobs(project, installed)}
    remarks = list(_remarks(project, installed))
    hook = _hook(project, installed)
    root = project.repository.root
    hooks = text_of(root / _PRE_COMMIT)
    if hooks is None:
        files[_PRE_COMMIT] = hook
    elif said := advice.about_hook(_PRE_COMMIT, hooks, hook.decode()):
        remarks.append(said)
    own = project.name(project.config_file)
    jobs = [path for path in _pinning(root) if path.name != _PRE_COMMIT]
    remarks += advice.about_jobs(root, jobs, own)
    attributes = project.name(_ATTRIBUTES)
    for name in (*files, attributes):
        require_no_folder(root / name)
    require_plain(root, [*files, attributes])
    unchanged = frozenset(name for name in files if is_same(root / name, files[name]))
    if not force:
        require_room(root, files.keys() - unchanged)
    files[attributes] = _attributes(root / attributes, project)
    if is_same(root / attributes, files[attributes]):
        unchanged |= {attributes}
    if left_out := ignored(root, [*files, f"{project.name(project.client)}/client.py"]):
        remarks.insert(0, advice.ignored(left_out))
    config_file = folder / project.config_file
    return Setup(root, config_file, files, unchanged, tuple(remarks))


def settings_in(folder: Path) -> Path | None:
    """The configuration of the folder. Raises DiagnosticError and UsageError."""
    require_no_folder(folder / FILE_NAME)
    require_plain(folder, [FILE_NAME])
    return configuration.at(folder)


def renewed(folder: Path) -> tuple[Path, dict[str, bytes]]:
    """The root of a repository, and its jobs and hooks with the present installation in them.

    Raises DiagnosticError where there is nothing to renew, or nothing to renew it with.
    """
    installed = installation()
    if installed.is_local:
        message = "flaregen was installed from this machine, which jobs cannot do"
        help_ = "install it from a git URL, the address of a wheel, or an index"
        raise DiagnosticError([Diagnostic("local-installation", message, help_)])
    root = repository_of(folder).root
    found: dict[str, bytes] = {}
    for path in _pinning(root):
        text = path.read_bytes().decode()
        found[path.relative_to(root).as_posix()] = _repinned(text, installed).encode()
    if not found:
        message = "no job or hook here installs flaregen by a line that flaregen init wrote"
        raise DiagnosticError([Diagnostic("nothing-to-update", message, "run flaregen init")])
    return root, found


def _pinning(root: Path) -> Iterator[Path]:
    places = (_PRE_COMMIT, ".gitlab-ci.yml", ".gitlab/*.yml", ".github/workflows/*.y*ml")
    for place in places:
        for path in sorted(root.glob(place)):
            if path.is_file() and not path.is_symlink() and _MARK in (text_of(path) or ""):
                yield path


def _repinned(text: str, installed: Installation) -> str:
    line = re.compile(rf'"flaregen @ (?:[^"\\]|\\.)*"(?=.*{re.escape(_MARK)})')
    return line.sub(lambda _: json.dumps(installed.requirement), text)


def _project(folder: Path, package: str | None, output: str | None) -> _Project:
    present = settings_in(folder)
    configured = configuration.load(present) if present else None
    repository = repository_of(folder)
    if configured is None:
        default = "src" if (folder / "src").is_dir() else "."
        return _Project(folder, repository, None, output or default, package or "workers_ai")
    if advice.has_document(configured):
        require_understood(configured)
    directory = configured.directory.relative_to(folder).as_posix()
    return _Project(folder, repository, configured, directory, configured.package)


def _settings(project: _Project) -> dict[str, bytes]:
    """The configuration, and the document with what belongs to it; each where there is none."""
    spec = {project.name(name): content for name, content in spec_files().items()}
    if project.configured is not None:
        return {} if advice.has_document(project.configured) else spec
    words = {
        "PACKAGE": quoted(project.package),
        "DIRECTORY": quoted(project.directory),
        "OPERATIONS": "".join(f"  {quoted(name)},\n" for name in operations()),
        "OVERLAYS": "".join(f"  {quoted(name)},\n" for name in overlays()),
    }
    return {project.name(FILE_NAME): _filled("flaregen.toml", words), **spec}


def _jobs(project: _Project, installed: Installation) -> dict[str, bytes]:
    repository = project.repository
    words = {
        "TITLE": json.dumps(f"flaregen {repository.below}" if repository.suffix else "flaregen"),
        "BRANCH": _word(f"flaregen/upstream{repository.suffix}"),
        "CONFIG": _word(project.name(project.config_file)),
        "PIN": _word(project.name(str(project.sources[0]))),
        "SCRIPT": _script(repository),
        "INSTALLED": _variables(repository, installed),
    }
    script = (_STARTER / "propose.py").read_bytes()
    template = f"{repository.host}.yml"
    indented = "\n          " if repository.host == "github" else "\n      "
    words["INSTALL"] = _install(installed).replace("\n", indented)
    return {_job(repository): _filled(template, words), _script(repository): script}


def _word(text: str) -> str:
    """A text of the repository as one word of a job's shell.

    Raises UsageError for what would end a line, or what GitHub evaluates before the shell.
    """
    if not text.isprintable() or "${{" in text:
        message = f"a job cannot name {text!r}"
        raise UsageError(message, help="rename that folder or branch")
    return shlex.quote(text)


def _job(repository: Repository) -> str:
    """Where the job for continuous integration goes."""
    if repository.host == "github":
        return f".github/workflows/flaregen{repository.suffix}.yml"
    own = text_of(repository.root / ".gitlab-ci.yml")
    included = f".gitlab/flaregen{repository.suffix}.gitlab-ci.yml"
    if own is None or "flaregen check:" in own:
        return included if repository.suffix else ".gitlab-ci.yml"
    return included


def _script(repository: Repository) -> str:
    return f".{repository.host}/flaregen/propose.py"


def _variables(repository: Repository, installed: Installation) -> str:
    value = "$FLAREGEN_URL" if repository.host == "gitlab" else "${{ vars.FLAREGEN_URL }}"
    lines = [f"  FLAREGEN: {json.dumps(installed.requirement.format(url=value))} {_MARK}"]
    if installed.is_local and repository.host == "github":
        lines.append(f"  FLAREGEN_URL: {json.dumps(value)}")
    return "\n".join(lines)


def _install(installed: Installation) -> str:
    """Lines of a shell. What the job needs and nobody set stops it."""
    ask = "set the variable FLAREGEN_URL: git+https://...@COMMIT, or the address of a wheel"
    check = f'test -n "$FLAREGEN_URL" || {{ echo "{ask}"; exit 1; }}\n'
    return f'{check if installed.is_local else ""}pip install "$FLAREGEN"'


def _hook(project: _Project, installed: Installation) -> bytes:
    config_file = project.name(project.config_file)
    watched = [project.config_file]
    # Of a folder with sources, any file; of the top of the project, those alone.
    watched += [
        f"{source.parent}/" if source.parent.parts else source.name for source in project.sources
    ]
    parts = [project.name(name) + "/" * name.endswith("/") for name in watched]
    parts.append(f"{project.name(project.client)}/")
    folders = tuple(part for part in parts if part.endswith("/"))
    # A folder has what is below it: else the hook would change with the overlays that it has.
    watched = [part for part in dict.fromkeys(parts) if not part[:-1].startswith(folders)]
    lines = ["language: system"]
    if not installed.is_local:
        requirement = json.dumps([installed.requirement])
        lines = ["language: python", f"additional_dependencies: {requirement} {_MARK}"]
    words = {
        "CHECK": json.dumps(f"flaregen check --config {shlex.quote(config_file)}"),
        "HOOK": "\n".join(f"        {line}" for line in lines),
        "FILES": json.dumps(f"^({'|'.join(map(re.escape, watched))})"),
    }
    return _filled("pre-commit.yaml", words)


def _attributes(path: Path, project: _Project) -> bytes:
    """Generated files keep their line ends: of lines that git finds, the last one counts."""
    escaped = re.sub(r'([\s"\\*?\[!#])', lambda found: f"[{found[0]}]", project.client)
    names = [f"/{escaped}/**", *([f"/{_PIN}"] if project.sources == [_PIN] else [])]
    wanted = [f"{name} -text linguist-generated" for name in names]
    present = path.read_bytes().decode(errors="surrogateescape") if path.is_file() else ""
    missing = [line for line in wanted if line not in present.splitlines()]
    gap = "\n" if present and not present.endswith("\n") else ""
    added = f"{present}{gap}" + "".join(f"{line}\n" for line in missing)
    return added.encode(errors="surrogateescape")


def _remarks(project: _Project, installed: Installation) -> Iterator[str]:
    repository = project.repository
    job = _job(repository)
    own = repository.root / ".gitlab-ci.yml"
    if job.startswith(".gitlab/") and job not in (text_of(own) or ""):
        yield f"add to .gitlab-ci.yml:\n\ninclude:\n  - local: {job}\n"
    if project.configured and not advice.has_document(project.configured):
        yield advice.document(project.config_file, overlays_for(project.configured.operations))
    if installed.is_local:
        yield advice.INSTALLED_HERE
    yield advice.dependencies()
    yield advice.importing(project.directory, project.package)
    yield advice.exclusions(project.client)


def _filled(name: str, words: dict[str, str]) -> bytes:
    text = (_STARTER / name).read_text(encoding="utf-8")
    return re.sub(r"@([A-Z]+)@", lambda found: words[found[1]], text).encode()
