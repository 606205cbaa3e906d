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
        ("2017年度我局暂无明显问题。", True),
        ("目前，尚未发现突出问题。", True),
        ("目前尚无明确的考核问题清单。", False),
        ("未发现问题整改不到位的原因。", False),
        ("无专职人员。", False),
        ("没有形成合力，将加强统筹。", False),
        ("", False),
    ],
)
def test_problems_that_are_no_more_than_the_word_none(words: str, none: bool, understand: Understand) -> None:  # noqa: FBT001
    report = read(
        understand, f"一、主动公开情况\n公开15条。\n二、存在的主要问题\n{words}\n三、其他需要报告的事项\n已报送。"
    )
    assert bare(report, "none") == ([words.rstrip("。")] if none else [])


ASPECTS = "（一）主动公开\n{}（二）依申请公开\n{}（三）政府信息管理\n{}（四）平台建设\n{}（五）监督保障\n{}"
BELOW = ["^(?:主动公开|依申请公开|政府信息管理|平台建设|监督保障)$"]


def within(understand: Understand, aspects: str, behind: str = "公开15条。\n") -> Observation:
    kind = kinds.load("empty")
    params = kinds.bind(kind, {"sections": ["overview"], "says": "nothing", "below": BELOW})
    report = read(understand, f"一、总体情况\n{aspects}二、主动公开政府信息情况\n{behind}", 2023)
    (seen,) = kind.observe(params, report)
    return seen


@pytest.mark.parametrize(
    ("filled", "bare"),
    [
        ("11110", "（五）监督保障"),
        ("01011", "（一）主动公开、（三）政府信息管理"),
        ("00000", ASPECTS.replace("{}", "")),
    ],
)
def test_headings_within_a_part_that_have_nothing_behind_them(filled: str, bare: str, understand: Understand) -> None:
    broken = within(understand, ASPECTS.format(*("已落实。\n" * int(one) for one in filled)))
    assert isinstance(broken, Broken)
    assert broken.values["heading"] == bare.strip().replace("\n", "、")
    assert len(broken.spans) == filled.count("0")


def test_a_list_of_headings_before_the_text_is_no_empty_passage(understand: Understand) -> None:
    assert isinstance(within(understand, ASPECTS.format("", "", "", "", "以上五个方面均已落实。\n")), Unknown)
    assert isinstance(within(understand, ASPECTS.format("", "", "", "", ""), behind=""), Unknown)


def test_items_below_a_heading_are_its_text(understand: Understand) -> None:
    assert within(understand, "（一）主动公开\n1.公开数量\n公开15条。\n2.公开渠道\n网站。\n（二）加强领导\n") == Held(1)


def test_the_values_given_are_those_promised_to_messages(understand: Understand) -> None:
    kind = kinds.load("empty")
    for says, text in (
        ("nothing", "一、概述\n二、主动公开情况\n公开15条。"),
        ("none", "一、概述\n无\n二、主动公开情况\n公开15条。"),
    ):
        (broken,) = [one for one in seen(read(understand, text), says) if isinstance(one, Broken)]
        assert set(broken.values) == kind.placeholders(kinds.bind(kind, {"sections": SECTIONS, "says": says}))
