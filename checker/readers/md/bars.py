"""Tables of bars (| a | b |), as GitHub has them and without a rule below the head, and grids drawn with +---+."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from checker.patterns import compiled
from checker.readers.md.inline import cell_of, joined
from checker.readers.running import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

Rows = list[list[Words]]

_BAR = r"(?<!\\)(?:\\\\)*+\K\|"
_RULE = r"^[ \t>]{0,9}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?[ \t]*$"
_DRAWN = r"^ {0,3}\+(?:[-=:]{1,500}\+){1,200}\s*$"
_PARTLY_DRAWN = r"^ {0,3}[|+](?=.*\+[-=:]{2}|.*[-=:]{2}\+)"
_ONLY_RULE = r"[-=:+ ]+"


class Bars:
    """The places of the bars in the lines of a file, each line looked at once."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Begin with the lines of a file."""
        self.lines = lines
        self._known: dict[int, tuple[int, ...]] = {}

    def at(self, index: int) -> tuple[int, ...]:
        """Give the places of the bars in a line; none behind the end."""
        if index >= len(self.lines) or "|" not in self.lines[index]:
            return ()
        if index not in self._known:
            self._known[index] = tuple(bar.start() for bar in compiled(_BAR).finditer(self.lines[index]))
        return self._known[index]

    def enclosed(self, index: int, *, framed: bool = True) -> bool:
        """Tell whether a line begins and ends with a bar; not asked where lines of the table are not ``framed``."""
        bars = self.at(index)
        if not framed or len(bars) < 2:
            return False
        line = self.lines[index]
        return not line[: bars[0]].strip(" \t>") and bars[-1] == len(line.rstrip()) - 1

    def cells(self, index: int) -> list[tuple[int, int]]:
        """Give the ranges between the bars; those at the line's edges enclose it."""
        line, bars = self.lines[index], self.at(index)
        end = len(line.rstrip())
        edges = [-1, *bars, end]
        if not line[: bars[0]].strip(" \t>"):
            edges = edges[1:]
        if bars[-1] == end - 1 and len(edges) > 2:
            edges = edges[:-1]
        return [(left + 1, right) for left, right in pairwise(edges)]


def is_rule(line: str) -> bool:
    """Tell the line below a table's head (| --- | :-: |)."""
    return "-" in line and compiled(_RULE).match(line) is not None


def pipe_table(bars: Bars, first: int) -> tuple[Rows, int] | None:
    """Read the table that begins at line ``first``, with the number of its lines; None where there is none.

    Lines that bars enclose belong together however many cells they have: what was merged may have left none behind.
    """
    count = len(bars.at(first))
    ruled = is_rule(_line(bars, first + 1)) and bool(count) and len(bars.at(first + 1)) + 1 >= count - 1
    if not count or is_rule(bars.lines[first]):
        return None
    framed = bars.enclosed(first) and bars.enclosed(first + 1)
    alike = framed or (count > 1 and len(bars.at(first + 1)) == count)
    if not (ruled or alike):
        return None
    rows: Rows = []
    at = first
    while bars.at(at) and (
        ruled or bars.enclosed(at, framed=framed) or len(bars.at(at)) == count or is_rule(bars.lines[at])
    ):
        if not is_rule(bars.lines[at]):
            rows.append([cell_of(bars.lines[at], *edges, (at + 1, edges[0] + 1)) for edges in bars.cells(at)])
        at += 1
    return rows, at - first


def grid_table(lines: Sequence[str], first: int) -> tuple[Rows, int] | None:
    """Read the grid that is drawn from line ``first`` on, with the number of its lines; None where there is none."""
    begun = first + 1 < len(lines) and lines[first + 1].lstrip().startswith("|")
    if not (begun and compiled(_DRAWN).match(lines[first])):
        return None
    edges = [place for place, char in _cells_of(lines[first]) if char == "+"]
    rows: Rows = []
    pieces: list[list[Words]] = [[] for _ in edges[1:]]
    at = first + 1
    filled = False
    while at < len(lines) and lines[at].lstrip().startswith(("|", "+")):
        for column, piece in _line_of_grid(lines[at], edges, at + 1):
            pieces[column].append(piece)
        if not compiled(_PARTLY_DRAWN).match(lines[at]):
            filled = True
        elif filled:
            rows.append([joined(one) for one in pieces])
            pieces, filled = [[] for _ in edges[1:]], False
        at += 1
    return (rows, at - first) if rows else None


def _line_of_grid(line: str, edges: Sequence[int], number: int) -> list[tuple[int, Words]]:
    """Cut a line where the grid's columns end, measured as on a screen, else by its bars; what is drawn is left out."""
    marks = [(index, place) for index, (place, char) in enumerate(_cells_of(line)) if char in "|+"]
    fitting = [(index, edges.index(place)) for index, place in marks if place in edges]
    if len(marks) == len(edges) and len(fitting) < len(edges):
        fitting = [(index, column) for column, (index, _) in enumerate(marks)]
    found = []
    for (left, column), (right, _) in pairwise(fitting):
        text = line[left + 1 : right]
        if text.strip() and not compiled(_ONLY_RULE).fullmatch(text):
            found.append((column, cell_of(line, left + 1, right, (number, left + 2))))
    return found


def _cells_of(line: str) -> list[tuple[int, str]]:
    """Give each character with the column of a screen in which it begins; a Chinese one takes two."""
    placed, at = [], 0
    for char in line:
        placed.append((at, char))
        at += 2 if east_asian_width(char) in "WF" else 1
    return placed


def _is_enclosed(line: str) -> bool:
    return line.lstrip(" \t>").startswith("|")


def _line(bars: Bars, index: int) -> str:
    return bars.lines[index] if index < len(bars.lines) else ""
