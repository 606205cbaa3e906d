"""The grid of a statutory table as the official template prints it: captions, heads, labels and values with the cells they merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.template.draft import table_of
from checker.template.labels import depth, paths, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.ruleset.ruleset import Format, TableBlock, TableFormat
    from checker.template.draft import Draft

_CORNERS = {
    "proactive": "信息内容",
    "applications": "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
}


class Place(NamedTuple):
    """A cell: where it begins in the grid, how many rows and columns it takes, and what is printed in it."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    is_label: bool = True


class Sheet(NamedTuple):
    """A table ready to be printed: the size of its grid and its cells by row and column."""

    rows: int
    columns: int
    places: tuple[Place, ...]

    def lines(self) -> list[list[Place]]:
        """Give the cells by the row in which they begin."""
        found: list[list[Place]] = [[] for _ in range(self.rows)]
        for place in self.places:
            found[place.row].append(place)
        return found

    def filled(self) -> list[list[str]]:
        """Give the grid without merged cells, as copies have it: labels are repeated, a value stands once."""
        grid = [[""] * self.columns for _ in range(self.rows)]
        for place in self.places:
            high, wide = (place.rows, place.columns) if place.is_label else (1, 1)
            for row in range(place.row, place.row + high):
                grid[row][place.column : place.column + wide] = [place.text] * wide
        return grid


class _Frame(NamedTuple):
    """Where a block stands: its first row below the heads, the first column of each of its columns, and the end of the last."""

    top: int
    below: int
    edges: tuple[int, ...]


def sheet_of(draft: Draft, form: Format, key: str) -> Sheet:
    """Lay out the table ``key`` of a draft."""
    table = table_of(form, key)
    places = sorted(_by_heads(table, draft) if table.layout == "heads" else _by_rows(table, draft))
    rows = max(one.row + one.rows for one in places)
    columns = max(one.column + one.columns for one in places)
    return Sheet(rows, columns, tuple(places))


def _by_rows(table: TableFormat, draft: Draft) -> Iterator[Place]:
    stub = max(depth(paths(block.rows)) for block in table.blocks)
    width = stub + max(len(block.columns) for block in table.blocks)
    row = 0
    for block in table.blocks:
        if block.caption:
            yield Place(row, 0, 1, width, block.caption)
            row += 1
        frame = _Frame(row, row + depth(paths(block.columns)), (*range(stub, stub + len(block.columns)), width))
        yield from _labels(table.key, block, frame)
        yield from _values(table.key, block, frame, draft)
        row = frame.below + len(block.rows)


def _labels(key: str, block: TableBlock, frame: _Frame) -> Iterator[Place]:
    top, below, edges = frame
    yield Place(top, 0, below - top, edges[0], _CORNERS[key])
    for one in spans(paths(block.columns)):
        start = edges[one.first]
        yield Place(top + one.level, start, one.levels, edges[one.last + 1] - start, one.text)
    for one in spans(paths(block.rows), edges[0]):
        yield Place(below + one.first, one.level, one.last - one.first + 1, one.levels, one.text)


def _values(key: str, block: TableBlock, frame: _Frame, draft: Draft) -> Iterator[Place]:
    for index, row in enumerate(block.rows, frame.below):
        for at, column in enumerate(block.columns):
            start, end = frame.edges[at : at + 2]
            yield Place(index, start, 1, end - start, draft.printed(key, row.key, column.key), is_label=False)


def _by_heads(table: TableFormat, draft: Draft) -> Iterator[Place]:
    """Stand the labels of rows above groups of columns, and the values in one line below."""
    (block,) = table.blocks
    chains = [(*above, one.label) for above in paths(block.rows) for one in block.columns]
    for one in spans(chains):
        yield Place(one.level, one.first, one.levels, one.last - one.first + 1, one.text)
    values = [draft.printed(table.key, row.key, column.key) for row in block.rows for column in block.columns]
    yield from (Place(depth(chains), at, 1, 1, text, is_label=False) for at, text in enumerate(values))
