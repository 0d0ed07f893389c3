"""What SECURITY.md says is done about each threat, taken out again, and the test that notices.

A row is named by how its threat begins. ``old`` stands in the file, everywhere it does it becomes
``new``. A test is one that the row names; ``only`` picks some of its cases.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutation:
    """One protection, and how it is taken out."""

    threat: str
    file: str
    old: str
    new: str
    test: str
    only: str = ""


def _of(threat: str, file: str, old: str, new: str, test: str, only: str = "") -> Mutation:
    place = file if "." in file.rpartition("/")[2] else f"generator/flaregen/{file}.py"
    return Mutation(threat, place, old, new, f"tests/{test}", only)


MUTATIONS = (
    _of(
        "code in texts",
        "emitting/literals",
        """_CLOSING = re.compile('"{3,}|"+$')""",
        """_CLOSING = re.compile("(?!)")""",
        "harm/test_texts.py::test_texts_stay_texts",
    ),
    _of(
        "the same in the files around",
        "toml_text",
        'return json.dumps(value, ensure_ascii=False).replace("\\x7f", "\\\\u007f")',
        "return f'\"{value}\"'",
        "harm/test_texts.py::test_texts_stay_texts",
    ),
    _of(
        "characters that hide",
        "emitting/literals",
        'frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})',
        "frozenset()",
        "building/test_source_safety.py::test_nothing_invisible_reaches_the_source",
    ),
    _of(
        "a name hides",
        "names/classes",
        "granted(wishes, reserved.CLASSES,",
        "granted(wishes, frozenset(),",
        "harm/test_names.py::test_every_name_is_made_safe_or_refused",
    ),
    _of(
        "a document writes outside the output folder",
        "names/identifiers",
        'return f"{name}_" if reserved.DEVICES.match(name) else name',
        "return name",
        "harm/test_names.py::test_no_title_leads_out_of_the_output",
    ),
    _of(
        "any path leads out",
        "portable",
        'if segment == "..":',
        'if segment == "...":',
        "writing/test_write.py::test_unsafe_paths_are_refused",
    ),
    _of(
        "a link in the output folder",
        "write/__init__",
        "if folder.is_symlink():",
        "if False:",
        "writing/test_write.py::test_an_output_that_is_a_link_is_refused",
    ),
    _of(
        "a configuration, or a link",
        "config",
        "not (base / name).resolve().is_relative_to(base)",
        "not (base / name).is_relative_to(base)",
        "harm/test_paths.py::test_a_key_that_leads_out_is_refused",
    ),
    _of(
        "a configuration, or a link",
        "config",
        'if os.path.lexists(folder / ".git"):',
        "if False:",
        "harm/test_paths.py::test_a_configuration_above_the_repository_is_not_obeyed",
    ),
    _of(
        "files of the user",
        "write/__init__",
        "blocked if over else foreign | blocked",
        "blocked",
        "writing/test_write.py::test_a_file_of_the_same_name_that_is_not_ours_is_refused",
    ),
    _of(
        "a crash, a kill",
        "write/package",
        "        exchange(tree, live)",
        "        shutil.rmtree(live)\n        tree.rename(live)",
        "writing/test_stopping.py::test_the_package_is_wholly_old_or_new_at_every_step",
        "kills",
    ),
    _of(
        "a repository brings",
        "write/workspace",
        "if _is_tracked(work):",
        "if False:",
        "harm/test_workspace.py::test_a_workspace_that_git_tracks_is_refused",
    ),
    _of(
        "a repository brings",
        "write/workspace",
        "if entry.is_symlink()",
        "if False",
        "harm/test_workspace.py::test_links_are_refused",
    ),
    _of(
        "a repository brings",
        "write/__init__",
        "drop = tuple(path for path in gone if _can_be_file(output, path))",
        "drop = tuple(gone)",
        "harm/test_workspace.py::test_a_lock_removes_nothing_through_a_link",
    ),
    _of(
        "a repository brings",
        "git_command",
        'GIT = ("git", "-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit")',
        'GIT = ("git",)',
        "harm/test_workspace.py::test_git_runs_nothing_that_the_folder_brings",
    ),
    _of(
        "a document too large",
        "validating/oversized",
        '"oneOf": 500',
        '"oneOf": 10**9',
        "harm/test_size.py::test_refused",
        "one",
    ),
    _of(
        "a part of the document that nobody asked for",
        "validating/rest_of_document",
        "> MOST_NODES_OF_REST:",
        "< 0:",
        "harm/test_size.py::test_harm_beside_what_was_asked_for_stops_no_build",
    ),
    _of(
        "YAML and JSON made to explode",
        "reading/yaml_findings",
        "if tag is None or tag in _TAGS_OF_JSON:",
        "if tag:",
        "harm/test_syntax.py::test_refused",
        "constructors",
    ),
    _of(
        "a pattern of the document",
        "validating/openapi_rules",
        " or _ENDLESS.search(text)",
        "",
        "validating/test_validate.py::test_a_pattern_that_may_take_for_ever_is_not_tried",
    ),
    _of(
        "references read files",
        "pipeline",
        "if config.access.remote_refs else None",
        "if True else None",
        "following/test_remote_references.py::test_without_permission_nothing_is_read",
    ),
    _of(
        "permitted references read",
        "reading/other_documents",
        "if not is_inside:",
        "if False:",
        "following/test_remote_references.py::test_what_no_permission_covers",
    ),
    _of(
        "permitted references lead to documents without end",
        "reading/other_documents",
        "if self._bytes < 0 or self._values < 0:",
        "if False:",
        "following/test_remote_references.py::test_documents_that_are_too_much_together",
    ),
    _of(
        "another document changes",
        "lock",
        "Input(given.source, _digest(_decompressed(_read(path))))",
        "given",
        "following/test_remote_references.py::test_nothing_to_do_until_a_file_changes",
    ),
    _of(
        "a document sends the token",
        "validating/server_check",
        'if url.rstrip("/") not in known',
        "if not known",
        "harm/test_servers.py::test_another_server_is_an_error_that_can_be_accepted",
    ),
    _of(
        "text of the document steers",
        "printable",
        "parts[::2] = map(printable, parts[::2])",
        "pass",
        "harm/test_logs.py::test_nothing_is_obeyed",
    ),
    _of(
        "text of the document steers",
        "printable",
        r'_COMMAND.sub(r"\1\\u003a", said)',
        "said",
        "harm/test_logs.py::test_nothing_is_obeyed",
    ),
    _of(
        "text of the document steers",
        "printable",
        '_OURS = f"\\x1b{secrets.token_hex(8)}"',
        '_OURS = "\\x1b"',
        "harm/test_logs.py::test_styles_are_ours_alone",
    ),
    _of(
        "text of the document steers",
        "report/formats/github",
        '.replace(":", "%3A").replace(",", "%2C")',
        "",
        "harm/test_logs.py::test_a_name_of_a_file_ends_no_property_of_an_annotation",
    ),
    _of(
        "an archive that unpacks",
        "network/unpack",
        "if len(result) > most:",
        "if False:",
        "harm/test_bombs.py::test_unpacking_ends",
    ),
    _of(
        "an archive that unpacks",
        "lock",
        "unpack(content, MOST_BYTES)",
        "unpack(content, 2 * 10**9)",
        "harm/test_bombs.py::test_a_pin_that_is_a_bomb_is_as_cheap_for_the_lock",
    ),
    _of(
        "a broken text",
        "reading/json_findings",
        r'(?:"|\\?\Z))',
        '")',
        "harm/test_bombs.py::test_what_is_wrong_with_a_text_is_found_in_linear_time",
        "short",
    ),
    _of(
        "an odd document or answer",
        "cli/__init__",
        "raise internal_error(error) from error",
        "raise",
        "harm/test_tracebacks.py::test_what_nobody_expected_can_be_reported",
    ),
    _of(
        "a server that hangs",
        "network/attempt",
        "if expected is not None and expected > self.fetch.limits.size:",
        "if False:",
        "following/test_fetch.py::test_an_announced_size_is_refused_before_it_comes",
    ),
    _of(
        "a server that leads into",
        "network/addresses",
        "if not is_public(ipaddress.ip_address(address.split",
        "if False and (ipaddress.ip_address(address.split",
        "following/test_fetch.py::test_private_addresses_are_refused_without_being_connected_to",
    ),
    _of(
        "a server that leads into",
        "network/registry",
        " 192.88.99.0/24",
        "",
        "following/test_fetch.py::test_addresses_that_are_not_public",
    ),
    _of(
        "somebody on the way",
        "network/fetch",
        "if self._split(url).scheme != target.scheme:",
        "if False:",
        "following/test_fetch.py::test_a_redirect_to_another_scheme",
    ),
    _of(
        "parts of two different documents",
        "network/attempt",
        "if not (continues and same and part.content):",
        "if False:",
        "following/test_fetch.py::test_the_rest_of_another_document_is_not_appended",
    ),
    _of(
        "a bad document replaces",
        "upstream/pull",
        "errors=tuple(map(gathered.place, found.errors))",
        "errors=()",
        "following/test_pull.py::test_a_pull_that_fails_leaves_everything_as_it_was",
    ),
    _of(
        "a pin is changed",
        "upstream/pin",
        "digest(pin.read_bytes()) != lock.slice",
        "False",
        "following/test_pull_faults.py::test_a_pin_of_another_hand_is_refused_by_a_build",
    ),
    _of(
        "text of the document breaks out",
        "markdown",
        r'_MARKS.sub(r"\\\g<0>", text)',
        "text",
        "harm/test_markdown.py::test_prose",
    ),
    _of(
        "text of the document breaks out",
        "markdown",
        "max(3, _longest(text) + 1)",
        "3",
        "harm/test_markdown.py::test_a_block",
    ),
    _of(
        "text of the document breaks out",
        "markdown",
        "return _LINKS.sub(",
        "return re.compile('(?!)').sub(",
        "harm/test_markdown.py::test_prose",
    ),
    _of(
        "credentials end",
        "network/fetch",
        " or target.username is not None:",
        ":",
        "following/test_fetch.py::test_addresses_that_cannot_be_written_down",
    ),
    _of(
        "a package that is installed",
        "requirements/ci.txt",
        "--hash=sha256:",
        "--hash=md5:",
        "supply/test_requirements.py::test_every_pin_has_a_hash_and_no_place_to_get_it_from",
    ),
    _of(
        "a token goes over",
        "generated/workers_ai/_runtime/options.py",
        'if url.scheme == "http" and not (allow_http or _is_local(url.host)):',
        "if False:",
        "runtime/test_values.py::test_no_token_goes_out_in_the_clear_unasked",
    ),
    _of(
        "an answer, small when packed",
        "generated/workers_ai/_runtime/sending.py",
        "if (size := size + len(piece)) > call.max_bytes:",
        "if (size := size + len(piece)) < 0:",
        "runtime/test_limits.py::test_a_body_that_unpacks_to_too_much",
    ),
    _of(
        "an error of the client",
        "generated/workers_ai/_runtime/redaction.py",
        "if masked else text",
        "if False else text",
        "runtime/test_limits.py::test_a_prompt_repeated_from_its_midst_is_masked",
    ),
    _of(
        "a file that a model made",
        "generated/workers_ai/_runtime/binary.py",
        "return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))",
        "return False",
        "runtime/test_values.py::test_devices_and_pipes_are_written_to",
    ),
    _of(
        "the jobs and hooks of `init`",
        "upstream/installation",
        'Installation("flaregen @ {url}", is_local=True)',
        'Installation("flaregen==1")',
        "following/test_installation.py::test_nothing_is_installed_by_a_mere_name",
    ),
    _of(
        "the nightly job",
        "upstream/starter/propose",
        "if line.split()[:2] != [EMAIL, EMAIL]",
        "if False",
        "following/test_nightly.py::test_a_commit_of_a_reviewer_stays",
    ),
    _of(
        "a wheel holds something else",
        "requirements/wheel_sbom.py",
        "hashlib.sha256(wheel.read_bytes())",
        "hashlib.sha256(b'')",
        "supply/test_wheel_sbom.py::test_the_wheel_is_named_by_version_and_hash",
    ),
)
