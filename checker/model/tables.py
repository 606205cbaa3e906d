"""The statutory tables as understood (法定统计表): cells by the format's own rows and columns, raw values never repaired."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from checker.model.document import Span


class CellState(StrEnum):
    """What stands in a cell: a number, nothing, a mark for nothing (/ — 无), words, or what could not be read."""

    NUMBER = "number"
    BLANK = "blank"
    DASH = "dash"
    TEXT = "text"
    UNREADABLE = "unreadable"


class StatCell(NamedTuple):
    """A cell of a statutory table: as printed, its value if that is a number, and its range in the running text.

    ``unit`` is a unit printed inside the cell (元, 件). ``sure`` is False where the cell was placed by position alone.
    """

    raw: str
    value: Decimal | None
    state: CellState
    span: Span
    unit: str = ""
    sure: bool = True


class PrintedLabel(NamedTuple):
    """A row's or column's label as printed (``raw``), and what the format prints; ``axis`` is ``row`` or ``column``."""

    axis: str
    key: str
    raw: str
    official: str
    span: Span


class Missing(NamedTuple):
    """A ``row`` or ``column`` (``axis``) that the format has and the table lacks, and the label that the format prints."""

    axis: str
    key: str
    official: str


class Stray(NamedTuple):
    """What the table has and the format has not: a ``row``, a ``column`` or a ``cell`` (a value too many in a row)."""

    axis: str
    raw: str
    span: Span


class StatTable(NamedTuple):
    """A statutory table: ``cells`` by row and column key of its format ``era``; ``span`` is its range in the running text.

    ``missing`` are the rows and columns that the format has and the table lacks. ``readable`` is False where the
    table is there and its cells cannot be told apart (numbers run together in a copy).
    """

    key: str
    era: str
    span: Span
    cells: Mapping[str, Mapping[str, StatCell]] = MappingProxyType({})
    labels: tuple[PrintedLabel, ...] = ()
    missing: tuple[Missing, ...] = ()
    strays: tuple[Stray, ...] = ()
    readable: bool = True

    def cell(self, row: str, column: str) -> StatCell | None:
        """Give the cell in ``row`` and ``column``; None where the table has none."""
        return self.cells.get(row, {}).get(column)

    def all_cells(self) -> Iterator[tuple[str, str, StatCell]]:
        """Give every cell with its row and column, in the format's order."""
        for row, columns in self.cells.items():
            for column, cell in columns.items():
                yield row, column, cell
