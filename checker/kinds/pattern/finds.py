"""Where patterns stand in a report: read in the lines that can hold them, each place once."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Fix
from checker.patterns import compiled
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

    from checker.kinds.pattern import Params
    from checker.model.report import Report

_INTRODUCTION_AT_MOST = 1500
_END_AT_MOST = 1500
_LINE_AT_MOST = 120
_CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_CHECK_DIGITS = "10X98765432"


class Find(NamedTuple):
    """A place that a pattern found, and what would put it right."""

    span: Span
    fixes: tuple[Fix, ...] = ()


def text_for(params: Params, report: Report) -> str:
    """Give the text that the patterns are looked for in."""
    texts = {"prose": report.prose, "text": report.folded, "written": report.text}
    text, start = texts[params.where], report.extent.start
    if params.at != "head":
        return text
    above = _line_above(report)
    return text[:above] + fold(report.text[above:start]) + text[start:]


def finds_in(text: str, params: Params, report: Report) -> list[Find]:
    """List the finds that count, in reading order; of two that overlap, the first and longest."""
    found = [find for area in _areas(params, report) for find in _finds(params, text, area)]
    return [find for find in _apart(found) if _counts(params, report, find.span)] if found else []


def _finds(params: Params, text: str, area: Span) -> Iterator[Find]:
    for pattern, needed in zip_longest(params.patterns, params.needs, fillvalue=""):
        for stretch in _lines_with(needed, text, area) if needed else (area,):
            for match in compiled(pattern).finditer(text, stretch.start, stretch.end):
                if match.end() > match.start() and _checks(params, match.group()):
                    yield Find(Span(*match.span(_pointed_at(params, match))), tuple(_fixes(params, match)))


def _lines_with(chars: str, text: str, area: Span) -> list[Span]:
    """List the lines that have one of ``chars``: a search for a rare character costs next to nothing."""
    lines: set[Span] = set()
    for char in chars:
        at = text.find(char, area.start, area.end)
        while at >= 0:
            start, end = text.rfind("\n", area.start, at) + 1, text.find("\n", at, area.end)
            lines.add(Span(max(start, area.start), end if end >= 0 else area.end))
            at = text.find(char, end, area.end) if end >= 0 else end
    return sorted(lines)


def _checks(params: Params, words: str) -> bool:
    if not params.checked:
        return True
    total = sum(int(digit) * weight for digit, weight in zip(words[:-1], _CHECK_WEIGHTS, strict=True))
    return words[-1].upper() == _CHECK_DIGITS[total % len(_CHECK_DIGITS)]


def _pointed_at(params: Params, match: regex.Match[str]) -> str | int:
    return next((name for name, words in match.groupdict().items() if words and name not in params.fix), 0)


def _fixes(params: Params, match: regex.Match[str]) -> Iterator[Fix]:
    for name in sorted(match.re.groupindex.keys() & params.fix.keys()):
        yield from (Fix(Span(*span), params.fix[name]) for span in match.spans(name) if span[0] < span[1])


def _areas(params: Params, report: Report) -> list[Span]:
    extent = report.extent
    if params.at == "anywhere":
        return [extent]
    headings = [one.start for one in report.outline if one.style != "item"]
    first, last = (headings[0], headings[-1]) if headings else (extent.end, extent.start)
    areas = []
    if params.at != "end":
        begin = _line_above(report) if params.at == "head" else extent.start
        areas.append(Span(begin, min(first, extent.start + _INTRODUCTION_AT_MOST)))
    if params.at in ("end", "edges"):
        areas.append(Span(max(last, extent.end - _END_AT_MOST), extent.end))
    return areas


def _line_above(report: Report) -> int:
    start = report.extent.start
    lines = report.text[max(start - _LINE_AT_MOST, 0) : start]
    return start - len(lines) + lines.rstrip().rfind("\n") + 1


def _apart(finds: Iterable[Find]) -> Iterator[Find]:
    """Leave out what overlaps an earlier or, at the same place, a longer one."""
    reached = -1
    for find in sorted(finds, key=lambda one: (one.span.start, -one.span.end)):
        if find.span.start >= reached:
            reached = find.span.end
            yield find


def _counts(params: Params, report: Report, span: Span) -> bool:
    if params.sections and report.section_at(span.start) not in params.sections:
        return False
    if params.where == "written" and report.folded[span.start] == "\n" != report.text[span.start]:
        return False  # page furniture
    return params.where == "text" or not _in_table(report, span.start)


def _in_table(report: Report, offset: int) -> bool:
    """A statutory table is one too where the file has its rows as lines."""
    statutory = any(one.span.start <= offset < one.span.end for one in report.tables.values())
    return statutory or report.document.in_table(offset)
