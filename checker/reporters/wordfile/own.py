"""The clerk's own document: which of its elements the running text came from, by walking through it as its reader does."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.readers.docx.origins import origins
from checker.readers.docx.vocabulary import TC, TCPR, TR, P, number_of, word
from checker.reporters.wordfile.places import Piece, Places, Stretch, UnmappedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from checker.model.document import Cell, Document
    from checker.readers.docx.walk import Traced

_APART = "\n\t "
_SPAN, _BEFORE, _ROW = map(word, ("gridSpan", "gridBefore", "trPr"))


def places_in(root: Element, document: Document, original: bytes) -> Places:
    """Find every character of ``document`` in the tree of its file; raises UnmappedError, ReadError."""
    known = origins(original, document.name)
    elements = list(root.iter("*"))
    if len(elements) != len(known.elements):
        raise UnmappedError
    here = dict(zip(known.elements, elements, strict=True))
    pieces: list[Piece] = []
    lines: list[Stretch] = []
    for start, line, paragraph, marked in _aligned(document.text, known.paragraphs):
        lines.append(Stretch(start, start + len(line.text), here[paragraph]))
        pieces += _pieces(start, line, here, marked)
    lines += _blank_cells(document, Places(tuple(pieces), tuple(lines)), here)
    return Places(tuple(pieces), tuple(sorted(lines, key=lambda one: one.start)))


class _Line:
    """A line and the characters of its paragraph, of which ``at`` is the next."""

    def __init__(self, text: str, characters: Sequence[tuple[Element, int, str]], at: int) -> None:
        self.text = text
        self.characters = characters
        self.at = at


def _aligned(text: str, paragraphs: Sequence[Traced]) -> Iterator[tuple[int, _Line, Element, int]]:
    """Find the lines of all paragraphs, which stand in the running text in the same order."""
    at = 0
    for one in paragraphs:
        characters = [(word_, index, char) for word_ in one.texts for index, char in enumerate(word_.text or "")]
        line, marked = _Line("", characters, 0), one.marked
        for words in one.lines:
            while at < len(text) and text[at] in _APART:
                at += 1
            if not text.startswith(words, at):
                raise UnmappedError
            line = _Line(words, characters, line.at)
            yield at, line, one.paragraph, marked
            at, marked = at + len(words), 0


def _pieces(start: int, line: _Line, here: Mapping[Element, Element], marked: int) -> Iterator[Piece]:
    """Cut a line at the bounds of texts; blanks that the reader made of others stand for the first of them."""
    found = []
    for at, char in enumerate(line.text[marked:], start + marked):
        element, index = _next(line, char)
        found.append((at, here[element], index))
    for (element, _), group in groupby(found, key=lambda one: (one[1], one[0] - one[2])):
        run = list(group)
        yield Piece(run[0][0], run[-1][0] + 1, element, run[0][2])


def _next(line: _Line, char: str) -> tuple[Element, int]:
    while line.at < len(line.characters):
        element, index, written = line.characters[line.at]
        line.at += 1
        if written == char or (char == " " and written.isspace()):
            return element, index
    raise UnmappedError


def _blank_cells(document: Document, found: Places, here: Mapping[Element, Element]) -> Iterator[Stretch]:
    """Find the cells without words: by a neighbour in their row that has some, and the columns between."""
    there = {ours: one for one, ours in here.items()}
    for table in document.tables:
        for _, group in groupby(table.cells, key=lambda one: one.row):
            row = list(group)
            blank = [one for one in row if one.start == one.end]
            columns = _columns_beside(row, found, there) if blank else {}
            for cell in blank:
                paragraph = next(columns[cell.column].iter(P), None) if cell.column in columns else None
                if paragraph is not None:
                    yield Stretch(cell.start, cell.end, here[paragraph])


def _columns_beside(row: Sequence[Cell], found: Places, there: Mapping[Element, Element]) -> dict[int, Element]:
    points = (found.first(one.start, one.end) for one in row if one.start < one.end)
    point = next(filter(None, points), None)
    around = next(there[point.element].iterancestors(TR), None) if point else None
    return {} if around is None else dict(_columns(around))


def _columns(row: Element) -> Iterator[tuple[int, Element]]:
    """Give the cells of a row by the column that each begins in."""
    column = number_of(row.find(f"{_ROW}/{_BEFORE}"), 0)
    for cell in row.iter(TC):
        if next(cell.iterancestors(TR), None) is row:
            yield column, cell
            column += max(1, number_of(cell.find(f"{TCPR}/{_SPAN}"), 1))
