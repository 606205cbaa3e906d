"""Marks within a line of Markdown, left out of its words; the words remember their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Location
from checker.patterns import compiled
from checker.readers.running import Words

if TYPE_CHECKING:
    import regex

_MARKUP = r"\*\*|__|`|(?<=^) {0,3}>\s?|\\(?=[\\`*_{}\[\]()#+.!|>-])"
_IN_CELL = (
    r"\*\*|__|`|\\(?=[\\`*_{}\[\]()#+.!|>-])|(?P<blank>(?i:<br ?/?>|&nbsp;|&emsp;|&ensp;)\s{0,9})"
    r"|</?(?i:p|b|i|u|em|strong|span|font|center|div|sup|sub)(?:\s[^<>]{0,500})?>"
)
_NUMERIC = ".,-+%"


def words_of(line: str, start: int, end: int, place: tuple[int, int]) -> Words:
    """Read ``line[start:end]``, whose first character stands in that line and column of the file."""
    return _without(compiled(_MARKUP), line[start:end], place)


def cell_of(line: str, start: int, end: int, place: tuple[int, int]) -> Words:
    """Read a cell, where a line break joins words and keeps numbers apart, and blanks at the edges are none of its words."""
    text = line[start:end]
    head = len(text) - len(text.lstrip())
    return _without(compiled(_IN_CELL), text.strip(), (place[0], place[1] + head))


def joined(pieces: list[Words]) -> Words:
    """Put together what stands on several lines of one cell: words go on, two numbers stay apart."""
    text = ""
    turns: list[tuple[int, Location]] = []
    for piece in pieces:
        if piece.text:
            text += " " if text and _is_numeric(text[-1]) and _is_numeric(piece.text[0]) else ""
            turns += ((len(text) + offset, place) for offset, place in piece.turns)
            text += piece.text
    return Words(text, tuple(turns) or (pieces[0].turns if pieces else ()))


def _without(marks: regex.Pattern[str], text: str, place: tuple[int, int]) -> Words:
    kept: list[str] = []
    turns = [(0, Location(*place))]
    at = length = 0
    for mark in marks.finditer(text):
        piece = text[at : mark.start()]
        if mark.groupdict().get("blank") and _is_numeric(text[mark.start() - 1 : mark.start()] or " "):
            piece += " " if _is_numeric(text[mark.end() : mark.end() + 1] or " ") else ""
        kept.append(piece)
        length += len(piece)
        at = mark.end()
        turns.append((length, Location(place[0], place[1] + at)))
    kept.append(text[at:])
    return Words("".join(kept), tuple(turns))


def _is_numeric(char: str) -> bool:
    return char.isdigit() or (char.isascii() and (char.isalpha() or char in _NUMERIC))
