"""A number that counts something has its unit, where the numbers beside it have theirs (申请8件、咨询12，答复5件)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model.quantity import Quantity
    from checker.model.report import Report
    from checker.model.result import Observation

_NO_COUNTS = frozenset({"", "%", "百分点", "个百分点", "倍", "元", "万元", "亿元", "美元", "分"})
_CLAUSE_AT_MOST = 24  # characters of the clause that are shown before the number


class Params(NamedTuple):
    """``beside``: how many of the two numbers before and behind must have a unit; with 2, the two must have the same one.

    Both stand at most ``reach`` characters off, in the same sentence; a list in which a second number lacks its unit
    leaves it to its head and is no fault. ``unless``: no fault where this pattern ends just before the number.
    """

    beside: int
    reach: int = 40
    unless: str = ""


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` pointed at; the ``number`` and the ``unit`` of the number beside it."""
    return frozenset({"words", "number", "unit"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Judge every number without a unit; a text in which each has one says nothing wrong."""
    broken = list(_bare(params, report))
    yield from broken
    if not broken:
        yield Held(len(report.quantities))


def _bare(params: Params, report: Report) -> Iterator[Broken]:
    quantities = report.quantities
    for index, one in enumerate(quantities):
        if one.unit or one.value <= 0 or one.value % 1 or one.approximate:
            continue
        beside = _beside(params, report, quantities, index)
        if len(beside) >= params.beside and len(set(beside)) == 1 and not _excused(params, report, one):
            yield _broken(report, one, beside[0])


def _beside(params: Params, report: Report, quantities: Sequence[Quantity], index: int) -> list[str]:
    """Give the units of the counts just before and behind; none at all where one of these lacks its unit, too."""
    one, units = quantities[index], []
    for step in (-1, 1):
        other = _count_beside(params, report, quantities, index, step)
        if other is None:
            continue
        if not other.unit and other.value > 0:
            return []
        units += [other.unit] if other.unit else []
    return units if report.prose[one.end : one.end + 1] in ("", *",、;。)\n") else []


def _count_beside(
    params: Params, report: Report, quantities: Sequence[Quantity], index: int, step: int
) -> Quantity | None:
    """Give the next count on one side of a number, past one share (占52.9%)."""
    one = quantities[index]
    for at in (index + step, index + 2 * step):
        if not 0 <= at < len(quantities):
            return None
        other = quantities[at]
        first, second = (one, other) if step > 0 else (other, one)
        if second.start - first.end > params.reach or compiled(r"[。!?\n]").search(
            report.prose, first.end, second.start
        ):
            return None
        if not other.unit or other.unit not in _NO_COUNTS:
            return other
    return None


def _excused(params: Params, report: Report, one: Quantity) -> bool:
    before = max(one.start - _CLAUSE_AT_MOST, report.extent.start)
    return bool(params.unless and compiled(rf"(?:{params.unless})\Z").search(report.prose, before, one.start))


def _broken(report: Report, one: Quantity, unit: str) -> Broken:
    clause = compiled(r"[^,、。;:!?()\n]*+\Z").search(
        report.prose, max(one.start - _CLAUSE_AT_MOST, report.extent.start), one.start
    )
    shown = Span(clause.start() if clause else one.start, one.end)
    values: dict[str, str | int] = {
        "words": report.text[shown.start : shown.end],
        "number": report.text[one.start : one.end],
        "unit": unit,
    }
    return Broken((shown,), values)
