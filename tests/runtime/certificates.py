"""Certificates that nobody knows, for services on loopback."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_OPENSSL = shutil.which("openssl")
needs_openssl = pytest.mark.skipif(
    _OPENSSL is None, reason="openssl, which makes certificates, is missing"
)
# In full, because what a system adds on its own differs.
_REQUEST = """
[req]
distinguished_name = name
x509_extensions = extensions
prompt = no
[name]
CN = A service on loopback
[extensions]
basicConstraints = critical, CA:true
keyUsage = critical, digitalSignature, keyCertSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = IP:127.0.0.1
"""
_COMMAND = [str(_OPENSSL), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]


def certificate(folder: Path, name: str) -> Path:
    """A file with a key and a certificate that it signed itself."""
    (folder / "request.cnf").write_text(_REQUEST)
    key, certificate = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(
        [*_COMMAND, "-config", "request.cnf", "-keyout", key.name, "-out", certificate.name],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    certificate.write_bytes(certificate.read_bytes() + key.read_bytes())
    return certificate
