"""Reads a table whose labels of rows stand at the left: cells go by their labels, never by counting rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.model.tables import CellState, PrintedLabel, StatCell, Stray
from checker.structure.statistics.cells import read_cell
from checker.structure.statistics.labels import axes_of, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.ruleset.ruleset import LabelFormat, TableBlock, TableFormat
    from checker.structure.statistics.grids import Grid, GridCell

Row = tuple["GridCell | None", ...]


@dataclass(slots=True)
class Reading:
    """What was read of one table so far; a table may go on in another one of the file (at a page's end)."""

    format: TableFormat
    cells: dict[str, dict[str, StatCell]] = field(default_factory=dict)
    labels: list[PrintedLabel] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)
    heads: dict[int, LabelFormat] = field(default_factory=dict)
    """The column of the format by the column of the grid."""
    stray_columns: set[int] = field(default_factory=set)
    unplaced: int = 0
    """Rows whose values could not be placed."""

    def block_of(self, row: str) -> TableBlock:
        """Give the block that has the row."""
        return next(block for block in self.format.blocks if any(one.key == row for one in block.rows))


def read_rows(reading: Reading, grid: Grid) -> None:
    """Read every row of ``grid``: the labels of columns, then the values of each row by the label at its left."""
    below_values = True
    for row in grid.rows:
        label = _row_label(reading, row)
        if label is None:
            heads = {} if _has_values(row) else _heads(reading, row)
            if heads and not grid.ragged:
                reading.heads = heads if below_values else {**reading.heads, **heads}
                below_values = False
            elif not heads and _has_values(row) and reading.cells:
                _stray_row(reading, row)
            continue
        below_values = True
        if label[1].key not in reading.cells or _is_truer(reading, row, *label):
            _read_row(reading, row, *label)


def _is_truer(reading: Reading, row: Row, behind: int, label: LabelFormat) -> bool:
    """Tell whether a row has the official label where one read before has another wording (合计 above 总计); that one goes."""
    cell = row[behind - 1]
    before = next(one for one in reading.labels if (one.axis, one.key) == ("row", label.key))
    if cell is None or normal(before.raw) == normal(label.label) or normal(cell.raw) != normal(label.label):
        return False
    reading.labels.remove(before)
    reading.labels.append(PrintedLabel("row", label.key, cell.raw, label.label, cell.span))
    reading.strays.append(Stray("row", before.raw, before.span))
    return True


def _row_label(reading: Reading, row: Row) -> tuple[int, LabelFormat] | None:
    """Find the label of a row: the last one at its left that the format has; with it the column behind it."""
    axis, found = axes_of(reading.format).rows, None
    first_value = min(reading.heads, default=len(row))
    for at, cell in _apart(row):
        if at >= max(first_value, 1) or (found and read_cell(cell.raw, cell.span).state is not CellState.TEXT):
            break
        label = axis.find(cell.raw)
        if label:
            found = (at, label)
    if found is None or not _stands_before_values(reading, row, found[0]):
        return None
    printed = row[found[0]]
    if printed and not any(one.axis == "row" and one.key == found[1].key for one in reading.labels):
        reading.labels.append(PrintedLabel("row", found[1].key, printed.raw, found[1].label, printed.span))
    return found[0] + 1, found[1]


def _stands_before_values(reading: Reading, row: Row, at: int) -> bool:
    """Tell whether what follows a label are values, not the labels of columns."""
    columns = axes_of(reading.format).columns
    behind = [cell for _, cell in _apart(row[at:]) if cell is not row[at]]
    return bool(behind) and not any(columns.find(cell.raw, damaged=False) for cell in behind)


def _heads(reading: Reading, row: Row) -> dict[int, LabelFormat]:
    axis, heads = axes_of(reading.format).columns, {}
    for at, cell in enumerate(row):
        label = axis.find(cell.raw) if cell else None
        if cell and label:
            heads[at] = label
            _note_column(reading, label, cell)
    return heads


def _note_column(reading: Reading, label: LabelFormat, cell: GridCell) -> None:
    if any(one.span == cell.span for one in reading.labels):
        return
    reading.labels.append(PrintedLabel("column", label.key, cell.raw, label.label, cell.span))


def _read_row(reading: Reading, row: Row, behind: int, label: LabelFormat) -> None:
    block = reading.block_of(label.key)
    keys = [column.key for column in block.columns]
    values = [(at, cell) for at, cell in _apart(row) if at >= behind and cell is not row[behind - 1]]
    placed = _by_heads(reading, keys, values)
    if placed is None:
        placed = _by_order(keys, values)
    cells, over = placed
    reading.unplaced += not cells
    reading.cells[label.key] = cells
    columns = {id(cell): at for at, cell in values}
    for cell in over:  # a column too many is told once
        at = columns[id(cell)]
        if cell.raw.strip() and at not in reading.stray_columns:
            reading.stray_columns.add(at)
            reading.strays.append(Stray("cell", cell.raw, cell.span))


def _by_heads(
    reading: Reading, keys: Sequence[str], values: Sequence[tuple[int, GridCell]]
) -> tuple[dict[str, StatCell], list[GridCell]] | None:
    """Place values below the labels of their columns; None where they do not stand below them."""
    heads = {at: label.key for at, label in reading.heads.items() if label.key in keys}
    cells: dict[str, StatCell] = {}
    over: list[GridCell] = []
    for at, cell in values:
        key = heads.get(at)
        if key is None or key in cells:
            over.append(cell)
        else:
            cells[key] = read_cell(cell.raw, cell.span)
    if not cells or (len(cells) < len(set(heads.values())) and len(values) == len(keys)):
        return None
    return {key: cells[key] for key in keys if key in cells}, over


def _by_order(
    keys: Sequence[str], values: Sequence[tuple[int, GridCell]]
) -> tuple[dict[str, StatCell], list[GridCell]]:
    """Place values in the order of the columns, where there are as many: no more than likely."""
    placed, over = values[: len(keys)], values[len(keys) :]
    if len(placed) < len(keys) or (over and values[0][0] > 1):
        return {}, [cell for _, cell in values]
    cells = {key: read_cell(cell.raw, cell.span, sure=False) for key, (_, cell) in zip(keys, placed, strict=True)}
    return cells, [cell for _, cell in over]


def _has_values(row: Row) -> bool:
    return any(read_cell(cell.raw, cell.span).state is CellState.NUMBER for _, cell in _apart(row))


def _stray_row(reading: Reading, row: Row) -> None:
    words = [cell for _, cell in _apart(row) if read_cell(cell.raw, cell.span).state is CellState.TEXT]
    if words:
        reading.strays.append(Stray("row", words[-1].raw, words[-1].span))


def _apart(row: Row) -> Iterator[tuple[int, GridCell]]:
    """Give the cells of a row, a merged one once, each with its first column."""
    before = None
    for at, cell in enumerate(row):
        if cell is not None and cell is not before:
            yield at, cell
        before = cell
