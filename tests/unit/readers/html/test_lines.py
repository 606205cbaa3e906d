from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.model.document import BlockKind
from checker.readers import read_bytes

if TYPE_CHECKING:
    from checker import Document

LINES = {
    "<p>甲<p>乙": ["甲", "乙"],
    "甲<br>乙<br/>丙": ["甲", "乙", "丙"],
    "<div>甲<div>乙</div>丙</div>": ["甲", "乙", "丙"],
    "<span>202</span><span>5</span>年": ["2025年"],
    "<p><font>1</font><b>7</b><o:p></o:p>条</p>": ["17条"],
    "政府\n  信息": ["政府信息"],
    "共 \n 5 条": ["共 5 条"],
    "<span>2</span> <span>3</span>": ["2 3"],
    "<p>  甲&nbsp;乙&nbsp; </p>": ["甲\xa0乙"],
    "<p>&nbsp;</p><p>　</p>甲": ["甲"],
    "甲<!-- 乙 -->丙": ["甲丙"],
    "甲<!--[if !supportLists]-->7、<!--[endif]-->丙": ["甲7、丙"],
    "甲<script>x</script><style>y</style><noscript>z</noscript><template>w</template>": ["甲"],
    "甲<p hidden>乙</p><p style='DISPLAY: none'>丙</p><i style='visibility:hidden'>丁</i>": ["甲"],
    "甲<div style='display:none'><p hidden>乙</p></div>丙": ["甲丙"],
    "<select><option>甲</option></select>乙": ["乙"],
    "<ol><li>甲</li><li>乙</li></ol>": ["1. 甲", "2. 乙"],
    "<ol start=3><li>甲<li value=9>乙<li>丙</ol>": ["3. 甲", "9. 乙", "10. 丙"],
    "<ol style='list-style-type:none'><li>甲</ol>": ["甲"],
    "<ol type=a><li>甲</ol>": ["甲"],
    "<ol><li>一、甲</ol>": ["一、甲"],
    "<ol><li>甲<ul><li>乙</ul><li>丙</ol>": ["1. 甲", "乙", "2. 丙"],
    "<pre>甲\n乙</pre>": ["甲", "乙"],
    "<pre>甲\n乙<b>丙</b>\n\n丁</pre>": ["甲", "乙丙", "丁"],
    "<p>甲</div></b><td>乙": ["甲乙"],
    "&#25919;&#x5E9C;&lt;通知&gt;": ["政府<通知>"],
    "<ruby>甲<rt>jia</rt></ruby>乙": ["甲乙"],
    "<a href=x>甲</a>乙": ["甲乙"],
    "公开<del>480</del><ins>486</ins>条": ["公开486条"],
    "共公开<s>480</s>486<strike>份</strike>条": ["共公开486条"],
    "公开政府信息486条<del><p>公开480条</p></del>": ["公开政府信息486条"],
    "甲<s>乙<p>丙<p>丁": ["甲乙", "丙", "丁"],
    "<del>公开政府信息486条</del>": ["公开政府信息486条"],
    "甲<p title='a>b<p>'>乙": ["甲", "乙"],
    "<p<span>甲</span>乙": ["甲乙"],
    "<p><x <td>甲": ["甲"],
    "<xmp>甲<b></xmp><noframes>乙</noframes>": ["甲<b>"],
    "甲<script><!-- <script></script> --></script>乙": ["甲乙"],
    "甲<noscript><table><tr><td>乙<td>丙</table></noscript>": ["甲"],
    "甲<!-- <table> -->乙<script>'<!--'</script>丙": ["甲乙丙"],
    "<pre>甲<table><tr><td>乙\n丙</table></pre>": ["甲", "乙", "丙"],
}
CELLS = {
    "<p>结</p><p>果</p><p>维</p><p>持</p>": "结果维持",
    "<p>商业</p>\n<p>企业</p>": "商业企业",
    "<p>商业<br>企业</p>": "商业企业",
    "<p>12</p><p>34</p>": "12 34",
    "1<br>2": "1 2",
    "<p>３</p><p>４</p>": "３ ４",
    "<p>3</p><p>件</p>": "3件",
    "<p>-5</p><p>-6</p>": "-5 -6",
    "&nbsp;&nbsp;": "",
    "<p><o:p> </o:p></p>": "",
    "0": "0",
    "0&nbsp;": "0",
    "<b>1</b><span>7</span>": "17",
}
GRIDS = {
    "<tr><td>a<td>b<tr><td>c<td>d": [["a", "b"], ["c", "d"]],
    "<tr><td colspan=2>a<tr><td>c<td>d": [["a", "a"], ["c", "d"]],
    "<tr><td rowspan=2>a<td>b<tr><td>d": [["a", "b"], ["a", "d"]],
    "<tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e": [["a", "b", "c"], ["d", "b", "e"]],
    "<tr><td rowspan=2 colspan=2>a<td>b<tr><td>d": [["a", "a", "b"], ["a", "a", "d"]],
    "<tr><td>a<td>b<tr><td>c": [["a", "b"], ["c", None]],
    "<tr><td rowspan=9>a<td>b<tr><td>c": [["a", "b"], ["a", "c"]],
    "<tr><td rowspan=0>a<td>b<tr><td>c": [["a", "b"], ["a", "c"]],
    "<tr><td colspan=0>a<td colspan=x>b<td colspan=-3>c": [["a", "b", "c"]],
    "<thead><tr><th>a<th>b<tbody><tr><td>c<td>d<tfoot><tr><td>e<td>f": [["a", "b"], ["c", "d"], ["e", "f"]],
    "<tr><td>a<td>b<tr></tr><tr><td>c<td>d": [["a", "b"], [None, None], ["c", "d"]],
    "<tr><td><td><tr><td>c<td>d": [["", ""], ["c", "d"]],
    "<tfoot><tr><td>e<td>f<tbody><tr><td>c<td>d<thead><tr><th>a<th>b": [["a", "b"], ["c", "d"], ["e", "f"]],
    "<tr><td>a<td>b<tr hidden><td>x<td>y<tr style='display:none'><td>x<tr><td>c<td>d": [["a", "b"], ["c", "d"]],
    "<tr><td rowspan=2>a<td>b<tr><td rowspan=2 colspan=2>c<tr><td>d": [
        ["a", "b", None],
        ["a", "c", "c"],
        ["d", "c", "c"],
    ],
    "<tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e": [["a", "b", "c"], ["d", "b", "e"]],
    "<td>a<td>b<tr><td>c<td>d": [["a", "b"], ["c", "d"]],
    "<tr><td title='a>b<td>'>a<td class=x>b<tr><td width=1 colspan='2'>c": [["a", "b"], ["c", "c"]],
    "<tr><td><table><tr><td>a</table><td>b<tr><td>c<td>d": [["a", "b"], ["c", "d"]],
    "<tr><td><a href=x>a</a><td><p>b</p>\n<tr><td><label>c</label><td>d<!-- x --></td></tr>": [["a", "b"], ["c", "d"]],
}


