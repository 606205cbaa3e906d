"""A table without rules put together: heads, labels and values in the columns that its numbers make."""

from __future__ import annotations

from itertools import pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

from checker.readers.pdf.columns import columns_of, values_of
from checker.readers.pdf.heads import heads_of
from checker.readers.pdf.labels import kind_of, labels_of, number_of
from checker.readers.pdf.pieces import Box, Sheet, SheetCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.readers.pdf.columns import Column, Values
    from checker.readers.pdf.heads import Heads
    from checker.readers.pdf.labels import Label
    from checker.readers.pdf.pieces import Part

_INNERMOST = 2
_LABELS = -1


class _Zone(NamedTuple):
    """Lines of heads, by the index of the first and behind the last."""

    first: int
    behind: int


class _Frame(NamedTuple):
    """The columns of a table: how many of labels, and those of values."""

    labels: int
    columns: Sequence[Column]


def sheet_of(lines: Sequence[Sequence[Part]]) -> Sheet | None:
    """Put a table together; None where it is not sure what stands where."""
    columns = columns_of(lines)
    values = values_of(lines, columns) if columns else None
    if not values:
        return None
    zones = list(_zones(lines, values, columns[0].left))
    in_heads = {at for zone in zones for at in range(*zone)}
    words = [
        part for at, parts in enumerate(lines) if at not in in_heads for part in parts if part.middle < columns[0].left
    ]
    if not words and len(values) > 1:
        return None  # numbers broken within their cells look like rows
    found = labels_of(words, values) if words else ([], [], 0)
    heads = _heads(lines, zones, columns)
    if found is None or heads is None or not _is_numbered(found[0]) or not _is_headed(values, heads):
        return None
    labels, parents, wide = found
    named: Iterable[Label | None] = labels or repeat(None, 1)  # without labels there is one row
    return _filled(_Frame(wide, columns), heads, list(zip(values, named, strict=True)), parents)


def _zones(lines: Sequence[Sequence[Part]], values: Sequence[Values], edge: float) -> Iterator[_Zone]:
    """Give the heads above rows: from the first to the last line with words in the columns of values."""
    behind = 0
    for row in values:
        inner = [at for at in range(behind, row.lines[0]) if any(part.middle >= edge for part in lines[at])]
        if inner:
            first = inner[0]
            while first > behind and (not behind or lines[first - 1][0].page > lines[behind - 1][0].page):
                first -= 1
            yield _Zone(first, inner[-1] + 1)
        behind = row.lines[-1] + 1


def _heads(
    lines: Sequence[Sequence[Part]], zones: Sequence[_Zone], columns: Sequence[Column]
) -> dict[int, Heads] | None:
    """Read the heads by the index of the line behind them; heads that each page repeats are left out."""
    made: dict[int, Heads] = {}
    known: set[str] = set()
    for zone in zones:
        parts = [part for parts in lines[zone.first : zone.behind] for part in parts]
        texts = {part.text for part in parts}
        if made and texts <= known and lines[zone.first - 1][0].page < parts[0].page:
            continue
        known = known or texts
        heads = heads_of(parts, columns)
        if heads is None or (not made and len(heads.leaves.keys() - {_LABELS}) < len(columns)):
            return None
        made[zone.behind] = heads
    return made or None


def _is_numbered(labels: Sequence[Label]) -> bool:
    """Tell whether numbered labels follow each other."""
    numbers = [number_of(label.text) for label in labels]
    return all(after in (0, 1) or after == before + 1 for before, after in pairwise(numbers))


def _is_headed(values: Sequence[Values], heads: dict[int, Heads]) -> bool:
    """Tell whether each value stands below a label of its column."""
    for row in values:
        above = [heads[at] for at in heads if at <= row.lines[0]]
        if not above or not row.cells.keys() <= above[-1].leaves.keys():
            return False
    return True


