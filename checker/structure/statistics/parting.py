"""Parts grids that hold several statutory tables, one below the other, as copies and some site builders make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled
from checker.structure.statistics.labels import axes_of
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.ruleset.ruleset import TableFormat
    from checker.structure.statistics.grids import Grid
    from checker.structure.statistics.rows import Row


def apart(grid: Grid, tables: Sequence[TableFormat]) -> Iterator[Grid]:
    """Give the parts of a grid of which each has the words of one table; nearly every grid is one part."""
    words = compiled(r"\s+").sub("", fold(" ".join(cell.raw for row in grid.rows for cell in row if cell)))
    within = [table for table in tables if any(compiled(sign).search(words) for sign in table.sign)]
    if len({table.key for table in within}) < 2:
        yield grid
        return
    start, key = 0, ""
    for at, row in enumerate(grid.rows):
        its = _key_of(row, within)
        if its and key and its != key:
            yield grid.cut(start, at)
            start = at
        key = its or key
    yield grid.cut(start, len(grid.rows))


def _key_of(row: Row, tables: Sequence[TableFormat]) -> str:
    """Name the table that has most words of the row; none where two have as many."""
    found: dict[str, int] = {}
    words = compiled(r"\s+").sub("", fold(" ".join(cell.raw for cell in row if cell)))
    for table in tables:
        axes = axes_of(table)
        count = sum(bool(axis.find(cell.raw, damaged=False)) for cell in dict.fromkeys(row) if cell for axis in axes)
        count += sum(bool(compiled(sign).search(words)) for sign in table.sign)
        found[table.key] = max(found.get(table.key, 0), count)
    best = max(found.values(), default=0)
    keys = [key for key, count in found.items() if count == best]
    return keys[0] if best and len(keys) == 1 else ""
