"""From rules to tables: rules that touch make a table, and its places that no rule parts make a cell."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from checker.readers.pdf.pieces import Box, Edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.readers.pdf.pieces import Glyph

_SNAP = 2.5
_REACH = 3.0
_MOST_EDGES = 6_000
_MOST_PLACES = 60_000
_ONE_ROW = 60.0  # points; a frame of one cell that is higher holds text
_START = attrgetter("start")


class Place(NamedTuple):
    """A cell as the rules make it: its first row and column, and how many it spans."""

    row: int
    column: int
    rows: int
    columns: int


class Lattice(NamedTuple):
    """A ruled table: the sides of its columns and rows, its cells, and the cell of each place of the grid."""

    xs: list[float]
    ys: list[float]
    places: list[Place]
    owners: list[list[int]]

    @property
    def box(self) -> Box:
        """Give the outline."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def single(self) -> bool:
        """Tell whether it is one cell, which may be what a page's end leaves of a table."""
        return len(self.places) == 1

    def shared(self, glyphs: Iterable[Glyph]) -> tuple[dict[int, list[Glyph]], list[Glyph]]:
        """Give the characters of each cell by its number, and those outside."""
        held: dict[int, list[Glyph]] = {}
        rest: list[Glyph] = []
        xs, ys, owners = self.xs, self.ys, self.owners
        inner_xs, inner_ys = xs[1:-1], ys[1:-1]
        left, top, right, bottom = xs[0] - 1, ys[0] - 1, xs[-1] + 1, ys[-1] + 1
        for glyph in glyphs:
            x, y = (glyph.left + glyph.right) / 2, glyph.y
            if top <= y <= bottom and left <= x <= right:
                owner = owners[bisect_right(inner_ys, y)][bisect_right(inner_xs, x)]
                if owner in held:
                    held[owner].append(glyph)
                else:
                    held[owner] = [glyph]
            else:
                rest.append(glyph)
        return held, rest

    def box_of(self, place: Place) -> Box:
        """Give the rectangle of a cell."""
        return Box(
            self.xs[place.column],
            self.ys[place.row],
            self.xs[place.column + place.columns],
            self.ys[place.row + place.rows],
        )


def lattices_of(across: Iterable[Edge], down: Iterable[Edge]) -> list[Lattice]:
    """Give the tables that rules make, smallest first; a frame around text is none."""
    flat, steep = merged(across), merged(down)
    if not flat or not steep or len(flat) + len(steep) > _MOST_EDGES:
        return []
    made = [lattice for one in _touching(flat, steep) if (lattice := _lattice(*one))]
    return sorted(made, key=lambda one: (one.xs[-1] - one.xs[0]) * (one.ys[-1] - one.ys[0]))


def merged(edges: Iterable[Edge]) -> list[Edge]:
    """Put together what lies on one line: a rule drawn cell by cell, twice, or in dashes."""
    made: list[Edge] = []
    row: list[Edge] = []
    for edge in sorted(edges):
        if row and edge.at - row[0].at > _SNAP:
            made += _one_line(row)
            row = []
        row.append(edge)
    return [*made, *_one_line(row)] if row else made


def _one_line(row: list[Edge]) -> Iterator[Edge]:
    """Put together what touches, of rules at one place."""
    at = sum(edge.at for edge in row) / len(row)
    row.sort(key=_START)
    _, start, end = row[0]
    for _, its_start, its_end in row:
        if its_start > end + _REACH:
            yield Edge(at, start, end)
            start, end = its_start, its_end
        elif its_end > end:
            end = its_end
    yield Edge(at, start, end)


