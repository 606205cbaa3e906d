"""Characters to lines: what stands at one height is a line, from left to right, whatever order the file has."""

from __future__ import annotations

import itertools
from operator import attrgetter
from typing import TYPE_CHECKING

from checker.readers.pdf.pieces import Box, Line, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.readers.pdf.pieces import Glyph

_SAME_HEIGHT = 0.4
_SMALLEST = 4.0  # points; a dot has no size of its own
_HEIGHT = attrgetter("y")
_FAR = 0.6  # a gap that is seen as a blank
_WIDE_FAR = 1.3  # between ideographs, which lines are filled by setting apart
_APART, _NUMBERS_APART = 0.35, 0.25  # gaps that set words apart, as columns do
_CLOSE = 0.35
_WORDS = 0.16  # the gap between words of letters
_FEWEST, _STRETCHED = 6, 4.0  # gaps; points
_TWICE = 0.3  # bold is at times drawn twice
_LEAD = 60
_OPENING = frozenset("（(《〈“‘【〔[")
_QUOTES = frozenset("“”‘’")  # no line is broken on either side of them
_CLOSING = frozenset("。，、；：！？）》”’」』〉】%,.;:!?)")


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Group characters by height, from the top, each row from left to right."""
    rows: list[list[Glyph]] = []
    row: list[Glyph] = []
    end, size = -1e9, 0.0
    for glyph in sorted(glyphs, key=_HEIGHT):
        em = glyph.em
        if glyph.y <= end and (em >= size or end - glyph.y >= _SAME_HEIGHT * (size - max(em, _SMALLEST))):
            row.append(glyph)
            continue
        size = max(em, _SMALLEST)
        end = glyph.y + _SAME_HEIGHT * size
        row = [glyph]
        rows.append(row)
    for row in rows:
        row.sort()
    return rows


def words_of(row: list[Glyph]) -> str:
    """Give the words of a row, with blanks where they are seen."""
    return "".join(_spelled(_once(row)))


def line_of(row: list[Glyph], page: int) -> Line:
    """Make a line of a row."""
    row = _once(row)
    spelled = _spelled(row)
    sizes = sorted(glyph.em for glyph in row if glyph.char >= "\u2e80") or sorted(glyph.em for glyph in row)
    em = sizes[len(sizes) // 2]
    y = row[0].y
    box = Box(row[0].left, y - em / 2, max(glyph.right for glyph in row), y + em / 2)
    return Line(page, box, y, em, "".join(spelled), _lead(row), row)


def parts_of(line: Line) -> list[Part]:
    """Cut a line where its words stand apart."""
    row, spelled = line.row, _spelled(line.row)
    cuts = [at for at in range(1, len(row)) if _is_apart(row[at - 1], row[at], line.em)]
    return [
        Part(
            row[start].left,
            max(glyph.right for glyph in row[start:end]),
            row[start].y,
            line.em,
            "".join(spelled[start:end]).strip(),
            line.page,
        )
        for start, end in zip((0, *cuts), (*cuts, len(row)), strict=True)
    ]


def _is_apart(before: Glyph, glyph: Glyph, em: float) -> bool:
    gap = glyph.left - before.right
    return gap > (_APART if is_wide(before.char) and is_wide(glyph.char) else _NUMBERS_APART) * em


def is_wide(char: str) -> bool:
    """Tell a character of Chinese script or its marks."""
    return char >= "\u2e80" or char in "“”‘’…—·"


def _once(row: list[Glyph]) -> list[Glyph]:
    """Leave out what is drawn twice."""
    kept = row[:1]
    before = row[0]
    for glyph in row[1:]:
        if glyph.char != before.char or glyph.left - before.left >= _TWICE * (before.right - before.left):
            kept.append(glyph)
            before = glyph
    return kept


def _spelled(row: list[Glyph]) -> list[str]:
    """Give each character, with a blank before it where one is seen."""
    made = [row[0].char]
    before = row[0]
    stretch = _stretch(row)
    for glyph in row[1:]:
        gap = glyph.left - before.right - stretch
        seen = (glyph.spaced or gap > _WORDS * glyph.em) and _is_blank(
            before, glyph, gap, _WIDE_FAR if stretch else _FAR
        )
        made.append(f" {glyph.char}" if seen else glyph.char)
        before = glyph
    return made


def _stretch(row: list[Glyph]) -> float:
    """Give the gap that a line was set with all over to fill its width; words of letters are not set apart."""
    last = len(row) - 1
    if last < _FEWEST or row[-1].right - row[0].left < sum(glyph.right - glyph.left for glyph in row) + _STRETCHED:
        return 0.0
    gaps = sorted(
        after.left - before.right
        for before, after in itertools.pairwise(row)
        if after.char >= "\u2e80" or before.char >= "\u2e80"
    )
    return max(0.0, gaps[len(gaps) // 2]) if len(gaps) >= _FEWEST else 0.0


def _is_blank(before: Glyph, glyph: Glyph, gap: float, far: float) -> bool:
    em = max(before.em, glyph.em)
    if is_wide(before.char) and is_wide(glyph.char):
        return gap > _WIDE_FAR * em or (glyph.spaced and gap > _CLOSE * em)
    if gap > far * em:
        return True
    if glyph.spaced and gap > 0:
        return True
    return gap > _WORDS * em and before.char.isascii() and glyph.char.isascii()


def _lead(row: list[Glyph]) -> float:
    """Give the width of what a line may not be broken within: its first word, and marks that may not begin a line."""
    end = 0
    while end < len(row) - 1 and row[end].char in _OPENING:
        end += 1
    end += 1
    if not is_wide(row[end - 1].char):
        while end < min(len(row), _LEAD) and not is_wide(row[end].char) and _touch(row[end - 1], row[end]):
            end += 1
    while end < min(len(row), _LEAD) and (
        row[end].char in _CLOSING or row[end].char in _QUOTES or row[end - 1].char in _QUOTES
    ):
        end += 1
    return row[end - 1].right - row[0].left


def _touch(before: Glyph, glyph: Glyph) -> bool:
    return not glyph.spaced and glyph.left - before.right < _CLOSE * glyph.em
