"""The statutory tables in a document, read by their labels (主动公开、申请办理、复议诉讼三张统计表)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.tables import Missing, StatTable
from checker.patterns import compiled
from checker.structure.statistics.grids import grids_of
from checker.structure.statistics.heads import read_heads
from checker.structure.statistics.labels import axes_of, normal
from checker.structure.statistics.parting import apart
from checker.structure.statistics.rows import Reading, read_rows
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.ruleset.ruleset import Format, TableFormat
    from checker.structure.source import Source
    from checker.structure.statistics.grids import Grid

_BEFORE_SIGNS = 300  # characters of a list before its first sign
_BEHIND_SIGNS = 900
_SIGNS = 2  # a table is known by two of its words, or by its key


def tables_of(source: Source, form: Format, formats: Sequence[Format]) -> dict[str, StatTable]:
    """Read the statutory tables by key; one of another era than ``form`` keeps that era's shape (``era``)."""
    source = _to_the_end(source) if any(table.layout == "list" for table in form.tables) else source
    grids = [
        part for grid in grids_of(source) for part in apart(grid, [table for one in formats for table in one.tables])
    ]
    found = {key: table for key in (one.key for one in form.tables) if (table := _table(key, grids, form, formats))}
    return found or dict(_run_together(source, form))


def _to_the_end(source: Source) -> Source:
    """Take in what follows the signature: a list is attached there."""
    document, end = source.document, source.extent.end
    text = source.text[:end] + fold(document.text[end:])
    return source._replace(text=text, prose=text, extent=Span(source.extent.start, len(document.text)))


def _table(key: str, grids: Sequence[Grid], form: Format, formats: Sequence[Format]) -> StatTable | None:
    eras = [form, *(one for one in formats if one.id != form.id)]
    known = [(era, table) for era in eras for table in era.tables if table.key == key]
    of_it = [grid for grid in grids if any(_is_of(table, grid) for _, table in known)]
    if not of_it:
        return None
    words = [_words(grid) for grid in of_it]
    era, table = max(known, key=lambda one: sum(_printed(one[1], one_grid) for one_grid in words))
    reading = Reading(table)
    if table.layout == "list":
        from checker.structure.statistics.entries import read_list  # few reports have one

        read_list(reading, of_it)
        return _made(era, reading, Span(of_it[0].span.start, of_it[-1].span.end))
    for grid in of_it:
        if table.layout == "rows" or not read_heads(reading, grid):
            read_rows(reading, grid)
    return _made(era, reading, Span(of_it[0].span.start, of_it[-1].span.end))


def _is_of(table: TableFormat, grid: Grid) -> bool:
    first = grid.rows[0][0] if grid.rows and grid.rows[0] else None
    if first and first.raw.strip() == table.key:
        return True
    words = fold(" ".join(cell.raw for row in grid.rows for cell in dict.fromkeys(row) if cell))
    plain = compiled(r"\s+").sub("", words)
    return sum(bool(compiled(sign).search(plain)) for sign in table.sign) >= _SIGNS


def _words(grid: Grid) -> frozenset[str]:
    return frozenset(normal(cell.raw) for row in grid.rows for cell in row if cell)


def _printed(table: TableFormat, words: frozenset[str]) -> int:
    axes = axes_of(table)
    return sum(one in words for one in (*axes.rows.exact, *axes.columns.exact))


def _made(era: Format, reading: Reading, span: Span) -> StatTable:
    format_ = reading.format
    keys = [row.key for block in format_.blocks for row in block.rows if row.key in reading.cells]
    missing = _missing(reading)
    sure = not reading.unplaced and not any(one.axis == "column" for one in missing)
    rows = {
        key: {column: cell._replace(sure=cell.sure or sure) for column, cell in reading.cells[key].items()}
        for key in keys
    }
    return StatTable(
        format_.key,
        era.id,
        span,
        MappingProxyType({key: MappingProxyType(cells) for key, cells in rows.items()}),
        tuple(reading.labels),
        missing,
        tuple(reading.strays),
        readable=any(rows.values()),
    )


def _missing(reading: Reading) -> tuple[Missing, ...]:
    """List the rows that were not found, and the columns without a label in blocks of which rows were found."""
    printed = {one.key for one in reading.labels if one.axis == "column"}
    found: list[Missing] = []
    for block in reading.format.blocks:
        found += [Missing("row", row.key, row.label) for row in block.rows if row.key not in reading.cells]
        if any(row.key in reading.cells for row in block.rows):
            found += [Missing("column", one.key, one.label) for one in block.columns if one.key not in printed]
    return tuple(dict.fromkeys(found))


def _run_together(source: Source, form: Format) -> Iterator[tuple[str, StatTable]]:
    """Find tables whose numbers a copy ran together: they are there, and cannot be read."""
    for table in form.tables:
        signs = [match for sign in table.sign if (match := compiled(sign).search(source.prose))]
        if len(signs) >= _SIGNS:
            span = Span(min(one.start() for one in signs), max(one.end() for one in signs))
            yield table.key, _running(source, form, table, span)


def _running(source: Source, form: Format, table: TableFormat, signs: Span) -> StatTable:
    """Read what a copy as running text still shows of a list; of other tables nothing can be told apart."""
    if table.layout != "list":
        return StatTable(table.key, form.id, signs, readable=False)
    from checker.structure.statistics.entries import read_running_list

    extent = source.extent
    span = Span(max(extent.start, signs.start - _BEFORE_SIGNS), min(extent.end, signs.end + _BEHIND_SIGNS))
    reading = Reading(table)
    read_running_list(reading, source, span)
    return _made(form, reading, signs)
