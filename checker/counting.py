"""Arithmetic with the numbers of a text: intervals of approximate numbers, printed percentages, numbers by their place."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model.quantity import Quantity

RATES = frozenset({"%", "百分点", "个百分点", "倍"})
_CLAUSE_AT_MOST = 80  # characters to each side


class Interval(NamedTuple):
    """The values that a number may have; both ends are included."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, quantity: Quantity) -> Interval:
        """Give the interval of a number as written: a point, unless it is approximate."""
        return cls(quantity.low, quantity.high)

    def meets(self, other: Interval) -> bool:
        """Tell whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high


def total(quantities: Iterable[Quantity]) -> Interval:
    """Add numbers, approximate ones as intervals."""
    low = high = Decimal(0)
    for one in quantities:
        low, high = low + one.low, high + one.high
    return Interval(low, high)


def percent(part: Interval, whole: Interval) -> Interval | None:
    """Give what per cent ``part`` is of ``whole``; None where the whole may be zero."""
    if whole.low <= 0:
        return None
    return Interval(part.low * 100 / whole.high, part.high * 100 / whole.low)


def prints_as(true: Interval, printed: Quantity) -> bool:
    """Tell whether a writer may print ``true`` so: rounded or cut off at the last decimal that is printed (23.48: ±0.01)."""
    exponent = int(printed.value.as_tuple().exponent)
    unit = Decimal(1).scaleb(min(exponent, 0))
    return true.low < printed.high + unit and printed.low - unit < true.high


def change(now: Interval, before: Interval) -> Interval | None:
    """Give by how many per cent ``now`` is more than ``before``, less than zero where it is less; None where that is zero."""
    ratio = percent(now, before)
    return Interval(ratio.low - 100, ratio.high - 100) if ratio else None


class Counts(NamedTuple):
    """The numbers of a report by their place; ``quantities`` are in reading order."""

    prose: str
    quantities: Sequence[Quantity]

    def within(self, span: Span) -> Sequence[Quantity]:
        """Give the numbers that begin inside ``span``."""
        first, behind = (bisect_left(self.quantities, at, key=lambda one: one.start) for at in span)
        return self.quantities[first:behind]

    def clause(self, quantity: Quantity) -> Span:
        """Give the words around a number up to the next 、,;:。() or line, at most 80 characters to each side."""
        before = max(quantity.start - _CLAUSE_AT_MOST, 0)
        head = compiled(r"[^、,;:。!?()\n]*+\Z").search(self.prose, before, quantity.start)
        tail = compiled(r"[^、,;:。!?()\n]*+").match(self.prose, quantity.end, quantity.end + _CLAUSE_AT_MOST)
        return Span(head.start() if head else quantity.start, tail.end() if tail else quantity.end)
