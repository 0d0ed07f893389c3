"""The bill of materials of an installed wheel, with the wheel's own version and hash in it.

python requirements/wheel_sbom.py dist/flaregen-1.2.3-py3-none-any.whl environment.cdx.json
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any


def described(wheel: Path, bill: dict[str, Any]) -> dict[str, Any]:
    """The bill, whose subject is now this very file.

    pyproject.toml leaves the version to the build, so that what was made from it does not know.
    """
    version = wheel.name.split("-")[1]
    subject = {
        **bill["metadata"]["component"],
        "version": version,
        "purl": f"pkg:pypi/flaregen@{version}",
        "hashes": [
            {"alg": "SHA-256", "content": hashlib.sha256(wheel.read_bytes()).hexdigest()},
        ],
    }
    return {**bill, "metadata": {**bill["metadata"], "component": subject}}


if __name__ == "__main__":
    of_environment = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    sys.stdout.write(json.dumps(described(Path(sys.argv[1]), of_environment), indent=2) + "\n")
