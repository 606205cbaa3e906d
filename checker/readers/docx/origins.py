"""From a document's tree to what it prints, and back: which elements of the tree each line comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.docx.numbering import Numbering
from checker.readers.docx.parts import Parts
from checker.readers.docx.preparing import prepare
from checker.readers.docx.styles import Styles
from checker.readers.docx.walk import Traced, Walk

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from checker.model.document import Note
    from checker.readers.html.pieces import Piece


class Origins(NamedTuple):
    """All elements of a document's tree in their order, and its paragraphs as they are read."""

    elements: tuple[Element, ...]
    paragraphs: tuple[Traced, ...]


def walked(parts: Parts, root: Element, trace: list[Traced] | None = None) -> tuple[list[Piece], tuple[Note, ...]]:
    """Rewrite the tree of the main part and walk through it; gives its lines and tables, and notes."""
    styles = Styles(parts.related("styles"))
    said, notes = prepare(root, styles)
    walk = Walk(said, styles, Numbering(lambda: parts.related("numbering"), styles), trace)
    return walk.through(root), notes


def origins(data: bytes, name: str) -> Origins:
    """Tell where the lines of a Word document come from; the tree is taken before it is rewritten. Raises ReadError."""
    parts = Parts(data, name)
    root = parts.document()
    elements = tuple(root.iter("*"))
    trace: list[Traced] = []
    walked(parts, root, trace)
    return Origins(elements, tuple(trace))
