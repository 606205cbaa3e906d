"""Writes a report as a Word document, set as official documents are (GB/T 9704): A4, 小标宋, 黑体, 楷体, 仿宋, 28 lines apart."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from checker.template.draft import is_subheading
from checker.template.sheet import sheet_of
from checker.template.wordtable import table_xml

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

    from checker.ruleset.ruleset import Format
    from checker.template.draft import Draft

_LATIN = "Times New Roman"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file can say: the same report gives the same bytes
_BLACK = RGBColor(0, 0, 0)


class _Face(NamedTuple):
    """How paragraphs of a style look: typeface and size (pt), the first line's indent in characters, centred or not."""

    font: str
    size: int
    indent: int = 2
    centred: bool = False


_FACES = {
    "Title": _Face("方正小标宋简体", 22, 0, centred=True),
    "Heading 1": _Face("黑体", 16),
    "Heading 2": _Face("楷体_GB2312", 16),
    "Normal": _Face("仿宋_GB2312", 16),
}


def write(draft: Draft, form: Format) -> bytes:
    """Write the report with merged cells as the template has them, and page numbers."""
    document = Document()
    _set_page(document)
    for name, face in _FACES.items():
        _set_style(document.styles[name], face)
    _say(document, draft)
    _fill(document, draft, form)
    return _packed(document)


def _set_page(document: WordDocument) -> None:
    (page,) = document.sections
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("— ")
    foot._p.append(_page_number())  # noqa: SLF001 - python-docx has no door to fields
    foot.add_run(" —")


def _page_number() -> OxmlElement:  # type: ignore[valid-type]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    return field


def _set_style(style: ParagraphStyle, face: _Face) -> None:
    style.font.name, style.font.size, style.font.bold = _LATIN, Pt(face.size), False
    style.font.color.rgb = _BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for asked in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[asked]
    fonts.set(qn("w:eastAsia"), face.font)
    for line in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(line)
    layout = style.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = Pt(28)
    layout.first_line_indent = Pt(face.size * face.indent)
    if face.centred:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _say(document: WordDocument, draft: Draft) -> None:
    """Put in what the file says of itself."""
    said = document.core_properties
    said.title, said.author, said.comments, said.language = draft.title, draft.issuer, "", "zh-CN"
    said.created = said.modified = datetime(draft.year + 1, 1, 1, tzinfo=UTC)


def _fill(document: WordDocument, draft: Draft, form: Format) -> None:
    document.add_paragraph(draft.title, "Title")
    for text in draft.introduction:
        document.add_paragraph(text)
    for heading, chapter in draft.numbered():
        document.add_paragraph(heading, "Heading 1")
        for text in chapter.paragraphs:
            document.add_paragraph(text, "Heading 2" if is_subheading(text) else "Normal")
        if chapter.table:
            document.element.body.insert_element_before(
                parse_xml(table_xml(sheet_of(draft, form, chapter.table))), "w:sectPr"
            )
    for text in draft.closing:
        _to_the_right(document.add_paragraph(text))


def _to_the_right(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _packed(document: WordDocument) -> bytes:
    """Pack the document anew, for python-docx puts the time of day into the package."""
    made, packed = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for name in parts.namelist():
            part = ZipInfo(name, _FIRST_DAY)
            part.compress_type = ZIP_DEFLATED
            package.writestr(part, parts.read(name))
    return packed.getvalue()
