"""The bill of materials says of which file it is one."""

from __future__ import annotations

import hashlib
import runpy
from pathlib import Path

from tests.support.pinned import ROOT


def test_the_wheel_is_named_by_version_and_hash(tmp_path: Path) -> None:
    described = runpy.run_path(str(ROOT / "requirements" / "wheel_sbom.py"))["described"]
    wheel = tmp_path / "flaregen-1.2.3-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    parts = [{"name": "click", "version": "8.5.1"}]
    subject = {"name": "flaregen", "bom-ref": "root", "description": "D"}
    bill = {"metadata": {"component": subject, "tools": {}}, "components": parts}
    assert described(wheel, bill) == {
        "metadata": {
            "component": {
                "name": "flaregen",
                "bom-ref": "root",
                "description": "D",
                "version": "1.2.3",
                "purl": "pkg:pypi/flaregen@1.2.3",
                "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(b"a wheel").hexdigest()}],
            },
            "tools": {},
        },
        "components": parts,
    }
