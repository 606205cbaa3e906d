from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.model.document import BlockKind
from checker.readers import read_bytes

if TYPE_CHECKING:
    from checker import Document


def document(text: str) -> Document:
    return read_bytes(text.encode(), "report.md")


LINES = {
    "# 某县2017年政府信息公开工作年度报告": (1, "某县2017年政府信息公开工作年度报告"),
    "## 一、概述": (2, "一、概述"),
    "###### （一）主动公开": (6, "（一）主动公开"),
    "   ## 一、概述": (2, "一、概述"),
    "##\t一、概述": (2, "一、概述"),
    "## 一、概述 ##": (2, "一、概述"),
    "## **一、概述**": (2, "一、概述"),
    "## __一、概述__": (2, "一、概述"),
    "**一、概述**": (0, "一、概述"),
    "主动公开**100**条": (0, "主动公开100条"),
    "网址`www.example.gov.cn`。": (0, "网址www.example.gov.cn。"),
    "> 根据《条例》，编制本报告。": (0, "根据《条例》，编制本报告。"),
    ">根据《条例》": (0, "根据《条例》"),
    "> **一、概述**": (0, "一、概述"),
    r"1\. 主动公开": (0, "1. 主动公开"),
    r"\# 不是标题": (0, "# 不是标题"),
    r"5\*20": (0, "5*20"),
    "1. 主动公开": (0, "1. 主动公开"),
    "- 一是健全制度": (0, "- 一是健全制度"),
    "| 当面申请 | 3 |": (0, "| 当面申请 | 3 |"),
    "#一、概述": (0, "#一、概述"),
    "####### 一、概述": (0, "####### 一、概述"),
    "    # 缩进": (0, "    # 缩进"),
    "正文 # 不是标题": (0, "正文 # 不是标题"),
    "收入>支出": (0, "收入>支出"),
    "www.example_gov.cn": (0, "www.example_gov.cn"),
}


@pytest.mark.parametrize(("line", "read"), LINES.items(), ids=LINES)
def test_a_line_s_level_and_words(line: str, read: tuple[int, str]) -> None:
    (block,) = document(line).blocks
    assert (block.level, document(line).text[block.start : block.end]) == read
    assert block.kind is (BlockKind.HEADING if read[0] else BlockKind.PARAGRAPH)


@pytest.mark.parametrize("line", ["", "   ", "> ", "****", "**", "> **"])
def test_marks_around_nothing_are_no_block(line: str) -> None:
    assert [block.location.line for block in document(f"{line}\n概述").blocks] == [2]


COLUMNS = [
    ("# 某县报告", "某", 3),
    ("# 某县报告", "告", 6),
    ("##  一、概述", "一", 5),
    ("## **一、概述**", "一", 6),
    ("主动公开**100**条", "开", 4),
    ("主动公开**100**条", "1", 7),
    ("主动公开**100**条", "条", 12),
    ("**共**公开__9__条`x`个", "共", 3),
    ("**共**公开__9__条`x`个", "9", 10),
    ("**共**公开__9__条`x`个", "x", 15),
    ("**共**公开__9__条`x`个", "个", 17),
    ("> 根据条例", "根", 3),
    (">根据条例", "据", 3),
    (r"1\. 概述", "概", 5),
]


@pytest.mark.parametrize(("line", "words", "column"), COLUMNS)
def test_a_column_counts_the_marks_that_were_left_out(line: str, words: str, column: int) -> None:
    text = f"概况。\n\n{line}\n"
    place = document(text).locate(document(text).text.index(words, 4))
    assert (place.line, place.column) == (3, column)
    assert line[column - 1] == words


def test_blank_lines_and_line_numbers_are_kept() -> None:
    read = document("# 报告\r\n\r\n一、概述\r\n")
    assert read.text == "报告\n\n一、概述\n"
    assert [block.location.line for block in read.blocks] == [1, 3]
    assert read.format == "md"


def test_a_broken_byte_is_told() -> None:
    read = read_bytes("# 报告\n\n一、概述\n公开政府信息\n".encode() + b"\xe6\xa6\n", "report.md")
    assert "�" in read.text
    assert [note.en for note in read.notes] == ["damaged places that could not be read (shown as U+FFFD): 1"]
