"""The identities of a table: an equation of a rule for each of its columns or rows, with the cells that it speaks of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.expr import parse_expression
from checker.model.record import NamedTuple
from checker.model.tables import CellState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.expr import Expression, Reference
    from checker.model.tables import StatCell, StatTable

Place = tuple[str, str]
"""Row and column of a cell."""


class Instance(NamedTuple):
    """An equation for one column (or row) ``at`` of a table: its names and the cells that they stand for.

    ``lacking`` are names of rows or columns that the format has and the table has not.
    """

    at: str
    expression: Expression
    places: Mapping[Reference, Place]
    cells: Mapping[Reference, StatCell]
    lacking: tuple[str, ...] = ()

    @property
    def unknown(self) -> tuple[Reference, ...]:
        """Names whose cells hold neither a number nor nothing."""
        known = (CellState.NUMBER, CellState.BLANK)
        return tuple(name for name, cell in self.cells.items() if cell.state not in known)

    @property
    def blank(self) -> tuple[Reference, ...]:
        """Names whose cells are blank, which count as zero."""
        return tuple(name for name, cell in self.cells.items() if cell.state is CellState.BLANK)

    def values(self) -> dict[Reference, Decimal]:
        """Give the numbers; a blank is zero."""
        return {name: Decimal(0) if cell.value is None else cell.value for name, cell in self.cells.items()}


def instances(table: StatTable, for_each: str, holds: str, groups: Mapping[str, Sequence[str]]) -> Iterator[Instance]:
    """Give the equation ``holds`` for each column (``for_each``: column; names are rows) or row (names are columns).

    Names that the format of the table has not are left out of groups; an equation that names one itself does not apply.
    """
    expression = parse_expression(holds, {name: _known(table, for_each, keys) for name, keys in groups.items()})
    named = {name for keys in groups.values() for name in keys}
    for at in _axis(table, for_each):
        places = {name: _place(for_each, name[0], at) for name in expression.references}
        cells = {name: cell for name, (row, column) in places.items() if (cell := table.cell(row, column))}
        lacking = tuple(name[0] for name in places if name not in cells)
        outside = [name for name in lacking if name not in named and not _is_missing(table, for_each, name)]
        if cells and not outside:
            yield Instance(at, expression, places, cells, lacking)


def _place(for_each: str, name: str, at: str) -> Place:
    return (name, at) if for_each == "column" else (at, name)


def _known(table: StatTable, for_each: str, keys: Sequence[str]) -> tuple[str, ...]:
    names = _names(table, for_each)
    return tuple(key for key in keys if key in names or _is_missing(table, for_each, key))


def _names(table: StatTable, for_each: str) -> set[str]:
    if for_each == "column":
        return set(table.cells)
    return {column for columns in table.cells.values() for column in columns}


def _axis(table: StatTable, for_each: str) -> list[str]:
    if for_each == "row":
        return list(table.cells)
    return list(dict.fromkeys(column for columns in table.cells.values() for column in columns))


def _is_missing(table: StatTable, for_each: str, key: str) -> bool:
    axis = "row" if for_each == "column" else "column"
    return any(one.axis == axis and one.key == key for one in table.missing)
