from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from checker import Tier
from checker.model.report import FrontState

if TYPE_CHECKING:
    from tests.conftest import Understand

TABLES = yaml.safe_load((Path(__file__).parent / "identity.yaml").read_text("utf-8"))
BODY = """\
一、主动公开情况
主动公开政府信息15条。
二、依申请公开情况
未收到申请。
"""
NAME = "政府信息公开工作年度报告"


def words_of(span: tuple[int, int] | None, text: str) -> str | None:
    return text[span[0] : span[1]] if span else None


@pytest.mark.parametrize(("title", "missing"), TABLES["titles"])
def test_a_title_line_and_what_is_missing_from_its_wording(
    title: str, missing: list[str], understand: Understand
) -> None:
    report = understand(f"{title}\n{BODY}")
    assert report.title == "".join(title.split())
    assert words_of(report.front["title"].span, report.text) == title
    assert report.front["title_name"].missing == tuple(missing)
    assert report.front["title_name"].state is (FrontState.PARTIAL if missing else FrontState.PRESENT)


@pytest.mark.parametrize(("name", "tier", "organ", "region"), TABLES["issuers"])
def test_the_issuer_of_a_title(name: str, tier: str, organ: str, region: list[str], understand: Understand) -> None:
    issuer = understand(f"{name}2017年{NAME}\n{BODY}").issuer
    assert (issuer.name, issuer.tier, issuer.organ, list(issuer.region)) == (name, tier, organ, region)


@pytest.mark.parametrize(
    "title", ["2017年{}" + NAME, "{}2017年度" + NAME, "{}\n2017年" + NAME, "{} 2017年" + NAME, "关于{}2017年" + NAME]
)
def test_the_issuer_is_found_wherever_the_year_stands(title: str, understand: Understand) -> None:
    report = understand(f"{title.format('咸阳市教育局')}\n{BODY}")
    assert (report.issuer.name, report.issuer.tier, report.year) == ("咸阳市教育局", Tier.CITY, 2017)


def test_a_title_of_two_lines_is_one(understand: Understand) -> None:
    report = understand(f"平潭综合实验区财政金融局\n2014年度{NAME}\n{BODY}")
    assert report.title == f"平潭综合实验区财政金融局2014年度{NAME}"
    assert report.front["title_name"].missing == ()


@pytest.mark.parametrize(("printed", "title", "issuer"), TABLES["broken"])
def test_a_title_on_several_lines_is_read_whole(printed: str, title: str, issuer: str, understand: Understand) -> None:
    report = understand(f"{printed}\n{BODY}")
    assert (report.title, report.issuer.name, report.year) == (title, issuer, 2017)
    assert set(report.front["title_name"].missing) <= {"plain"}


@pytest.mark.parametrize("above", TABLES["unbroken"])
def test_the_page_above_a_title_is_no_part_of_it(above: str, understand: Understand) -> None:
    report = understand(f"{above}\n2017年{NAME}\n{BODY}")
    assert report.title == f"2017年{NAME}"


def test_two_entries_of_a_menu_are_no_title(understand: Understand) -> None:
    assert understand(f"政府信息公开\n年报\n{BODY}").title == ""


@pytest.mark.parametrize("name", TABLES["nameless"])
def test_what_points_at_an_organ_is_not_its_name(name: str, understand: Understand) -> None:
    assert understand(f"{name}2017年{NAME}\n{BODY}").issuer.name == ""


def test_a_line_above_the_title_that_is_no_organ_is_no_part_of_it(understand: Understand) -> None:
    report = understand(f"政府信息公开年报\n\n2017年某县{NAME}\n{BODY}")
    assert report.title == f"2017年某县{NAME}"


@pytest.mark.parametrize(
    "behind", ["根据《条例》，编制本报告。", "\n　　根据《条例》，编制本报告。", " 本报告依据条例编制。"]
)
def test_a_title_may_run_into_the_text(behind: str, understand: Understand) -> None:
    report = understand(f"某县2017年{NAME}{behind}\n{BODY}")
    assert report.title == f"某县2017年{NAME}"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("现向社会公布某县卫生局2017年度政府信息公开年度报告。", "某县卫生局2017年度政府信息公开年度报告"),
        ("根据条例要求，编制完成2017年政府信息公开工作年度报告。", "2017年政府信息公开工作年度报告"),
        ("现将我局2017年政府信息公开工作年度报告公布如下：", "我局2017年政府信息公开工作年度报告"),
    ],
)  # fmt: skip
def test_without_a_title_the_name_in_the_introduction_is_judged(
    sentence: str, name: str, understand: Understand
) -> None:
    report = understand(f"{sentence}\n{BODY}")
    assert report.front["title"].state is FrontState.ABSENT
    assert words_of(report.front["title_name"].span, report.text) == name


@pytest.mark.parametrize(
    "sentence",
    [
        "根据市政府办公室关于做好2017年政府信息公开工作年度报告的通知，编制本报告。",
        "根据《关于编制2017年政府信息公开工作年度报告的通知》，编制本报告。",
        "根据2017年政府信息公开工作年度报告编制要求，写成本报告。",
    ],
)
def test_a_notice_about_annual_reports_is_no_name_of_this_one(sentence: str, understand: Understand) -> None:
    report = understand(f"{sentence}\n{BODY}")
    assert report.front["title_name"].state is FrontState.ABSENT
    assert report.title == ""


def test_a_text_without_any_name_has_neither_title_nor_issuer(understand: Understand) -> None:
    report = understand(BODY)
    assert (report.title, report.issuer.name, report.issuer.tier) == ("", "", Tier.UNKNOWN)
    assert report.front["title"].state is report.front["title_name"].state is FrontState.ABSENT


@pytest.mark.parametrize("stamp", ["", "（盖章）", "\n（公章）"])
def test_the_signature_names_the_issuer_where_nothing_else_does(stamp: str, understand: Understand) -> None:
    report = understand(f"{BODY}咸阳市教育局{stamp}\n2018年3月8日\n")
    assert (report.issuer.name, report.issuer.tier) == ("咸阳市教育局", Tier.CITY)


def test_the_publisher_of_the_page_names_the_issuer_where_the_title_does_not(understand: Understand) -> None:
    report = understand(f"发布机构：咸阳市教育局\n发布日期：2018-03-08\n2017年{NAME}\n{BODY}")
    assert report.issuer.name == "咸阳市教育局"


def test_the_name_with_a_place_goes_before_one_without(understand: Understand) -> None:
    report = understand(f"区政务办2017年{NAME}\n现公布道里区人民政府2017年{NAME}。\n{BODY}")
    assert (report.issuer.name, report.issuer.region) == ("道里区人民政府", ("道里区",))
