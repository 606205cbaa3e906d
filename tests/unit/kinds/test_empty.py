from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import kinds
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import Understand

SECTIONS = ["overview", "proactive", "fees", "problems", "improvements", "other_matters"]


def read(understand: Understand, text: str, year: int = 2017) -> Report:
    return understand(f"某局{year}年政府信息公开工作年度报告\n{text}\n")


def seen(report: Report, says: str = "nothing") -> list[Observation]:
    kind = kinds.load("empty")
    return list(kind.observe(kinds.bind(kind, {"sections": SECTIONS, "says": says}), report))


def bare(report: Report, says: str = "nothing") -> list[str]:
    found = [one for one in seen(report, says) if isinstance(one, Broken)]
    return [report.text[one.spans[0].start : one.spans[0].end] for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "一、概述\n二、主动公开情况\n公开15条。",
        "一、概述。\n\n二、主动公开情况\n公开15条。",
        "一、概述：\n二、主动公开情况\n公开15条。",
    ],
)
def test_a_heading_without_text_is_pointed_at(text: str, understand: Understand) -> None:
    report = read(understand, text)
    assert [words.rstrip("。：") for words in bare(report)] == ["一、概述"]


@pytest.mark.parametrize(
    "text",
    [
        "一、概述\n认真贯彻条例。",
        "一、概述 认真贯彻条例。\n二、主动公开情况：公开15条。",
        "一、概述2017年，我局认真贯彻条例，公开15条。二、主动公开情况2017年，公开15条。",
        "一、概述\n（一）组织领导\n成立小组。\n二、主动公开情况\n（一）数量\n公开15条。",
        "一、主动公开情况\n公开15条。\n二、收费情况\n无",
        "一、主动公开情况\n公开15条。\n二、收费情况\n—\n0元",
        "一、主动公开情况\n公开15条。\n二、没有收取任何费用",
        "一、主动公开情况\n公开15条。\n二、政府信息公开收费0元",
        "一、主动公开情况\n公开15条。\n二、存在的主要问题及改进情况\n一、人员不足。\n二、培训不够。",
        "一、主动公开情况\n项目 条数\n信息 15\n二、存在的问题\n人员不足。",
    ],
)
def test_what_has_text_of_any_kind_is_not_empty(text: str, understand: Understand) -> None:
    assert bare(read(understand, text)) == []


def test_the_signature_is_no_text_of_the_last_part(understand: Understand) -> None:
    text = "一、主动公开情况\n公开15条。\n二、其他需要报告的事项\n{}某县水利局\n2018年3月8日"
    assert bare(read(understand, text.format(""))) == ["二、其他需要报告的事项"]
    assert bare(read(understand, text.format("无。\n"))) == []


def test_one_heading_for_two_contents_is_one_finding(understand: Understand) -> None:
    report = read(
        understand, "一、主动公开情况\n公开15条。\n二、存在的主要问题及改进情况\n三、其他需要报告的事项\n无。"
    )
    assert bare(report) == ["二、存在的主要问题及改进情况"]


def test_the_second_of_two_contents_may_be_empty_by_itself(understand: Understand) -> None:
    text = "一、主动公开情况\n公开15条。\n二、存在问题及改进措施\n（一）存在问题\n人员不足。\n（二）改进措施\n三、其他需要报告的事项\n无。"
    assert bare(read(understand, text)) == ["（二）改进措施"]


def test_three_headings_in_a_row_may_be_a_list_of_contents(understand: Understand) -> None:
    report = read(understand, "一、概述\n二、主动公开情况\n三、依申请公开情况\n四、存在的问题\n人员不足。")
    assert bare(report) == []
    assert any(isinstance(one, Unknown) for one in seen(report))


def test_two_headings_in_a_row_are_both_empty(understand: Understand) -> None:
    report = read(understand, "一、概述\n二、主动公开情况\n三、依申请公开情况\n未收到申请。")
    assert bare(report) == ["一、概述", "二、主动公开情况"]


def test_a_report_without_main_headings_has_no_empty_one(understand: Understand) -> None:
    assert seen(read(understand, "公开15条，未收到申请，未收取费用。")) == [Held(0)]


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("无", True),
        ("无。", True),
        ("没有。", True),
        ("暂无", True),
        ("没有存在的问题", True),
        ("不存在问题。", True),
        ("无专职人员。", False),
        ("没有形成合力，将加强统筹。", False),
        ("", False),
    ],
)
def test_problems_that_are_no_more_than_the_word_none(words: str, none: bool, understand: Understand) -> None:  # noqa: FBT001
    report = read(
        understand, f"一、主动公开情况\n公开15条。\n二、存在的主要问题\n{words}\n三、其他需要报告的事项\n已报送。"
    )
    assert (bare(report, "none") == ["二、存在的主要问题"]) is none


def test_the_values_given_are_those_promised_to_messages(understand: Understand) -> None:
    kind = kinds.load("empty")
    for says, text in (
        ("nothing", "一、概述\n二、主动公开情况\n公开15条。"),
        ("none", "一、概述\n无\n二、主动公开情况\n公开15条。"),
    ):
        (broken,) = [one for one in seen(read(understand, text), says) if isinstance(one, Broken)]
        assert set(broken.values) == kind.placeholders(kinds.bind(kind, {"sections": SECTIONS, "says": says}))
