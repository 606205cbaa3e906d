from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from checker.model.report import FrontState

if TYPE_CHECKING:
    from datetime import date

    from checker import Report
    from tests.conftest import Understand

TABLES = yaml.safe_load((Path(__file__).parent / "front.yaml").read_text("utf-8"))
TITLE = "某县2017年政府信息公开工作年度报告"
BODY = "一、主动公开情况\n主动公开政府信息15条。\n二、依申请公开情况\n未收到申请。"


def introduced(sentence: str, understand: Understand) -> Report:
    return understand(f"{TITLE}\n{sentence}\n{BODY}\n")


def concluded(end: str, understand: Understand) -> Report:
    return understand(f"{TITLE}\n{BODY}\n{end}\n")


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in TABLES["periods"]])
def test_the_period_of_the_figures(
    row: tuple[str, str, list[str], date | None, date | None], understand: Understand
) -> None:
    sentence, state, missing, first, last = row
    report = introduced(sentence, understand)
    front = report.front["period"]
    assert (front.state, list(front.missing)) == (state, missing)
    assert report.period == ((first, last) if first else None)


@pytest.mark.parametrize("sentence", [row[0] for row in TABLES["periods"] if row[1] in ("present", "partial")])
def test_the_words_of_the_period_are_those_that_state_it(sentence: str, understand: Understand) -> None:
    report = introduced(sentence, understand)
    span = report.front["period"].span
    assert span
    assert report.text[span.start : span.end] in sentence


def test_a_period_is_found_behind_the_first_part_too(understand: Understand) -> None:
    report = understand(f"{TITLE}\n{BODY}\n三、其他事项\n统计期限自2017年1月1日起至2017年12月31日止。\n")
    assert report.front["period"].state is FrontState.PRESENT


def test_a_whole_statement_goes_before_half_a_one(understand: Understand) -> None:
    sentence = "数据截至2017年12月31日。统计期限自2017年1月1日起至2017年12月31日止。"
    assert introduced(sentence, understand).front["period"].state is FrontState.PRESENT


@pytest.mark.parametrize(("sentence", "words"), TABLES["bases"])
def test_the_legal_basis(sentence: str, words: str | None, understand: Understand) -> None:
    report = introduced(sentence, understand)
    span = report.front["legal_basis"].span
    assert (report.text[span.start : span.end] if span else None) == words
    assert report.front["legal_basis"].state is (FrontState.PRESENT if words else FrontState.ABSENT)


@pytest.mark.parametrize(("sentence", "given"), TABLES["contacts"])
def test_the_contact_as_it_is_written(sentence: str, given: dict[str, str], understand: Understand) -> None:
    contact = introduced(sentence, understand).contact
    assert {name: value for name, value in contact._asdict().items() if value} == given


@pytest.mark.parametrize(
    ("sentence", "state", "missing"),
    [
        ("地址：某县人民路1号，电话：0527-84396065。", FrontState.PRESENT, ()),
        ("地址：某县人民路1号，电子邮箱：a@b.cn。", FrontState.PRESENT, ()),
        ("联系电话：0527-84396065。", FrontState.PARTIAL, ("address",)),
        ("电子邮箱：a@b.cn。", FrontState.PARTIAL, ("address",)),
        ("通讯地址：某县人民路1号。", FrontState.PARTIAL, ("phone",)),
        ("邮编：223800。", FrontState.ABSENT, ("phone", "address")),
        ("编制本报告。", FrontState.ABSENT, ("phone", "address")),
    ],
)
def test_a_contact_needs_an_address_and_a_way_to_ask(
    sentence: str, state: FrontState, missing: tuple[str, ...], understand: Understand
) -> None:
    front = introduced(sentence, understand).front["contact"]
    assert (front.state, front.missing) == (state, missing)


@pytest.mark.parametrize(("sentence", "published"), TABLES["publications"])
def test_where_the_report_is_published(sentence: str, published: bool, understand: Understand) -> None:  # noqa: FBT001
    report = introduced(sentence, understand)
    front = report.front["publication"]
    assert front.state is (FrontState.PRESENT if published else FrontState.ABSENT)
    assert front.span is None or report.text[front.span.start : front.span.end] == sentence


def test_the_report_s_channel_may_stand_behind_its_parts(understand: Understand) -> None:
    report = concluded("三、其他事项\n本报告的电子版可在某县政府网站下载。", understand)
    assert report.front["publication"].state is FrontState.PRESENT


@pytest.mark.parametrize(("end", "state", "missing", "signed"), TABLES["signatures"])
def test_the_signature(end: str, state: str, missing: list[str], signed: date | None, understand: Understand) -> None:
    report = concluded(end, understand)
    front = report.front["signoff"]
    assert (front.state, list(front.missing)) == (state, missing)
    assert (report.signed and report.signed.value) == signed


def test_a_date_in_the_text_is_no_signature(understand: Understand) -> None:
    report = understand(f"{TITLE}\n2018年3月8日\n{BODY}\n")
    assert report.signed is None


def test_a_count_of_calls_is_no_telephone_number(understand: Understand) -> None:
    report = understand("某县2017年政府信息公开工作年度报告\n一、主动公开情况\n12345热线受理来电281400件，公开15条。\n")
    assert report.contact.phone == ""