def snapped(values: Iterable[float]) -> list[float]:
    """Give one place for all that lie within a few points of each other."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= _SNAP:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def index_of(places: Sequence[float], value: float) -> int:
    """Give the nearest of ``places``."""
    at = bisect_left(places, value)
    if at == len(places) or (at and value - places[at - 1] <= places[at] - value):
        return at - 1
    return at


def _touching(flat: list[Edge], steep: list[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """Group rules that meet; both lists are ordered by place."""
    parents = list(range(len(flat) + len(steep)))
    heights = [edge.at for edge in flat]

    def root(one: int) -> int:
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    for number, edge in enumerate(steep, len(flat)):
        first, last = bisect_left(heights, edge.start - _REACH), bisect_right(heights, edge.end + _REACH)
        for at in range(first, last):
            if flat[at].start - _REACH <= edge.at <= flat[at].end + _REACH:
                parents[root(at)] = root(number)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for number, edge in enumerate((*flat, *steep)):
        groups.setdefault(root(number), ([], []))[number >= len(flat)].append(edge)
    return [group for group in groups.values() if all(group)]


def _lattice(flat: list[Edge], steep: list[Edge]) -> Lattice | None:
    """Make the cells; the outline is closed, for tables go open over the end of a page, and some have open sides."""
    xs = snapped([*(one.at for one in steep), *(x for one in flat for x in (one.start, one.end))])
    ys = snapped([*(one.at for one in flat), *(y for one in steep for y in (one.start, one.end))])
    xs = _kept(xs, [one.at for one in steep])
    ys = _kept(ys, [one.at for one in flat])
    wide, high = len(xs) - 1, len(ys) - 1
    if wide < 1 or high < 1 or wide * high > _MOST_PLACES or (wide == 1 and ys[-1] - ys[0] > _ONE_ROW):
        return None
    walls = _walls(steep, xs, ys)
    floors = _walls(flat, ys, xs)
    owners, places = _cells(wide, high, walls, floors)
    return Lattice(xs, ys, places, owners) if len(places) > 1 or ys[-1] - ys[0] <= _ONE_ROW else None


def _kept(places: list[float], ruled: list[float]) -> list[float]:
    """Leave out the ends of rules that no rule runs through, but keep the outline."""
    inner = [one for one in places[1:-1] if any(abs(one - rule) <= _SNAP for rule in ruled)]
    return [places[0], *inner, places[-1]] if len(places) > 1 else places


def _walls(edges: list[Edge], places: list[float], others: list[float]) -> set[tuple[int, int]]:
    """Give (place of the rule, strip it runs through) for all rules."""
    middles = [(start + end) / 2 for start, end in itertools.pairwise(others)]
    found = set()
    for edge in edges:
        at = index_of(places, edge.at)
        for strip in range(bisect_left(middles, edge.start), bisect_right(middles, edge.end)):
            found.add((at, strip))
    return found


class _Rules(NamedTuple):
    """Which sides of which strips are ruled, down and across, and the cell of each place so far."""

    walls: set[tuple[int, int]]
    floors: set[tuple[int, int]]
    owners: list[list[int]]

    def goes_down(self, row: int, left: int, right: int) -> bool:
        """Tell whether nothing parts a strip of columns from the row above, or its columns from each other."""
        return (
            all((row, column) not in self.floors and self.owners[row][column] < 0 for column in range(left, right))
            and all((column, row) not in self.walls for column in range(left + 1, right))
            and (left == 0 or (left, row) in self.walls or self.owners[row][left - 1] >= 0)
        )


def _cells(
    wide: int, high: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> tuple[list[list[int]], list[Place]]:
    """Let cells grow right and then down from each place that has none yet."""
    owners = [[-1] * wide for _ in range(high)]
    rules = _Rules(walls, floors, owners)
    places: list[Place] = []
    for row in range(high):
        for column in range(wide):
            if owners[row][column] >= 0:
                continue
            right = column + 1
            while right < wide and owners[row][right] < 0 and (right, row) not in walls:
                right += 1
            bottom = row + 1
            while bottom < high and rules.goes_down(bottom, column, right):
                bottom += 1
            for line in owners[row:bottom]:
                line[column:right] = [len(places)] * (right - column)
            places.append(Place(row, column, bottom - row, right - column))
    return owners, places
