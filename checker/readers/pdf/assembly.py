"""Pages to a document: tables and lines in reading order, without what belongs to the paper."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from checker.model.document import Document, Note
from checker.readers.pdf.cells import sheet_of
from checker.readers.pdf.flow import frame_of, paragraphs
from checker.readers.pdf.furniture import without_furniture
from checker.readers.pdf.joining import fits, join
from checker.readers.pdf.lattice import lattices_of
from checker.readers.pdf.layout import Layout
from checker.readers.pdf.lines import line_of, rows_of
from checker.readers.pdf.pieces import Line, Sheet
from checker.readers.pdf.unruled import Found, unruled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.readers.pdf.flow import Frame
    from checker.readers.pdf.lattice import Lattice
    from checker.readers.pdf.pieces import Glyph, Page

Piece = Line | Sheet
_AS_WIDE = 5.0  # points
_LOOSE = Note(
    "有表格没有框线，单元格按位置读取，可能有误",
    "a table has no rules: its cells were read by their place and may be wrong",
)


def document_of(pages: Sequence[Page], data: bytes, name: str, notes: tuple[Note, ...] = ()) -> Document:
    """Put a document together from its pages."""
    lattices = [lattices_of(page.across, page.down) for page in pages]
    glyphs = without_furniture(pages, [[one.box for one in of_page if not one.single] for of_page in lattices])
    pieces = _pieces(pages, lattices, glyphs)
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
    if any(isinstance(one, Sheet) and not one.ruled for one in whole):
        notes = (*notes, _LOOSE)
    return Document(
        name, "pdf", sha256(data).hexdigest(), layout.text, tuple(layout.blocks), notes, tuple(layout.tables)
    )


def _pieces(
    pages: Sequence[Page], lattices: Sequence[Sequence[Lattice]], glyphs: Sequence[list[Glyph]]
) -> list[list[Piece]]:
    """Give the tables and lines of each page from its top; tables without rules only where all of them are clear."""
    lattices = [_without_singles(*one) for one in zip(lattices, [*lattices[1:], []], glyphs, strict=True)]
    ruled = [_ruled(*one) for one in zip(pages, lattices, glyphs, strict=True)]
    lines = [line for _, of_page in ruled for line in of_page]
    found = unruled(lines, {page.number: page.width for page in pages}) or Found([], lines)
    made: dict[int, list[Piece]] = {page.number: [*sheets] for page, (sheets, _) in zip(pages, ruled, strict=True)}
    loose: list[Piece] = [*found.sheets, *found.lines]
    for piece in loose:
        made[piece.page].append(piece)
    return [sorted(of_page, key=_top) for of_page in made.values()]


def _without_singles(of_page: Sequence[Lattice], of_next: Sequence[Lattice], glyphs: Sequence[Glyph]) -> list[Lattice]:
    """Leave out frames of one cell, but for what stands last on its page where a table as wide begins the next."""
    kept = [one for one in of_page if not one.single]
    for one in of_page:
        bottom = one.box.bottom
        if one.single and of_next and not any(glyph.y > bottom for glyph in glyphs):
            first = min(of_next, key=lambda other: other.box.top)
            if not first.single and abs(first.xs[0] - one.xs[0]) + abs(first.xs[-1] - one.xs[-1]) < _AS_WIDE:
                kept.append(one)
    return kept


def _ruled(page: Page, lattices: Sequence[Lattice], glyphs: list[Glyph]) -> tuple[list[Sheet], list[Line]]:
    """Give the tables that rules make, and the lines outside of them."""
    rest = glyphs
    sheets: list[Sheet] = []
    for lattice in lattices:
        sheet, rest = sheet_of(lattice, rest, page.number)
        if sheet:
            sheets.append(sheet)
    return sheets, [line_of(row, page.number) for row in rows_of(rest)]


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
