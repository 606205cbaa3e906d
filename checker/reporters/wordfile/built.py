"""A Word document made of a report's text, for files that are none: headings, paragraphs, tables."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from checker.model.document import BlockKind, Span, Table
from checker.patterns import compiled
from checker.reporters.wordfile.places import Piece, Places, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from lxml.etree import _Element as Element

    from checker.model.document import Block, Cell
    from checker.model.report import Report

_LATIN, _HAN = "Times New Roman", "宋体"
_NO_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DEEPEST = 9
_WIDTH = 9_000  # twentieths of a point
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def built(report: Report) -> tuple[WordDocument, Places]:
    """Make the document; what lies around the report on a page is left out."""
    document = docx.Document()
    _dress(document, report)
    writing = _Writing(document, report)
    for part in _parts(report):
        writing.put(part)
    return document, Places(tuple(writing.pieces), tuple(writing.lines))


def _dress(document: WordDocument, report: Report) -> None:
    said = document.core_properties
    said.title, said.author, said.comments, said.language = _written(report.title)[:255], "", "", "zh-CN"
    for name in ("Normal", "Title", *(f"Heading {level}" for level in range(1, _DEEPEST + 1))):
        style = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script, font in (("ascii", _LATIN), ("hAnsi", _LATIN), ("eastAsia", _HAN)):
            fonts.set(qn(f"w:{script}"), font)


def _parts(report: Report) -> Iterator[Block | Table]:
    """Give the report's blocks in their order, a table for its rows."""
    tables = deque(table for table in report.document.tables if table.cells)
    end = -1
    for block in report.document.blocks:
        while tables and tables[0].end <= block.start:
            tables.popleft()
        judged = block.start < report.extent.end and block.end > report.extent.start
        if block.start < end or not judged or block.kind is BlockKind.METADATA:
            continue
        if tables and tables[0].start <= block.start:
            end = tables[0].end
            yield tables[0]
        else:
            yield block


class _Writing:
    def __init__(self, document: WordDocument, report: Report) -> None:
        self.pieces: list[Piece] = []
        self.lines: list[Stretch] = []
        self._document = document
        self._text = report.document.text
        self._headings = {heading.start: heading for heading in report.outline}
        title = report.front.get("title")
        self._title = title.span if title and title.span else Span(report.extent.start, report.extent.start + 1)

    def put(self, part: Block | Table) -> None:
        if isinstance(part, Table):
            self._document.element.body.insert_element_before(self._table(part), "w:sectPr")
            self._document.add_paragraph()
        else:
            paragraph = self._document.add_paragraph(style=self._style(part))
            self._words(paragraph._p, part.start, part.end)  # noqa: SLF001 - a text is needed as an element

    def _style(self, block: Block) -> str:
        if block.start < self._title.end and self._title.start < block.end:
            return "Title"
        words = self._text[block.start : block.end]
        heading = self._headings.get(block.start + len(words) - len(words.lstrip()))
        alone = heading is not None and heading.end >= block.start + len(words.rstrip()) - 1  # a stop may follow
        level = block.level or (heading.level if heading and alone else 0)
        return f"Heading {min(level, _DEEPEST)}" if level else "Normal"

    def _words(self, paragraph: Element, start: int, end: int) -> None:
        self.lines.append(Stretch(start, end, paragraph))
        if start == end:
            return
        run, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = _written(self._text[start:end])
        words.set(_SPACE, "preserve")
        run.append(words)
        paragraph.append(run)
        self.pieces.append(Piece(start, end, words, 0))

    def _table(self, table: Table) -> Element:
        made: Element = OxmlElement("w:tbl")
        made.append(_properties())
        grid = OxmlElement("w:tblGrid")
        grid.extend([_made("w:gridCol", w=_WIDTH // table.columns) for _ in range(table.columns)])
        made.append(grid)
        for row, places in enumerate(table.grid()):
            line = OxmlElement("w:tr")
            line.extend(self._row(table, row, places))
            made.append(line)
        return made

    def _row(self, table: Table, row: int, places: tuple[Cell | None, ...]) -> Iterator[Element]:
        for column, cell in enumerate(places):
            if cell is not None and column > 0 and places[column - 1] is cell:
                continue
            columns = sum(one is cell for one in places) if cell is not None else 1
            element, paragraph = _cell(cell, row, columns, _WIDTH * columns // table.columns)
            if cell is not None and cell.row == row:
                self._words(paragraph, cell.start, cell.end)
            yield element


def _cell(cell: Cell | None, row: int, columns: int, width: int) -> tuple[Element, Element]:
    element: Element = OxmlElement("w:tc")
    paragraph: Element = OxmlElement("w:p")
    properties = OxmlElement("w:tcPr")
    properties.append(_made("w:tcW", w=width, type="dxa"))
    if columns > 1:
        properties.append(_made("w:gridSpan", val=columns))
    if cell is not None and cell.rows > 1:
        properties.append(_made("w:vMerge", val="restart" if cell.row == row else "continue"))
    element.extend([properties, paragraph])
    return element, paragraph


def _properties() -> Element:
    properties: Element = OxmlElement("w:tblPr")
    properties.append(_made("w:tblW", w=_WIDTH, type="dxa"))
    borders = OxmlElement("w:tblBorders")
    borders.extend([_made(f"w:{side}", val="single", sz=4, space=0, color="000000") for side in _BORDERS])
    properties.append(borders)
    return properties


def _made(tag: str, **said: str | int) -> Element:
    element: Element = OxmlElement(tag)
    for name, value in said.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def _written(text: str) -> str:
    """Put a sign for every character that XML cannot have; the length stays."""
    return compiled(_NO_XML).sub("\ufffd", text)
