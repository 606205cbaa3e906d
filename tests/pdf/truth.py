"""What of a made-up report was read exactly: rows with all numbers, their parents' labels, and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.model.document import BlockKind

if TYPE_CHECKING:
    from checker.model.document import Document
    from tests.pdf.content import Cell, Report


class Truth(NamedTuple):
    rows: int
    rows_read: int
    parents_read: int
    paragraphs: int
    paragraphs_read: int
    extra: list[str]
    missed: list[str]

    @property
    def exact(self) -> bool:
        return (
            self.rows == self.rows_read == self.parents_read
            and self.paragraphs == self.paragraphs_read
            and not self.extra
        )


def compare(report: Report, document: Document) -> Truth:
    asked = [row for table in report.tables() for row in expanded(table)]
    found = [row for table in document.tables for row in _grid(document, table)]
    plain = {_bare(row) for row in found}
    whole = {tuple(row) for row in found}
    words = report.words()
    read = [document.text[one.start : one.end] for one in document.blocks if one.kind is not BlockKind.ROW]
    missed = [" ¦ ".join(row) for row in asked if tuple(row) not in whole]
    return Truth(
        len(asked),
        sum(_bare(row) in plain for row in asked),
        sum(tuple(row) in whole for row in asked),
        len(words),
        sum(one in read for one in words),
        [one for one in read if one not in words],
        missed + [one for one in words if one not in read],
    )


def expanded(rows: list[list[Cell]]) -> list[list[str]]:
    """Give the labels and values of each row, with the labels of cells that span it, each cell once."""
    grid: dict[tuple[int, int], tuple[int, str]] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in grid:
                column += 1
            for down in range(cell.rows):
                for across in range(cell.columns):
                    grid[row + down, column + across] = (row * 100 + column, cell.text)
    width = max(column for _, column in grid) + 1
    return [_once([grid.get((row, column)) for column in range(width)]) for row in range(len(rows))]


def _grid(document: Document, table: object) -> list[list[str]]:
    made = []
    for row in table.grid():  # type: ignore[attr-defined]
        cells = [(cell.row * 100 + cell.column, document.text[cell.start : cell.end]) if cell else None for cell in row]
        made.append(_once(cells))
    return made


def _once(cells: list[tuple[int, str] | None]) -> list[str]:
    kept = [one for at, one in enumerate(cells) if one and (at == 0 or one != cells[at - 1])]
    return [text for _, text in kept]


def _bare(row: list[str]) -> tuple[str, ...]:
    """Leave out the labels of parents."""
    labels = [one for one in row if not one.isdigit()]
    return tuple(row[len(labels) - 1 :]) if len(labels) < len(row) else tuple(row)
