"""Numbers that stand below each other: the columns of a table without rules, and its rows of values."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.readers.pdf.lines import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.readers.pdf.pieces import Line, Part

_NUMBER = r"[+\-−]?[\d,，]{1,12}(?:\.\d{1,4})?|[-—/]"
_ALONE = 1.2  # of a character's size before the last number of a line, if it is the only one
_ONE_ROW = 0.9  # of a character's size between lines of numbers broken within their cells


class Column(NamedTuple):
    """A column of numbers: how far they reach."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """The place halfway between the sides."""
        return (self.left + self.right) / 2


class Values(NamedTuple):
    """A row of values by column; ``lines`` are the indices of its lines."""

    lines: tuple[int, ...]
    cells: dict[int, Part]

    @property
    def y(self) -> float:
        """The height of its middle."""
        return next(iter(self.cells.values())).y

    @property
    def page(self) -> int:
        """The page it stands on."""
        return next(iter(self.cells.values())).page


def is_number(words: str) -> bool:
    """Tell whether words are a value as tables have them."""
    return compiled(_NUMBER).fullmatch(words) is not None


def is_row(line: Line) -> bool:
    """Tell whether a line looks like a row of values: numbers next to each other, or one at the end set far apart."""
    if line.row[-1].char >= "\u2e80" and not any(glyph.char.isdigit() for glyph in line.row[-2:]):
        return False
    parts = parts_of(line)
    if len(parts) < 2:
        return False
    if any(is_number(one.text) and is_number(other.text) for one, other in pairwise(parts)):
        return True
    return is_number(parts[-1].text) and parts[-1].left - parts[-2].right > _ALONE * line.em


def columns_of(rows: Sequence[Sequence[Part]]) -> list[Column]:
    """Give the columns that the numbers of ``rows`` stand in: each reaches as far as its numbers do."""
    found: list[Column] = []
    for part in sorted(part for row in rows for part in row if is_number(part.text)):
        if found and part.left < found[-1].right:
            found[-1] = found[-1]._replace(right=max(found[-1].right, part.right))
        else:
            found.append(Column(part.left, part.right))
    return found


def nearest(columns: Sequence[Column], part: Part) -> int:
    """Give the number of the column whose middle is nearest."""
    return min(range(len(columns)), key=lambda at: abs(columns[at].middle - part.middle))


def values_of(lines: Sequence[Sequence[Part]], columns: Sequence[Column]) -> list[Values] | None:
    """Put the lines that hold numbers into rows; None where two values claim one place."""
    edge = columns[0].left
    made: list[Values] = []
    groups: list[list[int]] = []
    for at, parts in enumerate(lines):
        if not any(part.left >= edge and is_number(part.text) for part in parts):
            continue
        if groups and _is_same_row(lines[groups[-1][-1]], parts, edge):
            groups[-1].append(at)
        else:
            groups.append([at])
    for group in groups:
        row = _row(group, lines, columns)
        if row is None:
            return None
        made.append(row)
    return made


def _is_same_row(upper: Sequence[Part], lower: Sequence[Part], edge: float) -> bool:
    above, below = (next(one for one in parts if one.left >= edge) for parts in (upper, lower))
    return above.page == below.page and below.y - above.y < _ONE_ROW * below.em


def _row(group: Sequence[int], lines: Sequence[Sequence[Part]], columns: Sequence[Column]) -> Values | None:
    cells: dict[int, Part] = {}
    for at in group:
        taken: set[int] = set()
        for part in lines[at]:
            if part.middle < columns[0].left:
                continue
            column = nearest(columns, part)
            before = cells.get(column)
            if column in taken or (before and not (before.text + part.text).isdigit()):
                return None
            taken.add(column)
            cells[column] = _below(before, part) if before else part
    return Values(tuple(group), _from_whole(cells))


def _below(upper: Part, lower: Part) -> Part:
    """Give a number that was broken within its cell, at the height of its middle."""
    return upper._replace(text=upper.text + lower.text, y=(upper.y + lower.y) / 2)


def _from_whole(cells: dict[int, Part]) -> dict[int, Part]:
    """Give the cells by column, and first one that tells the row's height: the shortest number is not broken."""
    first = min(cells, key=lambda at: len(cells[at].text))
    return {first: cells[first], **dict(sorted(cells.items()))}
