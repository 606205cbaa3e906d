"""From a prepared tree to lines and tables, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.readers.docx.plain import LINE_END
from checker.readers.docx.tables import OpenTable
from checker.readers.docx.vocabulary import CONTAINERS, TBL, TC, TR, P, T
from checker.readers.html.pieces import Line
from checker.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from checker.readers.docx.numbering import Numbering
    from checker.readers.docx.said import Said
    from checker.readers.docx.styles import Look, Styles
    from checker.readers.html.pieces import Piece

_BREAKS = r"[\t\n\r]+"
_NUMBERED = r"\(?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[).、](?![0-9])"
_DIGITS = r"[0-9]+|[一二三四五六七八九十]+"
_NO_LIST = "0"
_NOWHERE = (None, None)


class Traced(NamedTuple):
    """Where lines come from: a paragraph and its texts; ``marked`` characters in front are a number that Word puts there."""

    paragraph: Element
    texts: tuple[Element, ...]
    lines: tuple[str, ...]
    marked: int


class Walk:
    """A way through a document, which counts its numbered paragraphs; ``trace`` takes down where lines come from."""

    def __init__(self, said: Said, styles: Styles, numbering: Numbering, trace: list[Traced] | None = None) -> None:
        """Begin with nothing read."""
        self._said = said
        self._styles = styles
        self._numbering = numbering
        self._pieces: list[Piece] = []
        self._tables: list[OpenTable] = []
        self._paragraph: Element | None = None
        self._words: list[Element] = []
        self._trace = trace

    def through(self, body: Element) -> list[Piece]:
        """Give the lines and tables of a document's body.

        All elements are met in one pass, which has no ends: a table ends where something is met that is not in it.
        """
        words = self._words
        for element in body.iter(T, P, TC, TR, TBL):
            tag = element.tag
            if tag == T:
                words.append(element)
            else:
                self._end_paragraph()
                self._begin(element, str(tag))
        self._end_paragraph()
        self._end_tables(None)
        return self._pieces

    def _begin(self, element: Element, tag: str) -> None:
        around = element.getparent()
        while around is not None and around.tag in CONTAINERS:
            around = around.getparent()
        if self._tables:
            self._end_tables(around)
        if tag == P:
            self._paragraph = element
        elif tag == TBL:
            self._tables.append(OpenTable(element, self._said))
        elif self._tables and tag == TR:
            self._tables[-1].begin_row(element)
        elif self._tables and self._tables[-1].row is not None:
            self._tables[-1].begin_cell(element)

    def _end_tables(self, around: Element | None) -> None:
        """End the tables that are not around what comes."""
        while self._tables:
            table = self._tables[-1]
            if around is not None and (around is table.cell or around is table.row or around is table.element):
                return
            self._tables.pop()
            sink = self._sink()
            if sink is not None:
                sink += table.pieces()

    def _sink(self) -> list[Piece] | None:
        return self._tables[-1].sink if self._tables else self._pieces

    def _end_paragraph(self) -> None:
        """Put in the lines of the paragraph, as it breaks them itself."""
        paragraph, self._paragraph = self._paragraph, None
        words = tuple(self._words)
        self._words.clear()
        text = "".join([one.text or "" for one in words]).strip()
        sink = self._sink()
        if paragraph is None or sink is None:
            return
        style = self._said.styles.get(paragraph)
        look = self._styles.look(style)
        mark = self._mark(paragraph, look)
        if "\n" in text or "\t" in text:
            text = compiled(_BREAKS).sub(" ", text)
        if mark and _is_numbered_alike(text, mark):
            mark = ""
        text = (mark + text).rstrip()
        level = self._said.levels.get(paragraph, look.level)
        lines = [line for one in text.split(LINE_END) if (line := one.strip())]
        sink += [Line(line, level, 0) for line in lines]
        if self._trace is not None:
            self._trace.append(Traced(paragraph, words, tuple(lines), len(mark.lstrip())))

    def _mark(self, paragraph: Element, look: Look) -> str:
        """Give the number in front of a paragraph."""
        list_id, depth = self._said.places.get(paragraph, _NOWHERE)
        chosen = look.list_id if list_id is None else list_id
        if not chosen or chosen == _NO_LIST:
            return ""
        if depth is None:
            depth = self._numbering.depth_of(chosen, look.owner, look.depth) if list_id is None else 0
        return self._numbering.mark(chosen, depth)


def _is_numbered_alike(text: str, mark: str) -> bool:
    """Tell whether a number of the same kind is typed in front of the text as well."""
    typed = compiled(_NUMBERED).match(fold(text[: len(mark) + 3]))
    return typed is not None and _kind(typed.group()) == _kind(fold(mark).strip())


def _kind(number: str) -> str:
    return compiled(_DIGITS).sub(lambda found: "0" if found.group().isascii() else "一", number)
