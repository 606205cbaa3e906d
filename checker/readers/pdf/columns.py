"""Tables without rules: numbers that stand below each other behind labels; no more than likely."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.readers.pdf.pieces import Box, Line, Sheet, SheetCell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER = r"[+\-−]?[\d,，]{1,12}(?:\.\d{1,4})?|[-—/]"
_NUMBERED = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])"
_COUNTED = r"(\d{1,2})[.．、]"
_FEWEST_ROWS, _LONG_ROW = 2, 5
_BETWEEN = 6  # lines between two rows of numbers: labels that take several
_HEADS = 8  # lines above the first
_SAME = 1.4  # of a character's size between the middles of numbers in one column
_WIDE = 0.75  # of the page's width: prose
_CLEARLY = 0.75  # of the distance to the next best
_BROKEN = 1.5  # of a line's size, between the lines of one label
_NEAR = 3.0  # of a line's size, from a label's line to its row


class Row(NamedTuple):
    """A line with numbers, and the lines of labels that belong to it."""

    line: Line
    labels: list[Line]


def unruled(lines: Sequence[Line], width: float) -> tuple[list[Line], list[Sheet]] | None:
    """Take tables out of the lines of a page; gives the lines left, and the tables. None where one is not clear."""
    sheets: list[Sheet] = []
    used: set[int] = set()
    for first, last in _runs(lines, width):
        sheet = _sheet(lines[first : last + 1])
        if not sheet:
            return None
        sheets.append(sheet)
        used |= set(range(first, last + 1))
    return [line for at, line in enumerate(lines) if at not in used], sheets


def _runs(lines: Sequence[Line], width: float) -> Iterator[tuple[int, int]]:
    """Give the ranges of lines that hold rows of numbers close to each other."""
    rows = [at for at, line in enumerate(lines) if _is_row(line)]
    start = 0
    for index, at in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if following is not None and _is_close(lines[at + 1 : following], width):
            continue
        run = rows[start : index + 1]
        start = index + 1
        if len(run) >= _FEWEST_ROWS or len(lines[run[0]].parts) >= _LONG_ROW:
            yield _first_head(lines, run[0]), run[-1]


def _is_row(line: Line) -> bool:
    return len(line.parts) > 1 and any(_is_number(words) for _, _, words in line.parts)


def _is_number(words: str) -> bool:
    return compiled(_NUMBER).fullmatch(words) is not None


def _is_close(between: Sequence[Line], width: float) -> bool:
    return len(between) <= _BETWEEN and not any(_is_prose(line, width) for line in between)


def _is_prose(line: Line, width: float) -> bool:
    return len(line.parts) == 1 and line.box.right - line.box.left > _WIDE * width


def _first_head(lines: Sequence[Line], row: int) -> int:
    """Give the first line of a table's head, whose labels stand apart."""
    first = row
    for at in range(row - 1, max(-1, row - _HEADS), -1):
        if len(lines[at].parts) > 1 and not _is_row(lines[at]):
            first = at
    return first


def _sheet(lines: Sequence[Line]) -> Sheet | None:
    middles = _columns(lines)
    rows = _rows(lines)
    if rows is None:
        return None
    labels = max(1, *(sum(not _is_number(part[2]) for part in line.parts) for line in lines if _is_row(line)))
    left = min(line.box.left for line in lines)
    right = max(line.box.right for line in lines)
    box = Box(left, lines[0].box.top, right, lines[-1].box.bottom)
    if not middles or middles[0] <= left:
        return None
    sheet = Sheet(
        lines[0].page, box, [*[left + at for at in range(labels)], *middles, right + 1], len(rows), ruled=False
    )
    for number, row in enumerate(rows):
        sheet.cells += _cells(row, number, labels, middles)
    return sheet if _is_clear(sheet, labels) else None


def _is_clear(sheet: Sheet, labels: int) -> bool:
    """Tell whether all rows of numbers have a label or none has, and numbered labels follow each other."""
    values = {cell.row for cell in sheet.cells if cell.column >= labels and _is_number(cell.text)}
    named = {cell.row: cell.text for cell in sheet.cells if cell.column < labels and cell.row in values}
    if named and named.keys() != values:
        return False
    before = None
    for row in sorted(named):
        numbered = compiled(_COUNTED).match(named[row])
        number = int(numbered.group(1)) if numbered else 0
        if number > 1 and before is not None and number != before + 1:
            return False
        before = number
    return True