def _filled(
    frame: _Frame,
    heads: dict[int, Heads],
    rows: Sequence[tuple[Values, Label | None]],
    parents: Sequence[Label],
) -> Sheet:
    cells: list[SheetCell] = []
    placed: list[int] = []
    at, waiting, current = 0, sorted(heads), next(iter(heads.values()))
    for values, label in rows:
        while waiting and waiting[0] <= values.lines[0]:
            current = heads[waiting.pop(0)]
            made, height = _head_cells(current, at, frame)
            cells += made
            at += height
        cells += _row_cells(values, label, at, frame, current)
        placed.append(at)
        at += 1
    cells += _parent_cells(parents, rows, placed)
    width = frame.labels + len(frame.columns)
    box = _around(cell.box for cell in cells if cell.page == rows[0][0].page)
    return Sheet(rows[0][0].page, box, [float(side) for side in range(width + 1)], at, cells, ruled=False)


def _head_cells(heads: Heads, at: int, frame: _Frame) -> tuple[list[SheetCell], int]:
    cells = []
    for number, line in enumerate(heads.above):
        if len(line) == 1:
            cells.append(_cell(at + number, 0, frame.labels + len(frame.columns), line[0].text, line))
            continue
        for part in line:
            column = min(range(len(frame.columns)), key=lambda one: abs(frame.columns[one].middle - part.middle))
            cells.append(_cell(at + number, frame.labels + column, 1, part.text, [part]))
    last = at + len(heads.above)
    for column, part in heads.leaves.items():
        if column == _LABELS:
            cells.append(_cell(last, 0, frame.labels, part.text, [part]))
        else:
            cells.append(_cell(last, frame.labels + column, 1, part.text, [part]))
    return cells, len(heads.above) + 1


def _row_cells(values: Values, label: Label | None, at: int, frame: _Frame, heads: Heads) -> Iterator[SheetCell]:
    if label:
        yield _cell(at, label.first, label.behind - label.first, label.text, label.parts)
    beside = next(iter(values.cells.values()))
    for column in range(len(frame.columns)):
        part = values.cells.get(column)
        if part:
            yield _cell(at, frame.labels + column, 1, part.text, [part])
        elif column in heads.leaves:
            yield _cell(at, frame.labels + column, 1, "", [beside])


def _parent_cells(
    parents: Sequence[Label], rows: Sequence[tuple[Values, Label | None]], placed: Sequence[int]
) -> Iterator[SheetCell]:
    """Give parents' labels over the rows that are theirs; beside the nearest row where that cannot be told."""
    for slot in sorted({one.first for one in parents}):
        of_slot = [one for one in parents if one.first == slot]
        groups = _groups(rows, placed, slot, several=len(of_slot) > 1)
        if len(groups) != len(of_slot):
            groups = []
        for number, parent in enumerate(of_slot):
            held = groups[number] if groups else [_nearest(parent, rows, placed)]
            cell = _cell(held[0], slot, 1, parent.text, parent.parts)
            cell.rows = held[-1] - held[0] + 1
            yield cell


def _groups(
    rows: Sequence[tuple[Values, Label | None]], placed: Sequence[int], slot: int, *, several: bool
) -> list[list[int]]:
    """Give the rows whose labels stand right of ``slot``, in groups that begin with the number 1."""
    made: list[list[int]] = []
    before: Label | None = None
    for at, (_, label) in zip(placed, rows, strict=True):
        if label is None or label.first <= slot or (slot and kind_of(label.text) != _INNERMOST):
            before = None
            continue
        if before is None or (several and number_of(label.text) == 1):
            made.append([])
        made[-1].append(at)
        before = label
    return made


def _nearest(parent: Label, rows: Sequence[tuple[Values, Label | None]], placed: Sequence[int]) -> int:
    part = parent.parts[0]
    distances = [
        (abs(row.page - part.page), abs(row.y - part.y), at) for at, (row, _) in zip(placed, rows, strict=True)
    ]
    return min(distances)[2]


def _cell(row: int, column: int, columns: int, text: str, parts: Sequence[Part]) -> SheetCell:
    own = [one for one in parts if one.page == parts[0].page]
    box = _around(Box(one.left, one.y - one.em / 2, one.right, one.y + one.em / 2) for one in own)
    return SheetCell(row, column, 1, columns, text, parts[0].page, box)


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))
