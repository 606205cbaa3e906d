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