def _columns(lines: Sequence[Line]) -> list[float]:
    """Give the middles of the columns of numbers."""
    em = max(line.em for line in lines)
    found: list[float] = []
    for middle in sorted(
        (a + b) / 2 for line in lines if _is_row(line) for a, b, words in line.parts if _is_number(words)
    ):
        if not found or middle - found[-1] > _SAME * em:
            found.append(middle)
    return found


def _rows(lines: Sequence[Line]) -> list[Row] | None:
    """Give each row with the lines of its label; None where that cannot be told."""
    rows = [Row(line, []) for line in lines if _is_row(line)]
    slot = (
        min(part[0] for row in rows for part in _last_label(row.line))
        if any(_last_label(row.line) for row in rows)
        else 0
    )
    edge = _columns(lines)[0]
    heads: list[Line] = []
    for line in lines:
        if _is_row(line):
            continue
        if len(line.parts) > 1 or line.box.right > edge:
            heads.append(line)
            continue
        owner = _owner(line, rows, beside=line.box.right <= slot)
        if owner is None:
            return None
        owner.labels.append(line)
    whole = _whole(heads)
    if any(after.y - before.y < _BROKEN * after.em for before, after in pairwise(whole)):
        return None
    return sorted([*(Row(line, []) for line in whole), *rows], key=lambda one: one.line.y)


def _last_label(line: Line) -> list[tuple[float, float, str]]:
    return [part for part in line.parts if not _is_number(part[2])][-1:]


def _owner(line: Line, rows: Sequence[Row], *, beside: bool) -> Row | None:
    """Give the row a line of a label belongs to: the nearest; between two, a numbered line begins the lower one's."""
    distances = sorted((abs(one.line.y - line.y), at) for at, one in enumerate(rows))
    nearest, at = distances[0]
    if beside or len(distances) == 1 or nearest < _CLEARLY * distances[1][0]:
        return rows[at] if beside or nearest < _NEAR * line.em else None
    upper, lower = sorted((at, distances[1][1]))
    if compiled(_NUMBERED).match(line.text):
        return rows[lower]
    words = [one.text for one in rows[upper].labels] + [part[2] for part in _last_label(rows[upper].line)]
    return rows[upper] if any(compiled(_NUMBERED).match(one) for one in words) else None


def _whole(heads: Sequence[Line]) -> list[Line]:
    """Put the lines of labels together that are broken within their columns."""
    made: list[Line] = []
    for line in heads:
        if made and line.y - made[-1].y < _BROKEN * line.em and all(_below(part, made[-1]) for part in line.parts):
            last = made.pop()
            parts = tuple(
                (left, right, words + "".join(one[2] for one in line.parts if one[0] < right and left < one[1]))
                for left, right, words in last.parts
            )
            line = last._replace(parts=parts, y=line.y)  # noqa: PLW2901 - the line with what follows it
        made.append(line)
    return made


def _below(part: tuple[float, float, str], line: Line) -> bool:
    return sum(left < part[1] and part[0] < right for left, right, _ in line.parts) == 1


def _cells(row: Row, number: int, labels: int, middles: Sequence[float]) -> Iterator[SheetCell]:
    """Place labels before the numbers in their order, and numbers in the nearest column."""
    line = row.line
    edge = middles[0] - 1.5 * line.em
    parts = sorted([(one.y, part) for one in (line, *row.labels) for part in one.parts])
    before = [part for _, part in parts if not _is_number(part[2]) and (part[0] + part[1]) / 2 < edge]
    slots: list[list[tuple[float, float, str]]] = []
    for part in sorted(before):
        if slots and part[0] < max(one[1] for one in slots[-1]):
            slots[-1].append(part)
        else:
            slots.append([part])
    for slot, held in enumerate(slots[-labels:]):
        words = "".join(part[2] for part in before if part in held)
        yield SheetCell(number, slot, 1, 1, words, line.page, line.box)
    taken: set[int] = set()
    for part in line.parts:
        middle = (part[0] + part[1]) / 2
        if middle >= edge and part not in before:
            column = min(range(len(middles)), key=lambda at: abs(middles[at] - middle))
            if column not in taken:
                taken.add(column)
                yield SheetCell(number, labels + column, 1, 1, part[2], line.page, line.box)
