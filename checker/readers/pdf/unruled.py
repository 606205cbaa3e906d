"""Tables without rules, found by numbers that stand below each other and read by place; none where that is not sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.readers.pdf.columns import is_number, is_row
from checker.readers.pdf.lines import parts_of
from checker.readers.pdf.loose import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.readers.pdf.pieces import Line, Sheet

_FEWEST_ROWS, _LONG_ROW = 2, 5
_BETWEEN = 14  # lines between two rows of numbers: heads, and labels that take several
_HEADS = 12  # lines above the first
_WIDE = 0.75  # of the page's width: prose
_OTHER_SIZE = 1.15
_CLOSE = 1.5  # of a character's size, between lines of one label
_HEADING = r"[一二三四五六七八九十]{1,3}、.{6}"


class Found(NamedTuple):
    """The tables without rules, and the lines that are none of theirs, by page."""

    sheets: list[Sheet]
    lines: list[Line]


def unruled(lines: Sequence[Line], widths: dict[int, float]) -> Found | None:
    """Take the tables without rules out of the lines of a file; None where one of them cannot be read surely."""
    sheets: list[Sheet] = []
    used: set[int] = set()
    for first, last in _runs(lines, widths):
        sheet = sheet_of([parts_of(line) for line in lines[first : last + 1]])
        if not sheet:
            return None
        sheets.append(sheet)
        used |= set(range(first, last + 1))
    return Found(sheets, [line for at, line in enumerate(lines) if at not in used])


def _runs(lines: Sequence[Line], widths: dict[int, float]) -> Iterator[tuple[int, int]]:
    """Give the ranges of lines that hold rows of numbers close to each other."""
    rows = [at for at, line in enumerate(lines) if is_row(line)]
    start = 0
    for index, at in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if (
            following is not None
            and not any(_parts_tables(lines, one, widths) for one in range(at + 1, following))
            and following - at <= _BETWEEN
        ):
            continue
        run = rows[start : index + 1]
        behind = start
        start = index + 1
        if len(run) >= _FEWEST_ROWS or len(parts_of(lines[run[0]])) >= _LONG_ROW:
            floor = rows[behind - 1] + 1 if behind else 0
            yield _first_head(lines, run[0], floor, widths), _last_label(lines, run[-1], widths)


def _parts_tables(lines: Sequence[Line], at: int, widths: dict[int, float]) -> bool:
    """Tell whether a line stands between tables: prose, or a heading."""
    line = lines[at]
    if line.box.right - line.box.left > _WIDE * widths[line.page] and len(parts_of(line)) == 1:
        return True
    return compiled(_HEADING).match(line.text) is not None and not _is_beside_row(lines, at)


def _is_beside_row(lines: Sequence[Line], at: int) -> bool:
    near = [one for one in (at - 1, at + 1) if 0 <= one < len(lines) and lines[one].page == lines[at].page]
    return any(abs(lines[one].y - lines[at].y) < lines[at].em and is_row(lines[one]) for one in near)


def _first_head(lines: Sequence[Line], row: int, floor: int, widths: dict[int, float]) -> int:
    """Give the first line of a table's head."""
    first = row
    size = lines[row].em
    for at in range(row - 1, max(floor - 1, row - _HEADS), -1):
        line = lines[at]
        small, large = sorted((line.em, size))
        if large > _OTHER_SIZE * small or line.page != lines[row].page or _parts_tables(lines, at, widths):
            break
        if line.text.endswith("。"):
            break
        first = at
    return first


def _last_label(lines: Sequence[Line], row: int, widths: dict[int, float]) -> int:
    """Give the last line of the last row's label, whose lines may hang below its numbers, as may broken numbers."""
    last = row
    numbers = [part.left for part in parts_of(lines[row]) if is_number(part.text)]
    for at in range(row + 1, min(len(lines), row + _HEADS)):
        line, before = lines[at], lines[at - 1]
        close = line.page != before.page or line.y - before.y < _CLOSE * line.em
        small, large = sorted((line.em, lines[row].em))
        broken = all(is_number(part.text) for part in parts_of(line))
        if not close or not (broken or (large <= _OTHER_SIZE * small and line.page == before.page)):
            break
        if not broken and (line.box.right >= min(numbers) or _parts_tables(lines, at, widths)):
            break
        last = at
    return last
