"""The running text of a document while it is put together, a block a line, from lines and rows of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Block, BlockKind, Cell, Location, Table
from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Turns = tuple[tuple[int, Location], ...]
"""Pairs of an offset and the place of the character there, as in a block."""


class Words(NamedTuple):
    """Words of a line or cell; ``turns`` say where they come from, by offset in the words, and are empty for running lines."""

    text: str
    turns: Turns = ()


class RunningText:
    """Lines and tables in their order; the place of what has none of its own is that in the running text."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self._texts: list[str] = []
        self.at = 0

    @property
    def text(self) -> str:
        """The running text so far."""
        return "\n".join(self._texts)

    def line(self, words: Words, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        """Put in a line; a blank one is no block."""
        (_, first), *turns = self._moved(words, self.at, Location(len(self._texts) + 1, 1, running=True))
        if words.text.strip():
            self.blocks.append(Block(kind, self.at, self.at + len(words.text), first, level, tuple(turns)))
        self._end_line(words.text)

    def table(self, rows: Iterable[Sequence[Words]]) -> None:
        """Put in a table, each of whose cells takes one place."""
        start, width, cells, number = self.at, 0, [], 0
        for number, row in enumerate(rows, 1):
            cells += self._row(row, number)
            width = max(width, len(row))
        if cells:
            self.tables.append(Table(start, self.at - 1, number, width, tuple(cells)))

    def adopt(self, text: str, blocks: Iterable[Block], tables: Iterable[Table]) -> None:
        """Put in what was made elsewhere, at offsets from 0 on."""
        at = self.at
        for one in blocks:
            turns = tuple((offset + at, place) for offset, place in one.turns)
            self.blocks.append(one._replace(start=one.start + at, end=one.end + at, turns=turns))
        for table in tables:
            moved = (cell._replace(start=cell.start + at, end=cell.end + at) for cell in table.cells)
            self.tables.append(table._replace(start=table.start + at, end=table.end + at, cells=tuple(moved)))
        self._end_line(text)

    def _row(self, row: Sequence[Words], number: int) -> list[Cell]:
        cells: list[Cell] = []
        turns: list[tuple[int, Location]] = []
        at, line = self.at, len(self._texts) + 1
        for column, words in enumerate(row):
            name = f"T{len(self.tables) + 1}R{number}C{column + 1}"
            running = Location(line, at - self.at + 1, running=True)
            turns += ((offset, place._replace(cell=name)) for offset, place in self._moved(words, at, running))
            cells.append(Cell(number - 1, column, 1, 1, at, at + len(words.text)))
            at += len(words.text) + 1
        text = "\t".join(words.text for words in row)
        if text:
            self.blocks.append(Block(BlockKind.ROW, self.at, self.at + len(text), turns[0][1], 0, tuple(turns)))
        self._end_line(text)
        return cells

    def _moved(self, words: Words, at: int, running: Location) -> list[tuple[int, Location]]:
        return [(at + offset, place) for offset, place in words.turns] or [(at, running)]

    def _end_line(self, text: str) -> None:
        self._texts.append(text)
        self.at += len(text) + 1
