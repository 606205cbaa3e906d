from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "extent.yaml").read_text("utf-8"))
NAMED = {f"{name}-{number}": case for name, rows in CASES.items() for number, case in enumerate(rows, 1)}
ROWS = [pytest.param(case, id=name) for name, case in NAMED.items()]
TITLED = [pytest.param(case, id=name) for name, case in NAMED.items() if "title" in case]
SUMMED_UP = [pytest.param(case, id=name) for name, case in NAMED.items() if "unread" in case]


@pytest.mark.parametrize("case", ROWS)
def test_where_a_report_begins_and_ends_on_its_page(case: dict[str, Any], understand: Understand) -> None:
    report = understand(case["page"])
    judged = report.text[report.extent.start : report.extent.end].strip()
    assert judged.startswith(case["begins"])
    assert judged.endswith(case["ends"])


@pytest.mark.parametrize("case", ROWS)
def test_the_page_around_a_report_is_kept_and_not_judged(case: dict[str, Any], understand: Understand) -> None:
    report = understand(case["page"])
    judged = report.text[report.extent.start : report.extent.end]
    assert report.text == case["page"]
    assert not [word for word in case.get("outside", ()) if word in judged or word not in report.text]


@pytest.mark.parametrize("case", ROWS)
def test_the_page_s_own_date_is_the_date_of_publication(case: dict[str, Any], understand: Understand) -> None:
    published = understand(case["page"]).published
    assert (published and published.value) == case.get("published")
    assert published is None or (published.source == "page" and published.span is not None)


@pytest.mark.parametrize("case", TITLED)
def test_the_page_s_own_title_stands_in_where_the_report_has_none(case: dict[str, Any], understand: Understand) -> None:
    assert understand(case["page"]).title == case["title"]


@pytest.mark.parametrize("case", SUMMED_UP)
def test_furniture_between_the_title_and_the_text_is_not_read(case: dict[str, Any], understand: Understand) -> None:
    report = understand(case["page"])
    read = [report.text[one.start : one.end] for one in report.quantities]
    assert read
    assert not set(read) & set(case["unread"])


TITLE = "某县2017年政府信息公开工作年度报告"
PARTS = (
    "<p>一、主动公开情况</p><p>2017年，主动公开政府信息15条。</p>"
    + "<p>本年健全机制，明确责任，加强发布审核，做好解读回应。</p>" * 5
)


@pytest.mark.parametrize(
    ("page", "title", "begins"),
    [
        (f"<h1>{TITLE}</h1><p>来源：某县</p><div class=TRS_Editor>{PARTS}</div>", TITLE, TITLE),
        (f"<div class=TRS_Editor><p>{TITLE}</p>{PARTS}</div><p>尾</p>", TITLE, TITLE),
        (f"<h1>某县年报</h1><div class=TRS_Editor>{PARTS}</div>", "", "一、主动公开情况"),
        (
            f"<title>{TITLE}-某县政府网</title><h1>某县</h1><div class=TRS_Editor>{PARTS}</div>",
            TITLE,
            "一、主动公开情况",
        ),
        (
            f"<title>某县政府网_年报_{TITLE}</title><h1>某县</h1><div class=TRS_Editor>{PARTS}</div>",
            TITLE,
            "一、主动公开情况",
        ),
        (f"<table><tr><td>名称<td>{TITLE}</table><div class=TRS_Editor>{PARTS}</div>", TITLE, "一、主动公开情况"),
        (f"<h1>{TITLE}</h1>{'<p>x</p>' * 30}<div class=TRS_Editor>{PARTS}</div>", "", "一、主动公开情况"),
        (f"<div class=TRS_Editor>{PARTS}</div><p>{TITLE}</p>", "", "一、主动公开情况"),
    ],
)
def test_a_report_begins_with_the_main_content_and_the_title_above_it(
    page: str, title: str, begins: str, understand: Understand
) -> None:
    report = understand(f"<html>{page}</html>", "page.html")
    assert report.title == title
    assert report.folded.strip().startswith(begins)
    assert report.folded.strip().endswith("做好解读回应。")


@pytest.mark.parametrize(
    ("around", "published"),
    [
        ("<meta name=PubDate content=2018-03-02><p>发布日期：2018-03-05</p>", "2018-03-02"),
        ("<p>采集时间：2018-03-09</p>", None),
        ("<p>页面生成时间：2018-03-09</p><p>时间：2018-03-05 08:00</p>", "2018-03-05"),
        ("<table><tr><td>生成日期<td>2018-03-01<tr><td>公开日期<td>2018-03-05</table>", "2018-03-05"),
        ("<table><tr><td>发文日期<td>2018年03月01日<td>发布日期<td>2018年03月05日</table>", "2018-03-05"),
        ("<table><tr><td>成文日期<td>2018-03-01</table>", None),
        ("<p>更新时间：2018-03-09</p><p>发布时间：2018-03-05</p>", "2018-03-05"),
    ],
)
def test_the_date_of_publication_is_none_of_the_page_s_other_dates(
    around: str, published: str | None, understand: Understand
) -> None:
    report = understand(f"<html>{around}<h1>{TITLE}</h1><div class=TRS_Editor>{PARTS}</div></html>", "page.html")
    assert (report.published and report.published.value.isoformat()) == published


@pytest.mark.parametrize(
    ("around", "issuer"),
    [
        ("<meta name=ContentSource content=青岩县水务局><p>来源：办公室</p>", "青岩县水务局"),
        ("<p>来源：http://www.example.gov.cn/a</p>", ""),
        ("<table><tr><td>发布机构<td><td>生成日期<td>2018-03-01</table>", ""),
        ("<table><tr><td>发布机构<td>青岩县水务局<td>生成日期<td>2018-03-01</table>", "青岩县水务局"),
    ],
)
def test_a_publisher_stands_in_for_an_issuer_not_named(around: str, issuer: str, understand: Understand) -> None:
    page = f"<html>{around}<h1>2017年政府信息公开工作年度报告</h1><div class=TRS_Editor>{PARTS}</div></html>"
    assert understand(page, "page.html").issuer.name == issuer
