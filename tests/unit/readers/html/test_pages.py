from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker.model.document import BlockKind
from checker.model.report import Placement

if TYPE_CHECKING:
    from checker import Report
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "pages.yaml").read_text("utf-8"))
PAGES = [pytest.param(page, id=name) for name, page in CASES["pages"].items()]
BODY = CASES["body"].replace("{table}", CASES["table"])
SECTIONS = {
    "overview",
    "proactive",
    "applications",
    "review_litigation",
    "problems",
    "improvements",
    "other_matters",
}


@pytest.fixture
def report(request: pytest.FixtureRequest, understand: Understand) -> Report:
    return understand(request.param["html"].replace("{body}", BODY), "page.html")


BOTH = pytest.mark.parametrize(
    ("report", "page"),
    [(case.values[0], case.values[0]) for case in PAGES],
    ids=[case.id for case in PAGES],
    indirect=["report"],
)


@BOTH
def test_a_report_is_read_from_the_page_of_every_system(report: Report, page: dict[str, Any]) -> None:
    assert report.document.format == "html"
    assert report.title == page["title"]
    assert report.issuer.name == page["issuer"]
    assert report.year == 2021
    assert report.period == (date(2021, 1, 1), date(2021, 12, 31))


@BOTH
def test_the_page_s_date_is_that_of_publication(report: Report, page: dict[str, Any]) -> None:
    assert (report.published and report.published.value) == page["published"]


@BOTH
def test_the_report_is_told_from_the_page_around_it(report: Report, page: dict[str, Any]) -> None:
    judged = report.folded.strip()
    assert judged.endswith("没有其他需要报告的事项。")
    assert not [words for words in page["outside"] if words in judged or words not in report.text]
    assert "脚本" not in report.text


@BOTH
def test_every_section_has_its_heading_and_rows_of_a_table_are_none(report: Report, page: dict[str, Any]) -> None:
    assert page
    assert set(report.sections) == SECTIONS
    assert all(section.placement is Placement.OWN for section in report.sections.values())
    assert [
        heading.title for heading in report.outline if "办理结果" in heading.title or "予以公开" in heading.title
    ] == []


@BOTH
def test_the_statutory_table_is_the_same_in_every_page(report: Report, page: dict[str, Any]) -> None:
    assert page
    table = report.document.tables[-1]
    grid = [[report.text[cell.start : cell.end] if cell else None for cell in row] for row in table.grid()]
    assert grid == [
        ["（勾稽关系）", "（勾稽关系）", "申请人情况", "申请人情况"],
        ["（勾稽关系）", "（勾稽关系）", "自然人", "总计"],
        ["一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量", "2", ""],
        ["三、本年度办理结果", "（一）予以公开", "2", "2"],
        ["三、本年度办理结果", "（七）总计", "2", "0"],
    ]


@BOTH
def test_a_character_is_found_by_its_cell(report: Report, page: dict[str, Any]) -> None:
    assert page
    number = len(report.document.tables)
    place = report.document.locate(report.text.index("（七）总计") + 2)
    row = next(
        one for one in report.document.blocks if one.kind is BlockKind.ROW and one.location.cell == f"T{number}R5C2"
    )
    assert (place.cell, place.line, place.column) == (f"T{number}R5C2", row.location.line, 3)
    assert report.document.locate(row.end - 1).cell == f"T{number}R5C4"
