"""The note that a client carries into somebody else's repository."""

from __future__ import annotations

from pathlib import PurePosixPath

from flaregen import __version__
from flaregen.rendered import RenderedFile

_NOTICE = """\
This package was written by flaregen {version}, with the command

    flaregen build

Do not edit it: the next build replaces it, and `flaregen check` reports the edit. Files
of your own next to these are left alone. flaregen.lock says what the package was made from.

The modules below _runtime come from flaregen and are under this licence; what is
generated from a document is under no licence of flaregen's.

{licence}"""

_LICENCE = """\
MIT License

Copyright (c) 2026 The Flaregen authors

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""


def notice(package: str) -> RenderedFile:
    """Where the package comes from, and under which licence; the same for every build."""
    text = _NOTICE.format(version=__version__, licence=_LICENCE)
    return RenderedFile(PurePosixPath(package, "NOTICE.txt"), text.encode())
