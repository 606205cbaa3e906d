"""Characters to tables: each goes into the cell that holds its middle; labels are read as they stand."""

from __future__ import annotations

import itertools
from operator import attrgetter
from typing import TYPE_CHECKING

from checker.readers.pdf.lattice import snapped
from checker.readers.pdf.lines import is_wide, rows_of, words_of
from checker.readers.pdf.pieces import Sheet, SheetCell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.readers.pdf.lattice import Lattice
    from checker.readers.pdf.pieces import Glyph

_FULL, _PADDING = 2.6, 11.0  # what a full line leaves blank: of a character's size, and points at the cell's sides
_OVERLAP, _HANGING = 0.55, 5.0  # of a character's size below a table's lower side
_LOWEST = 60.0  # points
_GAP = 0.3
_FRAME = 3  # sides of columns; with more, what holds a single word is the rest of a row that a page cut
_SAME_HEIGHT = 0.3
_UPRIGHT = 0.6  # share of steps that go down where text stands in columns


def sheet_of(lattice: Lattice, glyphs: Sequence[Glyph], page: int) -> tuple[Sheet | None, list[Glyph]]:
    """Fill a table; gives it, and the characters that do not stand in it. None where it places no data."""
    held, rest = lattice.shared(glyphs)
    rest = _without_overflow(lattice, held, rest)
    if len(held) < (1 if len(lattice.xs) > _FRAME or lattice.single else 2):
        return None, list(glyphs)
    sheet = Sheet(page, lattice.box, lattice.xs, len(lattice.ys) - 1)
    for number, place in enumerate(lattice.places):
        box = lattice.box_of(place)
        text, width = cell_words(held.get(number, []))
        em = max((glyph.em for glyph in held.get(number, [])), default=0.0)
        full = bool(text) and box.right - box.left - width < _FULL * em + _PADDING
        sheet.cells.append(SheetCell(*place, text, page, box, full))
    return sheet, rest


def _without_overflow(lattice: Lattice, held: dict[int, list[Glyph]], rest: list[Glyph]) -> list[Glyph]:
    """Put words that hang over the lower side of a table into the cell above; gives the others."""
    bottom = lattice.box.bottom
    below = [glyph for glyph in rest if bottom < glyph.y < bottom + _LOWEST]
    owners: dict[int, int] = {}
    for row in rows_of(below):
        owners.update(_cells_above(lattice, held, row))
    for glyph in below:  # in the file's order
        if id(glyph) in owners:
            held[owners[id(glyph)]].append(glyph)
    return [glyph for glyph in rest if id(glyph) not in owners] if owners else rest


def _cells_above(lattice: Lattice, held: dict[int, list[Glyph]], row: list[Glyph]) -> dict[int, int]:
    """Give the cells at the lower side that a row of characters hangs over from, by character; upright text may hang far."""
    made: dict[int, int] = {}
    before: tuple[int, float] | None = None
    near = row[0].y - lattice.box.bottom < _OVERLAP * row[0].em
    for glyph in row:
        number = _cell_over(lattice, glyph)
        if number not in held or (before and before[0] != number and glyph.left - before[1] < _GAP * glyph.em):
            return {}
        made[id(glyph)] = number
        before = number, glyph.right
    if near or (len(set(made.values())) == 1 and _hangs(held[next(iter(made.values()))], row, lattice.box.bottom)):
        return made
    return {}


def _hangs(held: list[Glyph], row: list[Glyph], bottom: float) -> bool:
    """Tell whether upright words of a cell go on below the table."""
    upright = all(is_wide(glyph.char) for glyph in held) and _is_column([*held, *row])
    return upright and row[0].y - bottom < _HANGING * row[0].em


def _cell_over(lattice: Lattice, glyph: Glyph) -> int:
    """Give the number of the cell at the lower side that a character stands wholly below; -1 for none."""
    for number in set(lattice.owners[-1]):
        box = lattice.box_of(lattice.places[number])
        if box.left <= glyph.left and glyph.right <= box.right:
            return number
    return -1


def cell_words(glyphs: Sequence[Glyph]) -> tuple[str, float]:
    """Give the words of a cell, and the width of its last line."""
    if not glyphs:
        return "", 0.0
    if len(glyphs) == 1:
        return glyphs[0].char, glyphs[0].right - glyphs[0].left
    rows = _standing(glyphs) or rows_of(glyphs)
    text = ""
    width = right = 0.0
    widest = max(row[-1].right - row[0].left for row in rows)
    for row in rows:
        words = words_of(row)
        # Numbers are broken only where a line is full.
        apart = _letters(text[-1:]) and _letters(words[:1]) and (not words[:1].isdigit() or right < widest - row[0].em)
        text += f" {words}" if text and apart else words
        width = right = row[-1].right - row[0].left
    return text, width


def _letters(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ".,-+%") and bool(char)


def _standing(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Give the columns of text that stands in columns, right to left, and each from the top (or up, if turned)."""
    if _is_column(glyphs):
        # Some fonts heap the characters of upright text upon each other: then only the file's order is left.
        return [[one] for one in (glyphs if _crowded(glyphs) else sorted(glyphs, key=attrgetter("y")))]
    downs = ups = 0
    for before, after in itertools.pairwise(glyphs):
        across, along = abs(after.left - before.left), after.y - before.y
        if after.left > before.left and abs(along) < _SAME_HEIGHT * before.em:
            return []
        downs += along > across
        ups += -along > across
    steps = len(glyphs) - 1
    if steps < 2 or max(downs, ups) < _UPRIGHT * steps:
        return []
    middles = snapped((one.left + one.right) / 2 for one in glyphs)
    em = max(one.em for one in glyphs)
    columns: list[list[Glyph]] = []
    for middle in reversed(middles):
        column = [one for one in glyphs if abs((one.left + one.right) / 2 - middle) <= em * 0.3]
        if column and not any(column[0] in other for other in columns):
            columns.append(sorted(column, key=lambda one: one.y if downs >= ups else -one.y))
    if sum(map(len, columns)) != len(glyphs):
        return []
    return [[one] for column in (columns if downs >= ups else reversed(columns)) for one in column]


def _is_column(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether all characters stand below each other."""
    first = glyphs[0]
    middle, reach = first.left + first.right, 0.7 * first.em
    return len(glyphs) > 1 and all(abs(one.left + one.right - middle) <= reach for one in glyphs)


def _crowded(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether characters lie over each other."""
    ordered = sorted(glyphs, key=attrgetter("y"))
    return any(after.y - before.y < 0.4 * before.em for before, after in itertools.pairwise(ordered))
