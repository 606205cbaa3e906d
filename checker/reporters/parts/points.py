"""Points in hundredths: rounded so that what is printed adds up and never promises more than there is."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from checker.model.result import Score

_ALL = 100 * 100


def hundredths(points: Fraction) -> int:
    """Round a bound down: 59.999 must not look like a 60 that the grade denies."""
    return floor(points * 100)


def ledger(score: Score) -> tuple[tuple[str, int], ...]:
    """Round the entries so that with the rounded upper bound they give exactly 100 (largest remainders go up)."""
    exact = [entry.lost * 100 for entry in score.ledger]
    whole = [floor(lost) for lost in exact]
    missing = _ALL - hundredths(score.upper) - sum(whole)
    by_remainder = sorted(range(len(exact)), key=lambda index: (whole[index] - exact[index], index))
    raised = set(by_remainder[: max(missing, 0)])
    return tuple((entry.rule, whole[index] + (index in raised)) for index, entry in enumerate(score.ledger))


def printed(points: Fraction) -> str:
    """Write a bound with at most two decimals."""
    whole, rest = divmod(hundredths(points), 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def interval(score: Score) -> str:
    """Write one number when both bounds meet, else both."""
    lower, upper = printed(score.lower), printed(score.upper)
    return lower if lower == upper else f"{lower}-{upper}"
