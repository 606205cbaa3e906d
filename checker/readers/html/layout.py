"""From lines and tables to the running text, its blocks and the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Block, BlockKind, Cell, Location, Note, Span, Table
from checker.readers.html.pieces import Grid, Line, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.readers.html.pieces import PageCell, Piece

_WIDEST_SPAN = 100
_MOST_COLUMNS = 1_000
_MOST_CELLS = 20_000
_MOST_PLACES = 200_000  # rows times columns
_CLAMPED = Note(
    "表格有单元格声明的合并范围过大，已截短", "a table has cells that claim to span far too much: cut short"
)
_NO_GRID = Note("有一张表格过大，只按文字读取", "a table is too large: read as text alone")


class Layout:
    """The running text while it is put together, a block a line."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.notes: dict[Note, None] = {}
        self._numbers: list[int] = []
        self._texts: list[str] = []
        self._at = 0

    @property
    def text(self) -> str:
        """The running text so far."""
        return "\n".join(self._texts)

    def describe(self, items: Iterable[str]) -> None:
        """Put in what the page says of itself."""
        for item in items:
            self._block(BlockKind.METADATA, item, -1)

    def put(self, pieces: Iterable[Piece]) -> None:
        """Put in lines and tables in their order."""
        for piece in pieces:
            if isinstance(piece, Line):
                kind = BlockKind.HEADING if piece.level else BlockKind.PARAGRAPH
                self._block(kind, piece.text, piece.number, piece.level)
            else:
                self._table(piece)

    def span(self, lines: tuple[int, int]) -> Span | None:
        """Give the range of the text that the page's lines ``[first, last)`` became."""
        inside = [
            block for block, number in zip(self.blocks, self._numbers, strict=True) if lines[0] <= number < lines[1]
        ]
        return Span(inside[0].start, inside[-1].end) if inside else None

    def _block(
        self, kind: BlockKind, text: str, number: int, level: int = 0, turns: tuple[tuple[int, Location], ...] = ()
    ) -> None:
        end = self._at + len(text)
        place = turns[0][1] if turns else Location(len(self._texts) + 1, 1, running=True)
        if text:
            self.blocks.append(Block(kind, self._at, end, place, level, turns))
            self._numbers.append(number)
        self._texts.append(text)
        self._at = end + 1

    def _table(self, grid: Grid) -> None:
        start, cells = self._at, []
        taken: list[int] = []  # by column: the first row that no cell from above reaches into
        number = self._numbers[-1] if self._numbers else -1
        for row, row_cells in enumerate(grid.rows):
            placed: list[Cell] = []
            for cell in row_cells:
                behind = placed[-1].column + placed[-1].columns if placed else 0
                placed.append(self._place(cell, row, behind, taken))
            number = next((one.number for cell in row_cells for one in cell.pieces if isinstance(one, Line)), number)
            cells += self._row(row_cells, placed, number)
        self._finish(start, len(grid.rows), len(taken), cells)

    def _place(self, cell: PageCell, row: int, column: int, taken: list[int]) -> Cell:
        """Find the cell's place in the grid from ``column`` on, as the HTML standard's table model does."""
        rows, columns = cell.rows or _WIDEST_SPAN, cell.columns or 1
        if max(rows, columns) > _WIDEST_SPAN:
            rows, columns = min(rows, _WIDEST_SPAN), min(columns, _WIDEST_SPAN)
            self.notes[_CLAMPED] = None
        while column < len(taken) and taken[column] > row:
            column += 1
        taken.extend([0] * (column + columns - len(taken)))
        taken[column : column + columns] = [row + rows] * columns
        return Cell(row, column, rows, columns, 0, 0)

    def _row(self, row_cells: list[PageCell], placed: list[Cell], number: int) -> list[Cell]:
        table, line, column, at = len(self.tables) + 1, len(self._texts) + 1, 1, self._at
        texts, cells, turns = [], [], []
        for cell, place in zip(row_cells, placed, strict=True):
            text = cell_text(cell)
            name = f"T{table}R{place.row + 1}C{place.column + 1}"
            turns.append((at, Location(line, column, None, name, running=True)))
            cells.append(Cell(*place[:4], at, at + len(text)))
            texts.append(text)
            at += len(text) + 1
            column += len(text) + 1
        if texts:
            self._block(BlockKind.ROW, "\t".join(texts), number, turns=tuple(turns))
        return cells

    def _finish(self, start: int, rows: int, columns: int, cells: list[Cell]) -> None:
        if columns > _MOST_COLUMNS or len(cells) > _MOST_CELLS or rows * columns > _MOST_PLACES:
            self.notes[_NO_GRID] = None
        elif cells:
            within = (cell if cell.row + cell.rows <= rows else cell._replace(rows=rows - cell.row) for cell in cells)
            self.tables.append(Table(start, self._at - 1, rows, columns, tuple(within)))
