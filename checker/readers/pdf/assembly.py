"""Pages to a document: tables and lines in reading order, without what belongs to the paper."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from checker.model.document import Document, Note, ReadError
from checker.readers.pdf.cells import sheet_of
from checker.readers.pdf.flow import frame_of, paragraphs
from checker.readers.pdf.furniture import without_furniture
from checker.readers.pdf.joining import fits, join
from checker.readers.pdf.lattice import lattices_of
from checker.readers.pdf.layout import Layout
from checker.readers.pdf.lines import line_of, rows_of
from checker.readers.pdf.pieces import Line, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.readers.pdf.flow import Frame
    from checker.readers.pdf.lattice import Lattice
    from checker.readers.pdf.pieces import Glyph, Page

Piece = Line | Sheet


def document_of(pages: Sequence[Page], data: bytes, name: str, notes: tuple[Note, ...] = ()) -> Document:
    """Put a document together from its pages."""
    lattices = [lattices_of(page.across, page.down) for page in pages]
    glyphs = without_furniture(pages, [[one.box for one in of_page] for of_page in lattices])
    pieces = [_pieces(*one) for one in zip(pages, lattices, glyphs, strict=True)]
    whole = _joined(pieces)
    frames = _frames(pages, whole)
    layout = Layout()
    waiting: list[Line] = []
    for piece in (*whole, None):
        if isinstance(piece, Line):
            waiting.append(piece)
            continue
        for paragraph in paragraphs(waiting, frames):
            layout.paragraph(paragraph)
        waiting = []
        if piece:
            layout.table(piece)
    return Document(name, "pdf", sha256(data).hexdigest(), layout.text, tuple(layout.blocks), notes, tuple(layout.tables))


def _pieces(page: Page, lattices: Sequence[Lattice], glyphs: list[Glyph]) -> list[Piece]:
    """Give the tables and lines of a page from its top."""
    rest = glyphs
    sheets: list[Sheet] = []
    for lattice in lattices:
        sheet, rest = sheet_of(lattice, rest, page.number)
        if sheet:
            sheets.append(sheet)
    lines = [line_of(row, page.number) for row in rows_of(rest)]
    return sorted([*sheets, *lines], key=_top)


def _top(piece: Piece) -> float:
    return piece.y if isinstance(piece, Line) else piece.box.top


def _joined(pages: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Put pages after each other; a table at the end of one goes on at the top of the next."""
    made: list[Piece] = []
    for pieces in pages:
        first = pieces[0] if pieces else None
        last = made[-1] if made else None
        if isinstance(first, Sheet) and isinstance(last, Sheet) and fits(last, first) and first.page == last.page + 1:
            join(last, first)
            made += pieces[1:]
        else:
            made += pieces
    return made


def _frames(pages: Sequence[Page], pieces: Sequence[Piece]) -> dict[int, Frame]:
    by_width: dict[int, Frame] = {}
    widths = {page.number: round(page.width) for page in pages}
    for width in set(widths.values()):
        lines = [one for one in pieces if isinstance(one, Line) and widths[one.page] == width]
        sheets = [one for one in pieces if isinstance(one, Sheet) and widths[one.page] == width]
        by_width[width] = frame_of(lines, sheets, width)
    return {number: by_width[width] for number, width in widths.items()}