def document(body: str) -> Document:
    return read_bytes(f"<html><body>{body}</body></html>".encode(), "page.html")


def lines(read: Document) -> list[str]:
    return [read.text[block.start : block.end] for block in read.blocks]


@pytest.mark.parametrize(("body", "shown"), LINES.items(), ids=LINES)
def test_the_lines_that_a_browser_shows(body: str, shown: list[str]) -> None:
    assert lines(document(body)) == shown


@pytest.mark.parametrize(("body", "shown"), CELLS.items(), ids=CELLS)
def test_the_text_of_a_cell(body: str, shown: str) -> None:
    read = document(f"<table><tr><td>{body}</td><td>尾</td></tr></table>")
    (table,) = read.tables
    assert [read.text[cell.start : cell.end] for cell in table.cells] == [shown, "尾"]
    assert lines(read) == [f"{shown}\t尾"]


@pytest.mark.parametrize(("rows", "grid"), GRIDS.items(), ids=GRIDS)
def test_a_grid_is_expanded_over_merged_cells(rows: str, grid: list[list[str | None]]) -> None:
    read = document(f"<table>{rows}</table>")
    (table,) = read.tables
    assert [[cell and read.text[cell.start : cell.end] for cell in row] for row in table.grid()] == grid


def test_a_row_has_each_of_its_cells_once() -> None:
    read = document("前<table><tr><td rowspan=2>甲<td>1<td colspan=3>2<tr><td>3<td>4</table>后")
    assert lines(read) == ["前", "甲\t1\t2", "3\t4", "后"]
    assert [block.kind for block in read.blocks] == ["paragraph", "row", "row", "paragraph"]
    assert [read.locate(read.text.index(one)).cell for one in "前甲123后"] == [
        None,
        "T1R1C1",
        "T1R1C2",
        "T1R1C3",
        "T1R2C2",
        None,
    ]
    assert (read.tables[0].start, read.tables[0].end) == (read.text.index("甲"), read.text.index("4") + 1)


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td>菜单<td><table><tr><td>1<td>2</table></table>",
        "<table><tr><td>菜单<tr><td>1 2</table>",
        f"<table><tr><td>菜单<td>{'<p>' + '一段很长的文字' * 10}{'<p>' + '又一段很长的文字' * 10}{'<p>' + '再一段很长的文字' * 10}</table>",
    ],
)
def test_a_table_that_only_places_things_is_none(layout: str) -> None:
    read = document(f"{layout}")
    assert read.blocks[0].kind is BlockKind.PARAGRAPH
    assert read.text.startswith("菜单\n")
    assert len(read.tables) == layout.count("<td>1<td>2")


