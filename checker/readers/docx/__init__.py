"""Word documents (docx): what Word would print with all changes accepted, automatic numbers included."""

from __future__ import annotations

from hashlib import sha256

from checker.model.document import Document
from checker.readers.docx import refusals
from checker.readers.docx.numbering import Numbering
from checker.readers.docx.parts import Parts
from checker.readers.docx.preparing import prepare
from checker.readers.docx.styles import Styles
from checker.readers.docx.walk import Walk
from checker.readers.html.layout import Layout


def read(data: bytes, name: str) -> Document:
    """Read a Word document; raises ReadError."""
    parts = Parts(data, name)
    root = parts.document()
    styles = Styles(parts.related("styles"))
    said, notes = prepare(root, styles)
    walk = Walk(said, styles, Numbering(lambda: parts.related("numbering"), styles))
    layout = Layout()
    layout.put(walk.through(root))
    if not layout.blocks:
        raise refusals.without_text(name)
    digest = sha256(data).hexdigest()
    blocks, tables = tuple(layout.blocks), tuple(layout.tables)
    return Document(name, "docx", digest, layout.text, blocks, (*notes, *layout.notes), tables)
