"""Evidence marked in a report's text: overlapping places are cut into pieces, each with the findings that point at it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.reporters.htmlpage.markup import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.result import Evidence, Finding
    from checker.reporters.htmlpage.sheet import Entry, Sheet

_MOST = 8  # places named by one piece of text: more are there only where many lie in one another


class Place(NamedTuple):
    """A place that a finding points at; ``main`` where the fault is, not what it is held against."""

    start: int
    end: int
    entry: Entry
    main: bool
    anchor: str


class Piece(NamedTuple):
    """A piece of text between two bounds, and the places that hold it, the loudest first."""

    start: int
    end: int
    places: tuple[Place, ...]


class Marks:
    """The marks of one report; ``shown`` fills with the anchors that its text has got."""

    def __init__(self, sheet: Sheet) -> None:
        """Cut the text of ``sheet`` at the bounds of all its evidence."""
        self.shown: set[str] = set()
        places = [one for one in _places(sheet) if one.start < one.end]
        self._pieces = tuple(_pieces(sorted(places, key=_loudness)))
        self._ends = [piece.end for piece in self._pieces]

    def text(self, raw: str, start: int, end: int) -> str:
        """Give ``raw[start:end]`` as markup, with marks."""
        parts: list[str] = []
        at = start
        for piece in self._between(start, end):
            begin, stop = max(piece.start, start), min(piece.end, end)
            parts += [text(raw[at:begin]), self._mark(piece, raw[begin:stop])]
            at = stop
        return "".join((*parts, text(raw[at:end])))

    def _between(self, start: int, end: int) -> Iterator[Piece]:
        index = bisect_left(self._ends, start + 1)
        while index < len(self._pieces) and self._pieces[index].start < end:
            yield self._pieces[index]
            index += 1

    def _mark(self, piece: Piece, words: str) -> str:
        loudest = piece.places[0]
        kind = loudest.entry.finding.severity.value if loudest.main else "related"
        state = " waived" if loudest.entry.finding.waived is not None else ""
        named = " ".join(dict.fromkeys(one.entry.id for one in piece.places))
        numbers = "".join(map(self._number, piece.places))
        return f'{numbers}<mark class="{kind}{state}" data-f="{named}">{text(words)}</mark>'

    def _number(self, place: Place) -> str:
        """Give the number that stands before the place and leads to its finding; once, however many pieces it has."""
        if place.anchor in self.shown:
            return ""
        self.shown.add(place.anchor)
        entry, kind = place.entry, place.entry.finding.severity.value if place.main else "related"
        return f'<a class="no {kind}" id="{place.anchor}" href="#{entry.id}" data-f="{entry.id}">{entry.number}</a>'


def anchor(entry: Entry, index: int, *, main: bool) -> str:
    """Name the place of a finding's evidence (``main``) or of what it is held against."""
    return f"{entry.id}-{'e' if main else 'o'}{index}"


def _loudness(place: Place) -> tuple[bool, bool, int]:
    finding = place.entry.finding
    return (not place.main, finding.waived is not None, -finding.severity.rank)


def compared(finding: Finding) -> list[tuple[int, Evidence]]:
    """Give what a finding is held against, numbered, but for what lies within its own evidence."""
    own = [one.span for one in finding.evidence]
    return [
        (index, one)
        for index, one in enumerate(finding.related)
        if not any(span.start <= one.span.start and one.span.end <= span.end for span in own)
    ]


def _places(sheet: Sheet) -> Iterator[Place]:
    for entry in sheet.entries:
        for index, one in enumerate(entry.finding.evidence):
            yield Place(*one.span, entry, main=True, anchor=anchor(entry, index, main=True))
        for index, one in compared(entry.finding):
            if "/" not in (one.location.cell or ""):  # a redrawn table has a rail through such cells
                yield Place(*one.span, entry, main=False, anchor=anchor(entry, index, main=False))


def _pieces(places: list[Place]) -> Iterator[Piece]:
    """Go over the bounds from left to right; ``places`` are ranked, and so are those of every piece."""
    ranks = range(len(places))
    opening = sorted(ranks, key=lambda rank: places[rank].start, reverse=True)
    bounds = sorted({bound for one in places for bound in (one.start, one.end)})
    inside: list[int] = []
    for start, end in pairwise(bounds):
        inside = [rank for rank in inside if places[rank].end > start]
        while opening and places[opening[-1]].start <= start:
            inside.append(opening.pop())
        if inside:
            yield Piece(start, end, tuple(places[rank] for rank in sorted(inside)[:_MOST]))
