from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import Understand

REPORT = """\
某局{year}年政府信息公开工作年度报告
一、总体情况
公开120条。
二、主动公开政府信心情况
三、依申请公开情况
未收到申请。
四、存在的主要问题及改进措施
人员不足。
"""


@pytest.fixture
def report(understand: Understand) -> Report:
    return understand(REPORT.format(year=2023))


def seen(report: Report, wording: str) -> list[Observation]:
    kind = kinds.load("heading")
    return list(kind.observe(kinds.bind(kind, {"wording": wording}), report))


def broken(report: Report, wording: str) -> dict[str, Any]:
    found = [one for one in seen(report, wording) if isinstance(one, Broken)]
    return {report.text[one.spans[0].start : one.spans[0].end]: one.section for one in found}


def test_a_slip_of_the_pen_is_pointed_at_with_its_number(report: Report) -> None:
    assert broken(report, "near") == {"二、主动公开政府信心情况": "proactive"}


def test_the_official_words_are_suggested_for_a_slip_alone(report: Report) -> None:
    (slip,) = [one for one in seen(report, "near") if isinstance(one, Broken)]
    assert slip.suggestion == slip.values["official"] == "主动公开政府信息情况"
    assert [one.suggestion for one in seen(report, "other") if isinstance(one, Broken)] == [None, None]


def test_a_heading_that_announces_two_parts_is_one_finding(report: Report) -> None:
    assert broken(report, "other") == {"三、依申请公开情况": "applications", "四、存在的主要问题及改进措施": "problems"}


def test_headings_that_hold_are_counted(report: Report) -> None:
    assert seen(report, "near").count(Held()) == 3
    assert seen(report, "other").count(Held()) == 2


def test_an_era_without_wordings_is_not_judged(understand: Understand) -> None:
    report = understand(REPORT.format(year=2017))
    assert seen(report, "near") == seen(report, "other") == []


@pytest.mark.parametrize("wording", ["near", "other"])
def test_the_values_given_are_those_promised_to_messages(wording: str, report: Report) -> None:
    kind = kinds.load("heading")
    for one in seen(report, wording):
        if isinstance(one, Broken):
            assert set(one.values) == kind.placeholders(kinds.bind(kind, {"wording": wording}))


TITLES = {"overview": "总体情况", "proactive": "主动公开政府信息情况", "applications": "收到和处理政府信息公开申请情况"}
TITLES |= {
    "review_litigation": "复议、诉讼情况",
    "problems": "存在的主要问题及改进情况",
    "other_matters": "其他需要报告的事项",
}


def named(understand: Understand, *titles: str) -> dict[str, object]:
    kind = kinds.load("heading")
    body = "".join(f"{number}、{title}\n见表。\n" for number, title in zip("一二三四五六七", titles, strict=False))
    report = understand(f"某局2023年政府信息公开工作年度报告\n{body}")
    seen = kind.observe(kinds.bind(kind, {"wording": "none", "titles": TITLES}), report)
    return {str(one.values["heading"]): one.section for one in seen if isinstance(one, Broken)}


@pytest.mark.parametrize(
    ("key", "heading"),
    [
        ("overview", "一、领导重视"),
        ("applications", "三、窗口数据"),
        ("problems", "五、几点体会"),
        ("other_matters", "六、结语"),
    ],
)
def test_a_heading_of_no_part_stands_for_the_one_that_is_due_there(
    key: str, heading: str, understand: Understand
) -> None:
    titles = [heading[2:] if one == key else title for one, title in TITLES.items()]
    assert named(understand, *titles) == {heading: key}


def test_a_heading_of_no_part_where_none_is_due_is_a_part_more(understand: Understand) -> None:
    titles = list(TITLES.values())
    assert named(understand, *titles[:5], "建议提案办理", titles[5]) == {}
    assert named(understand, *titles[:2], "窗口数据", "网站数据", *titles[3:]) == {}


def test_too_few_parts_with_headings_tell_nothing_of_the_others(understand: Understand) -> None:
    assert named(understand, "总体情况", "窗口数据", "网站数据") == {}


def test_one_heading_for_two_parts_leaves_none_of_them_due(understand: Understand) -> None:
    titles = ["总体情况", "主动公开和收到、处理申请情况", "复议、诉讼情况", "存在的问题", "其他需要报告的事项"]
    assert named(understand, *titles) == {}


TERMS = {"wording": "near", "terms": {"政府信息": "政府信心", "行政复议": "覆议"}}


def misspelt(understand: Understand, year: int, *titles: str) -> dict[str, object]:
    kind = kinds.load("heading")
    body = "".join(f"{number}、{title}\n未收到申请。\n" for number, title in zip("一二三四", titles, strict=False))
    report = understand(f"某局{year}年政府信息公开工作年度报告\n{body}")
    seen = kind.observe(kinds.bind(kind, TERMS), report)
    return {str(one.values["heading"]): one.values["official"] for one in seen if isinstance(one, Broken)}


def test_a_term_misspelt_is_found_where_no_words_are_prescribed(understand: Understand) -> None:
    found = misspelt(understand, 2016, "概述", "主动公开政府信心的情况", "行政复核、行政诉讼情况")
    assert found == {"二、主动公开政府信心的情况": "政府信息"}


def test_a_heading_that_is_a_slip_as_a_whole_is_told_once(understand: Understand) -> None:
    found = misspelt(understand, 2023, "总体情况", "主动公开政府信心情况", "行政覆议办理")
    assert found == {"二、主动公开政府信心情况": "主动公开政府信息情况", "三、行政覆议办理": "行政复议"}


def test_terms_are_looked_for_in_main_headings_alone(understand: Understand) -> None:
    assert misspelt(understand, 2016, "概述\n（一）行政覆议\n公开15条。\n（二）诉讼", "主动公开情况") == {}