SENTENCE = "我镇高度重视政府信息公开工作，明确专人负责，及时更新内容。"
PARTS = [
    f"{number}、{part}\n{SENTENCE}"
    for number, part in zip("一二三四五", ["概述", "公开", "申请", "收费", "问题"], strict=True)
]
SHORT_REPORT = "\n".join(["某镇2011年政府信息公开工作年度报告", *PARTS]).split("\n")
BODIES = {
    "paragraphs": "".join(f"<p>{line}</p>" for line in SHORT_REPORT),
    "line breaks": "<br>".join(SHORT_REPORT),
    "divisions": "".join(f"<div><span>{line}</span></div>" for line in SHORT_REPORT),
    "a table of one cell": "<table><tr><td>" + "<br>".join(SHORT_REPORT) + "</td></tr></table>",
    "tables in tables": "<table><tr><td><table><tr><td>" + "<br>".join(SHORT_REPORT) + "</table></table>",
    "a table of rows": "<table>" + "".join(f"<tr><td>{line}</td></tr>" for line in SHORT_REPORT) + "</table>",
}
PLACES = [
    "<table><tr><td>首页<br>年报</td><td>{}</td></tr></table>",
    "<table><tr><td><a>首页</a><td><a>年报</a><td><a>指南</a><tr><td colspan=3>{}</table>",
    "<table><tr><td>首页<td><table><tr><td>年报<td>{}</table></table>",
    "<table><tr><td>索引号<td>01430/2012-02<td>分类<td>年报<tr><td>日期<td>2012-01-15<td>浏览<td>35<tr><td colspan=4>{}</table>",
    "<table><tr><td>{}<td></table>",
    "<table><tr><td>2012年<br>2011年<br>2010年<br>2009年<td>{}</table>",
]


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("place", PLACES)
def test_a_short_report_in_a_layout_table_keeps_its_lines(body: str, place: str) -> None:
    read = document(place.format(body))
    assert (read.tables, lines(read)[-len(SHORT_REPORT) :]) == ((), SHORT_REPORT)
    assert {block.kind for block in read.blocks} == {BlockKind.PARAGRAPH}


def test_a_long_report_keeps_its_lines_beside_counters_and_numbered_pictures() -> None:
    menu = "首页<br>机构<br>指南<br>1<br>2<br>3<br>年报<br>目录<br>新闻<br>信箱<br>公告<br>服务<br>搜索"
    read = document(f"<table><tr><td>{menu}<td>{BODIES['paragraphs'] * 5}<td>访问量<br>3521</table>")
    assert (read.tables, SHORT_REPORT[0] in lines(read)) == ((), True)


REMARK = "<br>".join(
    f"{number}.“主动公开”是指本机关按照规定向社会公开的政府信息，不含重复发布的数量。" for number in range(1, 7)
)
DATA = {
    "a remark beside figures": f"<tr><td>主动公开<td>15<td rowspan=2>{REMARK}<tr><td>依申请公开<td>2",
    "a remark below one figure": f"<tr><td>指标<td>数量<tr><td>主动公开<td>15<tr><td>备注<td>{REMARK}",
    "a long remark": f"<tr><td>指标<td>数量<tr><td>主动公开<td>15<tr><td>依申请公开<td>2<tr><td colspan=2>{REMARK}<br>{REMARK}<br>{REMARK}",
    "figures with units": f"<tr><td>收费<td>1,200.50元<td>免收<td>3件<tr><td colspan=4>{REMARK}",
    "a remark below a form not filled in": f"<tr><td>{'<tr><td>'.join(f'（{n}）主动公开政府信息的数量<td>条<td>' for n in range(40))}<tr><td colspan=3>{REMARK}",
    "labels in one cell": "<tr><td>办理结果<br>（一）予以公开<br>（二）部分公开<br>（三）不予公开<td>3<br>2<br>1<br>0",
    "duties": "<tr><td>科室<td>职责<tr><td>办公室<td>1.受理申请；<br>2.答复。<tr><td>法规科<td>1.审查；<br>2.应诉。",
}


@pytest.mark.parametrize("rows", DATA.values(), ids=DATA)
def test_a_table_of_data_stays_one_whatever_its_remarks(rows: str) -> None:
    assert len(document(f"<table>{rows}</table>").tables) == 1


def test_headings_have_the_level_of_the_page() -> None:
    read = document("<h1>甲</h1><h3><span>乙</span></h3><p>丙</p>")
    assert [(block.kind, block.level) for block in read.blocks] == [("heading", 1), ("heading", 3), ("paragraph", 0)]


def test_lines_and_columns_are_those_of_the_running_text() -> None:
    read = document("<p>甲</p>\n\n<p>乙<b>丙</b></p>")
    place = read.locate(read.text.index("丙"))
    assert (place.line, place.column, place.cell) == (2, 2, None)
    assert read.text.splitlines()[1][1] == "丙"


def test_what_the_page_says_of_itself_comes_first() -> None:
    head = "<head><title>\n 题 目 </title><meta name=PubDate content='2022-01-05 08:00'><meta name=ContentSource content=''><meta name=x content=y></head>"
    read = read_bytes(f"<html>{head}<body><p>正文</p></body></html>".encode(), "page.html")
    assert lines(read) == ["Title: 题 目", "PubDate: 2022-01-05 08:00", "正文"]
    assert [block.kind for block in read.blocks] == ["metadata", "metadata", "paragraph"]
