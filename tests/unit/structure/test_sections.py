from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from checker import Report
    from checker.model.report import Section
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "sections.yaml").read_text("utf-8"))
ROWS = [pytest.param(case, id=f"{name}: {case['name']}") for name, rows in CASES.items() for case in rows]
STATED = yaml.safe_load((Path(__file__).parent / "stated.yaml").read_text("utf-8"))
TOLD = [
    pytest.param(key, words, wanted, where, id=f"{key} {wanted}: {words}")
    for where, keys in STATED.items()
    for key, lists in keys.items()
    for wanted, listed in lists.items()
    for words in listed
]
UNDER = {"headings": "一、工作实绩\n公开信息。\n二、{}\n如前。\n", "sentences": "一、工作实绩\n{}\n"}
NUMBER = (
    r"^(?:第[一二三]部分[:：、]?|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|\d+[.、．]|#+)\s*"
)
REPORT = """\
某县2017年政府信息公开工作年度报告
本报告包括概述、主动公开、依申请公开三部分。
一、概述
认真贯彻条例。
二、政府信息公开情况
（一）主动公开方面
公开15条。
（二）依申请公开方面
未收到申请，也未收取费用。
三、存在的问题和改进措施
人员不足。
"""


def read(case: dict[str, Any], understand: Understand) -> Report:
    year = case.get("year", 2017)
    return understand(f"某县{year}年政府信息公开工作年度报告\n{case['text']}")


@pytest.mark.parametrize("case", ROWS)
def test_the_sections_of_a_report(case: dict[str, Any], understand: Understand) -> None:
    report = read(case, understand)
    found = {key: [one.placement.value, words_of(report, one)] for key, one in report.sections.items()}
    assert found == case["sections"]


@pytest.mark.parametrize(("key", "words", "told", "where"), TOLD)
def test_what_tells_of_a_content_and_what_does_not(
    key: str, words: str, told: str, where: str, understand: Understand
) -> None:
    report = understand(f"某县2017年政府信息公开工作年度报告\n{UNDER[where].format(words)}")
    assert (key in report.sections) is (told == "told")


@pytest.mark.parametrize("key", ["problems", "improvements"])
def test_every_format_knows_the_same_words_for_problems_and_improvements(key: str, ruleset: Any) -> None:
    parts = [next(part for part in form.sections if part.key == key) for form in ruleset.formats]
    assert len({(part.headings, part.topics) for part in parts}) == 1


def words_of(report: Report, section: Section) -> str:
    """The words of a section's heading without its number, or the sentence that states it."""
    sentence = report.text[section.start : section.end]
    return re.sub(NUMBER, "", section.heading) if section.heading else sentence


@pytest.mark.parametrize("case", ROWS)
def test_sections_come_in_the_order_of_the_format(case: dict[str, Any], understand: Understand, ruleset: Any) -> None:
    report = read(case, understand)
    form = ruleset.format_for(report.year)
    order = [part.key for part in form.sections]
    assert list(report.sections) == [key for key in order if key in report.sections]
    assert report.format == form.id


def test_a_section_reaches_from_its_heading_to_the_next(understand: Understand) -> None:
    report = understand(REPORT)
    words = {key: report.text[one.start : one.end].strip() for key, one in report.sections.items()}
    assert words == {
        "overview": "一、概述\n认真贯彻条例。",
        "proactive": "（一）主动公开方面\n公开15条。",
        "applications": "（二）依申请公开方面\n未收到申请，也未收取费用。",
        "fees": "未收到申请，也未收取费用。",
        "problems": "三、存在的问题和改进措施\n人员不足。",
        "improvements": "三、存在的问题和改进措施\n人员不足。",
    }


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("某县2017", "document"),
        ("本报告包括", "document"),
        ("认真", "overview"),
        ("二、", "document"),
        ("公开15条", "proactive"),
        ("（二）", "applications"),
        ("未收取", "fees"),
        ("人员", "problems"),
    ],
)
def test_a_place_belongs_to_its_innermost_section(words: str, key: str, understand: Understand) -> None:
    assert understand(REPORT).section_at(REPORT.index(words)) == key


def test_the_second_of_two_contents_keeps_all_of_its_own_heading(understand: Understand) -> None:
    text = "一、存在问题和改进措施\n（一）存在问题\n人员不足。\n（二）改进措施\n1.改进制度。\n2.改进平台。\n"
    report = understand(f"某县2017年政府信息公开工作年度报告\n{text}")
    section = report.sections["improvements"]
    assert report.text[section.start : section.end] == "（二）改进措施\n1.改进制度。\n2.改进平台。"


@pytest.mark.parametrize("heading", ["第一部分\u3000概述", "一、 概\u3000述", "一、概\u200b述", "一、概述"])
def test_a_heading_is_quoted_as_written(heading: str, understand: Understand) -> None:
    report = understand(f"某县2017年政府信息公开工作年度报告\n{heading}\n认真贯彻条例。\n")
    assert report.sections["overview"].heading == heading
