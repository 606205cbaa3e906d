"""An equation between the cells of a statutory table holds for each of its columns or rows (表内勾稽关系)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from checker.kinds.identity.instances import Instance, instances
from checker.kinds.identity.wording import label_of, number, side
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.expr import Reference
    from checker.model.report import Report
    from checker.model.result import Observation
    from checker.model.tables import StatTable


class Params(NamedTuple):
    """``holds`` is an equation between rows (``for_each``: column) or columns (``for_each``: row) of ``table``.

    ``sum(NAME)`` stands for what ``groups`` lists under the name; of these, what the table's era has not is left out.
    ``blame`` is the name whose cell is pointed at.
    """

    table: str
    for_each: Literal["column", "row"]
    holds: str
    blame: str
    groups: Mapping[str, tuple[str, ...]] = {}


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """The label ``at``; both sides in words (``left``, ``right``) and numbers (``lhs``, ``rhs``), ``delta``; the ``blank`` to blame."""
    return frozenset({"at", "left", "right", "lhs", "rhs", "delta", "blank"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Judge the equation for every column or row; cells that are neither numbers nor blank leave it open."""
    table = report.tables.get(params.table)
    if table is None or not table.readable:
        yield Unknown("没有可读的这张表", "there is no such table that can be read")
        return
    for one in instances(table, params.for_each, params.holds, params.groups):
        yield _judged(params, table, one)


def _judged(params: Params, table: StatTable, one: Instance) -> Observation:
    if one.unknown or one.lacking:
        names = [*(label_of(table, one, name) for name in one.unknown), *one.lacking]
        words = "、".join(dict.fromkeys(names))
        return Unknown(f"“{words}”不是数字或缺失，无法核对", f"“{words}” is no number or is missing")
    values = one.values()
    left, right = one.expression.left.value(values), one.expression.right.value(values)
    if one.expression.holds(left, right):
        return Held()
    if not all(cell.sure for cell in one.cells.values()):
        return Unknown("单元格按位置读取，可能错位", "cells were placed by position and may be off")
    return _broken(params, table, one, left, right)


def _broken(params: Params, table: StatTable, one: Instance, left: Decimal, right: Decimal) -> Broken:
    blank, right_value = _blank(one, left - right)
    blamed = blank or (params.blame,)
    cell = one.cells.get(blamed) or next(iter(one.cells.values()))
    said = f"（{label_of(table, one, blank)} 留空，应为 {number(right_value)}）" if blank else ""
    values: dict[str, str | int] = {
        "at": label_of(table, one, None),
        "left": side(table, one, one.expression.left),
        "right": side(table, one, one.expression.right),
        "lhs": number(left),
        "rhs": number(right),
        "delta": number(abs(left - right)),
        "blank": said,
    }
    others = tuple(
        other.span
        for name, other in one.cells.items()
        if other is not cell and (other.value or name[0] == params.blame)
    )
    return Broken((cell.span,), values, related=others, suggestion=number(right_value) if blank else None)


def _blank(one: Instance, difference: Decimal) -> tuple[Reference | None, Decimal]:
    """Find the one blank cell that a number would put right, and that number."""
    if len(one.blank) != 1:
        return None, Decimal(0)
    name = one.blank[0]
    times = one.expression.left.terms.get(name, 0) - one.expression.right.terms.get(name, 0)
    value = -difference / times if times else Decimal(-1)
    return (name, value) if value > 0 and value % 1 == 0 else (None, Decimal(0))
