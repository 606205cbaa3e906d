"""The marks of a comment in the text: where it begins, where it ends, and the sign that refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.parser import OxmlElement

from checker.readers.docx.fields import FIELD_MARK
from checker.readers.docx.vocabulary import PPR, P, R, word
from checker.reporters.wordfile.runs import Runs, host

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from checker.reporters.wordfile.places import Point

_START, _END, _REFERENCE = "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"
_ID, _KIND = word("id"), word("fldCharType")


class Marks:
    """Puts comments around words; the sign of one within a field stands behind the field, or LibreOffice loses its text."""

    def __init__(self, body: Element) -> None:
        """Take note of the fields before anything is cut."""
        self._runs = Runs()
        self._behind = _field_ends(body)

    def around(self, number: int, first: Point, last: Point) -> None:
        """Put a comment around everything from one character to another; both must have a host."""
        around, end = self._runs.around(first, last), host(last.element)
        if around is None or end is None:
            return
        around[0].addprevious(_element(_START, number))
        closing = _element(_END, number)
        around[1].addnext(closing)
        _refer(number, self._behind.get(end.run, closing))

    def whole(self, number: int, paragraph: Element) -> None:
        """Put a comment around everything in a paragraph, be it empty."""
        last = next((one for one in paragraph.iterchildren(R, reversed=True)), None)
        begins = 1 if len(paragraph) and paragraph[0].tag == PPR else 0
        paragraph.insert(begins, _element(_START, number))
        closing = _element(_END, number)
        paragraph.append(closing)
        _refer(number, closing if last is None else self._behind.get(last, closing))


def _field_ends(body: Element) -> dict[Element, Element]:
    """Give the run that ends the outermost field by every run in it; a field without end is none."""
    ends: dict[Element, Element] = {}
    inside: list[Element] = []
    depth = 0
    for element in body.iter(R, FIELD_MARK):
        if element.tag == R:
            inside.append(element)
        elif element.get(_KIND) == "begin":
            inside = inside[-1:] if depth == 0 else inside
            depth += 1
        elif element.get(_KIND) == "end" and depth:
            depth -= 1
            if depth == 0:
                ends.update(dict.fromkeys(inside, inside[-1]))
                inside = inside[-1:]
    return ends


def _refer(number: int, element: Element) -> None:
    """Put the sign behind an element, outside of all that its paragraph holds it in."""
    while (above := element.getparent()) is not None and above.tag != P:
        element = above
    run: Element = OxmlElement("w:r")
    run.append(_element(_REFERENCE, number))
    element.addnext(run)


def _element(tag: str, number: int) -> Element:
    made: Element = OxmlElement(tag)
    made.set(_ID, str(number))
    return made
