"""Figures that the text tells, held against the cells of the statutory tables (正文与表格)."""

from __future__ import annotations

from decimal import Decimal
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.tables import CellState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model.document import Span
    from checker.model.relations import Telling
    from checker.model.report import Report
    from checker.model.tables import StatCell

_MONEY = {"元": Decimal(1), "万元": Decimal(10_000)}
_COLUMN_OF_MONEY = "万元"
_MOST_NAMED = 2  # rows of a sum that are named one by one


class Clash(NamedTuple):
    """A telling that no reading of the table bears out: what the likeliest reading gives, its labels and cells."""

    told: Telling
    value: Decimal
    labels: str
    cells: tuple[Span, ...]


def clashes(report: Report, tellings: Sequence[Telling], places: Mapping[str, Sequence[str]]) -> Iterator[Clash]:
    """Hold each telling against the sums of cells that ``places`` allows for its key; those that cannot be read allow any."""
    for told in tellings:
        if report.document.in_table(told.number.start):
            continue
        sums = [_added(report, one) for one in places.get(told.key, ())]
        known = [one for one in sums if one is not None]
        if known and len(known) == len(sums) and not any(_meets(told, one[0]) for one in known):
            value, cells, labels = known[0]
            yield Clash(told, value, labels, tuple(cell.span for cell in cells))


def _meets(told: Telling, value: Decimal) -> bool:
    times = _MONEY.get(told.unit, Decimal(1)) / (_MONEY[_COLUMN_OF_MONEY] if told.unit in _MONEY else 1)
    return told.low * times <= value <= told.high * times


def _added(report: Report, pattern: str) -> tuple[Decimal, list[StatCell], str] | None:
    """Add the cells that ``pattern`` names (table/row/column, rows with *; several set off by blanks); None where one is no number."""
    cells, labels = [], []
    for one in pattern.split():
        table_key, row_pattern, column = one.split("/")
        table = report.tables.get(table_key)
        if table is None or any(fnmatchcase(lack.key, row_pattern) for lack in table.missing):
            return None
        names = {label.key: label.official for label in table.labels if label.axis == "row"}
        rows = [row for row in table.cells if fnmatchcase(row, row_pattern)]
        cells += [table.cells[row].get(column) for row in rows]
        labels += [names.get(row, row) for row in rows]
    if not cells or not all(cell and cell.state in (CellState.NUMBER, CellState.BLANK) for cell in cells):
        return None
    kept = [cell for cell in cells if cell]
    total = sum((cell.value or Decimal(0) for cell in kept), Decimal(0))
    return total, kept, _named(list(dict.fromkeys(labels)))


def _named(labels: Sequence[str]) -> str:
    """Name what was added; one row of a group would be an arbitrary one."""
    if len(labels) > _MOST_NAMED:
        return f"{labels[0]}至{labels[-1]}各项之和"
    return "、".join(labels) + ("之和" if len(labels) > 1 else "")
