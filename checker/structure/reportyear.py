"""The year reported on: what title, period, introduction, signature and publication say, by vote."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.years import YEAR, year_value

if TYPE_CHECKING:
    from datetime import date

    from checker.model.document import Span
    from checker.model.report import Dated
    from checker.structure.identity import Names
    from checker.structure.source import Source

_LEADING = rf"(?:^|(?<=[。;\n\s]))({YEAR})(?:度|全年)?\s?,"
_BARE_YEAR = r"(?<![\d.])(?:19|20)\d{2}(?!\d)"
_ENOUGH = 2
FIRST_YEAR = 2000
LAST_YEAR = 2099


class Clues(NamedTuple):
    """Where a report names its year: title, name in the introduction, page title, period, signature and publication."""

    names: Names
    page_title: Span | None
    period: tuple[date, date] | None
    signed: Dated | None
    published: Dated | None


def report_year_of(source: Source, clues: Clues) -> int | None:
    """Give the year, or None when nothing names one.

    Title and period weigh most; a slip in one of them is outvoted by the rest, so that it can be pointed at.
    """
    votes: Counter[int] = Counter()
    for span, weight in ((clues.names.title, 3), (clues.names.self_name, 2), (clues.page_title, 2)):
        for year in _years(source, span)[:1]:
            votes[year] += weight
    if clues.period:
        votes[clues.period[1].year] += 3
    for dated in (clues.signed, clues.published):
        if dated:
            votes[dated.value.year - 1] += 2
    leading = _leading(source)
    if leading and (votes or leading[1] >= _ENOUGH):
        votes[leading[0]] += 2
    best = max(votes.values(), default=0)
    tied = [year for year in votes if votes[year] == best and FIRST_YEAR <= year <= LAST_YEAR]
    return tied[0] if tied else None


def _years(source: Source, span: Span | None) -> list[int]:
    if span is None:
        return []
    words = "".join(source.document.text[span.start : span.end].split())
    values = [year_value(match.group()) for match in compiled(rf"{YEAR}|{_BARE_YEAR}").finditer(words)]
    return [value for value in values if value is not None]


def _leading(source: Source) -> tuple[int, int] | None:
    """Count the years that lead sentences: a report on 2017 begins many of them with 2017年."""
    values = Counter(
        year_value(match.group(1))
        for match in compiled(_LEADING).finditer(source.prose, source.extent.start, source.extent.end)
    )
    values.pop(None, None)
    ranked = sorted(values.items(), key=lambda item: (-item[1], item[0] or 0))
    return (ranked[0][0] or 0, ranked[0][1]) if ranked else None
