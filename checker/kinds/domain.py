"""What may stand in the cells of a statutory table: numbers, whole and not negative, in the format's own unit (单元格取值)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from checker.model.record import NamedTuple
from checker.model.result import Broken, Held, Unknown
from checker.model.tables import CellState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report
    from checker.model.result import Observation
    from checker.model.tables import StatCell

_MOST_SHOWN = 12  # further cells are counted, not shown


class Params(NamedTuple):
    """What the cells of ``table`` must not be.

    They are not ``blank``, hold no ``mark`` (/, —, 无) or ``words`` for a number, are not ``unreadable``, ``negative``, no ``fraction``, have
    no ``unit`` of their own, are not ``above`` a number (``most``).
    ``rows`` and ``columns`` are those looked at, all where left out; ``beside`` those left out, as row/column. ``units`` are the
    printed units that are fine. All such cells of a table are one finding.
    """

    table: str
    check: Literal["blank", "mark", "words", "unreadable", "negative", "fraction", "unit", "above"]
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    most: int = 0


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` of the first such cell, its ``row`` and ``column`` as the format prints them, and how many there are (``count``)."""
    return frozenset({"words", "row", "column", "count"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look at every cell once; what is wrong with several cells of a table is said once."""
    table = report.tables.get(params.table)
    if table is None or not table.readable:
        yield Unknown("没有可读的这张表", "there is no such table that can be read")
        return
    looked_at = [(row, column, cell) for row, column, cell in table.all_cells() if _is_meant(params, row, column)]
    found = [one for one in looked_at if _is_wrong(params, one[2])]
    if not found:
        yield Held(len(looked_at)) if looked_at else Unknown("表中没有这些单元格", "the table has no such cells")
        return
    row, column, first = found[0]
    labels = {(one.axis, one.key): one.official for one in table.labels}
    values: dict[str, str | int] = {
        "words": " ".join(first.raw.split()),
        "row": labels.get(("row", row), row),
        "column": labels.get(("column", column), column),
        "count": len(found),
    }
    related = tuple(cell.span for _, _, cell in found[1:_MOST_SHOWN])
    yield Broken((first.span,), values, about=params.table, related=related)


def _is_meant(params: Params, row: str, column: str) -> bool:
    return (
        (not params.rows or row in params.rows)
        and (not params.columns or column in params.columns)
        and f"{row}/{column}" not in params.beside
    )


_STATES = {
    "blank": CellState.BLANK,
    "mark": CellState.DASH,
    "words": CellState.TEXT,
    "unreadable": CellState.UNREADABLE,
}


def _is_wrong(params: Params, cell: StatCell) -> bool:
    if params.check in _STATES:
        return cell.state is _STATES[params.check]
    value = cell.value or Decimal(0)
    match params.check:
        case "negative":
            return value < 0
        case "fraction":
            return value % 1 != 0
        case "unit":
            return bool(cell.unit) and cell.unit not in params.units
    return value > params.most
