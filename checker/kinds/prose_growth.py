"""Growth that is told agrees with the numbers beside it (由100件增加到120件，增长20%): direction, rate and difference."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Literal

from checker.counting import Interval, change, prints_as
from checker.model.record import NamedTuple
from checker.model.result import Broken, Fix, Held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.quantity import Quantity
    from checker.model.relations import Growth
    from checker.model.report import Report
    from checker.model.result import Observation

_OPPOSITE = {"增长": "下降", "增加": "减少", "上升": "下降", "提高": "降低", "提升": "降低"}
_TURNED = _OPPOSITE | {"下降": "增长", "减少": "增加", "降低": "提高"}


class Params(NamedTuple):
    """``flaw``: the ``direction`` is that of the numbers; the ``rate``, or the ``difference``, is what they make."""

    flaw: Literal["direction", "rate", "difference"]


def placeholders(params: Params) -> frozenset[str]:
    """``now`` and ``before``, as written or found by the difference; besides, what is ``printed`` and what is ``right``."""
    del params
    return frozenset({"now", "before", "printed", "right"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Judge every change that is told with the numbers it is made of."""
    look = {"direction": _turned, "rate": _rate, "difference": _difference}[params.flaw]
    broken = [found for growth in report.growths if (found := look(growth, report))]
    yield from broken
    if not broken:
        yield Held(len(report.growths))


def _wrong_way(growth: Growth) -> bool:
    now, before = growth.now, growth.before
    if not now or not before:
        return False
    return now.high < before.low if growth.direction > 0 else now.low > before.high


def _turned(growth: Growth, report: Report) -> Broken | None:
    if not _wrong_way(growth) or not growth.turn or not growth.now or not growth.before:
        return None
    word = report.text[growth.turn.start : growth.turn.end]
    right = _TURNED.get(word, "")
    # Where the rate or the difference is that of the numbers, the word alone is wrong; 减少34件,降至367件 has two such words.
    sure = right and _agrees(growth) and growth.now.start < growth.turn.start
    told = {"now": growth.now, "before": growth.before}
    values: dict[str, str | int] = {name: _written(one, report) for name, one in told.items()}
    values |= {"printed": word, "right": right or ("减少" if growth.direction > 0 else "增加")}
    return Broken(
        (growth.words,),
        values,
        suggestion=right or None,
        fixes=(Fix(growth.turn, right),) if sure else (),
    )


def _agrees(growth: Growth) -> bool:
    true, rate, difference = _true_rate(growth), growth.rate, growth.difference
    if rate:
        return true is not None and _prints(true, rate)
    gap = _gap(growth)
    return bool(difference and gap and gap.meets(Interval.of(difference)))


def _rate(growth: Growth, report: Report) -> Broken | None:
    true = _true_rate(growth)
    if true is None or not growth.rate or _wrong_way(growth) or _prints(true, growth.rate):
        return None
    middle = _exact(growth)
    right = f"{middle.quantize(_decimals(growth.rate), ROUND_HALF_UP)}%"
    return _broken(growth, report, growth.rate, right)


def _difference(growth: Growth, report: Report) -> Broken | None:
    gap, told = _gap(growth), growth.difference
    if gap is None or told is None or _wrong_way(growth) or not growth.now or not growth.before:
        return None
    points = growth.now.unit == "%"
    if prints_as(gap, told) if points else gap.meets(Interval.of(told)):
        return None
    return _broken(growth, report, told, f"{abs(growth.now.value - growth.before.value)}{told.unit}")


def _broken(growth: Growth, report: Report, printed: Quantity, right: str) -> Broken:
    now, before = growth.now, growth.before
    values: dict[str, str | int] = {
        "now": _written(now, report) if now else "",
        "before": _written(before, report) if before else f"{_before(growth).low}{now.unit if now else ''}",
        "printed": _written(printed, report),
        "right": right,
    }
    return Broken((growth.words,), values, suggestion=right)


def _before(growth: Growth) -> Interval:
    """Give the earlier number, or what the later one and the difference make of it."""
    if growth.before:
        return Interval.of(growth.before)
    now, difference = growth.now, growth.difference
    if not now or not difference:
        return Interval(Decimal(0), Decimal(0))
    if growth.direction > 0:
        return Interval(now.low - difference.high, now.high - difference.low)
    return Interval(now.low + difference.low, now.high + difference.high)


def _true_rate(growth: Growth) -> Interval | None:
    """Give the rate of the numbers, without a sign."""
    if not growth.now or growth.now.unit == "%":
        return None
    true = change(Interval.of(growth.now), _before(growth))
    return _unsigned(true) if true else None


def _gap(growth: Growth) -> Interval | None:
    if not growth.now or not growth.before:
        return None
    now, before = growth.now, growth.before
    return _unsigned(Interval(now.low - before.high, now.high - before.low))


def _unsigned(one: Interval) -> Interval:
    least = Decimal(0) if one.low <= 0 <= one.high else min(abs(one.low), abs(one.high))
    return Interval(least, max(abs(one.low), abs(one.high)))


def _exact(growth: Growth) -> Decimal:
    before = growth.before.value if growth.before else _before(growth).low
    return abs(growth.now.value - before) * 100 / before if growth.now else Decimal(0)


def _prints(true: Interval, rate: Quantity) -> bool:
    """增长1.2倍 is by 120%; 增长2倍 may be meant as to twice as much."""
    if rate.unit != "倍":
        return prints_as(true, rate)
    scaled = Interval(true.low / 100, true.high / 100)
    return prints_as(scaled, rate) or prints_as(Interval(scaled.low + 1, scaled.high + 1), rate)


def _decimals(printed: Quantity) -> Decimal:
    return Decimal(1).scaleb(min(int(printed.value.as_tuple().exponent), 0))


def _written(one: Quantity, report: Report) -> str:
    return " ".join(report.text[one.start : one.end].split())
