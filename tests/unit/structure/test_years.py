from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker.text import fold

if TYPE_CHECKING:
    from checker import Report
    from tests.conftest import Understand, UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "years.yaml").read_text("utf-8"))
CASE_LIST = [case for rows in CASES.values() for case in rows]
ROWS = [pytest.param(case, id=case["text"]) for case in CASE_LIST]
WITH_A_ROLE = [pytest.param(case, id=case["text"]) for case in CASE_LIST if case["years"]]
REPORT = """\
某县2016年政府信息公开工作年度报告
现公布某县2018年政府信息公开工作年度报告。所列数据统计期限自2015年1月1日起至2017年12月31日止。
一、主动公开情况
2017年，主动公开政府信息15条。
二、依申请公开情况
2017年，未收到申请。
某县人民政府
2017年3月8日
"""


def read(case: dict[str, Any], understand_fragment: UnderstandFragment) -> Report:
    return understand_fragment(case["text"], case["section"], year=case.get("year", 2017))


@pytest.mark.parametrize("case", ROWS)
def test_the_role_of_every_year(case: dict[str, Any], understand_fragment: UnderstandFragment) -> None:
    report = read(case, understand_fragment)
    found = [[one.role, report.text[one.start : one.end], one.value] for one in report.years]
    assert found == case["years"]


@pytest.mark.parametrize("case", WITH_A_ROLE)
def test_a_year_s_digits_stand_inside_its_words(case: dict[str, Any], understand_fragment: UnderstandFragment) -> None:
    report = read(case, understand_fragment)
    for one in report.years:
        assert one.start <= one.digits.start < one.digits.end <= one.end
        assert fold(report.text[one.digits.start : one.digits.end]).endswith("年")
        assert one.offset == one.value - 2017


def roles(report: Report) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in report.years:
        found.setdefault(one.role, []).append(one.value)
    return found


def test_title_name_period_and_signature_have_roles_of_their_own(understand: Understand) -> None:
    named = roles(understand(REPORT, year=2017))
    assert named["title"] == [2016]
    assert named["self_name"] == [2018]
    assert named["period"] == [2015, 2017]
    assert named["signed"] == [2017]


def test_a_signature_in_the_december_of_the_report_year_is_early_and_not_wrong(understand: Understand) -> None:
    report = understand(REPORT.replace("2017年3月8日", "2017年12月28日"), year=2017)
    assert "signed" not in roles(report)


def test_a_signature_in_chinese_numerals_has_its_year(understand: Understand) -> None:
    report = understand(REPORT.replace("2017年3月8日", "二○一六年三月八日"), year=2017)
    (signed,) = [one for one in report.years if one.role == "signed"]
    assert (signed.value, signed.offset) == (2016, -1)
    assert report.text[signed.digits.start : signed.digits.end] == "二○一六年"


def test_without_a_report_year_no_year_has_a_role(understand_fragment: UnderstandFragment) -> None:
    assert understand_fragment("2018年，我市将继续推进网站建设。", "improvements").years == ()
