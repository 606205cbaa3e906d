"""Where entries stand in a text, in one reading of it for all lists."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.kinds.wording.pairs import pairs_of
from checker.model.document import Span
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.wording.entries import Index
    from checker.kinds.wording.entry import Entry
    from checker.model.report import Report

_MEMORY = 8
_BESIDE = 24  # characters
# A heading that runs into its text says the same words twice: (一)存在的问题问题主要有.
_HEADING = r"(?:^|[。;])[^\S\n]*(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)])[^,。;\n]{0,24}+\Z"
_HEADING_REACH = 40
_ONE_TWICE = 2  # characters: a character doubled is no heading that runs on


def finds(index: Index, report: Report) -> Iterator[tuple[Span, Entry]]:
    """Give every place of an entry whose surroundings make it sure, in order; of two that overlap, the first and longest."""
    reached = -1
    for span, entry in _places(index, report.folded):
        if span.start >= reached and _is_sure(entry, span, report) and not _is_within(index.legitimate, span, report):
            reached = span.end
            yield span, entry


@lru_cache(maxsize=_MEMORY)
def _places(index: Index, text: str) -> tuple[tuple[Span, Entry], ...]:
    found = [place for entry in index.having(pairs_of(text)) for place in _places_of(entry, text)]
    return tuple(sorted(found, key=lambda one: (one[0].start, -one[0].end)))


def _places_of(entry: Entry, text: str) -> Iterator[tuple[Span, Entry]]:
    at = text.find(entry.wrong)
    while at >= 0:
        yield Span(at, at + len(entry.wrong)), entry
        at = text.find(entry.wrong, at + len(entry.wrong))


def _is_sure(entry: Entry, span: Span, report: Report) -> bool:
    before = report.folded[max(span.start - _BESIDE, 0) : span.start].rpartition("\n")[2]
    after = report.folded[span.end : span.end + _BESIDE].partition("\n")[0]
    if not (_ends(before, entry.before) and _begins(after, entry.after)):
        return False
    if (entry.not_before and _ends(before, entry.not_before)) or (entry.not_after and _begins(after, entry.not_after)):
        return False
    return not (entry.doubled and _runs_on(report, span)) and _is_near(entry.near, span, report)


def _ends(before: str, pattern: str) -> bool:
    return not pattern or bool(compiled(rf"(?:{pattern})\Z").search(before))


def _begins(after: str, pattern: str) -> bool:
    return not pattern or bool(compiled(pattern).match(after))


def _is_near(pattern: str, span: Span, report: Report) -> bool:
    sentence = report.sentence_at(span.start)
    return not pattern or bool(compiled(pattern).search(report.folded, sentence.start, sentence.end))


def _runs_on(report: Report, span: Span) -> bool:
    lead = report.folded[max(span.start - _HEADING_REACH, 0) : span.start]
    crosses = any(span.start < one.end < span.end for one in report.outline if one.style != "item")
    return crosses or (span.end - span.start > _ONE_TWICE and bool(compiled(_HEADING).search(lead)))


def _is_within(words: tuple[str, ...], span: Span, report: Report) -> bool:
    """Tell whether one of ``words`` explains the place: it is written there, around what looks broken."""
    broken = report.folded[span.start : span.end]
    for word in words:
        at = word.find(broken)
        start = span.start - at
        if at >= 0 and start >= 0 and report.folded.startswith(word, start):
            return True
    return False
