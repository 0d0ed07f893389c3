"""Run one harness under atheris: ``python -m tests.fuzz.run HARNESS FOLDER... -max_total_time=N``.

New inputs go to the first folder. The options are libFuzzer's.
"""

from __future__ import annotations

import sys

try:
    import atheris
except ModuleNotFoundError:
    sys.exit("the fuzzer is not installed: make fuzz installs it")

with atheris.instrument_imports(include=["flaregen"], enable_loader_override=False):
    from tests.fuzz.harnesses import HARNESSES


def main() -> None:
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], HARNESSES[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
