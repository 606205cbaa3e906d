"""The statutory tables redrawn: failing cells marked, and every broken identity as a rail through the cells it is about."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.rule import Bilingual
from checker.model.tables import CellState
from checker.reporters.htmlpage import rails
from checker.reporters.htmlpage.markup import both, said, text
from checker.reporters.parts import rendering, wording

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from checker.model.result import CellChange
    from checker.model.tables import StatCell, StatTable
    from checker.reporters.htmlpage.sheet import Entry, Sheet

_UNREADABLE = Bilingual("表中数字连成一片，无法逐格读取。", "The numbers run together: the cells cannot be told apart.")
_IDENTITIES = Bilingual("不平衡的勾稽关系", "Identities that do not hold")
_MISSING = Bilingual("表中没有的行、列：{}", "Rows and columns that the table lacks: {}")
_BLANK = Bilingual("空白", "blank")
_ROW = Bilingual("项目", "Item")
_CHANGE = Bilingual(
    "“→”后是使全表平衡的最小改动，请对照台账核实",
    "behind →: the smallest change with which the whole table balances",
)


class Drawn(NamedTuple):
    """All tables of a report as markup; by a finding's id, its first cell; by a cell's name, its labels as printed."""

    markup: str
    cells: Mapping[str, str]
    names: Mapping[str, str]


class _Grid(NamedTuple):
    """A table with what is said of its cells; cells are named table/row/column, as in evidence."""

    table: StatTable
    labels: Mapping[tuple[str, str], str]
    blamed: Mapping[str, list[Entry]]
    changes: Mapping[str, CellChange]
    rails: Mapping[str, str]
    ids: Mapping[str, str]


def drawn(sheet: Sheet) -> Drawn:
    """Draw the tables of a report."""
    tables = () if sheet.result.report is None else tuple(sheet.result.report.tables.values())
    blamed = _blamed(sheet)
    ids = {name: f"{sheet.id}-c{number}" for number, name in enumerate(blamed, start=1)}
    held = {f"{table.key}/{row}/{column}" for table in tables for row, column, _ in table.all_cells()}
    first = {entry.id: ids[name] for name, entry in _first_cells(sheet, held)}
    changes = _changes(sheet)
    grids = [_Grid(one, _labels(one), blamed, changes, rails.through(one, sheet), ids) for one in tables]
    names = {name: label for grid in grids for name, label in _named(grid)}
    return Drawn("".join(_figure(sheet, grid) for grid in grids), first, names)


def _named(grid: _Grid) -> Iterator[tuple[str, str]]:
    for row, column, _ in grid.table.all_cells():
        yield f"{grid.table.key}/{row}/{column}", f"{_label(grid, 'row', row)} × {_label(grid, 'column', column)}"


def _first_cells(sheet: Sheet, held: Container[str]) -> Iterator[tuple[str, Entry]]:
    for entry in _standing(sheet):
        names = [one.location.cell for one in entry.finding.evidence if one.location.cell in held]
        yield from ((name, entry) for name in names[:1] if name)


def _blamed(sheet: Sheet) -> dict[str, list[Entry]]:
    cells: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in _standing(sheet):
        for name in dict.fromkeys(one.location.cell or "" for one in entry.finding.evidence):
            if "/" in name:
                cells[name].append(entry)
    return cells


def _standing(sheet: Sheet) -> list[Entry]:
    return [entry for entry in sheet.entries if entry.finding.waived is None]


def _changes(sheet: Sheet) -> dict[str, CellChange]:
    best = [entry.finding.repairs[0].cells for entry in _standing(sheet) if entry.finding.repairs]
    return {f"{one.table}/{one.row}/{one.column}": one for cells in best for one in cells}


def _labels(table: StatTable) -> dict[tuple[str, str], str]:
    printed = {(one.axis, one.key): one.raw for one in reversed(table.labels)}
    return {(one.axis, one.key): one.official for one in table.missing} | printed


def _figure(sheet: Sheet, grid: _Grid) -> str:
    name = said(partial(wording.thing, grid.table.key))
    if not grid.table.readable:
        return f'<figure class="statutory"><figcaption>{name}</figcaption><p>{both(_UNREADABLE)}</p></figure>'
    blocks = groupby(grid.table.cells.items(), key=lambda row: tuple(row[1]))
    body = "".join(_block(grid, columns, dict(rows)) for columns, rows in blocks)
    shown = f'<div class="scroll" tabindex="0" role="group"><table><caption>{name}</caption>{body}</table></div>'
    return f'<figure class="statutory">{shown}{_identities(sheet, grid)}{_missing(grid.table)}</figure>'


def _block(grid: _Grid, columns: tuple[str, ...], rows: Mapping[str, Mapping[str, StatCell]]) -> str:
    width = max((len(row) for row in grid.table.cells.values()), default=0)
    rest = f'<td class="none" colspan="{width - len(columns)}"></td>' if width > len(columns) else ""
    head = "".join(f'<th scope="col">{text(_label(grid, "column", column))}</th>' for column in columns)
    lines = [f'<tr><th scope="col">{both(_ROW)}</th>{head}{rest}</tr>']
    for row, cells in rows.items():
        shown = "".join(_cell(grid, f"{grid.table.key}/{row}/{column}", cell) for column, cell in cells.items())
        lines.append(f'<tr><th scope="row">{text(_label(grid, "row", row))}</th>{shown}{rest}</tr>')
    return f"<tbody>{''.join(lines)}</tbody>"


def _label(grid: _Grid, axis: str, key: str) -> str:
    return " ".join(grid.labels.get((axis, key), key).split())


def _cell(grid: _Grid, name: str, cell: StatCell) -> str:
    entries = grid.blamed.get(name, [])
    loudest = min(entries, key=lambda one: -one.finding.severity.rank, default=None)
    state = f' class="{loudest.finding.severity.value}" id="{grid.ids[name]}"' if loudest else ""
    change = grid.changes.get(name)
    better = f"<ins>→{change.after:f}</ins>" if change else ""
    return f"<td{state}>{grid.rails.get(name, '')}{_numbers(entries)}{_value(cell)}{better}</td>"


def _numbers(entries: Iterable[Entry]) -> str:
    return "".join(
        f'<a class="no {one.finding.severity.value}" href="#{one.id}" data-f="{one.id}">{one.number}</a>'
        for one in entries
    )


def _value(cell: StatCell) -> str:
    raw = text(" ".join(cell.raw.split()))
    return f'<span class="blank">{both(_BLANK)}</span>' if cell.state is CellState.BLANK else f"<span>{raw}</span>"


def _identities(sheet: Sheet, grid: _Grid) -> str:
    broken = rails.broken(grid.table, sheet)
    items = "".join(
        f'<li><a class="no {one.finding.severity.value}" href="#{one.id}" data-f="{one.id}">{one.number}</a> '
        f"{said(partial(rendering.message, sheet.run, one.finding))}</li>"
        for one in broken
    )
    legend = f'<p class="label">{both(_CHANGE)}</p>' if any(one.finding.repairs for one in broken) else ""
    return f'<p class="label">{both(_IDENTITIES)}</p><ul class="identities">{items}</ul>{legend}' if items else ""


def _missing(table: StatTable) -> str:
    names = "；".join(one.official for one in table.missing)
    return f'<p class="label">{both(_MISSING, names)}</p>' if names else ""
