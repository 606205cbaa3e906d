from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from checker import Organ, Status, Tier
from checker.model.report import Contact, Dated, FrontState, Placement, Section

if TYPE_CHECKING:
    from tests.conftest import Understand, UnderstandFragment

REPORT = """\
发布时间：2018-03-12 来源：咸阳市人民政府
咸阳市人民政府2017年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》，编制本报告。统计期限自2017年1月1日起至2017年12月31日止。本报告在咸阳市政府网站公布。如有疑问，请联系（地址：咸阳市人民路1号，邮编：712000，电话：029-33210000，电子邮箱：xxgk@xianyang.gov.cn）。
一、概述
认真贯彻条例。
二、主动公开政府信息情况
2017年，主动公开政府信息5,064条。
三、依申请公开政府信息情况
收到政府信息公开申请201件。
四、存在的问题
人员不足。
咸阳市人民政府
2018年3月8日
责任编辑：张三
"""


def test_everything_that_a_report_says_of_itself_is_read(understand: Understand) -> None:
    report = understand(REPORT)
    assert report.status is Status.CHECKED
    assert report.title == "咸阳市人民政府2017年政府信息公开工作年度报告"
    issuer = report.issuer
    assert (issuer.name, issuer.tier, issuer.organ) == ("咸阳市人民政府", Tier.CITY, Organ.GOVERNMENT)
    assert (report.year, report.format) == (2017, "2008")
    assert report.period == (date(2017, 1, 1), date(2017, 12, 31))
    assert report.published
    assert (report.published.value, report.published.source) == (date(2018, 3, 12), "page")
    assert report.signed
    assert (report.signed.value, report.signed.source) == (date(2018, 3, 8), "text")
    assert report.contact == Contact("029-33210000", "xxgk@xianyang.gov.cn", "712000", "咸阳市人民路1号")
    assert list(report.sections) == ["overview", "proactive", "applications", "problems"]
    assert report.figures == {"applications_received": Decimal(201), "proactive_total": Decimal(5064)}
    assert {front.state for front in report.front.values()} == {FrontState.PRESENT}
    assert (
        report.text[report.extent.start : report.extent.end] == REPORT[REPORT.index("\n") + 1 : REPORT.index("\n责任")]
    )


def test_the_front_has_all_its_items(understand: Understand) -> None:
    items = {"title", "title_name", "period", "legal_basis", "contact", "publication", "signoff"}
    assert set(understand(REPORT).front) == items == set(understand("随便一句话。").front)


def test_the_user_s_word_goes_before_the_report_s(understand: Understand) -> None:
    report = understand(REPORT, year=2016, tier=Tier.COUNTY, organ=Organ.COMMITTEE, published=date(2018, 5, 1))
    assert (report.year, report.issuer.tier, report.issuer.organ) == (2016, Tier.COUNTY, Organ.COMMITTEE)
    assert report.published
    assert report.published.value == date(2018, 5, 1)
    assert (report.issuer.name, report.period) == ("咸阳市人民政府", (date(2017, 1, 1), date(2017, 12, 31)))


def test_a_date_of_the_user_s_has_no_place_in_the_text(understand: Understand) -> None:
    published = understand(REPORT, published=date(2018, 5, 1)).published
    assert published == Dated(date(2018, 5, 1), "option")


STATUS = {
    "a report without a title but with two of its parts": ("一、主动公开政府信息情况\n2017年，公开15条。\n二、依申请公开政府信息情况\n2017年，未收到申请。", Status.CHECKED),
    "a title and nothing else": ("某县2017年政府信息公开工作年度报告", Status.CHECKED),
    "a report of an unknown year": ("某县政府信息公开工作年度报告\n一、主动公开情况\n公开15条。", Status.YEAR_UNKNOWN),
    "a report of a year without format": ("某县2006年政府信息公开工作年度报告\n一、主动公开情况\n公开15条。", Status.YEAR_UNKNOWN),
    "a poem": ("床前明月光，疑是地上霜。\n举头望明月，低头思故乡。", Status.NOT_A_REPORT),
    "a notice": ("关于2017年国庆节放假的通知\n各科室：10月1日至8日放假调休。", Status.NOT_A_REPORT),
    "one part alone": ("一、主动公开政府信息情况\n2017年，公开15条。", Status.NOT_A_REPORT),
    "parts that are only mentioned": ("我局主动公开信息，认真办理依申请公开。没有行政复议。", Status.NOT_A_REPORT),
    "a page with a name of its own and no part": ("某县2017年政府信息公开工作年度报告\n某县教育局", Status.CHECKED),
    "an annual report of another kind": ("某县2017年法治政府建设年度报告\n一、总体情况\n2017年，推进法治政府建设。", Status.NOT_A_REPORT),
    "a notice about reports": ("某县人民政府关于做好政府信息公开工作年度报告编制工作的通知\n各科室：请于3月31日前报送。", Status.NOT_A_REPORT),
}  # fmt: skip


@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS)
def test_whether_a_text_is_a_report(text: str, status: Status, understand: Understand) -> None:
    assert understand(text).status is status


def test_a_user_s_year_makes_no_report_of_a_poem(understand: Understand) -> None:
    assert understand("床前明月光，疑是地上霜。", year=2017).status is Status.NOT_A_REPORT


def test_markdown_is_understood_as_text_is(understand: Understand) -> None:
    plain = REPORT.replace("\n一、", "\n\n一、").replace("\n二、", "\n\n二、")
    marked = plain.replace("一、概述", "## **一、概述**").replace("二、主动", "## 二、主动")
    report, marked_report = understand(plain), understand(marked, "report.md")
    assert report.sections == marked_report.sections
    assert report.outline == marked_report.outline
    assert (report.title, report.period, report.figures) == (
        marked_report.title,
        marked_report.period,
        marked_report.figures,
    )


def test_a_fragment_is_the_whole_of_its_section(understand_fragment: UnderstandFragment) -> None:
    text = "收到申请2件。\n其中网上申请1件。"
    report = understand_fragment(text, "applications", year=2017)
    assert report.sections == {"applications": Section("applications", "", Placement.OWN, 0, len(text))}
    assert report.section_at(5) == "applications"
    assert (report.status, report.year, report.format) == (Status.CHECKED, 2017, "2008")
    assert report.figures == {"applications_received": 2}


def test_a_fragment_without_a_section_belongs_to_the_document(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("收到申请2件。")
    assert (dict(report.sections), report.section_at(0), report.year, report.years) == ({}, "document", None, ())


def test_a_fragment_has_no_front_matter_and_takes_hints(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("收到申请2件。", year=2019, tier=Tier.CITY, published=date(2020, 1, 2))
    assert dict(report.front) == {}
    assert (report.issuer.tier, report.format) == (Tier.CITY, "2019")
    assert report.published == Dated(date(2020, 1, 2), "option")
