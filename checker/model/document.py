"""What a reader makes of a file: one running text, its blocks and where each of them came from."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from checker.model.record import NamedTuple


class BlockKind(StrEnum):
    """What the file itself says a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ROW = "row"  # a table's row: its cells' texts, set off by tabs
    METADATA = "metadata"  # what the file says of itself apart from its text, a line an item


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in a document's text."""

    start: int
    end: int


class Location(NamedTuple):
    """Where a character stands in the file: 1-based line and column, page, table cell; what does not apply is None.

    ``cell`` is written T2R5C3: second table, row 5, column 3. ``running``: line and column are those of the running text, a
    block a line, for the file has no lines that a reader sees (html). ``box`` is left, top, right and bottom of the line
    or cell on its page, in points from the page's upper left corner (pdf).
    """

    line: int | None = None
    column: int | None = None
    page: int | None = None
    cell: str | None = None
    running: bool = False
    box: tuple[float, float, float, float] | None = None


class Block(NamedTuple):
    """One paragraph or heading: its range in the running text and the place of its first character.

    ``turns`` are pairs (offset in the running text, place of the character there) wherever the text does not simply go
    on in the next column: behind markup that was left out, or where a broken line was joined to the next.
    """

    kind: BlockKind
    start: int
    end: int
    location: Location
    level: int = 0
    turns: tuple[tuple[int, Location], ...] = ()


class Cell(NamedTuple):
    """A table cell: its 0-based place in the grid, how many rows and columns it spans, and its range in the running text."""

    row: int
    column: int
    rows: int
    columns: int
    start: int
    end: int


class Table(NamedTuple):
    """A table: its range in the running text, the size of its grid, and its cells by row and column, each once."""

    start: int
    end: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]

    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """Give the grid expanded over merged cells; None where the file has no cell."""
        places: dict[tuple[int, int], Cell] = {}
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rows, self.rows)):
                for column in range(cell.column, min(cell.column + cell.columns, self.columns)):
                    places.setdefault((row, column), cell)
        return tuple(tuple(places.get((row, column)) for column in range(self.columns)) for row in range(self.rows))


class Note(NamedTuple):
    """A remark about reading or checking that is no finding (数据缺损、跳过的内容等)."""

    zh: str
    en: str


class Document(NamedTuple):
    """A file as read; ``text`` is never repaired. ``content`` is the main content where the file tells it from the page."""

    name: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    tables: tuple[Table, ...] = ()
    content: Span | None = None

    def in_table(self, offset: int) -> bool:
        """Tell whether the character at ``offset`` stands in a table."""
        index = bisect_right(self.tables, offset, key=lambda one: one.start) - 1
        return index >= 0 and offset < self.tables[index].end

    def locate(self, offset: int) -> Location:
        """Give the place of the character at ``offset``."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if index < 0:
            return Location(1, 1)
        block = self.blocks[index]
        places = ((block.start, block.location), *block.turns)
        at, place = places[bisect_right(places, offset, key=lambda one: one[0]) - 1]
        if place.column is None:
            return place
        return place._replace(column=place.column + min(offset, block.end) - at)


class ReadError(Exception):
    """A file that cannot be read: which, why and what to do about it, each in one line."""

    def __init__(self, path: str, reason: tuple[str, str], hint: tuple[str, str]) -> None:
        """Keep both languages (Chinese, English) of ``reason`` and ``hint``."""
        super().__init__(f"{path}: {reason[1]}")
        self.path = path
        self.reason = reason
        self.hint = hint
