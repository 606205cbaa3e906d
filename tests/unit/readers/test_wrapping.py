from __future__ import annotations

from textwrap import fill
from unicodedata import east_asian_width

import pytest

from checker.readers import read_bytes

PARAGRAPH = (
    "根据《中华人民共和国政府信息公开条例》和上级有关要求，编制本报告。本报告所列数据的统计期限自2017年1月1日起至2017年12月31日止。"
    "本报告的电子版可在某县人民政府网站（www.example.gov.cn）查阅、下载。如有疑问，请与某县人民政府办公室联系（电话：0527-84396065）。"
)
LINES = ["某县2017年政府信息公开工作年度报告", PARAGRAPH, PARAGRAPH, PARAGRAPH]


def by_characters(text: str, width: int) -> str:
    return fill(text, width, break_on_hyphens=False)


def by_cells(text: str, width: int) -> str:
    lines, cells = [""], 0
    for char in text:
        wide = 2 if east_asian_width(char) in "WFA" else 1
        if cells + wide > width:
            lines.append("")
            cells = 0
        lines[-1] += char
        cells += wide
    return "\n".join(lines)


def paragraphs(text: str) -> list[str]:
    read = read_bytes(text.encode(), "report.txt")
    return [read.text[one.start : one.end] for one in read.blocks]


@pytest.mark.parametrize("width", [30, 39, 40, 41])
def test_lines_broken_after_a_number_of_characters_are_joined(width: int) -> None:
    assert paragraphs("\n".join(by_characters(line, width) for line in LINES)) == LINES


@pytest.mark.parametrize("width", [60, 76, 80])
def test_lines_broken_after_a_number_of_cells_are_joined(width: int) -> None:
    assert paragraphs("\n".join(by_cells(line, width) for line in LINES)) == LINES


def test_lines_that_happen_to_be_alike_are_not_joined() -> None:
    items = [f"{number}.某某乡镇人民政府信息公开工作先进单位名单如下" for number in range(1, 6)]
    lines = [*LINES[:2], *items]
    assert paragraphs("\n".join(lines)) == lines


def test_unbroken_lines_stay_as_they_are() -> None:
    assert paragraphs("\n".join(LINES)) == LINES
