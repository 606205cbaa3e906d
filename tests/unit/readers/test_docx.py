from __future__ import annotations

from html import escape
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.readers import read_bytes
from tests.unit.readers.wordfile import (
    STRICT_WORD,
    WORD,
    p,
    part,
    r,
    relations,
    style,
    tbl,
    tc,
    tr,
    word_file,
    zipped,
)

if TYPE_CHECKING:
    from checker import Document

VANISH = "<w:vanish/>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp>"
PICTURE = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = map(MARK.format, ("begin", "separate", "end"))


def field(instruction: str, result: str) -> str:
    return f"{BEGIN}<w:r><w:instrText>{instruction}</w:instrText></w:r>{SEPARATE}{result}{END}"


def alternate(choice: str, fallback: str) -> str:
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{choice}</w:drawing></mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def boxed(inside: str) -> str:
    return f"<w:r>{PICTURE.format(inside)}</w:r>"


def control(inside: str, more: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{more}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


LINES = {
    "paragraphs": (p("甲") + p("乙"), ["甲", "乙"]),
    "digits split over runs": (p("共 20", "2", "3 条"), ["共 2023 条"]),
    "an empty paragraph": (p("甲") + "<w:p/>" + p("　 ") + p("乙"), ["甲", "乙"]),
    "an indent of blanks": (p("　　甲　乙 "), ["甲　乙"]),
    "a tab": (p("甲", "<w:r><w:tab/><w:t>乙</w:t></w:r>"), ["甲 乙"]),
    "tab stops": (p("甲", properties="<w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs>"), ["甲"]),
    "a line break": (p("甲", "<w:r><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>"), ["甲", "乙", "丙"]),
    "a page break": (p("甲", "<w:r><w:br w:type='page'/></w:r>", "乙"), ["甲", "乙"]),
    "a break where a page ended": (p("<w:r><w:t>甲</w:t><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r>"), ["甲乙"]),
    "lines of the file": (p("<w:r><w:t>政府\n  信息</w:t></w:r>"), ["政府   信息"]),
    "hyphens": (p("<w:r><w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t><w:softHyphen/><w:t>日</w:t></w:r>"), ["2-3日"]),
    "symbols": (
        p(
            "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Wingdings' w:char='0081'/></w:r>",
            "<w:r><w:sym w:font='宋体' w:char='2460'/><w:sym w:font='Unknown' w:char='F0FF'/><w:sym w:char='x'/></w:r>",
        ),
        ["☑①①"],
    ),
    "a link": (p("甲", f"<w:hyperlink r:id='rId9'>{r('乙')}</w:hyperlink>"), ["甲乙"]),
    "smart tags": (p(f"<w:smartTag w:element='date'>{r('2024')}<w:smartTag>{r('年')}</w:smartTag></w:smartTag>"), ["2024年"]),
    "a control in a paragraph": (p("共", control(r("5")), "条"), ["共5条"]),
    "a control around paragraphs": (p("甲") + control(p("乙") + control(p("丙"))) + p("丁"), ["甲", "乙", "丙", "丁"]),
    "a control around words not filled in": (p(control(r("单击此处"), "<w:showingPlcHdr/>")), ["单击此处"]),
    "custom markup": (f"<w:customXml w:element='x'>{p('甲')}</w:customXml>", ["甲"]),
    "ruby": (
        p("<w:r><w:ruby><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>", "乙"),
        ["甲乙"],
    ),
    "a field": (p(field("DATE", r("2024年"))), ["2024年"]),
    "a simple field": (p(f"<w:fldSimple w:instr='DATE'>{r('2024年')}</w:fldSimple>"), ["2024年"]),
    "a field in a field's instruction": (p("共", field(f" IF </w:instrText></w:r>{field('PAGE', r('9'))}<w:r><w:instrText>", r("5")), "条"), ["共5条"]),
    "a field in a field's result": (p(field("HYPERLINK", r("甲") + field("REF", r("乙")))), ["甲乙"]),
    "a field without a result": (p("甲", BEGIN, "<w:r><w:instrText>eq</w:instrText></w:r>", END, "乙"), ["甲乙"]),
    "a field that never ends": (p("甲", BEGIN, "乙") + p("丙"), ["甲乙", "丙"]),
    "a field that never began": (p("甲", END, BEGIN, "乙", SEPARATE, END), ["甲乙"]),
    "a table of contents": (
        p(BEGIN, "<w:r><w:instrText>TOC</w:instrText></w:r>", SEPARATE, "一、总体情况", "<w:r><w:tab/></w:r>", field(" PAGEREF _Toc1 \\h", r("12")))
        + p(f"<w:hyperlink>{r('二、主动公开')}<w:fldSimple w:instr='PAGEREF _Toc2'>{r('3')}</w:fldSimple></w:hyperlink>", END),
        ["一、总体情况", "二、主动公开"],
    ),
    "a text box": (p("甲", alternate(SHAPE.format(p("框") + p("内")), PICTURE.format(p("框") + p("内"))), "乙") + p("丙"), ["甲乙", "框", "内", "丙"]),
    "an old text box": (p("甲", boxed(p("框"))), ["甲", "框"]),
    "a text box in a text box": (p("甲", boxed(p("乙", boxed(p("丙"))))) + p("丁"), ["甲", "乙", "丙", "丁"]),
    "footnotes, comments and pictures": (
        p("甲", "<w:r><w:footnoteReference w:id='1'/></w:r>", "<w:commentRangeStart w:id='0'/>", "乙", "<w:r><w:commentReference w:id='0'/></w:r>", "<w:r><w:drawing/></w:r>"),
        ["甲乙"],
    ),
    "inserted words": (p("公开", f"<w:ins w:id='1'>{r('486')}</w:ins>", "条"), ["公开486条"]),
    "deleted words": (p("公开", "<w:del w:id='1'><w:r><w:delText>480</w:delText><w:tab/></w:r></w:del>", "486条"), ["公开486条"]),
    "moved words": (p(f"<w:moveFrom>{r('甲')}</w:moveFrom>", "乙", f"<w:moveTo>{r('甲')}</w:moveTo>"), ["乙甲"]),
    "words inserted and deleted again": (p("甲", f"<w:ins><w:del>{r('乙')}</w:del></w:ins>"), ["甲"]),
    "a deleted end of a paragraph": (
        p("甲", properties="<w:rPr><w:del/></w:rPr>") + p("乙", properties="<w:outlineLvl w:val='0'/><w:rPr><w:moveFrom/></w:rPr>") + p("丙") + p("丁"),
        ["甲乙丙", "丁"],
    ),
    "a deleted end before a table": (p("甲", properties="<w:rPr><w:del/></w:rPr>") + tbl(tr("1", "2")), ["甲", "1\t2"]),
    "a deleted paragraph": (p("<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>", properties="<w:rPr><w:del/></w:rPr>") + p("乙"), ["乙"]),
    "deleted rows and cells": (
        tbl(
            tr("1", "2", properties="<w:del/>"),
            tr("3", tc("4", properties="<w:cellDel/>"), "5", properties="<w:ins/>"),
        ),
        ["3\t5"],
    ),
    "hidden words": (p("甲", r("乙", VANISH), r("丙", "<w:vanish w:val='0'/>"), r("丁", "<w:webHidden/>")), ["甲丙丁"]),
    "words hidden before a change": (p(r("甲", f"<w:rPrChange><w:rPr>{VANISH}</w:rPr></w:rPrChange>")), ["甲"]),
    "a hidden end of a paragraph": (p("甲", properties=f"<w:rPr>{VANISH}</w:rPr>") + p("乙"), ["甲乙"]),
    "words hidden by a style": (p(r("甲", "<w:rStyle w:val='Hidden'/>"), "乙", r("丙", "<w:rStyle w:val='Hidden'/><w:vanish w:val='0'/>")), ["乙丙"]),
    "a paragraph hidden by a style": (p("窗体顶端", properties="<w:pStyle w:val='Hidden'/>") + p("甲"), ["甲"]),
    "a line separator typed by hand": (p("甲\u2028乙"), ["甲", "乙"]),
    "marks of XML": (p(escape("政府<通知>&5")), ["政府<通知>&5"]),
}  # fmt: skip
HIDDEN = style("Base", f"<w:rPr>{VANISH}</w:rPr>") + style("Hidden", "", based_on="Base")


def document(body: str, styles: str = HIDDEN) -> Document:
    return read_bytes(word_file(body, styles), "报告.docx")


def lines(read: Document) -> list[str]:
    return [read.text[block.start : block.end] for block in read.blocks]


@pytest.mark.parametrize(("body", "shown"), LINES.values(), ids=LINES)
def test_the_lines_that_word_would_print(body: str, shown: list[str]) -> None:
    read = document(body)
    assert lines(read) == shown
    assert read.text == "\n".join(shown)
    assert read.format == "docx"


NOTES = {
    "nothing": (p("甲"), []),
    "changes": (
        p("甲", f"<w:ins>{r('乙')}</w:ins>", f"<w:del>{r('丙')}</w:del>", r("丁", "<w:rPrChange><w:rPr/></w:rPrChange>")),
        ["tracked changes left in the document: 3; checked as if all were accepted; settle them before publication"],
    ),
    "comments": (
        p("甲", "<w:r><w:commentReference w:id='0'/></w:r><w:r><w:commentReference w:id='1'/></w:r>"),
        ["comments left in the document: 2; delete them before publication"],
    ),
    "hidden text": (
        p("甲", r("乙丙", VANISH), r(" ", VANISH)),
        ["characters of hidden text in the document: 2; not checked; delete them before publication"],
    ),
    "notes below the text": (
        p("甲", "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:endnoteReference w:id='1'/></w:r>"),
        ["footnotes and endnotes in the document: 2; what they say is not checked"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "notes"), NOTES.values(), ids=NOTES)
def test_what_must_not_be_published_is_noted_in_both_languages(body: str, notes: list[str]) -> None:
    read = document(body)
    assert [note.en for note in read.notes] == notes
    assert all(any("一" <= char <= "鿿" for char in note.zh) for note in read.notes)


OUTLINE = "<w:outlineLvl w:val='{}'/>"
STYLES = (
    style("a", "", default=" w:default='1'")
    + style("heading 1", "")
    + style("标题 2", "")
    + style("Title", "")
    + style("一级", f"<w:pPr>{OUTLINE.format(0)}</w:pPr>", based_on="a")
    + style("三级", "", based_on="标题 2")
    + style("目录标题", f"<w:pPr>{OUTLINE.format(9)}</w:pPr>", based_on="heading 1")
    + style("loop", "", based_on="loop")
)
LEVELS = {
    "": 0,
    "<w:pStyle w:val='heading 1'/>": 1,
    "<w:pStyle w:val='标题 2'/>": 2,
    "<w:pStyle w:val='Title'/>": 1,
    "<w:pStyle w:val='一级'/>": 1,
    "<w:pStyle w:val='三级'/>": 2,
    "<w:pStyle w:val='目录标题'/>": 0,
    "<w:pStyle w:val='loop'/>": 0,
    "<w:pStyle w:val='nowhere'/>": 0,
    OUTLINE.format(2): 3,
    OUTLINE.format(9): 0,
    OUTLINE.format("x"): 0,
    f"<w:pStyle w:val='heading 1'/>{OUTLINE.format(9)}": 0,
    f"<w:pPrChange><w:pPr><w:pStyle w:val='heading 1'/>{OUTLINE.format(1)}</w:pPr></w:pPrChange>": 0,
}


@pytest.mark.parametrize(("properties", "heading"), LEVELS.items(), ids=LEVELS)
def test_headings_are_known_by_their_outline_level_or_the_name_of_their_style(properties: str, heading: int) -> None:
    (block,) = document(p("总体情况", properties=properties), STYLES).blocks
    assert (block.kind, block.level) == ("heading" if heading else "paragraph", heading)


def test_lines_and_columns_are_those_of_the_running_text() -> None:
    read = document(p("甲") + p("") + p("乙", r("丙")) + tbl(tr("", "丁"), tr("戊", "己庚")))
    assert [read.locate(read.text.index(one))[:4] for one in "甲丙丁庚"] == [
        (1, 1, None, None),
        (2, 2, None, None),
        (3, 2, None, "T1R1C2"),
        (4, 4, None, "T1R2C2"),
    ]
    assert read.locate(0).running


PLACES = {
    "as usual": "word/document.xml",
    "elsewhere": "word/document2.xml",
    "at the top": "/document.xml",
    "with a backslash": "word\\document.xml",
    "in capitals": "Word/Document.xml",
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.wps", "a.doc", "a.txt", "a"])
def test_a_word_document_is_known_by_its_content_and_its_main_part_by_its_relation(place: str, name: str) -> None:
    parts = {
        "_rels/.rels": relations({"officeDocument": place}),
        place.lstrip("/"): part("document", f"<w:body>{p('甲')}</w:body>"),
    }
    assert read_bytes(zipped(dict(parts)), name).text == "甲"


def test_a_document_without_relations_is_looked_for_where_it_usually_is() -> None:
    body = p("甲", properties="<w:pStyle w:val='heading 1'/>")
    parts: dict[str, str | bytes] = {
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": part("styles", STYLES),
    }
    assert read_bytes(zipped(parts), "a.docx").blocks[0].level == 1


def test_the_strict_form_of_the_standard_is_read_as_well() -> None:
    strict = part("document", f"<w:body>{p('甲')}</w:body>").replace(WORD, STRICT_WORD)
    kind = relations({"officeDocument": "word/document.xml"}).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    assert read_bytes(zipped({"_rels/.rels": kind, "word/document.xml": strict}), "a.docx").text == "甲"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_may_have_another_encoding_and_other_prefixes(encoding: str) -> None:
    whole = part("document", f"<w:body>{p('甲')}</w:body>").replace("w:", "x:").replace(":w=", ":x=")
    whole = whole.replace("UTF-8", encoding)
    assert read_bytes(zipped({"word/document.xml": whole.encode(encoding)}), "a.docx").text == "甲"


def test_what_python_docx_writes_is_read() -> None:
    written = docx.Document()
    written.add_heading("某县2023年政府信息公开工作年度报告", 0)
    written.add_heading("一、总体情况", 1)
    written.add_paragraph("甲\n乙\t丙")
    written.add_paragraph("项目", style="List Number")
    table = written.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "竖"
    written.sections[0].header.paragraphs[0].text = "页眉"
    written.add_comment(written.paragraphs[2].runs, "批注")
    file = BytesIO()
    written.save(file)
    read = read_bytes(file.getvalue(), "a.docx")
    assert lines(read) == [
        "某县2023年政府信息公开工作年度报告",
        "一、总体情况",
        "甲",
        "乙 丙",
        "1. 项目",
        "合并\t竖",
        "\t",
    ]
    assert [block.level for block in read.blocks] == [1, 1, 0, 0, 0, 0, 0]
    assert [cell[:4] for cell in read.tables[0].cells] == [(0, 0, 1, 2), (0, 2, 2, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert len(read.notes) == 1


WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u2028\u2029"), max_size=12)
PIECES = st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=5)


@given(PIECES)
def test_text_put_in_comes_out(paragraphs: list[list[str]]) -> None:
    texts = [text for runs in paragraphs if (text := "".join(runs).strip())]
    body = "".join(p(*(r(escape(run)) for run in runs)) for runs in paragraphs)
    read = document(f"{p('始')}{body}{tbl(*(tr('甲', escape(text)) for text in texts))}")
    assert lines(read) == ["始", *texts, *(f"甲\t{text}" for text in texts)]
    assert all(one.end < other.start for one, other in pairwise(read.blocks))
