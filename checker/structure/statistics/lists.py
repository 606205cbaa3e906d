"""Reads a table of one value a row (政府信息公开情况统计表: 统计指标、单位、统计数), from cells or from running text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.tables import CellState, PrintedLabel, Stray
from checker.structure.statistics.cells import read_cell
from checker.structure.statistics.labels import axes_of
from checker.structure.statistics.repeated import Book, book_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model.tables import StatCell
    from checker.ruleset.ruleset import LabelFormat
    from checker.structure.statistics.grids import GridCell
    from checker.structure.statistics.rows import Reading


class Entry(NamedTuple):
    """One line of the list: its label, the words before that (``captions``), and its value.

    ``several``: there are more values than one, and which of them is meant is not known.
    """

    label: GridCell
    captions: tuple[str, ...] = ()
    value: GridCell | None = None
    several: bool = False


@dataclass(slots=True)
class _Progress:
    book: Book
    above: list[str] = field(default_factory=list)
    last: LabelFormat | None = None
    doubtful: set[str] = field(default_factory=set)


def read_entries(reading: Reading, entries: Iterable[Entry]) -> None:
    """Read line by line; where one row has two values (two such tables), nothing is known of any."""
    progress = _Progress(book_of(reading.format))
    for entry in entries:
        for caption in entry.captions:
            _pass(progress, plain(caption))
        row = progress.book.find(entry.label.raw, progress.above)
        if row is None:
            _pass(progress, plain(entry.label.raw))
            _note_other(reading, progress, entry)
        elif not _put(reading, progress, row, entry):
            reading.cells.clear()
            return
    _lower(reading, progress)


def _pass(progress: _Progress, words: str) -> None:
    """Remember a group that other rows stand below."""
    if words in progress.book.groups:
        progress.above = [*(one for one in progress.above if one != words), words]


def _put(reading: Reading, progress: _Progress, row: LabelFormat, entry: Entry) -> bool:
    """Keep the value of ``row``; False where it has another one already."""
    progress.last = row
    _pass(progress, plain(row.label))
    column = reading.format.blocks[0].columns[0].key
    cell = read_cell(entry.value.raw, entry.value.span) if entry.value else None
    if row.key in reading.cells:
        return _same(reading.cells[row.key].get(column), cell)
    reading.cells[row.key] = {column: cell} if cell else {}
    reading.unplaced += entry.several
    reading.labels.append(PrintedLabel("row", row.key, entry.label.raw, row.label, entry.label.span))
    return True


def _same(first: StatCell | None, second: StatCell | None) -> bool:
    return (first and first.value) == (second and second.value)


def _note_other(reading: Reading, progress: _Progress, entry: Entry) -> None:
    """Note the label of the column, or a row that the format has not: it may be a part of the sums around it."""
    column = axes_of(reading.format).columns.find(entry.label.raw, damaged=False)
    if column and not any(one.axis == "column" for one in reading.labels):
        reading.labels.append(PrintedLabel("column", column.key, entry.label.raw, column.label, entry.label.span))
    counted = entry.several or (entry.value and _is_number(entry.value))
    if counted and progress.last:
        reading.strays.append(Stray("row", entry.label.raw, entry.label.span))
        progress.doubtful |= progress.book.chain(progress.last)


def _is_number(cell: GridCell) -> bool:
    return read_cell(cell.raw, cell.span).state is CellState.NUMBER


def _lower(reading: Reading, progress: _Progress) -> None:
    """Make cells unsure where a row that the format has not stands among them."""
    for block in reading.format.blocks:
        for row in block.rows:
            cells = reading.cells.get(row.key)
            if cells and progress.doubtful & {plain(row.group), plain(row.label)}:
                reading.cells[row.key] = {key: cell._replace(sure=False) for key, cell in cells.items()}
    reading.unplaced += bool(progress.doubtful)
