from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from checker.model.report import Placement, Wording

if TYPE_CHECKING:
    from checker.model.report import Section
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "headingwords.yaml").read_text("utf-8"))
WHOLE = [(line, wording) for wording in ("official", "near", "other", "free") for line in CASES[wording]]


def headed(line: str, understand: Understand, year: int = 2022) -> Section:
    """Read a report whose second part is under the heading ``line``; the other parts are none of the format's."""
    text = f"某县{year}年政府信息公开工作年度报告\n一、组织领导\n成立小组。\n二、{line}\n公开政府信息15条。\n三、附录\n表。\n"
    report = understand(text)
    return next(one for one in report.sections.values() if one.start == report.text.index("二、"))


@pytest.mark.parametrize(("line", "wording"), WHOLE)
def test_how_a_heading_is_worded(line: str, wording: str, understand: Understand) -> None:
    section = headed(line, understand)
    assert section.wording == wording
    assert section.placement is Placement.OWN


@pytest.mark.parametrize("year", [2019, 2025])
@pytest.mark.parametrize(("line", "wording"), WHOLE[::6])
def test_both_formats_have_the_same_headings(line: str, wording: str, year: int, understand: Understand) -> None:
    assert headed(line.replace("2022", str(year)), understand, year).wording == wording


@pytest.mark.parametrize(("line", "wording"), CASES["run_in"])
def test_a_heading_that_its_text_follows_in_the_same_line(line: str, wording: str, understand: Understand) -> None:
    assert headed(line, understand).wording == wording


def test_spaces_make_no_difference(understand: Understand) -> None:
    assert headed("总 体 情 况", understand).wording is Wording.OFFICIAL


def test_the_official_words_are_those_of_the_format(understand: Understand) -> None:
    assert headed("存在的主要问题及改进措施", understand).official == "存在的主要问题及改进情况"
    assert headed("其进他需要报告的事项", understand).official == "其他需要报告的事项"


def test_before_2019_no_words_were_prescribed(understand: Understand) -> None:
    section = headed("依申请公开情况", understand, 2018)
    assert (section.wording, section.official) == (Wording.FREE, "")


def test_a_slip_does_not_hide_a_part(understand: Understand) -> None:
    text = "一、总休情况\n公开15条。\n二、主动公工政府信息情况\n表。\n三、依申请公开情况\n未收到。\n"
    report = understand(f"某县2022年政府信息公开工作年度报告\n{text}")
    assert {key: one.placement for key, one in report.sections.items() if key in ("overview", "proactive")} == {
        "overview": Placement.OWN,
        "proactive": Placement.OWN,
    }


def test_nested_headings_are_not_held_against_the_format(understand: Understand) -> None:
    report = understand(
        "某县2022年政府信息公开工作年度报告\n一、公开工作\n（一）依申请公开情况\n未收到申请。\n二、附录\n表。\n"
    )
    assert report.sections["applications"].wording is Wording.FREE
