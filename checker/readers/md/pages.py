"""Tables in html within Markdown, as programs write them where cells are merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Location
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model.document import Block
    from checker.readers.html.layout import Layout
    from checker.readers.running import RunningText

_BEGIN = r"(?i)^[ \t]{0,20}(?:<(?:div|center|figure)\b[^<>]{0,300}>\s*)?<table(?=[\s>])"
_TAG = r"(?i)<(/?)table(?=[\s>])"
_CELL = r"(?i)<t[dh](?=[\s/>])(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>\s*+(?:<(?:p|b|strong|span|div|font|center)(?=[\s>])[^>]*+>\s*+)*+"


class HtmlTables:
    """Where tables in html begin and end in the lines of a file."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Match the tags of all tables in ``lines``."""
        self._lines = lines
        self._ends: dict[int, int] = {}
        still_open: list[int] = []
        for index, line in enumerate(lines):
            for tag in compiled(_TAG).finditer(line) if "<" in line else ():
                if not tag.group(1):
                    still_open.append(index)
                elif still_open:
                    self._ends[still_open.pop()] = index

    def length(self, first: int) -> int:
        """Give the number of lines of the table that begins a line; 0 where there is none. One never ended ends at a blank line."""
        if "<" not in self._lines[first] or not compiled(_BEGIN).match(self._lines[first]):
            return 0
        end = self._ends.get(first)
        if end is None:
            end = first
            while end + 1 < len(self._lines) and self._lines[end + 1].strip():
                end += 1
        return end - first + 1


def put_html(running: RunningText, lines: Sequence[str], first: int, name: str) -> None:
    """Put in what lines from ``first`` on show as html; raises ReadError for what no report holds."""
    from checker.readers.html import laid_out  # the parser is only loaded where it is needed

    page = "\n".join(lines)
    made = laid_out(page, name)
    places = _places(page, first)
    cells = sum(len(table.cells) for table in made.tables)
    numbered = {}
    if cells == len(places):
        numbered = dict(
            zip((one for table in made.tables for one in _in_order(made, table.start, table.end)), places, strict=True)
        )
    before = len(running.tables)
    running.adopt(made.text, [_moved(block, numbered, first, before) for block in made.blocks], made.tables)


def _places(page: str, first: int) -> list[Location]:
    """Give where the words of each cell begin."""
    found, line, at = [], first + 1, 0
    for cell in compiled(_CELL).finditer(page):
        line += page.count("\n", at, cell.end())
        at = cell.end()
        found.append(Location(line, at - page.rfind("\n", 0, at)))
    return found


def _in_order(made: Layout, start: int, end: int) -> list[str]:
    return [place.cell or "" for block in made.blocks if start <= block.start < end for _, place in block.turns]


def _moved(block: Block, numbered: dict[str, Location], first: int, before: int) -> Block:
    """Give the block its place in the file: that of its cells where they are known, else where the table begins."""
    turns = tuple((offset, _place(place, numbered, first, before)) for offset, place in block.turns)
    return block._replace(location=_place(block.location, numbered, first, before), turns=turns)


def _place(place: Location, numbered: dict[str, Location], first: int, before: int) -> Location:
    known = numbered.get(place.cell or "", Location(first + 1))
    if place.cell and before:
        number, _, rest = place.cell[1:].partition("R")
        return known._replace(cell=f"T{int(number) + before}R{rest}")
    return known._replace(cell=place.cell)
