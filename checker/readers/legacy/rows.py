"""Table rows (MS-DOC, 2.9.322): where their cells begin on the page, and which are parts of merged ones."""

from __future__ import annotations

from bisect import bisect_right
from struct import unpack_from
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.legacy.elements import put
from checker.readers.legacy.modifiers import CELLS_DOWN, ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as Element

_CELL = 20
_ACROSS, _GOES_ON_ACROSS = 0b11, 1
_DOWN_SHIFT, _DOWN = 5, 0b11
_MERGED = {1: "continue", 3: "restart"}
_NARROWEST = 30  # twentieths of a point; edges closer to each other are one that was drawn by hand


class Shape(NamedTuple):
    """A row's edges, one more than cells, in twentieths of a point; the cells that go on from the left; merged downwards."""

    edges: tuple[int, ...] = ()
    across: tuple[bool, ...] = ()
    down: tuple[int, ...] = ()


class Row(NamedTuple):
    """A row: the paragraphs of its cells, and its shape."""

    cells: list[list[Element]]
    shape: Shape


def shape(properties: Iterable[tuple[int, bytes]]) -> Shape:
    """Read the shape of a row from its modifiers; empty where they say none."""
    edges: tuple[int, ...] = ()
    across: tuple[bool, ...] = ()
    down: list[int] = []
    for code, operand in properties:
        if code == ROW and operand:
            count = operand[0]
            edges = unpack_from(f"<{count + 1}h", operand, 1)
            cells = [_flags(operand, 1 + 2 * (count + 1) + _CELL * index) for index in range(count)]
            across = tuple(flags & _ACROSS == _GOES_ON_ACROSS for flags in cells)
            down = [flags >> _DOWN_SHIFT & _DOWN for flags in cells]
        elif code == CELLS_DOWN and len(operand) == 2 and operand[0] < len(down):
            down[operand[0]] = operand[1]
    return Shape(edges, across, tuple(down))


def put_table(body: Element, rows: Sequence[Row]) -> None:
    """Rewrite a table as one with a grid."""
    columns = _columns([row.shape for row in rows])
    table = put(body, "tbl")
    for row in rows:
        places = [bisect_right(columns, edge) - 1 for edge in row.shape.edges]
        if len(places) != len(row.cells) + 1:  # of such a row only the order of its cells is known
            places = list(range(len(row.cells) + 1))
        _put_row(put(table, "tr"), row, places)


def _put_row(element: Element, row: Row, places: Sequence[int]) -> None:
    if places[0]:
        put(put(element, "trPr"), "gridBefore", places[0])
    for index, paragraphs in enumerate(row.cells):
        cell = put(element, "tc")
        properties = put(cell, "tcPr")
        put(properties, "gridSpan", max(1, places[index + 1] - places[index]))
        if any(row.shape.across[index : index + 1]):
            put(properties, "hMerge", "continue")
        for down in row.shape.down[index : index + 1]:
            if down in _MERGED:
                put(properties, "vMerge", _MERGED[down])
        cell.extend(paragraphs)


def _columns(shapes: Sequence[Shape]) -> list[int]:
    """Give the edges of a table's columns, from those of all rows."""
    found: list[int] = []
    for edge in sorted({edge for one in shapes for edge in one.edges}):
        if not found or edge - found[-1] > _NARROWEST:
            found.append(edge)
    return found


def _flags(operand: bytes, at: int) -> int:
    flags: int = unpack_from("<H", operand, at)[0] if at + 2 <= len(operand) else 0
    return flags
