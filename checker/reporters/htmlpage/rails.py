"""Rails: the lines drawn through a statutory table that join the cells of an identity which does not hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model.result import Finding
    from checker.model.tables import StatTable
    from checker.reporters.htmlpage.sheet import Entry, Sheet

_LANES = 3
"""Rails side by side in one row or column; more share the last lane."""


class _Rail(NamedTuple):
    """A straight run of cells, named table/row/column; ``nodes`` are those that the identity is about."""

    entry: Entry
    across: bool
    line: str
    cells: Sequence[str]
    nodes: frozenset[str]


def broken(table: StatTable, sheet: Sheet) -> tuple[Entry, ...]:
    """Give the findings about identities of ``table`` that stand."""
    return tuple(
        entry
        for entry in sheet.entries
        if entry.finding.category == "table-sum" and entry.finding.waived is None and _names(table, entry.finding)
    )


def through(table: StatTable, sheet: Sheet) -> Mapping[str, str]:
    """Give what is drawn in each cell of ``table``, by its name."""
    lanes: Counter[tuple[bool, str]] = Counter()
    drawn: defaultdict[str, str] = defaultdict(str)
    for entry in broken(table, sheet):
        for rail in _rails(table, entry):
            lane = min(lanes[rail.across, rail.line], _LANES - 1)
            lanes[rail.across, rail.line] += 1
            for index, name in enumerate(rail.cells):
                drawn[name] += _piece(rail, index, lane)
    return drawn


def _piece(rail: _Rail, index: int, lane: int) -> str:
    severity = rail.entry.finding.severity.value
    classes = ["rail", "across" if rail.across else "down", f"lane{lane}", severity]
    classes += ["first"] if index == 0 else []
    classes += ["last"] if index == len(rail.cells) - 1 else []
    classes += ["node"] if rail.cells[index] in rail.nodes else []
    return f'<i class="{" ".join(classes)}" data-f="{rail.entry.id}"></i>'


def _rails(table: StatTable, entry: Entry) -> Iterator[_Rail]:
    """Lay one rail in the column and one in the row of the blamed cell, where the identity has other cells there."""
    names = _names(table, entry.finding)
    row, column = _parts(names[0])
    for across, line in ((False, column), (True, row)):
        nodes = frozenset(name for name in names if _parts(name)[0 if across else 1] == line)
        if len(nodes) > 1:
            run = _run(table, across, line)
            marked = [index for index, name in enumerate(run) if name in nodes]
            yield _Rail(entry, across, line, run[marked[0] : marked[-1] + 1], nodes)


def _run(table: StatTable, across: bool, line: str) -> list[str]:  # noqa: FBT001 - one of two directions
    return [
        f"{table.key}/{row}/{column}" for row, column, _ in table.all_cells() if line == (row if across else column)
    ]


def _names(table: StatTable, finding: Finding) -> list[str]:
    """Give the cells of ``table`` that a finding is about, the blamed one first."""
    cells = dict.fromkeys(one.location.cell or "" for one in (*finding.evidence, *finding.related))
    return [name for name in cells if name.startswith(f"{table.key}/") and table.cell(*_parts(name)) is not None]


def _parts(name: str) -> tuple[str, str]:
    _, row, column = name.split("/")
    return row, column
