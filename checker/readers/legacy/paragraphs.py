"""Paragraphs of an old document, rewritten as those of a new one, with what is said of their characters."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from checker.patterns import compiled
from checker.readers.docx.plain import LINE_END
from checker.readers.docx.vocabulary import word
from checker.readers.legacy.elements import made, printed, put
from checker.readers.legacy.styles import describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from checker.readers.legacy.formatting import Run
    from checker.readers.legacy.marks import Mark
    from checker.readers.legacy.pieces import Text

ENDS = "\r\x07\x0c"
"""What ends a paragraph: its mark, the end of a cell or row, a break of pages or sections."""

_CODE_BEGINS = "\x13"
_FIELDS = {_CODE_BEGINS: "begin", "\x14": "separate", "\x15": "end"}
_REFERENCES = {"\x02": "footnoteReference", "\x05": "commentReference"}
SIGNS = "".join((ENDS, *_FIELDS, *_REFERENCES))
"""Characters that are no text."""

_PART = f"[{SIGNS}]|[^{SIGNS}]++"
_PRINTED = str.maketrans({"\x0b": LINE_END, "\x0e": LINE_END, "\x1e": "-", "\t": " "})


class Paragraphs:
    """Writes paragraphs one by one."""

    def __init__(self, text: Text, marks: Sequence[Mark]) -> None:
        """Take the characters and what sets some of them apart."""
        self._characters = text.characters
        self._marks = marks
        self._in_code = False

    def write(self, start: int, end: int, run: Run) -> Element:
        """Rewrite the paragraph of the characters ``[start, end)``, its end among them."""
        paragraph = made("p")
        properties = put(paragraph, "pPr")
        put(properties, "pStyle", run.style)
        describe(properties, run.properties)
        last = end - (self._characters[end - 1] in ENDS)
        for at, mark in self._marked(last, end):
            if at == last and mark.deleted:
                put(put(properties, "rPr"), "del")
        self._in_code = False
        self._put_text(paragraph, start, last)
        return paragraph

    def _put_text(self, paragraph: Element, start: int, last: int) -> None:
        at = start
        for begins, mark in self._marked(start, last):
            self._put_plain(put(paragraph, "r"), at, begins)
            at = min(mark.end, last)
            self._put_marked(paragraph, self._characters[begins:at], mark)
        self._put_plain(put(paragraph, "r"), at, last)

    def _marked(self, start: int, end: int) -> Iterator[tuple[int, Mark]]:
        """Give the marks within a range, each with the character from which on it holds there."""
        for index in range(bisect_right(self._marks, start, key=lambda one: one.end), len(self._marks)):
            mark = self._marks[index]
            if mark.start >= end:
                return
            yield max(start, mark.start), mark

    def _put_marked(self, paragraph: Element, units: str, mark: Mark) -> None:
        around = put(paragraph, "ins") if mark.inserted else paragraph
        run = put(put(around, "del") if mark.deleted else around, "r")
        if mark.hidden:
            put(put(run, "rPr"), "vanish")
        if not mark.symbol:
            self._put_units(run, units)
        for _ in units if mark.symbol else ():
            put(run, "sym").set(word("char"), f"{mark.symbol:04X}")

    def _put_plain(self, run: Element, start: int, end: int) -> None:
        if start < end:
            self._put_units(run, self._characters[start:end])

    def _put_units(self, run: Element, units: str) -> None:
        for part in compiled(_PART).findall(units):
            if part in _FIELDS:
                put(run, "fldChar").set(word("fldCharType"), _FIELDS[part])
                self._in_code = part == _CODE_BEGINS
            elif part in _REFERENCES:
                put(run, _REFERENCES[part])
            else:
                put(run, "instrText" if self._in_code else "t").text = printed(part.translate(_PRINTED))
