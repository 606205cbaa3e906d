"""PDF: text in reading order and tables by their rules, read in a process of its own that may crash or hang."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers.pdf.child import is_apart, read_apart

if TYPE_CHECKING:
    from checker.model.document import Document


def read(data: bytes, name: str) -> Document:
    """Read a PDF; raises ReadError."""
    if not is_apart():
        return read_apart(data, name)
    from checker.readers.pdf.bounds import bounded
    from checker.readers.pdf.reading import read_here

    with bounded():
        return read_here(data, name)
