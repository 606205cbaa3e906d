"""Totals and their parts in prose (总数与分项): parts that exceed the total, parts of a complete list that fall short of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.counting import Counts, Interval, total
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.relations import Sum
    from checker.model.report import Report
    from checker.model.result import Observation

_PROMISED = frozenset({"rest", "announced", "partition", "divided", "told"})
_YEAR = r"(?<!\d)(?:19|20)\d\d(?=年)|上年|去年"
_TOGETHER = 60  # characters at most between a total and its parts that are shown as one passage


class Params(NamedTuple):
    """``fault``: ``exceeds`` (the parts are more than the total), ``short`` (the parts of a complete list are less).

    ``stated`` are either of them where one sentence says that the numbers are the total's parts and leaves nothing open; ``far`` are the doubtful ones: a total that stands apart from its parts, an approximate total, a long list that nearly adds up.
    """

    fault: str


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``addition`` of the ``parts`` (12＋20), its ``sum``, the ``total`` as written, the ``difference``."""
    return frozenset({"addition", "sum", "total", "difference"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Hold every total against its parts; a text that has none says nothing wrong."""
    broken = [one for one in report.sums if fault_of(one) == params.fault and not _of_another_year(report, one)]
    yield from (_broken(report, one) for one in broken)
    if not broken:
        yield Held(len(report.sums))


def fault_of(one: Sum) -> str:
    """Name what is the matter with a total and its parts; empty where nothing is."""
    made, whole = total(one.parts), Interval.of(one.total)
    if made.meets(whole):
        return ""
    exceeds = made.low > whole.high
    promised = one.closed in _PROMISED
    exact = not one.total.approximate and made.low == made.high
    if one.stated and exact and (exceeds or one.closed == "rest"):
        return "stated"
    if exceeds and (one.near or (promised and exact)):
        return "exceeds"
    if promised and one.near and not one.total.approximate:
        return "short"
    return "far" if promised or one.closed or exceeds else ""


def _of_another_year(report: Report, one: Sum) -> bool:
    """Tell whether the total is one of another year, while its parts stand in a sentence of their own."""
    sentence = report.sentence_at(one.total.start)
    if report.year is None or sentence.start <= one.parts[0].start < sentence.end:
        return False
    years = compiled(_YEAR).findall(report.prose, sentence.start, one.total.start)
    return bool(years) and years[-1] != str(report.year)


def _broken(report: Report, one: Sum) -> Broken:
    made = total(one.parts)
    value = sum((part.value for part in one.parts), Decimal(0))
    whole = one.total.value
    values: dict[str, str | int] = {
        "addition": "＋".join(_printed(part.value) for part in one.parts),
        "sum": _printed(value),
        "total": report.text[one.total.start : one.total.end],
        "difference": _printed(abs(value - whole)),
    }
    exact = made.low == made.high and not one.total.approximate
    return Broken(
        _spans(report, one),
        values,
        section=report.section_at(one.total.start),
        related=tuple(Span(part.start, part.end) for part in (one.total, *one.parts)),
        suggestion=_suggested(one, value) if exact else None,
    )


def _spans(report: Report, one: Sum) -> tuple[Span, ...]:
    """Give the passage from the total's clause to the last part; two passages where they stand far apart."""
    counts = Counts(report.prose, report.quantities)
    whole = counts.clause(one.total)
    first = one.parts[0]
    start = counts.clause(first).start if one.total.start < first.start else report.sentence_at(first.start).start
    parts = Span(start, max(part.end for part in one.parts))
    if parts.start - whole.end > _TOGETHER or whole.start - parts.end > _TOGETHER:
        return (parts, whole)
    return (Span(min(whole.start, parts.start), max(one.total.end, parts.end)),)


def _suggested(one: Sum, value: Decimal) -> str:
    """Say what the total would be, and which part, if one figure of it were another, would make the total right."""
    unit = one.total.unit
    advice = f"如各分项无误，总数应为{_printed(value)}{unit}"
    likely = [part for part in one.parts if _one_digit(part.value, part.value + one.total.value - value)]
    if len(likely) == 1 and not _one_digit(one.total.value, value):
        right = likely[0].value + one.total.value - value
        return f"如总数无误，“{_printed(likely[0].value)}”或应为“{_printed(right)}”；{advice}"
    return advice


def _one_digit(first: Decimal, second: Decimal) -> bool:
    """Tell whether two numbers differ in one digit."""
    ours, theirs = _printed(first), _printed(second)
    return len(ours) == len(theirs) and sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1


def _printed(value: Decimal) -> str:
    return f"{value.normalize():f}"
