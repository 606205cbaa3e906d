"""Made-up reports, printed by three programs, are read exactly: rows, labels of parents and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.pipeline import check_bytes
from checker.readers import read_bytes
from checker.readers.pdf.reading import read_here
from tests.pdf.content import report_of
from tests.pdf.look import look_of
from tests.pdf.truth import compare
from tests.pdf.with_programs import browser, office, page_of, printed_by_browser, printed_by_office
from tests.pdf.with_reportlab import printed

if TYPE_CHECKING:
    from pathlib import Path

    from checker import Ruleset
    from checker.model.tables import StatTable

REPORTLAB = range(1, 13)
PROGRAMS = range(1, 4)


def exactly(seed: int, data: bytes) -> None:
    result = compare(report_of(seed), read_here(data, "a.pdf"))
    assert result.exact, (result.missed, result.extra)


@pytest.mark.parametrize("seed", REPORTLAB)
def test_what_reportlab_printed_is_read_exactly(seed: int) -> None:
    exactly(seed, printed(report_of(seed), look_of(seed)))


@pytest.mark.skipif(not office(), reason="LibreOffice is not installed")
def test_what_libreoffice_printed_is_read_exactly(tmp_path: Path) -> None:
    made = [(str(seed), report_of(seed), look_of(seed)) for seed in PROGRAMS]
    for seed, path in zip(PROGRAMS, printed_by_office(made, tmp_path), strict=True):
        exactly(seed, path.read_bytes())


@pytest.mark.skipif(not browser(), reason="Chromium is not installed")
@pytest.mark.parametrize("seed", PROGRAMS)
def test_what_chromium_printed_is_read_exactly(seed: int, tmp_path: Path) -> None:
    exactly(seed, printed_by_browser(str(seed), report_of(seed), look_of(seed), tmp_path).read_bytes())


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_report_as_pdf_and_as_html_has_the_same_tables(seed: int, ruleset: Ruleset) -> None:
    report, look = report_of(seed), look_of(seed)
    page = check_bytes(page_of(report, look).encode(), "a.html", ruleset).report
    paper = check_bytes(printed(report, look), "a.pdf", ruleset).report
    assert page
    assert paper
    assert page.tables.keys() == paper.tables.keys()
    for key, table in page.tables.items():
        assert [one[:2] + one[2][:3] for one in paper.tables[key].all_cells()] == [
            one[:2] + one[2][:3] for one in table.all_cells()
        ]
    assert {key: one.heading for key, one in paper.sections.items()} == {
        key: one.heading for key, one in page.sections.items()
    }


@pytest.mark.parametrize("seed", range(1, 9))
def test_tables_without_rules_are_read_right_or_not_at_all(seed: int, ruleset: Ruleset) -> None:
    report = report_of(seed)
    page = check_bytes(page_of(report, look_of(seed)).encode(), "a.html", ruleset).report
    paper = check_bytes(printed(report, look_of(seed, ruled=False)), "a.pdf", ruleset).report
    assert page
    assert paper
    assert page.tables.keys() == paper.tables.keys()
    for key, table in page.tables.items():
        loose = paper.tables[key]
        assert not loose.readable or (values(loose) == values(table) and loose.missing == table.missing)


def test_most_tables_without_rules_are_read() -> None:
    found = [read_here(printed(report_of(seed), look_of(seed, ruled=False)), "a.pdf").tables for seed in range(1, 9)]
    assert sum(len(tables) == 3 for tables in found) > 5


def values(table: StatTable) -> list[tuple[object, ...]]:
    return [one[:2] + one[2][:3] for one in table.all_cells()]


def test_a_child_process_reads_the_same() -> None:
    data = printed(report_of(1), look_of(1))
    assert read_bytes(data, "a.pdf") == read_here(data, "a.pdf")
