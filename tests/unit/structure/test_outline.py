from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import Span, readers
from checker.structure.outline import outline_of
from checker.structure.source import source_of
from checker.text import fold

if TYPE_CHECKING:
    from checker import Report
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "outline.yaml").read_text("utf-8"))
ROWS = [pytest.param(case, id=f"{name}: {case['name']}") for name, rows in CASES.items() for case in rows]


def read(case: dict[str, Any], understand: Understand) -> Report:
    year = case.get("year", 2017)
    return understand(f"某县{year}年政府信息公开工作年度报告\n{case['text']}", case.get("file", "report.txt"))


@pytest.mark.parametrize("case", ROWS)
def test_the_headings_of_a_text(case: dict[str, Any], understand: Understand) -> None:
    found = [[one.style, one.level, one.ordinal, one.title] for one in read(case, understand).outline]
    assert found == case["headings"]


@pytest.mark.parametrize("case", ROWS)
def test_a_heading_s_place_holds_its_number_and_its_words(case: dict[str, Any], understand: Understand) -> None:
    report = read(case, understand)
    for one in report.outline:
        words = "".join(fold(report.text[one.start : one.end]).split())
        assert words.endswith(one.title)
        assert (words == one.title) is (one.ordinal is None)


NESTED = """\
一、概述
（一）组织领导
1.领导小组
一是成立小组。二是明确职责。
（二）制度建设
二、主动公开情况
公开15条。"""


def test_a_heading_governs_the_text_up_to_the_next_one_of_its_level(understand: Understand) -> None:
    report = read({"text": NESTED}, understand)
    governed = {one.title: report.text[one.start : one.stop].strip() for one in report.outline}
    first, second = NESTED.index("（二）"), NESTED.index("二、")
    assert governed == {
        "概述": NESTED[:second].strip(),
        "组织领导": NESTED[NESTED.index("（一）") : first].strip(),
        "领导小组": NESTED[NESTED.index("1.") : first].strip(),
        "成立小组": "一是成立小组。",
        "明确职责": "二是明确职责。",
        "制度建设": "（二）制度建设",
        "主动公开情况": NESTED[second:],
    }


def test_a_heading_without_words_is_none(understand: Understand) -> None:
    assert [one.title for one in read({"text": "一、\n二、概述\n（一）\n"}, understand).outline] == ["概述"]


@pytest.mark.parametrize(
    "piece",
    ["一、", "（一）", "一、情况", "1.\t0\t", "| 3.其他 ", "（一）主动公开情况和", "存在问题：\n", "统计表 ", "1.a 0 "],
)
def test_a_long_text_costs_in_proportion(piece: str) -> None:
    assert seconds(piece, 200_000) < 25 * seconds(piece, 20_000) + 0.2


def seconds(piece: str, length: int) -> float:
    text = fold((piece * length)[:length])
    source = source_of(readers.read_bytes(text.encode(), "a.txt"), text, Span(0, length), ())
    begun = time.perf_counter()
    outline_of(source, lambda title: "情况" in title)
    return time.perf_counter() - begun
