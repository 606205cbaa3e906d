from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

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
        words = "".join(report.text[one.start : one.end].split())
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
