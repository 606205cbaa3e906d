"""From paragraphs and tables to the running text, its blocks and the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Block, BlockKind, Cell, Location, Table

if TYPE_CHECKING:
    from checker.readers.pdf.pieces import Line, Sheet, SheetCell

_ASCII_BREAK = ".,;:%)"


class Layout:
    """The running text while it is put together, a block a line."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self._texts: list[str] = []
        self._at = 0

    @property
    def text(self) -> str:
        """The running text so far."""
        return "\n".join(self._texts)

    def paragraph(self, lines: list[Line]) -> None:
        """Put in a paragraph; each of its lines stands at a place of its own."""
        texts: list[str] = []
        turns: list[tuple[int, Location]] = []
        length = 0
        for line in lines:
            words = f" {line.text}" if texts and _words_meet(texts[-1], line.text) else line.text
            turns.append((self._at + length, self._place(length, line.page, None, line.box)))
            texts.append(words)
            length += len(words)
        self._block(BlockKind.PARAGRAPH, "".join(texts), turns)

    def table(self, sheet: Sheet) -> None:
        """Put in a table, a row a block, its cells set off by tabs."""
        start = self._at
        cells: list[Cell] = []
        rows: list[list[SheetCell]] = [[] for _ in range(sheet.height)]
        for cell in sorted(sheet.cells, key=lambda one: (one.row, one.column)):
            rows[cell.row].append(cell)
        for row in rows:
            cells += self._row(row)
        self.tables.append(Table(start, self._at - 1, sheet.height, len(sheet.sides) - 1, tuple(cells)))

    def _row(self, row: list[SheetCell]) -> list[Cell]:
        cells: list[Cell] = []
        turns: list[tuple[int, Location]] = []
        at = self._at
        for cell in row:
            name = f"T{len(self.tables) + 1}R{cell.row + 1}C{cell.column + 1}"
            turns.append((at, self._place(at - self._at, cell.page, name, cell.box)))
            cells.append(Cell(cell.row, cell.column, cell.rows, cell.columns, at, at + len(cell.text)))
            at += len(cell.text) + 1
        self._block(BlockKind.ROW, "\t".join(cell.text for cell in row), turns)
        return cells

    def _place(self, column: int, page: int, cell: str | None, box: tuple[float, float, float, float]) -> Location:
        left, top, right, bottom = box
        shown = (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
        return Location(len(self._texts) + 1, column + 1, page, cell, running=True, box=shown)

    def _block(self, kind: BlockKind, text: str, turns: list[tuple[int, Location]]) -> None:
        end = self._at + len(text)
        if text:
            self.blocks.append(Block(kind, self._at, end, turns[0][1], turns=tuple(turns)))
        self._texts.append(text)
        self._at = end + 1


def _words_meet(before: str, after: str) -> bool:
    """Tell whether a line's end stood for a blank, as it does between words of letters."""
    last, first = before[-1:], after[:1]
    return last.isascii() and first.isascii() and first.isalpha() and (last.isalpha() or last in _ASCII_BREAK)
