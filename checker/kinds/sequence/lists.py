"""Which headings and items are counted together: those of one style below one heading, the items of one passage."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.kinds.sequence.ordinals import MOST
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.model.report import Heading, Report

_BOUNDS = frozenset({"part", "han", "han_bracket", "markup", "none"})
_NUMBER = (
    r" *(?:第[一二三四五六七八九十]{1,3}部分|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}(?: ?[、.]|是)"
    r"|\d{1,2}[、.]|\(\d{1,2}\)|[①-⑳])"
)
_WORDED = r"[一-鿿“《〈A-Za-z]"
_FIGURE_BEHIND = r"\s\d"


class Siblings(NamedTuple):
    """Numbers counted together, and the range ``[start, stop)`` in which the list stands.

    ``before`` and ``behind`` are the nearest numbers of the style outside the list.
    """

    members: tuple[Heading, ...]
    start: int
    stop: int
    main: bool = False
    parent: Heading | None = None
    before: Heading | None = None
    behind: Heading | None = None


def number_of(heading: Heading, report: Report) -> Span:
    """Give the range of a heading's number."""
    match = compiled(_NUMBER).match(report.folded, heading.start, heading.end)
    return Span(heading.start, match.end() if match else heading.start)


def heading_lists(style: str, report: Report) -> Iterator[Siblings]:
    """Group the headings of ``style`` by the heading above them."""
    parents = _parents(report.outline)
    alike = [one for one in _judged(report) if one.style == style]
    at = 0
    for _, group in groupby(alike, key=lambda one: parents[one.start]):
        members = tuple(group)
        parent = parents[members[0].start]
        start, stop = (number_of(parent, report).end, parent.stop) if parent else report.extent
        before = alike[at - 1] if at else None
        at += len(members)
        behind = alike[at] if at < len(alike) else None
        if parent or members[0].level == 1:
            yield Siblings(members, start, stop, members[0].level == 1, parent, before, behind)


def _parents(outline: Iterable[Heading]) -> dict[int, Heading | None]:
    above: list[Heading] = []
    found: dict[int, Heading | None] = {}
    for heading in outline:
        while above and above[-1].level >= heading.level:
            above.pop()
        found[heading.start] = above[-1] if above else None
        above.append(heading)
    return found


def _judged(report: Report) -> list[Heading]:
    """Leave out what may be a table's row, unless it begins one of the parts, and what is not worded as a heading."""
    parts = {section.start for section in report.sections.values()}
    headings = [one for one in report.outline if one.style != "item"]
    ends = [*(one.start for one in headings), report.extent.end][1:]
    return [
        heading
        for heading, end in zip(headings, ends, strict=False)
        if heading.start in parts or (_is_worded(heading) and not _is_row(report, heading, end))
    ]


def _is_worded(heading: Heading) -> bool:
    return bool(heading.ordinal and heading.ordinal <= MOST and compiled(_WORDED).match(heading.title))


def _is_row(report: Report, heading: Heading, end: int) -> bool:
    """Figures and no sentence follow, or the file has a table there."""
    if any(table.start <= heading.start < table.end for table in report.document.tables):
        return True
    figures = compiled(_FIGURE_BEHIND).search(report.folded, heading.end, end)
    return figures is not None and report.folded.find("。", heading.start, end) < 0


def item_lists(report: Report) -> Iterator[Siblings]:
    """Cut the items 一是、二是 at headings, but not where they go on exactly behind a lesser one: it may be none."""
    last = {(one.style, one.ordinal): one.start for one in report.outline}
    members: list[Heading] = []
    parent: Heading | None = None
    start = until = report.extent.start
    for above, items, stop in _passages(report):
        if members and not (above and above.level > 1 and _follows(members[-1], items[0])):
            yield Siblings(tuple(members), start, until, parent=parent)
            members = []
        if not members:
            parent, start = above, _words_from(above, last, report)
        members += items
        until = stop
    if members:
        yield Siblings(tuple(members), start, until, parent=parent)


def _follows(one: Heading, other: Heading) -> bool:
    return other.ordinal == (one.ordinal or 0) + 1


def _passages(report: Report) -> Iterator[tuple[Heading | None, list[Heading], int]]:
    above: Heading | None = None
    items: list[Heading] = []
    for heading in report.outline:
        if heading.style in _BOUNDS:
            if items:
                yield above, items, heading.start
            above, items = heading, []
        elif heading.style == "item" and heading.ordinal and heading.ordinal <= MOST:
            items.append(heading)
    if items:
        yield above, items, report.extent.end


def _words_from(above: Heading | None, last: Mapping[tuple[str, int | None], int], report: Report) -> int:
    """The number of a lesser heading may itself be the first of the enumeration (1.…二是…), if nothing else follows it."""
    if above is None:
        return report.extent.start
    followed = last.get((above.style, (above.ordinal or 0) + 1), -1) > above.start
    return number_of(above, report).end if above.level == 1 or followed else above.start
