"""The tables of a document as grids of words: those that the file has, and rows of plain text set off by tabs or bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.document import Cell, Document
    from checker.structure.source import Source

_RULE = r"^[\s|:+=-]+$"
_LEAST_ROWS = 2
_CAPTION = r"\s*第[二0-9]{1,2}十?条第\s?\(?[一二三四五六七八九]\)?\s?项\s*$"  # a row of one cell


class GridCell(NamedTuple):
    """A cell of a grid: its words as written and their range; merged cells stand in the grid more than once."""

    raw: str
    span: Span


class Grid(NamedTuple):
    """A table: rows of cells, None where there is no cell; ``span`` is its range in the running text."""

    span: Span
    rows: tuple[tuple[GridCell | None, ...], ...]
    merged: bool = True
    """Merged cells are known as such; in rows of plain text they may have left nothing behind."""

    def cut(self, first: int, behind: int) -> Grid:
        """Give the rows from ``first`` up to ``behind`` as a grid of their own."""
        rows = self.rows[first:behind]
        cells = [cell for row in rows for cell in row if cell]
        start, end = min(cell.span.start for cell in cells), max(cell.span.end for cell in cells)
        return self._replace(span=Span(start, end), rows=rows)

    @property
    def ragged(self) -> bool:
        """Tell whether cells of different rows need not stand in the same column."""
        return not self.merged and len({sum(cell is not None for cell in row) for row in self.rows}) > 1


def grids_of(source: Source) -> list[Grid]:
    """Give the tables within the report, in reading order."""
    document, extent = source.document, source.extent
    if document.tables:
        return [
            _grid(document, index)
            for index, table in enumerate(document.tables)
            if extent.start <= table.start < extent.end
        ]
    return list(_from_lines(source))


def _grid(document: Document, index: int) -> Grid:
    table = document.tables[index]
    made: dict[Cell, GridCell] = {
        cell: GridCell(document.text[cell.start : cell.end], Span(cell.start, cell.end)) for cell in table.cells
    }
    rows = tuple(tuple(made[cell] if cell else None for cell in row) for row in table.grid())
    merged = any(cell.rows > 1 or cell.columns > 1 for cell in table.cells)
    return Grid(Span(table.start, table.end), rows, merged)


def _from_lines(source: Source) -> Iterator[Grid]:
    """Put lines that follow each other and have the same mark between cells into one table, captions between them too."""
    rows: list[tuple[GridCell | None, ...]] = []
    mark, end = "", source.extent.start
    start = end
    for line in compiled(r"^.*$").finditer(source.text, source.extent.start, source.extent.end):
        span = Span(*line.span())
        written = source.document.text[span.start : span.end] if line.group().strip() else ""  # folding blanks tabs
        its = mark if rows and compiled(_CAPTION).match(line.group()) else _mark(written)
        if rows and its != mark:
            yield from _made(rows, Span(start, end))
            rows = []
        if its and not compiled(_RULE).match(line.group()):
            start = start if rows else span.start
            mark, end = its, span.end
            rows.append(_cut(source, span, its))
    yield from _made(rows, Span(start, end))


def _made(rows: list[tuple[GridCell | None, ...]], span: Span) -> Iterator[Grid]:
    if len(rows) >= _LEAST_ROWS:
        yield Grid(span, tuple(rows), merged=False)


def _mark(line: str) -> str:
    if "\t" in line.strip(" "):
        return "\t"
    return "|" if line.count("|") > 1 else ""


def _cut(source: Source, span: Span, mark: str) -> tuple[GridCell | None, ...]:
    text = source.document.text
    start, end = span
    while mark == "|" and start < end and text[start] in " |":
        start += 1
        if text[start - 1] == "|":
            break
    cells, at = [], start
    for part in text[start:end].removesuffix(" ").removesuffix(mark if mark == "|" else "").split(mark):
        head = at + len(part) - len(part.lstrip())
        tail = max(head, at + len(part.rstrip()))
        cells.append(GridCell(text[head:tail], Span(head, tail)))
        at += len(part) + 1
    return tuple(cells)
