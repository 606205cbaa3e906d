"""Rates with their intervals: a rate of 8 in 8 is not a rate of 800 in 800."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` in ``trials``."""

    hits: int
    trials: int

    @property
    def value(self) -> float | None:
        """The share itself; None of nothing."""
        return self.hits / self.trials if self.trials else None

    def interval(self) -> tuple[float, float]:
        """Give Wilson's score interval at 95 %."""
        if not self.trials:
            return 0.0, 1.0
        n, share = self.trials, self.hits / self.trials
        middle = share + _Z**2 / (2 * n)
        half = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        scale = 1 + _Z**2 / n
        return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)

    def __add__(self, other: Rate) -> Rate:
        """Put two counts together."""
        return Rate(self.hits + other.hits, self.trials + other.trials)

    def __str__(self) -> str:
        """Write the share with its interval."""
        if self.value is None:
            return "–"
        low, high = self.interval()
        return f"{self.value:.3f} [{low:.3f}, {high:.3f}]"
