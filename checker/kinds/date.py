"""A date is whole, exists in the calendar, and does not lie before the end of what it closes."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Dated, DateMention, Report
    from checker.model.result import Observation

_DECEMBER = 12


class Params(NamedTuple):
    """``flaw``: what is looked for; ``what``: in what.

    ``garbled``: text damaged in copying, of the sort ``what`` (date, document_number, text). ``impossible``: a date that no
    calendar has. ``before_period_end``: the report was ``published`` or, in December, ``signed`` before its period, or
    without one its year, was over.
    """

    flaw: Literal["garbled", "impossible", "before_period_end"]
    what: Literal["date", "document_number", "text", "published", "signed"] = "date"


def placeholders(params: Params) -> frozenset[str]:
    """``words`` that are damaged or no date; ``date`` and the ``end`` that it lies before."""
    return frozenset({"date", "end"} if params.flaw == "before_period_end" else {"words"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look at the damaged places, at every date, or at the report's own date."""
    if params.flaw == "before_period_end":
        yield _closed(params, report)
        return
    spans = _garbled(params, report) if params.flaw == "garbled" else _impossible(report)
    yield from (Broken((span,), {"words": report.text[span.start : span.end]}) for span in spans)
    if not spans:
        yield Held()


def _garbled(params: Params, report: Report) -> list[Span]:
    return [Span(one.start, one.end) for one in report.damages if one.what == params.what]


def _impossible(report: Report) -> list[Span]:
    return [
        Span(one.start, one.end)
        for one in report.dates
        if not one.valid and _is_plain(report, one) and not _is_damaged(report, one)
    ]


def _is_plain(report: Report, one: DateMention) -> bool:
    """Tell whether the words can be nothing but a date: written with 月, no digit split off before them."""
    before = report.folded[max(one.start - 3, 0) : one.start]
    return "月" in report.folded[one.start : one.end] and not before.rstrip(" ")[-1:].isdigit()


def _is_damaged(report: Report, one: DateMention) -> bool:
    index = bisect_left(report.damages, one.end, key=lambda damage: damage.start) - 1
    return index >= 0 and report.damages[index].end > one.start


def _closed(params: Params, report: Report) -> Observation:
    dated = report.published if params.what == "published" else report.signed
    if dated is None or report.year is None:
        return Unknown("没有可供判断的日期", "there is no date to judge")
    end = _end(report, report.year)
    if params.what == "signed" and (dated.value.year, dated.value.month) != (report.year, _DECEMBER):
        return Held()  # a signature of another month or year is judged by its year
    if params.what == "signed" and report.published and report.published.value < end:
        return Held()  # told of the date of publication
    return _before(dated, end) if dated.value < end else Held()


def _end(report: Report, year: int) -> date:
    """Give the last day of the period, if it is one of the report year; otherwise that of the year."""
    last = report.period[1] if report.period else None
    return last if last and last.year == year else date(year, 12, 31)


def _before(dated: Dated, end: date) -> Broken:
    values: dict[str, str | int] = {"date": dated.value.isoformat(), "end": end.isoformat()}
    return Broken((dated.span,) if dated.span else (), values, "publication", "document")
