"""Where a finding's comment goes: around its exact words, its cell, its paragraph, or else the heading or title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.report import Placement
from checker.readers.docx.vocabulary import P
from checker.reporters.wordfile.places import cell_of
from checker.reporters.wordfile.runs import host, paragraph_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from checker.model.document import Span
    from checker.model.report import Report
    from checker.model.result import Finding
    from checker.reporters.wordfile.places import Places, Point

_AT_THE_END = "signoff"


class Words(NamedTuple):
    """Characters of the file, from the first to the last."""

    first: Point
    last: Point


class Whole(NamedTuple):
    """A paragraph with all that is in it."""

    paragraph: Element


Anchor = Words | Whole


def of_finding(places: Places, report: Report, finding: Finding) -> Anchor | None:
    """Find the place of a finding; what is absent belongs to the heading of its section, if that is there."""
    if finding.evidence:
        return _of_span(places, finding.evidence[0].span) or of_title(places, report)
    section = report.sections.get(finding.section)
    if finding.about == _AT_THE_END:
        return _of_line(places, report.extent.end - 1) or of_title(places, report)
    if section is not None and section.placement is not Placement.ABSENT:
        return _of_line(places, section.start) or of_title(places, report)
    return of_title(places, report)


def of_title(places: Places, report: Report) -> Anchor | None:
    """Find the title, or what stands first."""
    title = report.front.get("title")
    found = _of_span(places, title.span) if title and title.span else None
    if found is None:
        found = _of_line(places, report.extent.start)
    return found or (Whole(paragraph_of(places.lines[0].paragraph)) if places.lines else None)


def _of_span(places: Places, span: Span) -> Anchor | None:
    first, last = places.first(*span), places.last(*span)
    if first is None or last is None:
        return _of_line(places, span.start)
    if not _together(first, last):
        line = places.line(span.start)
        last = places.last(span.start, min(line.end, span.end)) if line else None
        last = last if last and _together(first, last) else first
    if host(first.element) is None or host(last.element) is None:
        return Whole(paragraph_of(first.element))
    return Words(first, last)


def _together(first: Point, last: Point) -> bool:
    """Tell whether a comment may reach from one place to the other: in one cell or outside all, and not in reverse."""
    if first.element is last.element:
        return first.offset <= last.offset
    begin, end = host(first.element), host(last.element)
    if begin is None or end is None or cell_of(begin.run) is not cell_of(end.run):
        return False
    return begin.run is end.run or paragraph_of(begin.run) is paragraph_of(end.run) or _is_before(begin.run, end.run)


def _is_before(one: Element, other: Element) -> bool:
    """Tell whether the paragraph of an element stands before that of another; both must be beside each other."""
    here, there = paragraph_of(one), paragraph_of(other)
    return here.getparent() is there.getparent() and any(after is there for after in here.itersiblings(P))


def _of_line(places: Places, offset: int) -> Anchor | None:
    line = places.line(offset)
    if line is None:
        return None
    first, last = places.first(line.start, line.end), places.last(line.start, line.end)
    if first and last and _together(first, last) and host(first.element) and host(last.element):
        return Words(first, last)
    return Whole(paragraph_of(line.paragraph))
