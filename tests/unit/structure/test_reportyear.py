from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import Status

if TYPE_CHECKING:
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "reportyear.yaml").read_text("utf-8"))
ROWS = [
    pytest.param(case, id=f"{name}-{number}") for name, rows in CASES.items() for number, case in enumerate(rows, 1)
]


@pytest.mark.parametrize("case", ROWS)
def test_the_report_year(case: dict[str, Any], understand: Understand) -> None:
    report = understand(case["text"])
    assert report.year == case["year"]
    assert report.status is (Status.CHECKED if case["year"] else Status.YEAR_UNKNOWN)


@pytest.mark.parametrize("case", ROWS)
def test_the_user_s_word_goes_before_every_vote(case: dict[str, Any], understand: Understand) -> None:
    report = understand(case["text"], year=2014)
    assert (report.year, report.status) == (2014, Status.CHECKED)


@pytest.mark.parametrize(
    ("year", "form"), [(2008, "2008"), (2018, "2008"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2035, "2021")]
)
def test_the_year_chooses_the_format(year: int, form: str, understand: Understand) -> None:
    text = f"某县{year}年政府信息公开工作年度报告\n一、主动公开情况\n公开15条。\n"
    report = understand(text)
    assert (report.year, report.format, report.status) == (year, form, Status.CHECKED)


def test_a_year_before_the_first_regulation_has_no_format(understand: Understand) -> None:
    report = understand("某县2007年政府信息公开工作年度报告\n一、主动公开情况\n公开15条。\n")
    assert (report.year, report.format, report.status) == (2007, "", Status.YEAR_UNKNOWN)


def test_a_user_s_date_of_publication_votes_as_the_page_s_does(understand: Understand) -> None:
    report = understand("某县政府信息公开工作年度报告\n一、主动公开情况\n公开15条。\n", published=date(2018, 3, 8))
    assert report.year == 2017
