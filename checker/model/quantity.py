"""A number with its unit, as a text writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal


class Quantity(NamedTuple):
    """A number with its unit (数量). An approximate one (余, 多, 近, 约, 万余) lies in ``[low, high]``."""

    start: int
    end: int
    value: Decimal
    unit: str
    low: Decimal
    high: Decimal

    @property
    def approximate(self) -> bool:
        """Tell whether the number was written as approximate."""
        return self.low != self.high
