"""Stops a write of a client, at every step of it or at random moments, and looks what is left.

Run as a program, in a process of its own, because it forks and sets audit hooks:
``killing.py KIND FOLDER COUNT EVERY [--no-exchange]``. Prints what it found as JSON. A step
is an operation of the system that Python announces: each open, rename, link and so on.
"""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from two_clients import MINE, NEW, OLD, PACKAGE, expected, package_of, put_mine, tree

from flaregen.diagnostic import DiagnosticError
from flaregen.write import package as exchanging
from flaregen.write import recover, write_package, write_together

STATES = {"old": expected(OLD), "new": expected(NEW)}


def cannot_exchange(first: Path, second: Path) -> None:
    raise OSError(errno.ENOSYS, "not here")


def prepare(output: Path) -> None:
    write_package(output, PACKAGE, OLD)
    put_mine(output)


def name_of(found: dict[str, str], part: Callable[[dict[str, str]], dict[str, str]]) -> str:
    names = [name for name, state in STATES.items() if part(found) == part(state)]
    return names[0] if names else "neither"


def whole(found: dict[str, str]) -> dict[str, str]:
    return found


def examine(output: Path) -> dict[str, object]:
    """The state after a kill, after a recovery, and after the next build."""
    found = tree(output)
    stray = [path.name for path in output.iterdir() if path.name.startswith(".")]
    left = {"package": name_of(found, package_of), "output": name_of(found, whole), "stray": stray}
    recover(output, PACKAGE)
    recovered = tree(output)
    write_package(output, PACKAGE, NEW)
    healed = name_of(tree(output), whole)
    tidy = not any(path.name.startswith(".") for path in output.iterdir())
    mine = all((output / PACKAGE / name).read_text() == text for name, text in MINE.items())
    recovered_package = name_of(recovered, package_of)
    return {**left, "recovered": recovered_package, "healed": healed, "tidy": tidy, "mine": mine}


def is_system_operation(event: str) -> bool:
    return event.split(".", maxsplit=1)[0] in {"open", "os", "shutil", "ctypes", "fcntl"}


def needs_room(event: str, arguments: tuple[object, ...]) -> bool:
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
    return bool(writes) or event in {"os.mkdir", "os.link"}


class Countdown:
    """An audit hook that stops the process at its n-th operation, in one of four ways."""

    def __init__(self, steps: int, kind: str) -> None:
        self.remaining = steps
        self.kind = kind

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not is_system_operation(event):
            return
        self.remaining -= 1
        if self.remaining <= 0 and self.kind == "full" and needs_room(event, arguments):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if self.remaining != 0:
            return
        if self.kind == "kills":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.kind == "interrupts":
            signal.raise_signal(signal.SIGINT)
        if self.kind == "faults":
            raise OSError(errno.EIO, "broken")


def stopped_at(step: int, output: Path, kind: str) -> bool:
    """Write in a child that is stopped at its step-th operation. False when it ended first."""
    child = os.fork()
    if child == 0:
        countdown = Countdown(step, kind)
        sys.addaudithook(countdown)
        try:
            write_package(output, PACKAGE, NEW)
        except (KeyboardInterrupt, DiagnosticError):
            os._exit(3)
        os._exit(0 if countdown.remaining > 0 else 3)
    return os.waitpid(child, 0)[1] != 0


def steps(folder: Path, most: int, every: int, kind: str) -> list[dict[str, object]]:
    found = []
    for step in range(1, most, every):
        output = folder / str(step)
        prepare(output)
        if not stopped_at(step, output, kind):
            return found
        found.append(examine(output))
    raise AssertionError(f"the write takes more than {most} steps")


TOGETHER = {"old": {"pin": "old", "lock": "old"}, "new": {"pin": "new", "lock": "new"}}


def together(folder: Path, most: int) -> list[dict[str, object]]:
    """Kill at every step a write of two files, of which the second seals the first."""
    found = []
    for step in range(1, most):
        place = folder / str(step)
        write_together(place, TOGETHER["old"])
        child = os.fork()
        if child == 0:
            sys.addaudithook(Countdown(step, "kills"))
            write_together(place, TOGETHER["new"])
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return found
        left = {name: (place / name).read_text() for name in TOGETHER["new"]}
        write_together(place, TOGETHER["old"])
        write_together(place, TOGETHER["new"])
        healed = {path.name: path.read_text() for path in place.iterdir() if path.is_file()}
        tidy = not any(path.name.startswith(".") for path in place.iterdir())
        found.append({"left": left, "healed": healed == TOGETHER["new"], "tidy": tidy})
    raise AssertionError(f"the write takes more than {most} steps")


def moments(folder: Path, count: int) -> list[dict[str, object]]:
    found = []
    chance = random.Random(20)
    output = folder / "client"
    for _ in range(count):
        prepare(output)
        child = os.fork()
        if child == 0:
            while True:
                write_package(output, PACKAGE, NEW)
                write_package(output, PACKAGE, OLD)
        time.sleep(chance.uniform(0, 0.05))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found.append(examine(output))
    return found


if __name__ == "__main__":
    how, where, number, stride = sys.argv[1:5]
    if "--no-exchange" in sys.argv:
        exchanging.exchange = cannot_exchange
    folder, count = Path(where), int(number)
    match how:
        case "moments":
            result = moments(folder, count)
        case "together":
            result = together(folder, count)
        case _:
            result = steps(folder, count, int(stride), how)
    json.dump(result, sys.stdout)
