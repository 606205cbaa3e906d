"""Reads a table whose rows stand as heads above groups of columns, with one line of values (行政复议、行政诉讼)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.tables import CellState, PrintedLabel, Stray
from checker.structure.statistics.cells import read_cell
from checker.structure.statistics.labels import axes_of

if TYPE_CHECKING:
    from checker.ruleset.ruleset import LabelFormat
    from checker.structure.statistics.grids import Grid, GridCell
    from checker.structure.statistics.rows import Reading, Row


def read_heads(reading: Reading, grid: Grid) -> bool:
    """Read the line of values below the labels, each by the labels above it; tell whether there is one."""
    labelled = [_is_labelled(reading, row) for row in grid.rows]
    first = labelled.index(True) if True in labelled else len(labelled)
    below = [at for at in range(first, len(grid.rows)) if not labelled[at] and any(grid.rows[at])]
    line = next((at for at in below if _has_numbers(grid.rows[at])), next(iter(below), None))
    if line is None:
        return False
    above = [row for row, its in zip(grid.rows[:line], labelled, strict=False) if its]
    if grid.ragged:
        _note_labels(reading, above)
        _by_order(reading, grid.rows[line])
    else:
        _read_line(reading, above, grid.rows[line])
    return True


def _is_labelled(reading: Reading, row: Row) -> bool:
    return any(axis.find(cell.raw) for cell in row if cell for axis in axes_of(reading.format))


def _has_numbers(row: Row) -> bool:
    return any(read_cell(cell.raw, cell.span).state is CellState.NUMBER for cell in row if cell)


def _read_line(reading: Reading, above: list[Row], row: Row) -> None:
    columns = [_labels_above(reading, above, at) for at in range(len(row))]
    for cell, (group, column) in zip(row, columns, strict=True):
        if cell is None:
            continue
        if group is None or column is None or column.key in reading.cells.get(group.key, {}):
            reading.strays.append(Stray("cell", cell.raw, cell.span))
            continue
        reading.cells.setdefault(group.key, {})[column.key] = read_cell(cell.raw, cell.span)
    if not reading.cells:
        _by_order(reading, row)


def _labels_above(reading: Reading, above: list[Row], at: int) -> tuple[LabelFormat | None, LabelFormat | None]:
    axes = axes_of(reading.format)
    group = column = None
    for row in above:
        cell = row[at] if at < len(row) else None
        if cell is None:
            continue
        spanning = cell if cell.raw.strip() else _before(row, at)
        group = _noted(reading, "row", axes.rows.find(spanning.raw), spanning) or group
        column = _noted(reading, "column", axes.columns.find(cell.raw), cell) or column
    return group, column


def _before(row: Row, at: int) -> GridCell:
    """Give the last cell before ``at`` that is not blank: where cells were merged, blanks may be left behind."""
    kept = [cell for cell in row[: at + 1] if cell and (cell.raw.strip() or cell is row[at])]
    return kept[-2] if len(kept) > 1 else kept[-1]


def _note_labels(reading: Reading, above: list[Row]) -> None:
    axes = axes_of(reading.format)
    for row in above:
        for cell in row:
            if cell:
                _noted(reading, "row", axes.rows.find(cell.raw), cell)
                _noted(reading, "column", axes.columns.find(cell.raw), cell)


def _noted(reading: Reading, axis: str, label: LabelFormat | None, cell: GridCell) -> LabelFormat | None:
    if label and not any(one.span == cell.span for one in reading.labels):
        reading.labels.append(PrintedLabel(axis, label.key, cell.raw, label.label, cell.span))
    return label


def _by_order(reading: Reading, row: Row) -> None:
    """Place the values in the order of the format, where there are as many: no more than likely."""
    block = reading.format.blocks[0]
    places = [(group.key, column.key) for group in block.rows for column in block.columns]
    cells = [cell for cell in row if cell]
    if len(cells) < len(places):
        reading.unplaced += 1
        return
    reading.strays[:] = [Stray("cell", cell.raw, cell.span) for cell in cells[len(places) :]]
    for cell, (group, column) in zip(cells, places, strict=False):
        reading.cells.setdefault(group, {})[column] = read_cell(cell.raw, cell.span, sure=False)
