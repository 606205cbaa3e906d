"""An old document rewritten as the body of a new one, so that both are read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled
from checker.readers.legacy.elements import made
from checker.readers.legacy.modifiers import DEPTH, IN_TABLE, ROW_END, number
from checker.readers.legacy.paragraphs import ENDS, SIGNS
from checker.readers.legacy.rows import Row, put_table, shape
from checker.readers.legacy.storage import TooMuchError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from checker.readers.legacy.formatting import Formatting
    from checker.readers.legacy.paragraphs import Paragraphs
    from checker.readers.legacy.pieces import Text

_PARAGRAPH = f"[^{ENDS}]*+[{ENDS}]|[^{ENDS}]++"
_CELL_END = "\x07"
_MOST_SIGNS = 100_000  # ends of paragraphs and cells, marks of fields and notes: each becomes some elements
_NONE = b""


class Rewriting:
    """The body while it is written; a table is written at its end, when the edges of all its rows are known."""

    def __init__(self, text: Text, formatting: Formatting, paragraphs: Paragraphs) -> None:
        """Begin with an empty body."""
        self._text = text
        self._formatting = formatting
        self._paragraphs = paragraphs
        self._body = made("body")
        self._rows: list[Row] = []
        self._cells: list[list[Element]] = []
        self._cell: list[Element] = []

    def whole(self) -> Element:
        """Rewrite the whole text; raises ValueError where a table has no end, TooMuchError."""
        if sum(map(self._text.characters.count, SIGNS)) > _MOST_SIGNS:
            raise TooMuchError
        for found in compiled(_PARAGRAPH).finditer(self._text.characters):
            self._take(*found.span())
        self._end_table()
        return self._body

    def _take(self, start: int, end: int) -> None:
        run = self._formatting.at(self._text.place(end - 1))
        said = dict(run.properties)
        ends_cell = self._text.characters[end - 1] == _CELL_END
        if ends_cell and number(said.get(ROW_END, _NONE)):
            self._rows.append(Row(self._cells, shape(run.properties)))
            self._cells = []
            return
        paragraph = self._paragraphs.write(start, end, run)
        if ends_cell:
            self._cells.append([*self._cell, paragraph])
            self._cell = []
        elif number(said.get(IN_TABLE, _NONE)) or number(said.get(DEPTH, _NONE)) > 0:
            self._cell.append(paragraph)
        else:
            self._end_table()
            self._body.append(paragraph)

    def _end_table(self) -> None:
        if self._cells or self._cell:
            raise ValueError(len(self._cells))
        if self._rows:
            put_table(self._body, self._rows)
            self._rows = []
