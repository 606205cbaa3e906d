"""Word documents (docx): what Word would print with all changes accepted, automatic numbers included."""

from __future__ import annotations

from hashlib import sha256

from checker.model.document import Document
from checker.readers.docx import refusals
from checker.readers.docx.origins import walked
from checker.readers.docx.parts import Parts
from checker.readers.html.layout import Layout


def read(data: bytes, name: str) -> Document:
    """Read a Word document; raises ReadError."""
    parts = Parts(data, name)
    pieces, notes = walked(parts, parts.document())
    layout = Layout()
    layout.put(pieces)
    if not layout.blocks:
        raise refusals.without_text(name)
    digest = sha256(data).hexdigest()
    blocks, tables = tuple(layout.blocks), tuple(layout.tables)
    return Document(name, "docx", digest, layout.text, blocks, (*notes, *layout.notes), tables)
