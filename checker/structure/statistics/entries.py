"""The lines of a list of one value a row: from the rows of grids, and from running text where label, unit and value follow each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.tables import CellState
from checker.patterns import compiled
from checker.structure.statistics.cells import read_cell
from checker.structure.statistics.grids import GridCell
from checker.structure.statistics.lists import Entry, read_entries
from checker.structure.statistics.repeated import UNIT
from checker.text import ARABIC_NUMBER, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.structure.source import Source
    from checker.structure.statistics.grids import Grid
    from checker.structure.statistics.rows import Reading, Row

_ONE_UNIT = rf"\s*\(?(?:{UNIT})\)?\s*"
# A number with a point, a comma or a digit behind it may have run into the numbering of the next row (件101.当面申请数).
_VALUE_BEHIND = rf"(?:{UNIT})\)?\s{{0,20}}(?P<value>{ARABIC_NUMBER})(?![\d.,、%)])"
_NUMBERING = r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|(?<!\d)\d{1,2}[.、]|其中:?)\s?"
_LABEL_REACH = 160  # characters before a value


def read_list(reading: Reading, grids: Iterable[Grid]) -> None:
    """Read the lines of grids; where lists stand side by side, those at the left first."""
    read_entries(reading, _entries(grids))


def read_running_list(reading: Reading, source: Source, span: Span) -> None:
    """Read the lines of which a copy has kept words, unit and value one behind the other; others are left out."""
    read_entries(reading, _running_entries(source, span))


def _entries(grids: Iterable[Grid]) -> Iterator[Entry]:
    for grid in grids:
        panels: dict[int, list[Entry]] = {}
        for row in grid.rows:
            for at, entry in enumerate(_across(row)):
                panels.setdefault(at, []).append(entry)
        for at in sorted(panels):
            yield from panels[at]


def _across(row: Row) -> Iterator[Entry]:
    """Cut a row into words and the values behind them; what stands before the first words (a running number) is no value."""
    words: list[GridCell] = []
    values: list[GridCell] = []
    behind = False
    for cell in dict.fromkeys(one for one in row if one):
        is_unit = compiled(_ONE_UNIT).fullmatch(fold(cell.raw)) is not None
        if not is_unit and read_cell(cell.raw, cell.span).state is CellState.TEXT:
            if behind:
                yield _entry(words, values)
                words, values, behind = [], [], False
            words.append(cell)
        elif words:
            behind = True
            values += [] if is_unit else [cell]
    if words:
        yield _entry(words, values)


def _entry(words: list[GridCell], values: list[GridCell]) -> Entry:
    captions = tuple(one.raw for one in words[:-1])
    states = [(read_cell(one.raw, one.span).state, one) for one in values]
    numbers = [one for state, one in states if state is CellState.NUMBER]
    marks = [one for state, one in states if state is not CellState.BLANK]
    kept = numbers or marks or values
    several = len(numbers) > 1
    return Entry(words[-1], captions, kept[0] if kept and not several else None, several)


def _running_entries(source: Source, span: Span) -> Iterator[Entry]:
    at = span.start
    for found in compiled(_VALUE_BEHIND).finditer(source.text, span.start, span.end):
        start = max(at, found.start() - _LABEL_REACH)
        starts = [start, *(mark.end() for mark in compiled(_NUMBERING).finditer(source.text, start, found.start()))]
        captions = tuple(source.text[one:other] for one, other in pairwise(starts))
        label = Span(starts[-1], found.start())
        yield Entry(_cell(source, label), captions, _cell(source, Span(*found.span("value"))))
        at = found.end()


def _cell(source: Source, span: Span) -> GridCell:
    words = source.quote(span)
    start = span.start + len(words) - len(words.lstrip())
    end = max(start, span.start + len(words.rstrip()))
    return GridCell(source.quote(Span(start, end)), Span(start, end))
