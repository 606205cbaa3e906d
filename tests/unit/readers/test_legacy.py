from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.model.document import BlockKind
from checker.pipeline import check_bytes
from checker.readers import OTHER_SUFFIXES, SUFFIXES, read_bytes
from checker.readers.legacy.office import VARIABLE
from tests.unit.readers.legacyfile import (
    DELETED,
    HIDDEN,
    IN_TABLE,
    INSERTED,
    ROW_END,
    Run,
    cells,
    doc,
    row_shape,
)

if TYPE_CHECKING:
    from checker import Document, Ruleset

REPORT = gzip.decompress((Path(__file__).parents[2] / "data" / "report-2021.doc.gz").read_bytes())
TWO = [0, 1000, 2000]
BEGINS, GOES_ON, FROM_LEFT = 0x60, 0x20, 1
LINES = {
    "paragraphs": ([Run("甲\r"), Run("乙\r")], ["甲", "乙"]),
    "characters beyond the basic plane": ([Run("\ud840\udc00甲\ud83d\ude00\r")], ["𠀀甲😀"]),
    "half a character": ([Run("甲\ud840乙\r")], ["甲\ufffd乙"]),
    "a broken line": ([Run("甲\x0b乙\r")], ["甲", "乙"]),
    "a new page": ([Run("甲\x0c"), Run("乙\r")], ["甲", "乙"]),
    "a tab and a hyphen that does not break": ([Run("甲\t乙\x1e丙\r")], ["甲 乙-丙"]),
    "a hyphen that is not printed": ([Run("甲\x1f乙\r")], ["甲乙"]),
    "a field": ([Run("第\x13 PAGE \x147\x15页\r")], ["第7页"]),
    "a field in a field": ([Run("甲\x13 A \x13 B \x14x\x15 \x14乙\x15丙\r")], ["甲乙丙"]),
    "a field without a result": ([Run("甲\x13 XE 索引 \x15乙\r")], ["甲乙"]),
    "a picture and a drawing": ([Run("甲\x01乙\x08\r")], ["甲乙"]),
    "no last mark": ([Run("甲\r"), Run("乙")], ["甲", "乙"]),
}  # fmt: skip
MERGED = {
    "plain": ([*cells("a", "b", shape=row_shape(TWO, [0, 0])), *cells("c", "d", shape=row_shape(TWO, [0, 0]))], [["a", "b"], ["c", "d"]]),
    "an empty last cell": ([*cells("a", "", shape=row_shape(TWO, [0, 0])), *cells("", "", shape=row_shape(TWO, [0, 0]))], [["a", ""], ["", ""]]),
    "down": ([*cells("a", "b", shape=row_shape(TWO, [BEGINS, 0])), *cells("", "d", shape=row_shape(TWO, [GOES_ON, 0]))], [["a", "b"], ["a", "d"]]),
    "across": ([*cells("a", shape=row_shape([0, 2000], [0])), *cells("c", "d", shape=row_shape(TWO, [0, 0]))], [["a", "a"], ["c", "d"]]),
    "across in the old way": ([*cells("a", "", shape=row_shape(TWO, [3, FROM_LEFT])), *cells("c", "d", shape=row_shape(TWO, [0, 0]))], [["a", "a"], ["c", "d"]]),
    "edges drawn by hand": ([*cells("a", "b", shape=row_shape(TWO, [0, 0])), *cells("c", "d", shape=row_shape([-9, 1012, 1991], [0, 0]))], [["a", "b"], ["c", "d"]]),
    "a row that begins further right": ([*cells("a", "b", shape=row_shape(TWO, [0, 0])), *cells("d", shape=row_shape(TWO[1:], [0]))], [["a", "b"], ["", "d"]]),
    "rows that say no shape": ([*cells("a", "b"), *cells("c", "")], [["a", "b"], ["c", ""]]),
    "a cell of two paragraphs": ([Run("甲\r", (IN_TABLE,)), *cells("乙", "c"), *cells("d", "e")], [["甲乙", "c"], ["d", "e"]]),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")


def lines(document: Document) -> list[str]:
    return [document.text[one.start : one.end] for one in document.blocks]


def grid(document: Document, number: int = 0) -> list[list[str]]:
    rows = document.tables[number].grid()
    return [[document.text[one.start : one.end] if one else "-" for one in row] for row in rows]


def said(document: Document) -> str:
    return " ".join(note.zh for note in document.notes)


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.txt", "a.docx", "a"])
def test_an_old_document_is_known_by_its_content_whatever_its_name(name: str) -> None:
    document = read_bytes(REPORT, name)
    assert (document.name, document.format) == (name, "doc")
    assert "直接读取" in said(document)


def test_folders_are_searched_for_old_documents() -> None:
    assert {".doc", ".wps"} <= SUFFIXES - OTHER_SUFFIXES


def test_a_report_is_read_without_any_other_program(ruleset: Ruleset) -> None:
    result = check_bytes(REPORT, "report.doc", ruleset)
    report = result.report
    assert report is not None
    assert (report.year, report.issuer.name) == (2023, "平江县人民政府")
    assert {key: len(list(one.all_cells())) for key, one in report.tables.items()} == {
        "proactive": 10,
        "applications": 175,
        "review_litigation": 15,
    }
    assert all(
        cell.value in {0, None} and not table.missing
        for table in report.tables.values()
        for *_, cell in table.all_cells()
    )
    assert not [one for one in result.findings if one.rule.startswith(("T1", "T2", "T3"))]


@pytest.mark.parametrize(("paragraphs", "expected"), LINES.values(), ids=LINES)
def test_text_is_what_is_printed(paragraphs: list[Run], expected: list[str]) -> None:
    assert lines(read_bytes(doc(paragraphs), "a.doc")) == expected


@pytest.mark.parametrize(("rows", "expected"), MERGED.values(), ids=MERGED)
def test_tables_are_grids(rows: list[Run], expected: list[list[str]]) -> None:
    document = read_bytes(doc([Run("甲\r"), *rows, Run("乙\r")]), "a.doc")
    assert grid(document) == expected
    assert lines(document)[0] + lines(document)[-1] == "甲乙"
    assert {one.kind for one in document.blocks[1:-1]} == {BlockKind.ROW}


def test_two_tables_are_two_where_a_paragraph_stands_between_them() -> None:
    row = [*cells("a", "b"), *cells("c", "d")]
    document = read_bytes(doc([*row, Run("甲\r"), *row, Run("\r")]), "a.doc")
    assert [grid(document, number) for number in (0, 1)] == [[["a", "b"], ["c", "d"]]] * 2


def test_what_was_struck_out_or_hidden_is_not_read_and_is_told() -> None:
    runs = [Run("甲"), Run("删", (DELETED,)), Run("加", (INSERTED,)), Run("隐", (HIDDEN,)), Run("乙\r")]
    document = read_bytes(doc([Run("甲删加隐乙\r")], runs), "a.doc")
    assert lines(document) == ["甲加乙"]
    assert "2 处修订痕迹" in said(document)
    assert "隐藏文字 1 字" in said(document)


def test_a_paragraph_whose_end_was_struck_out_goes_on_in_the_next() -> None:
    document = read_bytes(doc([Run("甲\r"), Run("乙\r")], [Run("甲"), Run("\r", (DELETED,)), Run("乙\r")]), "a.doc")
    assert lines(document) == ["甲乙"]


def test_outline_levels_make_headings() -> None:
    document = read_bytes(doc([Run("甲\r", ((0x2640, b"\1"),)), Run("乙\r", ((0x2640, b"\t"),))]), "a.doc")
    assert [(one.kind, one.level) for one in document.blocks] == [(BlockKind.HEADING, 2), (BlockKind.PARAGRAPH, 0)]


def test_a_table_that_only_places_things_is_no_table() -> None:
    document = read_bytes(doc([Run("甲\x07", (IN_TABLE,)), Run("\x07", (IN_TABLE, ROW_END)), Run("乙\r")]), "a.doc")
    assert (lines(document), document.tables) == (["甲", "乙"], ())
