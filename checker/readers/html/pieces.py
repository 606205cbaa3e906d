"""A page between its elements and its running text: lines, and tables of cells that hold lines."""

from __future__ import annotations

from typing import NamedTuple, cast

from checker.patterns import compiled


class Line(NamedTuple):
    """One line that a browser would begin anew; ``level`` is that of a heading or 0, ``number`` counts the page's lines."""

    text: str
    level: int
    number: int


class PageCell(NamedTuple):
    """A table cell: the columns and rows it asks to span, and what it holds."""

    columns: int
    rows: int
    pieces: list[Line | Grid]


class Grid(NamedTuple):
    """A table of data as the page has it, row by row."""

    rows: list[list[PageCell]]


Piece = Line | Grid

_LONG_LINE, _MANY = 60, 3
_ARTICLE = 600  # characters in one cell
_SHORT_ARTICLE = 150
_MOST_PIECES = 300  # in a cell of data
_PART = r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．](?!\d)"
_FIGURE = r"(?!(?:19|20)\d\d\s?年)-?[\d,，]{1,9}(?:\.\d{1,4})?\s?[%％万亿]?[一-龥]{0,2}"
_LONGEST_FIGURE = 18
_SHARE_OF_ARTICLE = 3  # of a table's characters, one in so many


def is_layout(rows: list[list[PageCell]]) -> bool:
    """Tell a table that only places things on the page: it has one column, holds tables, or articles and no data."""
    if all(len(row) <= 1 for row in rows):
        return True
    held = [cell.pieces for row in rows for cell in row if cell.pieces]
    full = [pieces for pieces in held if len(pieces) > 1 or not isinstance(pieces[0], Line)]
    if any(len(pieces) > _MOST_PIECES or not all(isinstance(piece, Line) for piece in pieces) for pieces in full):
        return True
    lines = cast("list[list[Line]]", held)
    articles = [
        one for one in lines if (len(one) > 1 or len(one[0].text) >= _SHORT_ARTICLE) and _reads_like_article(one)
    ]
    if not articles:
        return False
    others = [line for one in lines if one not in articles for line in one]
    if any(map(_is_long, articles)):
        return not _is_data(others, least=2, one_in=3)  # pages count their readers and number their pictures
    return _outweigh(articles, others) and not _is_data(others, least=1, one_in=6)


def _is_long(lines: list[Line]) -> bool:
    return sum(len(line.text) > _LONG_LINE for line in lines) >= _MANY or _length(lines) > _ARTICLE


def _reads_like_article(lines: list[Line]) -> bool:
    """A cell of data holds a few words; an article has parts or sentences, be they short."""
    if _length(lines) < _SHORT_ARTICLE:
        return False
    told = 0
    for line in lines:
        told += line.text.count("。") or compiled(_PART).match(line.text) is not None
        if told >= _MANY:
            return True
    return _is_long(lines)


def _is_data(lines: list[Line], least: int, one_in: int) -> bool:
    short = (line.text for line in lines if len(line.text) <= _LONGEST_FIGURE)
    figures = sum(compiled(_FIGURE).fullmatch(text) is not None for text in short)
    return figures >= max(least, len(lines) / one_in)


def _outweigh(articles: list[list[Line]], others: list[Line]) -> bool:
    written = sum(map(_length, articles))
    return written > 0 and written * _SHARE_OF_ARTICLE >= written + _length(others)


def _length(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def cell_text(cell: PageCell) -> str:
    """Join a cell's lines as they are read: words go on, two numbers stay apart."""
    words = [piece.text for piece in cell.pieces if isinstance(piece, Line)]
    if len(words) == 1:
        return words[0]
    for index in range(1, len(words)):
        if _in_number(words[index - 1][-1]) and _in_number(words[index][0]):
            words[index] = f" {words[index]}"
    return "".join(words)


def _in_number(char: str) -> bool:
    return char.isdigit() or (char.isascii() and (char.isalpha() or char in ".,-+%"))
